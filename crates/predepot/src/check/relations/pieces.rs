//! The pieces of a demande: which are due (C008 to C011), and their names (N010 to N014; REGLES section 1.4).

use std::borrow::Cow;
use std::cell::OnceCell;

use super::super::bind::{Binding, DEMANDE, ObjectId, Truth};
use super::super::seen::Seen;
use crate::catalog::Code::{self, C008, C009, C010, C011, N010, N011, N012, N013, N014};
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Detail, Safety};
use crate::json::{Kind, NodeId};
use crate::profile::{Is, Profile, Test};
use crate::text::Span;

/// A piece's name in the file, for what is looked for over the whole file.
pub(in crate::check) struct Piece<'a> {
    pub(in crate::check) name: Cow<'a, str>,
    pub(in crate::check) value: NodeId,
    pub(in crate::check) span: Span,
    /// No error on it so far.
    pub(in crate::check) sound: bool,
    /// It is a name, if not always the right one.
    pub(in crate::check) readable: bool,
    /// The name that it should be, when it is not the right one.
    pub(in crate::check) conforming: Option<String>,
}

/// Checks the pieces of the demande and gathers their names.
#[inline(never)]
pub(super) fn check<'a>(
    binding: &mut Binding<'a>,
    profile: &Profile,
    foreign: bool,
    gathered: &mut Vec<Piece<'a>>,
) {
    let Some((row, Some(list))) = binding.find(DEMANDE, "piecesJustificatives") else {
        return;
    };
    if binding.source.kind(list) != Kind::Array {
        return;
    }
    let pieces: Vec<ObjectId> = binding.children(DEMANDE, "piecesJustificatives").collect();
    due(binding, row, list, &pieces);
    // Only wanted where a name is at fault.
    let taken = OnceCell::new();
    for &piece in &pieces {
        name(
            binding,
            profile,
            foreign,
            piece,
            (&pieces, &taken),
            gathered,
        );
    }
}

/// The names of the pieces of the demande.
fn names<'a>(binding: &Binding<'a>, pieces: &[ObjectId]) -> Seen<'a> {
    let mut seen = Seen::default();
    for value in pieces
        .iter()
        .filter_map(|&piece| binding.get(piece, "nomFichier"))
    {
        if let Some(name) = binding.source.string(value) {
            seen.or_note(name, value.0);
        }
    }
    seen
}

/// The `typeFichier` of a piece, if it is one of the list: true for an order.
fn kind_of(binding: &Binding<'_>, piece: ObjectId) -> Option<(NodeId, bool)> {
    let source = binding.source;
    let value = binding.get(piece, "typeFichier")?;
    if source.kind(value) != Kind::String {
        return None;
    }
    let is_order = source.is(value, "BON_COMMANDE");
    (is_order || source.is(value, "PREUVE_HT")).then_some((value, is_order))
}

/// The pieces of one kind, with their `typeFichier`.
fn of_kind(binding: &Binding<'_>, pieces: &[ObjectId], order: bool) -> Vec<(ObjectId, NodeId)> {
    let kinds = pieces
        .iter()
        .filter_map(|&piece| Some((piece, kind_of(binding, piece)?)));
    kinds
        .filter(|&(_, (_, is_order))| is_order == order)
        .map(|(piece, (value, _))| (piece, value))
        .collect()
}

#[inline(never)]
fn due(binding: &mut Binding<'_>, row: usize, list: NodeId, pieces: &[ObjectId]) {
    let (mut orders, mut proofs) = (0, 0);
    for &piece in pieces {
        match kind_of(binding, piece) {
            Some((_, true)) => orders += 1,
            Some((_, false)) => proofs += 1,
            None => {}
        }
    }
    let (mut ht, mut ttc) = (false, false);
    for id in binding.holders("regimeTVA") {
        let is = |text| binding.test(id, Test("regimeTVA", Is::Text(text))) == Truth::True;
        ht |= is("HT");
        ttc |= is("TTC");
    }
    if orders == 0 || ht && proofs == 0 {
        lacking(binding, row, list, (orders, proofs, pieces.len()), ht);
    }
    if orders > 1 {
        let orders = of_kind(binding, pieces, true);
        let first = orders.first().map(|&(_, value)| binding.source.span(value));
        for &(piece, value) in orders.iter().skip(1) {
            too_many(binding, C009, Erreur, piece, value, first);
        }
    }
    if ttc && proofs > 0 {
        for (piece, value) in of_kind(binding, pieces, false) {
            too_many(binding, C011, Avertissement, piece, value, None);
        }
    }
}

