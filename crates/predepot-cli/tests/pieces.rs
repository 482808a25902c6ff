//! `predepot check` of JSONs with their ZIPs, loose pieces and folders.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use predepot_tests::zip::{PDF, file, zip};
use serde_json::Value;
use support::{Folder, NAME, Ran, mdv};

const BDC: &str = "MDV-LGC-Va1-BDC-00001.pdf";

fn pieces(names: &[&str]) -> Vec<u8> {
    zip(names.iter().map(|name| file(name, PDF))).bytes()
}

/// The JSON report without the order of its files.
fn report(ran: &Ran) -> Vec<String> {
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let mut files: Vec<String> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(Value::to_string)
        .collect();
    files.sort();
    files
}

/// The last lines: the recap.
#[track_caller]
fn check(folder: &Folder, args: &[&str], recap: &str, code: i32) {
    let ran = folder.run(&[&["check"], args].concat());
    assert!(ran.out.ends_with(recap), "{}", ran.out);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(code)));
}

#[test]
fn a_json_and_its_zip() {
    let folder = Folder::new("pieces-ready")
        .with(NAME, mdv(&[]))
        .with("pieces.zip", pieces(&[BDC]));
    check(
        &folder,
        &[NAME, "pieces.zip"],
        "
pieces.zip~: 1 fichier · aucun point
Pièces~: 1 attendue · 1 présente
Prêt à déposer~: 1 demande, aucun point à reprendre.
",
        0,
    );
}

#[test]
fn a_zip_beside_an_answer_is_not_ready_to_be_submitted() {
    let rejected = ("\"codeTraitement\": null", "\"codeTraitement\": \"0012\"");
    let folder = Folder::new("pieces-answer")
        .with(NAME, mdv(&[rejected]))
        .with("pieces.zip", pieces(&[BDC]));
    let answer = "Réponse de l'ASP~: 0 demande acceptée, 1 rejetée.\n";
    check(&folder, &[NAME, "pieces.zip"], answer, 1);
}

#[test]
fn a_missing_piece_is_framed_where_it_is_declared() {
    let folder = Folder::new("pieces-missing")
        .with(NAME, mdv(&[]))
        .with("pieces.zip", pieces(&["scan.pdf"]));
    let ran = folder.run(&["check", NAME, "pieces.zip"]);
    let (_, finding) = ran.out.split_once("erreur[Z005]~: ").unwrap();
    let lines: Vec<&str> = finding.lines().take(7).collect();
    assert_eq!(
        lines,
        [
            "Demande 1 (n° éditeur 00001)~: la pièce `MDV-LGC-Va1-BDC-00001.pdf` n'est pas dans le ZIP `pieces.zip`.",
            "  --> JSON-1234567890-20231015-001.json:35:25",
            "   |",
            "35 |           \"nomFichier\": \"MDV-LGC-Va1-BDC-00001.pdf\",",
            "   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
            "  ::: pieces.zip~: la pièce n'est pas dans ce ZIP",
            "   |",
        ]
    );
    assert!(
        ran.out
            .contains("Pièces~: 1 attendue · 1 absente · 1 non déclarée"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_near_name_leads_to_the_entry() {
    let folder = Folder::new("pieces-near")
        .with(NAME, mdv(&[]))
        .with("pieces.zip", pieces(&["x/mdv-lgc-va1-bdc-00001.pdf"]));
    let ran = folder.run(&["check", NAME, "pieces.zip"]);
    assert!(
        ran.out.contains(
            "  ::: pieces.zip, x/mdv-lgc-va1-bdc-00001.pdf~: cette pièce a presque ce nom\n"
        ),
        "{}",
        ran.out
    );
}

#[test]
fn a_folder_of_everything_is_one_deposit() {
    let folder = Folder::new("pieces-folder")
        .with(format!("depot/{NAME}"), mdv(&[]))
        .with("depot/pieces.zip", pieces(&[BDC]))
        .with("depot/Thumbs.db", "x")
        .with("depot/desktop.ini", "x");
    check(
        &folder,
        &["depot"],
        "Pièces~: 1 attendue · 1 présente\nPrêt à déposer~: 1 demande, aucun point à reprendre.\n",
        0,
    );
}

#[test]
fn loose_pieces_of_a_folder() {
    let folder = Folder::new("pieces-loose")
        .with(NAME, mdv(&[]))
        .with(format!("dossier/{BDC}"), PDF);
    check(
        &folder,
        &[NAME, "dossier"],
        "Pièces~: 1 attendue · 1 présente\nRien de bloquant, mais 1 point à vérifier avant de déposer.\n",
        0,
    );
}

#[test]
fn the_same_report_in_any_order_and_from_a_folder() {
    let folder = Folder::new("pieces-order")
        .with(format!("depot/{NAME}"), mdv(&[]))
        .with("depot/a.zip", pieces(&[BDC]))
        .with("depot/b.zip", pieces(&["scan.pdf"]));
    let json = format!("depot/{NAME}");
    let of = |paths: &[&str]| {
        let ran = folder.run(&[&["check", "--format", "json"], paths].concat());
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
        report(&ran)
    };
    let first = of(&[&json, "depot/a.zip", "depot/b.zip"]);
    assert_eq!(first, of(&["depot/b.zip", &json, "depot/a.zip"]));
    assert_eq!(first, of(&["depot"]));
}

#[test]
fn a_zip_is_read_by_slices_whatever_its_size() {
    let folder = Folder::new("pieces-large");
    let path = folder.0.join("pieces.zip");
    std::fs::write(&path, [&b"PK\x03\x04"[..], &[0; 26]].concat()).unwrap();
    std::fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len((1 << 30) + 1)
        .unwrap();
    let ran = folder.run(&["check", "pieces.zip"]);
    assert!(ran.out.contains("erreur[X003]"), "{}", ran.out);
    assert_eq!(ran.code, Some(1));
}
