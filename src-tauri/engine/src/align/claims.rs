//! From selected links to claims: groups of statements that say the same thing.
//!
//! Average linkage: two groups join while the mean strength over all their cross pairs is high enough, so that a chain
//! of weak links does not glue different facts. The selected links that end up between two groups make a claim of their
//! own: their statements stand in two claims.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::time::Instant;

use super::{Place, Scored, late};

/// Two groups join when the mean over their cross pairs reaches this part of the weakest selected strength.
const JOIN: f32 = 0.5;

/// Groups the statements into claims by the selected links.
///
/// `sizes` counts the statements of each witness. Every statement stands in at least one claim, every selected link
/// inside at least one; a chain of weak links does not glue different facts together. After the deadline nothing is joined
/// any more: a link left over is a claim of its own.
pub fn claims(sizes: &[usize], selected: &[Scored], deadline: Option<Instant>) -> Vec<Vec<Place>> {
    let exists = |p: Place| sizes.get(p.0).is_some_and(|&n| p.1 < n);
    let links: Vec<&Scored> = selected.iter().filter(|l| exists(l.a) && exists(l.b) && l.a != l.b).collect();
    let mut found: Vec<Vec<Place>> = Vec::new();
    for part in connected(&links) {
        found.extend(agglomerate(&part, deadline));
    }
    let inside: BTreeSet<Place> = found.iter().flatten().copied().collect();
    for (w, &n) in sizes.iter().enumerate() {
        found.extend((0..n).map(|s| (w, s)).filter(|p| !inside.contains(p)).map(|p| vec![p]));
    }
    found.sort();
    found
}

/// The links in groups that hang together.
fn connected<'l>(links: &[&'l Scored]) -> Vec<Vec<&'l Scored>> {
    let mut leader: BTreeMap<Place, Place> = BTreeMap::new();
    fn find(leader: &BTreeMap<Place, Place>, mut p: Place) -> Place {
        while let Some(&up) = leader.get(&p).filter(|&&up| up != p) {
            p = up;
        }
        p
    }
    for link in links {
        let (a, b) = (find(&leader, link.a), find(&leader, link.b));
        leader.insert(a.max(b), a.min(b));
    }
    let mut groups: BTreeMap<Place, Vec<&Scored>> = BTreeMap::new();
    for link in links {
        groups.entry(find(&leader, link.a)).or_default().push(link);
    }
    groups.into_values().collect()
}

/// Joins the statements of one connected part; links left between two groups become a claim of their own.
fn agglomerate(links: &[&Scored], deadline: Option<Instant>) -> Vec<Vec<Place>> {
    let mut groups = Groups::of(links);
    let line = links.iter().map(|l| l.strength).fold(1.0, f32::min) * JOIN;
    let mut candidates: BinaryHeap<Candidate> = groups.candidates();
    while let Some(candidate) = candidates.pop() {
        if late(deadline) {
            break;
        }
        let (mean, Reverse((i, j))) = candidate;
        // A group that has grown since has put newer candidates on the heap.
        if f32::from_bits(mean) < line || groups.mean(i, j).map(f32::to_bits) != Some(mean) {
            continue;
        }
        groups.join(i, j);
        candidates.extend(groups.candidates_of(i));
    }
    let mut apart: BTreeMap<(usize, usize), BTreeSet<Place>> = BTreeMap::new();
    for link in links {
        let (Some(a), Some(b)) = (groups.holding(link.a), groups.holding(link.b)) else { continue };
        if a != b {
            apart.entry((a.min(b), a.max(b))).or_default().extend([link.a, link.b]);
        }
    }
    let mut claims: Vec<Vec<Place>> = groups.members.into_iter().filter(|g| g.len() > 1).collect();
    claims.extend(apart.into_values().map(|places| places.into_iter().collect()));
    claims
}

/// Two groups that may join: the bits of their mean strength (which order like the number itself, it is never negative),
/// and their positions; of equals the first comes first.
type Candidate = (u32, Reverse<(usize, usize)>);

/// Groups of statements, and what is between them.
struct Groups {
    /// Sorted; empty once the group has joined an earlier one.
    members: Vec<Vec<Place>>,
    /// By group and neighbour: the sum of the strengths over their links.
    sums: Vec<BTreeMap<usize, f32>>,
    /// Where a statement is now.
    home: BTreeMap<Place, usize>,
}

impl Groups {
    /// A group for every statement.
    fn of(links: &[&Scored]) -> Groups {
        let places: BTreeSet<Place> = links.iter().flat_map(|l| [l.a, l.b]).collect();
        let home: BTreeMap<Place, usize> = places.iter().enumerate().map(|(n, &place)| (place, n)).collect();
        let members: Vec<Vec<Place>> = places.into_iter().map(|place| vec![place]).collect();
        let mut sums: Vec<BTreeMap<usize, f32>> = vec![BTreeMap::new(); members.len()];
        for link in links {
            if let (Some(&a), Some(&b)) = (home.get(&link.a), home.get(&link.b)) {
                sums[a].insert(b, link.strength);
                sums[b].insert(a, link.strength);
            }
        }
        Groups { members, sums, home }
    }

    fn holding(&self, place: Place) -> Option<usize> {
        self.home.get(&place).copied()
    }

    /// Mean strength over the cross pairs of different witnesses; two statements of one witness count as neither.
    /// `None` when there is no link between the groups.
    fn mean(&self, i: usize, j: usize) -> Option<f32> {
        let sum = self.sums[i].get(&j)?;
        let pairs = |x: &Place| self.members[j].iter().filter(|y| y.0 != x.0).count();
        let count: usize = self.members[i].iter().map(pairs).sum();
        (count > 0).then(|| sum / count as f32)
    }

    fn candidates_of(&self, i: usize) -> Vec<Candidate> {
        let candidate = |&j: &usize| Some((self.mean(i.min(j), i.max(j))?.to_bits(), Reverse((i.min(j), i.max(j)))));
        self.sums[i].keys().filter_map(candidate).collect()
    }

    fn candidates(&self) -> BinaryHeap<Candidate> {
        (0..self.members.len()).flat_map(|i| self.candidates_of(i)).collect()
    }

    /// Puts group `j` into group `i`.
    fn join(&mut self, i: usize, j: usize) {
        let joined = std::mem::take(&mut self.members[j]);
        for &place in &joined {
            self.home.insert(place, i);
        }
        self.members[i].extend(joined);
        self.members[i].sort_unstable();
        for (neighbour, sum) in std::mem::take(&mut self.sums[j]) {
            self.sums[neighbour].remove(&j);
            if neighbour != i {
                *self.sums[i].entry(neighbour).or_default() += sum;
                *self.sums[neighbour].entry(i).or_default() += sum;
            }
        }
    }
}
