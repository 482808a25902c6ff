//! What a check was able to look at: which rules met something to judge in a file, which met nothing, which could not be applied, and what
//! no check of files can know. Only asked for when somebody wants to read it: the file is bound once more, and judged as it was.

use super::bind::{Binding, DEMANDE, HEADER, ObjectId, Truth};
use super::relations::{Piece, Relations};
use super::reminders::{self, Reminders};
use super::set::is_answer;
use super::{Document, FileKind, Options, Report, file};
use crate::catalog::Code::{self, *};
use crate::catalog::Codes;
use crate::diag::Severity::Erreur;
use crate::json::{Kind, NodeId};
use crate::profile::{Class, Format, Is, Need, Presence, Profile, Relation, Row, Test};
use crate::profiles;
use crate::text::Encoding;

/// What became of a rule on a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It judged something at least once.
    Applied,
    /// It is of this profile, and the file has nothing that it judges.
    WithoutObject,
    /// It could not judge what is there.
    NotApplied(Why),
    /// It is of another profile, or of another kind of file.
    Elsewhere,
}

/// Why a rule was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The values that it reads are broken, or what comes before it failed.
    Earlier,
    /// The file could not be read.
    Unread,
    /// The profile is not known.
    Unknown,
    /// The file is an answer of the portal: only its rejected demandes are checked.
    Answer,
    /// Neither a ZIP nor a piece was dropped.
    NoPieces,
    /// No JSON of demandes was dropped.
    NoJson,
    /// Pieces are still to be read.
    Pending,
    /// Today is not known.
    NoDay,
    /// The profile was chosen by hand.
    Chosen,
}

/// What the user alone can make sure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What is to be so, in French: a whole sentence or, for a reminder (C022), the rest of « vérifiez que ».
    pub text: &'static str,
    /// The section of the documents.
    pub section: &'static str,
    /// To be thought of after the deposit.
    pub after: bool,
    /// The demandes concerned, by rank from 1; none when it is about the whole file.
    pub demandes: Vec<u32>,
}

/// What was and was not checked of a file.
#[derive(Clone, Debug)]
pub struct Scope {
    /// For each code, in the order of the catalogue.
    pub states: Vec<State>,
    /// What no check can know, what is to be thought of after the deposit last.
    pub duties: Vec<Duty>,
}

/// What was looked at in a file of this report; the options are those that it was checked with.
pub fn scope(report: &Report, file: usize, options: &Options) -> Option<Scope> {
    let document = report.files.get(file)?;
    let mut looked = Looked::default();
    looked.archives(report);
    if document.has(X002) {
        looked.set(Codes::ALL, State::NotApplied(Why::Unread));
    } else if document.kind == FileKind::Json {
        looked.json(report, document, options);
    }
    looked.applied = looked.applied.and(Codes::of(&[X001, X002, X003]));
    let found: Vec<Code> = document.by_code.iter().map(|&(code, _)| code).collect();
    let found = Codes::of(&found);
    debug_assert!(
        found
            .iter()
            .all(|code| !matches!(looked.state(code), State::WithoutObject | State::Elsewhere)),
        "a rule spoke of what it does not judge: {found:?}"
    );
    looked.applied = looked.applied.and(found);
    Some(Scope {
        states: Code::ALL.iter().map(|&code| looked.state(code)).collect(),
        duties: looked.duties(document),
    })
}

/// What was met so far.
#[derive(Default)]
pub(super) struct Looked {
    /// Rules that judged something.
    applied: Codes,
    /// Rules that met something which they could not judge.
    broken: Codes,
    /// What is so of the others: of two words on one rule, the later holds.
    others: Vec<(Codes, State)>,
    /// The limits that hang on a value, and the reminders, with the demandes concerned.
    conditional: Reminders,
    reminders: Reminders,
    /// Names of pieces.
    names: usize,
    /// The file has a list of demandes.
    lists: bool,
}

impl Looked {
    #[inline(never)]
    fn state(&self, code: Code) -> State {
        if self.applied.has(code) {
            State::Applied
        } else if self.broken.has(code) {
            State::NotApplied(Why::Earlier)
        } else {
            let mut others = self.others.iter().rev();
            let known = others.find(|(codes, _)| codes.has(code));
            known.map_or(State::Elsewhere, |&(_, state)| state)
        }
    }

