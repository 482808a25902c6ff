//! F004 and F015 (identifiers), F007 (dates), F008 and F017 (amounts), F014 (line numbers), and the numbers written the French way (J007).

use predepot_tests::{check, edited, report, template};

fn fix(text: &str, code: &str) -> Option<String> {
    let report = report(text);
    let finding = report.files[0]
        .diagnostics
        .iter()
        .find(|finding| finding.code.as_str() == code)?;
    Some(finding.fix.as_ref()?.edits.first()?.text.clone())
}

// F004

#[test]
fn f004_siret() {
    for siret in ["1234567820001A", "12345678 00010", "12345678-00010"] {
        check(
            edited("MDV-LGC", "\"12345678200010\"", &format!("\"{siret}\"")),
            &[&format!("F004 E 4:12 `\"{siret}\"`")],
        );
    }
}

#[test]
fn f004_only_ascii_digits_are_digits() {
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"1234567820001\u{664}\""),
        &["F004 E 4:12 `\"1234567820001\u{664}\"`"],
    );
}

#[test]
fn f004_rpps() {
    check(
        edited("MDV-LGC", "\"10001234565\"", "\"1000123456X\""),
        &["F004 E 28:21 `\"1000123456X\"`"],
    );
}

#[test]
fn f004_finess_is_a_warning() {
    for finess in ["75000000X", "7500-0003", "ABC000003", "7500 0003"] {
        check(
            edited("HOP-DPI", "\"750000003\"", &format!("\"{finess}\"")),
            &[&format!("F004 A 27:27 `\"{finess}\"`")],
        );
    }
}

#[test]
fn f004_finess_of_corsica_and_of_overseas() {
    for finess in [
        "2A0000003",
        "2B0000003",
        "970000003",
        "9A0000003",
        "2a0000003",
    ] {
        check(
            edited("HOP-DPI", "\"750000003\"", &format!("\"{finess}\"")),
            &[],
        );
    }
}

// F015

#[test]
fn f015_siret() {
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"12345678200011\""),
        &["F015 A 4:12 `\"12345678200011\"`"],
    );
}

#[test]
fn f015_la_poste() {
    // Luhn holds for the head office; elsewhere the sum of the digits is a multiple of 5.
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"35600000000048\""),
        &[],
    );
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"35600000000006\""),
        &[],
    );
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"35600000000007\""),
        &["F015 A 4:12 `\"35600000000007\"`"],
    );
}

#[test]
fn f015_the_rule_of_la_poste_is_of_no_other() {
    check(
        edited("MDV-LGC", "\"12345678200010\"", "\"35600000100005\""),
        &["F015 A 4:12 `\"35600000100005\"`"],
    );
}

#[test]
fn f015_rpps() {
    check(
        edited("MDV-LGC", "\"10001234565\"", "\"10001234566\""),
        &["F015 A 28:21 `\"10001234566\"`"],
    );
}

#[test]
fn f015_has_no_fix() {
    let text = edited("MDV-LGC", "\"10001234565\"", "\"10001234566\"");
    assert_eq!(fix(&text, "F015"), None);
}

// F007

fn dated(date: &str) -> String {
    edited("MDV-LGC", "\"15/09/2022\"", &format!("\"{date}\""))
}

#[test]
fn f007_another_form() {
    for date in [
        "2022-09-15",
        "15-09-2022",
        "15/9/2022",
        "5/09/2022",
        "15/09/22",
        "15/09/2022 ",
        "15 septembre 2022",
        "15/09/2022 10:00",
        "1\u{665}/09/2022",
        "+5/09/2022",
    ] {
        check(dated(date), &[&format!("F007 E 12:25 `\"{date}\"`")]);
    }
}

#[test]
fn f007_a_day_that_does_not_exist() {
    for date in [
        "32/01/2022",
        "00/01/2022",
        "31/04/2022",
        "29/02/2022",
        "29/02/1900",
        "15/13/2022",
        "15/00/2022",
    ] {
        check(dated(date), &[&format!("F007 E 12:25 `\"{date}\"`")]);
    }
}

#[test]
fn f007_days_that_exist() {
    for date in ["29/02/2020", "29/02/2000", "31/12/2022", "15/10/2023"] {
        check(dated(date), &[]);
    }
}

#[test]
fn f007_a_slash_may_be_escaped() {
    check(dated("15\\/09\\/2022"), &[]);
}

#[test]
fn f007_a_day_to_come_is_c018() {
    check(dated("16/10/2023"), &["C018 A 12:25 `\"16/10/2023\"`"]);
}

// F008, F017

fn amount(written: &str) -> String {
    edited("MDV-LGC", "1075.00", written)
}

#[test]
fn f008_no_decimal() {
    check(amount("1075"), &["F008 E 14:27 `1075`"]);
    assert_eq!(fix(&amount("1075"), "F008").as_deref(), Some("1075.00"));
}

#[test]
fn f008_one_decimal() {
    check(amount("1075.5"), &["F008 E 14:27 `1075.5`"]);
    assert_eq!(fix(&amount("1075.5"), "F008").as_deref(), Some("1075.50"));
}

#[test]
fn f008_three_decimals() {
    check(amount("1075.000"), &["F008 E 14:27 `1075.000`"]);
    assert_eq!(fix(&amount("1075.000"), "F008").as_deref(), Some("1075.00"));
}

