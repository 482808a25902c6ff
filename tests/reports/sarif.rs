//! The report as SARIF 2.1.0: what its schema asks for, by hand, and what its readers rely on.

use predepot::check::{Content, Report};
use predepot::render::{Format, wire};
use predepot_tests::zip::{PDF, file, zip};
use predepot_tests::{NAME, edited, replaced, several};
use serde_json::{Value, json};

use super::{HOSTILE, dropped, failing, hostile, hostile_name, report, written};

fn log(report: &Report, masked: bool) -> Value {
    let log: Value = serde_json::from_str(&written(report, Format::Sarif, masked)).unwrap();
    check_form(&log);
    log
}

/// The members that an object may have, those that it must have first; `|` stands between the two.
fn members<'a>(object: &'a Value, known: &str) -> &'a serde_json::Map<String, Value> {
    let object_of = object.as_object().unwrap();
    let (must, may) = known.split_once('|').unwrap_or((known, ""));
    for key in must.split_whitespace() {
        assert!(object_of.contains_key(key), "no {key} in {object}");
    }
    for key in object_of.keys() {
        let mut all = must.split_whitespace().chain(may.split_whitespace());
        assert!(
            all.any(|known| known == key),
            "{key} is not a member of {object}"
        );
    }
    object_of
}

fn each<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    of.get(key)
        .map(|list| list.as_array().unwrap().as_slice())
        .unwrap_or_default()
        .iter()
}

fn check_message(message: &Value) {
    let text = members(message, "text")["text"].as_str().unwrap();
    assert!(!text.is_empty());
    let alone = text.replace("{{", "").replace("}}", "");
    assert!(
        !alone.contains(['{', '}']) && !text.contains("]("),
        "{text}"
    );
}

fn check_region(region: &Value) {
    let region = members(
        region,
        "|startLine startColumn endLine endColumn byteOffset byteLength",
    );
    let number = |key: &str| region.get(key).map(|number| number.as_u64().unwrap());
    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
        assert_ne!(number(key), Some(0), "{key}");
    }
    assert!(number("startLine").is_some() || number("byteOffset").is_some());
    if let (Some(start), Some(end)) = (number("startLine"), number("endLine")) {
        assert!((start, number("startColumn")) <= (end, number("endColumn")));
    }
}

fn check_artifact(location: &Value, files: usize) {
    let location = members(location, "uri index");
    assert!((location["index"].as_u64().unwrap() as usize) < files);
    check_uri(&location["uri"]);
}

fn check_uri(uri: &Value) {
    let uri = uri.as_str().unwrap();
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
    assert!(!uri.is_empty() && uri.bytes().all(is_sign), "{uri}");
}

fn check_location(location: &Value, files: usize) {
    let location = members(location, "physicalLocation|logicalLocations message");
    let place = members(&location["physicalLocation"], "artifactLocation|region");
    check_artifact(&place["artifactLocation"], files);
    place.get("region").into_iter().for_each(check_region);
    location.get("message").into_iter().for_each(check_message);
    for logical in location
        .get("logicalLocations")
        .iter()
        .flat_map(|list| list.as_array().unwrap())
    {
        members(logical, "fullyQualifiedName kind");
    }
}

/// What the schema of SARIF asks for of what we write.
fn check_form(log: &Value) {
    members(log, "$schema version runs");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    members(run, "tool results|language columnKind artifacts properties");
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &members(&run["tool"], "driver")["driver"];
    members(driver, "name|version language rules");
    for rule in each(driver, "rules") {
        members(rule, "id|name shortDescription fullDescription");
        check_message(&rule["shortDescription"]);
        check_message(&rule["fullDescription"]);
    }
    let files = each(run, "artifacts").count();
    for artifact in each(run, "artifacts") {
        members(artifact, "|location length roles hashes properties");
        check_uri(&members(&artifact["location"], "uri")["uri"]);
    }
    for result in each(run, "results") {
        members(
            result,
            "message|ruleId ruleIndex level locations relatedLocations partialFingerprints fixes properties",
        );
        let rule = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(driver["rules"][rule]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        check_message(&result["message"]);
        for location in each(result, "locations").chain(each(result, "relatedLocations")) {
            check_location(location, files);
        }
        for fix in each(result, "fixes") {
            check_message(&members(fix, "artifactChanges|description properties")["description"]);
            for change in each(fix, "artifactChanges") {
                check_artifact(
                    &members(change, "artifactLocation replacements")["artifactLocation"],
                    files,
                );
                assert!(each(change, "replacements").count() > 0);
                for replacement in each(change, "replacements") {
                    check_region(
                        &members(replacement, "deletedRegion|insertedContent")["deletedRegion"],
                    );
                }
            }
        }
    }
}

/// The results of this rule.
fn results<'a>(log: &'a Value, code: &str) -> Vec<&'a Value> {
    each(&log["runs"][0], "results")
        .filter(|result| result["ruleId"] == code)
        .collect()
}

#[test]
fn a_finding_is_a_result_at_its_place() {
    let text = failing();
    let offset = text.rfind("1075").unwrap();
    let line = text[..offset].lines().count();
    let log = log(&report(NAME, &text), false);
    let result = results(&log, "F008")[0];
    assert_eq!(result["level"], "error");
    let message = result["message"]["text"]
        .as_str()
        .unwrap()
        .replace('\u{a0}', " ");
    assert!(
        message.ends_with("Trouvé : `1075`. Écrivez `1075.00`."),
        "{message}"
    );
    assert_eq!(
        result["locations"],
        json!([{
            "physicalLocation": {
                "artifactLocation": {"uri": NAME, "index": 0},
                "region": {
                    "startLine": line, "startColumn": 27, "endLine": line, "endColumn": 31,
                    "byteOffset": offset, "byteLength": 4
                }
            },
            "logicalLocations": [
                {"fullyQualifiedName": "/lignesImport/1/commande/montantSegurHT", "kind": "value"}
            ]
        }])
    );
}

