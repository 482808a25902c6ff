//! The report of section 6: places, pointers, controls, verdicts, counts.

use predepot::render::wire::{self, WireDiagnostic, WireFile};
use predepot_tests::{NAME, edited, replaced, report, report_of, several, template};

fn wire(text: impl AsRef<[u8]>) -> WireFile {
    let report = report(text);
    let mut files = wire::report(&report).files;
    files.remove(0)
}

/// The first finding of this code.
fn finding(text: impl AsRef<[u8]>, code: &str) -> WireDiagnostic {
    wire(text)
        .diagnostics
        .into_iter()
        .find(|finding| finding.code == code)
        .unwrap_or_else(|| unreachable!("no {code}"))
}

/// Line, column, end line, end column, offset, length.
type Place = (
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
    Option<u32>,
);

fn place(of: &WireDiagnostic) -> Place {
    (
        of.line,
        of.column,
        of.end_line,
        of.end_column,
        of.offset,
        of.length,
    )
}

fn at(line: u32, column: u32, end: u32, offset: usize, length: u32) -> Place {
    let offset = u32::try_from(offset).unwrap_or_default();
    (
        Some(line),
        Some(column),
        Some(line),
        Some(end),
        Some(offset),
        Some(length),
    )
}

// Places

#[test]
fn an_amount_is_placed_at_its_value() {
    let text = edited("MDV-LGC", "1075.00", "1075");
    let offset = text.find("1075").unwrap_or_default();
    assert_eq!(place(&finding(&text, "F008")), at(14, 27, 31, offset, 4));
}

#[test]
fn offsets_count_the_mark_columns_do_not() {
    let text = format!("\u{feff}{}", edited("MDV-LGC", "1075.00", "1075"));
    let offset = text.find("1075").unwrap_or_default();
    assert_eq!(place(&finding(&text, "F008")), at(14, 27, 31, offset, 4));
    let minified = "\u{feff}{\"impId\": 1}";
    assert_eq!(place(&finding(minified, "F011")), at(1, 11, 12, 13, 1));
}

#[test]
fn columns_count_utf16_units() {
    let text = edited(
        "MDV-LGC",
        "\"dateCommande\": \"15/09/2022\",\n        \"regimeTVA\": \"TTC\"",
        "\"é😀\": 0, \"regimeTVA\": \"X\", \"dateCommande\": \"15/09/2022\"",
    );
    let offset = text.find("\"X\"").unwrap_or_default();
    // é is one unit of its two bytes, 😀 two of its four.
    assert_eq!(place(&finding(&text, "F003")), at(12, 32, 35, offset, 3));
}

#[test]
fn lines_end_with_lf_crlf_or_cr() {
    let text = edited("MDV-LGC", "1075.00", "1075");
    for end in ["\r\n", "\r", "\n"] {
        let text = text.replace('\n', end);
        let offset = text.find("1075").unwrap_or_default();
        assert_eq!(place(&finding(&text, "F008")), at(14, 27, 31, offset, 4));
    }
}

#[test]
fn a_finding_on_the_whole_file_is_at_the_start() {
    let text = edited("MDV-LGC", "\"1234567890\"", "\"0987654321\"");
    let found = finding(&text, "N002");
    assert_eq!((found.line, found.column), (Some(1), Some(1)));
    assert_eq!(found.pointer, None);
}

#[test]
fn findings_are_in_document_order() {
    let text = template("MDV-LGC")
        .replace("\"DURAND\"", "\"Durand\"")
        .replace("\"libelleTraitement\": null", "\"libelleTraitement\": 1")
        .replace("\"impId\": null", "\"impId\": 1")
        .replace("1075.00", "1075");
    let codes: Vec<&str> = wire(&text).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["F011", "F008", "F006", "F011"]);
}

// Pointers

