//! Durations: one unit of time or several that go together ("1 jam 45 menit", "an hour and a half").
//!
//! Up to weeks they are seconds; months and years have no fixed number of days and stay apart, so that "30 days" and
//! "a month" are never compared. Left out: "7min21s13" and durations that are told by two clock times.
use super::super::numerals::Numeral;
use super::super::value::Dimension;
use super::{Measure, Reader, measure};

impl Reader<'_> {
    /// The duration whose first number and unit are given.
    pub(super) fn duration(&self, number: &Numeral, dimension: Dimension, factor: f64, end: usize) -> Option<Measure> {
        // "a second" is rarely a figure.
        if number.article && dimension == Dimension::Seconds && factor < 60.0 {
            return None;
        }
        let mut whole = measure::of(number, dimension, factor, end);
        let mut size = factor;
        while let Some(part) = self.smaller(&whole, size) {
            size = part.high / part.raw;
            whole.low += part.low;
            whole.high = whole.low;
            (whole.end, whole.grain) = (part.end, part.grain);
        }
        Some(whole)
    }

    /// "… 45 menit" after "1 jam": the next smaller unit of time.
    fn smaller(&self, whole: &Measure, size: f64) -> Option<Measure> {
        let comma = usize::from(self.mark(whole.end, ","));
        let at = whole.end + comma;
        let at = at + self.words.part(self.tokens, at, "and");
        let number = self.free_numeral(at, false)?;
        // "an hour and a half", "satu tahun setengah".
        if number.low == 0.5 && self.unit(number.end).is_none() {
            return Some(measure::of(&number, whole.dimension.clone(), size, number.end));
        }
        let (dimension, factor, end) = self.unit(number.end)?;
        let fits = dimension == whole.dimension && factor < size && !number.article && number.low * factor < size;
        (fits && number.low > 0.0).then(|| measure::of(&number, dimension, factor, end))
    }
}
