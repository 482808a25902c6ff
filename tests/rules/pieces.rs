//! Pieces of a demande: which are due (C008 to C011), and their names (N010 to N014).

use predepot::diag::{Safety, apply};
use predepot_tests::{changed, check, edited, replaced, report, template};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

/// The template of a profile with this `regimeTVA` and these pieces: file name's end, `formatFichier`, `typeFichier`.
fn with(profile: &str, regime: &str, pieces: &[(&str, &str, &str)]) -> String {
    let text = template(profile);
    let start = text.find("\"piecesJustificatives\": [").unwrap_or_default()
        + "\"piecesJustificatives\": ".len();
    let end = text
        .find("],\n      \"scenarioInstallation\"")
        .unwrap_or_default();
    let pieces: Vec<String> = pieces
        .iter()
        .map(|(name, format, kind)| format!("{{\"nomFichier\": \"{profile}-Va1-{name}\", \"formatFichier\": \"{format}\", \"typeFichier\": \"{kind}\"}}"))
        .collect();
    let text = format!("{}[{}{}", &text[..start], pieces.join(",\n"), &text[end..]);
    text.replace(
        "\"regimeTVA\": \"TTC\"",
        &format!("\"regimeTVA\": \"{regime}\""),
    )
    .replace(
        "\"regimeTVA\": \"HT\"",
        &format!("\"regimeTVA\": \"{regime}\""),
    )
}

const ORDER: (&str, &str, &str) = ("BDC-00001.pdf", "PDF", "BON_COMMANDE");
const ORDER_PNG: (&str, &str, &str) = ("BDC-00001.png", "PNG", "BON_COMMANDE");
const PROOF: (&str, &str, &str) = ("HT-00001.pdf", "PDF", "PREUVE_HT");

/// The findings of a file, but for reminders.
fn found(text: &str) -> Vec<String> {
    let report = report(text);
    predepot_tests::findings(&report.files[0])
        .into_iter()
        .filter(|line| !line.starts_with("C022"))
        .map(|line| line[..6].to_owned())
        .collect()
}

#[test]
fn an_order_and_its_proof() {
    for profile in PROFILES {
        assert_eq!(found(&with(profile, "TTC", &[ORDER])), [""; 0], "{profile}");
        assert_eq!(
            found(&with(profile, "HT", &[ORDER, PROOF])),
            [""; 0],
            "{profile}"
        );
        assert_eq!(
            found(&with(profile, "HT", &[PROOF, ORDER])),
            [""; 0],
            "{profile}"
        );
    }
}

#[test]
fn no_order_in_every_profile() {
    for profile in PROFILES {
        assert_eq!(
            found(&with(profile, "HT", &[PROOF])),
            ["C008 E"],
            "{profile}"
        );
        assert_eq!(found(&with(profile, "HT", &[])), ["C008 E"], "{profile}");
        assert_eq!(
            found(&with(profile, "HT", &[ORDER])),
            ["C010 E"],
            "{profile}"
        );
        assert_eq!(
            found(&with(profile, "TTC", &[ORDER, PROOF])),
            ["C011 A"],
            "{profile}"
        );
        assert_eq!(
            found(&with(profile, "TTC", &[ORDER, ORDER_PNG])),
            ["C009 E"],
            "{profile}"
        );
    }
}

#[test]
fn no_piece_at_all_is_only_c008() {
    check(with("MDV-LGC", "HT", &[]), &["C008 E 33:31 `[]`"]);
    check(with("MDV-LGC", "TTC", &[]), &["C008 E 33:31 `[]`"]);
}

#[test]
fn no_order_stands_at_the_list() {
    check(
        edited(
            "HOP-DPI",
            "\"typeFichier\": \"BON_COMMANDE\"",
            "\"typeFichier\": \"PREUVE_HT\"",
        ),
        &[
            "C008 E 31:31 `[…`",
            "N012 E 33:25 `\"HOP-DPI-Va1-BDC-00001.pdf\"`",
        ],
    );
}

