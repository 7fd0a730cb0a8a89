//! Pieces of a source's sentence: what is marked in it, cut at UTF-16 positions as the model counts.
use crate::model::{Reading, Statement};

/// A stretch of a sentence.
pub(super) struct Piece<'a> {
    pub text: String,
    /// The reading that it is, when it is one that differs.
    pub reading: Option<&'a Reading>,
}

/// A statement's words in pieces: joined they are the statement. Readings that overlap one before them are not marked.
pub(super) fn pieces<'a>(statement: &Statement, readings: &[&'a Reading]) -> Vec<Piece<'a>> {
    let units: Vec<u16> = statement.text.encode_utf16().collect();
    let cut = |start: usize, end: usize| String::from_utf16_lossy(units.get(start..end).unwrap_or_default());
    let mut pieces = Vec::new();
    let mut at = 0;
    for reading in readings.iter().filter(|reading| reading.statement == statement.index) {
        let (start, end) = (reading.start as usize, (reading.end as usize).min(units.len()));
        if start < at || start >= end {
            continue;
        }
        pieces.push(Piece { text: cut(at, start), reading: None });
        pieces.push(Piece { text: cut(start, end), reading: Some(reading) });
        at = end;
    }
    pieces.push(Piece { text: cut(at, units.len()), reading: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}
