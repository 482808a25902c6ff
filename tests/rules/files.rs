//! What is dropped: what each file is taken for, what cannot be read (X001 to X003), and the verdicts of files and of the set.

use predepot::check::{Content, Dropped, FileKind, Options, Report, Verdict, check as check_files};
use predepot::diag::{Control, Detail};
use predepot_tests::zip::{PDF, file, zip};
use predepot_tests::{
    NAME, alone, changed, edited, findings, replaced, report, report_of, several, template,
};

/// What one file is taken for, its findings and its verdict.
#[track_caller]
fn check(name: &str, bytes: &[u8], kind: FileKind, expected: &[&str], verdict: Verdict) {
    let report = report_of(&[(name, bytes)]);
    let document = &report.files[0];
    assert_eq!(
        (document.kind, findings(document), document.verdict),
        (
            kind,
            expected.iter().map(|line| (*line).to_owned()).collect(),
            verdict
        )
    );
    assert_eq!(report.verdict, verdict);
}

fn dropped(name: &str, content: Content) -> Report {
    let file = Dropped {
        name: name.to_owned(),
        content,
    };
    alone(check_files(vec![file], &Options::default()))
}

#[test]
fn a_text_is_not_recognised() {
    check(
        "notes.txt",
        b"bonjour",
        FileKind::Inconnu,
        &["X001 A 1:1 ``"],
        Verdict::NonControle,
    );
    check(
        "liste.csv",
        b"a;b\n1;2",
        FileKind::Inconnu,
        &["X001 A 1:1 ``"],
        Verdict::NonControle,
    );
    check(
        "binaire.exe",
        b"MZ\x90\0\x03",
        FileKind::Inconnu,
        &["X001 A 1:1 ``"],
        Verdict::NonControle,
    );
}

/// What a file that is no piece is said to be.
#[track_caller]
fn check_other(name: &str, bytes: &[u8], expected: Detail) {
    check(
        name,
        bytes,
        FileKind::Inconnu,
        &["X001 A 1:1 ``"],
        Verdict::NonControle,
    );
    let report = report_of(&[(name, bytes)]);
    assert_eq!(report.files[0].diagnostics[0].detail, expected, "{name}");
}

#[test]
fn an_office_document_is_said_to_be_one() {
    let docx = zip([file("[Content_Types].xml", b"<Types/>")]).bytes();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let is = |words: &str| Detail::Text(words.to_owned());
    check_other("bon.docx", &docx, is("un document Word"));
    check_other("bon.XLSX", &docx, is("un document Excel"));
    check_other("bon.ods", &docx, is("un document OpenDocument"));
    check_other("bon.ppt", old, is("un document PowerPoint"));
    check_other("bon.msg", old, is("un courriel"));
    check_other("bon.rtf", b"{\\rtf1", is("un document Word"));
    check_other("bon", old, is("un document de bureautique, Word ou autre"));
}

#[test]
fn what_else_people_mean_as_a_piece() {
    let is = |words: &str| Detail::Text(words.to_owned());
    check_other("bon.webp", b"RIFF\x04\0\0\0WEBP", is("une image WebP"));
    check_other("pieces.7z", b"7z\xbc\xaf\x27\x1c", is("une archive"));
    check_other("bon.eml", b"Subject: bon", Detail::Word("texte"));
}

#[test]
fn an_office_document_under_the_name_of_a_zip_or_of_a_piece() {
    let docx = zip([file("word/document.xml", b"<document/>")]).bytes();
    for name in ["pieces.zip", "bon.pdf", "bon.JPG"] {
        check(
            name,
            &docx,
            FileKind::Piece,
            &["Z007 E 1:1 ``"],
            Verdict::ACorriger,
        );
    }
}

#[test]
fn a_zip_under_the_name_of_an_office_document() {
    let pieces = zip([file("bon.pdf", PDF)]).bytes();
    for name in ["pieces.docx", "pieces.xlsx", "pieces"] {
        check(name, &pieces, FileKind::Zip, &[], Verdict::Pret);
    }
    let folder = zip([file("word/bon.pdf", PDF)]).bytes();
    check(
        "pieces.zip",
        &folder,
        FileKind::Zip,
        &["Z012 A 1:1 ``"],
        Verdict::AVerifier,
    );
}

#[test]
fn a_json_under_another_name() {
    let text = template("MDV-LGC");
    check(
        "demandes.txt",
        text.as_bytes(),
        FileKind::Json,
        &["N001 E 1:1 ``"],
        Verdict::ACorriger,
    );
    check(
        "demandes",
        format!("\n\u{feff}{text}").trim_start().as_bytes(),
        FileKind::Json,
        &["J012 A 1:1 `\u{feff}`", "N001 E 1:1 ``"],
        Verdict::ACorriger,
    );
}

