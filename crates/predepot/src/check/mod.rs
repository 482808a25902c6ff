//! Binds the tree to a profile and checks it: presence, formats, relations, names. Knows no text layout.

mod agreement;
mod amount;
mod answer;
mod archive;
mod bind;
mod control;
mod day;
mod declared;
mod detect;
mod duplicates;
mod file;
mod file_name;
mod findings;
mod formats;
mod forms;
mod keys;
mod near;
mod numbering;
mod operator;
mod piece;
mod plain;
mod prepare;
mod presence;
mod relations;
mod reminders;
mod scope;
mod seen;
mod set;
mod sniff;
mod source;
mod spelling;
mod unicode;
mod unknown;

pub use agreement::{Expected, Found, PieceRow, PieceState};
pub use answer::SIMULATION;
pub use archive::is_junk;
pub use control::controls;
pub use file_name::renewed;
pub use prepare::{Left, NewZip, Preparation, Source as PieceSource, Taken, prepare};
pub use scope::{Duty, Scope, State, Why, scope};
pub use set::check;
pub use sniff::kind as kind_of;
pub use unicode::Unicode;

pub(crate) use source::{Source, insertion};

use crate::catalog::Language;
use crate::diag::Diagnostic;
use crate::json::{NodeId, Tree};
use crate::piece::Loose;
use crate::profile::Profile;
use crate::text::{Checkpoints, Encoding, LineIndex, Span};
use crate::zip::Archive;

/// A day, as the person who deposits sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

/// What the core cannot know by itself.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "unicode-tables", derive(Default))]
pub struct Options {
    /// Today; without it nothing is said of future dates or of the date in a name.
    pub today: Option<Day>,
    /// A profile chosen by hand, for every file.
    pub profile: Option<&'static Profile>,
    /// Where Unicode's tables come from.
    pub unicode: Unicode,
    /// What the findings are said in.
    pub language: Language,
}

/// A file to check.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Its bytes, whole.
    Bytes(Vec<u8>),
    /// A ZIP that was read by [`zip::Session`](crate::zip::Session).
    Zip(Box<Archive>),
    /// A loose piece that was read by [`LooseReading`](crate::piece::LooseReading).
    Piece(Loose),
    /// It could not be read (`X002`): why, as the system says it.
    Unreadable(String),
    /// Beyond what a deposit can be (`X003`), so not read: its size in bytes.
    TooLarge(u64),
}

/// What a dropped file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileKind {
    /// A JSON, or meant as one.
    #[default]
    Json,
    /// A ZIP archive.
    Zip,
    /// A loose supporting document: PDF, PNG, JPEG.
    Piece,
    /// Something else.
    Inconnu,
}

/// How the profile was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Its document describes it.
    Document,
    /// Its rules are derived from another software's document.
    Deduit,
    /// The user chose it.
    Choisi,
}

/// The verdict of a file or of the set, the worst first; the last two count last (REGLES section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// An error of control 1.
    RejetFichier,
    /// An error of control 2.
    RejetDemandes,
    /// Another error: names, archives.
    ACorriger,
    /// A warning.
    AVerifier,
    /// Nothing to say.
    Pret,
    /// Neither recognised nor checked.
    NonControle,
    /// The answer of the portal, not a deposit.
    RetourAsp,
}

/// The state of one demande.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemandeVerdict {
    /// Nothing to say.
    Conforme,
    /// A warning.
    AVerifier,
    /// An error.
    Rejetee,
    /// The portal's answer: accepted.
    AccepteeAsp,
    /// The portal's answer: rejected.
    RejeteeAsp,
}

/// A demande as found.
#[derive(Clone, Debug)]
pub struct Demande {
    /// Its object.
    pub node: NodeId,
    /// Its rank in `lignesImport`, 0 for the first.
    pub rank: u32,
    /// Where it is written, braces included.
    pub span: Span,
    /// `numLigne`, when it is an integer.
    pub num_ligne: Option<i64>,
    /// `numeroEditeur`, when it is a string.
    pub numero_editeur: Option<String>,
    /// Its state.
    pub verdict: DemandeVerdict,
    /// Index of its first error in the file's diagnostics.
    pub first_error: Option<u32>,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub erreur: u32,
    /// Warnings.
    pub avertissement: u32,
    /// Informations.
    pub information: u32,
}

/// A file, read and checked.
#[derive(Debug)]
pub struct Document {
    /// Its name as dropped.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its bytes; empty when they could not be read, and for what was read by slices.
    pub bytes: Vec<u8>,
    /// Its size in bytes.
    pub size: u64,
    /// How its bytes read.
    pub encoding: Encoding,
    /// What its findings are said in; see [`Report::speak`].
    pub language: Language,
    pub(crate) checkpoints: Checkpoints,
    /// Its values.
    pub tree: Tree,
    /// What a ZIP holds.
    pub archive: Option<Box<Archive>>,
    /// What a loose piece holds.
    pub loose: Option<Loose>,
    /// The profile it was checked by.
    pub profile: Option<&'static Profile>,
    /// How the profile was found.
    pub basis: Option<Basis>,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its findings, in document order, at most [`MOST_DIAGNOSTICS`].
    pub diagnostics: Vec<Diagnostic>,
    /// How many there are, also beyond that.
    pub counts: Counts,
    /// The same by code, in the order of the catalogue.
    pub by_code: Vec<(crate::catalog::Code, u32)>,
    /// Its demandes, in order.
    pub demandes: Vec<Demande>,
    /// It has the form of the portal's answer, but this tool wrote it ([`SIMULATION`]).
    pub simulation: bool,
    /// The sum of the amounts, in centimes of euro, taxes excluded: of those that are numbers of no more than two decimals, however written.
    pub total_cents: u64,
    /// The pieces that its demandes declare.
    pub(crate) declared: declared::Declarations,
}

impl Document {
    /// True when the list of findings was cut; the counts never are.
    pub fn is_truncated(&self) -> bool {
        let Counts {
            erreur,
            avertissement,
            information,
        } = self.counts;
        self.diagnostics.len()
            < (erreur as usize) + (avertissement as usize) + (information as usize)
    }

    /// Lines and columns of its offsets.
    pub fn lines(&self) -> LineIndex<'_> {
        LineIndex::sharing(&self.bytes, self.encoding, &self.checkpoints)
    }

    /// The index of the demande that is written around an offset.
    pub fn demande_at(&self, offset: u32) -> Option<usize> {
        let at = self
            .demandes
            .partition_point(|demande| demande.span.start <= offset)
            .checked_sub(1)?;
        (offset < self.demandes[at].span.end).then_some(at)
    }
}

/// Lists of findings are cut beyond this; counts are not.
pub const MOST_DIAGNOSTICS: usize = 100_000;

/// The files dropped together, checked.
#[derive(Debug)]
pub struct Report {
    /// In the order dropped.
    pub files: Vec<Document>,
    /// The worst of theirs.
    pub verdict: Verdict,
    /// The sum of theirs.
    pub counts: Counts,
    /// The pieces expected and found: those of the JSONs in their order, then the files that none declares. Empty while neither a ZIP nor a
    /// piece is dropped.
    pub pieces: Vec<PieceRow>,
}

impl Report {
    /// Says the findings in another language, without another check: they are made into sentences when somebody reads them.
    pub fn speak(&mut self, language: Language) {
        for file in &mut self.files {
            file.language = language;
        }
    }
}