#[test]
fn a_pointer_names_the_value() {
    let text = replaced(
        &several("MDV-LGC", 2),
        "\"numLigne\": 2",
        "\"numLigne\": \"2\"",
    );
    assert_eq!(
        finding(&text, "S003").pointer.as_deref(),
        Some("/lignesImport/1/numLigne")
    );
    let text = edited("MDV-LGC", "\"DURAND\"", "\"Durand\"");
    assert_eq!(
        finding(&text, "F006").pointer.as_deref(),
        Some("/lignesImport/0/beneficiaires/liberal/0/nomMedecin")
    );
}

#[test]
fn a_pointer_in_the_header_and_at_the_root() {
    let text = edited("MDV-LGC", "\"12345678200010\"", "\"1\"");
    assert_eq!(finding(&text, "F001").pointer.as_deref(), Some("/SIRET"));
    let text = edited("MDV-LGC", "  \"impId\": null,\n", "");
    assert_eq!(finding(&text, "S001").pointer.as_deref(), Some(""));
    assert_eq!(finding("[]", "S006").pointer.as_deref(), Some(""));
}

#[test]
fn a_pointer_of_a_missing_key_names_its_parent() {
    let text = edited("MDV-LGC", "        \"regimeTVA\": \"TTC\",\n", "");
    assert_eq!(
        finding(&text, "S001").pointer.as_deref(),
        Some("/lignesImport/0/commande")
    );
}

#[test]
fn a_pointer_escapes_tilde_and_slash() {
    let text = edited(
        "MDV-LGC",
        "\"typeAction\": \"C\",",
        "\"typeAction\": \"C\", \"a/b~c\\u002f\": 1,",
    );
    assert_eq!(
        finding(&text, "S002").pointer.as_deref(),
        Some("/lignesImport/0/a~1b~0c~1")
    );
    let text = edited("MDV-LGC", "\"impId\": null,", "\"impId\": null, \"~1\": 1,");
    assert_eq!(finding(&text, "S002").pointer.as_deref(), Some("/~01"));
}

#[test]
fn a_pointer_counts_the_elements_that_are_no_demande() {
    let text = edited("MDV-LGC", "\"lignesImport\": [", "\"lignesImport\": [null,");
    let text = replaced(&text, "1075.00", "1075");
    assert_eq!(
        finding(&text, "F008").pointer.as_deref(),
        Some("/lignesImport/1/commande/montantSegurHT")
    );
}

#[test]
fn a_pointer_is_of_the_keys_as_written() {
    let text = edited("MDV-LGC", "\"lignesImport\"", "\"LignesImport\"");
    let text = replaced(&text, "1075.00", "1075");
    assert_eq!(
        finding(&text, "F008").pointer.as_deref(),
        Some("/LignesImport/0/commande/montantSegurHT")
    );
    let text = format!("{{\"depot\": {}}}", edited("MDV-LGC", "1075.00", "1075"));
    assert_eq!(
        finding(&text, "F008").pointer.as_deref(),
        Some("/depot/lignesImport/0/commande/montantSegurHT")
    );
}

// Controls

#[test]
fn control_1_of_the_mark_at_the_start() {
    let text = format!("\u{feff}{}", template("MDV-LGC"));
    assert_eq!(finding(text, "J012").control, Some(1));
}
#[test]
fn control_1_of_the_header() {
    for (from, to, code) in [
        ("\"impId\": null", "\"impId\": 1", "F011"),
        ("\"1234567890\"", "\"1\"", "F001"),
        ("\"1234567890\"", "\"\"", "F016"),
        ("\"1234567890\"", "null", "S003"),
        ("\"1234567890\"", "\"12345-7890\"", "F005"),
        ("\"12345678200010\"", "\"1234567820001X\"", "F004"),
        ("  \"impId\": null,\n", "", "S001"),
        ("\"impId\"", "\"ImpId\"", "S002"),
    ] {
        assert_eq!(
            finding(edited("MDV-LGC", from, to), code).control,
            Some(1),
            "{code}"
        );
    }
}