/// `C008` and `C010`, among the orders, the proofs and all the pieces that there are.
#[cold]
#[inline(never)]
fn lacking(
    binding: &mut Binding<'_>,
    row: usize,
    list: NodeId,
    (orders, proofs, pieces): (usize, usize, usize),
    ht: bool,
) {
    let source = binding.source;
    // A piece of no readable type may be the one that seems to be missing.
    let all_known = source.is_whole(list)
        && orders + proofs == pieces
        && source.tree.elements(list).count() == pieces;
    if !all_known {
        return;
    }
    let row = &binding.objects[DEMANDE.0].rows[row];
    let span = source.span(list);
    let mut lacking = |code: Code, title: &str| {
        let finding = binding
            .finding(code, Erreur, DEMANDE, Some(row), span)
            .at(list);
        binding.findings.push(finding.to_write(title.to_owned()));
    };
    if orders == 0 {
        lacking(C008, "Ajouter le bon de commande (`BON_COMMANDE`)");
    }
    if ht && proofs == 0 && pieces > 0 {
        lacking(C010, "Ajouter la preuve de TVA HT (`PREUVE_HT`)");
    }
}

fn too_many(
    binding: &mut Binding<'_>,
    code: Code,
    severity: Severity,
    piece: ObjectId,
    value: NodeId,
    first: Option<Span>,
) {
    let row = binding
        .find(piece, "typeFichier")
        .map(|(row, _)| &binding.objects[piece.0].rows[row]);
    let finding = binding
        .finding(code, severity, piece, row, binding.source.span(value))
        .at(value);
    binding.findings.push(match first {
        Some(first) => finding.related(first, "le premier bon de commande est ici"),
        None => finding,
    });
}

/// A name of the form `{couloir}-{logiciel}-Va1-{BDC|HT}-{numeroEditeur}.{pdf|jpg|png}`.
struct Name<'a> {
    couloir: &'a str,
    logiciel: &'a str,
    kind: &'a str,
    numero: &'a str,
    extension: &'a str,
}

/// What is before the first dash, and what is after it.
fn cut(text: &str) -> Option<(&str, &str)> {
    let dash = text.bytes().position(|b| b == b'-')?;
    Some((text.get(..dash)?, text.get(dash + 1..)?))
}

fn read(name: &str) -> Result<Name<'_>, &'static str> {
    let parse = || {
        let (couloir, rest) = cut(name)?;
        let (logiciel, rest) = cut(rest)?;
        let (version, rest) = cut(rest)?;
        let (kind, rest) = cut(rest)?;
        let dot = rest.bytes().rposition(|b| b == b'.')?;
        let (numero, extension) = (rest.get(..dot)?, rest.get(dot + 1..)?);
        let known = ["pdf", "jpg", "png"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known));
        let form = known
            && matches!(kind, "BDC" | "HT")
            && !couloir.is_empty()
            && !logiciel.is_empty()
            && !numero.is_empty();
        form.then_some((
            version,
            Name {
                couloir,
                logiciel,
                kind,
                numero,
                extension,
            },
        ))
    };
    match parse() {
        Some(("Va1", name)) => Ok(name),
        Some(("Val", _)) => Err("Val"),
        _ => Err("forme"),
    }
}

