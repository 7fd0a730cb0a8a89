//! Finds dates and times: "Minggu (20/2)", "18 Juni 2025 pukul 15.24 WIB", "February 20", "in 2014", "3:24 p.m.".
//!
//! Left out: spans ("18-20 Juni" gives its end only), seasons and vague times ("last week"), centuries.
use jiff::civil::Date;

use super::lexicon::{Lexicon, Sense};
use super::moment::Moment;
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
    let ahead = (0..tokens.len()).any(|i| words.part(tokens, i, "future") > 0);
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match reader.moment(i) {
            Some((mut moment, end)) if end > i => {
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
        let date = self.date(i);
        let Some((mut moment, end)) = date else { return self.time(i) };
        let comma = usize::from(self.mark(end, ","));
        let linked = [comma, comma + self.words.part(self.tokens, end + comma, "dated")];
        let near = linked.iter().find_map(|step| self.time(end + step));
        if let Some((time, after)) = near {
            (moment.time, moment.second, moment.offset) = (time.time, time.second, time.offset);
            moment.whole_hour = time.whole_hour;
            return Some((moment, after));
        }
        Some((moment, end))
    }

    fn date(&self, i: usize) -> Read {
        self.named_day(i).or_else(|| self.relative(i)).or_else(|| self.day(i, false)).or_else(|| self.year(i))
    }

    /// "Rabu (18/6/2025)", "Sunday, Feb. 20", "Minggu".
    fn named_day(&self, i: usize) -> Read {
        let (weekday, len) = self.pick(i, |s| if let Sense::Weekday(w) = s { Some(*w) } else { None })?;
        let token = self.tokens.get(i)?;
        // "minggu" in small letters is a week; Portuguese writes its weekdays small.
        if self.words.head_first && !token.capital() && token.lower == "minggu" {
            return None;
        }
        // "Rabu siang (18/6/2025)".
        let part = self.words.part(self.tokens, i + len, "daypart");
        let after = i + len + part;
        let skip = usize::from(self.mark(after, ","));
        let open = usize::from(self.mark(after + skip, "("));
        let dated = after + skip + open;
        let dated = dated + self.words.part(self.tokens, dated, "dated");
        let date = self.day(dated, true).or_else(|| self.bare_day(dated, open > 0 || skip > 0));
        let (mut moment, mut end) = date.unwrap_or((Moment::default(), after));
        if end > after && open > 0 && self.mark(end, ")") {
            end += 1;
        }
        moment.weekday = Some(weekday);
        // A short name alone is a word of its own ("Sun", "Mon", "Wed").
        let short = token.text.len() == 3 && end == after;
        (!short).then_some((moment, end))
    }

    /// "segunda-feira, 16" and "Minggu (20)": the day of a month that is not named.
    fn bare_day(&self, i: usize, marked: bool) -> Read {
        let day = self.whole(i, 1..=31).filter(|_| marked)?;
        let ends = self.tokens.get(i + 1).is_none_or(|t| t.shape == Shape::Mark);
        ends.then_some((Moment { day: Some(day as i8), ..Moment::default() }, i + 1))
    }

    fn relative(&self, i: usize) -> Read {
        let (shift, len) = self.pick(i, |s| if let Sense::Day(n) = s { Some(*n) } else { None })?;
        Some((Moment::relative(self.published?, shift)?, i + len))
    }

    /// A day with its month. `sure`: a weekday before it, or a bracket, says that "20/2" is a date.
    fn day(&self, i: usize, sure: bool) -> Read {
        let bracket = i.checked_sub(1).is_some_and(|p| self.mark(p, "(")) && self.mark(i + 1, ")");
        let cue = i.checked_sub(1).is_some_and(|p| self.words.part(self.tokens, p, "dated") == 1);
        self.slashed(i, sure || bracket || cue).or_else(|| self.day_month(i)).or_else(|| self.month_day(i))
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
        if (self.words.month_first && a <= 12) || b > 12 { (a, b) } else { (b, a) }
    }

    /// "20 February 2022", "18 Juni", "20 de fevereiro de 2022", "the 20th of February".
    fn day_month(&self, i: usize) -> Read {
        let day = self.whole(i, 1..=31)?;
        let nth = self.nth_letters(i + 1);
        let of = usize::from(self.word(i + 1 + nth, &["de", "of"]));
        let at = i + 1 + nth + of;
        let (month, len) = self.month(at)?;
        let mut moment = ymd(None, month, day)?;
        let mut end = at + len;
        let link = usize::from(self.word(end, &["de"]) || self.mark(end, ","));
        if let Some(year) = self.whole(end + link, 1000..=2999).filter(|_| self.four(end + link)) {
            (moment.year, end) = (Some(year), end + link + 1);
        }
        Some((moment, end))
    }

    /// "February 20, 2022", "June 2025", "pada Juni".
    fn month_day(&self, i: usize) -> Read {
        let (month, len) = self.month(i)?;
        let at = i + len;
        if let Some(year) = self.link_year(at) {
            return Some((Moment { year: Some(year.0), month: Some(month as i8), ..Moment::default() }, year.1));
        }
        if let Some(day) = self.whole(at, 1..=31).filter(|_| self.words.month_first && !self.is_scaled(at + 1)) {
            let mut moment = ymd(None, month, day)?;
            let mut end = at + 1 + self.nth_letters(at + 1);
            let comma = usize::from(self.mark(end, ","));
            if let Some(year) = self.whole(end + comma, 1000..=2999).filter(|_| self.four(end + comma)) {
                (moment.year, end) = (Some(year), end + comma + 1);
            }
            return Some((moment, end));
        }
        // A month alone needs a word that dates it: "May" and "Mars" are also other things.
        let cue = i.checked_sub(1).is_some_and(|p| self.words.part(self.tokens, p, "yearly") == 1);
        let whole_name = self.tokens.get(i)?.text.chars().count() > 2 && len == 1;
        (cue && whole_name).then(|| (Moment { month: Some(month as i8), ..Moment::default() }, at))
    }

    fn link_year(&self, at: usize) -> Option<(i16, usize)> {
        let link = usize::from(self.word(at, &["de", "of"]) || self.mark(at, ","));
        let year = self.whole(at + link, 1000..=2999).filter(|_| self.four(at + link))?;
        Some((year, at + link + 1))
    }

    /// Four digits that stand where a year would: "pada 2014", "protokol Minsk 2014", "(2014)".
    fn year(&self, i: usize) -> Read {
        let cued = self.words.part(self.tokens, i, "yearly");
        let at = if self.word(i, &["tahun", "year", "ano"]) { i + cued.max(1) } else { i };
        let year = self.whole(at, 1900..=2099).filter(|_| self.four(at))?;
        let before = at.checked_sub(1).and_then(|p| self.tokens.get(p));
        let cue = before.is_some_and(|t| t.capital() || t.is("(") || t.is("/"))
            || (1..=2).any(|n| at.checked_sub(n).is_some_and(|p| self.words.part(self.tokens, p, "yearly") == n));
        let next = self.tokens.get(at + 1);
        let counted =
            next.is_some_and(|t| t.shape == Shape::Word && !t.capital() && !self.words.is_stop(self.tokens, at + 1));
        let hyphen = next.is_some_and(|t| t.is("-") && !t.spaced) && self.tight(at + 2);
        let money = before.is_some_and(|t| {
            self.words.at(self.tokens, at - 1, |s| matches!(s, Sense::Prefix(..)).then_some(())).is_some() && !t.is("(")
        });
        let sized = self.is_scaled(at + 1);
        // "2024-2029" is a span, not its end.
        let span = at >= 2 && self.mark(at - 1, "-") && self.tight(at) && self.whole(at - 2, 1900..=2099).is_some();
        let good = !span && !money && !sized && !hyphen && (cue || !counted);
        good.then(|| (Moment { year: Some(year), ..Moment::default() }, at + 1))
    }

    /// "pukul 15.24 WIB", "15:24", "3:24 p.m.", "às 10h40".
    fn time(&self, i: usize) -> Read {
        let cue = self.words.part(self.tokens, i, "clock");
        let at = i + cue;
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Number)?;
        let parts: Vec<i8> = token.text.split([':', '.']).filter_map(|p| p.parse().ok()).collect();
        let shaped = token.text.split([':', '.']).skip(1).all(|p| p.len() == 2)
            && token.text.split([':', '.']).count() == parts.len();
        let mut end = at + 1;
        let mut moment = Moment::default();
        match parts.as_slice() {
            _ if !shaped => return None,
            [h, m] => moment.time = Some((*h, *m)),
            [h, m, s] => (moment.time, moment.second) = (Some((*h, *m)), Some(*s)),
            [h] => {
                (moment.time, moment.whole_hour) = (Some((*h, 0)), true);
                // "10h40", "9h", "20 horas".
                if self.word(end, &["h", "hs"]) && self.tight(end) {
                    end += 1;
                    let minute = self.whole(end, 0..=59).filter(|_| self.tight(end));
                    if let Some(m) = minute {
                        (moment.time, moment.whole_hour, end) = (Some((*h, m as i8)), false, end + 1);
                    }
                } else if cue > 0 && self.word(end, &["horas", "hora"]) {
                    end += 1;
                }
            }
            _ => return None,
        }
        let half = self.pick(end, |s| if let Sense::Half(h) = s { Some(*h) } else { None });
        if let Some((shift, len)) = half {
            let (h, m) = moment.time?;
            if !(1..=12).contains(&h) {
                return None;
            }
            (moment.time, end) = (Some((h % 12 + shift, m)), end + len);
        }
        let zone = self.pick(end, |s| if let Sense::Zone(z) = s { Some(*z) } else { None });
        if let Some((minutes, len)) = zone {
            (moment.offset, end) = (Some(minutes), end + len);
        }
        let hours = moment.whole_hour && end > at + 1;
        let sure = match parts.len() {
            1 => half.is_some() || zone.is_some() || (hours && cue > 0) || (hours && self.tight(at + 1)),
            _ => cue > 0 || half.is_some() || zone.is_some() || token.text.contains(':'),
        } || (end > at + 2 && parts.len() == 1 && self.tight(at + 1));
        let (h, m) = moment.time?;
        let valid = (0..24).contains(&h) && (0..60).contains(&m) && moment.second.is_none_or(|s| s < 61);
        let score = token.text.contains(':') && cue == 0 && token.text.len() < 4;
        (sure && valid && !score).then_some((moment, end))
    }

    fn pick<T>(&self, i: usize, pick: impl Fn(&Sense) -> Option<T>) -> Option<(T, usize)> {
        self.words.at(self.tokens, i, pick)
    }

    /// A month's name, which is written with a capital where the language does so.
    fn month(&self, i: usize) -> Option<(i16, usize)> {
        let (month, len) = self.pick(i, |s| if let Sense::Month(m) = s { Some(*m) } else { None })?;
        let token = self.tokens.get(i)?;
        (token.capital() || token.text.chars().count() > 3).then_some((i16::from(month), len))
    }

    fn mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    fn word(&self, i: usize, any: &[&str]) -> bool {
        self.tokens.get(i).is_some_and(|t| any.contains(&t.lower.as_str()))
    }

    /// No white space before token `i`.
    fn tight(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    fn four(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.text.len() == 4)
    }

    /// The token is this whole number and has no separators.
    fn whole(&self, i: usize, range: std::ops::RangeInclusive<i16>) -> Option<i16> {
        let token = self.tokens.get(i).filter(|t| t.shape == Shape::Number)?;
        token.text.parse().ok().filter(|n| range.contains(n))
    }

    /// "20th".
    fn nth_letters(&self, i: usize) -> usize {
        usize::from(self.tight(i) && self.word(i, &["st", "nd", "rd", "th"]))
    }

    /// A unit or scale stands here, so that the number before it is a figure.
    fn is_scaled(&self, i: usize) -> bool {
        self.pick(i, |s| matches!(s, Sense::Unit(..) | Sense::Scale(_)).then_some(())).is_some()
    }
}

fn ymd(year: Option<i16>, month: i16, day: i16) -> Option<Moment> {
    // 2024 had a 29 February: a day that no year has is no date.
    Date::new(year.unwrap_or(2024), i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Moment { year, month: Some(month as i8), day: Some(day as i8), ..Moment::default() })
}
