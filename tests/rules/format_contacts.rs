//! F009 (mail addresses) and F010 (telephones): MS1-DUI describes their form, the other documents do not.

use predepot_tests::{check, edited};

fn email(profile: &str, text: &str) -> (String, &'static str) {
    let (from, place) = match profile {
        "MS1-DUI" => ("\"a.durand@exemple.fr\"", "36:35"),
        "MDV-LGC" => ("\"a.durand@exemple.fr\"", "26:29"),
        _ => ("\"a.dupont@exemple.fr\"", "25:28"),
    };
    (edited(profile, from, &format!("\"{text}\"")), place)
}

fn telephone(profile: &str, text: &str) -> (String, &'static str) {
    let place = match profile {
        "MS1-DUI" => "37:39",
        "MDV-LGC" => "27:33",
        _ => "26:32",
    };
    (
        edited(profile, "\"+33 1 02 03 04 05\"", &format!("\"{text}\"")),
        place,
    )
}

// F009

#[test]
fn f009_in_ms1_an_at_and_a_dot_are_due() {
    for text in ["a.durand", "@exemple.fr", "durand@exemple", "exemple", "@"] {
        let (file, place) = email("MS1-DUI", text);
        check(file, &[&format!("F009 E {place} `\"{text}\"`")]);
    }
}

#[test]
fn f009_not_plausible_in_ms1() {
    for text in [
        "a@b@exemple.fr",
        "a durand@exemple.fr",
        "a.durand@exemple",
        "a@.fr",
        "a@exemple.",
        "a@exemple..fr",
        "a.b@",
    ] {
        let (file, place) = email("MS1-DUI", text);
        check(file, &[&format!("F009 A {place} `\"{text}\"`")]);
    }
}

#[test]
fn f009_is_only_a_warning_elsewhere() {
    for profile in ["MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        for text in [
            "durand",
            "@exemple.fr",
            "durand@exemple",
            "a@b@exemple.fr",
            "a durand@exemple.fr",
        ] {
            let (file, place) = email(profile, text);
            check(file, &[&format!("F009 A {place} `\"{text}\"`")]);
        }
    }
}

#[test]
fn f009_plausible_addresses_pass() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI"] {
        for text in [
            "a@b.fr",
            "a.b+c@sous.exemple.fr",
            "é@exemple.fr",
            "A@EXEMPLE.FR",
            "o'neil@exemple.fr",
        ] {
            check(email(profile, text).0, &[]);
        }
    }
}

#[test]
fn f009_of_the_mandataire_and_of_the_administrateur() {
    let text = edited(
        "MS1-DUI",
        "\"isMandataire\": false",
        "\"isMandataire\": true",
    )
    .replace("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\"")
    .replace(
        "\"emailMandataire\": null",
        "\"emailMandataire\": \"durand\"",
    )
    .replace(
        "\"telephoneMandataire\": null",
        "\"telephoneMandataire\": \"+33 1\"",
    );
    check(text, &["F009 E 19:28 `\"durand\"`"]);
}

// F010

#[test]
fn f010_in_ms1_an_indicatif_is_due() {
    for text in [
        "01 02 03 04 05",
        "0102030405",
        "33 1 02 03 04 05",
        "1-00-22",
        "inconnu",
        "+",
        "1 +",
    ] {
        let (file, place) = telephone("MS1-DUI", text);
        check(file, &[&format!("F010 E {place} `\"{text}\"`")]);
    }
}

#[test]
fn f010_in_ms1_another_form_of_indicatif() {
    for text in [
        "0033 1 02 03 04 05",
        "00 33 102030405",
        "(+33) 1 02 03 04 05",
        "(0033)102030405",
        "tél. +33 1 02 03 04 05",
        "+33 1 02 03 04 05 poste 12",
        "33+1",
    ] {
        let (file, place) = telephone("MS1-DUI", text);
        check(file, &[&format!("F010 A {place} `\"{text}\"`")]);
    }
}

#[test]
fn f010_in_ms1_a_plus_digits_and_separators_pass() {
    for text in [
        "+33102030405",
        "+33 1 02 03 04 05",
        "+33 (0)1.02.03.04.05",
        "+33-1/02",
        "+33\u{a0}1",
        "+262 262 12 34 56",
    ] {
        check(telephone("MS1-DUI", text).0, &[]);
    }
}

#[test]
fn f010_elsewhere_a_digit_is_enough() {
    for profile in ["MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        for text in ["01 02 03 04 05", "0033", "poste 1"] {
            check(telephone(profile, text).0, &[]);
        }
        for text in ["inconnu", "+", "--"] {
            let (file, place) = telephone(profile, text);
            check(file, &[&format!("F010 A {place} `\"{text}\"`")]);
        }
    }
}
