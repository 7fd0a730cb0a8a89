//! Whether two values tell of the same thing: by their unit where it says so itself (a magnitude, a latitude), by what
//! is counted, by what became of the people counted, and by the words that govern them ("kedalaman 10 km").
use std::ops::Range;

use super::ages::ages;
use super::stand::{Stand, around};
use crate::facts::{Agreement, Dimension, Fact, Moment, Quantity, Value, agree, content_words};
use crate::model::MentionKind;
use crate::segment;

/// Words on each side of a date that are asked what it dates.
const WINDOW: usize = 4;
/// Words of a score that is not the final one.
const HALVES: [&str; 9] = ["ht", "half", "halftime", "babak", "jeda", "intervalo", "sementara", "minute", "menit"];
/// Capitalised words of a statement that are looked at.
const MOST: usize = 40;
/// Characters on each side of a date in which they are looked for.
const REACH: usize = 200;
/// So many of them must be shared.
const NEAR: u32 = 2;

/// How sure it is that two values play one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// They tell of different things.
    Other,
    /// Nothing speaks for or against it.
    Unknown,
    /// Something speaks for it.
    Likely,
    /// The same; more is surer.
    Same(u32),
}

impl Role {
    /// For ranking.
    pub(super) fn weight(self) -> u32 {
        match self {
            Role::Other => 0,
            Role::Unknown => 1,
            Role::Likely => 2,
            Role::Same(n) => 3 + n,
        }
    }
}

/// The role that `a` and `b` share.
pub(super) fn role((a, left): (&Stand<'_>, &Fact), (b, right): (&Stand<'_>, &Fact)) -> Role {
    match (&left.value, &right.value) {
        (Value::Quantity(x), Value::Quantity(y)) if x.dimension != y.dimension => Role::Other,
        (Value::Quantity(x), Value::Quantity(_)) if x.dimension == Dimension::Age => ages((a, left), (b, right)),
        (Value::Quantity(x), Value::Quantity(y)) => quantities(a, x, b, y),
        (Value::Moment(x), Value::Moment(y)) => moments((a, left), x, (b, right), y),
        _ => Role::Other,
    }
}

/// A figure with a unit that is no share.
pub(super) fn measure(fact: &Fact) -> bool {
    let counts =
        |d: &Dimension| matches!(d, Dimension::Count | Dimension::Ordinal | Dimension::Score | Dimension::Percent);
    matches!(&fact.value, Value::Quantity(q) if !counts(&q.dimension) && q.fate.is_none())
}

/// Two measures with a word in common beside them.
pub(super) fn beside(a: &Fact, b: &Fact) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&a.value, &b.value) else { return false };
    measure(a) && measure(b) && overlap(x, y) > 0
}

fn quantities(a: &Stand<'_>, x: &Quantity, b: &Stand<'_>, y: &Quantity) -> Role {
    let shared = overlap(x, y);
    if one_digit(x.low, y.low) {
        return Role::Same(3);
    }
    match x.dimension {
        Dimension::Magnitude | Dimension::Latitude | Dimension::Longitude => Role::Same(shared),
        Dimension::Count => counted(a, x, b, y, shared),
        Dimension::Ordinal => Role::Unknown,
        Dimension::Score => played(a, x, b, y),
        _ if a.language != b.language => abroad(a, x, b),
        _ => match governed(x, y, shared) {
            Role::Likely | Role::Unknown
                if shared >= 2 && !other_object(x, y) && alone(a, x) && alone(b, y) && alike(x, y) =>
            {
                Role::Same(0)
            }
            role => role,
        },
    }
}

/// Long figures that differ in one digit, or in two that changed places: no two things are counted so alike.
fn one_digit(x: f64, y: f64) -> bool {
    /// Fewer digits meet by chance.
    const LONG: u64 = 10_000;
    let thousandths = |v: f64| (v.abs() * 1000.0).round() as u64;
    let long = |v: u64| {
        let mut significant = v;
        while significant >= LONG && significant.is_multiple_of(10) {
            significant /= 10;
        }
        significant >= LONG
    };
    let (v, w) = (thousandths(x), thousandths(y));
    if !long(v) || !long(w) {
        return false;
    }
    let (v, w) = (v.to_string().into_bytes(), w.to_string().into_bytes());
    let differing: Vec<usize> = (0..v.len()).filter(|n| v.get(*n) != w.get(*n)).collect();
    let changed_places = |p: usize, q: usize| q == p + 1 && v.get(p) == w.get(q) && v.get(q) == w.get(p);
    v.len() == w.len()
        && match differing[..] {
            [_] => true,
            [p, q] => changed_places(p, q),
            _ => false,
        }
}

