//! Words that loosen a number ("lebih dari 150.000", "nearly 300", "30 or so") and ranges ("80 sampai 100 km",
//! "between 5 and 7", "Rp 170-190").
//!
//! Left out: "from 5 to 7", which as often tells of a rise; open ends told by a sentence ("a number that may grow").
use std::ops::Range;

use super::super::lexicon::Sense;
use super::super::numerals::parse;
use super::super::tokens::Shape;
use super::super::value::{Bound, Dimension};
use super::{Found, Measure, Reader, quantity};

impl Reader<'_> {
    /// A measure with the words that loosen it.
    pub(super) fn bounded(&self, i: usize) -> Option<Found> {
        let (mut bound, step) = self.loosened(i).unwrap_or((Bound::Exact, 0));
        let between = self.words.part(self.tokens, i + step, "between");
        let mut at = i + step + between;
        // Two such words: "hampir sekitar 5".
        if let Some((second, len)) = self.loosened(at).filter(|_| step > 0) {
            (bound, at) = (second, at + len);
        }
        if let Some(found) = self.score(at) {
            return Some(found);
        }
        let measure = self.measured(at, false)?;
        let (mut ends, mut end) = ((measure.low, measure.high), measure.end);
        let (mut dimension, mut grain) = (measure.dimension.clone(), measure.grain);
        let from = i.checked_sub(1).is_some_and(|p| self.words.part(self.tokens, p, "from") > 0);
        if let Some(upper) = self.upper(&measure, between > 0).filter(|_| !from) {
            let factor = if measure.unit || upper.raw == 0.0 { 1.0 } else { upper.high / upper.raw };
            let scale = self.lent_scale((at, &measure), &upper);
            ends = (measure.low * factor * scale, upper.high);
            (end, bound) = (upper.end, Bound::Range);
            (dimension, grain) = (upper.dimension.clone(), upper.grain);
        } else if ends.0 != ends.1 {
            bound = Bound::Range;
        }
        let later = self.words.at(self.tokens, end, |s| if let Sense::Later(b) = s { Some(*b) } else { None });
        if let Some((b, len)) = later.filter(|_| bound == Bound::Exact) {
            (bound, end) = (b, end + len);
        }
        // "Turun hingga 21%" tells by how much, and bounds nothing.
        if bound == Bound::Most && dimension == Dimension::Percent && self.after_change(i) {
            bound = Bound::Exact;
        }
        let figure = dimension != Dimension::Count || self.counts(at, end, grain >= 1000.0 || bound == Bound::Range);
        let first = if bound == Bound::Exact { at } else { i };
        figure.then(|| Found { quantity: quantity(dimension, ends, bound, grain), first, end })
    }

    /// A word of rise or fall stands shortly before token `i`.
    fn after_change(&self, i: usize) -> bool {
        const NEAR: usize = 4;
        (i.saturating_sub(NEAR)..i).any(|p| self.words.part(self.tokens, p, "change") > 0)
    }

    fn loosened(&self, i: usize) -> Option<(Bound, usize)> {
        self.words.at(self.tokens, i, |s| if let Sense::Bound(b) = s { Some(*b) } else { None })
    }

    /// The second number of a range that begins with `first`.
    fn upper(&self, first: &Measure, between: bool) -> Option<Measure> {
        let dash = self.tokens.get(first.end).is_some_and(|t| matches!(t.text, "-" | "–" | "—"));
        let joined = if between { self.words.part(self.tokens, first.end, "and") } else { 0 };
        let step = match (joined, dash) {
            (1.., _) => joined,
            (0, true) => 1,
            (0, false) => {
                self.words.part(self.tokens, first.end, "range").max(self.words.part(self.tokens, first.end, "either"))
            }
        };
        let second = self.measured(first.end + step, dash).filter(|_| step > 0)?;
        // "Rp 170-190": the sign before the first number holds for both.
        let lent = first.unit && second.dimension == Dimension::Count && matches!(first.dimension, Dimension::Money(_));
        let second = if lent { Measure { dimension: first.dimension.clone(), unit: true, ..second } } else { second };
        // "2024-2029" is a span of years.
        let years = |m: &Measure| m.dimension == Dimension::Count && (1900.0..2100.0).contains(&m.raw);
        let fits = if first.unit { first.dimension == second.dimension } else { second.raw > first.raw };
        // Of two with a unit each the units may differ ("50 cm to 1 m"); a lent one is the same for both.
        let rises = if first.unit { second.high > first.low } else { second.raw > first.raw };
        (fits && rises && !(years(first) && years(&second))).then_some(second)
    }

    /// What a scale that stands after the second number of a range does to the first: "10-15 ribu", "1.5 to 2 million".
    fn lent_scale(&self, (at, first): (usize, &Measure), second: &Measure) -> f64 {
        let written = |mut numbers: Range<usize>| {
            let token = numbers.find_map(|i| self.tokens.get(i).filter(|t| t.shape == Shape::Number))?;
            parse(token.text, self.words.notation.comma).map(|(value, _)| value).filter(|value| *value > 0.0)
        };
        let (Some(one), Some(two)) = (written(at..first.end), written(first.end..second.end)) else { return 1.0 };
        let scale = second.raw / two;
        if first.raw == one && one < two && scale >= 1000.0 { scale } else { 1.0 }
    }
}
