//! A JPEG, by its segments (ITU T.81, annex B): a small image inside one of them has its own end, which is not this one's.

/// What is known so far.
#[derive(Default)]
pub(super) struct Jpeg {
    state: State,
}

#[derive(Clone, Copy, Default)]
enum State {
    /// Before the 0xFF of a marker, or in image data, which lasts until one.
    #[default]
    Data,
    /// After 0xFF.
    Marker,
    /// Before the length of a segment.
    Length,
    /// After the first byte of a length.
    HalfLength(u8),
    /// So many bytes of a segment are left.
    Segment(usize),
    /// The end was found.
    End,
}

impl Jpeg {
    pub(super) fn read(&mut self, mut bytes: &[u8]) {
        while let Some((&byte, rest)) = bytes.split_first() {
            (self.state, bytes) = match (self.state, byte) {
                (State::Data, _) => match memchr::memchr(0xff, bytes) {
                    Some(at) => (State::Marker, &bytes[at + 1..]),
                    None => return,
                },
                (State::Marker, 0xff) => (State::Marker, rest),
                (State::Marker, 0xd9) => (State::End, rest),
                // A stuffed byte, or a marker that has no length.
                (State::Marker, 0x00 | 0x01 | 0xd0..=0xd8) => (State::Data, rest),
                (State::Marker, _) => (State::Length, rest),
                (State::Length, high) => (State::HalfLength(high), rest),
                (State::HalfLength(high), low) => {
                    let length = usize::from(u16::from_be_bytes([high, low]));
                    (State::Segment(length.saturating_sub(2)), rest)
                }
                (State::Segment(left), _) => {
                    let skipped = left.min(bytes.len());
                    let state = match left - skipped {
                        0 => State::Data,
                        left => State::Segment(left),
                    };
                    (state, &bytes[skipped..])
                }
                (State::End, _) => return,
            };
        }
    }

    /// True when the end is there.
    pub(super) fn has_end(&self) -> bool {
        matches!(self.state, State::End)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, check};

    /// A segment that holds an image of its own, then image data with a stuffed byte.
    const JPEG: &[u8] =
        b"\xff\xd8\xff\xe1\0\x06\xff\xd9ab\xff\xda\0\x03xdata\xff\0data\xff\xd0data\xff\xd9";

    #[test]
    fn whole() {
        check(JPEG, Kind::Jpeg, false, false);
    }
    #[test]
    fn with_something_after() {
        check(&[JPEG, b"trailer"].concat(), Kind::Jpeg, false, false);
    }
    #[test]
    fn cut_at_every_byte() {
        for end in 3..JPEG.len() {
            check(&JPEG[..end], Kind::Jpeg, true, false);
        }
    }
}
