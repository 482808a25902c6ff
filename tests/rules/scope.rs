//! What is said of the rules themselves: applied, without object, not applied, of another profile; and what only the user knows.

use predepot::catalog::{Code, Language, duty, not_applied, ranks, without_object};
use predepot::check::{Content, Dropped};
use predepot::check::{Options, Report, Scope, State, Why, check as check_files, scope};
use predepot::profiles;
use predepot_tests::zip::{PDF, file, zip};
use predepot_tests::{
    NAME, altered, changed, edited, is_french, options, replaced, report_of_all, several, template,
};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

fn of(report: &Report, file: usize) -> Scope {
    scope(report, file, &options()).unwrap_or_else(|| Scope {
        states: Vec::new(),
        duties: Vec::new(),
    })
}

fn of_text(text: impl AsRef<[u8]>) -> Scope {
    of(&report_of_all(&[(NAME, text.as_ref())]), 0)
}

/// The codes in a state, in the order of the catalogue.
fn codes(scope: &Scope, is: impl Fn(State) -> bool) -> String {
    let codes = Code::ALL.iter().zip(&scope.states);
    let codes: Vec<&str> = codes
        .filter(|(_, state)| is(**state))
        .map(|(code, _)| code.as_str())
        .collect();
    codes.join(" ")
}

/// The states of some codes.
#[track_caller]
fn check(scope: &Scope, expected: State, of: &str) {
    for code in of.split_whitespace() {
        let at = Code::ALL.iter().position(|known| known.as_str() == code);
        let state = at.and_then(|at| scope.states.get(at));
        assert_eq!(state, Some(&expected), "{code}");
    }
}

#[test]
fn every_code_has_one_state_in_every_file() {
    for profile in PROFILES {
        for text in altered(profile) {
            assert_eq!(of_text(text).states.len(), Code::ALL.len());
        }
    }
}

#[test]
fn a_conforming_mdv_file() {
    let scope = of_text(template("MDV-LGC"));
    assert_eq!(
        codes(&scope, |state| state == State::WithoutObject),
        "S008 F012 C001 C004 C007 C010 C014 C021 C023 C024 N015 R002"
    );
    assert_eq!(
        codes(&scope, |state| matches!(state, State::NotApplied(_))),
        "Z001 Z002 Z003 Z004 Z005 Z006 Z007 Z008 Z009 Z010 Z011 Z012 Z013 Z014 Z015 Z016 Z017 Z018 Z019 Z020 Z021 Z022 Z023 Z025"
    );
    assert_eq!(
        codes(&scope, |state| state == State::Elsewhere),
        "S009 S010 C012 C013 C015 C016 C017 C025"
    );
    check(&scope, State::NotApplied(Why::NoPieces), "Z001 Z005 Z025");
}

#[test]
fn a_conforming_ms1_file() {
    let scope = of_text(template("MS1-DUI"));
    assert_eq!(
        codes(&scope, |state| state == State::WithoutObject),
        "S008 F012 C001 C007 C010 C016 C025 N015 R002"
    );
    assert_eq!(
        codes(&scope, |state| state == State::Elsewhere),
        "C003 C004 C005 C017 C019 C020 C021 C023 C024 C026"
    );
}

#[test]
fn a_conforming_hop_file() {
    for (profile, without) in [
        ("HOP-DPI", "S008 C001 C007 C011 R002"),
        ("HOP-PFI", "S008 F012 C001 C007 C011 R002"),
        ("HOP-RI", "S008 C001 C007 C011 R002"),
    ] {
        let scope = of_text(template(profile));
        let found = codes(&scope, |state| state == State::WithoutObject);
        assert_eq!(found, without, "{profile}");
    }
}

#[test]
fn a_mandataire_gives_its_rules_their_object() {
    let text = changed(
        "MS1-DUI",
        &[
            ("\"isMandataire\": false", "\"isMandataire\": true"),
            ("\"nomMandataire\": null", "\"nomMandataire\": \"DURAND\""),
        ],
    );
    let scope = of_text(&text);
    check(&scope, State::Applied, "C001");
    check(&scope, State::WithoutObject, "C002");
    assert_eq!(
        without_object(Code::C002),
        "toutes les demandes ont un mandataire"
    );
}

