//! S006 (another root than an object), S007 (no profile is found), S008 (software mixed in one file).

use predepot::check::Verdict;
use predepot_tests::{NAME, check, edited, replaced, report, report_of, template};

// S006

#[test]
fn s006_each_kind_of_root() {
    for root in ["[]", "\"texte\"", "12", "true", "false", "null"] {
        check(root, &[&format!("S006 E 1:1 `{root}`")]);
    }
}

#[test]
fn s006_an_array_of_demandes() {
    check(
        "\n [{\"numLigne\": 1}]",
        &["S006 E 2:2 `[{\"numLigne\": 1}]`"],
    );
}

#[test]
fn s006_rejects_the_file() {
    assert_eq!(report("[]").files[0].verdict, Verdict::RejetFichier);
}

#[test]
fn s006_has_no_profile_finding() {
    assert!(report("[]").files[0].profile.is_none());
}

// S007

const HEADER: &str = "\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\"";

#[test]
fn s007_no_shape_and_no_name() {
    let text =
        format!("{{{HEADER}: [{{\"numLigne\": 5, \"commande\": {{\"montantSegurHT\": 1}}}}]}}");
    check(&text, &["S007 A 1:1 ``"]);
    assert_eq!(report(&text).files[0].verdict, Verdict::NonControle);
}

#[test]
fn s007_the_header_is_still_checked() {
    check(
        "{\"impId\": 1, \"numeroAns\": \"12345\", \"lignesImport\": [{}]}",
        &[
            "S001 E 1:1 `{`",
            "S007 A 1:1 ``",
            "F011 E 1:11 `1`",
            "F001 E 1:27 `\"12345\"`",
        ],
    );
}

#[test]
fn s007_the_list_is_still_checked() {
    check(
        format!("{{{HEADER}:\n [{{}}, 1]}}"),
        &["S007 A 1:1 ``", "S003 E 2:7 `1`"],
    );
}

#[test]
fn s007_the_file_name_is_still_checked() {
    let report = report_of(&[("demande.json", format!("{{{HEADER}: [{{}}]}}").as_bytes())]);
    let codes: Vec<&str> = report.files[0]
        .diagnostics
        .iter()
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!(codes, ["S007", "N001"]);
}

#[test]
fn s007_without_a_demande_is_silent() {
    check(format!("{{{HEADER}: []}}"), &["S004 E 1:87 `[]`"]);
}

#[test]
fn s007_says_a_demande_de_solde() {
    let solde = |demande: &str| {
        let report = report(format!("{{{HEADER}: [{demande}]}}"));
        let wire = predepot::render::wire::report(&report);
        assert_eq!(wire.files[0].diagnostics[0].code, "S007");
        wire.files[0].diagnostics[0].message.contains("solde")
    };
    assert!(solde("{\"montantSolde\": 12.00}"));
    assert!(solde("{\"numeroASP\": \"123\"}"));
    assert!(!solde("{\"numLigne\": 1}"));
}

#[test]
fn s007_a_profile_chosen_by_hand_is_checked() {
    let report = predepot::check::check(
        vec![predepot::check::Dropped {
            name: NAME.to_owned(),
            content: predepot::check::Content::Bytes(format!("{{{HEADER}: [{{}}]}}").into_bytes()),
        }],
        &predepot::check::Options {
            today: None,
            profile: predepot::profiles::by_id("MDV-LGC"),
            ..predepot::check::Options::default()
        },
    );
    let file = &report.files[0];
    assert_eq!(file.basis, Some(predepot::check::Basis::Choisi));
    assert_eq!(predepot_tests::findings(file), ["S001 E 1:88 `{`"; 10]);
}

#[test]
fn s007_piece_names_are_enough() {
    let text = format!(
        "{{{HEADER}: [{{\"piecesJustificatives\": [{{\"nomFichier\": \"HOP-RI-Va1-BDC-00001.pdf\"}}]}}]}}"
    );
    let report = report(text);
    assert_eq!(
        report.files[0].profile.map(|profile| profile.id),
        Some("HOP-RI")
    );
}

// S008

/// Two demandes of two profiles; the header and the first demande are of the first.
fn mixed(first: &str, second: &str) -> String {
    let second = template(second);
    let start = second.find("    {\n      \"numLigne\"").unwrap_or_default();
    let end = second.rfind("\n  ]").unwrap_or_default();
    let second = second[start..end]
        .replace("00001", "00002")
        .replace("\"numLigne\": 1,", "\"numLigne\": 2,");
    replaced(
        &template(first),
        "\n    }\n  ]",
        &format!("\n    }},\n{second}\n  ]"),
    )
}

#[test]
fn s008_at_the_brace_of_the_demande() {
    check(mixed("MDV-LGC", "MS1-DUI"), &["S008 E 54:5 `{`"]);
    check(mixed("MS1-DUI", "MDV-LGC"), &["S008 E 75:5 `{`"]);
    check(mixed("MDV-LGC", "HOP-DPI"), &["S008 E 54:5 `{`"]);
}

#[test]
fn s008_among_hospital_software() {
    check(mixed("HOP-DPI", "HOP-PFI"), &["S008 E 62:5 `{`"]);
    check(mixed("HOP-PFI", "HOP-RI"), &["S008 E 62:5 `{`"]);
}

#[test]
fn s008_among_hospital_software_needs_all_names() {
    let text = mixed("HOP-DPI", "HOP-PFI");
    let text = replaced(
        &text,
        "HOP-PFI-Va1-HT-00002.pdf",
        "HOP-DPI-Va1-HT-00002.pdf",
    );
    assert!(
        report(text).files[0]
            .diagnostics
            .iter()
            .all(|finding| finding.code.as_str() != "S008")
    );
}

#[test]
fn s008_the_demande_is_checked_by_its_own_profile() {
    let text = mixed("MDV-LGC", "MS1-DUI");
    check(
        replaced(
            &text,
            "\"nomResponsableOG\": \"DURAND\"",
            "\"nomResponsableOG\": \"Durand\"",
        ),
        &["S008 E 54:5 `{`", "F006 E 83:33 `\"Durand\"`"],
    );
}

#[test]
fn s008_the_most_frequent_shape_is_the_file_s() {
    let text = mixed("MS1-DUI", "MDV-LGC");
    let second = text.rfind("    {\n      \"numLigne\"").unwrap_or_default();
    let end = text.rfind("\n  ]").unwrap_or_default();
    let third = text[second..end]
        .replace("00002", "00003")
        .replace("\"numLigne\": 2,", "\"numLigne\": 3,");
    let text = format!("{},\n{third}{}", &text[..end], &text[end..]);
    check(text, &["S008 E 6:5 `{`"]);
}

#[test]
fn s008_of_equals_the_first() {
    let report = report(mixed("MS1-DUI", "MDV-LGC"));
    assert_eq!(
        report.files[0].profile.map(|profile| profile.id),
        Some("MS1-DUI")
    );
}

#[test]
fn s008_rejects_the_file() {
    assert_eq!(
        report(mixed("MDV-LGC", "MS1-DUI")).files[0].verdict,
        Verdict::RejetFichier
    );
}

#[test]
fn s008_needs_a_shape() {
    check(
        edited(
            "MDV-LGC",
            "MDV-LGC-Va1-BDC-00001.pdf",
            "MS1-DUI-Va1-BDC-00001.pdf",
        ),
        &["N011 E 35:25 `\"MS1-DUI-Va1-BDC-00001.pdf\"`"],
    );
}