    #[inline(never)]
    fn set(&mut self, codes: Codes, state: State) {
        match state {
            State::Applied => self.apply(codes),
            state => self.others.push((codes, state)),
        }
    }

    #[inline(never)]
    fn apply(&mut self, codes: Codes) {
        self.applied = self.applied.and(codes);
    }

    /// Applied when it can be; otherwise what it would judge is broken.
    #[inline(never)]
    fn judge(&mut self, codes: Codes, can: bool) {
        match can {
            true => self.apply(codes),
            false => self.broken = self.broken.and(codes),
        }
    }

    /// Z: what was dropped decides.
    #[inline(never)]
    fn archives(&mut self, report: &Report) {
        let has = |kind| report.files.iter().any(|file| file.kind == kind);
        let (zips, loose) = (has(FileKind::Zip), has(FileKind::Piece));
        let declared = report.files.iter().any(|file| {
            file.profile.is_some() && !is_answer(file) && !file.declared.list.is_empty()
        });
        let is_pending = |file: &Document| match &file.archive {
            Some(archive) => {
                !archive.is_listed() || archive.entries.iter().any(|entry| entry.is_pending())
            }
            None => file.loose.is_some_and(|loose| loose.content.is_none()),
        };
        let pending = report.files.iter().any(is_pending);
        let given = |here| match (zips || loose, here) {
            (false, _) => State::NotApplied(Why::NoPieces),
            (true, false) => State::WithoutObject,
            (true, true) => State::Applied,
        };
        let unless = |state, hindered, why| match state {
            State::Applied if hindered => State::NotApplied(why),
            state => state,
        };
        let beside_json = |here| unless(given(here), !declared, Why::NoJson);
        let read = |here| unless(given(here), pending, Why::Pending);
        self.set(OF_ZIPS, given(zips));
        self.set(OF_CONTENT, read(true));
        self.set(OF_PACKED, read(zips));
        self.set(OF_AGREEMENT, beside_json(true));
        self.set(Z025.into(), beside_json(loose));
        self.set(
            Z024.into(),
            match declared {
                true => State::Applied,
                false => State::WithoutObject,
            },
        );
    }

    #[inline(never)]
    fn json(&mut self, report: &Report, document: &Document, options: &Options) {
        let answer = is_answer(document);
        let is_read = document.bytes.len() as u64 == document.size;
        let root = document.tree.root();
        let object = root.filter(|&root| document.tree.kind(root) == Kind::Object);
        // What becomes of a rule of the file's profile that meets nothing.
        let baseline = if !is_read {
            State::NotApplied(Why::Unread)
        } else if object.is_none() {
            State::NotApplied(Why::Earlier)
        } else if answer {
            State::NotApplied(Why::Answer)
        } else if document.profile.is_none() {
            State::NotApplied(Why::Unknown)
        } else {
            State::WithoutObject
        };
        self.set(
            OF_WRITING,
            match document.encoding {
                _ if !is_read => baseline,
                Encoding::Binary => State::NotApplied(Why::Earlier),
                _ => State::Applied,
            },
        );
        let header = document.profile.map_or(profiles::HEADER, |own| own.header);
        let mut known = possible(header).and(OF_ALL);
        for profile in profiles::ALL {
            if document
                .profile
                .is_none_or(|own| std::ptr::eq(own, *profile))
            {
                known = known.and(of_profile(profile));
            }
        }
        self.set(known, baseline);
        let Some(root) = root else {
            return;
        };
        self.apply(S006.into());
        if document.tree.kind(root) != Kind::Object {
            return;
        }
        self.apply(R001.into());
        let ans = file::look_again(document, options, self);
        self.file_name(document, ans, answer, options);
        if answer {
            return self.apply(R002.into());
        }
        self.set(R002.into(), State::WithoutObject);
        if self.lists {
            self.apply(Codes::of(&[S005, S007]));
        }
        match (document.profile, options.profile) {
            (Some(_), None) if document.demandes.len() > 1 => self.apply(S008.into()),
            (Some(_), Some(_)) => self.set(S008.into(), State::NotApplied(Why::Chosen)),
            _ => {}
        }
        let mut numbered = report
            .files
            .iter()
            .flat_map(|file| &file.demandes)
            .filter(|demande| demande.numero_editeur.is_some());
        if numbered.nth(1).is_some() {
            self.apply(C007.into());
        }
        if !document.demandes.is_empty() && known.has(C022) && document.profile.is_some() {
            self.apply(C022.into());
        }
    }