#[test]
fn a_structure_in_place_of_a_liberal() {
    let text = edited("MDV-LGC", "\"LIBERAL\"", "\"STRUCTURE\"");
    let at = text.find("\"liberal\": [").unwrap_or_default();
    let end = text.find("\"structure\": {}").unwrap_or_default();
    let block = "\"liberal\": [], \"structure\": {\"FINESSJuridique\": \"750000001\", \"nomResponsable\": \"DURAND\", \
        \"emailResponsable\": \"a@b.fr\", \"telephoneResponsable\": \"0102030405\", \"FINESSGeo\": [\"750000002\", \"750000003\"]}";
    let text = format!(
        "{}{block}{}",
        &text[..at],
        &text[end + "\"structure\": {}".len()..]
    );
    let text = text.replace("\"isClientUnique\": true", "\"isClientUnique\": null");
    let scope = of_text(&text);
    check(&scope, State::Applied, "C004 C014 C023 C024 C026 C002");
    check(
        &scope,
        State::WithoutObject,
        "C003 C005 C019 C020 C021 C001",
    );
}

#[test]
fn two_demandes_can_have_one_number() {
    check(
        &of_text(several("MDV-LGC", 2)),
        State::Applied,
        "C007 N015 S008",
    );
    let (a, b) = (template("MDV-LGC"), template("MDV-LGC"));
    let report = report_of_all(&[(NAME, a.as_bytes()), ("b.json", b.as_bytes())]);
    check(&of(&report, 0), State::Applied, "C007");
    check(&of(&report, 0), State::WithoutObject, "N015 S008");
}

#[test]
fn broken_values_are_not_judged() {
    let text = edited("MDV-LGC", "1075.00", "\"1075\"");
    let scope = of_text(&text);
    check(&scope, State::NotApplied(Why::Earlier), "F008 F017");
    check(&scope, State::Applied, "S003");
    let text = edited("MDV-LGC", "\"LIBERAL\"", "\"liberaux\"");
    let scope = of_text(&text);
    check(&scope, State::NotApplied(Why::Earlier), "C003 C019 C026");
}

#[test]
fn the_name_is_judged_in_its_order() {
    let text = template("MDV-LGC");
    let report = |name: &str| report_of_all(&[(name, text.as_bytes())]);
    check(&of(&report(NAME), 0), State::Applied, "N001 N002 N003 N004");
    let scope = of(&report("a.json"), 0);
    check(&scope, State::Applied, "N001");
    check(&scope, State::NotApplied(Why::Earlier), "N002 N003 N004");
    let scope = of(&report("JSON-9999999999-20231015-001.json"), 0);
    check(&scope, State::Applied, "N001 N002");
    check(&scope, State::NotApplied(Why::Earlier), "N003 N004");
}

#[test]
fn without_today_nothing_is_said_of_the_future() {
    let dropped = Dropped {
        name: NAME.to_owned(),
        content: Content::Bytes(template("MDV-LGC").into_bytes()),
    };
    let report = check_files(vec![dropped], &Options::default());
    let scope = scope(&report, 0, &Options::default()).map(|scope| scope.states);
    let scope = Scope {
        states: scope.unwrap_or_default(),
        duties: Vec::new(),
    };
    check(&scope, State::NotApplied(Why::NoDay), "C018 N004");
}

#[test]
fn an_answer_is_checked_where_it_rejects() {
    let rejected = edited(
        "MDV-LGC",
        "\"codeTraitement\": null",
        "\"codeTraitement\": \"7\"",
    );
    let scope = of_text(&rejected);
    check(&scope, State::Applied, "R001 R002 F008 C003 N010");
    check(
        &scope,
        State::NotApplied(Why::Answer),
        "N001 N004 C010 S005",
    );
    let accepted = replaced(&rejected, "\"7\"", "\"0000\"");
    let scope = of_text(&accepted);
    check(
        &scope,
        State::NotApplied(Why::Answer),
        "F008 C003 N010 S001",
    );
}