#[test]
fn f008_never_rounds() {
    check(amount("1075.005"), &["F008 E 14:27 `1075.005`"]);
    assert_eq!(fix(&amount("1075.005"), "F008"), None);
}

#[test]
fn f008_an_exponent() {
    for written in ["1.075e3", "1075.00e0", "1.07E+3", "10.75e2"] {
        check(amount(written), &[&format!("F008 E 14:27 `{written}`")]);
    }
    assert_eq!(fix(&amount("1.075e3"), "F008").as_deref(), Some("1075.00"));
}

#[test]
fn f008_in_every_profile() {
    for (profile, from) in [
        ("MS1-DUI", "4866.67"),
        ("HOP-DPI", "13750.00"),
        ("HOP-PFI", "13750.00"),
        ("HOP-RI", "13750.00"),
    ] {
        check(edited(profile, from, "12.5"), &["F008 E 14:27 `12.5`"]);
    }
}

#[test]
fn f008_two_decimals_pass_whatever_the_size() {
    for written in ["0.01", "1.00", "99999999999999999999.99"] {
        check(amount(written), &[]);
    }
}

#[test]
fn f017_zero_and_below_win_over_the_form() {
    for written in ["0", "0.00", "-1075.00", "-1", "0.000", "0e5", "-0.00"] {
        check(amount(written), &[&format!("F017 E 14:27 `{written}`")]);
        assert_eq!(fix(&amount(written), "F017"), None);
    }
}

// Numbers the French way

#[test]
fn j007_a_comma_with_two_decimals_is_read_as_meant() {
    check(amount("1075,00"), &["J007 E 14:27 `1075,00`"]);
    assert_eq!(fix(&amount("1075,00"), "J007").as_deref(), Some("1075.00"));
}

#[test]
fn j007_and_f008_a_comma_with_one_decimal() {
    check(
        amount("1075,0"),
        &["J007 E 14:27 `1075,0`", "F008 E 14:27 `1075,0`"],
    );
}

#[test]
fn j007_groups_and_euros() {
    for written in ["13 750.00", "5 840,00 €", "1\u{202f}075,00"] {
        check(amount(written), &[&format!("J007 E 14:27 `{written}`")]);
    }
}

#[test]
fn j007_and_f017_a_negative_comma() {
    check(
        amount("-1,00"),
        &["J007 E 14:27 `-1,00`", "F017 E 14:27 `-1,00`"],
    );
}

#[test]
fn j007_leading_zeros_are_read_as_the_text_meant() {
    let text = edited(
        "MDV-LGC",
        "\"numeroEditeur\": \"00001\"",
        "\"numeroEditeur\": 00001",
    );
    check(&text, &["J007 E 10:24 `00001`"]);
    assert_eq!(fix(&text, "J007").as_deref(), Some("\"00001\""));
}

#[test]
fn j007_leading_zeros_of_another_length() {
    let text = edited(
        "MDV-LGC",
        "\"numeroEditeur\": \"00001\"",
        "\"numeroEditeur\": 0001",
    );
    check(&text, &["J007 E 10:24 `0001`", "F001 E 10:24 `0001`"]);
}

// The total of the amounts

#[test]
fn an_amount_counts_when_its_cents_are_known() {
    for (amount, cents) in [
        ("1075.00", 107_500),
        ("1075", 107_500),
        ("1.0755e3", 107_550),
        ("1075.005", 0),
        ("-1075.00", 0),
        ("\"1075.00\"", 0),
    ] {
        let report = report(edited("MDV-LGC", "1075.00", amount));
        assert_eq!(report.files[0].total_cents, cents, "{amount}");
    }
}

// F014

fn number(written: &str) -> String {
    edited(
        "MDV-LGC",
        "\"numLigne\": 1",
        &format!("\"numLigne\": {written}"),
    )
}

#[test]
fn f014_out_of_bounds() {
    for written in ["0", "201", "-1", "99999999999999999999999"] {
        check(number(written), &[&format!("F014 E 7:19 `{written}`")]);
    }
}

#[test]
fn f014_not_written_as_an_integer() {
    for written in ["1.0", "1.5", "1e0", "-0"] {
        check(number(written), &[&format!("F014 E 7:19 `{written}`")]);
    }
    assert_eq!(fix(&number("1.0"), "F014").as_deref(), Some("1"));
    assert_eq!(fix(&number("1.5"), "F014"), None);
}

#[test]
fn f014_in_every_profile() {
    for profile in ["MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"] {
        check(
            edited(profile, "\"numLigne\": 1", "\"numLigne\": 0"),
            &["F014 E 7:19 `0`"],
        );
    }
}

#[test]
fn f014_silences_the_numbering() {
    let text = template("MDV-LGC");
    let start = text.find("    {\n      \"numLigne\"").unwrap_or_default();
    let end = text.rfind("\n  ]").unwrap_or_default();
    let second = text[start..end]
        .replace("00001", "00002")
        .replace("\"numLigne\": 1", "\"numLigne\": 2");
    let text = format!("{},\n{second}{}", &text[..end], &text[end..]);
    check(
        text.replacen("\"numLigne\": 1", "\"numLigne\": 0", 1),
        &["F014 E 7:19 `0`"],
    );
}