#[test]
fn two_orders() {
    let text = with("MDV-LGC", "TTC", &[ORDER, ORDER_PNG, ORDER_PNG]);
    check(
        &text,
        &[
            "C009 E 34:84 `\"BON_COMMANDE\"`",
            "N015 E 35:16 `\"MDV-LGC-Va1-BDC-00001.png\"`",
            "C009 E 35:84 `\"BON_COMMANDE\"`",
        ],
    );
    let report = report(with("MDV-LGC", "TTC", &[ORDER, ORDER_PNG]));
    let document = &report.files[0];
    let place = document
        .lines()
        .place(document.diagnostics[0].related[0].span.start);
    assert_eq!((place.line, place.column), (33, 115));
}

#[test]
fn a_proof_missing() {
    check(
        edited("MDV-LGC", "\"TTC\"", "\"HT\""),
        &["C010 E 33:31 `[…`"],
    );
}

#[test]
fn a_proof_too_many() {
    check(
        with("MDV-LGC", "TTC", &[ORDER, PROOF]),
        &["C011 A 34:83 `\"PREUVE_HT\"`"],
    );
}

#[test]
fn neither_order_nor_proof() {
    check(
        with("MDV-LGC", "HT", &[("BDC-00001.pdf", "PDF", "AUTRE")]),
        &["F003 E 33:115 `\"AUTRE\"`"],
    );
}

#[test]
fn a_broken_type_may_be_the_missing_piece() {
    check(
        edited("HOP-DPI", "\"BON_COMMANDE\"", "\"bon de commande\""),
        &["F003 E 35:26 `\"bon de commande\"`"],
    );
    check(
        edited("HOP-DPI", "\"PREUVE_HT\"", "null"),
        &["S003 E 40:26 `null`"],
    );
    check(
        edited("HOP-DPI", ",\n          \"typeFichier\": \"PREUVE_HT\"", ""),
        &["S001 E 37:9 `{`"],
    );
    check(
        with("MDV-LGC", "TTC", &[]).replace(
            "\"piecesJustificatives\": []",
            "\"piecesJustificatives\": [null]",
        ),
        &["S003 E 33:32 `null`"],
    );
}

#[test]
fn a_broken_regime_asks_for_no_proof() {
    check(
        edited("MDV-LGC", "\"TTC\"", "\"ht\""),
        &["F003 E 13:22 `\"ht\"`"],
    );
    check(
        edited("HOP-DPI", "\"regimeTVA\": \"HT\"", "\"regimeTVA\": null"),
        &["S003 E 13:22 `null`"],
    );
}

#[test]
fn a_broken_list() {
    for value in ["null", "{}", "\"\""] {
        let text = with("MDV-LGC", "HT", &[]).replace(
            "\"piecesJustificatives\": []",
            &format!("\"piecesJustificatives\": {value}"),
        );
        assert_eq!(found(&text), ["S003 E"]);
    }
    check(
        with("MDV-LGC", "HT", &[]).replace("\"piecesJustificatives\": [],\n", ""),
        &["S001 E 6:5 `{`"],
    );
}

// Names.

/// The name of the order.
fn name(name: &str) -> String {
    edited("MDV-LGC", "MDV-LGC-Va1-BDC-00001.pdf", name)
}

#[test]
fn names_of_no_form() {
    check(
        name("bon de commande.pdf"),
        &["N010 E 35:25 `\"bon de commande.pdf\"`"],
    );
    check(
        name("MDV-LGC-Val-BDC-00001.pdf"),
        &["N010 E 35:25 `\"MDV-LGC-Val-BDC-00001.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va2-BDC-00001.pdf"),
        &["N010 E 35:25 `\"MDV-LGC-Va2-BDC-00001.pdf\"`"],
    );
    check(
        name("MDV-LGC-VA1-BDC-00001.pdf"),
        &["N010 E 35:25 `\"MDV-LGC-VA1-BDC-00001.pdf\"`"],
    );
    check(
        name("MDV_LGC_Va1_BDC_00001.pdf"),
        &["N010 E 35:25 `\"MDV_LGC_Va1_BDC_00001.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BC-00001.pdf"),
        &["N010 E 35:25 `\"MDV-LGC-Va1-BC-00001.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001"),
        &["N010 E 35:25 `\"MDV-LGC-Va1-BDC-00001\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001.jpeg"),
        &["N010 E 35:25 `\"MDV-LGC-Va1-BDC-00001.jpeg\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-.pdf"),
        &["N010 E 35:25 `\"MDV-LGC-Va1-BDC-.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001.pdf "),
        &["N010 E 35:25 `\"MDV-LGC-Va1-BDC-00001.pdf \"`"],
    );
}

