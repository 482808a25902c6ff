//! The doorway as JavaScript sees it.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Reflect};
use predepot_wasm::{
    Deposit, Fingerprint, PieceReading, ZipReading, all_profiles, catalogue, kind_of, template,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What stands at a path of a value: "files.0.verdict".
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.')
        .fold(value.clone(), |inside, key| match key.parse::<u32>() {
            Ok(index) => inside.unchecked_into::<Array>().get(index),
            Err(_) => Reflect::get(&inside, &key.into()).unwrap_or(JsValue::UNDEFINED),
        })
}

/// A deposit of one file, checked.
fn checked(text: &str) -> Deposit {
    let mut deposit = Deposit::new(2026, 11, 21);
    deposit.add("JSON-MDVLGC0001-20231002-001.json".into(), text.into());
    assert!(deposit.check(None).is_ok());
    deposit
}

#[wasm_bindgen_test]
fn nothing_added_is_nothing_found() {
    let mut deposit = Deposit::new(2026, 11, 21);
    assert!(deposit.check(None).is_ok());
    assert_eq!(at(&deposit.summary(), "verdict"), "pret");
    assert!(deposit.diagnostics(0).is_empty());
}

#[wasm_bindgen_test]
fn a_summary_is_plain_objects() {
    let summary = checked("{}").summary();
    assert_eq!(at(&summary, "files.0.verdict"), "rejet-fichier");
    assert_eq!(at(&summary, "files.0.byCode.S001"), 4.0);
    assert!(at(&summary, "files.0.profile").is_null());
}

#[wasm_bindgen_test]
fn the_portal_stops_at_the_first_error_of_the_file() {
    let deposit = checked("{}");
    assert!(deposit.diagnostics(0).len() > 12);
    assert_eq!(deposit.portail(0).len(), 1);
}

