//! What a check was able to look at: which rules met something to judge in a file, which met nothing, which could not be applied, and what
//! no check of files can know. Only asked for when somebody wants to read it: the file is bound once more, and judged as it was.

use super::bind::{Binding, DEMANDE, HEADER, ObjectId, Truth};
use super::relations::{Piece, Relations};
use super::reminders::{self, Reminders};
use super::set::is_answer;
use super::{Document, FileKind, Options, Report, file};
use crate::catalog::Code::{self, *};
use crate::diag::Severity::Erreur;
use crate::json::Kind;
use crate::profile::{Format, Is, Limit, Need, Presence, Profile, Relation, Row, Test};
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
    /// What is to be so: a whole sentence, or for a reminder (C022) the rest of « vérifiez que ».
    pub text: &'static str,
    /// The section of the documents.
    pub section: &'static str,
    /// To be thought of after the deposit.
    pub after: bool,
    /// The demandes concerned, by rank from 1; none when it is about the whole file.
    pub demandes: Vec<u32>,
}

impl Duty {
    /// The whole sentence, for a reminder too.
    pub fn sentence(&self) -> String {
        match self.text.split_at_checked(1) {
            Some((first, rest)) if first.as_bytes()[0].is_ascii_lowercase() => {
                format!("{}{rest}.", first.to_ascii_uppercase())
            }
            _ => self.text.to_owned(),
        }
    }

    /// "1, 4 et 7"; empty when it is about the whole file.
    pub fn listed(&self) -> String {
        reminders::listed(&self.demandes)
    }
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
    let mut looked = Looked {
        states: vec![State::Elsewhere; Code::ALL.len()],
        conditional: Reminders::default(),
        reminders: Reminders::default(),
        names: 0,
        lists: false,
    };
    looked.all(&[X001, X002, X003], State::Applied);
    looked.archives(report);
    if document.has(X002) {
        looked.all(Code::ALL, State::NotApplied(Why::Unread));
    } else if document.kind == FileKind::Json {
        looked.json(report, document, options);
    }
    for &(code, _) in &document.by_code {
        let known = &mut looked.states[code as usize];
        debug_assert!(rank(*known) > 1, "{code:?} spoke of what is {known:?}");
        *known = State::Applied;
    }
    let duties = looked.duties(document);
    Some(Scope {
        states: looked.states,
        duties,
    })
}

/// What was met so far.
pub(super) struct Looked {
    states: Vec<State>,
    /// The limits that hang on a value, and the reminders, with the demandes concerned.
    conditional: Reminders,
    reminders: Reminders,
    /// Names of pieces.
    names: usize,
    /// The file has a list of demandes.
    lists: bool,
}

/// Which of two states of a rule says more.
fn rank(state: State) -> u8 {
    match state {
        State::Elsewhere => 0,
        State::WithoutObject => 1,
        State::NotApplied(_) => 2,
        State::Applied => 3,
    }
}

impl Looked {
    fn raise(&mut self, code: Code, state: State) {
        let known = &mut self.states[code as usize];
        if rank(state) > rank(*known) {
            *known = state;
        }
    }

    fn all(&mut self, codes: &[Code], state: State) {
        codes.iter().for_each(|&code| self.raise(code, state));
    }

    fn applied(&mut self, codes: &[Code]) {
        self.all(codes, State::Applied);
    }

    /// Values there are, and they cannot be judged.
    fn broken(&mut self, codes: &[Code]) {
        self.all(codes, State::NotApplied(Why::Earlier));
    }

    /// Z: what was dropped decides.
    fn archives(&mut self, report: &Report) {
        let has = |kind| report.files.iter().any(|file| file.kind == kind);
        let (zips, loose) = (has(FileKind::Zip), has(FileKind::Piece));
        let declares = |file: &&Document| {
            file.profile.is_some() && !is_answer(file) && !file.declared.list.is_empty()
        };
        let declared = report.files.iter().any(|file| declares(&file));
        let pending = report.files.iter().any(|file| {
            let entries = file.archive.iter().flat_map(|archive| &archive.entries);
            file.loose.is_some_and(|loose| loose.content.is_none())
                || file
                    .archive
                    .as_ref()
                    .is_some_and(|archive| !archive.is_listed())
                || entries.into_iter().any(|entry| entry.is_pending())
        });
        let given = |here: bool| match (zips || loose, here) {
            (false, _) => State::NotApplied(Why::NoPieces),
            (true, false) => State::WithoutObject,
            (true, true) => State::Applied,
        };
        let content = match given(true) {
            State::Applied if pending => State::NotApplied(Why::Pending),
            state => state,
        };
        let of_zip = [
            Z001, Z002, Z003, Z012, Z013, Z015, Z016, Z017, Z019, Z020, Z021,
        ];
        self.all(&of_zip, given(zips));
        self.all(&[Z004, Z007, Z008, Z009, Z022, Z023], content);
        let packed = if zips { content } else { given(false) };
        self.all(&[Z010, Z011], packed);
        let agreement = match given(true) {
            State::Applied if !declared => State::NotApplied(Why::NoJson),
            state => state,
        };
        self.all(&[Z005, Z006, Z014, Z018], agreement);
        let alone = match (given(loose), declared) {
            (State::Applied, false) => State::NotApplied(Why::NoJson),
            (state, _) => state,
        };
        self.raise(Z025, alone);
        self.raise(
            Z024,
            match declared {
                true => State::Applied,
                false => State::WithoutObject,
            },
        );
    }

