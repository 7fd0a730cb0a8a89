//! Value by value: which readings of one claim cannot both be right.
//!
//! "The numbers differ" is no conflict: on real news that is wrong nine times in ten. Two values conflict only when they
//! are of one dimension, play one role ([`super::roles`]), stand in closely aligned statements, cannot both be right
//! after both are normalised, and neither article also states the other's value in that role. What falls short of that
//! is a `check` at most.
use std::collections::BTreeMap;

use super::roles::{Role, role};
use crate::facts::{Agreement, Fact, Value, agree};
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

/// A reading: the position of a stand and of a fact in it.
type Reading = (usize, usize);

/// The values of a claim that are not read alike, by importance. `strength` gives the link strength of two stands
/// (0: none).
pub fn differences(claim: &[Stand<'_>], strength: &dyn Fn(usize, usize) -> f32) -> Vec<Finding> {
    let mut pairs: Vec<(Reading, Reading, Option<Verdict>)> = Vec::new();
    for (i, a) in claim.iter().enumerate() {
        for (j, b) in claim.iter().enumerate().skip(i + 1).filter(|(_, b)| b.article != a.article) {
            let linked = strength(i, j);
            if linked >= LINKED {
                pairs.extend(compare(a, b, linked).into_iter().map(|(x, y, v)| ((i, x), (j, y), v)));
            }
        }
    }
    let mut findings: Vec<Finding> = groups(&pairs)
        .into_iter()
        .filter_map(|readings| {
            let inside = pairs.iter().filter(|(x, y, _)| readings.contains(x) && readings.contains(y));
            let verdict = inside.filter_map(|(.., verdict)| *verdict).min()?;
            let (stand, fact) = readings.first().copied()?;
            let dated = claim.get(stand)?.facts.get(fact)?.kind == MentionKind::Date;
            let kind = if dated { DifferenceKind::Date } else { DifferenceKind::Figure };
            Some(Finding { kind, verdict, readings })
        })
        .collect();
    findings.sort_by(|a, b| (a.verdict, a.kind, &a.readings).cmp(&(b.verdict, b.kind, &b.readings)));
    findings
}

/// Whether two values cannot both be right.
pub fn differ(a: &Fact, b: &Fact) -> bool {
    agree(&a.value, &b.value) == Agreement::Different
}

/// Facts of two statements that tell of one thing, with what is said of them (`None`: they are read alike).
fn compare(a: &Stand<'_>, b: &Stand<'_>, strength: f32) -> Vec<(usize, usize, Option<Verdict>)> {
    let mut free_a: Vec<usize> = measured(a.facts);
    let mut free_b: Vec<usize> = measured(b.facts);
    let mut out = Vec::new();
    for wanted in [Agreement::Equal, Agreement::Contains, Agreement::Different] {
        for (x, y) in matches(a, b, &free_a, &free_b, wanted) {
            if !(free_a.contains(&x) && free_b.contains(&y)) {
                continue;
            }
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            free_a.retain(|n| *n != x);
            free_b.retain(|n| *n != y);
            let verdict = match wanted {
                Agreement::Equal => (written(a.text, left) != written(b.text, right)).then_some(Verdict::Equivalent),
                Agreement::Contains => {
                    (left.normal() != right.normal() && looser(left, right)).then_some(Verdict::MoreSpecific)
                }
                _ => verdict(a, b, left, right, strength),
            };
            if wanted != Agreement::Different || verdict.is_some() {
                out.push((x, y, verdict));
            }
        }
    }
    out
}

/// Pairs of facts that agree as `wanted` and play one role, the surest first.
fn matches(a: &Stand<'_>, b: &Stand<'_>, of_a: &[usize], of_b: &[usize], wanted: Agreement) -> Vec<(usize, usize)> {
    let mut found: Vec<(u32, usize, usize)> = Vec::new();
    for &x in of_a {
        for &y in of_b {
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
fn verdict(a: &Stand<'_>, b: &Stand<'_>, left: &Fact, right: &Fact, strength: f32) -> Option<Verdict> {
    if stated(a, right, b) || stated(b, left, a) {
        return None;
    }
    if grows(a, b, left, right) {
        return Some(Verdict::Update);
    }
    Some(if strength >= CLOSE { Verdict::Conflict } else { Verdict::Check })
}

/// The article of `stand` also gives the value of `fact`, which stands in `other`, in a like role.
fn stated(stand: &Stand<'_>, fact: &Fact, other: &Stand<'_>) -> bool {
    let same = |own: &&Fact| {
        matches!(agree(&own.value, &fact.value), Agreement::Equal | Agreement::Contains)
            && role((stand, own), (other, fact)) >= Role::Likely
    };
    stand.article_facts.iter().flat_map(|facts| facts.iter()).any(|own| same(&own))
}

/// A count of victims that a later report gives otherwise.
fn grows(a: &Stand<'_>, b: &Stand<'_>, left: &Fact, right: &Fact) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (&left.value, &right.value) else { return false };
    x.fate.is_some() && x.fate == y.fate && a.published.zip(b.published).is_some_and(|(p, q)| p != q)
}

/// One of them says less: not two figures of the same exactness that lie close.
fn looser(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
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
fn groups(pairs: &[(Reading, Reading, Option<Verdict>)]) -> Vec<Vec<Reading>> {
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
