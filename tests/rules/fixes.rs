//! Every correction that writes something: applied alone, its finding is gone and nothing new is said; so with all sure ones together.

use std::collections::BTreeMap;

use predepot::check::Document;
use predepot::diag::{Diagnostic, Edit, Safety, apply};
use predepot_tests::{edited, replaced, report, several, template};

/// How many findings of each code and severity, reminders (C022) apart: a correction may well be an answer that calls for one.
fn counted(document: &Document) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    let reminder = |finding: &&Diagnostic| finding.code.as_str() != "C022";
    for finding in document.diagnostics.iter().filter(reminder) {
        let key = format!("{} {:?}", finding.code.as_str(), finding.severity);
        *counted.entry(key).or_insert(0) += 1;
    }
    counted
}

/// What is said after that was not said before.
fn added(before: &Document, after: &Document) -> Vec<String> {
    let before = counted(before);
    counted(after)
        .into_iter()
        .filter(|(key, count)| before.get(key).is_none_or(|earlier| earlier < count))
        .map(|(key, _)| key)
        .collect()
}

fn shown(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}

/// Applies each correction of a broken file alone, then all sure ones together; `codes` are those that must have one.
///
/// # Panics
/// When a correction does not correct, or adds something.
fn check_fixes(text: impl AsRef<[u8]>, codes: &[&str]) {
    let mut with_fix: Vec<&str> = Vec::new();
    let before = report(text);
    let before = &before.files[0];
    let mut sure: Vec<Edit> = Vec::new();
    let mut sure_codes: Vec<String> = Vec::new();
    for finding in &before.diagnostics {
        let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.edits.is_empty()) else {
            continue;
        };
        with_fix.push(finding.code.as_str());
        let key = format!("{} {:?}", finding.code.as_str(), finding.severity);
        let fixed = apply(&before.bytes, &fix.edits);
        let after = report(&fixed);
        let after = &after.files[0];
        let new = added(before, after);
        assert!(new.is_empty(), "{key}: {new:?} after\n{}", shown(&fixed));
        let left = counted(after).get(&key).copied().unwrap_or_default();
        assert!(
            left < counted(before)[&key],
            "{key} is still there after\n{}",
            shown(&fixed)
        );
        if fix.safety == Safety::Sure {
            sure.extend(fix.edits.iter().cloned());
            sure_codes.push(key);
        }
    }
    for code in codes {
        assert!(
            with_fix.contains(code),
            "{code} has no correction: {with_fix:?}"
        );
    }
    sure.sort_by_key(|edit| edit.span.start);
    let fixed = apply(&before.bytes, &sure);
    let after = report(&fixed);
    let after = &after.files[0];
    let new = added(before, after);
    assert!(new.is_empty(), "together: {new:?} after\n{}", shown(&fixed));
    for key in sure_codes {
        let asked = before
            .diagnostics
            .iter()
            .filter(|finding| {
                finding
                    .fix
                    .as_ref()
                    .is_some_and(|fix| fix.safety == Safety::Sure && !fix.edits.is_empty())
            })
            .filter(|finding| format!("{} {:?}", finding.code.as_str(), finding.severity) == key)
            .count();
        let left = counted(after).get(&key).copied().unwrap_or_default();
        assert!(
            left + asked <= counted(before)[&key],
            "together: {key} is still there after\n{}",
            shown(&fixed)
        );
    }
}

/// One change of the conforming file, in pretty and in minified form.
fn changed(profile: &str, from: &str, to: &str, codes: &[&str]) {
    let text = edited(profile, from, to);
    check_fixes(&text, codes);
    check_fixes(&text.replace('\n', "\r\n"), codes);
    check_fixes(&format!("\u{feff}{text}"), codes);
    check_fixes(&minified(&text), codes);
}

/// Without the white space between words.
fn minified(text: &str) -> String {
    let mut quoted = false;
    text.chars()
        .filter(|&c| {
            quoted ^= c == '"';
            quoted || !matches!(c, ' ' | '\n' | '\r')
        })
        .collect()
}

