//! Magnitudes ("M 4,8", "4.8-magnitude") and coordinates ("8,72 LS", "107.26 E").
//!
//! Left out: degrees with minutes ("8°43'"), intensities ("MMI III"), and magnitudes above 10, which are something else.
use super::super::numerals::Numeral;
use super::super::tokens::Shape;
use super::super::value::Dimension;
use super::{Measure, Reader, Unit, measure};

/// A number after "M" or "magnitudo".
pub(super) fn magnitude(number: &Numeral) -> Option<Measure> {
    let fits = number.digits && number.low <= 10.0;
    fits.then(|| measure::of(number, Dimension::Magnitude, 1.0, number.end))
}

impl Reader<'_> {
    /// A magnitude or coordinate by the unit after it.
    pub(super) fn on_earth(
        &self,
        mut number: Numeral,
        dimension: Dimension,
        factor: f64,
        end: usize,
    ) -> Option<Measure> {
        let limit = match dimension {
            Dimension::Latitude => 90.0,
            Dimension::Longitude => 180.0,
            _ => 10.0,
        };
        if number.low > limit {
            // "8.270 LS" in a language that groups thousands by points: only a decimal makes sense.
            let text = self.tokens.get(number.end.checked_sub(1)?)?.text.replace(',', ".");
            number.low = text.parse().ok().filter(|v| *v <= limit)?;
            number.high = number.low;
        }
        (!number.article).then(|| measure::of(&number, dimension, factor, end))
    }

    /// "… lintang selatan (LS)" with the words misspelt: the letters in brackets after one or two words.
    pub(super) fn misspelt_degree(&self, i: usize) -> Option<Unit> {
        let open = (i + 1..=i + 2).find(|&n| self.mark(n, "("))?;
        let words = (i..open).all(|n| self.tokens.get(n).is_some_and(|t| t.shape == Shape::Word));
        let (dimension, factor, end) = self.unit(open + 1)?;
        let fits = words && matches!(dimension, Dimension::Latitude | Dimension::Longitude) && self.mark(end, ")");
        fits.then_some((dimension, factor, end + 1))
    }
}
