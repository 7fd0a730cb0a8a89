//! Lengths, areas, masses, volumes, temperatures and speeds: a number and a unit of the lexicon, brought to the base of
//! its dimension (metres, square metres, kilograms, litres, degrees Celsius, kilometres an hour).
//!
//! Left out: units that no lexicon file names (TWh, MW: they read as counts), and rates ("per kilogram").
use super::super::numerals::{Numeral, numeral};
use super::super::value::Dimension;
use super::{Measure, Reader, Unit};

/// Metres of a foot.
pub(super) const FOOT: f64 = 0.3048;

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

    /// "6ft 4in", "6 feet 4 inches": feet with inches right after them. `end`: where the feet end.
    pub(super) fn feet_and_inches(&self, feet: &Numeral, end: usize) -> Option<Measure> {
        let inches = numeral(self.words, self.tokens, end).filter(|inches| inches.digits && inches.low < 12.0)?;
        let unit = self.tokens.get(inches.end)?;
        let length = feet.low * FOOT + inches.low * 0.0254;
        let whole = Numeral { low: length, high: length, grain: 0.0254, ..inches };
        let told = matches!(unit.lower.as_str(), "in" | "ins" | "inch" | "inches" | "\"" | "″");
        told.then(|| of(&whole, Dimension::Length, 1.0, inches.end + 1))
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