#[test]
fn control_1_of_the_containers_of_a_demande() {
    let commande = "{\n        \"dateCommande\": \"15/09/2022\",\n        \"regimeTVA\": \"TTC\",\n        \"montantSegurHT\": 1075.00\n      }";
    assert_eq!(
        finding(edited("MDV-LGC", commande, "[]"), "S003").control,
        Some(1)
    );
    assert_eq!(
        finding(
            edited("MDV-LGC", &format!("      \"commande\": {commande},\n"), ""),
            "S001"
        )
        .control,
        Some(1)
    );
    assert_eq!(
        finding(edited("MDV-LGC", "\"commande\"", "\"Commande\""), "S002").control,
        Some(1)
    );
    assert_eq!(
        finding(
            edited("MDV-LGC", "\"liberal\": [", "\"liberal\": [5,"),
            "S003"
        )
        .control,
        Some(1)
    );
}

#[test]
fn control_1_of_the_file() {
    assert_eq!(finding("[]", "S006").control, Some(1));
    assert_eq!(finding(several("MDV-LGC", 201), "S005").control, Some(1));
    assert_eq!(
        finding(
            "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": []}",
            "S004"
        )
        .control,
        Some(1)
    );
    assert_eq!(
        finding(
            edited(
                "MDV-LGC",
                "\"typeAction\": \"C\",",
                "\"typeAction\": \"C\", \"typeAction\": \"C\","
            ),
            "J014"
        )
        .control,
        Some(1)
    );
}

#[test]
fn control_2_of_what_is_inside_a_demande() {
    for (from, to, code) in [
        ("\"numeroASP\": null", "\"numeroASP\": 1", "F011"),
        ("\"10001234565\"", "\"1\"", "F001"),
        ("\"DURAND\"", "\"\"", "F016"),
        ("\"TTC\"", "null", "S003"),
        ("\"10001234565\"", "\"1000123456X\"", "F004"),
        ("      \"numLigne\": 1,\n", "", "S001"),
        ("\"typeAction\"", "\"TypeAction\"", "S002"),
        ("1075.00", "1075", "F008"),
        ("1075.00", "0", "F017"),
        ("\"15/09/2022\"", "\"15/09/22\"", "F007"),
        ("\"numLigne\": 1", "\"numLigne\": 0", "F014"),
        ("\"TTC\"", "\"X\"", "F003"),
        ("\"DURAND\"", "\"Durand\"", "F006"),
    ] {
        assert_eq!(
            finding(edited("MDV-LGC", from, to), code).control,
            Some(2),
            "{code}"
        );
    }
}

#[test]
fn control_2_of_an_empty_array_in_a_demande() {
    let text = edited(
        "MS1-DUI",
        "[\n              \"123456789\",\n              \"234567891\"\n            ]",
        "[]",
    );
    assert_eq!(finding(&text, "S004").control, Some(2));
}

#[test]
fn control_none_of_our_own_doubts() {
    assert_eq!(
        finding(edited("MDV-LGC", "\"DURAND\"", "\" DURAND\""), "F013").control,
        None
    );
    assert_eq!(
        finding(
            edited("MDV-LGC", "\"10001234565\"", "\"10001234566\""),
            "F015"
        )
        .control,
        None
    );
    assert_eq!(
        finding(
            "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": [{}]}",
            "S007"
        )
        .control,
        None
    );
}

// Verdicts

#[test]
fn verdict_of_the_file_is_of_its_worst_finding() {
    assert_eq!(wire(template("MDV-LGC")).verdict, "pret");
    assert_eq!(
        wire(edited("MDV-LGC", "\"DURAND\"", "\" DURAND\"")).verdict,
        "a-verifier"
    );
    assert_eq!(
        wire(edited("MDV-LGC", "1075.00", "1075")).verdict,
        "rejet-demandes"
    );
    assert_eq!(
        wire(edited("MDV-LGC", "\"impId\": null", "\"impId\": 1")).verdict,
        "rejet-fichier"
    );
}

#[test]
fn verdict_of_a_name_alone() {
    let text = template("MDV-LGC");
    let report = report_of(&[("demandes.json", text.as_bytes())]);
    let wire = wire::report(&report);
    assert_eq!(wire.files[0].verdict, "a-corriger");
    assert_eq!(wire.files[0].diagnostics[0].control, None);
}

