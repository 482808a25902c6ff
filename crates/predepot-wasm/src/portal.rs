//! The portal: what it would write in a file, what it wrote in its answer, and what neither it nor a check of files says.

use predepot::catalog::{Code, not_applied, typographie, without_object};
use predepot::check::{Duty, Scope, State, scope};
use predepot::form;
use predepot::render::{answer, simulation};
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

    /// The name of that file.
    pub fn simulation_name(&self, file: usize) -> String {
        self.document(file)
            .map(simulation::name)
            .unwrap_or_default()
    }

    /// What the ASP wrote in each demande of its answer; nothing for another file.
    #[wasm_bindgen(unchecked_return_type = "AspAnswer[]")]
    pub fn answers(&self, file: usize) -> JsValue {
        let answers = self.document(file).map(answer::answers);
        to_js(
            &answers
                .unwrap_or_default()
                .into_iter()
                .map(Answer::new)
                .collect::<Vec<_>>(),
        )
    }

    /// A conforming name for the file that `resubmit` makes of an answer.
    pub fn resubmission_name(&self, file: usize) -> String {
        self.document(file)
            .map(|document| answer::resubmission_name(document, self.today))
            .unwrap_or_default()
    }

    /// The names of pieces that `resubmit` changes, two texts each: from, to.
    pub fn renamings(&self, file: usize, ids: Vec<String>) -> Vec<String> {
        let names = self
            .document(file)
            .map(|document| answer::renamings(document, &ids));
        let names = names.unwrap_or_default().into_iter();
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
        found.map_or(JsValue::NULL, |scope| to_js(&WireScope::new(&scope)))
    }
}

form! {
    /// What the ASP wrote in a demande.
    Answer {
        "code" code: String,
        "label" label: String,
        "numeroAsp" numero_asp: String,
    }
}

impl Answer {
    fn new(answer: answer::Answer) -> Self {
        Self {
            code: answer.code,
            label: answer.label,
            numero_asp: answer.numero_asp,
        }
    }
}

form! {
    /// Every code of the catalogue is in one of the four lists.
    WireScope {
        "applied" applied: Vec<&'static str>,
        "withoutObject" without_object: Vec<Silent>,
        "notApplied" not_applied: Vec<Silent>,
        "elsewhere" elsewhere: Vec<&'static str>,
        "duties" duties: Vec<WireDuty>,
    }
}

form! {
    /// A rule that said nothing, and why.
    Silent {
        "code" code: &'static str,
        "why" why: &'static str,
    }
}

form! {
    /// What the user makes sure of.
    WireDuty {
        "text" text: String,
        "section" section: &'static str,
        "after" after: bool,
        "demandes" demandes: String,
    }
}

impl WireScope {
    fn new(scope: &Scope) -> Self {
        let mut wire = Self {
            applied: Vec::new(),
            without_object: Vec::new(),
            not_applied: Vec::new(),
            elsewhere: Vec::new(),
            duties: scope.duties.iter().map(WireDuty::new).collect(),
        };
        for (&code, &state) in Code::ALL.iter().zip(&scope.states) {
            let name = code.as_str();
            let silent = |why| Silent { code: name, why };
            match state {
                State::Applied => wire.applied.push(name),
                State::Elsewhere => wire.elsewhere.push(name),
                State::WithoutObject => wire.without_object.push(silent(without_object(code))),
                State::NotApplied(why) => wire.not_applied.push(silent(not_applied(why))),
            }
        }
        wire
    }
}

impl WireDuty {
    fn new(duty: &Duty) -> Self {
        Self {
            text: typographie(&duty.sentence()),
            section: duty.section,
            after: duty.after,
            demandes: duty.listed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::check::{Content, Dropped, Options, check};
    use predepot::profiles;

    #[test]
    fn each_code_is_in_one_list() {
        let template = profiles::by_id("MS1-DUI").map_or("", |profile| profile.template);
        let dropped = Dropped {
            name: "JSON-1234567890-20231015-001.json".to_owned(),
            content: Content::Bytes(template.as_bytes().to_vec()),
        };
        let report = check(vec![dropped], &Options::default());
        let scope = scope(&report, 0, &Options::default());
        let wire = scope.as_ref().map(WireScope::new);
        let mut codes: Vec<&str> = wire
            .iter()
            .flat_map(|wire| &wire.applied)
            .copied()
            .collect();
        codes.extend(wire.iter().flat_map(|wire| &wire.elsewhere));
        let silent = |wire: &'_ WireScope| -> Vec<&'static str> {
            let all = wire.without_object.iter().chain(&wire.not_applied);
            all.map(|silent| silent.code).collect()
        };
        codes.extend(wire.iter().flat_map(silent));
        codes.sort_unstable();
        let mut all: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        all.sort_unstable();
        assert_eq!(codes, all);
        let duties = wire.map(|wire| wire.duties).unwrap_or_default();
        assert!(duties.iter().all(|duty| duty.text.ends_with('.')));
    }
}
