//! From selected links to claims: groups of statements that say the same thing.
//!
//! Average linkage: two groups join while the mean strength over all their cross pairs is high enough, so that a chain
//! of weak links does not glue different facts. The selected links that end up between two groups make a claim of their
//! own: their statements stand in two claims.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::time::Instant;

use rayon::prelude::*;

use super::{Place, Scored, late};

/// Two groups join when the mean over their cross pairs reaches this part of the weakest selected strength.
const JOIN: f32 = 0.5;

/// Groups the statements into claims by the selected links.
///
/// `sizes` counts the statements of each witness. Every statement stands in at least one claim, every selected link
/// inside at least one; a chain of weak links does not glue different facts together. After the deadline nothing is joined
/// any more: a link left over is a claim of its own.
pub fn claims(sizes: &[usize], selected: &[Scored], deadline: Option<Instant>) -> Vec<Vec<Place>> {
    let places: Vec<Place> = sizes.iter().enumerate().flat_map(|(w, &n)| (0..n).map(move |s| (w, s))).collect();
    let number = |p: Place| places.binary_search(&p).ok();
    let links: Vec<Link> = selected
        .iter()
        .filter_map(|link| Some((number(link.a)?, number(link.b)?, link.strength)))
        .filter(|(a, b, _)| a != b)
        .collect();
    let parts = connected(places.len(), &links);
    let mut inside = vec![false; places.len()];
    parts.iter().flatten().for_each(|(a, b, _)| (inside[*a], inside[*b]) = (true, true));
    let mut found: Vec<Vec<Place>> =
        parts.par_iter().flat_map_iter(|part| agglomerate(&places, part, deadline)).collect();
    found.extend(places.iter().zip(inside).filter(|(_, inside)| !inside).map(|(place, _)| vec![*place]));
    found.sort();
    found
}

/// Two statements, counted through all witnesses, and the strength of the link between them.
type Link = (usize, usize, f32);

