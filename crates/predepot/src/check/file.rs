//! One JSON from end to end: reads it, finds its profile, checks its header and each of its demandes, then what is of the whole file.

use super::bind::{Binding, DEMANDE, HEADER};
use super::control::{Ground, control};
use super::declared::Declarations;
use super::detect::{self, Clues};
use super::duplicates::duplicates_elsewhere;
use super::findings::Findings;
use super::numbering::Numbering;
use super::relations::Relations;
use super::reminders::Reminders;
use super::scope::Looked;
use super::source::Source;
use super::{Basis, Demande, DemandeVerdict, Document, Options, answer, file_name};
use crate::catalog::Code::{J014, R001, R002, S005, S006, S007, S008};
use crate::diag::Severity::{Avertissement, Erreur, Information};
use crate::diag::{Detail, Diagnostic, Safety};
use crate::json::{self, Kind, NodeId};
use crate::profile::Profile;
use crate::profiles;
use crate::text::Span;

/// A file may hold this many demandes (section 2.1 of the documents).
const MOST_DEMANDES: usize = 200;

/// Reads and checks the JSON of `document`, whose name and bytes are set.
pub(super) fn check(document: &mut Document, options: &Options) {
    let text = json::text(&document.bytes);
    let parsed = json::parse_known(&document.bytes, text);
    let is_guessed = parsed.is_guessed();
    let mut findings = parsed.diagnostics;
    let written = findings.len();
    document.encoding = parsed.encoding;
    document.tree = parsed.tree;
    let mut reading = Reading::default();
    if let Some(root) = document.tree.root() {
        let source = Source::known(&document.bytes, text, &document.tree);
        match source.kind(root) {
            Kind::Object => reading.header(source, root, options, &mut findings, None),
            Kind::Broken => {}
            kind => {
                findings.push(unexpected_root(source, root, kind));
                findings.extend(duplicates_elsewhere(source, Vec::new()));
            }
        }
    }
    if !reading.answer {
        findings.extend(file_name::check(
            &document.name,
            reading.ans.as_deref(),
            options.today,
        ));
    }
    if is_guessed {
        findings[written..].iter_mut().for_each(doubt);
    }
    document.profile = reading.profile;
    document.basis = reading.basis;
    document.demandes = reading.demandes;
    document.total_cents = reading.total_cents;
    document.declared = reading.declared;
    document.simulation = reading.simulation;
    document.diagnostics = findings;
}

/// Binds a checked file once more for what is looked at in it; true when the header's `numeroAns` has no error.
pub(super) fn look_again(document: &Document, options: &Options, looked: &mut Looked) -> bool {
    let mut reading = Reading::default();
    if let Some(root) = document.tree.root() {
        let source = Source::new(&document.bytes, &document.tree);
        reading.header(source, root, options, &mut Vec::new(), Some(looked));
    }
    reading.ans.is_some()
}

/// Nothing but the writing is sure while braces are out of their place, and the reader answers for that.
fn doubt(finding: &mut Diagnostic) {
    if let Some(fix) = finding.fix.as_mut().filter(|_| finding.node.is_some())
        && fix.safety == Safety::Sure
    {
        fix.safety = Safety::AConfirmer;
    }
}

fn unexpected_root(source: Source<'_>, root: NodeId, kind: Kind) -> Diagnostic {
    let word = match kind {
        Kind::Array => "un tableau",
        Kind::String => "une chaîne",
        Kind::Number => "un nombre",
        Kind::True | Kind::False => "un booléen",
        _ => "null",
    };
    Diagnostic::new(
        S006,
        Erreur,
        control(S006, Ground::Header),
        source.span(root),
    )
    .at(root)
    .detail(Detail::Word(word))
}

/// What is learnt of a file while it is read.
#[derive(Default)]
struct Reading {
    profile: Option<&'static Profile>,
    basis: Option<Basis>,
    demandes: Vec<Demande>,
    total_cents: u64,
    declared: Declarations,
    /// The header's `numeroAns`, when it has no error.
    ans: Option<String>,
    /// The file is the portal's answer.
    answer: bool,
    /// It is one that this tool wrote.
    simulation: bool,
}