    fn json(&mut self, report: &Report, document: &Document, options: &Options) {
        let baseline = self.baseline(document);
        self.all(
            &[
                J001, J002, J003, J004, J005, J006, J007, J008, J009, J010, J011, J012, J013, J014,
                J015, J016,
            ],
            match document.encoding {
                _ if document.bytes.len() as u64 != document.size => State::NotApplied(Why::Unread),
                Encoding::Binary => State::NotApplied(Why::Earlier),
                _ => State::Applied,
            },
        );
        self.all(&COMMON, baseline);
        self.all(&[R001, R002], baseline);
        let header = document
            .profile
            .map_or(profiles::HEADER, |profile| profile.header);
        self.possible(header, baseline);
        for profile in profiles::ALL {
            let state = match document.profile {
                None => baseline,
                Some(own) if std::ptr::eq(own, *profile) => baseline,
                Some(_) => State::Elsewhere,
            };
            self.possible(profile.demande, state);
            for relation in profile.relations {
                self.all(&relation.codes(), state);
            }
            if !profile.reminders.is_empty() {
                self.raise(C022, state);
            }
        }
        let Some(root) = document.tree.root() else {
            return;
        };
        self.applied(&[S006]);
        if document.tree.kind(root) != Kind::Object {
            return;
        }
        self.applied(&[R001]);
        let answer = is_answer(document);
        if answer {
            self.applied(&[R002]);
        } else {
            self.states[R002 as usize] = State::WithoutObject;
        }
        let ans = file::look_again(document, options, self);
        self.file_name(document, ans, answer, options);
        if answer {
            return;
        }
        if self.lists {
            self.applied(&[S005, S007]);
        }
        let several = document.demandes.len() > 1;
        match (document.profile, options.profile) {
            (Some(_), None) if several => self.applied(&[S008]),
            (Some(_), Some(_)) => self.raise(S008, State::NotApplied(Why::Chosen)),
            _ => {}
        }
        let numbered = |file: &Document| {
            let demandes = file.demandes.iter();
            demandes
                .filter(|demande| demande.numero_editeur.is_some())
                .count()
        };
        if report.files.iter().map(numbered).sum::<usize>() > 1 {
            self.applied(&[C007]);
        }
        if document
            .profile
            .is_some_and(|profile| !profile.reminders.is_empty())
            && !document.demandes.is_empty()
        {
            self.applied(&[C022]);
        }
    }

    /// What becomes of a rule of the file's profile that meets nothing.
    fn baseline(&self, document: &Document) -> State {
        let root = document.tree.root();
        if document.bytes.len() as u64 != document.size {
            State::NotApplied(Why::Unread)
        } else if root.is_none_or(|root| document.tree.kind(root) != Kind::Object) {
            State::NotApplied(Why::Earlier)
        } else if is_answer(document) {
            State::NotApplied(Why::Answer)
        } else if document.profile.is_none() {
            State::NotApplied(Why::Unknown)
        } else {
            State::WithoutObject
        }
    }

    /// The codes of these rows and of those below them.
    fn possible(&mut self, rows: &[Row], state: State) {
        for row in rows {
            self.all(&row.codes(), state);
            match row.format {
                _ if is_demandes(row) => {}
                Format::Object(rows) => self.possible(rows, state),
                Format::Array {
                    of: Format::Object(rows),
                    ..
                } => self.possible(rows, state),
                _ => {}
            }
        }
    }

    /// N001 to N004, each of which stands only without those before it.
    fn file_name(&mut self, document: &Document, ans: bool, answer: bool, options: &Options) {
        let codes = [N001, N002, N003, N004];
        if answer {
            return self.all(&codes, State::NotApplied(Why::Answer));
        }
        let form = document.diagnostics.iter().find(|one| one.code == N001);
        let misnamed = form.is_some_and(|finding| finding.severity == Erreur);
        let stopped = [
            false,
            misnamed || !ans,
            misnamed || document.has(N002),
            misnamed || document.has(N002) || document.has(N003) || form.is_some(),
        ];
        for (code, stopped) in codes.into_iter().zip(stopped) {
            let state = match code {
                _ if stopped => State::NotApplied(Why::Earlier),
                N004 if options.today.is_none() => State::NotApplied(Why::NoDay),
                _ => State::Applied,
            };
            self.raise(code, state);
        }
    }

