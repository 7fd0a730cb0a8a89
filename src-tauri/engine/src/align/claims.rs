//! From selected links to claims: groups of statements that say the same thing.
//!
//! Average linkage: two groups join while the mean strength over all their cross pairs is high enough, so that a chain
//! of weak links does not glue different facts. A selected link that ends up between two groups makes a claim of its own.
use std::collections::{BTreeMap, BTreeSet};

use super::{Place, Scored};

/// Two groups join when the mean over their cross pairs reaches this part of the weakest selected strength.
const JOIN: f32 = 0.5;

/// Groups the statements into claims by the selected links.
///
/// `sizes` counts the statements of each witness. Every statement stands in at least one claim, every selected link
/// inside at least one; a chain of weak links does not glue different facts together.
pub fn claims(sizes: &[usize], selected: &[Scored]) -> Vec<Vec<Place>> {
    let exists = |p: Place| sizes.get(p.0).is_some_and(|&n| p.1 < n);
    let links: Vec<&Scored> = selected.iter().filter(|l| exists(l.a) && exists(l.b) && l.a != l.b).collect();
    let mut found: Vec<Vec<Place>> = Vec::new();
    for part in connected(&links) {
        found.extend(agglomerate(&part));
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

/// Joins the statements of one connected part; links left between groups become claims of their own.
fn agglomerate(links: &[&Scored]) -> Vec<Vec<Place>> {
    let places: BTreeSet<Place> = links.iter().flat_map(|l| [l.a, l.b]).collect();
    let mut groups: Vec<Vec<Place>> = places.into_iter().map(|p| vec![p]).collect();
    let mut strength: BTreeMap<(Place, Place), f32> = BTreeMap::new();
    for link in links {
        let slot = strength.entry((link.a.min(link.b), link.a.max(link.b))).or_insert(0.0);
        *slot = slot.max(link.strength);
    }
    let line = links.iter().map(|l| l.strength).fold(1.0, f32::min) * JOIN;
    while let Some((i, j)) = closest(&groups, &strength, line) {
        let joined = groups.remove(j);
        if let Some(group) = groups.get_mut(i) {
            group.extend(joined);
            group.sort_unstable();
        }
    }
    let apart: Vec<Vec<Place>> = strength
        .keys()
        .filter(|(a, b)| !groups.iter().any(|g| g.contains(a) && g.contains(b)))
        .map(|&(a, b)| vec![a, b])
        .collect();
    groups.retain(|g| g.len() > 1);
    groups.extend(apart);
    groups
}

/// The two groups with the highest mean strength between them, if it reaches `line`. Of equals, the first by place.
fn closest(groups: &[Vec<Place>], strength: &BTreeMap<(Place, Place), f32>, line: f32) -> Option<(usize, usize)> {
    let mut best: Option<(f32, usize, usize)> = None;
    for (i, a) in groups.iter().enumerate() {
        for (j, b) in groups.iter().enumerate().skip(i + 1) {
            let mean = mean(a, b, strength);
            if mean >= line && best.is_none_or(|(m, _, _)| mean > m) {
                best = Some((mean, i, j));
            }
        }
    }
    best.map(|(_, i, j)| (i, j))
}

/// Mean strength over the cross pairs of different witnesses; two statements of one witness count as neither.
fn mean(a: &[Place], b: &[Place], strength: &BTreeMap<(Place, Place), f32>) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0f32);
    for &x in a {
        for &y in b {
            if x.0 != y.0 {
                sum += strength.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
                count += 1.0;
            }
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}