#[inline(never)]
fn name<'a>(
    binding: &mut Binding<'a>,
    profile: &Profile,
    foreign: bool,
    piece: ObjectId,
    (pieces, taken): (&[ObjectId], &OnceCell<Seen<'a>>),
    gathered: &mut Vec<Piece<'a>>,
) {
    let Some((row, Some(value))) = binding.find(piece, "nomFichier") else {
        return;
    };
    let Some(name) = binding.source.string(value) else {
        return;
    };
    let span = binding.source.span(value);
    let readable = binding.is_sound(value);
    let (mut sound, mut right) = (readable, None);
    if sound && let Some((code, severity, detail)) = fault(binding, profile, foreign, piece, &name)
    {
        let row = &binding.objects[piece.0].rows[row];
        let finding = binding
            .finding(code, severity, piece, Some(row), span)
            .at(value)
            .detail(detail);
        let taken = taken.get_or_init(|| names(binding, pieces));
        let finding = match conforming(binding, profile, piece)
            .filter(|to| taken.first(to).is_none())
        {
            Some(to) => {
                let mut finding = super::super::formats::rewrite(finding, Safety::AConfirmer, &to);
                if let Some(fix) = &mut finding.fix {
                    fix.rename = Some((name.clone().into_owned(), to));
                }
                finding
            }
            None => finding.to_write("Écrire la valeur".to_owned()),
        };
        binding.findings.push(finding);
        sound = severity != Erreur;
        right = (!sound)
            .then(|| conforming(binding, profile, piece))
            .flatten();
    }
    gathered.push(Piece {
        name,
        value,
        span,
        sound,
        readable,
        conforming: right,
    });
}

/// A text of a row, when the row has no error.
fn sound_text<'a>(binding: &Binding<'a>, id: ObjectId, key: &str) -> Option<Cow<'a, str>> {
    let value = binding
        .get(id, key)
        .filter(|&value| binding.is_sound(value))?;
    binding.source.string(value)
}

fn code_of(kind: &str) -> &'static str {
    if kind == "BON_COMMANDE" { "BDC" } else { "HT" }
}

/// The first thing wrong with a name.
fn fault(
    binding: &Binding<'_>,
    profile: &Profile,
    foreign: bool,
    piece: ObjectId,
    text: &str,
) -> Option<(Code, Severity, Detail)> {
    let name = match read(text) {
        Ok(name) => name,
        Err(word) => return Some((N010, Erreur, Detail::Word(word))),
    };
    if !foreign && (name.couloir, name.logiciel) != (profile.couloir, profile.logiciel) {
        return Some((
            N011,
            Erreur,
            Detail::Text(format!("{}-{}", profile.couloir, profile.logiciel)),
        ));
    }
    if let Some(kind) = sound_text(binding, piece, "typeFichier")
        && code_of(&kind) != name.kind
    {
        return Some((N012, Erreur, Detail::Text(code_of(&kind).to_owned())));
    }
    if let Some(numero) = sound_text(binding, DEMANDE, "numeroEditeur")
        && numero != name.numero
    {
        return Some((N013, Erreur, Detail::Text(numero.into_owned())));
    }
    let format = sound_text(binding, piece, "formatFichier")?;
    let lower = |c: u8| c.to_ascii_lowercase();
    if format.bytes().map(lower).eq(name.extension.bytes()) {
        return None;
    }
    let severity = if format.eq_ignore_ascii_case(name.extension) {
        Avertissement
    } else {
        Erreur
    };
    Some((N014, severity, Detail::Text(format.to_ascii_lowercase())))
}

/// The name that the piece should have, when all that it is made of is known.
fn conforming(binding: &Binding<'_>, profile: &Profile, piece: ObjectId) -> Option<String> {
    let kind = sound_text(binding, piece, "typeFichier")?;
    let format = sound_text(binding, piece, "formatFichier")?;
    let numero = sound_text(binding, DEMANDE, "numeroEditeur")?;
    Some(format!(
        "{}-{}-Va1-{}-{numero}.{}",
        profile.couloir,
        profile.logiciel,
        code_of(&kind),
        format.to_ascii_lowercase()
    ))
}
