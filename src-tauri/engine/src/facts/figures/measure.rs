//! Lengths, areas, masses, volumes, temperatures and speeds: a number and a unit of the lexicon, brought to the base of
//! its dimension (metres, square metres, kilograms, litres, degrees Celsius, kilometres an hour).
//!
//! Left out: units that no lexicon file names (TWh, MW: they read as counts), and rates ("per kilogram").
use super::super::numerals::Numeral;
use super::super::value::Dimension;
use super::{Measure, Reader, Unit};

impl Reader<'_> {
    /// "45.6C", "114.1F": a letter is a unit only right after a decimal ("iPhone 5C", "seat 45C").
    pub(super) fn glued_degree(&self, number: &Numeral) -> Option<Unit> {
        let letter = self.tokens.get(number.end).filter(|letter| number.digits && !letter.spaced)?;
        let tenths = number.grain < 1.0 && number.grain > 0.01;
        let (dimension, factor) = match letter.text {
            "C" => (Dimension::Temperature, 1.0),
            "F" => (Dimension::Temperature, 5.0 / 9.0),
            _ => return None,
        };
        tenths.then_some((dimension, factor, number.end + 1))
    }
}

/// A number with a unit after it. An article counts lengths ("a mile"), but "a percent" or "a degree" is rarely a figure.
pub(super) fn with_unit(number: &Numeral, dimension: Dimension, factor: f64, end: usize) -> Option<Measure> {
    let rare = number.article && dimension != Dimension::Length;
    (!rare).then(|| of(number, dimension, factor, end))
}

/// The number brought to the base of its dimension.
pub(super) fn of(number: &Numeral, dimension: Dimension, factor: f64, end: usize) -> Measure {
    // Of the units of temperature only Fahrenheit has a factor.
    let fahrenheit = dimension == Dimension::Temperature && factor != 1.0;
    let base = |v: f64| if fahrenheit { (v - 32.0) * factor } else { v * factor };
    let unit = dimension != Dimension::Count;
    Measure {
        low: base(number.low),
        high: base(number.high),
        grain: number.grain * factor.abs(),
        raw: number.low,
        dimension,
        end,
        unit,
    }
}
