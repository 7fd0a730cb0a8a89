//! Value by value: which readings of one claim cannot both be right.
//!
//! "The numbers differ" is no conflict: on real news that is wrong nine times in ten. Two values conflict only when they
//! are of one dimension, play one role ([`super::roles`]), stand in closely aligned statements, cannot both be right
//! after both are normalised, and neither article also states the other's value in that role. What falls short of that
//! is a `check` at most.
use super::Grade;
use super::explained::explained;
use super::frame::Frame;
use super::leftover;
use super::periods;
use super::reason::{about, thing};
use super::roles::{Role, measure, role};
use super::stand::{Pair, Stand, Told};
use crate::facts::{Agreement, Bound, Dimension, Fact, Moment, Value, agree, days, reads};
use crate::model::{DifferenceKind, Doubt, MentionKind, Reason, ReasonCode, Verdict};

/// More values of one dimension than this in a statement are a list.
const LIST: usize = 4;

/// More figures and dates than this of one statement are not looked at: a table, not a sentence.
const MOST: usize = 64;

/// What is said of two values: nothing when they are read alike.
pub(super) type Said = Option<(Verdict, ReasonCode, Option<Doubt>)>;
/// Two facts of two statements that tell of one thing, with what is said of them.
pub(super) type Judged = (usize, usize, Said);

/// The facts of two statements that have no counterpart yet.
pub(super) type Free = (Vec<usize>, Vec<usize>);

/// The values of two statements that tell of one thing.
pub(super) fn values<'f>(
    a: &Stand<'_>,
    b: &Stand<'_>,
    grade: Grade,
    frame: &dyn Fn() -> Option<&'f Frame>,
) -> Vec<Pair> {
    let pair = |(x, y, said): Judged| {
        let (left, right) = (a.facts.get(x)?, b.facts.get(y)?);
        let kind = if left.kind == MentionKind::Date { DifferenceKind::Date } else { DifferenceKind::Figure };
        let same = if kind == DifferenceKind::Date { ReasonCode::SameMoment } else { ReasonCode::SameQuantity };
        let (code, doubt) = said.map_or((same, None), |(_, code, doubt)| (code, doubt));
        let about = said.and_then(|_| about((a, left), (b, right)));
        let reason = Reason { code, thing: thing(&left.value), about, doubt };
        let verdict = said.map(|(verdict, ..)| verdict);
        Some(Pair { a: Told::fact(0, x, left), b: Told::fact(1, y, right), kind, verdict, reason })
    };
    compare(a, b, grade, frame).into_iter().filter_map(pair).collect()
}

/// Whether two values cannot both be right.
pub(super) fn differ(a: &Fact, b: &Fact) -> bool {
    agree(&a.value, &b.value) == Agreement::Different
}

/// The facts that two statements share, and what is said of those that differ.
fn compare<'f>(a: &Stand<'_>, b: &Stand<'_>, grade: Grade, frame: &dyn Fn() -> Option<&'f Frame>) -> Vec<Judged> {
    let mut free: Free = (measured(a.facts), measured(b.facts));
    let fact = |x: usize, y: usize| Some((a.facts.get(x)?, b.facts.get(y)?));
    let judge = |x: usize, y: usize| {
        let (left, right) = fact(x, y)?;
        verdict((a, left), (b, right), role((a, left), (b, right)), grade)
    };
    let equal = |x: usize, y: usize| {
        let (left, right) = fact(x, y)?;
        let alike = written(a.text, left) == written(b.text, right);
        (!alike).then_some((Verdict::Equivalent, ReasonCode::SameValue, None))
    };
    let allowed = |x: usize, y: usize| {
        let (left, right) = fact(x, y)?;
        if other_bound(left, right) {
            return judge(x, y);
        }
        let looser = left.normal() != right.normal() && looser(left, right);
        looser.then_some((Verdict::MoreSpecific, ReasonCode::MoreExact, None))
    };
    let ranked = matches(a, b, &free, Agreement::Equal);
    let mut out: Vec<Judged> = take(&mut free, ranked).into_iter().map(|(x, y)| (x, y, equal(x, y))).collect();
    let placed = leftover::in_place(a, b, &mut free, grade, frame);
    let ranked = matches(a, b, &free, Agreement::Contains);
    out.extend(take(&mut free, ranked).into_iter().map(|(x, y)| (x, y, allowed(x, y))));
    let ranked = matches(a, b, &free, Agreement::Different);
    let mut differing = take(&mut free, ranked);
    differing.extend(leftover::odd_ones(a, b, &free, &out, grade));
    let mut judged: Vec<Judged> = differing.into_iter().map(|(x, y)| (x, y, judge(x, y))).collect();
    free.0.retain(|x| !judged.iter().any(|(own, ..)| own == x));
    free.1.retain(|y| !judged.iter().any(|(_, own, _)| own == y));
    judged.extend(leftover::abroad(a, b, &free, grade));
    judged.extend(leftover::next_days(a, b, &free, grade));
    judged.extend(leftover::other_unit(a, b, &free, grade));
    let shared: Vec<usize> = out.iter().map(|&(x, ..)| x).collect();
    out.extend(judged.iter().filter_map(|&(x, y, said)| {
        let said = said.filter(|_| !other_instance(a, b, x, &shared, &judged))?;
        if said.2 == Some(Doubt::OtherDays) && other_figures(a, b, &shared) {
            return None;
        }
        Some((x, y, Some(said)))
    }));
    out.extend(placed);
    out
}

