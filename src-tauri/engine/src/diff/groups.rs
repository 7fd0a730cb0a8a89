//! From pairs of readings to findings: readings that hang together make one finding, its verdict the most important.
use std::collections::BTreeMap;

use super::stand::{Finding, Pair, Stand, Told};
use super::values::differ;
use crate::model::{DifferenceKind, Verdict};

/// The findings of a claim, by importance. What is only worth a look never joins readings into a conflict.
pub(super) fn findings(claim: &[Stand<'_>], pairs: Vec<Pair>) -> Vec<Finding> {
    let (soft, firm): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(|p| p.verdict == Some(Verdict::Check));
    let mut findings = grouped(claim, &firm);
    let told = |new: &Finding| {
        let whole = |old: &Finding| old.kind == new.kind && new.readings.iter().all(|told| old.readings.contains(told));
        findings.iter().any(whole)
    };
    let rest: Vec<Finding> = grouped(claim, &soft).into_iter().filter(|new| !told(new)).collect();
    findings.extend(rest);
    findings.sort_by(|a, b| (a.verdict, a.kind, &a.readings).cmp(&(b.verdict, b.kind, &b.readings)));
    findings
}

/// A finding for every group of readings of one kind that hang together and are not all read alike.
fn grouped(claim: &[Stand<'_>], pairs: &[Pair]) -> Vec<Finding> {
    let kinds: std::collections::BTreeSet<DifferenceKind> = pairs.iter().map(|pair| pair.kind).collect();
    let of_kind = |kind| -> Vec<&Pair> { pairs.iter().filter(|pair| pair.kind == kind).collect() };
    kinds.into_iter().flat_map(|kind| of_one_kind(claim, kind, &of_kind(kind))).collect()
}

fn of_one_kind(claim: &[Stand<'_>], kind: DifferenceKind, pairs: &[&Pair]) -> Vec<Finding> {
    let finding = |readings: Vec<Told>| {
        let inside = pairs.iter().filter(|p| readings.contains(&p.a) && readings.contains(&p.b));
        let decisive = inside
            .filter_map(|p| p.verdict.map(|verdict| (verdict, &p.a, &p.b, &p.reason)))
            .min_by(|x, y| (x.0, x.1, x.2).cmp(&(y.0, y.1, y.2)))?;
        let apart = apart(claim, &readings);
        Some(Finding { kind, verdict: decisive.0, reason: decisive.3.clone(), readings, apart })
    };
    groups(pairs).into_iter().filter_map(finding).collect()
}

/// The statements that read it otherwise: by what values are worth, by the normal form of what is no value.
fn apart(claim: &[Stand<'_>], readings: &[Told]) -> Vec<(usize, usize)> {
    let fact = |told: &Told| claim.get(told.stand)?.facts.get(told.fact?);
    let mut out = Vec::new();
    for (n, a) in readings.iter().enumerate() {
        for b in readings.iter().skip(n + 1).filter(|b| b.stand != a.stand) {
            let otherwise = match (fact(a), fact(b)) {
                (Some(x), Some(y)) => differ(x, y),
                _ => a.normal != b.normal,
            };
            if otherwise {
                out.push((a.stand.min(b.stand), a.stand.max(b.stand)));
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Readings that hang together through pairs, each group sorted.
fn groups(pairs: &[&Pair]) -> Vec<Vec<Told>> {
    let mut leader: BTreeMap<&Told, &Told> = BTreeMap::new();
    for pair in pairs {
        let (a, b) = (lead(&mut leader, &pair.a), lead(&mut leader, &pair.b));
        leader.insert(a.max(b), a.min(b));
    }
    let members: Vec<&Told> = leader.keys().copied().collect();
    let mut out: BTreeMap<&Told, Vec<Told>> = BTreeMap::new();
    for member in members {
        out.entry(lead(&mut leader, member)).or_default().push(member.clone());
    }
    out.into_values().collect()
}

fn lead<'t>(leader: &mut BTreeMap<&'t Told, &'t Told>, of: &'t Told) -> &'t Told {
    let mut at = of;
    loop {
        let next = *leader.entry(at).or_insert(at);
        if next == at {
            return at;
        }
        at = next;
    }
}
