//! Decisions by hand over the claims that were found: groups of places in, groups of places out.
//!
//! Decisions are taken in their order, so a later one wins. No statement is ever left without a claim.
use std::collections::{BTreeMap, BTreeSet};

/// A decision about statements. `P` is how the caller names a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision<P> {
    /// Something is set on a claim with these members: they stay in one claim.
    Hold(Vec<P>),
    /// A person said that they say the same.
    Together(Vec<P>),
    /// A person said that `these` do not say what those of `from` say.
    Apart {
        /// They leave.
        these: Vec<P>,
        /// These stay.
        from: Vec<P>,
    },
}

impl<P> Decision<P> {
    /// The same decision with other names for the statements; those without one are left out.
    pub fn map<Q>(&self, name: &dyn Fn(&P) -> Option<Q>) -> Decision<Q> {
        let all = |places: &[P]| places.iter().filter_map(name).collect();
        match self {
            Decision::Hold(places) => Decision::Hold(all(places)),
            Decision::Together(places) => Decision::Together(all(places)),
            Decision::Apart { these, from } => Decision::Apart { these: all(these), from: all(from) },
        }
    }
}

/// The claims after the decisions.
pub fn regroup<P: Ord + Copy>(claims: Vec<Vec<P>>, decisions: &[Decision<P>]) -> Vec<Vec<P>> {
    if decisions.is_empty() {
        return claims;
    }
    let mut claims: Vec<BTreeSet<P>> = claims.into_iter().map(BTreeSet::from_iter).collect();
    for decision in decisions {
        match decision {
            Decision::Hold(places) | Decision::Together(places) => join(&mut claims, places),
            Decision::Apart { these, from } => part(&mut claims, these, from),
        }
    }
    claims.into_iter().map(|claim| claim.into_iter().collect()).collect()
}

/// Brings `places` into the claim that has most of them; of equals the one with the first of them, then the largest.
fn join<P: Ord + Copy>(claims: &mut Vec<BTreeSet<P>>, places: &[P]) {
    let Some(first) = places.first() else { return };
    let worth = |claim: &BTreeSet<P>| {
        (places.iter().filter(|place| claim.contains(place)).count(), claim.contains(first), claim.len())
    };
    // The first of the best, whatever `max_by_key` would take.
    let best = claims.iter().enumerate().max_by_key(|(at, claim)| (worth(claim), std::cmp::Reverse(*at)));
    let Some(best) = best.map(|(at, _)| at) else { return };
    if let Some(claim) = claims.get_mut(best) {
        claim.extend(places.iter().copied());
    }
    let joined = claims.get(best).cloned().unwrap_or_default();
    let mut at = 0;
    claims.retain(|claim| {
        at += 1;
        at - 1 == best || !claim.is_subset(&joined)
    });
}

/// Takes `these` out of every claim that they share with one of `from`; what leaves makes a claim of its own.
fn part<P: Ord + Copy>(claims: &mut Vec<BTreeSet<P>>, these: &[P], from: &[P]) {
    let stays: BTreeSet<P> = from.iter().filter(|place| !these.contains(place)).copied().collect();
    let mut leaving = BTreeSet::new();
    for claim in claims.iter_mut() {
        if claim.iter().any(|place| stays.contains(place)) {
            let gone: Vec<P> = these.iter().filter(|place| claim.contains(place)).copied().collect();
            claim.retain(|place| !gone.contains(place));
            leaving.extend(gone);
        }
    }
    claims.retain(|claim| !claim.is_empty());
    if !leaving.is_empty() && !claims.iter().any(|claim| leaving.is_subset(claim)) {
        claims.push(leaving.clone());
        claims.retain(|claim| *claim == leaving || !(claim.len() == 1 && claim.is_subset(&leaving)));
    }
}

/// What the decisions say of pairs of statements, the lesser place first: `true` joined by hand, `false` parted by hand.
pub fn pairs<P: Ord + Copy>(decisions: &[Decision<P>]) -> BTreeMap<(P, P), bool> {
    let mut pairs = BTreeMap::new();
    let mut say = |a: &P, b: &P, together: bool| {
        if a != b {
            pairs.insert((*a.min(b), *a.max(b)), together);
        }
    };
    for decision in decisions {
        match decision {
            Decision::Hold(_) => {}
            Decision::Together(places) => {
                places.iter().enumerate().for_each(|(at, a)| places.iter().skip(at + 1).for_each(|b| say(a, b, true)));
            }
            Decision::Apart { these, from } => these.iter().for_each(|a| from.iter().for_each(|b| say(a, b, false))),
        }
    }
    pairs
}