#[wasm_bindgen_test]
fn words_are_given_in_the_language_asked_for() {
    let mut deposit = checked(r#"{"impId": "null"}"#);
    let help = |deposit: &Deposit| {
        let found = deposit
            .diagnostics(0)
            .chunks(12)
            .position(|finding| finding[9] == 10);
        let texts = deposit.texts_of(0, vec![found.unwrap_or_default() as u32], None);
        at(&texts, "0.help").as_string()
    };
    let french = help(&deposit);
    assert!(deposit.speak("en").is_ok() && deposit.speak("de").is_err());
    assert_eq!(
        help(&deposit).as_deref(),
        Some("Remove the quotes: write `null`.")
    );
    assert!(deposit.speak("fr").is_ok());
    assert_eq!(help(&deposit), french);
    let title = |language: Option<&str>| {
        let profiles = all_profiles(language.map(str::to_owned));
        at(&profiles.unwrap_or_default(), "4.title")
    };
    assert_eq!(title(None), title(Some("fr")));
    assert_eq!(title(Some("en")), "Identity repository (hospital)");
    assert!(catalogue(Some("de".into())).is_err());
}

#[wasm_bindgen_test]
fn words_are_given_for_what_is_asked() {
    let deposit = checked(r#"{"impId": 12}"#);
    let texts = deposit.texts_of(0, vec![0], None);
    assert!(
        at(&texts, "0.message")
            .as_string()
            .is_some_and(|message| !message.is_empty())
    );
    assert!(at(&texts, "1").is_undefined());
}

#[wasm_bindgen_test]
fn a_file_that_could_not_be_read_is_a_finding() {
    let mut deposit = Deposit::new(2026, 11, 21);
    deposit.add_unreadable("a.json".into(), "il a disparu".into());
    deposit.add_too_large("b.json".into(), 5e9);
    assert!(deposit.check(None).is_ok());
    assert_eq!(at(&deposit.summary(), "files.0.byCode.X002"), 1.0);
    assert_eq!(at(&deposit.summary(), "files.1.byCode.X003"), 1.0);
}

#[wasm_bindgen_test]
fn every_profile_has_a_template_of_its_own() {
    let profiles = all_profiles(None).unwrap_or_default();
    for profile in profiles.unchecked_into::<Array>().iter() {
        let id = at(&profile, "id").as_string().unwrap_or_default();
        let deposit = checked(&template(&id).unwrap_or_default());
        assert_eq!(
            at(&deposit.summary(), "files.0.profile"),
            JsValue::from(&id)
        );
        // Only the name, which is not the template's, can be wrong.
        let verdict = at(&deposit.summary(), "verdict").as_string();
        assert!(
            verdict.is_some_and(|verdict| !verdict.starts_with("rejet")),
            "{id}"
        );
    }
    assert!(template("XXX-YYY").is_err());
}

#[wasm_bindgen_test]
fn an_unknown_profile_is_refused() {
    let mut deposit = Deposit::new(2026, 11, 21);
    assert!(deposit.check(Some("XXX-YYY".into())).is_err());
}

#[wasm_bindgen_test]
fn rules_have_a_code_and_a_summary() {
    assert_eq!(at(&catalogue(None).unwrap_or_default(), "0.code"), "J001");
    assert!(at(&catalogue(None).unwrap_or_default(), "0.summary").is_string());
}

/// The report of a file in a format; none for an unknown one.
fn written(format: Option<&str>, masked: bool) -> Option<String> {
    let deposit = checked(r#"{"impId": "secret"}"#);
    let report = deposit.report(format.map(str::to_owned), Some(masked));
    report
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[wasm_bindgen_test]
fn the_report_is_json() {
    let report = written(None, false).unwrap_or_default();
    let parsed = js_sys::JSON::parse(&report).unwrap_or(JsValue::NULL);
    assert_eq!(at(&parsed, "schemaVersion"), 1.0);
}

#[wasm_bindgen_test]
fn the_report_has_other_formats() {
    let starts =
        |format, start| written(Some(format), false).is_some_and(|text| text.starts_with(start));
    assert!(starts("json", "{"));
    assert!(starts("csv", "\u{feff}\"Fichier\";"));
    assert!(starts("markdown", "## "));
    assert!(starts("sarif", "{\"$schema\""));
    assert_eq!(written(Some("pdf"), false), None);
}

#[wasm_bindgen_test]
fn a_masked_report_has_no_value() {
    for format in ["json", "csv", "markdown", "sarif"] {
        let is_said =
            |masked| written(Some(format), masked).is_some_and(|text| text.contains("secret"));
        assert!(is_said(false), "{format}");
        assert!(!is_said(true), "{format}");
    }
    let texts = checked(r#"{"impId": "secret"}"#).texts_of(0, (0..9).collect(), Some(true));
    let texts = js_sys::JSON::stringify(&texts)
        .map(String::from)
        .unwrap_or_default();
    assert!(
        texts.contains("impId") && !texts.contains("secret"),
        "{texts}"
    );
}

#[wasm_bindgen_test]
fn a_fingerprint_is_made_a_part_at_a_time() {
    let mut fingerprint = Fingerprint::new();
    fingerprint.give(b"a");
    fingerprint.give(b"bc");
    assert_eq!(
        fingerprint.finish(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

const PDF: &[u8] = b"%PDF-1.7\n%%EOF\n";

#[wasm_bindgen_test]
fn loose_pieces_make_a_zip_that_is_read_as_it_was_written() {
    let mut deposit = Deposit::new(2026, 11, 21);
    let json = template("MDV-LGC").unwrap_or_default();
    let name = "JSON-1234567890-20231002-001.json";
    deposit.add(name.into(), json.clone().into_bytes());
    let mut reading = PieceReading::new(PDF.len() as f64);
    let piece = "MDV-LGC-Va1-BDC-00001.pdf";
    assert_eq!(kind_of(piece, PDF), "piece");
    deposit.add_piece(piece.into(), &reading);
    assert!(deposit.check(None).is_ok());
    assert_eq!(at(&deposit.pieces(), "0.state"), "non-lue");

    reading.give(PDF);
    reading.finish();
    deposit.add(name.into(), json.clone().into_bytes());
    deposit.add_piece(piece.into(), &reading);
    assert!(deposit.check(None).is_ok());
    assert_eq!(at(&deposit.pieces(), "0.state"), "presente");
    let made = deposit.preparation();
    assert_eq!(at(&made, "needed"), true);
    assert_eq!(at(&made, "zips.0.pieces.0.name"), piece);
    assert_eq!(deposit.zip_slices(0), [1.0, 0.0, PDF.len() as f64]);
    let records = deposit.zip_records(0);
    let bytes = [records[0].to_vec(), PDF.to_vec(), records[1].to_vec()].concat();

    let mut zip = ZipReading::new(bytes.len() as f64);
    while let [start, end] = zip.wants()[..] {
        zip.give(&bytes[start as usize..end as usize]);
    }
    assert!(zip.is_listed());
    assert_eq!(at(&zip.entries(), "0.pending"), false);
    deposit.add(name.into(), json.into_bytes());
    deposit.add_zip("PIECES.zip".into(), &zip);
    assert!(deposit.check(None).is_ok());
    assert_eq!(at(&deposit.summary(), "files.1.verdict"), "pret");
    assert_eq!(at(&deposit.preparation(), "needed"), false);
}
