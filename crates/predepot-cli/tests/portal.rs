//! `predepot simulate`, and `predepot check --limites`, run as a user runs them.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use support::{AMOUNT, Folder, IMP_ID, NAME, mdv};

/// Simulates one file; gives the output, the complaint and the exit code.
#[track_caller]
fn check(test: &str, edits: &[(&str, &str)], expected: Result<&[(&str, &str)], &str>, code: i32) {
    let folder = Folder::new(test).with(NAME, mdv(edits));
    let ran = folder.run(&["simulate", NAME]);
    match expected {
        Ok(changes) => {
            let all: Vec<_> = edits.iter().chain(changes).copied().collect();
            assert_eq!(ran.out, mdv(&all).replace('\u{a0}', "~"));
            assert_eq!(ran.err, "");
        }
        Err(complaint) => {
            assert_eq!(ran.out, "");
            assert_eq!(
                ran.err,
                format!("predepot~: pas de simulation de {NAME}~: {complaint}\n")
            );
        }
    }
    assert_eq!(ran.code, Some(code));
}

const CODE: &str = "\"codeTraitement\": null";
const LABEL: &str = "\"libelleTraitement\": null";

#[test]
fn what_the_portal_would_write() {
    check(
        "simulate-accepted",
        &[],
        Ok(&[
            (CODE, "\"codeTraitement\": \"0000\""),
            (
                LABEL,
                "\"libelleTraitement\": \"Simulation prédépôt~: aucun rejet prévu, ce n'est pas une réponse de l'ASP\"",
            ),
        ]),
        0,
    );
    let folder = Folder::new("simulate-rejected").with(NAME, mdv(&[AMOUNT]));
    let ran = folder.run(&["simulate", NAME]);
    assert!(
        ran.out.contains("\"codeTraitement\": \"F008\""),
        "{}",
        ran.out
    );
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(1)));
}

#[test]
fn a_file_refused_whole() {
    check(
        "simulate-refused",
        &[IMP_ID],
        Err(
            "le portail refuserait ce fichier en entier, sans rien y écrire~: predepot check dit pourquoi",
        ),
        1,
    );
}

#[test]
fn an_answer() {
    check(
        "simulate-answer",
        &[(CODE, "\"codeTraitement\": \"12\"")],
        Err("ce fichier porte déjà une réponse"),
        2,
    );
}

#[test]
fn one_file_only() {
    let folder = Folder::new("simulate-two").with(NAME, mdv(&[]));
    for (args, complaint) in [
        (&["simulate"][..], "il manque le fichier"),
        (&["simulate", NAME, NAME], "argument en trop"),
        (
            &["simulate", "absent.json"],
            "ses demandes n'ont pas pu être contrôlées",
        ),
    ] {
        let ran = folder.run(args);
        assert!(ran.err.contains(complaint), "{}", ran.err);
        assert_eq!(ran.code, Some(2));
    }
}

#[test]
fn what_was_looked_at() {
    let folder = Folder::new("limites").with(NAME, mdv(&[]));
    let ran = folder.run(&["check", "--limites", NAME]);
    for line in [
        "\nCe qui a été contrôlé dans JSON-1234567890-20231015-001.json\n",
        "C002 C003 C005",
        "\n  C001~: aucune demande n'a de mandataire à nommer\n",
        "~: ni ZIP ni pièce n'est déposé ici\n",
        "\nÀ vérifier vous-même avant de déposer~:\n  [ ] Le logiciel est référencé",
        "\n  [ ] Les médecins et leurs RPPS sont ceux du bon de commande, et chacun est éligible. (§3.1, demande 1)\n",
        "\nAprès le dépôt~:\n  - ",
    ] {
        assert!(ran.out.contains(line), "{line} in {}", ran.out);
    }
    assert_eq!(ran.code, Some(0));
    let without = folder.run(&["check", NAME]);
    assert!(ran.out.starts_with(&without.out));
}
