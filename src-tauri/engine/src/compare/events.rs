//! Which articles tell of one event. Two that share enough statements do, and so do all that hang together by such pairs;
//! and two groups of them that share some statements in all. To say nothing of a second event is the smaller fault.
use std::collections::BTreeMap;

use super::Aligned;
use super::build::Letters;
use crate::align::{self, Place};

/// Two articles are joined when this part of the statements of one of them is linked with the other, and at least
/// [`FEWEST`]. Measured on Indonesian events of June 2025: of the pairs inside 28 events all reach it, of 378 pairs across
/// two events one does.
const ENOUGH: f32 = 0.15;

/// One chance link between two events is nothing unusual.
const FEWEST: usize = 2;

/// Two groups of articles are joined when this part of the statements of one of them is linked with the other.
const SOME: f32 = 0.08;

/// By two articles: of each statement of the first, whether it is linked with the second.
type Linked = BTreeMap<(usize, usize), Vec<bool>>;

/// The letters of the articles by event, in their order. Articles that are joined with none are left out: of those it is
/// not known that they tell of an event together.
pub(super) fn events(aligned: &Aligned<'_>, letters: &Letters<'_>) -> Vec<Vec<String>> {
    let linked = linked(aligned);
    let size = |article: usize| aligned.accounts[article].statements.len() as f32;
    let share = |one: &[usize], other: &[usize]| {
        let of = |&a: &usize| {
            let flags: Vec<&Vec<bool>> = other.iter().filter_map(|&b| linked.get(&(a, b))).collect();
            let statements = flags.iter().map(|flags| flags.len()).max().unwrap_or(0);
            (0..statements).filter(|&at| flags.iter().any(|flags| flags[at])).count() as f32
        };
        one.iter().map(of).sum::<f32>() / one.iter().map(|&a| size(a)).sum::<f32>().max(1.0)
    };
    let fewest = |a: usize, b: usize| {
        linked.get(&(a, b)).is_some_and(|flags| flags.iter().filter(|linked| **linked).count() >= FEWEST)
    };
    let pair = |&a: &usize, &b: &usize| fewest(a, b) && share(&[a], &[b]) >= ENOUGH;
    let by_pair = |one: &[usize], other: &[usize]| one.iter().any(|a| other.iter().any(|b| pair(a, b)));
    let groups = join((0..aligned.accounts.len()).map(|article| vec![article]).collect(), &by_pair);
    let groups = groups.into_iter().filter(|group| group.len() > 1).collect();
    let groups = join(groups, &|one, other| share(one, other) >= SOME);
    let letters_of = |group: Vec<usize>| {
        let mut of: Vec<(usize, &str)> = group.into_iter().map(|article| letters.given[article]).collect();
        of.sort_unstable();
        of
    };
    let mut events: Vec<_> = groups.into_iter().map(letters_of).collect();
    events.sort_unstable();
    events.into_iter().map(|event| event.into_iter().map(|(_, letter)| letter.to_owned()).collect()).collect()
}

/// Joins groups until no two are `one`, said of either side.
fn join(mut groups: Vec<Vec<usize>>, one: &dyn Fn(&[usize], &[usize]) -> bool) -> Vec<Vec<usize>> {
    let pairs = |n: usize| (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)));
    let next = |groups: &[Vec<usize>]| {
        pairs(groups.len()).find(|&(i, j)| one(&groups[i], &groups[j]) || one(&groups[j], &groups[i]))
    };
    while let Some((i, j)) = next(&groups) {
        let joined = groups.remove(j);
        groups[i].extend(joined);
    }
    groups
}

/// The usual line counts, whatever the strictness: it moves claims, not events.
fn linked(aligned: &Aligned<'_>) -> Linked {
    let line = align::line(0.5);
    let mut linked = Linked::new();
    let mut mark = |(of, statement): Place, with: Place| {
        let none = || vec![false; aligned.accounts[of].statements.len()];
        linked.entry((of, with.0)).or_insert_with(none)[statement] = true;
    };
    for link in aligned.strengths.all().iter().filter(|link| link.strength >= line) {
        mark(link.a, link.b);
        mark(link.b, link.a);
    }
    linked
}
