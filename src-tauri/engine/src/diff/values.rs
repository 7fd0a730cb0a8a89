//! Value by value: which readings of one claim cannot both be right.
//!
//! "The numbers differ" is no conflict: on real news that is wrong nine times in ten. Two values conflict only when they
//! are of one dimension, play one role ([`super::roles`]), stand in closely aligned statements, cannot both be right
//! after both are normalised, and neither article also states the other's value in that role. What falls short of that
//! is a `check` at most.
use std::collections::BTreeMap;

use super::roles::{Role, role};
use crate::facts::{Agreement, Bound, Dimension, Fact, Value, agree};
use crate::model::{DifferenceKind, Language, MentionKind, Verdict};

/// A statement inside a claim.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// Position of its article.
    pub article: usize,
    /// Position in its article.
    pub statement: usize,
    /// The words.
    pub text: &'a str,
    /// Language of the article.
    pub language: Language,
    /// Values in it.
    pub facts: &'a [Fact],
    /// ISO 8601 date of the article.
    pub published: Option<&'a str>,
    /// Values of every statement of the article.
    pub article_facts: &'a [&'a [Fact]],
}

/// Readings of one value by several statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What differs.
    pub kind: DifferenceKind,
    /// What is said of it.
    pub verdict: Verdict,
    /// Position in the claim and of the fact in that statement.
    pub readings: Vec<(usize, usize)>,
}

/// From this strength on two statements are aligned closely enough for a conflict.
const CLOSE: f32 = 0.5;
/// From this strength on a difference is worth a look.
const LINKED: f32 = 0.3;

/// More values of one dimension than this in a statement are a list.
const LIST: usize = 4;

/// A reading: the position of a stand and of a fact in it.
type Reading = (usize, usize);
/// Two readings of one thing with what is said of them (`None`: they are read alike).
type Pair = (Reading, Reading, Option<Verdict>);

/// The values of a claim that are not read alike, by importance. `strength` gives the link strength of two stands
/// (0: none).
pub fn differences(claim: &[Stand<'_>], strength: &dyn Fn(usize, usize) -> f32) -> Vec<Finding> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (i, a) in claim.iter().enumerate() {
        for (j, b) in claim.iter().enumerate().skip(i + 1).filter(|(_, b)| b.article != a.article) {
            let linked = strength(i, j);
            if linked >= LINKED {
                pairs.extend(compare(a, b, linked).into_iter().map(|(x, y, v)| ((i, x), (j, y), v)));
            }
        }
    }
    // What is only worth a look never joins readings into a conflict.
    let (soft, firm): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(|(.., v)| *v == Some(Verdict::Check));
    let mut findings = grouped(claim, &firm);
    let told = |new: &Finding| {
        let whole = |old: &Finding| new.readings.iter().all(|reading| old.readings.contains(reading));
        findings.iter().any(whole)
    };
    let rest: Vec<Finding> = grouped(claim, &soft).into_iter().filter(|new| !told(new)).collect();
    findings.extend(rest);
    findings.sort_by(|a, b| (a.verdict, a.kind, &a.readings).cmp(&(b.verdict, b.kind, &b.readings)));
    findings
}

/// A finding for every group of readings that hang together and are not all read alike.
fn grouped(claim: &[Stand<'_>], pairs: &[Pair]) -> Vec<Finding> {
    let finding = |readings: Vec<Reading>| {
        let inside = pairs.iter().filter(|(x, y, _)| readings.contains(x) && readings.contains(y));
        let verdict = inside.filter_map(|(.., verdict)| *verdict).min()?;
        let (stand, fact) = readings.first().copied()?;
        let dated = claim.get(stand)?.facts.get(fact)?.kind == MentionKind::Date;
        let kind = if dated { DifferenceKind::Date } else { DifferenceKind::Figure };
        Some(Finding { kind, verdict, readings })
    };
    groups(pairs).into_iter().filter_map(finding).collect()
}

/// Whether two values cannot both be right.
pub fn differ(a: &Fact, b: &Fact) -> bool {
    agree(&a.value, &b.value) == Agreement::Different
}

/// A pair of facts of two statements that tell of one thing, with what is said of them (`None`: they are read alike).
type Judged = (usize, usize, Option<Verdict>);

/// The facts that two statements share, and what is said of those that differ.
fn compare(a: &Stand<'_>, b: &Stand<'_>, strength: f32) -> Vec<Judged> {
    let mut free = (measured(a.facts), measured(b.facts));
    let mut out: Vec<Judged> = Vec::new();
    for wanted in [Agreement::Equal, Agreement::Contains] {
        let ranked = matches(a, b, &free, wanted);
        for (x, y) in take(&mut free, ranked) {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            let verdict = match wanted {
                Agreement::Equal => (written(a.text, left) != written(b.text, right)).then_some(Verdict::Equivalent),
                _ => (left.normal() != right.normal() && looser(left, right)).then_some(Verdict::MoreSpecific),
            };
            out.push((x, y, verdict));
        }
    }
    let ranked = matches(a, b, &free, Agreement::Different);
    let differing = take(&mut free, ranked);
    let judged: Vec<Judged> = differing.iter().map(|&(x, y)| (x, y, verdict(a, b, (x, y), strength))).collect();
    let shared: Vec<usize> = out.iter().map(|&(x, ..)| x).collect();
    out.extend(judged.iter().filter_map(|&(x, y, verdict)| {
        let verdict = verdict.filter(|_| !other_instance(a, b, x, &shared, &judged))?;
        let dated = a.facts.get(x).is_some_and(|f| f.kind == MentionKind::Date);
        let least = if !dated && other_days(a, b) { Verdict::Check } else { Verdict::Conflict };
        Some((x, y, Some(verdict.max(least))))
    }));
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
    let explained = judged.iter().any(|&(other, _, verdict)| verdict.is_none() && alike(other));
    let none_shared = count(a) > 1 && count(b) > 1 && !shared.iter().any(|&other| alike(other));
    explained || none_shared || count(a) > LIST || count(b) > LIST
}

/// Both statements are dated and share no date: figures of two days are told.
fn other_days(a: &Stand<'_>, b: &Stand<'_>) -> bool {
    let dates = |s: &Stand<'_>| s.facts.iter().filter(|f| f.kind == MentionKind::Date).cloned().collect::<Vec<Fact>>();
    let (of_a, of_b) = (dates(a), dates(b));
    let shared = |x: &Fact, y: &Fact| matches!(agree(&x.value, &y.value), Agreement::Equal | Agreement::Contains);
    !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|x| of_b.iter().any(|y| shared(x, y)))
}

