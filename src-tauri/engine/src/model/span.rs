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
        Span { start: units(text.as_bytes(), bytes.start), end: units(text.as_bytes(), bytes.end) }
    }
}

/// Code units in the first `end` bytes. A character is one unit, or two when it takes four bytes. Counting bytes is many
/// times faster than decoding.
fn units(text: &[u8], end: usize) -> u32 {
    let unit = |b: &u8| u32::from(b & 0xC0 != 0x80) + u32::from(*b >= 0xF0);
    text.get(..end).unwrap_or(text).iter().map(unit).sum()
}

/// Finds many spans in one text without counting it from the start each time.
#[derive(Debug)]
pub struct Ruler<'t> {
    text: &'t str,
    /// Code units before every [`BLOCK`] bytes.
    marks: Vec<u32>,
}

const BLOCK: usize = 1024;

impl<'t> Ruler<'t> {
    /// A ruler laid on `text`.
    pub fn of(text: &'t str) -> Ruler<'t> {
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            let here = *before;
            *before += units(block, block.len());
            Some(here)
        });
        Ruler { text, marks: counts.collect() }
    }

    /// The same as [`Span::of`].
    pub fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span { start: self.units(bytes.start), end: self.units(bytes.end) }
    }

    fn units(&self, end: usize) -> u32 {
        let end = end.min(self.text.len());
        let block = (end / BLOCK).min(self.marks.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(block * BLOCK..).unwrap_or_default();
        self.marks.get(block).copied().unwrap_or(0) + units(rest, end - block * BLOCK)
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

    #[test]
    fn a_ruler_finds_the_same_spans() {
        let text = "a é “年” 𝄞 e\u{301} 👩‍🚒.".repeat(200);
        for text in [text.as_str(), "", "é"] {
            let ruler = Ruler::of(text);
            for at in text.char_indices().map(|(at, _)| at).chain([text.len(), text.len() + 9]) {
                assert_eq!(ruler.span(at / 2..at).end, Span::of(text, 0..at).end);
            }
        }
    }
}