#[test]
fn verdict_of_the_set_is_of_its_worst_file() {
    let good = template("MDV-LGC").replace("00001", "00009");
    let bad = edited("MDV-LGC", "1075.00", "1075");
    let report = report_of(&[(NAME, good.as_bytes()), (NAME, bad.as_bytes())]);
    let wire = wire::report(&report);
    assert_eq!(wire.verdict, "rejet-demandes");
    assert_eq!(wire.counts.erreur, 1);
}

#[test]
fn verdict_and_first_error_of_each_demande() {
    let text = several("MDV-LGC", 3);
    let text = replaced(
        &text,
        "\"numeroEditeur\": \"00002\"",
        "\"numeroEditeur\": \"00-02\"",
    );
    let text = text.replace("BDC-00002", "BDC-00-02");
    let last = text.rfind("1075.00").unwrap_or_default();
    let text = format!("{}0.00{}", &text[..last], &text[last + 7..]);
    let last = text.rfind("\"DURAND\"").unwrap_or_default();
    let text = format!("{}\"Durand\"{}", &text[..last], &text[last + 8..]);
    let file = wire(text);
    let verdicts: Vec<_> = file
        .demandes
        .iter()
        .map(|demande| (demande.verdict, demande.first_error))
        .collect();
    assert_eq!(
        verdicts,
        [
            ("conforme", None),
            ("a-verifier", None),
            ("rejetee", Some(1))
        ]
    );
    assert_eq!(file.diagnostics[1].code, "F017");
    assert_eq!(file.diagnostics[1].demande, Some(2));
}

#[test]
fn demandes_are_described() {
    let file = wire(several("MDV-LGC", 2));
    let second = &file.demandes[1];
    assert_eq!(
        (
            second.index,
            second.num_ligne,
            second.numero_editeur.as_deref()
        ),
        (1, Some(2), Some("00002"))
    );
    assert_eq!((second.start_line, second.end_line), (54, 101));
}

#[test]
fn the_header_s_findings_are_of_no_demande() {
    let file = wire(edited("MDV-LGC", "\"impId\": null", "\"impId\": 1"));
    assert_eq!(file.diagnostics[0].demande, None);
    assert_eq!(file.demandes[0].verdict, "conforme");
    assert_eq!(file.demandes[0].first_error, None);
}

// Counts

#[test]
fn counts_by_severity_and_by_code() {
    let text = several("MDV-LGC", 3).replace("1075.00", "1075");
    let file = wire(text.replacen("\"DURAND\"", "\" DURAND\"", 1));
    assert_eq!(
        (
            file.counts.erreur,
            file.counts.avertissement,
            file.counts.information
        ),
        (3, 1, 0)
    );
    assert_eq!(file.counts.by_code.0, [("F008", 3), ("F013", 1)]);
    assert!(!file.truncated);
}

#[test]
fn profile_basis_and_rules() {
    for (profile, basis, rules) in [
        ("MS1-DUI", "document", "2023-10-02"),
        ("MDV-LGC", "document", "2022-11-04"),
        ("HOP-DPI", "document", "2022-04-15"),
        ("HOP-PFI", "deduit", "2022-04-15"),
        ("HOP-RI", "deduit", "2022-04-15"),
    ] {
        let file = wire(template(profile));
        assert_eq!(
            (file.profile, file.profile_basis, file.rules),
            (Some(profile), Some(basis), Some(rules))
        );
    }
}

#[test]
fn every_finding_speaks_and_cites_its_document() {
    let found = finding(edited("MDV-LGC", "1075.00", "1075"), "F008");
    assert!(found.message.contains("montantSegurHT") && found.message.contains("1075"));
    assert_eq!(found.source.as_deref(), Some("MDV-LGC §3.2"));
    let fix = found.fix.unwrap_or_else(|| unreachable!("F008 has a fix"));
    assert_eq!(
        (fix.safety, fix.edits[0].text.as_str()),
        ("sure", "1075.00")
    );
}
