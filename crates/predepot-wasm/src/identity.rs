//! What a finding is, whatever line it stands on: what it is known again by once the file has changed.

use predepot::check::Document;
use predepot::diag::Diagnostic;
use predepot::render::wire::Pointers;
use predepot::text::Span;

/// A mistake of writing has no value to be known by: its line has, up to this many bytes.
const MOST_LINE: usize = 200;

/// Three numbers for each finding, the surest first. All hold its rule and the key that is concerned; then
/// 1. the demande by its `numeroEditeur`, and the place in it;
/// 2. the demande by its rank, for when the number is what was corrected;
/// 3. the demande by its number, and the place with no rank in lists, for when an element was added or taken away before.
///
/// Findings may have the same: they are then told apart by their order.
pub(crate) fn of(document: &Document) -> Vec<f64> {
    let mut pointers = Pointers::default();
    let mut keys = Vec::with_capacity(document.diagnostics.len() * 3);
    for finding in &document.diagnostics {
        let rank = document.demande_at(finding.span.start);
        let number = rank.and_then(|rank| document.demandes[rank].numero_editeur.as_deref());
        let what = Hash::default()
            .and(finding.code.as_str().as_bytes())
            .and(finding.row.map_or("", |row| row.key).as_bytes());
        let named = what.and(number.unwrap_or_default().as_bytes());
        let ranked = what.and(&rank.map_or(0, |rank| rank + 1).to_le_bytes());
        let pointer;
        let place = match finding.node {
            Some(node) => {
                pointer = pointers.of(document, node, false);
                within(pointer.as_bytes(), rank.is_some())
            }
            None => written(document, finding),
        };
        keys.extend([
            named.and(place).number(),
            ranked.and(place).number(),
            named.unranked(place).number(),
        ]);
    }
    keys
}

/// A pointer, from its demande on: "/lignesImport/0/commande" in the first demande is "/commande".
fn within(pointer: &[u8], in_demande: bool) -> &[u8] {
    let mut left = if in_demande { 3 } else { 0 };
    let start = pointer.iter().position(|&byte| {
        left -= i32::from(byte == b'/');
        left <= 0
    });
    &pointer[start.unwrap_or(pointer.len())..]
}

/// Where a finding stands that is of no value: an entry of a ZIP, or a line by what is written there.
fn written<'a>(document: &'a Document, finding: &Diagnostic) -> &'a [u8] {
    if let (Some(entry), Some(archive)) = (finding.entry, &document.archive) {
        let entry = archive.entries.get(entry as usize);
        return entry.map_or(b"", |entry| entry.name.text.as_bytes());
    }
    if finding.span == Span::default() {
        return b"";
    }
    let (before, after) = document
        .bytes
        .split_at_checked(finding.span.start as usize)
        .unwrap_or_default();
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = before.iter().rposition(ends).map_or(0, |at| at + 1);
    let end = before.len() + after.iter().position(ends).unwrap_or(after.len());
    let text = document.bytes[start..end].trim_ascii();
    &text[..text.len().min(MOST_LINE)]
}

