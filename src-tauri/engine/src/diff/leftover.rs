//! Figures and dates that are left over when all that agree have found each other: no word beside them says that they tell
//! of one thing, but what stands around them does.
use super::Grade;
use super::frame::Frame;
use super::roles::{Role, alike, beside, measure, own_day, role, within};
use super::stand::{Stand, numbers};
use super::values::{Free, Judged, Said, differ, one_dimension, other_bound, other_weekdays, score, verdict};
use crate::facts::{Agreement, Dimension, Fact, Moment, Value, agree, days};
use crate::model::{Doubt, MentionKind, ReasonCode, Verdict};

/// Share of the shorter statement's words that must stand in the other in the same order for values in one place: to look,
/// and for a conflict.
const LIKE: f32 = 0.7;
const ALIKE: f32 = 0.9;

/// Values that stand in each other's place in two statements of one language told in the same words, and are all that
/// differs of the facts in them.
pub(super) fn in_place<'f>(
    a: &Stand<'_>,
    b: &Stand<'_>,
    free: &mut Free,
    grade: Grade,
    frame: &dyn Fn() -> Option<&'f Frame>,
) -> Vec<Judged> {
    let differing = |x: usize, y: usize| {
        let (left, right) = (a.facts.get(x)?, b.facts.get(y)?);
        let apart = differ(left, right) || other_bound(left, right);
        // A score has a place in a sentence whatever minute it is of.
        (one_dimension(left, right) && apart && !score(left)).then_some((left, right))
    };
    let possible = free.0.iter().any(|&x| free.1.iter().any(|&y| differing(x, y).is_some()));
    let Some(frame) = possible.then(frame).flatten().filter(|frame| frame.like() >= LIKE) else { return Vec::new() };
    let mut out = Vec::new();
    for (x, y, _) in frame.exchanged() {
        let Some((left, right)) = differing(x, y).filter(|_| free.0.contains(&x) && free.1.contains(&y)) else {
            continue;
        };
        if !frame.only(x, y) {
            continue;
        }
        free.0.retain(|n| *n != x);
        free.1.retain(|n| *n != y);
        let role = role((a, left), (b, right));
        let said = match verdict((a, left), (b, right), role.max(Role::Same(2)), grade) {
            Some((Verdict::Conflict, code, None)) if frame.like() < ALIKE && role < Role::Same(0) => {
                Some((Verdict::Check, code, Some(Doubt::Wording)))
            }
            said => said,
        };
        out.push((x, y, said));
    }
    out
}

/// Values left over, one on each side: when another one of that unit is the same in both statements and a word beside them is
/// shared ("113 km, on average 32 km"), or when all other figures of a statement are.
pub(super) fn odd_ones(a: &Stand<'_>, b: &Stand<'_>, free: &Free, out: &[Judged], grade: Grade) -> Vec<(usize, usize)> {
    let one_language = a.language == b.language;
    let mut found = Vec::new();
    for &x in &free.0 {
        for &y in &free.1 {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            let of_unit = |n: usize| a.facts.get(n).is_some_and(|f| one_dimension(f, left));
            let equal = out.iter().any(|&(n, _, said)| is_same(said) && of_unit(n));
            let odd = one_dimension(left, right) && only_one(a, &free.0, right) && only_one(b, &free.1, left);
            let near = equal && beside(left, right) && one_language;
            let told = || (one_language || grade == Grade::Certain) && all_else((a, x, left), (b, y, right), out);
            if odd && differ(left, right) && (near || told()) {
                found.push((x, y));
            }
        }
    }
    found
}

/// Two values are read as the same.
fn is_same(said: Said) -> bool {
    said.is_none_or(|(verdict, ..)| verdict == Verdict::Equivalent)
}

