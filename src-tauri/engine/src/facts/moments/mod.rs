//! Finds dates and times: one walk over a statement; [`date`] reads dates as they are written, [`relative`] those that
//! are told from the article's date, [`clock`] times of day.
//!
//! Left out: seasons, quarters, centuries and decades, feasts ("Christmas"), and vague times ("recently", "soon").
mod clock;
mod date;
mod moment;
mod relative;

pub(super) use moment::day_of;
pub(crate) use moment::days;
pub use moment::{Day, Moment};

use jiff::civil::Date;

use super::lexicon::{Lexicon, Sense};
use super::tokens::{Shape, Token};

/// A moment and the tokens it takes.
pub(super) struct Found {
    pub(super) moment: Moment,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Every moment among `tokens`, in order.
pub(super) fn moments(words: &Lexicon, tokens: &[Token<'_>], published: Option<Date>) -> Vec<Found> {
    let reader = Reader { words, tokens, published };
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match reader.moment(i) {
            Some((mut moment, end)) if end > i => {
                let ahead = moment.ahead.unwrap_or_else(|| reader.is_to_come(i, end));
                moment.complete(published, ahead);
                out.push(Found { moment, first: i, end });
                i = end;
            }
            _ => i += 1,
        }
    }
    out
}

struct Reader<'a> {
    words: &'a Lexicon,
    tokens: &'a [Token<'a>],
    published: Option<Date>,
}

type Read = Option<(Moment, usize)>;

impl Reader<'_> {
    /// A date, a time, or a date followed by a time.
    fn moment(&self, i: usize) -> Read {
        let Some((mut moment, end)) = self.any_date(i) else { return self.time(i) };
        let comma = usize::from(self.mark(end, ","));
        let linked = [comma, comma + self.part(end + comma, "dated")];
        let near = linked.iter().find_map(|step| self.time(end + step)).filter(|_| moment.until.is_none());
        if let Some((time, after)) = near {
            (moment.time, moment.second, moment.offset) = (time.time, time.second, time.offset);
            moment.whole_hour = time.whole_hour;
            return Some((moment, after));
        }
        Some((moment, end))
    }

    fn any_date(&self, i: usize) -> Read {
        self.named_day(i)
            .or_else(|| self.relative(i))
            .or_else(|| self.day(i, false))
            .or_else(|| self.nth_day(i))
            .or_else(|| self.year(i))
    }

    fn part(&self, i: usize, part: &str) -> usize {
        self.words.part(self.tokens, i, part)
    }

    /// The clause of the day at tokens `first..end` tells of what is to come: "they spoke on Sunday and will meet on Thursday".
    fn is_to_come(&self, first: usize, end: usize) -> bool {
        /// "Said late on Monday" tells when it was said, whatever is said.
        const NEAR: usize = 3;
        /// A clause of fewer words than this beside the day has no verb of its own: "On Thursday, they will meet".
        const FEW: usize = 3;
        let future = |i: usize| self.part(i, "future") > 0;
        let says = |i: usize| self.part(i, "states").max(self.part(i, "saying")) > 0;
        let told = (first.saturating_sub(NEAR)..first).rev().find(|&i| future(i) || says(i));
        if told.is_some_and(|i| !future(i)) {
            return false;
        }
        let bound = |i: usize| {
            self.tokens.get(i).is_none_or(|t| t.shape == Shape::Mark && !t.is("-")) || self.part(i, "and") == 1
        };
        let begin = |at: usize| (0..at).rev().find(|&i| bound(i)).map_or(0, |i| i + 1);
        let close = |at: usize| (at..self.tokens.len()).find(|&i| bound(i)).unwrap_or(self.tokens.len());
        let (mut from, mut to) = (begin(first), close(end));
        if first - from + to - end < FEW {
            (from, to) = (begin(from.saturating_sub(1)), close((to + 1).min(self.tokens.len())));
        }
        (from..to).any(future)
    }

    /// The word before token `i` plays `part`.
    fn after_part(&self, i: usize, part: &str) -> bool {
        i.checked_sub(1).is_some_and(|p| self.part(p, part) == 1)
    }

    fn pick<T>(&self, i: usize, pick: impl Fn(&Sense) -> Option<T>) -> Option<(T, usize)> {
        self.words.at(self.tokens, i, pick)
    }

    fn mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    fn dash(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| matches!(t.text, "-" | "–" | "—"))
    }

    /// No white space before token `i`.
    fn tight(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// The token is this whole number and has no separators.
    fn whole(&self, i: usize, range: std::ops::RangeInclusive<i16>) -> Option<i16> {
        let token = self.tokens.get(i).filter(|t| t.shape == Shape::Number)?;
        token.text.parse().ok().filter(|n| range.contains(n))
    }

    /// "20th", "1er".
    fn nth_letters(&self, i: usize) -> usize {
        let letters = |t: &Token<'_>| matches!(t.lower.as_str(), "st" | "nd" | "rd" | "th" | "er" | "º" | "°");
        usize::from(self.tight(i) && self.tokens.get(i).is_some_and(letters))
    }

    /// A unit or scale stands here, so that the number before it is a figure.
    fn is_scaled(&self, i: usize) -> bool {
        self.pick(i, |s| matches!(s, Sense::Unit(..) | Sense::Scale(_)).then_some(())).is_some()
    }
}