#[test]
fn val_is_named_as_such() {
    use predepot::diag::Detail;
    let detail = |text: &str| report(name(text)).files[0].diagnostics[0].detail.clone();
    assert_eq!(detail("MDV-LGC-Val-BDC-00001.pdf"), Detail::Word("Val"));
    assert_eq!(detail("autre.pdf"), Detail::Word("forme"));
}

#[test]
fn another_couloir_or_software() {
    check(
        name("HOP-LGC-Va1-BDC-00001.pdf"),
        &["N011 E 35:25 `\"HOP-LGC-Va1-BDC-00001.pdf\"`"],
    );
    check(
        name("MDV-DUI-Va1-BDC-00001.pdf"),
        &["N011 E 35:25 `\"MDV-DUI-Va1-BDC-00001.pdf\"`"],
    );
    check(
        name("mdv-lgc-Va1-BDC-00001.pdf"),
        &["N011 E 35:25 `\"mdv-lgc-Va1-BDC-00001.pdf\"`"],
    );
    check(
        edited("MS1-DUI", "MS1-DUI-Va1", "MDV-LGC-Va1"),
        &["N011 E 47:25 `\"MDV-LGC-Va1-BDC-00001.pdf\"`"],
    );
}

#[test]
fn another_hospital_software_in_one_name() {
    // One of two names: still a HOP-DPI file.
    check(
        edited("HOP-DPI", "HOP-DPI-Va1-HT", "HOP-PFI-Va1-HT"),
        &["N011 E 38:25 `\"HOP-PFI-Va1-HT-00001.pdf\"`"],
    );
}

#[test]
fn bdc_or_ht_against_the_type() {
    check(
        name("MDV-LGC-Va1-HT-00001.pdf"),
        &["N012 E 35:25 `\"MDV-LGC-Va1-HT-00001.pdf\"`"],
    );
    check(
        changed("HOP-DPI", &[("HOP-DPI-Va1-HT-", "HOP-DPI-Va1-BDC-")]),
        &["N012 E 38:25 `\"HOP-DPI-Va1-BDC-00001.pdf\"`"],
    );
}

#[test]
fn another_number() {
    check(
        name("MDV-LGC-Va1-BDC-00002.pdf"),
        &["N013 E 35:25 `\"MDV-LGC-Va1-BDC-00002.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-1.pdf"),
        &["N013 E 35:25 `\"MDV-LGC-Va1-BDC-1.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001-2.pdf"),
        &["N013 E 35:25 `\"MDV-LGC-Va1-BDC-00001-2.pdf\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001.pdf.pdf"),
        &["N013 E 35:25 `\"MDV-LGC-Va1-BDC-00001.pdf.pdf\"`"],
    );
}

#[test]
fn extension_against_the_format() {
    check(
        name("MDV-LGC-Va1-BDC-00001.png"),
        &["N014 E 35:25 `\"MDV-LGC-Va1-BDC-00001.png\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001.PDF"),
        &["N014 A 35:25 `\"MDV-LGC-Va1-BDC-00001.PDF\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-00001.JPG"),
        &["N014 E 35:25 `\"MDV-LGC-Va1-BDC-00001.JPG\"`"],
    );
}

#[test]
fn the_first_fault_that_applies() {
    check(
        name("HOP-DPI-Val-HT-9.png"),
        &["N010 E 35:25 `\"HOP-DPI-Val-HT-9.png\"`"],
    );
    check(
        name("HOP-DPI-Va1-HT-9.png"),
        &["N011 E 35:25 `\"HOP-DPI-Va1-HT-9.png\"`"],
    );
    check(
        name("MDV-LGC-Va1-HT-9.png"),
        &["N012 E 35:25 `\"MDV-LGC-Va1-HT-9.png\"`"],
    );
    check(
        name("MDV-LGC-Va1-BDC-9.png"),
        &["N013 E 35:25 `\"MDV-LGC-Va1-BDC-9.png\"`"],
    );
}