/// Only one value that is left over in a statement may be read for `other`: the rest is of another size.
fn only_one(s: &Stand<'_>, left: &[usize], other: &Fact) -> bool {
    /// A share of a price ("down 7,000") is no rival of the price.
    const SIZE: f64 = 4.0;
    let rival = |fact: &Fact| match (&fact.value, &other.value) {
        (Value::Quantity(x), Value::Quantity(y)) => within(x, y, SIZE),
        _ => true,
    };
    one_of(s, left, |fact| one_dimension(fact, other) && rival(fact))
}

/// Only one of the facts that are left over is of this sort.
fn one_of(s: &Stand<'_>, left: &[usize], is: impl Fn(&Fact) -> bool) -> bool {
    left.iter().filter(|n| s.facts.get(**n).is_some_and(&is)).count() == 1
}

/// Every other figure and date of one of the two statements is the same in the other one, two at least, so that two figures
/// of one size that no word sets apart are told of one thing.
fn all_else(
    (a, x, left): (&Stand<'_>, usize, &Fact),
    (b, y, right): (&Stand<'_>, usize, &Fact),
    out: &[Judged],
) -> bool {
    let (Value::Quantity(v), Value::Quantity(w)) = (&left.value, &right.value) else { return false };
    let shared =
        |of: fn(&Judged) -> usize| out.iter().filter(|judged| is_same(judged.2)).map(of).collect::<Vec<usize>>();
    let all = |s: &Stand<'_>, own: usize, shared: &[usize]| {
        let value = |fact: &Fact| matches!(fact.kind, MentionKind::Figure | MentionKind::Date);
        let mut others = (0..).zip(s.facts).filter(|(n, fact)| *n != own && value(fact)).map(|(n, _)| n);
        shared.len() >= 2 && others.all(|n| shared.contains(&n))
    };
    let told = all(a, x, &shared(|judged| judged.0)) || all(b, y, &shared(|judged| judged.1));
    told && alike(v, w) && role((a, left), (b, right)) != Role::Other
}

/// Across languages: figures or dates left over, one of a kind on each side, in statements that are as good as translations
/// of each other. What is written in words ("one", "a", "dua") or lies powers of ten apart is left alone: words and
/// notation differ between languages more than facts do.
pub(super) fn abroad(a: &Stand<'_>, b: &Stand<'_>, free: &Free, grade: Grade) -> Vec<Judged> {
    if a.language == b.language || grade < Grade::Certain {
        return Vec::new();
    }
    let mut out = Vec::new();
    for &x in &free.0 {
        for &y in &free.1 {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            let lone = may_count_one(left, right)
                && one_of(a, &free.0, |fact| may_count_one(fact, left))
                && one_of(b, &free.1, |fact| may_count_one(fact, right));
            let plain = unread(a, left, b) && unread(b, right, a) && one_notation(left, right);
            if lone && plain && (differ(left, right) || other_bound(left, right)) && !known(a, right) && !known(b, left)
            {
                out.push((x, y, verdict((a, left), (b, right), Role::Same(2), grade)));
            }
        }
    }
    out
}

/// The one day that each statement gives beside those they share, a few days apart: nothing near it says that it is the
/// day of one thing, but the statements match closely, so that it is worth a look.
pub(super) fn next_days(a: &Stand<'_>, b: &Stand<'_>, free: &Free, grade: Grade) -> Option<Judged> {
    /// Further apart they are two things.
    const DAYS: i32 = 3;
    let given = |fact: &Fact| match &fact.value {
        Value::Moment(m) if m.until.is_none() && !m.by_weekday && !m.loose => m.date(),
        _ => None,
    };
    let one = |s: &Stand<'_>, left: &[usize]| {
        let mut days = left.iter().copied().filter(|&n| s.facts.get(n).is_some_and(|fact| given(fact).is_some()));
        days.next().filter(|_| days.next().is_none())
    };
    let (x, y) = (one(a, &free.0)?, one(b, &free.1)?);
    let (left, right) = (a.facts.get(x)?, b.facts.get(y)?);
    let apart = days(given(left)?, given(right)?).abs();
    // Two weekdays with their dates are the days on which two outlets heard it.
    let fits = a.language == b.language && grade >= Grade::Sure && (1..=DAYS).contains(&apart);
    let alone = own_day(a, left, b) && own_day(b, right, a);
    (fits && alone && !other_weekdays(left, right) && !known(a, right) && !known(b, left)).then_some((
        x,
        y,
        Some((Verdict::Check, ReasonCode::SameMoment, Some(Doubt::Wording))),
    ))
}

