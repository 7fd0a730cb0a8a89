//! Two statements laid beside each other, their facts whole: which fact of one stands in the place of which of the other.
//!
//! "The bodies of 11 men and 4 women", "The bodies of 41 men and 4 women": no word beside the figures has to be understood
//! to see that they answer to each other.
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::stand::{Stand, words_of};
use crate::facts::{Fact, Value};
use crate::model::MentionKind;

/// A statement of fewer words says too little.
const FEW: usize = 5;
/// Longer statements are lists or whole paragraphs.
const MOST: usize = 120;

/// Two statements of one language beside each other. Made by [`Frame::of`].
pub(super) struct Frame {
    left: Vec<Piece>,
    right: Vec<Piece>,
    ops: Vec<DiffOp>,
    equal: usize,
}

/// A word of a statement, or a whole fact.
struct Piece {
    word: String,
    fact: Option<(usize, MentionKind)>,
}

impl Frame {
    /// None when a statement is too short or too long to tell anything.
    pub(super) fn of(a: &Stand<'_>, b: &Stand<'_>) -> Option<Frame> {
        let (left, right) = (line(a), line(b));
        let short = left.len().min(right.len());
        if a.language != b.language || short < FEW || left.len().max(right.len()) > MOST {
            return None;
        }
        let words = |line: &[Piece]| line.iter().map(|piece| piece.word.clone()).collect::<Vec<String>>();
        let ops = capture_diff_slices(Algorithm::Myers, &words(&left), &words(&right));
        let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
        Some(Frame { left, right, ops, equal })
    }

    /// Share of the shorter statement that stands in the other in the same order, 0 to 1.
    pub(super) fn like(&self) -> f32 {
        self.equal as f32 / self.left.len().min(self.right.len()) as f32
    }

    /// Facts that stand in each other's place, at least three of the words around them the same, with whether nothing else
    /// of the two statements differs.
    pub(super) fn exchanged(&self) -> impl Iterator<Item = (usize, usize, bool)> {
        let alone = self.ops.iter().filter(|op| op.tag() != DiffTag::Equal).count() == 1;
        self.ops.iter().enumerate().filter_map(move |(at, op)| {
            let (x, y) = self.swapped(op).filter(|_| self.framed(at))?;
            (!self.listed(op)).then_some((x, y, alone))
        })
    }

    /// No fact but these two differs: what else is told otherwise is told in other words.
    pub(super) fn only(&self, x: usize, y: usize) -> bool {
        let facts = |line: &[Piece], range: Range<usize>, own: usize| {
            line.get(range).into_iter().flatten().filter_map(|piece| piece.fact).all(|fact| fact.0 == own)
        };
        let differ = self.ops.iter().filter(|op| op.tag() != DiffTag::Equal);
        differ.into_iter().all(|op| facts(&self.left, op.old_range(), x) && facts(&self.right, op.new_range(), y))
    }

    /// One fact in exchange for one fact.
    fn swapped(&self, op: &DiffOp) -> Option<(usize, usize)> {
        let one = |range: Range<usize>, line: &[Piece]| {
            if range.len() == 1 { Some(line.get(range.start)?.fact?.0) } else { None }
        };
        if op.tag() != DiffTag::Replace {
            return None;
        }
        Some((one(op.old_range(), &self.left)?, one(op.new_range(), &self.right)?))
    }

    /// The same words stand before and after it, three of them at least.
    fn framed(&self, at: usize) -> bool {
        let same =
            |op: Option<&DiffOp>| op.filter(|op| op.tag() == DiffTag::Equal).map_or(0, |op| op.old_range().len());
        let before = same(at.checked_sub(1).and_then(|before| self.ops.get(before)));
        before > 0 && before + same(self.ops.get(at + 1)) >= 3
    }

    /// A neighbour is a fact of its kind too: lists of names or figures come in any order.
    fn listed(&self, op: &DiffOp) -> bool {
        let beside = |line: &[Piece], range: Range<usize>| {
            let kind = |piece: Option<&Piece>| piece.and_then(|piece| piece.fact).map(|fact| fact.1);
            let own = kind(line.get(range.start));
            let before = range.start.checked_sub(1).and_then(|n| line.get(n));
            own.is_some() && [kind(before), kind(line.get(range.end))].contains(&own)
        };
        beside(&self.left, op.old_range()) || beside(&self.right, op.new_range())
    }
}

/// The statement as words, each name, figure and date one of them: by what it is worth, not by how it is written.
fn line(stand: &Stand<'_>) -> Vec<Piece> {
    let whole = [MentionKind::Name, MentionKind::Figure, MentionKind::Date];
    let facts = |range: &Range<usize>| {
        let over = |f: &Fact| f.range.start < range.end && range.start < f.range.end;
        stand.facts.iter().position(|f| whole.contains(&f.kind) && over(f))
    };
    let mut out: Vec<Piece> = Vec::new();
    for (range, word) in stand.wording.words.iter().zip(&stand.wording.folded).take(MOST + 1) {
        let place = facts(range);
        let fact = place.and_then(|n| Some((n, stand.facts.get(n)?.kind)));
        if fact.is_some() && out.last().is_some_and(|last| last.fact == fact) {
            continue;
        }
        let word = match place.and_then(|n| stand.facts.get(n)) {
            Some(fact) if matches!(fact.value, Value::Name(_)) => words_of(fact).join(" "),
            Some(fact) => fact.normal(),
            None => word.clone(),
        };
        out.push(Piece { word, fact });
    }
    out
}
