//! A stretch of text, counted the way the window counts.
use serde::{Deserialize, Serialize};

/// A half-open range of UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

impl Span {
    /// The span of the byte range `bytes` of `text`.
    ///
    /// Both ends must lie on character boundaries of `text`; an end past it counts as its end.
    pub fn of(text: &str, bytes: std::ops::Range<usize>) -> Span {
        // A character is one unit, or two when it takes four bytes. Counting bytes is many times faster than decoding.
        let unit = |b: u8| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0);
        let units = |end: usize| text.get(..end).unwrap_or(text).bytes().map(unit).sum();
        Span { start: units(bytes.start), end: units(bytes.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_utf_16() {
        let text = "a é “年” 𝄞 e\u{301} 👩‍🚒.";
        for end in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            let want = text[..end].encode_utf16().count() as u32;
            assert_eq!(Span::of(text, 0..end), Span { start: 0, end: want });
        }
    }
}
