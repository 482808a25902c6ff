//! C018: a date of order in the future.

use predepot::check::{Content, Day, Dropped, Options, check as check_files};
use predepot_tests::{NAME, alone, check, template};

/// The template of each profile, ordered on this day.
fn ordered(profile: &str, date: &str) -> String {
    let text = template(profile);
    let start =
        text.find("\"dateCommande\": \"").unwrap_or_default() + "\"dateCommande\": \"".len();
    format!("{}{date}{}", &text[..start], &text[start + 10..])
}

#[test]
fn today_is_not_the_future() {
    for profile in ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check(ordered(profile, "15/10/2023"), &[]);
        check(
            ordered(profile, "16/10/2023"),
            &["C018 A 12:25 `\"16/10/2023\"`"],
        );
    }
}

#[test]
fn nothing_is_said_without_a_today() {
    let file = Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(ordered("MDV-LGC", "16/10/2999").into_bytes()),
    };
    let report = alone(check_files(vec![file], &Options::default()));
    assert_eq!(predepot_tests::findings(&report.files[0]), [""; 0]);
}

#[test]
fn a_date_that_does_not_exist_is_only_that() {
    check(
        ordered("MDV-LGC", "31/11/2999"),
        &["F007 E 12:25 `\"31/11/2999\"`"],
    );
}

#[test]
fn days_compare_by_year_then_month() {
    assert!(Day::read("01/01/2024") > Day::read("31/12/2023"));
    check(
        ordered("MDV-LGC", "01/01/2024"),
        &["C018 A 12:25 `\"01/01/2024\"`"],
    );
    check(ordered("MDV-LGC", "31/12/2022"), &[]);
}
