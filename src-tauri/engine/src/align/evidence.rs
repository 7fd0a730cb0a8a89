//! Why two statements are linked: the words they share, those that tell most first.
use std::ops::Range;

use super::measure;
use super::testimony::{Testimony, Unit};
use crate::model::EvidenceKind;

/// So many words are enough for a reason.
const MOST: usize = 6;
/// Words that weigh less than this say nothing of a link.
const LEAST_WEIGHT: f32 = 0.35;

/// A word of each statement, bytes of their texts, and how they meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// What kind of word it is.
    pub kind: EvidenceKind,
    /// In the one statement.
    pub a: Range<usize>,
    /// In the other.
    pub b: Range<usize>,
}

/// What statement `a` of one witness has in common with `b` of another, the weightiest words first, at most [`MOST`].
/// Words of one name are one.
pub fn evidence((one, a): (&Testimony, usize), (two, b): (&Testimony, usize)) -> Vec<Common> {
    let (Some(left), Some(right)) = (one.statements.get(a), two.statements.get(b)) else { return Vec::new() };
    let same = one.language == two.language;
    let (doors, others) = if same { (&left.near, &right.near) } else { (&left.far, &right.far) };
    let mut meetings: Vec<(f32, bool, u32, u32)> = Vec::new();
    for door in doors {
        for other in others.iter().filter(|other| other.key == door.key) {
            let unit = |units: &[Unit], at: u32| units.get(at as usize).cloned();
            let (Some(x), Some(y)) = (unit(&left.units, door.unit), unit(&right.units, other.unit)) else { continue };
            let by = door.quality * other.quality;
            let weight = measure::quality((x.weight, y.weight), by) * x.weight.min(y.weight);
            meetings.push((weight, same && by < 1.0, door.unit, other.unit));
        }
    }
    meetings.sort_by(|l, r| r.0.total_cmp(&l.0).then((l.2, l.3).cmp(&(r.2, r.3))));
    let (mut of_left, mut of_right) = (Vec::new(), Vec::new());
    let mut found: Vec<Common> = Vec::new();
    for (weight, meaning, x, y) in meetings {
        if weight < LEAST_WEIGHT || of_left.contains(&x) || of_right.contains(&y) {
            continue;
        }
        of_left.push(x);
        of_right.push(y);
        let (Some(x), Some(y)) = (left.units.get(x as usize), right.units.get(y as usize)) else { continue };
        let kind = match (x.number, x.name || y.name, meaning || !same) {
            (true, ..) => EvidenceKind::Figure,
            (_, true, false) => EvidenceKind::Name,
            (_, _, true) => EvidenceKind::Meaning,
            _ => EvidenceKind::Word,
        };
        let place = |unit: &Unit| unit.place.0 as usize..unit.place.1 as usize;
        add(&mut found, Common { kind, a: place(x), b: place(y) });
    }
    found.truncate(MOST);
    found
}

/// Adds a word, or lengthens a name that it goes on with.
fn add(found: &mut Vec<Common>, common: Common) {
    let next = |x: &Range<usize>, y: &Range<usize>| x.end + 1 == y.start || y.end + 1 == x.start;
    let join = |x: &Range<usize>, y: &Range<usize>| x.start.min(y.start)..x.end.max(y.end);
    let before = found.iter_mut().find(|c| {
        c.kind == EvidenceKind::Name && common.kind == c.kind && next(&c.a, &common.a) && next(&c.b, &common.b)
    });
    match before {
        Some(name) => (name.a, name.b) = (join(&name.a, &common.a), join(&name.b, &common.b)),
        None => found.push(common),
    }
}