/// The statements tell of two instances (another poll, another hour), or list so much that no value has a clear match.
///
/// `x` is the differing fact of `a`; `shared` are the facts of `a` that `b` states too, `judged` those that differ.
fn other_instance(a: &Stand<'_>, b: &Stand<'_>, x: usize, shared: &[usize], judged: &[Judged]) -> bool {
    let Some(fact) = a.facts.get(x) else { return true };
    let alike = |n: usize| a.facts.get(n).is_some_and(|f| one_dimension(f, fact));
    let count = |s: &Stand<'_>| s.facts.iter().filter(|f| one_dimension(f, fact)).count();
    // Another value of this dimension differs only because the other article gives both.
    let explained = judged.iter().any(|&(other, _, said)| said.is_none() && alike(other));
    let none_shared = count(a) > 1 && count(b) > 1 && !shared.iter().any(|&other| alike(other));
    explained || none_shared || count(a) > LIST || count(b) > LIST
}

/// Both statements give figures and share none: what they tell of two days are two things.
fn other_figures(a: &Stand<'_>, b: &Stand<'_>, shared: &[usize]) -> bool {
    let figure = |fact: &Fact| fact.kind == MentionKind::Figure;
    let both = a.facts.iter().any(figure) && b.facts.iter().any(figure);
    both && !shared.iter().any(|n| a.facts.get(*n).is_some_and(figure))
}

/// Both statements are dated and share no date: figures of two days are told.
fn other_days(a: &Stand<'_>, b: &Stand<'_>) -> bool {
    let dates = |s: &Stand<'_>| s.facts.iter().filter(|f| f.kind == MentionKind::Date).cloned().collect::<Vec<Fact>>();
    let (of_a, of_b) = (dates(a), dates(b));
    let shared = |x: &Fact, y: &Fact| matches!(agree(&x.value, &y.value), Agreement::Equal | Agreement::Contains);
    !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|x| of_b.iter().any(|y| shared(x, y)))
}

/// The pairs of `ranked` that can stand together, a fact in one pair only; what they use is free no longer.
fn take(free: &mut Free, ranked: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (x, y) in ranked {
        if free.0.contains(&x) && free.1.contains(&y) {
            free.0.retain(|n| *n != x);
            free.1.retain(|n| *n != y);
            out.push((x, y));
        }
    }
    out
}

/// Pairs of free facts that agree as `wanted` and play one role, the surest first.
fn matches(a: &Stand<'_>, b: &Stand<'_>, free: &Free, wanted: Agreement) -> Vec<(usize, usize)> {
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for &x in &free.0 {
        for &y in &free.1 {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            // Of two languages only what else is shared tells whether two bounds are of one thing: `leftover::abroad`.
            let bounds = wanted == Agreement::Contains && a.language != b.language && other_bound(left, right);
            if bounds || agree(&left.value, &right.value) != wanted {
                continue;
            }
            let role = role((a, left), (b, right));
            let least = match wanted {
                // "113 km of road", "113 km of queue": a measure that is the same needs no like words.
                Agreement::Equal if measure(left) => Role::Other,
                Agreement::Equal => Role::Unknown,
                Agreement::Contains => Role::Likely,
                _ => Role::Same(0),
            };
            if role >= least {
                found.push((role.weight(), x, y));
            }
        }
    }
    found.sort_by_key(|&(weight, x, y)| (std::cmp::Reverse(weight), x, y));
    found.into_iter().map(|(_, x, y)| (x, y)).collect()
}

