//! Sorting, by one sort compiled once: the standard library's is compiled again for each type, a few kilobytes each in the page.

use std::collections::BinaryHeap;

/// Sorts by a number; what has the same keeps its order.
pub(crate) fn sort_by_number<T>(list: &mut [T], number: impl Fn(&T) -> u32) {
    for (one, other) in exchanges(list.iter().map(number).collect()) {
        list.swap(one as usize, other as usize);
    }
}

/// The places to exchange, one pair after the other, for these numbers to be in order.
fn exchanges(numbers: Vec<u32>) -> Vec<(u32, u32)> {
    if numbers.is_sorted() {
        return Vec::new();
    }
    // Each number with its place: what was there first stays first.
    let order: BinaryHeap<u64> = (0_u64..)
        .zip(&numbers)
        .map(|(at, &number)| u64::from(number) << 32 | at)
        .collect();
    // The code of a heap is a tenth of that of the standard library's sorts.
    let order = order.into_sorted_vec();
    let mut from: Vec<u32> = order.iter().map(|&at| at as u32).collect();
    let mut exchanges = Vec::new();
    for start in 0..from.len() {
        let mut at = start;
        // Around the cycle: each place takes what belongs there, and hands on what it had.
        while from[at] as usize != start {
            let next = from[at] as usize;
            exchanges.push((at as u32, next as u32));
            from[at] = at as u32;
            at = next;
        }
        from[at] = at as u32;
    }
    exchanges
}

#[cfg(test)]
mod tests {
    use super::sort_by_number;

    #[test]
    fn equals_keep_their_order() {
        let mut list = vec![
            (2, 'a'),
            (1, 'b'),
            (2, 'c'),
            (1, 'd'),
            (u32::MAX, 'e'),
            (0, 'f'),
        ];
        sort_by_number(&mut list, |&(number, _)| number);
        let letters: String = list.iter().map(|&(_, letter)| letter).collect();
        assert_eq!(letters, "fbdace");
    }
}