#[test]
fn an_unknown_model() {
    let scope = of_text(r#"{"impId": null, "lignesImport": [{"a": 1}]}"#);
    check(&scope, State::Applied, "J001 S001 S007 N001");
    check(
        &scope,
        State::NotApplied(Why::Unknown),
        "F008 C001 C012 C026",
    );
}

#[test]
fn what_cannot_be_read() {
    let scope = of_text("");
    check(&scope, State::Applied, "J010 X002");
    check(
        &scope,
        State::NotApplied(Why::Earlier),
        "S001 F008 C001 R001",
    );
    let dropped = Dropped {
        name: NAME.to_owned(),
        content: Content::Unreadable(String::new()),
    };
    let report = check_files(vec![dropped], &options());
    check(
        &of(&report, 0),
        State::NotApplied(Why::Unread),
        "J001 S001 F008",
    );
    check(&of(&report, 0), State::Applied, "X002");
}

#[test]
fn pieces_give_their_rules_an_object() {
    let text = template("MDV-LGC");
    let name = "MDV-LGC-Va1-BDC-00001.pdf";
    let bytes = zip([file(name, PDF)]).bytes();
    let with_zip = report_of_all(&[(NAME, text.as_bytes()), ("a.zip", &bytes)]);
    let scope = of(&with_zip, 0);
    check(&scope, State::Applied, "Z001 Z005 Z007 Z024");
    check(&scope, State::WithoutObject, "Z025");
    let of_zip = of(&with_zip, 1);
    check(&of_zip, State::Applied, "Z001 Z005 Z007");
    check(&of_zip, State::Elsewhere, "J001 S001 F008 C001 N001 R001");
    assert_eq!(of_zip.duties, []);
    let loose = of(&report_of_all(&[(NAME, text.as_bytes()), (name, PDF)]), 0);
    check(&loose, State::Applied, "Z005 Z007 Z025");
    check(&loose, State::WithoutObject, "Z001 Z010");
    let alone = of(&report_of_all(&[("a.zip", &bytes)]), 0);
    check(&alone, State::NotApplied(Why::NoJson), "Z005 Z006 Z018");
}

// What only the user knows.

/// The beginnings of the duties that hang on a value, with the demandes.
fn conditional(scope: &Scope) -> Vec<String> {
    let duties = scope.duties.iter().filter(|duty| !duty.demandes.is_empty());
    duties
        .map(|duty| {
            let start: Vec<&str> = duty.text.split(' ').take(3).collect();
            format!(
                "{} {}",
                ranks(&duty.demandes, Language::Francais),
                start.join(" ")
            )
        })
        .collect()
}

#[test]
fn duties_hang_on_what_the_demandes_say() {
    let text = template("MDV-LGC");
    assert_eq!(conditional(&of_text(&text)), ["1 Les médecins et"]);
    let text = several("MDV-LGC", 3);
    let at = text.find("\"numLigne\": 2").unwrap_or_default();
    let text = format!(
        "{}{}",
        &text[..at],
        text[at..]
            .replacen("\"TTC\"", "\"HT\"", 1)
            .replacen("\"isCentreDeSante\": false", "\"isCentreDeSante\": true", 1)
            .replace("\"isMandataire\": false", "\"isMandataire\": true")
    );
    assert_eq!(
        conditional(&of_text(&text)),
        [
            "2 La preuve HT",
            "2 et 3 Le mandat existe",
            "1, 2 et 3 Les médecins et",
            "2 la solution doit",
            "2 la commande est",
            "2 et 3 un mandataire signe"
        ]
    );
}

#[test]
fn what_comes_after_the_deposit_is_last() {
    for profile in PROFILES {
        let duties = of_text(template(profile)).duties;
        let first = duties
            .iter()
            .position(|duty| duty.after)
            .unwrap_or_default();
        assert!(
            first >= 10 && duties[first..].iter().all(|duty| duty.after),
            "{profile}"
        );
        assert_eq!(duties.len() - first, 3, "{profile}");
    }
}

#[test]
fn what_is_so_for_all_is_said_of_an_unknown_model_too() {
    let duties = of_text(r#"{"lignesImport": [{"a": 1}]}"#).duties;
    assert!(duties.len() > 8 && duties.iter().all(|duty| duty.demandes.is_empty()));
}

// In words.

#[test]
fn everything_is_said_in_english_too() {
    use Why::{Answer, Chosen, Earlier, NoDay, NoJson, NoPieces, Pending, Unknown, Unread};
    let reasons = Code::ALL.iter().map(|&code| without_object(code));
    let whys = [
        Earlier, Unread, Unknown, Answer, NoPieces, NoJson, Pending, NoDay, Chosen,
    ];
    for text in reasons.chain(whys.map(not_applied)) {
        let said = Language::Anglais.say(text);
        assert!(said != text && !is_french(&said), "{said}");
    }
    let own = profiles::ALL.iter().flat_map(|profile| profile.limits);
    let reminders = profiles::ALL.iter().flat_map(|profile| profile.reminders);
    let limits = profiles::LIMITS.iter().chain(own).map(|limit| limit.text);
    for text in limits.chain(reminders.map(|reminder| reminder.text)) {
        let said = duty(text, Language::Anglais);
        assert!(
            said != text && !is_french(&said) && said.ends_with('.'),
            "{said}"
        );
        assert!(
            duty(text, Language::Francais).starts_with(char::is_uppercase),
            "{text}"
        );
    }
}

#[test]
fn ranks_are_listed_up_to_twelve() {
    for (count, french, english) in [
        (0, "", ""),
        (1, "1", "1"),
        (2, "1 et 2", "1 and 2"),
        (
            12,
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 12",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12",
        ),
        (
            15,
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 et 3 autres",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 others",
        ),
    ] {
        let all: Vec<u32> = (1..=count).collect();
        assert_eq!(ranks(&all, Language::Francais), french);
        assert_eq!(ranks(&all, Language::Anglais), english);
    }
}