/// What is said of two values of one role that cannot both be right.
pub(super) fn verdict(
    (a, left): (&Stand<'_>, &Fact),
    (b, right): (&Stand<'_>, &Fact),
    role: Role,
    grade: Grade,
) -> Said {
    let slip = slip(left, right);
    if !slip && (stated(a, right, b) || stated(b, left, a) || explained((a, left), (b, right))) {
        return None;
    }
    if grows(a, b, left, right) {
        return Some((Verdict::Update, ReasonCode::LaterArticle, None));
    }
    let code = match left.kind {
        MentionKind::Date if slip => ReasonCode::DateSlip,
        MentionKind::Date => ReasonCode::SameMoment,
        _ => ReasonCode::SameQuantity,
    };
    // Two guesses need more than a like word or two beside them, and figures of two days seldom differ; so do
    // dates of two sentences that match loosely.
    let rough =
        loose(left, right) || other_bound(left, right) || (a.language != b.language && one_bounded(left, right));
    let figure = left.kind != MentionKind::Date;
    let loosely_dated = !figure && !slip && grade < Grade::Close;
    // What became of people says enough of whom a rough count is, where the statements surely tell of one thing.
    let told = fate(left) && grade >= Grade::Sure;
    if (rough && role < Role::Same(2) && !told)
        || (figure && (other_days(a, b) || periods::apart(a.text, b.text)))
        || loosely_dated
    {
        return None;
    }
    let mut doubts = [
        (grade < Grade::Close).then_some(Doubt::LooseMatch),
        (!slip && (other_weekdays(left, right) || elsewhere(a, left, b, right))).then_some(Doubt::OtherDays),
        rough.then_some(Doubt::RoughValue),
        score(left).then_some(Doubt::Running),
        (!reads(a.language) || !reads(b.language)).then_some(Doubt::Unread),
    ]
    .into_iter()
    .flatten();
    match (doubts.next(), doubts.next()) {
        (None, _) => Some((Verdict::Conflict, code, None)),
        (doubt, None) => Some((Verdict::Check, code, doubt)),
        // Two doubts are too many for a mark.
        _ => None,
    }
}

/// Two clocks or two days that may be one, told in two languages and so perhaps in two parts of the world.
fn elsewhere(a: &Stand<'_>, left: &Fact, b: &Stand<'_>, right: &Fact) -> bool {
    let (Value::Moment(x), Value::Moment(y)) = (&left.value, &right.value) else { return false };
    let next = x.date().zip(y.date()).is_some_and(|(v, w)| days(v, w).abs() == 1);
    let zoned = x.offset.is_some() && y.offset.is_some();
    a.language != b.language && (next || x.time.is_some() && !zoned)
}

/// "More than 15,000" and "more than 45,000" may both be right, and nobody means both.
pub(super) fn other_bound(a: &Fact, b: &Fact) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&a.value, &b.value) else { return false };
    let apart = match x.bound {
        Bound::Exact => false,
        // One range inside the other is only less exact.
        Bound::Range => (x.low < y.low && x.high < y.high) || (x.low > y.low && x.high > y.high),
        _ => (x.low, x.high) != (y.low, y.high),
    };
    x.bound == y.bound && apart
}

/// Each names a weekday of its own: told on two days, or in two time zones, as often as a mistake.
pub(super) fn other_weekdays(a: &Fact, b: &Fact) -> bool {
    let (Value::Moment(x), Value::Moment(y)) = (&a.value, &b.value) else { return false };
    x.weekday.zip(y.weekday).is_some_and(|(v, w)| v != w)
}

/// A guess ("about 160"): no proof of a mistake.
fn loose(a: &Fact, b: &Fact) -> bool {
    let guess = |f: &Fact| matches!(&f.value, Value::Quantity(q) if matches!(q.bound, Bound::About | Bound::Nearly));
    guess(a) || guess(b)
}

