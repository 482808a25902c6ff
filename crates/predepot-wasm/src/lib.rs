//! The doorway between JavaScript and the core: exports here, in [`pieces`] and in [`portal`], what they hand over in [`view`],
//! corrections in [`correct`], what a finding is known again by in [`identity`].
//!
//! Bytes in, and out as numbers in flat lists; words are made only for the findings asked for.

mod correct;
mod identity;
mod pieces;
mod portal;
mod view;

pub use pieces::{PieceReading, ZipReading, kind_of};

use js_sys::{JsString, RegExp};
use predepot::catalog::{Code, Language, rule};
use predepot::check::{
    Content, Counts, Day, Document, Dropped, Options, Report, Unicode, Verdict, check,
};
use predepot::render::json::{self, Json};
use predepot::render::{self, Format, portail, wire};
use predepot::{profile::Profile, profiles};
use wasm_bindgen::prelude::*;

/// As fast as the standard library's for wasm, and a quarter of its code.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// A panic says where in the console before the module stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Every rule: `{code, name, summary}`, in the order that `diagnostics` counts them; in French, or in this language ("fr", "en").
#[wasm_bindgen(unchecked_return_type = "RuleEntry[]")]
pub fn catalogue(language: Option<String>) -> Result<JsValue, JsError> {
    let language = spoken(language.as_deref())?;
    let rules = Code::ALL.iter().map(|&code| rule(code));
    Ok(to_js(
        &rules
            .map(|rule| view::RuleEntry::new(rule.in_language(language)))
            .collect::<Vec<_>>(),
    ))
}

/// Every profile: `{id, title, rules}`; in French, or in this language.
#[wasm_bindgen(js_name = profiles, unchecked_return_type = "Profile[]")]
pub fn all_profiles(language: Option<String>) -> Result<JsValue, JsError> {
    let language = spoken(language.as_deref())?;
    Ok(to_js(
        &profiles::ALL
            .iter()
            .map(|profile| view::ProfileEntry::new(profile, language))
            .collect::<Vec<_>>(),
    ))
}

/// A conforming file of a profile, to start from.
#[wasm_bindgen]
pub fn template(profile: &str) -> Result<String, JsError> {
    Ok(known(profile)?.template.to_owned())
}

fn known(id: &str) -> Result<&'static Profile, JsError> {
    profiles::by_id(id).ok_or_else(|| unknown("profile", id))
}

fn unknown(what: &str, name: &str) -> JsError {
    JsError::new(&format!("unknown {what}: {name}"))
}

/// The language of this code; French without one.
fn spoken(code: Option<&str>) -> Result<Language, JsError> {
    let Some(code) = code else {
        return Ok(Language::default());
    };
    Language::by_code(code).ok_or_else(|| JsError::new(&format!("unknown language: {code}")))
}

/// As one JSON text, which is faster than object by object; `undefined` were it not JSON.
fn to_js(value: &dyn Json) -> JsValue {
    js_sys::JSON::parse(&json::compact(value)).unwrap_or_default()
}

/// The tables of the JavaScript engine.
const UNICODE: Unicode = Unicode {
    nfc: |text| JsString::from(text).normalize("NFC").into(),
    to_uppercase: |text| JsString::from(text).to_upper_case().into(),
    is_alphanumeric: |text| RegExp::new(r"^[\p{Alphabetic}\p{N}]*$", "u").test(text),
};

fn options(masked: Option<bool>) -> render::Options {
    render::Options {
        masked: masked.unwrap_or_default(),
    }
}

/// The SHA-256 of a file that is read a part at a time, as a report gives those of the files that it holds.
#[wasm_bindgen]
#[derive(Default)]
pub struct Fingerprint(wire::Fingerprint);

#[wasm_bindgen]
impl Fingerprint {
    /// Of nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads what follows.
    pub fn give(&mut self, bytes: &[u8]) {
        self.0.give(bytes);
    }

    /// In hexadecimal.
    pub fn finish(self) -> String {
        self.0.finish()
    }
}

/// Files deposited together: add them, check, then ask.
#[wasm_bindgen]
pub struct Deposit {
    today: Day,
    language: Language,
    /// The profile that the last check was asked to go by.
    profile: Option<&'static Profile>,
    added: Vec<Dropped>,
    report: Report,
    /// Names that pieces had before (from, to).
    renamings: Vec<(String, String)>,
}

