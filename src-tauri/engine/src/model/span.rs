//! A stretch of text, counted the way the window counts.
use serde::Serialize;

/// A half-open range of UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
        let units = |end: usize| text.get(..end).unwrap_or(text).encode_utf16().count() as u32;
        Span { start: units(bytes.start), end: units(bytes.end) }
    }
}
