//! Days and stretches told from the article's date: "Rabu (18/6)", "last Sunday", "kemarin", "last week", "dua hari lalu".
//!
//! Without the article's date only weekdays and bracketed dates are read. What is told by distance is `loose`: it
//! agrees with a day inside it and contradicts nothing. Left out: "the next day", "the same week", "earlier".
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::lexicon::{Sense, Span};
use super::super::numerals::numeral;
use super::super::tokens::{Shape, Token};
use super::super::value::Dimension;
use super::{Moment, Read, Reader};

impl Reader<'_> {
    /// "Rabu (18/6/2025)", "Sunday, Feb. 20", "last Sunday", "Senin pekan depan", "Minggu".
    pub(super) fn named_day(&self, i: usize) -> Read {
        let (past, next) = (self.part(i, "past"), self.part(i, "next"));
        let at = i + past.max(next);
        let (weekday, len) = self.pick(at, |s| if let Sense::Weekday(w) = s { Some(*w) } else { None })?;
        let token = self.tokens.get(at)?;
        // In small letters it is a week.
        if !token.capital() && token.lower == "minggu" {
            return None;
        }
        // "Rabu siang (18/6/2025)".
        let after = at + len + self.part(at + len, "daypart");
        let (mut moment, mut end) = self.date_of_weekday(after).unwrap_or((Moment::default(), after));
        let dated = end > after;
        if !dated {
            (moment, end) = self.direction(after, weekday);
            if past.max(next) > 0 {
                moment.ahead = Some(next > 0);
            }
        }
        moment.weekday = Some(weekday);
        // A short name alone is a word of its own ("Sun", "Mon", "Wed").
        let short = token.text.len() == 3 && !dated;
        (!short).then_some((moment, end))
    }

    /// The date that follows a weekday, in brackets or after a comma.
    fn date_of_weekday(&self, after: usize) -> Read {
        let skip = usize::from(self.mark(after, ","));
        let open = usize::from(self.mark(after + skip, "("));
        let at = after + skip + open;
        let at = at + self.part(at, "dated");
        let (moment, end) = self.day(at, true).or_else(|| self.bare_day(at, open > 0 || skip > 0))?;
        Some((moment, end + usize::from(open > 0 && self.mark(end, ")"))))
    }

    /// What says which of the days of this name is meant: "lalu", "depan", "pekan lalu".
    fn direction(&self, at: usize, weekday: i8) -> (Moment, usize) {
        let week = self.pick(at, |s| if let Sense::Span(Span::Week, n) = s { Some(*n) } else { None });
        if let Some(((n, len), published)) = week.zip(self.published) {
            let day = monday(published, n).and_then(|d| d.checked_add((i64::from(weekday) - 1).days()).ok());
            let moment = day.map(|d| Moment { by_weekday: true, ..Moment::between(d, d) });
            return (moment.unwrap_or_default(), at + len);
        }
        let (past, next) = (self.part(at, "past"), self.part(at, "next"));
        let ahead = if past > 0 { Some(false) } else { (next > 0).then_some(true) };
        (Moment { ahead, ..Moment::default() }, at + past.max(next))
    }

    /// "segunda-feira, 16" and "Minggu (20)": the day of a month that is not named.
    fn bare_day(&self, i: usize, marked: bool) -> Read {
        let day = self.whole(i, 1..=31).filter(|_| marked)?;
        let at = i + 1 + self.nth_letters(i + 1);
        let ends = self.tokens.get(at).is_none_or(|t| !t.text.chars().all(char::is_alphanumeric));
        ends.then_some((Moment { day: Some(day as i8), ..Moment::default() }, at))
    }

    /// "kemarin", "last week", "three days ago", each with what makes it exact: "kemarin (17/6)".
    pub(super) fn relative(&self, i: usize) -> Read {
        let published = self.published?;
        let shift = self.pick(i, |s| if let Sense::Day(n) = s { Some(*n) } else { None });
        if let Some((shift, len)) = shift.filter(|&(_, len)| !self.is_title(i, len)) {
            let after = i + len + self.part(i + len, "daypart");
            let named = usize::from(self.mark(after, ",") || self.mark(after, "("));
            let dated = self.date_of_weekday(after).or_else(|| self.named_day(after + named).filter(|_| named > 0));
            let date = published.checked_add(shift.days()).ok()?;
            let told = Moment::between(date, date);
            // "yesterday, Wednesday": only a date makes it more exact.
            return Some(dated.filter(|(m, _)| m.day.is_some()).unwrap_or((told, after)));
        }
        let span = self.pick(i, |s| if let Sense::Span(span, n) = s { Some((*span, *n)) } else { None });
        if let Some(((span, n), len)) = span {
            return Some((stretch(published, span, n)?, i + len));
        }
        self.ago(i, published)
    }

    /// "NBC's Today show": a lone word with a capital inside a statement.
    fn is_title(&self, i: usize, len: usize) -> bool {
        let opens = i == 0 || i == 1 && self.tokens.first().is_some_and(|t| t.shape == Shape::Mark);
        len == 1 && !opens && self.tokens.get(i).is_some_and(Token::capital)
    }

    /// "three days ago", "dua pekan lalu", "há 3 dias": as coarse as its unit.
    fn ago(&self, i: usize, published: Date) -> Read {
        let lead = self.part(i, "since");
        let number = numeral(self.words, self.tokens, i + lead)?;
        let whole = number.low == number.high && number.low.fract() == 0.0 && (1.0..=99.0).contains(&number.low);
        let unit = |s: &Sense| if let Sense::Unit(d, f) = s { Some((d.clone(), *f)) } else { None };
        let ((dimension, factor), len) = self.pick(number.end, unit).filter(|_| whole)?;
        let end = number.end + len;
        let after = self.part(end, "ago");
        let n = -(number.low as i64);
        let moment = match (dimension, factor) {
            (Dimension::Seconds, 86400.0) => published.checked_add(n.days()).ok().map(|d| Moment::between(d, d)),
            (Dimension::Seconds, 604_800.0) => stretch(published, Span::Week, n),
            (Dimension::Months, 1.0) => stretch(published, Span::Month, n),
            (Dimension::Months, 12.0) => stretch(published, Span::Year, n),
            _ => None,
        };
        moment.filter(|_| lead > 0 || after > 0).map(|m| (m, end + after))
    }
}

/// The Monday of the week that is `n` weeks from that of `day`.
fn monday(day: Date, n: i64) -> Option<Date> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_add((n * 7 - back).days()).ok()
}

/// A week, weekend, month or year `n` from that of `published`.
fn stretch(published: Date, span: Span, n: i64) -> Option<Moment> {
    let loose = Moment { loose: true, resolved: true, ..Moment::default() };
    match span {
        Span::Week => {
            let first = monday(published, n)?;
            Some(Moment::between(first, first.checked_add(6.days()).ok()?))
        }
        Span::Weekend => {
            let first = monday(published, n)?.checked_add(5.days()).ok()?;
            Some(Moment::between(first, first.checked_add(1.day()).ok()?))
        }
        Span::Month => {
            let month = published.first_of_month().checked_add(n.months()).ok()?;
            Some(Moment { year: Some(month.year()), month: Some(month.month()), ..loose })
        }
        Span::Year => {
            let year = i16::try_from(i64::from(published.year()) + n).ok()?;
            Some(Moment { year: Some(year), ..loose })
        }
    }
}
