//! A ZIP by itself: what reading it showed, the names of its entries, and each piece (REGLES section 3).

use super::piece::{self, finding, too_heavy};
use super::seen::Seen;
use super::{Unicode, near};
use crate::catalog::Code::{
    X003, Z001, Z002, Z003, Z009, Z010, Z011, Z012, Z013, Z014, Z015, Z016, Z018, Z019, Z020, Z021,
};
use crate::diag::Severity::{Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic, Fix, Safety};
use crate::zip::{Archive, Corruption, Entry, Fault, Incoherence, NameFault, Place};

/// The most that a ZIP weighs, in Mo.
const MOST: u64 = 200;

/// What is wrong with a ZIP: first as a whole, then entry by entry.
pub(super) fn check(archive: &Archive, unicode: Unicode) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if let Some(severity) = too_heavy(archive.size, MOST)
        && !archive.faults.contains(&Fault::TooLarge)
    {
        findings.push(finding(Z003, severity));
    }
    for &fault in &archive.faults {
        push_once(&mut findings, read(fault));
    }
    let names = Names::new(archive, unicode);
    for (index, entry) in archive.entries.iter().enumerate() {
        let mut own = Vec::new();
        for &fault in &entry.faults {
            push_once(&mut own, read(fault));
        }
        own.extend(names.check(index));
        if !entry.folder && names.junk[index].is_none() {
            let is_bomb = entry.faults.contains(&Fault::Disproportion);
            let found = piece::check(&entry.name.text, entry.size, entry.content);
            own.extend(found.into_iter().filter(|_| !is_bomb));
        }
        let index = u32::try_from(index).ok();
        findings.extend(own.into_iter().map(|finding| Diagnostic {
            entry: index,
            ..finding
        }));
    }
    findings
}

/// One cause often shows in several ways: the first of each code is said, but for what stands at different places.
fn push_once(findings: &mut Vec<Diagnostic>, finding: Diagnostic) {
    let is_said = findings
        .iter()
        .any(|said| said.code == finding.code && finding.code != Z021);
    if !is_said {
        findings.push(finding);
    }
}

/// The finding on what reading showed.
fn read(fault: Fault) -> Diagnostic {
    let (code, detail) = match fault {
        Fault::Empty => (Z001, Detail::Word("vide")),
        Fault::NotZip => (Z001, Detail::Word("autre")),
        Fault::Volumes => (Z001, Detail::Word("volumes")),
        Fault::Truncated => (Z002, Detail::None),
        Fault::TooLarge => (X003, Detail::None),
        Fault::Incoherent(on) => (Z020, Detail::Word(incoherence(on))),
        Fault::Surplus(place) => {
            let word = match place {
                Place::Before => "avant",
                Place::Between => "entre",
                Place::After => "apres",
            };
            return finding(Z021, Avertissement).detail(Detail::Word(word));
        }
        Fault::Overlap => (Z015, Detail::Word("recouvrement")),
        Fault::Disproportion => (Z015, Detail::Word("proportion")),
        Fault::Encrypted => (Z010, Detail::None),
        Fault::Method(method) => (Z011, Detail::Text(compression(method))),
        Fault::Corrupt(corruption) => {
            let word = match corruption {
                Corruption::Data => "donnees",
                Corruption::Size => "taille",
                Corruption::Crc => "somme",
            };
            (Z009, Detail::Word(word))
        }
    };
    finding(code, Erreur).detail(detail)
}

fn incoherence(on: Incoherence) -> &'static str {
    match on {
        Incoherence::Ends => "fins",
        Incoherence::Count => "nombre",
        Incoherence::Directory => "liste",
        Incoherence::Zip64 => "zip64",
        Incoherence::Unlisted => "caches",
        Incoherence::NoLocal => "absent",
        Incoherence::Name => "nom",
        Incoherence::Method => "compression",
        Incoherence::Encryption => "mot-de-passe",
        Incoherence::Sizes => "taille",
        Incoherence::Descriptor => "fin",
        Incoherence::Extra => "complements",
        Incoherence::Folder => "dossier",
    }
}

/// The name of a compression method (APPNOTE, 4.4.5).
fn compression(method: u16) -> String {
    match method {
        1 => "Shrink".to_owned(),
        6 => "Implode".to_owned(),
        9 => "Deflate64".to_owned(),
        12 => "BZIP2".to_owned(),
        14 => "LZMA".to_owned(),
        93 => "Zstandard".to_owned(),
        95 => "XZ".to_owned(),
        98 => "PPMd".to_owned(),
        other => format!("méthode {other}"),
    }
}

/// What operating systems add to a ZIP.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Junk {
    /// In the folder `__MACOSX`.
    MacFolder,
    /// Elsewhere.
    File,
}

/// True for the name or path of a file that an operating system adds by itself.
pub fn is_junk(name: &str) -> bool {
    junk(name).is_some()
}

#[inline(never)]
fn junk(name: &str) -> Option<Junk> {
    let mut parts = name.split(['/', '\\']).filter(|part| !part.is_empty());
    if parts.clone().next() == Some("__MACOSX") {
        return Some(Junk::MacFolder);
    }
    let last = parts.next_back()?.to_ascii_lowercase();
    let known = [".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"];
    (known.contains(&last.as_str()) || last.starts_with("._")).then_some(Junk::File)
}

/// How a path would leave the folder where the ZIP is opened.
fn danger(name: &str) -> Option<&'static str> {
    if name.starts_with('/') {
        return Some("racine");
    }
    if matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic()) {
        return Some("disque");
    }
    if name.split(['/', '\\']).any(|part| part == "..") {
        return Some("parent");
    }
    name.contains('\\').then_some("barre")
}

