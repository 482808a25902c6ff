//! A text that is seen to be right at once has the findings of one that is read by every rule: the same text, with a letter escaped.

use predepot::diag::Severity;
use predepot::profiles;
use predepot_tests::{report, template};
use proptest::prelude::*;

/// The texts of a conforming file that stand on the line of their key, by their place in it.
fn texts(file: &str) -> Vec<(usize, &str)> {
    file.match_indices("\": \"")
        .filter_map(|(at, between)| {
            let start = at + between.len();
            let end = file[start..].find('"')?;
            Some((start, &file[start..start + end]))
        })
        .collect()
}

fn codes(file: &str) -> Vec<(&'static str, Severity)> {
    let findings = &report(file).files[0].diagnostics;
    let mut codes: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.severity))
        .collect();
    codes.sort_unstable();
    codes
}

/// A change that makes some rules speak.
#[derive(Clone, Debug)]
enum Change {
    /// A letter or sign that some rule looks for, put in.
    Put(char),
    /// The same once more.
    Double,
    Remove,
    /// As long as this.
    Lengthen(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let signs: Vec<char> = "0123456789aeAZéÉÞßœ@.+-/() _,\u{a0}\u{301}"
        .chars()
        .collect();
    prop_oneof![
        prop::sample::select(signs).prop_map(Change::Put),
        Just(Change::Double),
        Just(Change::Remove),
        (1..120_usize).prop_map(Change::Lengthen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]
    #[test]
    fn a_text_written_plainly_has_the_findings_of_one_written_with_an_escape(
        profile in 0..profiles::ALL.len(),
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 0..3),
    ) {
        let file = template(profiles::ALL[profile].id);
        let all = texts(&file);
        let (start, text) = all[which.index(all.len())];
        let mut letters: Vec<char> = text.chars().collect();
        for (index, change) in changes {
            let at = index.index(letters.len());
            match change {
                Change::Put(sign) => letters.insert(index.index(letters.len() + 1), sign),
                Change::Double => letters.insert(at, letters[at]),
                Change::Remove if letters.len() > 1 => drop(letters.remove(at)),
                Change::Remove => {}
                Change::Lengthen(length) => letters.resize(length.max(letters.len()), letters[at]),
            }
        }
        let with = |written: &str| format!("{}{written}{}", &file[..start], &file[start + text.len()..]);
        let plain: String = letters.iter().collect();
        let rest: String = letters[1..].iter().collect();
        let escaped = format!("\\u{:04x}{rest}", u32::from(letters[0]));
        prop_assert_eq!(codes(&with(&plain)), codes(&with(&escaped)), "{}", plain);
    }
}