/// One is a bound ("up to 30 per cent"), the other is none: across languages it is not sure that they bound one thing.
fn one_bounded(a: &Fact, b: &Fact) -> bool {
    let exact = |f: &Fact| matches!(&f.value, Value::Quantity(q) if q.bound == Bound::Exact);
    exact(a) != exact(b)
}

fn fate(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Quantity(q) if q.fate.is_some())
}

/// The score of a match, which changes while it is played.
pub(super) fn score(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Quantity(q) if q.dimension == Dimension::Score)
}

/// Both name one weekday and one of them gives a date that is not on it: a slip of the pen, whatever else is said.
fn slip(a: &Fact, b: &Fact) -> bool {
    let (Value::Moment(x), Value::Moment(y)) = (&a.value, &b.value) else { return false };
    x.slips_against(y)
}

/// Figures of one unit (of people: of one fate), or two dates.
pub(super) fn one_dimension(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => x.dimension == y.dimension && x.fate == y.fate,
        (Value::Moment(_), Value::Moment(_)) => true,
        _ => false,
    }
}

/// The article of `stand` also gives the value of `fact`, which stands in `other`, in a like role.
fn stated(stand: &Stand<'_>, fact: &Fact, other: &Stand<'_>) -> bool {
    let same = |own: &Fact| {
        let agreement = agree(&own.value, &fact.value);
        // "at least 36" allows 57 and yet does not state it.
        let allows = agreement == Agreement::Contains && close(own, fact) && !other_bound(own, fact);
        let stated = agreement == Agreement::Equal || allows;
        stated && role((stand, own), (other, fact)) >= Role::Likely
    };
    stand.article_facts.iter().flat_map(|facts| facts.iter()).any(same)
}

/// Two figures within a tenth of each other; a moment that gives all that the other one gives ("28 February" does not state
/// "February 2002").
fn close(own: &Fact, other: &Fact) -> bool {
    match (&own.value, &other.value) {
        (Value::Quantity(x), Value::Quantity(y)) => (x.low - y.low).abs() <= 0.1 * x.low.abs().max(y.low.abs()),
        (Value::Moment(x), Value::Moment(y)) => {
            let given = |m: &Moment| [m.year.is_some(), m.month.is_some(), m.day.is_some(), m.time.is_some()];
            given(x).into_iter().zip(given(y)).all(|(own, other)| own || !other)
        }
        _ => true,
    }
}

/// A count of victims that a later report gives otherwise.
fn grows(a: &Stand<'_>, b: &Stand<'_>, left: &Fact, right: &Fact) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&left.value, &right.value) else { return false };
    x.fate.is_some() && x.fate == y.fate && a.published.zip(b.published).is_some_and(|(p, q)| another_time(p, q))
}

/// Two ISO 8601 dates lie apart, as exactly as both are given: a day and an hour of that day do not.
fn another_time(p: &str, q: &str) -> bool {
    const DAY: usize = "2025-06-18".len();
    let exact = p.len() > DAY && q.len() > DAY;
    if exact { p != q } else { p.get(..DAY) != q.get(..DAY) }
}

/// One of them says less: not two figures of the same exactness that lie close.
fn looser(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), _) if x.dimension == Dimension::Score => false,
        (Value::Quantity(x), Value::Quantity(y)) => x.bound != y.bound || x.grain != y.grain || x.low == y.low,
        // "Governor from 1996 to 2007", "as governor in 2002": a moment inside a stretch is no other reading of it.
        (Value::Moment(x), Value::Moment(y)) => x.until.is_some() == y.until.is_some(),
        _ => true,
    }
}

/// The positions of figures and dates.
fn measured(facts: &[Fact]) -> Vec<usize> {
    let kinds = [MentionKind::Figure, MentionKind::Date];
    facts.iter().enumerate().filter(|(_, f)| kinds.contains(&f.kind)).map(|(n, _)| n).take(MOST).collect()
}

/// How a value is written, white space and case aside.
fn written(text: &str, fact: &Fact) -> String {
    let shown = text.get(fact.range.clone()).unwrap_or_default();
    shown.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