/// One sum or measure on each side, the same number in two units ("2.5 billion euros", "$2.5 billion"; "120 km/h",
/// "120 mph"): nobody means both.
pub(super) fn other_unit(a: &Stand<'_>, b: &Stand<'_>, free: &Free, grade: Grade) -> Option<Judged> {
    let money = |fact: &Fact| matches!(&fact.value, Value::Quantity(q) if matches!(q.dimension, Dimension::Money(_)));
    let number = |s: &Stand<'_>, fact: &Fact| {
        numbers(s.text.get(fact.range.clone()).unwrap_or_default()).next().map(str::to_owned)
    };
    let mistaken = |left: &Fact, right: &Fact| {
        let one_kind = money(left) && money(right) || measure(left) && one_dimension(left, right);
        one_kind && differ(left, right) && number(a, left).is_some() && number(a, left) == number(b, right)
    };
    let fact = |x: usize, y: usize| Some((a.facts.get(x)?, b.facts.get(y)?));
    let possible = free.0.iter().flat_map(|&x| free.1.iter().map(move |&y| (x, y)));
    let mut found = possible.filter(|&(x, y)| fact(x, y).is_some_and(|(left, right)| mistaken(left, right)));
    let (x, y) = found.next().filter(|_| found.next().is_none() && grade >= Grade::Close)?;
    let (left, right) = fact(x, y)?;
    (!known(a, right) && !known(b, left)).then_some((
        x,
        y,
        Some((Verdict::Check, ReasonCode::SameQuantity, Some(Doubt::Wording))),
    ))
}

/// Figures of one unit, or two dates; what became of people may be told by a word that is known in one language only.
fn may_count_one(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => {
            x.dimension == y.dimension && (x.fate == y.fate || x.fate.is_none() || y.fate.is_none())
        }
        (Value::Moment(_), Value::Moment(_)) => true,
        _ => false,
    }
}

/// It is written in digits, and these digits do not stand in the other statement, where they may have been read as
/// something else ("her husband, 85,").
fn unread(own: &Stand<'_>, fact: &Fact, other: &Stand<'_>) -> bool {
    let shown = own.text.get(fact.range.clone()).unwrap_or_default();
    let plain = |text: &str| text.replace(',', ".");
    let mut digits = numbers(shown);
    let there = plain(other.text);
    digits.clone().next().is_some() && digits.all(|part| !there.contains(&plain(part)))
}

/// Neither is the other with its point or its scale misread; dates are as exact as each other and more than a weekday.
fn one_notation(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => {
            let power = (x.low / y.low).abs().log10();
            let scaled = power.abs() > 0.5 && (power - power.round()).abs() < 1e-6;
            x.dimension != Dimension::Ordinal && x.bound == y.bound && power.is_finite() && !scaled
        }
        (Value::Moment(x), Value::Moment(y)) => {
            let level = |m: &Moment| (m.year.is_some(), m.month.is_some(), m.day.is_some(), m.time.is_some());
            level(x) == level(y) && x.until.is_some() == y.until.is_some() && !x.by_weekday && !y.by_weekday
        }
        _ => false,
    }
}

/// The article states the value, of whatever it is.
fn known(s: &Stand<'_>, fact: &Fact) -> bool {
    let same = |own: &Fact| agree(&own.value, &fact.value) == Agreement::Equal;
    s.article_facts.iter().flat_map(|facts| facts.iter()).any(same)
}
