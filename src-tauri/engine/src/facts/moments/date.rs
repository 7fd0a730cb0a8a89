//! Dates as they are written: "18 Juni 2025", "June 18, 2025", "18/6/2025", "(18/6)", "2022-02-20", "18-20 Juni",
//! "Juni 2025", "the 18th", "2014", "2019-2022", "2023/2024".
//!
//! "6/5/2025" is read by the order of the language. Left out: dates without a year in points ("18.6."), and months
//! alone without a word that dates them ("May" and "Mars" are also other things).
use jiff::civil::Date;

use super::super::lexicon::Sense;
use super::super::tokens::{Shape, Token};
use super::{Day, Moment, Read, Reader};

/// A year, and how many tokens it takes.
type Year = (i16, usize);

impl Reader<'_> {
    /// A day with its month. `sure`: a weekday before it, or a bracket, says that "20/2" is a date.
    pub(super) fn day(&self, i: usize, sure: bool) -> Read {
        let bracket = i.checked_sub(1).is_some_and(|p| self.mark(p, "(")) && self.mark(i + 1, ")");
        let cue = self.after_part(i, "dated");
        let one = |at: usize, sure: bool| {
            self.slashed(at, sure).or_else(|| self.day_month(at)).or_else(|| self.month_day(at))
        };
        let (mut first, end) = one(i, sure || bracket || cue)?;
        // "March 31-April 4", "31 Mei sampai 4 Juni 2025".
        let step = if self.dash(end) { 1 } else { self.part(end, "range") };
        let last = one(end + step, false).filter(|_| step > 0 && first.day.is_some() && first.until.is_none());
        let later = |m: &Moment| m.year.is_some() || (m.month, m.day) > (first.month, first.day);
        let Some((last, after)) = last.filter(|(m, _)| m.day.is_some() && m.until.is_none() && later(m)) else {
            return Some((first, end));
        };
        first.year = first.year.or(last.year.map(|y| y - i16::from(last.month < first.month)));
        first.until = Some(Day { year: last.year, month: last.month, day: last.day });
        Some((first, after))
    }

    /// "20/2", "18/6/2025", "18.6.2025", "2022-02-20", "20-2-2022".
    fn slashed(&self, i: usize, sure: bool) -> Read {
        let token = self.tokens.get(i).filter(|t| t.shape == Shape::Number)?;
        let dashed =
            (1..=2).all(|n| self.mark(i + 2 * n - 1, "-") && self.tight(i + 2 * n - 1) && self.tight(i + 2 * n));
        let (parts, end): (Vec<&str>, usize) = if dashed {
            (vec![token.text, self.tokens.get(i + 2)?.text, self.tokens.get(i + 4)?.text], i + 5)
        } else {
            (token.text.split(['/', '.']).collect(), i + 1)
        };
        let numbers: Vec<i16> = parts.iter().filter_map(|p| p.parse().ok()).collect();
        let year = |y: i16, width: usize| if width == 2 { 2000 + y } else { y };
        let moment = match (numbers.as_slice(), parts.as_slice()) {
            ([y, m, d], [four, ..]) if four.len() == 4 => ymd(Some(*y), *m, *d),
            ([a, b, y], [_, _, last]) if last.len() == 4 || (last.len() == 2 && sure && token.text.contains('/')) => {
                let (m, d) = self.month_and_day(*a, *b);
                ymd(Some(year(*y, last.len())), m, d)
            }
            ([a, b], [_, _]) if sure && token.text.contains('/') => {
                let (m, d) = self.month_and_day(*a, *b);
                ymd(None, m, d)
            }
            _ => None,
        };
        moment.map(|m| (m, end))
    }

    fn month_and_day(&self, a: i16, b: i16) -> (i16, i16) {
        if (self.words.notation.month_first && a <= 12) || b > 12 { (a, b) } else { (b, a) }
    }

    /// "20 February 2022", "18-20 Juni", "20 de fevereiro de 2022", "the 20th of February", "18. Juni".
    fn day_month(&self, i: usize) -> Read {
        let day = self.whole(i, 1..=31)?;
        let at = self.after_day(i);
        let last = self.last_day(at, day);
        let (last, at) = last.map_or((None, at), |(d, n)| (Some(d), self.after_day(n)));
        let at = at + self.part(at, "of");
        let (month, len) = self.month(at)?;
        // "The 19 Sept. 11 hijackers": the number before counts something else.
        let other = self.words.notation.month_first && self.whole(at + len, 1..=31).is_some();
        let (year, end) = self.year_after(at + len).map_or((None, at + len), |(y, n)| (Some(y), n));
        (!other).then_some((whole_days(year, month, day, last)?, end))
    }

    /// The token after a day number with its letters or full stop.
    fn after_day(&self, i: usize) -> usize {
        let at = i + 1 + self.nth_letters(i + 1);
        at + usize::from(self.mark(at, ".") && self.tight(at))
    }

    /// The second day of "18-20 Juni", with its token.
    fn last_day(&self, at: usize, first: i16) -> Option<(i16, usize)> {
        let step = if self.dash(at) { 1 } else { self.part(at, "range") };
        let last = self.whole(at + step, 1..=31).filter(|n| step > 0 && *n > first)?;
        Some((last, at + step))
    }

    /// "February 20, 2022", "June 18-20", "June 2025", "pada Juni".
    fn month_day(&self, i: usize) -> Read {
        let (month, len) = self.month(i)?;
        let at = i + len;
        if let Some((year, end)) = self.year_after(at) {
            return Some((Moment { year: Some(year), month: Some(month as i8), ..Moment::default() }, end));
        }
        let month_first = self.words.notation.month_first && !self.is_scaled(at + 1);
        if let Some(day) = self.whole(at, 1..=31).filter(|_| month_first) {
            let after = at + 1 + self.nth_letters(at + 1);
            let last =
                self.last_day(after, day).filter(|&(_, n)| !self.is_scaled(n + 1) && self.month(n + 1).is_none());
            let (last, end) = last.map_or((None, after), |(d, n)| (Some(d), n + 1 + self.nth_letters(n + 1)));
            let (year, end) = self.year_after(end).map_or((None, end), |(y, n)| (Some(y), n));
            return Some((whole_days(year, month, day, last)?, end));
        }
        let cue = self.after_part(i, "yearly");
        let whole_name = self.tokens.get(i)?.text.chars().count() > 2 && len == 1;
        (cue && whole_name).then(|| (Moment { month: Some(month as i8), ..Moment::default() }, at))
    }

    /// "… 2022", ", 2022", "de 2022", with the token after it.
    fn year_after(&self, at: usize) -> Option<Year> {
        let link = if self.mark(at, ",") { 1 } else { self.part(at, "of") };
        let year = self.four_digits(at + link, 1000..=2999)?;
        Some((year, at + link + 1))
    }

    fn four_digits(&self, i: usize, range: std::ops::RangeInclusive<i16>) -> Option<i16> {
        self.whole(i, range).filter(|_| self.tokens.get(i).is_some_and(|t| t.text.len() == 4))
    }

    /// "on the 18th": the day of a month that is not named, when a word dates it and no noun follows.
    pub(super) fn nth_day(&self, i: usize) -> Read {
        let cue = self.part(i, "thatday");
        let day = self.whole(i + cue, 1..=31).filter(|_| cue > 0)?;
        let end = i + cue + 1 + self.nth_letters(i + cue + 1);
        let noun = |t: &Token<'_>| t.shape != Shape::Mark && !self.words.is_stop(self.tokens, end);
        let ends = self.tokens.get(end).is_none_or(|t| !noun(t)) && self.part(end, "of") == 0;
        let sure = end > i + cue + 1 || self.words.notation.comma;
        (sure && ends).then_some((Moment { day: Some(day as i8), ..Moment::default() }, end))
    }

    /// Four digits that stand where a year would: "pada 2014", "protokol Minsk 2014", "(2014)", "2019-2022".
    pub(super) fn year(&self, i: usize) -> Read {
        let named = self.part(i, "year");
        let at = i + named;
        if let Some((year, last)) = self.tokens.get(at).and_then(|t| season(t.text)) {
            let until = Some(Day { year: Some(last), ..Day::default() });
            return Some((Moment { year: Some(year), until, ..Moment::default() }, at + 1));
        }
        let year = self.four_digits(at, 1900..=2099)?;
        // "the 1990s" and "die 1990er" are no year.
        if self.tokens.get(at + 1).is_some_and(|t| !t.spaced && matches!(t.text, "s" | "er")) {
            return None;
        }
        let before = at.checked_sub(1).and_then(|p| self.tokens.get(p));
        let cue = named > 0
            || before.is_some_and(|t| t.capital() || t.is("(") || t.is("/"))
            || (1..=2).any(|n| at.checked_sub(n).is_some_and(|p| self.part(p, "yearly") == n));
        let money = before.is_some_and(|t| {
            !t.is("(") && self.pick(at - 1, |s| matches!(s, Sense::Prefix(..)).then_some(())).is_some()
        });
        let last = self.last_year(at, year);
        let end = last.map_or(at + 1, |(_, n)| n);
        let next = self.tokens.get(end);
        let counted =
            next.is_some_and(|t| t.shape == Shape::Word && !t.capital() && !self.words.is_stop(self.tokens, end));
        let hyphen = next.is_some_and(|t| t.is("-") && !t.spaced) && self.tight(end + 1);
        let good = !money && !self.is_scaled(end) && !hyphen && (cue || !counted);
        let until = last.map(|(year, _)| Day { year: Some(year), ..Day::default() });
        good.then(|| (Moment { year: Some(year), until, ..Moment::default() }, end))
    }

    /// The end of "2019-2022", "from 1967 to 1979", "between 2016 and 2019".
    fn last_year(&self, at: usize, first: i16) -> Option<Year> {
        let dashed = self.dash(at + 1) && self.tight(at + 1) && self.tight(at + 2);
        let from = self.after_part(at, "from") || self.after_part(at, "yearly");
        let between = if self.after_part(at, "between") { self.part(at + 1, "and") } else { 0 };
        let step = if dashed { 1 } else { between.max(if from { self.part(at + 1, "range") } else { 0 }) };
        let last = self.four_digits(at + 1 + step, 1900..=2099).filter(|y| step > 0 && *y > first)?;
        Some((last, at + step + 2))
    }

    /// A month's name, which is written with a capital where the language does so.
    fn month(&self, i: usize) -> Option<(i16, usize)> {
        let (month, len) = self.pick(i, |s| if let Sense::Month(m) = s { Some(*m) } else { None })?;
        let token = self.tokens.get(i)?;
        let long = token.text.chars().count() > 3 || self.words.notation.small_months;
        (token.capital() || long).then_some((i16::from(month), len))
    }
}

/// "2023/2024".
fn season(text: &str) -> Option<(i16, i16)> {
    let (first, last) = text.split_once('/')?;
    let (first, last): (i16, i16) = (first.parse().ok()?, last.parse().ok()?);
    ((1900..2100).contains(&first) && last == first + 1).then_some((first, last))
}

fn ymd(year: Option<i16>, month: i16, day: i16) -> Option<Moment> {
    // 2024 had a 29 February: a day that no year has is no date.
    Date::new(year.unwrap_or(2024), i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Moment { year, month: Some(month as i8), day: Some(day as i8), ..Moment::default() })
}

/// One day, or the days from one to another of a month.
fn whole_days(year: Option<i16>, month: i16, day: i16, last: Option<i16>) -> Option<Moment> {
    let mut moment = ymd(year, month, day)?;
    if let Some(last) = last {
        let end = ymd(year, month, last)?;
        moment.until = Some(Day { year: end.year, month: end.month, day: end.day });
    }
    Some(moment)
}