impl Reading {
    #[inline(never)]
    fn header(
        &mut self,
        source: Source<'_>,
        root: NodeId,
        options: &Options,
        findings: &mut Vec<Diagnostic>,
        mut looked: Option<&mut Looked>,
    ) {
        // Bound once with what all documents agree on: the list may be misspelt or wrapped, and is needed to know the profile.
        let list =
            Binding::new(source, root, profiles::HEADER, options).get(HEADER, "lignesImport");
        let elements: Vec<NodeId> =
            list.map_or_else(Vec::new, |list| source.tree.elements(list).collect());
        let ranked: Vec<(usize, NodeId)> = elements
            .into_iter()
            .enumerate()
            .filter(|&(_, node)| source.kind(node) == Kind::Object)
            .collect();
        self.declared.partial = list.is_none_or(|list| {
            !source.is_whole(list) || source.tree.elements(list).count() != ranked.len()
        });
        let nodes: Vec<NodeId> = ranked.iter().map(|&(_, node)| node).collect();
        let clues: Vec<Clues> = nodes
            .iter()
            .map(|&node| detect::clues(source, node))
            .collect();
        self.profile = options
            .profile
            .or_else(|| detect::profile(source, &nodes, &clues));
        self.basis = self.profile.map(|profile| match options.profile {
            Some(_) => Basis::Choisi,
            None if profile.deduced => Basis::Deduit,
            None => Basis::Document,
        });
        let answers: Vec<_> = nodes
            .iter()
            .map(|&node| answer::read(source, node))
            .collect();
        let with_answer: Vec<NodeId> = nodes
            .iter()
            .zip(&answers)
            .filter_map(|(&node, answer)| answer.map(|_| node))
            .collect();
        self.answer = !with_answer.is_empty();
        self.simulation = answer::is_simulation(source, &with_answer);

        let mut binding = Binding::new(
            source,
            root,
            self.profile
                .map_or(profiles::HEADER, |profile| profile.header),
            options,
        );
        if self.answer {
            answered(&mut binding.findings, &answers);
        }
        let mut checks = Checks {
            binding,
            relations: Relations::new(),
            numbering: Numbering::default(),
            reminders: Reminders::default(),
        };
        for (at, &(rank, node)) in ranked.iter().enumerate() {
            if let Some(answer::Answer::Rejected(value)) = answers[at] {
                let finding = Diagnostic::new(R002, Erreur, None, source.span(value)).at(value);
                let label = Detail::Text(answer::label(source, node));
                checks.binding.findings.push(finding.detail(label));
            }
            let names = if let Some(file) = self.profile {
                let foreign = match options.profile {
                    Some(_) => None,
                    None => detect::foreign(source, node, &clues[at], file),
                };
                let tells = match (self.answer, answers[at]) {
                    (false, _) => Tells::All,
                    (true, Some(answer::Answer::Rejected(_))) => Tells::AboutRejection,
                    (true, _) => Tells::Nothing,
                };
                checks.demande(node, at, rank, (file, foreign), tells);
                if let Some(looked) = looked.as_deref_mut().filter(|_| tells != Tells::Nothing) {
                    let profile = foreign.unwrap_or(file);
                    looked.demande(&checks.binding, profile, &checks.relations, count(rank + 1));
                }
                self.declared
                    .look(&checks.binding, at, &checks.relations.pieces);
                let value = |key| checks.binding.get(DEMANDE, key);
                (value("numLigne"), value("numeroEditeur"))
            } else {
                let value = |key| source.member(node, key);
                (value("numLigne"), value("numeroEditeur"))
            };
            self.demandes
                .push(demande(source, count(rank), node, names, answers[at]));
        }
        let Checks {
            mut binding,
            relations,
            reminders,
            ..
        } = checks;
        if !self.answer {
            binding.check_header();
            if let Some(looked) = looked {
                looked.header(&binding);
            }
            too_many(&mut binding, nodes.len());
            if self.profile.is_none() && !nodes.is_empty() {
                binding.findings.push(unknown_model(source, &nodes));
            }
            relations.certificats.about_file(&mut binding.findings);
            reminders.finish(&mut binding.findings);
        }
        relations.certificats.finish(&mut binding.findings);
        let bound = std::mem::take(&mut binding.bound);
        binding.findings.extend(duplicates_elsewhere(source, bound));
        let ans = binding.get(HEADER, "numeroAns");
        self.total_cents = binding.total_cents;
        let found = binding.findings.into_all();
        self.ans = ans.and_then(|value| sound_text(source, value, &found));
        findings.extend(found);
    }
}

/// What the demandes of a file are checked with, one after the other.
struct Checks<'a> {
    binding: Binding<'a>,
    relations: Relations<'a>,
    numbering: Numbering<'a>,
    reminders: Reminders,
}

/// What is said of a demande.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    All,
    /// It is to be put right and deposited again.
    AboutRejection,
    /// The portal accepted it: it is only read for the others.
    Nothing,
}

