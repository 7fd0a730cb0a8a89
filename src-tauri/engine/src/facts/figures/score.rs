//! Scores: "5-0" in a statement that tells of a match or a vote; anywhere else a dash makes a range.
//!
//! Left out: scores with a colon, which read as times of day, and scores in words.
use super::super::tokens::Shape;
use super::super::value::{Bound, Dimension};
use super::{Found, Reader, quantity};

impl Reader<'_> {
    /// A score at token `i`.
    pub(super) fn score(&self, i: usize) -> Option<Found> {
        if !self.match_told {
            return None;
        }
        let whole = |n: usize| {
            let token = self.tokens.get(n).filter(|t| t.shape == Shape::Number && t.text.len() <= 3 && self.free(n))?;
            token.text.parse::<u16>().ok()
        };
        let (a, b) = (whole(i)?, whole(i + 2)?);
        let dash = self.tokens.get(i + 1).is_some_and(|t| matches!(t.text, "-" | "–") && !t.spaced);
        let tight = self.tokens.get(i + 2).is_some_and(|t| !t.spaced);
        let noun = self.unit(i + 3).is_some();
        let longer = self.mark(i + 3, "-") || self.glued(i);
        let ends = (f64::from(a), f64::from(b));
        (dash && tight && !noun && !longer).then(|| Found {
            quantity: quantity(Dimension::Score, ends, Bound::Exact, 1.0),
            first: i,
            end: i + 3,
        })
    }
}