    /// The header, once it is checked.
    pub(super) fn header(&mut self, binding: &Binding<'_>) {
        self.object(binding, HEADER);
        let list = binding.get(HEADER, "lignesImport");
        self.lists = list.is_some_and(|list| binding.source.kind(list) == Kind::Array);
    }

    /// The demande at hand, once it is checked; its rank is 1 for the first.
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
            self.applied(&[S009, S010]);
        }
        self.pieces(binding, &relations.pieces);
        for limit in profiles::LIMITS.iter().chain(profile.limits) {
            if reminders::holds(binding, limit.when) {
                self.conditional.note(limit.text, rank);
            }
        }
        self.reminders.look(binding, profile, rank);
    }

    fn object(&mut self, binding: &Binding<'_>, id: ObjectId) {
        let object = binding.objects[id.0];
        if object.silent {
            return;
        }
        self.applied(&[S002]);
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
            if let Some(code) = need.code().filter(|_| !other_software) {
                self.applied(&[code]);
            }
            if matches!(row.presence, Presence::Required) || matches!(need, Need::Filled(_)) {
                self.applied(&[S001]);
            }
            let Some(value) = binding.value(id, at) else {
                continue;
            };
            let kind = binding.source.kind(value);
            let codes = if other_software {
                vec![C017]
            } else {
                of_value(row)
            };
            match (kind, need) {
                (Kind::Null, _) if matches!(row.format, Format::Null) => self.applied(&[F011]),
                (Kind::Null, _) if other_software => self.applied(&[C017]),
                (Kind::Null, _) if matches!(row.presence, Presence::Required) => {
                    self.applied(&[S003]);
                }
                (Kind::Null, _) | (_, Need::Null(_) | Need::NullOrAbsent(_) | Need::Off(_)) => {}
                _ if binding.doubtful.contains(&value) || kind == Kind::Broken => {
                    self.broken(&codes);
                }
                _ => {
                    self.applied(&[S003]);
                    self.value(binding, row, value, &codes);
                }
            }
        }
    }

    /// A value that its row asks for, whose format raises these codes.
    fn value(
        &mut self,
        binding: &Binding<'_>,
        row: &Row,
        value: crate::json::NodeId,
        codes: &[Code],
    ) {
        let source = binding.source;
        if let (
            Format::Array {
                of: Format::Text { .. },
                empty,
            },
            Kind::Array,
        ) = (row.format, source.kind(value))
        {
            self.all_of(empty.map(|(code, _)| code));
            for element in source.tree.elements(value) {
                match source.kind(element) == Kind::String && binding.is_sound(element) {
                    true => self.text(binding, codes),
                    false => self.broken(codes),
                }
            }
            return;
        }
        let fits = match row.format {
            Format::Text { .. } | Format::Choice(_) | Format::Choices(_) | Format::Operator => {
                source.kind(value) == Kind::String
            }
            Format::LineNumber | Format::Amount => source.kind(value) == Kind::Number,
            Format::Array { .. } => source.kind(value) == Kind::Array,
            _ => true,
        };
        match fits && binding.is_sound(value) {
            true => self.text(binding, codes),
            false => self.broken(codes),
        }
    }

    fn all_of(&mut self, code: Option<Code>) {
        code.into_iter().for_each(|code| self.applied(&[code]));
    }

    fn text(&mut self, binding: &Binding<'_>, codes: &[Code]) {
        for &code in codes {
            match code {
                C018 if binding.today.is_none() => self.raise(C018, State::NotApplied(Why::NoDay)),
                _ => self.applied(&[code]),
            }
        }
    }

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
                .filter_map(|id| binding.get(id, array));
            lists
                .filter(|&list| {
                    source.kind(list) == Kind::Array && !binding.doubtful.contains(&list)
                })
                .map(|list| source.tree.elements(list).count())
                .sum()
        };
        match relation {
            Relation::CommandePour if is("commandePour", Is::Text("LIBERAL")) => {
                self.applied(&[C003, C019, C026]);
            }
            Relation::CommandePour if is("commandePour", Is::Text("STRUCTURE")) => {
                self.applied(&[C004, C023, C026]);
            }
            Relation::CommandePour => self.broken(&relation.codes()),
            Relation::ClientUnique(array, _) => {
                let asked = |id: &ObjectId| {
                    binding
                        .find(*id, "isClientUnique")
                        .is_some_and(|(row, _)| binding.is_due(*id, row))
                };
                let flag = is("isClientUnique", Is::True) || is("isClientUnique", Is::False);
                if !binding.holders("isClientUnique").any(|id| asked(&id)) {
                } else if flag && elements(array) > 0 {
                    self.applied(&[C005]);
                } else {
                    self.broken(&[C005]);
                }
            }
            Relation::Distinct(code, array, _) => {
                if elements(array) > 1 {
                    self.applied(&[code]);
                }
            }
            Relation::Pieces => {
                let list = binding.get(DEMANDE, "piecesJustificatives");
                if !list.is_some_and(|list| source.kind(list) == Kind::Array) {
                    return self.broken(&relation.codes());
                }
                self.applied(&[C008, C009]);
                if is("regimeTVA", Is::Text("HT")) {
                    self.applied(&[C010]);
                }
                if is("regimeTVA", Is::Text("TTC")) {
                    self.applied(&[C011]);
                }
            }
            Relation::Scenarios => {
                let (esms, scenarios) = (elements("FINESSGeos"), elements("scenarioInstallation"));
                if esms > 0 && scenarios > 0 {
                    self.applied(&[C012, C013]);
                } else {
                    self.broken(&[C012, C013]);
                }
                if esms > 1 || scenarios > 1 {
                    self.applied(&[C014]);
                }
            }
            // Its rows and what it gathered say it.
            Relation::Certificats => {}
        }
    }

    /// The names of the pieces of the demande at hand.
    fn pieces(&mut self, binding: &Binding<'_>, pieces: &[Piece<'_>]) {
        let sound = |id: ObjectId, key: &str| {
            let value = binding.get(id, key);
            value.is_some_and(|value| source_is_text(binding, value) && binding.is_sound(value))
        };
        for piece in binding.children(DEMANDE, "piecesJustificatives") {
            let named = binding.get(piece, "nomFichier");
            if !named.is_some_and(|name| source_is_text(binding, name)) {
                self.broken(&[N010, N011, N012, N013, N014]);
                continue;
            }
            self.applied(&[N010]);
            let readable = sound(piece, "nomFichier");
            for (code, reads) in [
                (N011, true),
                (N012, sound(piece, "typeFichier")),
                (N013, sound(DEMANDE, "numeroEditeur")),
                (N014, sound(piece, "formatFichier")),
            ] {
                match readable && reads {
                    true => self.applied(&[code]),
                    false => self.broken(&[code]),
                }
            }
        }
        self.names += pieces.len();
        if self.names > 1 {
            self.applied(&[N015]);
        }
    }

    /// What the user alone knows, of this file.
    fn duties(&self, document: &Document) -> Vec<Duty> {
        if document.kind != FileKind::Json {
            return Vec::new();
        }
        let own = document.profile.map_or(&[][..], |profile| profile.limits);
        let limits = profiles::LIMITS.iter().chain(own);
        let mut duties: Vec<Duty> = limits.filter_map(|limit| self.duty(limit)).collect();
        duties.extend(self.reminders.all().map(|(text, demandes)| Duty {
            text,
            section: "3.2",
            after: false,
            demandes: demandes.to_vec(),
        }));
        let (before, after): (Vec<Duty>, Vec<Duty>) =
            duties.into_iter().partition(|duty| !duty.after);
        [before, after].concat()
    }

    fn duty(&self, limit: &'static Limit) -> Option<Duty> {
        let found = self.conditional.all().find(|(text, _)| *text == limit.text);
        let demandes = found.map_or(&[][..], |(_, demandes)| demandes);
        (limit.when.is_empty() || !demandes.is_empty()).then(|| Duty {
            text: limit.text,
            section: limit.section,
            after: limit.after,
            demandes: demandes.to_vec(),
        })
    }
}

/// Those of every profile, whatever its rows.
const COMMON: [Code; 10] = [S001, S002, S003, S005, S006, S007, S008, F013, F016, C007];

/// The codes of a value: those of its form, and those of all texts.
fn of_value(row: &Row) -> Vec<Code> {
    let mut codes = row.format.codes();
    match row.format {
        // Names of pieces are judged by a relation.
        Format::Text {
            class: crate::profile::Class::PieceName,
            ..
        } => {
            codes.retain(|code| code.as_str().starts_with('F'));
            codes.push(F016);
        }
        Format::Text { .. }
        | Format::Array {
            of: Format::Text { .. },
            ..
        } => codes.extend([F013, F016]),
        Format::Choice(_) | Format::Choices(_) => codes.push(F016),
        Format::Operator => codes.push(F013),
        _ => {}
    }
    codes
}

/// The list of the demandes, whose rows are the profile's own.
fn is_demandes(row: &Row) -> bool {
    row.key == "lignesImport"
}

fn source_is_text(binding: &Binding<'_>, value: crate::json::NodeId) -> bool {
    binding.source.kind(value) == Kind::String
}

impl Document {
    fn has(&self, code: Code) -> bool {
        self.by_code.iter().any(|&(found, _)| found == code)
    }
}
