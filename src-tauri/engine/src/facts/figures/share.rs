//! Shares: hundredths ("4,8 persen"), percentage points, and fractions in words ("two-thirds", "sepertiga").
//!
//! A bare "points" is of percentage only where hundredths are told too ("fell 3 points to 48%"); elsewhere it counts
//! points of a game or an index. Fractions are the `fraction` lines of the lexicon. Left out: halves, which are seldom
//! meant to the hundredth, and "two in five".
use super::super::lexicon::Sense;
use super::super::numerals::Numeral;
use super::super::value::Dimension;
use super::{Measure, Reader, Unit};

impl Reader<'_> {
    /// "two-thirds", "dua pertiga": hundredths, given to the ten.
    pub(super) fn fraction(&self, i: usize) -> Option<Measure> {
        let share = |s: &Sense| if let Sense::Fraction(v) = s { Some(*v) } else { None };
        let (value, len) = self.words.at(self.tokens, i, share)?;
        let (low, grain) = (value * 100.0, 10.0);
        Some(Measure { dimension: Dimension::Percent, low, high: low, grain, raw: low, end: i + len, unit: true })
    }

    /// A bare "points" in a statement without hundredths.
    pub(super) fn points_of_a_game(&self, number: &Numeral, (dimension, _, end): &Unit) -> bool {
        *dimension == Dimension::Points && *end == number.end + 1 && !self.shares
    }
}