#[test]
fn a_pdf_named_json() {
    check(
        NAME,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        FileKind::Json,
        &["J011 E 1:1 `%`"],
        Verdict::RejetFichier,
    );
}

#[test]
fn a_zip_named_json() {
    check(
        NAME,
        b"PK\x03\x04\x14\0\0\0\x08\0abc",
        FileKind::Json,
        &["J011 E 1:1 `P`"],
        Verdict::RejetFichier,
    );
}

#[test]
fn an_empty_json() {
    check(
        NAME,
        b"",
        FileKind::Json,
        &["J010 E 1:1 ``"],
        Verdict::RejetFichier,
    );
}

#[test]
fn unreadable() {
    let report = dropped(NAME, Content::Unreadable("permission refusée".to_owned()));
    assert_eq!(findings(&report.files[0]), ["X002 E 1:1 ``"]);
    assert_eq!(
        report.files[0].diagnostics[0].detail,
        Detail::Text("permission refusée".to_owned())
    );
    assert_eq!(report.verdict, Verdict::ACorriger);
}

#[test]
fn too_large_to_be_read() {
    let report = dropped(NAME, Content::TooLarge((64 << 20) + 1));
    assert_eq!(findings(&report.files[0]), ["X003 E 1:1 ``"]);
    assert_eq!(
        report.files[0].diagnostics[0].detail,
        Detail::Count {
            expected: 64,
            found: 65
        }
    );
    assert_eq!(
        (report.files[0].kind, report.verdict),
        (FileKind::Json, Verdict::ACorriger)
    );
}

#[test]
fn too_large_once_read() {
    let size = 64 << 20;
    let mut bytes = template("MDV-LGC").into_bytes();
    bytes.resize(size, b' ');
    let report = dropped(NAME, Content::Bytes(bytes.clone()));
    assert_eq!(
        (findings(&report.files[0]).len(), report.verdict),
        (0, Verdict::Pret)
    );
    bytes.push(b' ');
    let report = dropped(NAME, Content::Bytes(bytes));
    assert_eq!(findings(&report.files[0]), ["X003 E 1:1 ``"]);
}

// Verdicts: the first that applies.

fn verdict(text: &str) -> Verdict {
    report(text).verdict
}

#[test]
fn nothing_dropped_is_ready() {
    assert_eq!(
        check_files(Vec::new(), &Options::default()).verdict,
        Verdict::Pret
    );
}

#[test]
fn of_an_information() {
    assert_eq!(verdict(&template("MS1-DUI")), Verdict::Pret);
}

#[test]
fn of_a_warning() {
    assert_eq!(
        verdict(&edited("MDV-LGC", "\"DURAND\"", "\"DURAND \"")),
        Verdict::AVerifier
    );
}

#[test]
fn of_an_error_in_a_demande() {
    assert_eq!(
        verdict(&edited("MDV-LGC", "1075.00", "1075")),
        Verdict::RejetDemandes
    );
}

#[test]
fn of_an_error_of_the_first_control() {
    for (from, to) in [
        ("\"impId\": null", "\"impId\": 1"),
        ("\"numeroAns\": \"1234567890\"", "\"numeroAns\": \"1\""),
        (
            "\"SIRET\": \"12345678200010\"",
            "\"SIRET\": \"1234567820001A\"",
        ),
        ("  \"impId\": null,\n", ""),
        ("\"numeroAns\"", "\"numeroans\""),
        ("\"structure\": {}", "\"structure\": {},"),
        (
            "\"regimeTVA\": \"TTC\"",
            "\"regimeTVA\": \"TTC\", \"regimeTVA\": \"TTC\"",
        ),
    ] {
        assert_eq!(
            verdict(&changed("MDV-LGC", &[("1075.00", "1075"), (from, to)])),
            Verdict::RejetFichier,
            "{to}"
        );
    }
}

#[test]
fn of_a_container_missing_or_of_another_type() {
    let text = template("MDV-LGC");
    let start = text.find("\"commande\": {").unwrap_or_default();
    let end = start + text[start..].find('}').unwrap_or_default() + 1;
    assert_eq!(
        verdict(&format!(
            "{}\"commande\": []{}",
            &text[..start],
            &text[end..]
        )),
        Verdict::RejetFichier
    );
    assert_eq!(
        verdict(&format!(
            "{}{}",
            &text[..start],
            text[end..].trim_start_matches(',')
        )),
        Verdict::RejetFichier
    );
    assert_eq!(
        verdict(
            "{\"impId\": null, \"numeroAns\": \"1234567890\", \"SIRET\": \"12345678200010\", \"lignesImport\": []}"
        ),
        Verdict::RejetFichier
    );
}