#[test]
fn s001_null_is_written() {
    for line in [
        "  \"impId\": null,\n",
        "      \"numeroASP\": null,\n",
        "      \"codeTraitement\": null,\n",
        "        \"nomMandataire\": null,\n",
    ] {
        for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
            changed(profile, line, "", &["S001"]);
        }
    }
}

#[test]
fn s001_in_an_empty_object() {
    check_fixes("{}", &["S001"]);
    check_fixes("{ }", &["S001"]);
}

#[test]
fn s002_another_case_or_a_near_spelling() {
    changed("MDV-LGC", "\"impId\"", "\"ImpID\"", &["S002"]);
    changed("MDV-LGC", "\"commande\"", "\"comande\"", &["S002"]);
    changed("MDV-LGC", "\"lignesImport\"", "\"ligneImport\"", &["S002"]);
    changed("HOP-PFI", "\"isEnvoiDMP\"", "\"isEnvoieDMP\"", &["S002"]);
    changed(
        "MS1-DUI",
        "\"demandeCertificatServeur\"",
        "\"demandeCertificatserveur\"",
        &["S002"],
    );
}

#[test]
fn s002_a_wrong_place() {
    let siret = "  \"SIRET\": \"12345678200010\",\n";
    let text = edited("MDV-LGC", siret, "");
    for (from, to) in [
        (
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\", \"SIRET\": \"12345678200010\",",
        ),
        (
            "\"numLigne\": 1,",
            "\"SIRET\": \"12345678200010\", \"numLigne\": 1,",
        ),
        (
            "\"libelleTraitement\": null",
            "\"libelleTraitement\": null, \"SIRET\": \"12345678200010\"",
        ),
    ] {
        let text = replaced(&text, from, to);
        check_fixes(&text, &["S002"]);
        check_fixes(&minified(&text), &["S002"]);
    }
}

#[test]
fn s002_a_wrong_place_inside_a_wrapper() {
    let text = edited("MDV-LGC", "  \"SIRET\": \"12345678200010\",\n", "");
    for members in [
        "\"SIRET\": \"12345678200010\", \"dateCommande\": \"15/09/2022\"",
        "\"dateCommande\": \"15/09/2022\", \"SIRET\": \"12345678200010\"",
    ] {
        let text = replaced(
            &text,
            "\"dateCommande\": \"15/09/2022\"",
            &format!("\"detail\": {{{members}}}"),
        );
        check_fixes(&text, &["S002"]);
    }
}

#[test]
fn s002_a_block_in_a_wrong_place() {
    let text = template("MDV-LGC");
    let block = "      \"scenarioInstallation\": {";
    let start = text.find(block).unwrap_or_default();
    let end = text.find("      \"codeTraitement\"").unwrap_or_default();
    let moved = &text[start..end];
    let text = format!("{}{}", &text[..start], &text[end..]);
    check_fixes(
        &replaced(
            &text,
            "        \"dateCommande\"",
            &format!("{moved}        \"dateCommande\""),
        ),
        &["S002"],
    );
}

#[test]
fn s003_a_quoted_word() {
    changed(
        "MDV-LGC",
        "\"isCentreDeSante\": false",
        "\"isCentreDeSante\": \"true\"",
        &["S003"],
    );
    changed(
        "MDV-LGC",
        "\"nomMandataire\": null",
        "\"nomMandataire\": \"null\"",
        &["S003"],
    );
    changed(
        "MDV-LGC",
        "\"operateurMessagerie\": null",
        "\"operateurMessagerie\": \"null\"",
        &["S003"],
    );
    changed(
        "HOP-DPI",
        "\"isEnvoiDMP\": false",
        "\"isEnvoiDMP\": \"false\"",
        &["S003"],
    );
    changed(
        "HOP-DPI",
        "\"isMandataire\": false",
        "\"isMandataire\": \"false\"",
        &["S003"],
    );
}

