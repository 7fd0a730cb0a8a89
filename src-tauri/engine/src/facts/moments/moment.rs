//! Dates and times of day, with what is known of them, and how a partial date is completed.
//!
//! Years, months and days are kept apart because news leaves some out; jiff does the calendar. A missing year is taken
//! from the article's date; a weekday alone is the nearest such day on or before it, unless the words look ahead. A
//! stretch of days ("18-20 Juni", "last week") has its last day in `until`.
use jiff::ToSpan;
use jiff::civil::Date;

/// A day, or a month or year, with what is known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Day {
    /// Year.
    pub year: Option<i16>,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day of the month.
    pub day: Option<i8>,
}

/// A date, a time of day, or both; what is not said is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// Year.
    pub year: Option<i16>,
    /// Month, 1 to 12.
    pub month: Option<i8>,
    /// Day of the month.
    pub day: Option<i8>,
    /// The last day, month or year of a stretch of time that begins at the other.
    pub until: Option<Day>,
    /// Told by its distance from the article's date ("yesterday", "last week"): nothing to hold against another date.
    pub loose: bool,
    /// A word beside the weekday says whether it is to come ("next", "lalu").
    pub ahead: Option<bool>,
    /// The date was found from a lone weekday: it may as well be the one a week before or after.
    pub by_weekday: bool,
    /// The weekday as it is named, Monday 1 to Sunday 7.
    pub weekday: Option<i8>,
    /// Hour and minute.
    pub time: Option<(i8, i8)>,
    /// Second.
    pub second: Option<i8>,
    /// Minutes east of Greenwich.
    pub offset: Option<i32>,
    /// The year, or the whole date, was completed from the article's date.
    pub resolved: bool,
    /// Only a time of day without minutes is named ("3 p.m."): it is read as a rounded one.
    pub whole_hour: bool,
}

impl Moment {
    /// "2022-02-20", "2022-02", "--02-20", "15:24+07:00", "2025-06-18T15:24+07:00", "2025-06-18/2025-06-20" (ISO 8601);
    /// a lone weekday is "W7", and one that is not that of its date, or of which that is not known, stands behind it:
    /// "2025-06-18 W5", so that "Wednesday (18/6)" and "Friday (18/6)" are two readings.
    pub fn normal(&self) -> String {
        let told = self.day.is_some() && (self.year.is_none() || self.contradicts_itself());
        let weekday = self.weekday.filter(|_| told).map(|w| format!(" W{w}")).unwrap_or_default();
        self.plain() + &weekday
    }

    /// The same without the weekday of a date.
    fn plain(&self) -> String {
        let first = Day { year: self.year, month: self.month, day: self.day };
        let mut date = match first {
            Day { year: None, month: None, day: None } => self.weekday.map(|w| format!("W{w}")).unwrap_or_default(),
            day => day.normal(),
        };
        if let Some(last) = self.until {
            date = format!("{date}/{}", last.normal());
        }
        let Some((h, m)) = self.time else { return date };
        let second = self.second.map(|s| format!(":{s:02}")).unwrap_or_default();
        let zone = match self.offset {
            None => String::new(),
            Some(0) => "Z".to_owned(),
            Some(o) => format!("{}{:02}:{:02}", if o < 0 { '-' } else { '+' }, o.abs() / 60, o.abs() % 60),
        };
        let join = if date.is_empty() { "" } else { "T" };
        format!("{date}{join}{h:02}:{m:02}{second}{zone}")
    }

    /// The first and the last day of it, when they are known.
    pub fn stretch(&self) -> Option<(Date, Date)> {
        let first = Day { year: self.year, month: self.month, day: self.day };
        Some((first.ends()?.0, self.until.unwrap_or(first).ends()?.1))
    }

    /// The day, when it is known whole.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// Its named weekday is not that of its date.
    pub fn contradicts_itself(&self) -> bool {
        let named = self.weekday.zip(self.date());
        named.is_some_and(|(w, date)| date.weekday().to_monday_one_offset() != w)
    }