impl Checks<'_> {
    /// `at`: its place among the demandes; `rank`: among the elements of the list. The profiles are the file's and, where the demande is of
    /// another software, its own.
    #[inline(never)]
    fn demande(
        &mut self,
        node: NodeId,
        at: usize,
        rank: usize,
        (file, foreign): (&'static Profile, Option<&'static Profile>),
        tells: Tells,
    ) {
        let Self {
            binding,
            relations,
            numbering,
            reminders,
        } = self;
        let profile = foreign.unwrap_or(file);
        let report = tells != Tells::Nothing;
        binding.open_demande(node, profile.demande, profile.soft);
        if let (Some(own), true) = (foreign, report) {
            let finding = other_software(binding.source, node, file, own);
            binding.findings.push(finding);
        }
        relations.claim(binding, profile);
        binding.resolve();
        relations.steer(binding, profile);
        binding.check_demande(at >= MOST_DEMANDES, tells != Tells::All);
        relations.pieces.clear();
        relations.check(binding, profile, foreign.is_some());
        if !report {
            binding.findings.withdraw(is_not_syntax);
            relations.certificats.forget_demande();
        }
        numbering.look(binding, &relations.pieces, report);
        if tells == Tells::All {
            reminders.look(binding, profile, count(rank + 1));
        }
    }
}

/// `R001`, in place of what was found in the header.
#[cold]
fn answered(findings: &mut Findings, answers: &[Option<answer::Answer>]) {
    let rejected = answers
        .iter()
        .filter(|answer| matches!(answer, Some(answer::Answer::Rejected(_))))
        .count();
    let finding = Diagnostic::new(R001, Information, None, Span::default());
    findings.withdraw(is_not_syntax);
    findings.push(finding.detail(Detail::Count {
        expected: count(answers.iter().flatten().count()),
        found: count(rejected),
    }));
}

/// `S007`.
#[cold]
fn unknown_model(source: Source<'_>, demandes: &[NodeId]) -> Diagnostic {
    let control = control(S007, Ground::Header);
    let finding = Diagnostic::new(S007, Avertissement, control, Span::default());
    finding.detail(if detect::looks_like_solde(source, demandes) {
        Detail::Word("solde")
    } else {
        Detail::None
    })
}

/// `S008`.
#[cold]
fn other_software(source: Source<'_>, node: NodeId, file: &Profile, own: &Profile) -> Diagnostic {
    let control = control(S008, Ground::Header);
    Diagnostic::new(S008, Erreur, control, source.brace(node))
        .at(node)
        .detail(Detail::Texts(vec![file.id.to_owned(), own.id.to_owned()]))
}

/// On the portal's answer only J and the rules on rejected demandes speak.
fn is_not_syntax(finding: &Diagnostic) -> bool {
    finding.code != J014
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// `S005`.
fn too_many(binding: &mut Binding<'_>, demandes: usize) {
    if demandes <= MOST_DEMANDES {
        return;
    }
    let Some((row, Some(list))) = binding.find(HEADER, "lignesImport") else {
        return;
    };
    let row = &binding.objects[HEADER.0].rows[row];
    let finding = binding
        .finding(S005, Erreur, HEADER, Some(row), binding.source.span(list))
        .at(list);
    binding.findings.push(finding.detail(Detail::Count {
        expected: count(MOST_DEMANDES),
        found: count(demandes),
    }));
}

/// The text of a value that has no error.
fn sound_text(source: Source<'_>, value: NodeId, findings: &[Diagnostic]) -> Option<String> {
    let broken = |finding: &Diagnostic| finding.node == Some(value) && finding.severity == Erreur;
    let sound = !findings.iter().any(broken);
    source
        .string(value)
        .filter(|_| sound)
        .map(std::borrow::Cow::into_owned)
}

/// What names a demande; `number` and `editeur` are its `numLigne` and `numeroEditeur`.
#[inline(never)]
fn demande(
    source: Source<'_>,
    rank: u32,
    node: NodeId,
    (number, editeur): (Option<NodeId>, Option<NodeId>),
    answer: Option<answer::Answer>,
) -> Demande {
    let number = number.filter(|&value| source.kind(value) == Kind::Number);
    Demande {
        node,
        rank,
        span: source.span(node),
        num_ligne: number.and_then(|value| source.number(value).parse().ok()),
        numero_editeur: editeur
            .and_then(|value| source.string(value))
            .map(std::borrow::Cow::into_owned),
        verdict: match answer {
            Some(answer::Answer::Accepted) => DemandeVerdict::AccepteeAsp,
            Some(answer::Answer::Rejected(_)) => DemandeVerdict::RejeteeAsp,
            None => DemandeVerdict::Conforme,
        },
        first_error: None,
    }
}