/// Scores, one in each statement: of one match when both statements name both sides.
fn played(a: &Stand<'_>, x: &Quantity, b: &Stand<'_>, y: &Quantity) -> Role {
    let names = |s: &Stand<'_>| -> Vec<String> {
        let words = segment::words(s.text).into_iter();
        let dated =
            |r: &Range<usize>| s.facts.iter().any(|f| f.kind == MentionKind::Date && f.range.contains(&r.start));
        let named = words.filter(|r| !dated(r)).filter_map(|r| s.text.get(r));
        let named = named.filter(|word| word.starts_with(char::is_uppercase));
        named.take(MOST).flat_map(|word| content_words(word, s.language)).collect()
    };
    let theirs = names(b);
    let mut shared: Vec<String> = names(a).into_iter().filter(|v| theirs.contains(v)).collect();
    shared.sort_unstable();
    shared.dedup();
    let halves = |s: &Stand<'_>| {
        let words = segment::words(s.text).into_iter();
        words.filter_map(|r| s.text.get(r)).any(|word| HALVES.contains(&word.to_lowercase().as_str()))
    };
    if halves(a) || halves(b) {
        return Role::Unknown;
    }
    if shared.len() >= 2 && alone(a, x) && alone(b, y) { Role::Same(0) } else { Role::Unknown }
}

/// Counts: of people by their fate, of anything else by the noun and one word more.
fn counted(a: &Stand<'_>, x: &Quantity, b: &Stand<'_>, y: &Quantity, shared: u32) -> Role {
    match (x.fate, y.fate) {
        (Some(f), Some(g)) if f == g => return Role::Same(shared + 1),
        (Some(_), Some(_)) => return Role::Other,
        (None, None) => {}
        _ => return Role::Unknown,
    }
    if a.language != b.language {
        return Role::Unknown;
    }
    let noun = x.after.first().zip(y.after.first()).is_some_and(|(v, w)| kin(v, w));
    match (noun, shared) {
        // "Keluarga Penerima Manfaat" are three words of one noun: a part and its whole share them too.
        (true, 3..) if alike(x, y) || led(x, y) => Role::Same(shared),
        (true, _) => Role::Likely,
        (false, 3..) => Role::Likely,
        (false, _) if x.after.is_empty() || y.after.is_empty() => Role::Unknown,
        _ => Role::Other,
    }
}

/// Measures: the word right before or right after must be shared, and the two must not be governed by different words.
fn governed(x: &Quantity, y: &Quantity, shared: u32) -> Role {
    let first = |v: &[String], w: &[String]| v.first().zip(w.first()).map(|(v, w)| kin(v, w));
    // "a two-year extension of tax cuts", "a 13-month extension of unemployment insurance".
    let after = |q: &Quantity| q.after.get(1..).unwrap_or_default().to_vec();
    let other_of = first(&after(x), &after(y)) == Some(false);
    match (first(&x.before, &y.before), first(&x.after, &y.after)) {
        (Some(true), Some(true)) => Role::Same(shared + 2),
        (Some(true), None) | (None, Some(true)) => Role::Same(shared + 1),
        (Some(false), Some(true)) if other_of => Role::Other,
        (Some(true), Some(false)) | (Some(false), Some(true)) if shared >= 3 => Role::Same(shared),
        (Some(true), _) | (_, Some(true)) => Role::Likely,
        _ if shared >= 2 => Role::Likely,
        (None, None) => Role::Unknown,
        _ if shared == 1 => Role::Unknown,
        _ => Role::Other,
    }
}

/// Across languages words do not meet: one value of the dimension on each side is taken for the same one.
fn abroad(a: &Stand<'_>, x: &Quantity, b: &Stand<'_>) -> Role {
    if alone(a, x) && alone(b, x) { Role::Same(0) } else { Role::Unknown }
}

/// The same is measured of two things ("a two-year extension of tax cuts", "a 13-month extension of benefits").
fn other_object(x: &Quantity, y: &Quantity) -> bool {
    let same = |n: usize| x.after.get(n).zip(y.after.get(n)).map(|(v, w)| kin(v, w));
    let led = x.before.first().zip(y.before.first()).is_some_and(|(v, w)| kin(v, w));
    !led && same(0) == Some(true) && same(1) == Some(false)
}

/// A word before them is the same.
fn led(x: &Quantity, y: &Quantity) -> bool {
    x.before.iter().any(|v| y.before.iter().any(|w| kin(v, w)))
}

/// Neither is twice the other: a part and its whole seldom lie closer.
pub(super) fn alike(x: &Quantity, y: &Quantity) -> bool {
    within(x, y, 2.0)
}

/// The larger one is less than so many times the smaller.
pub(super) fn within(x: &Quantity, y: &Quantity, times: f64) -> bool {
    let (small, large) = (x.low.abs().min(y.low.abs()), x.low.abs().max(y.low.abs()));
    large < times * small
}