#[test]
fn s003_a_quoted_word_where_the_value_must_be_null() {
    for word in ["true", "false", "null"] {
        changed(
            "MS1-DUI",
            "\"contractualisationOG\": null",
            &format!("\"contractualisationOG\": \"{word}\""),
            &["S003"],
        );
    }
}

#[test]
fn s003_a_quoted_flag_of_a_structure() {
    for word in ["true", "false", "null"] {
        check_fixes(
            &replaced(
                &structure(),
                "\"STRUCTURE\",",
                &format!("\"STRUCTURE\", \"isMandataire\": \"{word}\","),
            ),
            &["S003"],
        );
    }
}

#[test]
fn s003_numbers_and_texts() {
    changed("MDV-LGC", "\"10001234565\"", "10001234565", &["S003"]);
    changed("MDV-LGC", "\"12345678200010\"", "12345678200010", &["S003"]);
    changed("MDV-LGC", "1075.00", "\"1 075,00 €\"", &["S003"]);
    changed(
        "MDV-LGC",
        "\"numLigne\": 1",
        "\"numLigne\": \"001\"",
        &["S003"],
    );
    changed("MS1-DUI", "\"234567891\"\n", "234567891\n", &["S003"]);
}

#[test]
fn s003_a_lone_finess() {
    check_fixes(
        &replaced(&structure(), "[\"750000002\"]", "\"750000002\""),
        &["S003"],
    );
}

#[test]
fn f001_spaces_around() {
    changed(
        "MDV-LGC",
        "\"12345678200010\"",
        "\"12345678200010 \"",
        &["F001"],
    );
    changed("HOP-DPI", "\"750000003\"", "\" 750000003\"", &["F001"]);
}

#[test]
fn f003_another_case() {
    changed("MDV-LGC", "\"TTC\"", "\"Ttc\"", &["F003"]);
    changed("MDV-LGC", "\"LIBERAL\"", "\"Libéral\"", &["F003"]);
    changed("MDV-LGC", "\"PDF\"", "\".pdf\"", &["F003"]);
    changed("MDV-LGC", "\"BON_COMMANDE\"", "\"bon commande\"", &["F003"]);
    changed("MS1-DUI", "\"PA\"", "\"pa\"", &["F003"]);
}

#[test]
fn f006_capitals() {
    changed("MDV-LGC", "\"DURAND\"", "\"Éléonore\"", &["F006"]);
    changed(
        "MDV-LGC",
        "\"DURAND\"",
        "\" \\\"Durand\\u0009é\"",
        &["F006"],
    );
}

#[test]
fn f006_capitals_that_reach_the_limit() {
    let text = edited("MDV-LGC", "\"DURAND\"", &format!("\"{}ß\"", "A".repeat(48)));
    let report = report(&text);
    let fix = report.files[0].diagnostics[0].fix.as_ref();
    // In capitals it has fifty characters, of which the portal may want forty-nine: only the user can shorten it.
    assert!(fix.is_some_and(|fix| fix.edits.is_empty()));
}

#[test]
fn f008_two_decimals() {
    for written in ["1075", "1075.0", "1075.000", "1.075e3", "10.75E+2"] {
        changed("MDV-LGC", "1075.00", written, &["F008"]);
    }
}

#[test]
fn j007_the_number_meant() {
    changed("MDV-LGC", "1075.00", "1075,00", &["J007"]);
    changed("MDV-LGC", "1075.00", "1075,0", &["J007", "F008"]);
    changed(
        "MDV-LGC",
        "\"numeroEditeur\": \"00001\"",
        "\"numeroEditeur\": 00001",
        &["J007"],
    );
}

#[test]
fn f011_null() {
    changed("MDV-LGC", "\"impId\": null", "\"impId\": \"\"", &["F011"]);
    changed(
        "MDV-LGC",
        "\"numeroASP\": null",
        "\"numeroASP\": \"12\"",
        &["F011"],
    );
    changed(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"null\"",
        &["F011"],
    );
}