    /// N001 to N004, each of which stands only without those before it.
    #[inline(never)]
    fn file_name(&mut self, document: &Document, ans: bool, answer: bool, options: &Options) {
        if answer {
            return self.set(OF_NAME, State::NotApplied(Why::Answer));
        }
        let form = document.diagnostics.iter().find(|one| one.code == N001);
        let named = form.is_none_or(|finding| finding.severity != Erreur);
        let own = named && !document.has(N002);
        self.apply(N001.into());
        self.judge(N002.into(), named && ans);
        self.judge(N003.into(), own);
        match options.today {
            None => self.set(N004.into(), State::NotApplied(Why::NoDay)),
            Some(_) => self.judge(N004.into(), own && form.is_none() && !document.has(N003)),
        }
    }

    /// The header, once it is checked.
    #[inline(never)]
    pub(super) fn header(&mut self, binding: &Binding<'_>) {
        self.object(binding, HEADER);
        let list = binding.get(HEADER, "lignesImport");
        self.lists = list.is_some_and(|list| binding.source.kind(list) == Kind::Array);
    }

    /// The demande at hand, once it is checked; its rank is 1 for the first.
    #[inline(never)]
    pub(super) fn demande(
        &mut self,
        binding: &Binding<'_>,
        profile: &'static Profile,
        relations: &Relations<'_>,
        rank: u32,
    ) {
        for id in DEMANDE.0..binding.objects.len() {
            self.object(binding, ObjectId(id));
        }
        for &relation in profile.relations {
            self.relation(binding, relation);
        }
        if relations.certificats.has_organisme() {
            self.apply(Codes::of(&[S009, S010]));
        }
        self.pieces(binding, &relations.pieces);
        for limit in profiles::LIMITS.iter().chain(profile.limits) {
            if reminders::holds(binding, limit.when) {
                self.conditional.note(limit.text, rank);
            }
        }
        self.reminders.look(binding, profile, rank);
    }

    #[inline(never)]
    fn object(&mut self, binding: &Binding<'_>, id: ObjectId) {
        let object = binding.objects[id.0];
        if object.silent {
            return;
        }
        self.apply(S002.into());
        let other_software = object
            .via
            .is_some_and(|row| matches!(row.format, Format::OtherSoftware(_)));
        let truths = binding.truths(id);
        for (at, row) in object.rows.iter().enumerate() {
            if object.muted & (1 << at) != 0 {
                continue;
            }
            let need = match row.presence {
                Presence::Cases(_) => binding.need(id, at, truths),
                _ => Need::Free,
            };
            if !other_software {
                self.apply(need.codes());
            }
            let required = matches!(row.presence, Presence::Required);
            if required || matches!(need, Need::Filled(_)) {
                self.apply(S001.into());
            }
            let Some(value) = binding.value(id, at) else {
                continue;
            };
            let kind = binding.source.kind(value);
            let codes = match other_software {
                true => C017.into(),
                false => of_value(row),
            };
            if kind == Kind::Null {
                if other_software || matches!(row.format, Format::Null) {
                    self.apply(codes);
                } else if required {
                    self.apply(S003.into());
                }
            } else if matches!(need, Need::Null(_) | Need::NullOrAbsent(_) | Need::Off(_)) {
                // Only that it is not null is judged.
            } else if binding.doubtful.contains(&value) || kind == Kind::Broken {
                self.judge(codes, false);
            } else {
                self.apply(S003.into());
                self.value(binding, row, value, codes);
            }
        }
    }

