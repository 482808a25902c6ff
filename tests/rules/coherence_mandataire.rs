//! The mandataire's three texts: C001 when they are due, C002 when they must be null.

use predepot_tests::{changed, check, edited};

const TEXTS: [(&str, &str); 3] = [
    ("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\""),
    (
        "\"emailMandataire\": null",
        "\"emailMandataire\": \"a.durand@exemple.fr\"",
    ),
    (
        "\"telephoneMandataire\": null",
        "\"telephoneMandataire\": \"+33 1 02 03 04 05\"",
    ),
];
const MANDATAIRE: (&str, &str) = ("\"isMandataire\": false", "\"isMandataire\": true");
const PLUSIEURS: (&str, &str) = ("\"isClientUnique\": true", "\"isClientUnique\": false");
const SECOND_MEDECIN: (&str, &str) = (
    "\"RPPS\": \"10001234565\"\n          }",
    "\"RPPS\": \"10001234565\"\n          },\n          {\"nomMedecin\": \"MARTIN\", \"emailMedecin\": \"b@exemple.fr\", \"telephoneMedecin\": \"01\", \"RPPS\": \"10001234573\"}",
);
const SECOND_CLIENT: (&str, &str) = (
    "\"FINESSPMSI\": \"750000003\"\n          }",
    "\"FINESSPMSI\": \"750000003\"\n          },\n          {\"nomClient\": \"MARTIN\", \"emailClient\": \"b@exemple.fr\", \"telephoneClient\": \"01\", \"FINESSPMSI\": \"750000011\"}",
);
const HOPITAUX: [&str; 3] = ["HOP-DPI", "HOP-PFI", "HOP-RI"];

#[test]
fn mdv_several_clients_of_a_mandataire_with_its_texts() {
    check(
        changed(
            "MDV-LGC",
            &[
                MANDATAIRE,
                PLUSIEURS,
                SECOND_MEDECIN,
                TEXTS[0],
                TEXTS[1],
                TEXTS[2],
            ],
        ),
        &[],
    );
}

#[test]
fn mdv_several_clients_of_a_mandataire_without_its_texts() {
    check(
        changed("MDV-LGC", &[MANDATAIRE, PLUSIEURS, SECOND_MEDECIN]),
        &[
            "C001 E 20:26 `null`",
            "C001 E 21:28 `null`",
            "C001 E 22:32 `null`",
        ],
    );
}

#[test]
fn hop_several_clients_of_a_mandataire() {
    for profile in HOPITAUX {
        check(
            changed(
                profile,
                &[
                    MANDATAIRE,
                    PLUSIEURS,
                    SECOND_CLIENT,
                    TEXTS[0],
                    TEXTS[1],
                    TEXTS[2],
                ],
            ),
            &[],
        );
        check(
            changed(profile, &[MANDATAIRE, PLUSIEURS, SECOND_CLIENT, TEXTS[0]]),
            &["C001 E 20:28 `null`", "C001 E 21:32 `null`"],
        );
    }
}

#[test]
fn ms1_a_mandataire_alone_decides() {
    check(
        changed("MS1-DUI", &[MANDATAIRE, TEXTS[0], TEXTS[1], TEXTS[2]]),
        &[],
    );
    check(
        changed("MS1-DUI", &[MANDATAIRE]),
        &[
            "C001 E 18:26 `null`",
            "C001 E 19:28 `null`",
            "C001 E 20:32 `null`",
        ],
    );
}

#[test]
fn texts_without_a_mandataire_are_too_many() {
    for profile in HOPITAUX {
        check(
            changed(profile, &TEXTS),
            &[
                "C002 E 19:26 `\"DURAND\"`",
                "C002 E 20:28 `\"a.durand@exemple.fr\"`",
                "C002 E 21:32 `\"+33 1 02 03 04 05\"`",
            ],
        );
    }
    check(
        changed("MDV-LGC", &TEXTS),
        &[
            "C002 E 20:26 `\"DURAND\"`",
            "C002 E 21:28 `\"a.durand@exemple.fr\"`",
            "C002 E 22:32 `\"+33 1 02 03 04 05\"`",
        ],
    );
    check(
        changed("MS1-DUI", &TEXTS),
        &[
            "C002 E 18:26 `\"DURAND\"`",
            "C002 E 19:28 `\"a.durand@exemple.fr\"`",
            "C002 E 20:32 `\"+33 1 02 03 04 05\"`",
        ],
    );
}

