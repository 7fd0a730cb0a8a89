//! Search by meaning: which statements say what a sentence says that stands in no article, or in one of their own.
//!
//! The sentence is a witness of one statement. It is matched as any other is, but nothing is known of its place in a
//! text: it has no neighbours, and how far two statements stand apart does not count. So its strengths are a little
//! more careful than those of [`super::links`] and mean the same.
use super::sheet::{Sheet, sheet};
use super::{LEAST_STRENGTH, Place, Testimony, context, strength};

/// A statement like the one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Like {
    /// The statement: position of its witness among those that were asked, and its own.
    pub at: Place,
    /// 0 to 1, as [`super::Scored::strength`].
    pub strength: f32,
}

/// Statements of `witnesses` that may say the same as one of `asked`, by place; of several strengths the greatest.
pub fn alike(asked: &Testimony, witnesses: &[&Testimony]) -> Vec<Like> {
    let sheets: Vec<Sheet> = witnesses.iter().map(|witness| sheet(asked, witness, None)).collect();
    let of: Vec<((usize, usize), &Sheet)> = sheets.iter().enumerate().map(|(at, sheet)| ((0, at + 1), sheet)).collect();
    let all: Vec<&Testimony> = std::iter::once(asked).chain(witnesses.iter().copied()).collect();
    let distance = context::OF_TWO.iter().position(|name| *name == "distance");
    let mut found: Vec<Like> = Vec::new();
    for mut pair in context::pairs(&all, &of) {
        if let Some(distance) = distance.and_then(|at| pair.of_two.get_mut(at)) {
            *distance = 0.0;
        }
        found.push(Like { at: (pair.b.0 - 1, pair.b.1), strength: strength::of(&pair) });
    }
    found.retain(|like| like.strength >= LEAST_STRENGTH);
    found.sort_by(|x, y| x.at.cmp(&y.at).then(y.strength.total_cmp(&x.strength)));
    found.dedup_by_key(|like| like.at);
    found
}
