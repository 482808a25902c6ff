//! Byte scanning: where a string stops, where blanks end. Several bytes at a time, without `unsafe`.

/// The byte at `at`, 0 past the end.
#[inline(always)]
pub(super) fn byte_at(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// The first offset from `at` that holds no JSON white space.
#[inline(always)]
pub(super) fn skip_blank(bytes: &[u8], at: usize) -> usize {
    if byte_at(bytes, at) > b' ' {
        return at;
    }
    skip_long_blank(bytes, at)
}

#[inline(always)]
fn skip_long_blank(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = wide::chunk(bytes, at) {
        let found = wide::not_blank(chunk);
        if found != 0 {
            return at + wide::first(found);
        }
        at += wide::WIDTH;
    }
    while bytes.get(at).is_some_and(|&byte| is_blank(byte)) {
        at += 1;
    }
    at
}

/// The first offset from `at` of a byte that needs a look inside a string: quote, backslash, control character; or the end.
#[inline(always)]
pub(super) fn string_stop(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = wide::chunk(bytes, at) {
        let found = wide::stops_string(chunk);
        if found != 0 {
            return at + wide::first(found);
        }
        at += wide::WIDTH;
    }
    while bytes.get(at).is_some_and(|&byte| !stops_string(byte)) {
        at += 1;
    }
    at
}

/// JSON white space.
pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

const fn stops_string(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Sixteen bytes at a time with WebAssembly's vectors.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wide {
    use core::arch::wasm32::{
        i8x16_bitmask, i8x16_eq, u8x16_lt, u8x16_splat, u64x2, v128, v128_not, v128_or,
    };

    pub(super) const WIDTH: usize = 16;

    /// Two halves, that the compiler joins into one load.
    #[inline(always)]
    pub(super) fn chunk(bytes: &[u8], at: usize) -> Option<v128> {
        let [low @ .., _, _, _, _, _, _, _, _] = bytes.get(at..)?.first_chunk::<16>()?;
        let [_, _, _, _, _, _, _, _, high @ ..] = bytes.get(at..)?.first_chunk::<16>()?;
        Some(u64x2(u64::from_le_bytes(*low), u64::from_le_bytes(*high)))
    }

    #[inline(always)]
    pub(super) fn stops_string(chunk: v128) -> u16 {
        let quote = i8x16_eq(chunk, u8x16_splat(b'"'));
        let backslash = i8x16_eq(chunk, u8x16_splat(b'\\'));
        let control = u8x16_lt(chunk, u8x16_splat(b' '));
        i8x16_bitmask(v128_or(v128_or(quote, backslash), control))
    }

    #[inline(always)]
    pub(super) fn not_blank(chunk: v128) -> u16 {
        let is = |byte| i8x16_eq(chunk, u8x16_splat(byte));
        i8x16_bitmask(v128_not(v128_or(
            v128_or(is(b' '), is(b'\n')),
            v128_or(is(b'\r'), is(b'\t')),
        )))
    }

    #[inline(always)]
    pub(super) fn first(found: u16) -> usize {
        found.trailing_zeros() as usize
    }
}

/// Eight bytes at a time in an ordinary register. The high bit of each byte tells; only the first one found is exact, which is
/// all that is asked.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod wide {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;

    pub(super) const WIDTH: usize = 8;

    #[inline(always)]
    pub(super) fn chunk(bytes: &[u8], at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
    }

    #[inline(always)]
    fn below(chunk: u64, bound: u8) -> u64 {
        chunk.wrapping_sub(ONES * bound as u64) & !chunk & HIGH
    }

    #[inline(always)]
    fn is(chunk: u64, byte: u8) -> u64 {
        below(chunk ^ (ONES * byte as u64), 1)
    }

    #[inline(always)]
    pub(super) fn stops_string(chunk: u64) -> u64 {
        is(chunk, b'"') | is(chunk, b'\\') | below(chunk, b' ')
    }

    /// Exact in every byte, since what is not found matters here: a byte is blank when one of its four differences is zero,
    /// and a difference is zero when neither its low seven bits carry nor its high bit is set.
    #[inline(always)]
    pub(super) fn not_blank(chunk: u64) -> u64 {
        let differs = |byte: u8| {
            let difference = chunk ^ (ONES * byte as u64);
            ((difference & !HIGH).wrapping_add(!HIGH) | difference) & HIGH
        };
        differs(b' ') & differs(b'\n') & differs(b'\r') & differs(b'\t')
    }

    #[inline(always)]
    pub(super) fn first(found: u64) -> usize {
        found.trailing_zeros() as usize / 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte, at every place of a chunk and of the rest, gives what the plain definition gives.
    #[test]
    fn wide_and_plain_agree() {
        for length in 0..40 {
            for place in 0..length {
                for byte in 0..=255u8 {
                    let mut text = vec![b'a'; length];
                    text[place] = byte;
                    assert_eq!(
                        string_stop(&text, 0),
                        text.iter().position(|&b| stops_string(b)).unwrap_or(length),
                        "{text:?}"
                    );
                    let mut text = vec![b' '; length];
                    text[place] = byte;
                    assert_eq!(
                        skip_blank(&text, 0),
                        text.iter().position(|&b| !is_blank(b)).unwrap_or(length),
                        "{text:?}"
                    );
                }
            }
        }
    }
}