#[test]
fn silent_beside_broken_values() {
    let text = name("MDV-LGC-Va1-HT-00009.png");
    check(
        replaced(&text, "\"BON_COMMANDE\"", "\"bon\""),
        &[
            "N013 E 35:25 `\"MDV-LGC-Va1-HT-00009.png\"`",
            "F003 E 37:26 `\"bon\"`",
        ],
    );
    let text = replaced(
        &text,
        "\"numeroEditeur\": \"00001\"",
        "\"numeroEditeur\": \"1\"",
    );
    let text = replaced(&text, "\"BON_COMMANDE\"", "\"bon\"");
    check(
        &text,
        &[
            "F001 E 10:24 `\"1\"`",
            "N014 E 35:25 `\"MDV-LGC-Va1-HT-00009.png\"`",
            "F003 E 37:26 `\"bon\"`",
        ],
    );
    check(
        replaced(&text, "\"PDF\"", "\"pdf\""),
        &[
            "F001 E 10:24 `\"1\"`",
            "F003 E 36:28 `\"pdf\"`",
            "F003 E 37:26 `\"bon\"`",
        ],
    );
}

#[test]
fn a_name_of_another_type_or_too_long() {
    check(
        edited("MDV-LGC", "\"MDV-LGC-Va1-BDC-00001.pdf\"", "null"),
        &["S003 E 35:25 `null`"],
    );
    check(
        name(&"a".repeat(51)),
        &["F002 E 35:25 `\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"`"],
    );
    check(name(""), &["F016 E 35:25 `\"\"`"]);
}

#[test]
fn every_fix_is_the_conforming_name_to_confirm() {
    for wrong in [
        "bon.pdf",
        "MDV-LGC-Val-BDC-00001.pdf",
        "HOP-LGC-Va1-BDC-00001.pdf",
        "MDV-LGC-Va1-HT-00001.pdf",
        "MDV-LGC-Va1-BDC-00002.pdf",
        "MDV-LGC-Va1-BDC-00001.png",
        "MDV-LGC-Va1-BDC-00001.PDF",
    ] {
        let text = name(wrong);
        let report = report(&text);
        let fix = report.files[0].diagnostics[0]
            .fix
            .clone()
            .unwrap_or_else(|| unreachable!("{wrong}"));
        assert_eq!(fix.safety, Safety::AConfirmer);
        assert_eq!(
            fix.rename,
            Some((wrong.to_owned(), "MDV-LGC-Va1-BDC-00001.pdf".to_owned()))
        );
        assert_eq!(
            String::from_utf8_lossy(&apply(text.as_bytes(), &fix.edits)),
            template("MDV-LGC")
        );
    }
}

#[test]
fn no_fix_writes_a_name_that_is_taken() {
    let text = with("MDV-LGC", "TTC", &[ORDER, ("x.pdf", "PDF", "BON_COMMANDE")]);
    let report = report(text);
    let finding = report.files[0]
        .diagnostics
        .iter()
        .find(|finding| finding.code.as_str() == "N010");
    assert_eq!(
        finding
            .and_then(|finding| finding.fix.as_ref())
            .map(|fix| (fix.safety, fix.rename.clone())),
        Some((Safety::ASaisir, None))
    );
}

#[test]
fn whole_demandes_of_another_software_are_named_by_theirs() {
    let hop = template("HOP-DPI");
    let start = hop.find("    {\n      \"numLigne\"").unwrap_or_default();
    let end = hop.rfind("\n  ]").unwrap_or_default();
    let other = hop[start..end]
        .replace("\"numLigne\": 1", "\"numLigne\": 3")
        .replace("00001", "00003");
    let two = predepot_tests::several("MDV-LGC", 2);
    let end = two.rfind("\n  ]").unwrap_or_default();
    check(
        format!("{},\n{other}{}", &two[..end], &two[end..]),
        &["S008 E 102:5 `{`"],
    );
}
