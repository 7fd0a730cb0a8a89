//! The one line of reason: what two values are about, in the sources' own words, and the line in English.
use std::ops::Range;

use super::roles::kin;
use super::stand::{Stand, around};
use crate::facts::{Dimension, Fact, Fate, Value, content_words};
use crate::model::{Doubt, Reading, Reason, ReasonCode, Thing, Verdict};
use crate::segment;

/// Words on each side of a value that may say what it is about.
const WINDOW: usize = 8;
/// Characters on each side in which they are looked for.
const REACH: usize = 200;
/// Words that are shown of them.
const SHOWN: usize = 5;
/// Of these words the first shared one must be among so many nearest.
const NEAR: usize = 4;
/// Dimensions that say by themselves what is measured.
const SPEAKS: [Dimension; 4] = [Dimension::Magnitude, Dimension::Latitude, Dimension::Longitude, Dimension::Score];
/// Values that one line names.
const NAMED: usize = 4;
/// Characters of a value in the line.
const LONG: usize = 60;

/// A reason that needs nothing beside its code.
pub(super) fn plain(code: ReasonCode) -> Reason {
    Reason { code, thing: None, about: None, doubt: None }
}

/// What a value measures, counts or dates.
pub(super) fn thing(value: &Value) -> Option<Thing> {
    Some(match value {
        Value::Quantity(quantity) => match (&quantity.dimension, quantity.fate) {
            (_, Some(Fate::Dead)) => Thing::Dead,
            (_, Some(Fate::Hurt)) => Thing::Hurt,
            (_, Some(Fate::Missing)) => Thing::Missing,
            (_, Some(Fate::Displaced)) => Thing::Displaced,
            (Dimension::Count, _) => Thing::Count,
            (Dimension::Money(_), _) => Thing::Money,
            (Dimension::Percent | Dimension::Points, _) => Thing::Share,
            (Dimension::Seconds | Dimension::Months, _) => Thing::Duration,
            (Dimension::Age, _) => Thing::Age,
            (Dimension::Length, _) => Thing::Length,
            (Dimension::Area, _) => Thing::Area,
            (Dimension::Mass, _) => Thing::Weight,
            (Dimension::Volume, _) => Thing::Volume,
            (Dimension::Temperature, _) => Thing::Temperature,
            (Dimension::Speed, _) => Thing::Speed,
            (Dimension::Magnitude, _) => Thing::Magnitude,
            (Dimension::Latitude, _) => Thing::Latitude,
            (Dimension::Longitude, _) => Thing::Longitude,
            (Dimension::Score, _) => Thing::Score,
            (Dimension::Ordinal, _) => Thing::Rank,
        },
        Value::Moment(moment) if moment.date().is_none() && moment.time.is_some() => Thing::Time,
        Value::Moment(_) => Thing::Date,
        Value::Name(_) | Value::Quote(_) => return None,
    })
}

/// The words by which two values are known to tell of one thing, as they stand in the first statement: after the value
/// ("southwest of Garut") or before it ("kedalaman"). None when no word near them is shared, or none is needed.
pub(super) fn about((a, left): (&Stand<'_>, &Fact), (b, right): (&Stand<'_>, &Fact)) -> Option<String> {
    let plain = match &left.value {
        Value::Quantity(q) => q.fate.is_some() || SPEAKS.contains(&q.dimension),
        _ => false,
    };
    if plain || a.language != b.language {
        return None;
    }
    let after = run(a, &beside(a.text, left.range.end, false), &content(b, &beside(b.text, right.range.end, false)));
    let before = run(a, &beside(a.text, left.range.start, true), &content(b, &beside(b.text, right.range.start, true)));
    let best = [after, before].into_iter().flatten().rev().max_by_key(|(shared, _)| *shared)?;
    a.text.get(best.1).map(str::to_owned)
}

/// The words of the clause beside byte `at`, nearest first.
fn beside(text: &str, at: usize, backwards: bool) -> Vec<Range<usize>> {
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '!' | '?' | '"' | '“' | '”' | '(' | ')' | '–' | '—');
    let Range { start: first, end: last } = around(text, at..at, REACH);
    let (from, to) = if backwards {
        let near = text.get(first..at).unwrap_or_default();
        (first + near.char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(i, c)| i + c.len_utf8()), at)
    } else {
        let near = text.get(at..last).unwrap_or_default();
        (at, near.find(ends).map_or(last, |i| at + i))
    };
    let clause = text.get(from..to).unwrap_or_default();
    let mut words: Vec<Range<usize>> =
        segment::words(clause).into_iter().map(|word| from + word.start..from + word.end).collect();
    if backwards {
        words.reverse();
    }
    words.truncate(WINDOW);
    words
}

