//! The time of publication as a page or text prints it beside its headline ("Selasa, 23 Februari 2016 | 16:52 WIB"), where it
//! is told to people only.
//!
//! A line counts when it is a whole date with a time of day and next to nothing else; two lines that name different days
//! give none, and neither does a line about a change.
use super::published;
use crate::facts::{self, Context, Moment, Value};
use crate::model::Language;

/// So many blocks of a page before and after its headline are beside it; of a text, as many paragraphs after the headline.
pub(super) const BEFORE: usize = 3;
/// See [`BEFORE`].
pub(super) const AFTER: usize = 6;
/// Characters of the longest line that is looked at.
const LONGEST: usize = 120;
/// Letters beside the date and the time: the outlet's name, "Published".
const BESIDE: usize = 24;
/// Parts of the words for a change.
const CHANGES: [&str; 6] = ["updat", "perbar", "ubah", "modifi", "aktualisier", "edit"];

/// The date and time, ISO 8601, that these lines beside a headline print. The language is asked for only when one of them may
/// be such a line.
pub(super) fn date<'a>(lines: impl Iterator<Item = &'a str>, language: impl FnOnce() -> Language) -> Option<String> {
    let lines: Vec<&str> = lines.filter(|line| may_be(line)).collect();
    if lines.is_empty() {
        return None;
    }
    let language = language();
    let printed: Vec<String> = lines.into_iter().filter_map(|line| moment(line, language)).collect();
    let day = |date: &str| date.get(..10).map(str::to_owned);
    let first = printed.first()?;
    printed.iter().all(|other| day(other) == day(first)).then(|| first.clone())
}

fn may_be(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.chars().count() <= LONGEST
        && line.contains(|c: char| c.is_ascii_digit())
        && !CHANGES.iter().any(|change| lower.contains(change))
}

fn moment(line: &str, language: Language) -> Option<String> {
    let facts = facts::find(line, language, Context::default());
    let found: Vec<(&Moment, usize)> = facts
        .iter()
        .filter_map(|fact| match &fact.value {
            Value::Moment(moment) => Some((moment, fact.range.len())),
            _ => None,
        })
        .collect();
    let taken: usize = found.iter().map(|(_, length)| length).sum();
    let (day, time) = match found.as_slice() {
        [(both, _)] => (*both, *both),
        [(day, _), (time, _)] if time.date().is_none() => (*day, *time),
        _ => return None,
    };
    let is_whole = day.date().is_some() && day.until.is_none() && time.time.is_some();
    if !is_whole || line.len() - taken > BESIDE {
        return None;
    }
    published::iso(&Moment { time: time.time, offset: time.offset, weekday: None, ..*day }.normal())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_date_and_time_is_read_and_no_other() {
        let id = Language::INDONESIAN;
        let cases = [
            ("Selasa, 23 Februari 2016 | 16:52 WIB", Some("2016-02-23T16:52:00+07:00")),
            ("Kompas.com - 11/08/2024, 19:20 WIB", Some("2024-08-11T19:20:00+07:00")),
            ("Senin, 15 Februari 2016, 16:15 WIB", Some("2016-02-15T16:15:00+07:00")),
            ("Minggu, 11 Agu 2024 19:20 WIB", Some("2024-08-11T19:20:00+07:00")),
            ("Senin, 15 Februari 2016", None),
            ("16:15 WIB", None),
            ("Diperbarui 15 Februari 2016, 16:15 WIB", None),
            ("Gempa terjadi pada Senin, 15 Februari 2016, pukul 16:15 WIB di laut", None),
            ("15 Februari 2016 - 17 Februari 2016, 10:00 WIB", None),
        ];
        for (line, expected) in cases {
            assert_eq!(date([line].into_iter(), || id).as_deref(), expected, "{line}");
        }
        let english = date(["20 February 2022, 10:05 GMT"].into_iter(), || Language::ENGLISH);
        assert_eq!(english.as_deref(), Some("2022-02-20T10:05:00Z"));
    }

    #[test]
    fn lines_that_name_two_days_give_none() {
        let of = |lines: &[&str]| date(lines.iter().copied(), || Language::INDONESIAN);
        let (monday, tuesday) = ("Senin, 15 Februari 2016, 16:15 WIB", "Selasa, 16 Februari 2016, 08:00 WIB");
        assert!(of(&["Jembatan ditutup", monday, "Air naik.", monday]).is_some());
        assert_eq!(of(&[monday, "Air naik.", tuesday]), None);
    }
}