#[test]
fn f012_the_code_meant() {
    for value in ["\"\"", "\"mailiz\"", "\"CL_71\"", "\"ch_37\""] {
        changed(
            "MDV-LGC",
            "\"operateurMessagerie\": null",
            &format!("\"operateurMessagerie\": {value}"),
            &["F012"],
        );
    }
}

#[test]
fn f013_white_space() {
    changed("MDV-LGC", "\"DURAND\"", "\" DURAND\\n\"", &["F013"]);
    changed(
        "MDV-LGC",
        "\"operateurMessagerie\": null",
        "\"operateurMessagerie\": \"MAI_15 \"",
        &["F013"],
    );
    changed(
        "MS1-DUI",
        "\"+33 1 02 03 04 05\"",
        "\" +33 1 02 03 04 05\"",
        &["F013"],
    );
}

#[test]
fn f014_an_integer() {
    changed("MDV-LGC", "\"numLigne\": 1", "\"numLigne\": 1.0", &["F014"]);
}

#[test]
fn f016_null() {
    changed(
        "MDV-LGC",
        "\"nomMandataire\": null",
        "\"nomMandataire\": \"\"",
        &["F016"],
    );
    changed(
        "MS1-DUI",
        "\"emailAdminTechnique\": null",
        "\"emailAdminTechnique\": \" \"",
        &["F016"],
    );
}

#[test]
fn c002_and_c015_null() {
    changed(
        "MDV-LGC",
        "\"nomMandataire\": null",
        "\"nomMandataire\": \"X\"",
        &["C002"],
    );
    changed(
        "MS1-DUI",
        "\"statutAdminTechnique\": null",
        "\"statutAdminTechnique\": \"E\"",
        &["C015"],
    );
}

#[test]
fn c005_the_flag() {
    changed(
        "MDV-LGC",
        "\"isClientUnique\": true",
        "\"isClientUnique\": false",
        &["C005"],
    );
    changed(
        "HOP-DPI",
        "\"isClientUnique\": true",
        "\"isClientUnique\": false",
        &["C005"],
    );
}

#[test]
fn c017_false() {
    changed(
        "HOP-DPI",
        "\"isEnvoiDMP\": false",
        "\"isEnvoiDMP\": true",
        &["C017"],
    );
    changed(
        "HOP-DPI",
        "\"operateurMessagerie\": null",
        "\"operateurMessagerie\": \"MAI_15\"",
        &["C017"],
    );
}

#[test]
fn c019_and_c023_the_empty_block() {
    changed(
        "MDV-LGC",
        "\"structure\": {}",
        "\"structure\": null",
        &["C019"],
    );
    changed(
        "MDV-LGC",
        "\"structure\": {}",
        "\"structure\": {\"FINESSJuridique\": \"\", \"x\": []}",
        &["C019"],
    );
    changed("MDV-LGC", ",\n        \"structure\": {}", "", &["C019"]);
    check_fixes(
        &replaced(&structure(), "\"liberal\": []", "\"liberal\": null"),
        &["C023"],
    );
    check_fixes(&replaced(&structure(), "\"liberal\": [],", ""), &["S001"]);
}

#[test]
fn c024_false() {
    check_fixes(
        &replaced(
            &structure(),
            "\"STRUCTURE\",",
            "\"STRUCTURE\", \"isMandataire\": true,",
        ),
        &["C024"],
    );
}

#[test]
fn n010_to_n014_the_name() {
    for name in [
        "BDC-00001.pdf",
        "MDV-LGC-Val-BDC-00001.pdf",
        "HOP-LGC-Va1-BDC-00001.pdf",
        "MDV-LGC-Va1-HT-00001.pdf",
        "MDV-LGC-Va1-BDC-00002.pdf",
        "MDV-LGC-Va1-BDC-00001.png",
        "MDV-LGC-Va1-BDC-00001.PDF",
    ] {
        let text = edited("MDV-LGC", "MDV-LGC-Va1-BDC-00001.pdf", name);
        let report = report(&text);
        let code = report.files[0].diagnostics[0].code.as_str();
        check_fixes(&text, &[code]);
    }
}