fn content(stand: &Stand<'_>, words: &[Range<usize>]) -> Vec<String> {
    words.iter().flat_map(|word| content_of(stand, word)).collect()
}

fn content_of(stand: &Stand<'_>, word: &Range<usize>) -> Vec<String> {
    content_words(stand.text.get(word.clone()).unwrap_or_default(), stand.language)
}

/// The stretch from the first to the last shared content word beside a value, small words between them included, and
/// how many are shared. `words` are nearest first.
fn run(stand: &Stand<'_>, words: &[Range<usize>], theirs: &[String]) -> Option<(usize, Range<usize>)> {
    let shared = |word: &Range<usize>| -> Option<bool> {
        let own = content_of(stand, word);
        (!own.is_empty()).then(|| own.iter().any(|v| theirs.iter().any(|w| kin(v, w))))
    };
    let first = words.iter().take(NEAR).position(|word| shared(word) == Some(true))?;
    let near = words.get(first)?;
    let (mut last, mut count) = (near, 0);
    for word in words.iter().skip(first).take(SHOWN) {
        match shared(word) {
            Some(true) => (last, count) = (word, count + 1),
            Some(false) => break,
            None => {}
        }
    }
    Some((count, near.start.min(last.start)..near.end.max(last.end)))
}

/// The line in English: "136 km and 140 km: same quantity, distance or length, “southwest of Garut”".
pub fn sentence(why: &Reason, verdict: Verdict, readings: &[Reading]) -> String {
    let mut line = format!("{}: {}", values(readings), claim(why.code, verdict));
    if let Some(thing) = why.thing {
        line += ", ";
        line += name(thing);
    }
    if let Some(about) = &why.about {
        line += &format!(", “{about}”");
    }
    if let Some(doubt) = why.doubt {
        line += match doubt {
            Doubt::LooseMatch => "; the sentences match loosely",
            Doubt::RoughValue => "; one value is rough",
            Doubt::Unread => "; the words beside them are in a language that is not read",
            Doubt::OtherDays => "; the sentences may speak of different days",
            Doubt::Running => "; the match may still have been played",
            Doubt::Wording => "; only the words around it tell what is meant",
        };
    }
    line
}

/// What the sources say, each value once: "136 km and 140 km".
fn values(readings: &[Reading]) -> String {
    let mut shown: Vec<String> = Vec::new();
    for reading in readings {
        let value = short(&reading.shown);
        if !shown.contains(&value) {
            shown.push(value);
        }
    }
    let more = shown.len().saturating_sub(NAMED);
    shown.truncate(NAMED);
    if more > 0 {
        return format!("{} and {more} more", shown.join(", "));
    }
    match shown.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

fn claim(code: ReasonCode, verdict: Verdict) -> &'static str {
    match code {
        ReasonCode::SameQuantity => "same quantity",
        ReasonCode::SameMoment => "the same thing is dated",
        ReasonCode::DateSlip => "a weekday and a date that do not go together",
        ReasonCode::LaterArticle => "the later article gives another value",
        ReasonCode::MoreExact => "one is more exact",
        ReasonCode::SameValue => "the same value, written in another way",
        ReasonCode::SameRole => "the same statement with another name",
        ReasonCode::Spelling => "one name in two spellings",
        ReasonCode::QuoteWords => "one quotation with other words",
        ReasonCode::QuotePart => "one quotation, of which one source gives a part",
        ReasonCode::QuoteSigns => "one quotation with other signs",
        ReasonCode::TwoSpeakers => "one quotation, said by two people",
        ReasonCode::Reserve => "told with reserve by one, as a fact by the other",
        ReasonCode::Negated if verdict == Verdict::Conflict => "the same statement, negated by one",
        ReasonCode::Negated => "negated by one, not by the other",
    }
}

fn name(thing: Thing) -> &'static str {
    match thing {
        Thing::Dead => "people killed",
        Thing::Hurt => "people injured",
        Thing::Missing => "people missing",
        Thing::Displaced => "people displaced",
        Thing::Count => "number",
        Thing::Money => "amount of money",
        Thing::Share => "share",
        Thing::Duration => "length of time",
        Thing::Age => "age",
        Thing::Length => "distance or length",
        Thing::Area => "area",
        Thing::Weight => "weight",
        Thing::Volume => "volume",
        Thing::Temperature => "temperature",
        Thing::Speed => "speed",
        Thing::Magnitude => "magnitude",
        Thing::Latitude => "latitude",
        Thing::Longitude => "longitude",
        Thing::Score => "score",
        Thing::Rank => "place in a row",
        Thing::Date => "date",
        Thing::Time => "time",
    }
}