#[test]
fn levels_are_those_of_sarif() {
    let text = edited("MDV-LGC", "\"12345678200010\"", "\"12345678200011\"");
    let log = log(&report(NAME, &text), false);
    assert_eq!(results(&log, "F015")[0]["level"], "warning");
    assert_eq!(results(&log, "Z024")[0]["level"], "note");
}

#[test]
fn a_rule_is_described_once() {
    let text = failing().replace("1075.00", "1075");
    let log = log(&report(NAME, &text), false);
    assert_eq!(results(&log, "F008").len(), 2);
    let rules: Vec<&Value> = each(&log["runs"][0]["tool"]["driver"], "rules").collect();
    let ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
    assert_eq!(ids, ["F008", "Z024"]);
    assert_eq!(rules[0]["name"], "montant-deux-decimales");
}

#[test]
fn a_file_is_an_artifact_with_its_fingerprint() {
    let report = report(NAME, &failing());
    let log = log(&report, false);
    let file = wire::report(&report).files.remove(0);
    let artifact = &log["runs"][0]["artifacts"][0];
    assert_eq!(artifact["hashes"]["sha-256"], file.sha256.unwrap());
    assert_eq!(artifact["length"], file.size);
    assert_eq!(artifact["properties"]["rules"], "2022-11-04");
}

#[test]
fn a_correction_replaces_bytes() {
    let text = failing();
    let log = log(&report(NAME, &text), false);
    let fix = &results(&log, "F008")[0]["fixes"][0];
    assert_eq!(fix["properties"]["safety"], "sure");
    assert_eq!(
        fix["artifactChanges"][0]["replacements"],
        json!([{
            "deletedRegion": {"byteOffset": text.rfind("1075").unwrap(), "byteLength": 4},
            "insertedContent": {"text": "1075.00", "binary": "MTA3NS4wMA=="}
        }])
    );
}

#[test]
fn the_mark_of_utf8_is_removed_by_its_bytes() {
    let log = log(
        &report(NAME, &format!("\u{feff}{}", several("MDV-LGC", 1))),
        false,
    );
    assert_eq!(
        results(&log, "J012")[0]["fixes"][0]["artifactChanges"][0]["replacements"],
        json!([{"deletedRegion": {"byteOffset": 0, "byteLength": 3}}])
    );
}

#[test]
fn other_places_are_related_locations() {
    let text = replaced(
        &several("MDV-LGC", 2),
        "\"numeroEditeur\": \"00002\"",
        "\"numeroEditeur\": \"00001\"",
    );
    let log = log(&report(NAME, &text), false);
    let related = &results(&log, "C007")[0]["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["artifactLocation"]["index"], 0);
    assert_eq!(related["logicalLocations"], Value::Null);
    assert!(
        related["message"]["text"]
            .as_str()
            .unwrap()
            .starts_with("ce numéro éditeur")
    );
}

#[test]
fn an_entry_of_a_zip_is_a_logical_location() {
    let pieces = zip([file("a.pdf", PDF), file("b.pdf", b"")]).bytes();
    let log = log(&dropped(&[("pieces.zip", Content::Bytes(pieces))]), false);
    let location = &results(&log, "Z008")[0]["locations"][0];
    assert_eq!(
        *location,
        json!({
            "physicalLocation": {"artifactLocation": {"uri": "pieces.zip", "index": 0}},
            "logicalLocations": [{"fullyQualifiedName": "b.pdf", "kind": "resource"}]
        })
    );
}

#[test]
fn a_fingerprint_survives_a_move() {
    let print = |text: &str| {
        let log = log(&report(NAME, text), false);
        results(&log, "F008")[0]["partialFingerprints"]["place/v1"].clone()
    };
    let text = failing();
    let minified: String = text.lines().map(str::trim_start).collect();
    assert_eq!(print(&text), print(&minified));
    // The second demande alone, as the first.
    let start = text.find("    {\n      \"numLigne\": 1").unwrap();
    let end = text.find("    {\n      \"numLigne\": 2").unwrap();
    let alone = format!("{}{}", &text[..start], &text[end..]);
    assert_eq!(print(&text), print(&alone));
    let other = text.replace("1075.00", "1075");
    assert_ne!(
        print(&text),
        print(&other),
        "the first of two is of another demande"
    );
}

#[test]
fn hostile_names_and_values_keep_the_form() {
    for value in HOSTILE {
        log(&report(&hostile_name(value), &hostile(value)), false);
        let pieces = zip([file(value, b"")]).bytes();
        log(&dropped(&[(value, Content::Bytes(pieces))]), false);
    }
}

#[test]
fn a_file_that_was_not_read_has_no_region() {
    let log = log(
        &dropped(&[(NAME, Content::Unreadable("il n'existe pas".to_owned()))]),
        false,
    );
    let place = &results(&log, "X002")[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"], Value::Null);
    assert_eq!(log["runs"][0]["artifacts"][0]["hashes"], Value::Null);
}

#[test]
fn a_masked_log_has_no_correction() {
    let log = log(&report(NAME, &failing()), true);
    let result = results(&log, "F008")[0];
    assert_eq!(result["fixes"], Value::Null);
    assert_eq!(
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "fichier-1.json"
    );
}