/// FNV-1a: short texts, and two files that want each other's findings mixed up gain nothing by it.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hash {
    /// With a text; what ends it is no byte of a text, so that "ab", "c" is not "a", "bc".
    #[inline(never)]
    fn and(self, text: &[u8]) -> Self {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        Self(mix(
            text.iter().fold(self.0, |hash, &byte| mix(hash, byte)),
            0xFF,
        ))
    }

    /// With a place, where the ranks in lists are left out: "/liberal/0/RPPS" is "/liberal//RPPS".
    fn unranked(self, place: &[u8]) -> Self {
        place.split(|&byte| byte == b'/').fold(self, |hash, name| {
            let is_rank = name.iter().all(u8::is_ascii_digit);
            hash.and(if is_rank { b"" } else { name })
        })
    }

    /// As many bits as a JavaScript number holds exactly.
    fn number(self) -> f64 {
        (self.0 >> 11) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use predepot::catalog::Code;
    use predepot::check::{Content, Dropped, Options, check};
    use predepot::profiles;

    const ONE: &str = "\"typeAction\": \"C\"";

    fn document(text: &str) -> Document {
        let dropped = Dropped {
            name: "JSON-MDVLGC0001-20231002-001.json".to_owned(),
            content: Content::Bytes(text.as_bytes().to_vec()),
        };
        check(vec![dropped], &Options::default()).files.remove(0)
    }

    /// A deposit of these demandes, made from the template's first.
    fn deposit(demandes: &[&dyn Fn(&str) -> String]) -> String {
        let template = profiles::by_id("MDV-LGC").map_or("", |profile| profile.template);
        let start = template.find("[\n").map_or(0, |at| at + 2);
        let end = template.rfind("\n  ]").unwrap_or_default();
        let one = template[start..end]
            .split(",\n    {\n      \"numLigne\"")
            .next()
            .unwrap_or_default();
        let all: Vec<String> = demandes.iter().map(|change| change(one)).collect();
        format!(
            "{}{}{}",
            &template[..start],
            all.join(",\n"),
            &template[end..]
        )
    }

    /// The numbers of the first finding of a rule.
    #[track_caller]
    fn of_first(text: &str, code: Code) -> [f64; 3] {
        let document = document(text);
        let at = document
            .diagnostics
            .iter()
            .position(|finding| finding.code == code);
        let keys = of(&document);
        assert_eq!(keys.len(), document.diagnostics.len() * 3);
        let at = at.map_or(usize::MAX, |at| at * 3);
        assert!(at < keys.len(), "the text has no {code:?}");
        [keys[at], keys[at + 1], keys[at + 2]]
    }

    fn wrong(one: &str) -> String {
        one.replace(ONE, "\"typeAction\": \"D\"")
    }

    fn same(one: &str) -> String {
        one.to_owned()
    }

    /// Another demande than the template's.
    fn other(one: &str) -> String {
        one.replace("00001", "B0002")
    }

    #[test]
    fn the_template_has_what_the_tests_change() {
        let text = deposit(&[&same]);
        assert!(text.contains(ONE) && text.contains("00001"));
        assert!(document(&text).demandes.len() == 1, "{text}");
    }

    #[test]
    fn lines_do_not_matter() {
        let text = deposit(&[&wrong]);
        assert_eq!(
            of_first(&text, Code::F003),
            of_first(&format!("\n\n{text}"), Code::F003)
        );
    }

    #[test]
    fn a_demande_that_moves_keeps_its_findings() {
        let first = of_first(&deposit(&[&wrong, &other]), Code::F003);
        let second = of_first(&deposit(&[&other, &wrong]), Code::F003);
        assert_eq!([first[0], first[2]], [second[0], second[2]]);
        assert_ne!(first[1], second[1]);
    }

    #[test]
    fn a_demande_of_another_number_keeps_its_findings_by_rank() {
        let before = of_first(&deposit(&[&wrong]), Code::F003);
        let after = of_first(&deposit(&[&|one| other(&wrong(one))]), Code::F003);
        assert_ne!(before[0], after[0]);
        assert_eq!(before[1], after[1]);
    }

    #[test]
    fn an_element_that_moves_in_its_list_keeps_its_findings() {
        let small =
            |one: &str| one.replace("\"formatFichier\": \"PDF\"", "\"formatFichier\": \"GIF\"");
        let before = of_first(&deposit(&[&small]), Code::F003);
        let pushed = |one: &str| {
            small(one).replacen(
                "\"piecesJustificatives\": [",
                "\"piecesJustificatives\": [ {},",
                1,
            )
        };
        let text = deposit(&[&pushed]);
        let after = of_first(&text, Code::F003);
        assert_ne!(before[0], after[0]);
        assert_eq!(before[2], after[2]);
    }

    #[test]
    fn two_missing_keys_of_one_object_are_not_the_same() {
        let document = document("{\"lignesImport\": []}");
        let keys = of(&document);
        let missing: Vec<f64> = document
            .diagnostics
            .iter()
            .zip(keys.chunks(3))
            .filter(|(finding, _)| finding.code == Code::S001)
            .map(|(_, keys)| keys[0])
            .collect();
        assert_eq!(missing.len(), 3);
        assert!(missing[0] != missing[1] && missing[1] != missing[2]);
    }

    #[test]
    fn a_mistake_of_writing_is_known_by_its_line() {
        let after = |text| of_first(text, Code::J009);
        let before = after("{}\nencore");
        assert_eq!(before, after("{}\n\n  encore"));
        assert_ne!(before, after("{}\nautre"));
    }

    #[test]
    fn ranks_in_lists_are_left_out() {
        let unranked = |place: &str| Hash::default().unranked(place.as_bytes()).0;
        assert_eq!(unranked("/liberal/0/RPPS"), unranked("/liberal/12/RPPS"));
        assert_ne!(unranked("/liberal/0/RPPS"), unranked("/liberal/0/nom"));
        assert_ne!(unranked("/a1/0"), unranked("/a2/0"));
    }

    #[test]
    fn a_place_is_told_from_its_demande_on() {
        let within = |pointer: &'static str, in_demande| {
            String::from_utf8_lossy(within(pointer.as_bytes(), in_demande)).into_owned()
        };
        assert_eq!(
            within("/lignesImport/12/commande/regimeTVA", true),
            "/commande/regimeTVA"
        );
        assert_eq!(within("/lignesImport/12", true), "");
        assert_eq!(within("/impId", false), "/impId");
        assert_eq!(within("", false), "");
    }
}
