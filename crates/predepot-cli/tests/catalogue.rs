//! The other commands, and the arguments.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod support;

use serde_json::Value;
use support::{Folder, mdv};

/// Runs without files; compares the whole standard output.
#[track_caller]
fn check(test: &str, args: &[&str], expected: &str) {
    let ran = Folder::new(test).run(args);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    assert_eq!(ran.out, expected.trim_start_matches('\n'));
}

/// Arguments that cannot be followed: the complaint, and nothing else.
#[track_caller]
fn check_refused(test: &str, args: &[&str], complaint: &str) {
    let ran = Folder::new(test).run(args);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert_eq!(
        ran.err,
        format!("predepot~: {complaint}\nL'aide est donnée par predepot --help\n")
    );
}

#[test]
fn a_code_is_explained_in_any_case() {
    check(
        "explain",
        &["explain", "f008"],
        "
F008 montant-deux-decimales (erreur)

Un montant s'écrit avec un point et exactement deux décimales.

Pourquoi~: Le document demande deux chiffres après le point, et d'ajouter `.00` à un montant entier. Il doit être celui du bon de commande, arrondi au centime.

À corriger~:
    \"montantSegurHT\": 1075

Corrigé~:
    \"montantSegurHT\": 1075.00

Source~: section 3.2 des documents.
",
    );
}

#[test]
fn every_code_is_explained() {
    let folder = Folder::new("explain-all");
    for code in predepot::catalog::Code::ALL {
        let ran = folder.run(&["explain", code.as_str()]);
        assert!(ran.out.starts_with(code.as_str()), "{}", ran.out);
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    }
}

#[test]
fn an_unknown_code_has_neighbours() {
    check_refused(
        "neighbours",
        &["explain", "F18"],
        "code inconnu : F18 (les plus proches : F017, F016, F015)",
    );
    check_refused(
        "no-neighbour",
        &["explain", "montant"],
        "code inconnu : montant (predepot list les donne tous)",
    );
}

#[test]
fn the_list_has_every_code_in_both_forms() {
    let folder = Folder::new("list");
    let codes: Vec<&str> = predepot::catalog::Code::ALL
        .iter()
        .map(|code| code.as_str())
        .collect();
    let text = folder.run(&["list"]).out;
    assert_eq!(
        text.lines().map(|line| &line[..4]).collect::<Vec<_>>(),
        codes
    );
    let json: Value = serde_json::from_str(&folder.run(&["list", "--format", "json"]).out).unwrap();
    let listed = json.as_array().unwrap().iter();
    assert_eq!(
        listed
            .map(|rule| rule["code"].as_str().unwrap())
            .collect::<Vec<_>>(),
        codes
    );
}

#[test]
fn a_template_is_written_as_it_is() {
    check("template", &["template", "mdv-lgc"], &mdv(&[]));
}

#[test]
fn profiles_say_their_rules() {
    check(
        "profiles",
        &["profiles"],
        "
MS1-DUI  règles du 02/10/2023                 Dossier usager informatisé (Médico-social)
MDV-LGC  règles du 04/11/2022                 Logiciels de gestion de cabinet (Médecins de ville)
HOP-DPI  règles du 15/04/2022                 Dossier patient informatisé (Hôpital)
HOP-PFI  règles du 15/04/2022, profil déduit  Plateforme d'intermédiation (Hôpital)
HOP-RI   règles du 15/04/2022, profil déduit  Référentiel d'identité (Hôpital)
",
    );
}

#[test]
fn the_help_is_given_everywhere() {
    let folder = Folder::new("help");
    let help = folder.run(&["--help"]).out;
    assert!(help.contains("Code de sortie"), "{help}");
    for args in [
        &["-h"][..],
        &["check", "--help"],
        &["list", "-h"],
        &["explain", "-h"],
        &["profiles", "--help"],
    ] {
        let ran = folder.run(args);
        assert_eq!(
            (ran.out.as_str(), ran.code),
            (help.as_str(), Some(0)),
            "{args:?}"
        );
    }
}

#[test]
fn the_version_is_the_package_s() {
    check(
        "version",
        &["--version"],
        concat!("predepot ", env!("CARGO_PKG_VERSION"), "\n"),
    );
}

#[test]
fn what_cannot_be_followed_is_said() {
    for (args, complaint) in [
        (&[][..], "aucune commande"),
        (&["verifier"], "commande inconnue : verifier"),
        (&["--verbose"], "option inconnue : --verbose"),
        (&["list", "tout"], "argument en trop : tout"),
        (&["list", "--format"], "l'option --format attend une valeur"),
        (
            &["list", "--format", "xml"],
            "format inconnu : xml (text ou json)",
        ),
        (&["explain"], "il manque le code"),
        (&["explain", "F008", "F009"], "argument en trop : F009"),
        (
            &["template", "MDV"],
            "profil inconnu : MDV (MS1-DUI, MDV-LGC, HOP-DPI, HOP-PFI, HOP-RI)",
        ),
    ] {
        check_refused("refused", args, complaint);
    }
}

#[test]
fn a_check_needs_files_and_a_day_that_exists() {
    let ran = Folder::new("no-file").run(&["check"]);
    assert!(ran.err.contains("aucun fichier à contrôler"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
    for date in ["2023-02-29", "20231015", "15/10/2023", "2023-10-1é"] {
        check_refused(
            "date",
            &["check", "-", "--date", date],
            &format!("date inconnue : {date} (AAAA-MM-JJ)"),
        );
    }
}