#[test]
fn of_a_value_of_another_type() {
    assert_eq!(
        verdict(&edited(
            "MDV-LGC",
            "\"regimeTVA\": \"TTC\"",
            "\"regimeTVA\": null"
        )),
        Verdict::RejetDemandes
    );
    assert_eq!(
        verdict(&edited("MDV-LGC", "        \"regimeTVA\": \"TTC\",\n", "")),
        Verdict::RejetDemandes
    );
}

#[test]
fn of_more_than_200_demandes() {
    assert_eq!(verdict(&several("MDV-LGC", 201)), Verdict::RejetFichier);
}

#[test]
fn of_a_name_after_a_demande() {
    let text = edited("MDV-LGC", "1075.00", "1075");
    assert_eq!(
        report_of(&[("x.json", text.as_bytes())]).verdict,
        Verdict::RejetDemandes
    );
}

#[test]
fn of_no_profile() {
    let text = "{\"impId\": 1, \"lignesImport\": [{\"a\": 1}]}";
    assert_eq!(verdict(text), Verdict::NonControle);
}

#[test]
fn of_an_answer_even_with_a_syntax_error() {
    let text = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"12\",",
    );
    assert_eq!(
        verdict(&replaced(
            &text,
            "\"typeAction\": \"C\",",
            "\"typeAction\": \"C\""
        )),
        Verdict::RetourAsp
    );
}

#[test]
fn of_the_set_is_the_worst() {
    let ready = template("MDV-LGC").replace("00001", "00009");
    let rejected = edited("MDV-LGC", "1075.00", "1075");
    let broken = "{";
    let of = |files: &[(&str, &str)]| {
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        report_of(&files).verdict
    };
    assert_eq!(
        of(&[(NAME, &ready), (NAME, &rejected)]),
        Verdict::RejetDemandes
    );
    assert_eq!(
        of(&[(NAME, &rejected), (NAME, broken)]),
        Verdict::RejetFichier
    );
    assert_eq!(
        of(&[("notes.txt", "bonjour"), (NAME, &ready)]),
        Verdict::Pret
    );
    assert_eq!(of(&[("notes.txt", "bonjour")]), Verdict::NonControle);
}

#[test]
fn counts_of_the_set_are_the_sum() {
    let rejected = edited("MDV-LGC", "1075.00", "1075");
    let report = report_of(&[
        (NAME, rejected.as_bytes()),
        (
            "JSON-1234567890-20231015-002.json",
            rejected.replace("00001", "00002").as_bytes(),
        ),
    ]);
    assert_eq!(
        (
            report.counts.erreur,
            report.counts.avertissement,
            report.counts.information
        ),
        (2, 0, 0)
    );
}

// Demandes and controls.

#[test]
fn the_first_error_of_each_demande() {
    use predepot::check::DemandeVerdict::{AVerifier, Conforme, Rejetee};
    let text = several("MDV-LGC", 3);
    let text = text.replacen("\"DURAND\"", "\"DURAND \"", 1);
    let at = text.rfind("\"TTC\"").unwrap_or_default();
    let text = format!(
        "{}\"ttc\"{}",
        &text[..at],
        text[at + 5..].replacen("1075.00", "1075", 1)
    );
    let report = report(text);
    let demandes: Vec<_> = report.files[0]
        .demandes
        .iter()
        .map(|demande| (demande.verdict, demande.first_error))
        .collect();
    assert_eq!(
        demandes,
        [(AVerifier, None), (Conforme, None), (Rejetee, Some(1))]
    );
}

#[test]
fn controls_of_values_keys_and_containers() {
    let text = changed(
        "MDV-LGC",
        &[
            ("\"impId\": null", "\"impId\": 1"),
            ("\"regimeTVA\": \"TTC\"", "\"regimetva\": \"TTC\""),
            ("1075.00", "1075"),
            ("\"DURAND\"", "\"DURAND \""),
            ("\"piecesJustificatives\": [", "\"piecesJustificative\": ["),
        ],
    );
    let report = report(text);
    let found: Vec<_> = report.files[0]
        .diagnostics
        .iter()
        .map(|finding| (finding.code.as_str(), finding.control))
        .collect();
    assert_eq!(
        found,
        [
            ("F011", Some(Control::Fichier)),
            ("S002", Some(Control::Demande)),
            ("F008", Some(Control::Demande)),
            ("F013", None),
            ("S002", Some(Control::Fichier)),
        ]
    );
}