#[wasm_bindgen]
impl Deposit {
    /// A deposit, checked on this day.
    #[wasm_bindgen(constructor)]
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        let report = Report {
            files: Vec::new(),
            verdict: Verdict::Pret,
            counts: Counts::default(),
            pieces: Vec::new(),
        };
        Self {
            today: Day { year, month, day },
            language: Language::default(),
            profile: None,
            added: Vec::new(),
            report,
            renamings: Vec::new(),
        }
    }

    /// Says what is asked from now on in this language ("fr", which is the first, or "en"): nothing is checked again for it.
    pub fn speak(&mut self, language: &str) -> Result<(), JsError> {
        self.language = spoken(Some(language))?;
        self.report.speak(self.language);
        Ok(())
    }

    /// Adds a file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.added.push(Dropped {
            name,
            content: Content::Bytes(bytes),
        });
    }

    /// Adds a file that could not be read.
    pub fn add_unreadable(&mut self, name: String, reason: String) {
        self.added.push(Dropped {
            name,
            content: Content::Unreadable(reason),
        });
    }

    /// Adds a file that is too large to be read.
    pub fn add_too_large(&mut self, name: String, size: f64) {
        self.added.push(Dropped {
            name,
            content: Content::TooLarge(size as u64),
        });
    }

    /// Checks the files added, by the profile of this identifier or else by the one found in each. What is asked afterwards is about them; files
    /// added later are another deposit, of the next check.
    pub fn check(&mut self, profile: Option<String>) -> Result<(), JsError> {
        self.profile = profile.as_deref().map(known).transpose()?;
        self.report = check(std::mem::take(&mut self.added), &self.options());
        Ok(())
    }

    /// What was found, without the findings.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(&self) -> JsValue {
        to_js(&view::Summary::new(&self.report))
    }

    /// The findings of a file, 12 numbers each: index in the catalogue, severity (0 error, 1 warning, 2 information), control (0 none), line,
    /// column, end line, end column, demande + 1 (0 none), fix (0 none, 1 sure, 2 to confirm, 3 to be written), offset, length, related places.
    pub fn diagnostics(&self, file: usize) -> Vec<u32> {
        self.document(file)
            .map(view::diagnostics)
            .unwrap_or_default()
    }

    /// The findings of a file that the portal would show, which stops at the first: indices into `diagnostics`, ascending.
    pub fn portail(&self, file: usize) -> Vec<usize> {
        self.document(file).map(portail::shown).unwrap_or_default()
    }

    /// The demandes of a file, 7 numbers each: `numLigne` (0 none), state (0 ready, 1 to be looked at, 2 rejected, 3 and 4 accepted and rejected by
    /// the ASP), first line, last line, errors, warnings, first error + 1 (0 none).
    pub fn demandes(&self, file: usize) -> Vec<u32> {
        self.document(file).map(view::demandes).unwrap_or_default()
    }

    /// The `numeroEditeur` of each demande of a file, empty when it has none.
    pub fn numeros_editeur(&self, file: usize) -> Vec<String> {
        let demandes = self
            .document(file)
            .map(|document| document.demandes.as_slice())
            .unwrap_or_default();
        demandes
            .iter()
            .map(|demande| demande.numero_editeur.clone().unwrap_or_default())
            .collect()
    }

    /// The words of these findings; masked, without the values of the files.
    #[wasm_bindgen(unchecked_return_type = "Text[]")]
    pub fn texts_of(&self, file: usize, indices: Vec<u32>, masked: Option<bool>) -> JsValue {
        let options = options(masked);
        to_js(
            &self
                .document(file)
                .map(|document| view::texts(&self.report, document, &indices, options))
                .unwrap_or_default(),
        )
    }

    /// The file with the corrections of these findings.
    pub fn apply_fixes(&self, file: usize, indices: Vec<u32>) -> Vec<u8> {
        self.document(file)
            .map(|document| correct::bytes(document, &indices))
            .unwrap_or_default()
    }

    /// The same corrections as edits of the file's lines, for an editor: the name that they give to the file, whether they take its byte order mark
    /// away, and what they write.
    #[wasm_bindgen(unchecked_return_type = "Corrections")]
    pub fn corrections(&self, file: usize, indices: Vec<u32>) -> JsValue {
        self.document(file)
            .map(|document| to_js(&correct::by_lines(document, &indices)))
            .unwrap_or_default()
    }

    /// What each finding of a file is known again by in a later state of the file, 3 numbers each, the surest first: compared one rank after the
    /// other, equal numbers are the same finding.
    pub fn identities(&self, file: usize) -> Vec<f64> {
        self.document(file).map(identity::of).unwrap_or_default()
    }

    /// The name that the corrections of these findings give to the file.
    pub fn corrected_name(&self, file: usize, indices: Vec<u32>) -> String {
        self.document(file)
            .map(|document| correct::name(document, &indices))
            .unwrap_or_default()
    }

    /// From an answer of the ASP, a new file of the rejected demandes, each with its new `numeroEditeur`, in order.
    pub fn resubmit(&self, file: usize, ids: Vec<String>) -> Vec<u8> {
        self.resubmission(file, &ids).bytes
    }

    /// The report in UTF-8: "json" (the default), "csv", "markdown" or "sarif"; masked, without the values of the files.
    pub fn report(&self, format: Option<String>, masked: Option<bool>) -> Result<Vec<u8>, JsError> {
        let name = format.as_deref().unwrap_or("json");
        let format = Format::by_name(name).ok_or_else(|| unknown("format", name))?;
        let form = wire::report_with(&self.report, options(masked));
        Ok(render::write(&form, format, self.language).into_bytes())
    }
}

impl Deposit {
    fn options(&self) -> Options {
        Options {
            today: Some(self.today),
            profile: self.profile,
            unicode: UNICODE,
            language: self.language,
        }
    }

    fn document(&self, file: usize) -> Option<&Document> {
        self.report.files.get(file)
    }
}