    /// A value that its row asks for, whose format raises these codes.
    #[inline(never)]
    fn value(&mut self, binding: &Binding<'_>, row: &Row, value: NodeId, codes: Codes) {
        let source = binding.source;
        let kind = source.kind(value);
        let is = |value, kind| source.kind(value) == kind && binding.is_sound(value);
        // Of a date, only today is wanting to say that it is in the future.
        let codes = match binding.today {
            None if codes.has(C018) => {
                self.set(C018.into(), State::NotApplied(Why::NoDay));
                codes.without(C018.into())
            }
            _ => codes,
        };
        match row.format {
            Format::Array {
                of: Format::Text { .. },
                empty,
            } if kind == Kind::Array => {
                let of_empty = empty.map_or(Codes::NONE, |(code, _)| code.into());
                self.apply(of_empty);
                for element in source.tree.elements(value) {
                    self.judge(codes.without(of_empty), is(element, Kind::String));
                }
            }
            Format::Text { .. } | Format::Choice(_) | Format::Choices(_) | Format::Operator => {
                self.judge(codes, is(value, Kind::String));
            }
            Format::LineNumber | Format::Amount => self.judge(codes, is(value, Kind::Number)),
            Format::Array { .. } => self.judge(codes, is(value, Kind::Array)),
            _ => self.judge(codes, binding.is_sound(value)),
        }
    }

    #[inline(never)]
    fn relation(&mut self, binding: &Binding<'_>, relation: Relation) {
        let source = binding.source;
        let is = |key, is| {
            let mut holders = binding.holders(key);
            holders.any(|id| binding.test(id, Test(key, is)) == Truth::True)
        };
        let elements = |array: &str| -> usize {
            let lists = binding
                .holders(array)
                .filter(|&id| !binding.objects[id.0].silent)
                .filter_map(|id| binding.get(id, array))
                .filter(|list| !binding.doubtful.contains(list));
            lists.map(|list| source.tree.elements(list).count()).sum()
        };
        let codes = relation.codes();
        match relation {
            Relation::CommandePour => {
                let liberal = is("commandePour", Is::Text("LIBERAL"));
                let structure = is("commandePour", Is::Text("STRUCTURE"));
                let other = match liberal {
                    true => Codes::of(&[C004, C023]),
                    false => Codes::of(&[C003, C019]),
                };
                match liberal || structure {
                    true => self.apply(codes.without(other)),
                    false => self.judge(codes, false),
                }
            }
            Relation::ClientUnique(array, _) => {
                let mut holders = binding.holders("isClientUnique");
                let due = holders.any(|id| {
                    let flag = binding.find(id, "isClientUnique");
                    flag.is_some_and(|(row, _)| binding.is_due(id, row))
                });
                if due {
                    let flag = is("isClientUnique", Is::True) || is("isClientUnique", Is::False);
                    self.judge(codes, flag && elements(array) > 0);
                }
            }
            Relation::Distinct(_, array, _) if elements(array) > 1 => self.apply(codes),
            Relation::Pieces => {
                let list = binding.get(DEMANDE, "piecesJustificatives");
                if !list.is_some_and(|list| source.kind(list) == Kind::Array) {
                    return self.judge(codes, false);
                }
                self.apply(Codes::of(&[C008, C009]));
                for (regime, code) in [("HT", C010), ("TTC", C011)] {
                    if is("regimeTVA", Is::Text(regime)) {
                        self.apply(code.into());
                    }
                }
            }
            Relation::Scenarios => {
                let (esms, scenarios) = (elements("FINESSGeos"), elements("scenarioInstallation"));
                self.judge(Codes::of(&[C012, C013]), esms > 0 && scenarios > 0);
                if esms > 1 || scenarios > 1 {
                    self.apply(C014.into());
                }
            }
            // For certificates, the rows and what is gathered over the file say it.
            Relation::Distinct(..) | Relation::Certificats => {}
        }
    }