#[test]
fn c025_null() {
    let text = template("MS1-DUI").replacen("\"isMaitreId\": true", "\"isMaitreId\": false", 1);
    check_fixes(&text, &["C025"]);
}

#[test]
fn j002_to_j016_in_a_whole_file() {
    for (from, to, code) in [
        ("1075.00\n", "1075.00,\n", "J002"),
        ("\"C\",", "\"C\",,", "J002"),
        ("\"C\",", "\"C\"", "J003"),
        ("\"DURAND\",", "\"DURAND,", "J004"),
        ("\"DURAND\"", "\"DU\tRAND\"", "J005"),
        ("\"DURAND\"", "\"D\\URAND\"", "J006"),
        (
            "\"isCentreDeSante\": false",
            "\"isCentreDeSante\": False",
            "J008",
        ),
        (
            "\"isCentreDeSante\": false",
            "\"isCentreDeSante\": vrai",
            "J008",
        ),
        ("\"nomMandataire\": null", "\"nomMandataire\": None", "J008"),
        ("\"TTC\"", "'TTC'", "J015"),
        ("\"TTC\"", "« TTC »", "J015"),
        ("\"TTC\"", "“TTC”", "J015"),
        ("\"impId\": null,", "impId: null,", "J015"),
        ("\"C\",", "\"C\", // créer", "J016"),
        ("\"C\",", "/* créer */ \"C\",", "J016"),
    ] {
        let text = edited("MDV-LGC", from, to);
        check_fixes(&text, &[]);
        let found: Vec<&str> = report(&text).files[0]
            .diagnostics
            .iter()
            .map(|finding| finding.code.as_str())
            .filter(|&code| code != "C022")
            .collect();
        assert_eq!(found, [code], "{to}");
    }
}

#[test]
fn j011_and_j012_the_encoding() {
    check_fixes(&format!("\u{feff}{}", template("MDV-LGC")), &["J012"]);
    let mut latin = edited("MDV-LGC", "DURAND", "DUR@ND").into_bytes();
    if let Some(at) = latin.windows(6).position(|w| w == b"DUR@ND") {
        latin[at + 3] = 0xc9;
    }
    check_fixes(latin, &["J011"]);
}

#[test]
fn many_at_once() {
    let text = several("MDV-LGC", 3)
        .replace("1075.00", "1075,0")
        .replace("\"DURAND\"", "\" Durand\"")
        .replace("\"numeroASP\": null", "\"numeroASP\": \"\"")
        .replace(
            "\"isCentreDeSante\": false",
            "\"isCentreDeSante\": \"false\"",
        )
        .replace("      \"codeTraitement\": null,\n", "")
        .replace("\"typeAction\"", "\"TypeAction\"")
        .replace("\"structure\": {}", "\"structure\": null");
    check_fixes(
        &text,
        &[
            "J007", "F008", "F006", "F011", "S003", "S001", "S002", "C019",
        ],
    );
}

#[test]
fn two_missing_keys_at_one_place() {
    let text = edited(
        "MDV-LGC",
        "      \"codeTraitement\": null,\n      \"libelleTraitement\": null\n",
        "",
    );
    let text = replaced(&text, "      },\n    }", "      }\n    }");
    check_fixes(&text, &["S001"]);
    check_fixes(&minified(&text), &["S001"]);
}

/// A demande for a STRUCTURE.
fn structure() -> String {
    let text = edited("MDV-LGC", "\"LIBERAL\"", "\"STRUCTURE\"");
    let start = text.find("        \"isMandataire\"").unwrap_or_default();
    let end = text
        .find("      },\n      \"piecesJustificatives\"")
        .unwrap_or_default();
    format!(
        "{}        \"liberal\": [],\n        \"structure\": {{\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \"emailResponsable\": \"a.durand@exemple.fr\", \"telephoneResponsable\": \"01\", \"FINESSGeo\": [\"750000002\"]}}\n{}",
        &text[..start],
        &text[end..]
    )
}
