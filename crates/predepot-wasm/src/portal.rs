//! The portal: what it would write in a file, what it wrote in its answer, and what neither it nor a check of files says.

use predepot::catalog::{Code, Language, duty, not_applied, ranks, without_object};
use predepot::check::{Duty, Scope, State, scope};
use predepot::form;
use predepot::render::answer::{self, Resubmission};
use predepot::render::simulation;
use wasm_bindgen::prelude::*;

use super::{Deposit, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("portal.d.ts");

#[wasm_bindgen]
impl Deposit {
    /// A file as the portal would hand it back, as a simulation that says it is one; nothing when the portal would write nothing in it.
    pub fn simulation(&self, file: usize) -> Option<Vec<u8>> {
        simulation::simulation(self.document(file)?).ok()
    }

    /// What the ASP wrote in each demande of its answer, three texts each: code, label, `numeroASP`; empty for what is null. Nothing for another
    /// file.
    pub fn answers(&self, file: usize) -> Vec<String> {
        let mut texts = Vec::new();
        for answer in self
            .document(file)
            .map(answer::answers)
            .into_iter()
            .flatten()
        {
            texts.extend([answer.code, answer.label, answer.numero_asp]);
        }
        texts
    }

    /// A conforming name for the file that `resubmit` makes of an answer.
    pub fn resubmission_name(&self, file: usize) -> String {
        self.document(file)
            .map(|document| answer::resubmission_name(document, self.today))
            .unwrap_or_default()
    }

    /// The names of pieces that `resubmit` changes, two texts each: from, to.
    pub fn renamings(&self, file: usize, ids: Vec<String>) -> Vec<String> {
        let names = self.resubmission(file, &ids).renamings.into_iter();
        names.flat_map(|(from, to)| [from, to]).collect()
    }

    /// Says that a piece had another name before its JSON was made anew: what is prepared looks for it under that one too.
    pub fn rename(&mut self, from: String, to: String) {
        self.renamings.push((from, to));
    }

    /// What was looked at in a file, rule by rule, and what no check knows.
    #[wasm_bindgen(unchecked_return_type = "Scope")]
    pub fn scope(&self, file: usize) -> JsValue {
        let found = scope(&self.report, file, &self.options());
        found.map_or(JsValue::NULL, |scope| {
            to_js(&WireScope::new(&scope, self.language))
        })
    }
}

impl Deposit {
    #[inline(never)]
    pub(crate) fn resubmission(&self, file: usize, ids: &[String]) -> Resubmission {
        let document = self.document(file);
        document.map_or_else(Resubmission::default, |document| {
            answer::resubmission(document, ids)
        })
    }
}

form! {
    /// For each code of the catalogue: 0 applied, 1 without object, 2 not applied, 3 elsewhere, and why it is 1 or 2.
    WireScope {
        "states" states: Vec<u8>,
        "reasons" reasons: Vec<String>,
        "duties" duties: Vec<WireDuty>,
    }
}

form! {
    /// What the user makes sure of.
    WireDuty {
        "id" id: &'static str,
        "text" text: String,
        "section" section: &'static str,
        "after" after: bool,
        "demandes" demandes: String,
    }
}

impl WireScope {
    fn new(scope: &Scope, language: Language) -> Self {
        let reason = |(&code, &state): (&Code, &State)| {
            let (state, why) = match state {
                State::Applied => (0, ""),
                State::WithoutObject => (1, without_object(code)),
                State::NotApplied(why) => (2, not_applied(why)),
                State::Elsewhere => (3, ""),
            };
            (state, language.say(why).into_owned())
        };
        let (states, reasons) = Code::ALL.iter().zip(&scope.states).map(reason).unzip();
        Self {
            states,
            reasons,
            duties: scope
                .duties
                .iter()
                .map(|duty| WireDuty::new(duty, language))
                .collect(),
        }
    }
}

impl WireDuty {
    fn new(of: &Duty, language: Language) -> Self {
        Self {
            id: of.text,
            text: duty(of.text, language),
            section: of.section,
            after: of.after,
            demandes: ranks(&of.demandes, language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::check::{Content, Dropped, Options, check};
    use predepot::profiles;

    #[test]
    fn each_code_has_its_state_and_each_silent_one_its_reason() {
        let template = profiles::by_id("MS1-DUI").map_or("", |profile| profile.template);
        let dropped = Dropped {
            name: "JSON-1234567890-20231015-001.json".to_owned(),
            content: Content::Bytes(template.as_bytes().to_vec()),
        };
        let report = check(vec![dropped], &Options::default());
        let wire = scope(&report, 0, &Options::default())
            .map(|scope| WireScope::new(&scope, Language::Francais));
        let (states, reasons) = wire
            .as_ref()
            .map(|wire| (wire.states.clone(), wire.reasons.clone()))
            .unwrap_or_default();
        assert_eq!([states.len(), reasons.len()], [Code::ALL.len(); 2]);
        for state in 0..=3 {
            assert!(states.contains(&state), "{state}");
        }
        for (state, reason) in states.iter().zip(reasons) {
            assert_eq!(matches!(state, 1 | 2), !reason.is_empty());
        }
        let duties = wire.map(|wire| wire.duties).unwrap_or_default();
        assert!(duties.iter().all(|duty| duty.text.ends_with('.')));
    }
}
