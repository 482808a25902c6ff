//! How near two spellings are: optimal string alignment, where a swap of neighbours counts one.

/// The distance between two words, in characters inserted, removed, replaced or swapped; `None` above `most`.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (row[j - 1] + 1).min(last[j] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|&distance| distance <= most)
}

/// The distance of a key to a known one, case apart, when it is near enough to be meant (REGLES section 1): at most 1 up to 4 letters,
/// else 2 or a quarter of the known key's length.
pub(super) fn near_key(found: &str, known: &str) -> Option<usize> {
    let length = known.chars().count();
    let most = if length <= 4 { 1 } else { (length / 4).max(2) };
    // A character has at most four bytes: what is far too long is not even read.
    if found.len() > 4 * (length + most) {
        return None;
    }
    distance(
        &found.to_ascii_lowercase(),
        &known.to_ascii_lowercase(),
        most,
    )
}