    /// Both give one date with two weekdays, or name one weekday that is that of one of their two dates only. A year that one
    /// of them leaves out is that of the other.
    pub fn slips_against(&self, other: &Moment) -> bool {
        let (one, other) = (self.in_year(other.year), other.in_year(self.year));
        let Some((day, other_day)) = one.weekday.zip(other.weekday) else { return false };
        let date = |m: &Moment| (m.year, m.month, m.day);
        if one.day.is_some() && date(&one) == date(&other) {
            return day != other_day;
        }
        let dated = one.date().is_some() && other.date().is_some();
        dated && day == other_day && one.contradicts_itself() != other.contradicts_itself()
    }

    fn in_year(self, year: Option<i16>) -> Moment {
        Moment { year: self.year.or(year), ..self }
    }

    /// Fills in what the article's date tells. `ahead`: the words speak of what is to come.
    pub(super) fn complete(&mut self, published: Option<Date>, ahead: bool) {
        let Some(published) = published else { return };
        match (self.year, self.month, self.day, self.weekday) {
            (None, Some(month), Some(day), _) => {
                let near = |shift: i16| Date::new(published.year().checked_add(shift)?, month, day).ok();
                let best = [0, -1, 1].into_iter().filter_map(near).min_by_key(|d| days(published, *d).abs());
                if let Some(date) = best {
                    self.set(date);
                    self.complete_until();
                }
            }
            (None, None, None, Some(weekday)) => {
                let step = if ahead { 1 } else { -1 };
                let from = i64::from(ahead);
                let day = (from..from + 7)
                    .filter_map(|n| published.checked_add((n * step).days()).ok())
                    .find(|d| d.weekday().to_monday_one_offset() == weekday);
                if let Some(date) = day {
                    self.set(date);
                    self.by_weekday = true;
                }
            }
            (None, None, Some(day), weekday) => {
                let near = |shift: i64| {
                    let month = published.first_of_month().checked_add(shift.months()).ok()?;
                    let date = Date::new(month.year(), month.month(), day).ok()?;
                    weekday.is_none_or(|w| date.weekday().to_monday_one_offset() == w).then_some(date)
                };
                let best = [0, -1, 1].into_iter().filter_map(near).min_by_key(|d| days(published, *d).abs());
                if let Some(date) = best {
                    self.set(date);
                }
            }
            _ => {}
        }
    }

    /// The last day of a stretch is of the year of its first, or the next.
    fn complete_until(&mut self) {
        let (Some(last), Some(year)) = (self.until.as_mut(), self.year) else { return };
        if last.year.is_none() {
            let turned = (last.month, last.day) < (self.month, self.day);
            last.year = Some(year + i16::from(turned));
        }
    }

    /// From one day to another, told by their distance from the article's date.
    pub(super) fn between(first: Date, last: Date) -> Moment {
        let mut moment = Moment { loose: true, ..Moment::default() };
        moment.set(first);
        let day = Day { year: Some(last.year()), month: Some(last.month()), day: Some(last.day()) };
        moment.until = (first != last).then_some(day);
        moment
    }

    fn set(&mut self, date: Date) {
        (self.year, self.month, self.day) = (Some(date.year()), Some(date.month()), Some(date.day()));
        self.resolved = true;
    }
}

impl Day {
    fn normal(&self) -> String {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => format!("{y:04}-{m:02}-{d:02}"),
            (Some(y), Some(m), None) => format!("{y:04}-{m:02}"),
            (Some(y), None, _) => format!("{y:04}"),
            (None, Some(m), Some(d)) => format!("--{m:02}-{d:02}"),
            (None, Some(m), None) => format!("--{m:02}"),
            (None, None, Some(d)) => format!("---{d:02}"),
            (None, None, None) => String::new(),
        }
    }

    /// Its first and last day.
    fn ends(&self) -> Option<(Date, Date)> {
        let year = self.year?;
        match (self.month, self.day) {
            (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
            (Some(month), None) => {
                let first = Date::new(year, month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            (Some(month), Some(day)) => {
                let date = Date::new(year, month, day).ok()?;
                Some((date, date))
            }
        }
    }
}

/// Days from one date to another.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX / 2, |span| span.get_days())
}

/// The day of an ISO 8601 date or date and time.
pub(in crate::facts) fn day_of(published: &str) -> Option<Date> {
    published.get(..10)?.parse().ok()
}
