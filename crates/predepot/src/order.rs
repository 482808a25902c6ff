//! Sorting, by one sort compiled once: the standard library's is compiled again for each type, a few kilobytes each in the page.

use std::collections::BinaryHeap;

/// Sorts by a number; what has the same keeps its order.
pub(crate) fn sort_by_number<T>(list: &mut Vec<T>, number: impl Fn(&T) -> u32) {
    if list.is_sorted_by_key(&number) {
        return;
    }
    let order: Vec<u64> = list
        .iter()
        .zip(0_u64..)
        .map(|(item, at)| u64::from(number(item)) << 32 | at)
        .collect();
    let order = sorted(order);
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(
        order
            .iter()
            .filter_map(|&at| items[at as u32 as usize].take()),
    );
}

/// By a heap, whose code is a tenth of that of the standard library's sorts.
#[inline(never)]
fn sorted(order: Vec<u64>) -> Vec<u64> {
    BinaryHeap::from(order).into_sorted_vec()
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