/// The links in groups that hang together.
fn connected(statements: usize, links: &[Link]) -> Vec<Vec<Link>> {
    let mut leader: Vec<usize> = (0..statements).collect();
    fn find(leader: &mut [usize], mut at: usize) -> usize {
        while leader[at] != at {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        at
    }
    for &(a, b, _) in links {
        let (a, b) = (find(&mut leader, a), find(&mut leader, b));
        leader[a.max(b)] = a.min(b);
    }
    let mut groups: BTreeMap<usize, Vec<Link>> = BTreeMap::new();
    for link in links {
        groups.entry(find(&mut leader, link.0)).or_default().push(*link);
    }
    groups.into_values().collect()
}

/// Joins the statements of one connected part; links left between two groups become a claim of their own.
fn agglomerate(places: &[Place], links: &[Link], deadline: Option<Instant>) -> Vec<Vec<Place>> {
    let (mut groups, links) = Groups::of(places, links);
    let line = links.iter().map(|link| link.2).fold(1.0, f32::min) * JOIN;
    let mut candidates: BinaryHeap<Candidate> =
        (0..groups.members.len()).flat_map(|i| groups.candidates_of(i)).collect();
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
    let mut apart: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
    for (a, b, _) in links {
        let (x, y) = (groups.home[a], groups.home[b]);
        if x != y {
            apart.entry((x.min(y), x.max(y))).or_default().extend([groups.places[a], groups.places[b]]);
        }
    }
    let mut claims: Vec<Vec<Place>> = groups.members.into_iter().filter(|g| g.len() > 1).collect();
    claims.extend(apart.into_values().map(|mut places| {
        places.sort_unstable();
        places.dedup();
        places
    }));
    claims
}

/// Two groups that may join: the bits of their mean strength (which order like the number itself, it is never negative),
/// and their positions, the smaller first; of equals the first comes first.
type Candidate = (u32, Reverse<(usize, usize)>);

/// Groups of statements, and what is between them.
struct Groups {
    /// The statements of the part, in order.
    places: Vec<Place>,
    /// Each group sorted; empty once it has joined an earlier one.
    members: Vec<Vec<Place>>,
    /// By group, its neighbours in order, each with the sum of the strengths over their links.
    sums: Vec<Vec<(usize, f32)>>,
    /// By statement of the part: the group in which it is now.
    home: Vec<usize>,
}

impl Groups {
    /// A group for every statement that is linked, with the links counted by the statements of this part.
    fn of(places: &[Place], links: &[Link]) -> (Groups, Vec<Link>) {
        let mut inside: Vec<usize> = links.iter().flat_map(|link| [link.0, link.1]).collect();
        inside.sort_unstable();
        inside.dedup();
        let own = |number: usize| inside.binary_search(&number).ok();
        let links: Vec<Link> = links.iter().filter_map(|&(a, b, by)| Some((own(a)?, own(b)?, by))).collect();
        let mut sums: Vec<Vec<(usize, f32)>> = vec![Vec::new(); inside.len()];
        for &(a, b, strength) in &links {
            sums[a].push((b, strength));
            sums[b].push((a, strength));
        }
        sums.iter_mut().for_each(|sums| sums.sort_unstable_by_key(|(neighbour, _)| *neighbour));
        let places: Vec<Place> = inside.into_iter().map(|number| places[number]).collect();
        let members = places.iter().map(|place| vec![*place]).collect();
        let home = (0..places.len()).collect();
        (Groups { places, members, sums, home }, links)
    }

    /// Mean strength over the cross pairs of different witnesses; two statements of one witness count as neither.
    /// `None` when there is no link between the groups.
    fn mean(&self, i: usize, j: usize) -> Option<f32> {
        let sums = &self.sums[i];
        let at = sums.binary_search_by_key(&j, |(neighbour, _)| *neighbour).ok()?;
        self.mean_of(i, j, sums[at].1)
    }

    fn mean_of(&self, i: usize, j: usize, sum: f32) -> Option<f32> {
        let (one, other) = (&self.members[i], &self.members[j]);
        let mut count = one.len() * other.len();
        let mut rest = other.as_slice();
        for same in one.chunk_by(|x, y| x.0 == y.0) {
            rest = &rest[rest.iter().take_while(|y| y.0 < same[0].0).count()..];
            count -= same.len() * rest.iter().take_while(|y| y.0 == same[0].0).count();
        }
        (count > 0).then(|| sum / count as f32)
    }

    fn candidates_of(&self, i: usize) -> impl Iterator<Item = Candidate> {
        let candidate =
            move |&(j, sum): &(usize, f32)| Some((self.mean_of(i, j, sum)?.to_bits(), Reverse((i.min(j), i.max(j)))));
        self.sums[i].iter().filter_map(candidate)
    }

    /// Puts group `j` into group `i`.
    fn join(&mut self, i: usize, j: usize) {
        let joined = std::mem::take(&mut self.members[j]);
        for place in &joined {
            if let Ok(at) = self.places.binary_search(place) {
                self.home[at] = i;
            }
        }
        self.members[i].extend(joined);
        self.members[i].sort_unstable();
        for (neighbour, sum) in std::mem::take(&mut self.sums[j]) {
            let at = self.sums[neighbour].binary_search_by_key(&j, |(of, _)| *of);
            if let Ok(at) = at {
                self.sums[neighbour].remove(at);
            }
            if neighbour != i {
                self.add(i, neighbour, sum);
                self.add(neighbour, i, sum);
            }
        }
    }

    fn add(&mut self, of: usize, neighbour: usize, sum: f32) {
        let sums = &mut self.sums[of];
        match sums.binary_search_by_key(&neighbour, |(neighbour, _)| *neighbour) {
            Ok(at) => sums[at].1 += sum,
            Err(at) => sums.insert(at, (neighbour, sum)),
        }
    }
}