#[test]
fn a_mandataire_of_one_client_leaves_its_texts_null() {
    check(changed("MDV-LGC", &[MANDATAIRE]), &[]);
    check(
        changed("MDV-LGC", &[MANDATAIRE, TEXTS[0]]),
        &["C002 E 20:26 `\"DURAND\"`"],
    );
    check(
        changed("HOP-DPI", &[MANDATAIRE, TEXTS[0]]),
        &["C002 E 19:26 `\"DURAND\"`"],
    );
}

#[test]
fn several_clients_without_a_mandataire_leave_its_texts_null() {
    check(
        changed("MDV-LGC", &[PLUSIEURS, SECOND_MEDECIN, TEXTS[1]]),
        &["C002 E 21:28 `\"a.durand@exemple.fr\"`"],
    );
    check(
        changed("HOP-DPI", &[PLUSIEURS, SECOND_CLIENT, TEXTS[1]]),
        &["C002 E 20:28 `\"a.durand@exemple.fr\"`"],
    );
}

#[test]
fn an_absent_text_is_a_missing_key_whether_due_or_not() {
    let without = ("        \"nomMandataire\": null,\n", "");
    for profile in ["MDV-LGC", "HOP-DPI", "MS1-DUI"] {
        check(changed(profile, &[without]), &["S001 E 16:24 `{`"]);
    }
    check(
        changed("MS1-DUI", &[MANDATAIRE, TEXTS[1], TEXTS[2], without]),
        &["S001 E 16:24 `{`"],
    );
}

#[test]
fn what_must_be_null_says_how_it_is_not() {
    let text = |value: &str| {
        edited(
            "MS1-DUI",
            "\"nomMandataire\": null",
            &format!("\"nomMandataire\": {value}"),
        )
    };
    check(text("\"null\""), &["S003 E 18:26 `\"null\"`"]);
    check(text("\"\""), &["F016 A 18:26 `\"\"`"]);
    check(text("\"  \""), &["F016 A 18:26 `\"  \"`"]);
    check(text("12"), &["S003 E 18:26 `12`"]);
    check(text("[]"), &["S003 E 18:26 `[]`"]);
    check(text("\"Durand\""), &["C002 E 18:26 `\"Durand\"`"]);
}

#[test]
fn what_is_due_says_how_it_is_not() {
    let text = |value: &str| {
        changed(
            "MS1-DUI",
            &[
                MANDATAIRE,
                TEXTS[1],
                TEXTS[2],
                (
                    "\"nomMandataire\": null",
                    &format!("\"nomMandataire\": {value}"),
                ),
            ],
        )
    };
    check(text("\"null\""), &["F016 E 18:26 `\"null\"`"]);
    check(text("\"\""), &["F016 E 18:26 `\"\"`"]);
    check(text("12"), &["S003 E 18:26 `12`"]);
    check(text("\"Durand\""), &["F006 E 18:26 `\"Durand\"`"]);
}

#[test]
fn a_broken_flag_keeps_the_texts_silent() {
    let broken = ("\"isMandataire\": false", "\"isMandataire\": \"false\"");
    check(
        changed("MS1-DUI", &[broken, TEXTS[0]]),
        &["S003 E 17:25 `\"false\"`"],
    );
    check(
        changed("MDV-LGC", &[broken, PLUSIEURS, SECOND_MEDECIN, TEXTS[0]]),
        &["S003 E 18:25 `\"false\"`"],
    );
    check(
        changed(
            "HOP-DPI",
            &[
                ("\"isMandataire\": false,\n        ", ""),
                PLUSIEURS,
                SECOND_CLIENT,
                TEXTS[0],
            ],
        ),
        &["S001 E 16:24 `{`"],
    );
}

#[test]
fn one_false_condition_is_enough_beside_a_broken_one() {
    check(
        changed(
            "MDV-LGC",
            &[
                ("\"isMandataire\": false", "\"isMandataire\": \"false\""),
                TEXTS[0],
            ],
        ),
        &["S003 E 18:25 `\"false\"`", "C002 E 20:26 `\"DURAND\"`"],
    );
}