    /// The names of the pieces of the demande at hand.
    #[inline(never)]
    fn pieces(&mut self, binding: &Binding<'_>, pieces: &[Piece<'_>]) {
        let is_text = |id, key| {
            let value = binding.get(id, key);
            value.filter(|&value| binding.source.kind(value) == Kind::String)
        };
        let sound = |id, key| is_text(id, key).is_some_and(|value| binding.is_sound(value));
        for piece in binding.children(DEMANDE, "piecesJustificatives") {
            let readable = sound(piece, "nomFichier");
            self.judge(N010.into(), is_text(piece, "nomFichier").is_some());
            self.judge(N011.into(), readable);
            for (code, id, key) in [
                (N012, piece, "typeFichier"),
                (N013, DEMANDE, "numeroEditeur"),
                (N014, piece, "formatFichier"),
            ] {
                self.judge(code.into(), readable && sound(id, key));
            }
        }
        self.names += pieces.len();
        if self.names > 1 {
            self.apply(N015.into());
        }
    }

    /// What the user alone knows, of this file.
    #[inline(never)]
    fn duties(&self, document: &Document) -> Vec<Duty> {
        let mut duties = Vec::new();
        if document.kind != FileKind::Json {
            return duties;
        }
        let own = document.profile.map_or(&[][..], |profile| profile.limits);
        for after in [false, true] {
            for limit in profiles::LIMITS.iter().chain(own) {
                let demandes = self.conditional.of(limit.text);
                if limit.after == after && (limit.when.is_empty() || !demandes.is_empty()) {
                    duties.push(Duty {
                        text: limit.text,
                        section: limit.section,
                        after,
                        demandes: demandes.to_vec(),
                    });
                }
            }
            if !after {
                duties.extend(self.reminders.all().map(|(text, demandes)| Duty {
                    text,
                    section: "3.2",
                    after,
                    demandes: demandes.to_vec(),
                }));
            }
        }
        duties
    }
}

/// The codes of the rows, the relations and the reminders of a profile.
#[inline(never)]
fn of_profile(profile: &Profile) -> Codes {
    let mut codes = possible(profile.demande);
    for relation in profile.relations {
        codes = codes.and(relation.codes());
    }
    match profile.reminders {
        [] => codes,
        _ => codes.and(C022.into()),
    }
}

const OF_WRITING: Codes = Codes::of(&[
    J001, J002, J003, J004, J005, J006, J007, J008, J009, J010, J011, J012, J013, J014, J015, J016,
]);
/// Of every profile, whatever its rows.
const OF_ALL: Codes = Codes::of(&[
    S001, S002, S003, S005, S006, S007, S008, F013, F016, C007, R001, R002,
]);
const OF_NAME: Codes = Codes::of(&[N001, N002, N003, N004]);
const OF_ZIPS: Codes = Codes::of(&[
    Z001, Z002, Z003, Z012, Z013, Z015, Z016, Z017, Z019, Z020, Z021,
]);
const OF_CONTENT: Codes = Codes::of(&[Z004, Z007, Z008, Z009, Z022, Z023]);
const OF_PACKED: Codes = Codes::of(&[Z010, Z011]);
const OF_AGREEMENT: Codes = Codes::of(&[Z005, Z006, Z014, Z018]);

/// The codes of these rows and of those below them, but for the demandes, whose rows are the profile's own.
#[inline(never)]
fn possible(rows: &[Row]) -> Codes {
    let mut codes = Codes::NONE;
    for row in rows {
        codes = codes.and(row.codes());
        match row.format {
            _ if row.key == "lignesImport" => {}
            Format::Object(rows) => codes = codes.and(possible(rows)),
            Format::Array {
                of: Format::Object(rows),
                ..
            } => codes = codes.and(possible(rows)),
            _ => {}
        }
    }
    codes
}

/// The codes of a value: those of its form, and those of all texts. Names of pieces are judged by a relation.
#[inline(never)]
fn of_value(row: &Row) -> Codes {
    let codes = row.format.codes();
    match row.format {
        Format::Text {
            class: Class::PieceName,
            ..
        } => Codes::of(&[F002, F016]),
        Format::Text { .. }
        | Format::Array {
            of: Format::Text { .. },
            ..
        } => codes.and(Codes::of(&[F013, F016])),
        Format::Choice(_) | Format::Choices(_) => codes.and(F016.into()),
        Format::Operator => codes.and(F013.into()),
        _ => codes,
    }
}

impl Document {
    fn has(&self, code: Code) -> bool {
        self.by_code.iter().any(|&(found, _)| found == code)
    }
}