/// Where a name leads: without the parts that lead nowhere.
#[inline(never)]
pub(super) fn path(name: &str) -> String {
    let parts: Vec<&str> = name
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    parts.join("/")
}

/// The names of the entries, each against the others.
struct Names<'a> {
    entries: &'a [Entry],
    junk: Vec<Option<Junk>>,
    paths: Vec<String>,
    /// For each entry, an earlier one of the same path, or of nearly the same name.
    same: Vec<Option<usize>>,
    near: Vec<Option<usize>>,
    /// For each entry, how many would have its name at the root; counted at the first of them.
    first_at_root: Vec<usize>,
    at_root: Vec<u32>,
}

impl<'a> Names<'a> {
    fn new(archive: &'a Archive, unicode: Unicode) -> Self {
        let entries = &archive.entries[..];
        let mut names = Self {
            entries,
            junk: entries.iter().map(|entry| junk(&entry.name.text)).collect(),
            paths: entries.iter().map(|entry| path(&entry.name.text)).collect(),
            same: vec![None; entries.len()],
            near: vec![None; entries.len()],
            first_at_root: (0..entries.len()).collect(),
            at_root: vec![0; entries.len()],
        };
        let [mut paths, mut keys, mut roots] = [Seen::default(), Seen::default(), Seen::default()];
        let first = |seen: &mut Seen<'static>, text: String, index: usize| {
            let here = u32::try_from(index).unwrap_or(u32::MAX);
            seen.or_note(text.into(), here)
                .map_or(index, |first| first as usize)
        };
        for (index, entry) in entries.iter().enumerate() {
            let path = &names.paths[index];
            let earlier = first(&mut paths, path.clone(), index);
            if earlier != index && !(entry.folder && entries[earlier].folder) {
                names.same[index] = Some(earlier);
            }
            if entry.folder || names.junk[index].is_some() {
                continue;
            }
            let earlier = first(&mut keys, near::key(path, unicode), index);
            if names.paths[earlier] != *path {
                names.near[index] = Some(earlier);
            }
            let earlier = first(&mut roots, last(path).to_owned(), index);
            names.first_at_root[index] = earlier;
            names.at_root[earlier] += 1;
        }
        names
    }

    fn check(&self, index: usize) -> Vec<Diagnostic> {
        let entry = &self.entries[index];
        let name = &entry.name.text;
        let danger = danger(name);
        let mut findings: Vec<Diagnostic> = danger
            .map(|word| finding(Z013, Erreur).detail(Detail::Word(word)))
            .into_iter()
            .collect();
        findings.extend(
            self.writing(index)
                .filter(|finding| danger.is_none() || finding.severity == Erreur),
        );
        if let Some(other) = self.same[index] {
            let other = &self.entries[other].name.text;
            findings.push(finding(Z014, Erreur).detail(match other == name {
                true => Detail::None,
                false => Detail::Text(other.clone()),
            }));
        } else if let Some(other) = self.near[index] {
            let other = self.entries[other].name.text.clone();
            findings.push(finding(Z018, Avertissement).detail(Detail::Text(other)));
        }
        match self.junk[index] {
            Some(Junk::MacFolder) => findings.extend(self.mac_folder(index)),
            Some(Junk::File) => findings.push(finding(Z016, Avertissement)),
            None if danger.is_none() && !entry.folder && self.paths[index].contains('/') => {
                findings.push(self.in_folder(index));
            }
            None => {}
        }
        findings
    }

    /// `Z019`. What is only a doubt is said of files, not again of their folders nor of what will be left out.
    fn writing(&self, index: usize) -> Option<Diagnostic> {
        let entry = &self.entries[index];
        let (word, severity) = match entry.name.fault? {
            NameFault::Empty => ("vide", Erreur),
            NameFault::NotUtf8 => ("utf8", Erreur),
            NameFault::Unseen => ("invisible", Erreur),
            NameFault::Forbidden => ("interdit", Avertissement),
            NameFault::Unsaid => ("encodage", Avertissement),
        };
        let is_said = severity == Erreur || !entry.folder && self.junk[index].is_none();
        is_said.then(|| finding(Z019, severity).detail(Detail::Word(word)))
    }

    /// `Z016`, once for all that macOS adds.
    fn mac_folder(&self, index: usize) -> Option<Diagnostic> {
        let is_mac = |junk: &Option<Junk>| *junk == Some(Junk::MacFolder);
        let is_first = self.junk.iter().position(is_mac) == Some(index);
        is_first.then(|| {
            let all = self.junk.iter().zip(self.entries);
            let files = all.filter(|(junk, entry)| is_mac(junk) && !entry.folder);
            finding(Z016, Avertissement).detail(Detail::Count {
                expected: 0,
                found: u32::try_from(files.count()).unwrap_or(u32::MAX).max(1),
            })
        })
    }

    /// `Z012`.
    fn in_folder(&self, index: usize) -> Diagnostic {
        let to = last(&self.paths[index]);
        let fix = (self.at_root[self.first_at_root[index]] == 1).then(|| {
            Box::new(Fix {
                title: format!("Placer à la racine, sous le nom `{to}`"),
                safety: Safety::AConfirmer,
                edits: Vec::new(),
                rename: Some((self.entries[index].name.text.clone(), to.to_owned())),
            })
        });
        Diagnostic {
            fix,
            ..finding(Z012, Avertissement)
        }
    }
}

/// The name without its folders.
pub(super) fn last(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}