/// No other value of this dimension stands in the statement; "81 tahun" may be an age as well as a time.
fn alone(s: &Stand<'_>, x: &Quantity) -> bool {
    let years = |d: &Dimension| matches!(d, Dimension::Age | Dimension::Months);
    let alike = |d: &Dimension| *d == x.dimension || (years(d) && years(&x.dimension));
    let same = |f: &&Fact| matches!(&f.value, Value::Quantity(q) if alike(&q.dimension));
    s.facts.iter().filter(same).count() == 1
}

/// Dates and times: both as exact, alone in their statements, and near a word that both share.
fn moments((a, left): (&Stand<'_>, &Fact), x: &Moment, (b, right): (&Stand<'_>, &Fact), y: &Moment) -> Role {
    let dated = |s: &Stand<'_>| s.facts.iter().filter(|f| matches!(f.value, Value::Moment(_))).count();
    // Years also stand in the names of laws, so that only a lone one is sure to date the statement.
    let alone = dated(a) == 1 && dated(b) == 1 || own_day(a, left, b) && own_day(b, right, a);
    let level = |m: &Moment| (m.year.is_some(), m.month.is_some(), m.day.is_some(), m.time.is_some());
    if x.slips_against(y) {
        return Role::Same(9);
    }
    let weekdays = x.weekday.zip(y.weekday).is_some_and(|(v, w)| v != w);
    if weekdays && a.language == b.language && !one_act((a, left), (b, right)) {
        return Role::Unknown;
    }
    // Two stretches that end alike far from each other are seldom of two things: "from 1967 to 1979".
    let spans = x.until.is_some() && y.until.is_some();
    let (near_a, near_b) = (near(a, left), near(b, right));
    let shared = near_a.iter().filter(|v| near_b.iter().any(|w| kin(v, w))).count() as u32;
    match (alone, level(x) == level(y)) {
        (true, true) if shared >= if a.language == b.language && !spans { NEAR } else { 1 } => Role::Same(shared),
        // A year and a day in it are seldom told of one thing.
        (true, _) if (x.month.is_some() || x.time.is_some()) && (y.month.is_some() || y.time.is_some()) => Role::Likely,
        _ => Role::Unknown,
    }
}

/// `fact` is the only day that `a` gives and `b` does not give too.
pub(super) fn own_day(a: &Stand<'_>, fact: &Fact, b: &Stand<'_>) -> bool {
    fn days<'s>(s: &'s Stand<'_>) -> impl Iterator<Item = &'s Fact> {
        let day = |fact: &&Fact| matches!(&fact.value, Value::Moment(moment) if moment.day.is_some());
        s.facts.iter().filter(day).take(MOST)
    }
    let given = |own: &Fact| days(b).any(|other| agree(&own.value, &other.value) == Agreement::Equal);
    let mut own = days(a).filter(|day| !given(day));
    own.next().is_some_and(|day| day.range == fact.range) && own.next().is_none()
}

/// The content words on both sides of a date.
fn near(stand: &Stand<'_>, fact: &Fact) -> Vec<String> {
    let (before, after) = sides(stand, fact);
    before.into_iter().chain(after).collect()
}

/// The content words before a date or name and those after it, nearest first.
pub(super) fn sides(stand: &Stand<'_>, fact: &Fact) -> (Vec<String>, Vec<String>) {
    let text = stand.text;
    let words = |range: Range<usize>| content_words(text.get(range).unwrap_or_default(), stand.language);
    let Range { start: from, end: to } = around(text, fact.range.clone(), REACH);
    let before = words(from..fact.range.start).into_iter().rev().take(WINDOW).collect();
    (before, words(fact.range.end..to).into_iter().take(WINDOW).collect())
}

/// The words nearest to two weekdays are the same, and no name: "apologised on Friday", "on Saturday he apologised".
fn one_act(a: (&Stand<'_>, &Fact), b: (&Stand<'_>, &Fact)) -> bool {
    let nearest = |(stand, fact): (&Stand<'_>, &Fact)| -> Vec<String> {
        let (before, after) = sides(stand, fact);
        let small = |word: &String| stand.text.contains(word.as_str());
        before.into_iter().take(1).chain(after.into_iter().take(1)).filter(small).collect()
    };
    let theirs = nearest(b);
    nearest(a).iter().any(|v| theirs.iter().any(|w| kin(v, w)))
}

/// How many of the words around two values are the same, before with before and after with after.
fn overlap(x: &Quantity, y: &Quantity) -> u32 {
    let share = |v: &[String], w: &[String]| v.iter().filter(|a| w.iter().any(|b| kin(a, b))).count() as u32;
    share(&x.before, &y.before) + share(&x.after, &y.after)
}

/// Two forms of one word: they begin alike for most of their length.
pub(super) fn kin(a: &str, b: &str) -> bool {
    let long = a.chars().count().max(b.chars().count());
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    common == long || (common >= 4 && common * 10 >= long * 7)
}