/// The pairs of `ranked` that can stand together, a fact in one pair only; what they use is free no longer.
fn take(free: &mut (Vec<usize>, Vec<usize>), ranked: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
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
fn matches(a: &Stand<'_>, b: &Stand<'_>, free: &(Vec<usize>, Vec<usize>), wanted: Agreement) -> Vec<(usize, usize)> {
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for &x in &free.0 {
        for &y in &free.1 {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            if agree(&left.value, &right.value) != wanted {
                continue;
            }
            let role = role((a, left), (b, right));
            let least = match wanted {
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
fn verdict(a: &Stand<'_>, b: &Stand<'_>, (x, y): (usize, usize), strength: f32) -> Option<Verdict> {
    let (left, right) = (a.facts.get(x)?, b.facts.get(y)?);
    if score(left) || (!slip(left, right) && (stated(a, right, b) || stated(b, left, a))) {
        return None;
    }
    if grows(a, b, left, right) {
        return Some(Verdict::Update);
    }
    let sure = strength >= CLOSE && !other_weekdays(left, right) && !loose(left, right);
    Some(if sure { Verdict::Conflict } else { Verdict::Check })
}

/// Each names a weekday of its own: told on two days, or in two time zones, as often as a mistake.
fn other_weekdays(a: &Fact, b: &Fact) -> bool {
    let (Value::Moment(x), Value::Moment(y)) = (&a.value, &b.value) else { return false };
    x.weekday.zip(y.weekday).is_some_and(|(v, w)| v != w)
}

/// A guess ("about 160"): no proof of a mistake.
fn loose(a: &Fact, b: &Fact) -> bool {
    let guess = |f: &Fact| matches!(&f.value, Value::Quantity(q) if q.bound == Bound::About);
    guess(a) || guess(b)
}

/// The score of a match, which changes while it is played: two reports seldom tell of the same minute.
fn score(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Quantity(q) if q.dimension == Dimension::Score)
}

/// Both name one weekday and one of them gives a date that is not on it: a slip of the pen, whatever else is said.
fn slip(a: &Fact, b: &Fact) -> bool {
    let (Value::Moment(x), Value::Moment(y)) = (&a.value, &b.value) else { return false };
    x.slips_against(y)
}

/// Figures of one unit (of people: of one fate), or two dates.
fn one_dimension(a: &Fact, b: &Fact) -> bool {
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
        let stated = agreement == Agreement::Equal || (agreement == Agreement::Contains && close(own, fact));
        stated && role((stand, own), (other, fact)) >= Role::Likely
    };
    stand.article_facts.iter().flat_map(|facts| facts.iter()).any(same)
}

/// Two figures within a tenth of each other; anything else that is no figure.
fn close(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => (x.low - y.low).abs() <= 0.1 * x.low.abs().max(y.low.abs()),
        _ => true,
    }
}

/// A count of victims that a later report gives otherwise.
fn grows(a: &Stand<'_>, b: &Stand<'_>, left: &Fact, right: &Fact) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&left.value, &right.value) else { return false };
    x.fate.is_some() && x.fate == y.fate && a.published.zip(b.published).is_some_and(|(p, q)| p != q)
}

/// One of them says less: not two figures of the same exactness that lie close.
fn looser(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), _) if x.dimension == Dimension::Score => false,
        (Value::Quantity(x), Value::Quantity(y)) => x.bound != y.bound || x.grain != y.grain || x.low == y.low,
        _ => true,
    }
}

/// The positions of figures and dates.
fn measured(facts: &[Fact]) -> Vec<usize> {
    let kinds = [MentionKind::Figure, MentionKind::Date];
    facts.iter().enumerate().filter(|(_, f)| kinds.contains(&f.kind)).map(|(n, _)| n).collect()
}

/// How a value is written, white space and case aside.
fn written(text: &str, fact: &Fact) -> String {
    let shown = text.get(fact.range.clone()).unwrap_or_default();
    shown.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Readings that hang together through pairs, each group sorted.
fn groups(pairs: &[Pair]) -> Vec<Vec<Reading>> {
    let mut leader: BTreeMap<Reading, Reading> = BTreeMap::new();
    for (x, y, _) in pairs {
        let (a, b) = (lead(&mut leader, *x), lead(&mut leader, *y));
        leader.insert(a.max(b), a.min(b));
    }
    let members: Vec<Reading> = leader.keys().copied().collect();
    let mut out: BTreeMap<Reading, Vec<Reading>> = BTreeMap::new();
    for member in members {
        out.entry(lead(&mut leader, member)).or_default().push(member);
    }
    out.into_values().collect()
}

fn lead(leader: &mut BTreeMap<Reading, Reading>, of: Reading) -> Reading {
    let mut at = of;
    loop {
        let next = *leader.entry(at).or_insert(at);
        if next == at {
            return at;
        }
        at = next;
    }
}
