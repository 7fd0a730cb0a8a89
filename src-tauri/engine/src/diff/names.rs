//! Names in one place of two statements that are otherwise told in the same words: another person, another place, or one
//! name in two spellings.
//!
//! Two outlets name one body or place in many ways ("KOI", "NOC Indonesia"; "Moscow", "Russia"), so only people and
//! places are asked, and only when neither article knows the other's name at all. It is a check at most, and a conflict
//! only when every other word is the same.
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::Grade;
use super::reason::plain;
use super::stand::{Pair, Stand, Told, words_of};
use crate::facts::{Fact, Value};
use crate::model::{DifferenceKind, Doubt, MentionKind, NameKind, Reason, ReasonCode, Verdict};

/// Share of the shorter statement's words that must stand in the other in the same order: to look, and for a conflict.
const LIKE: f32 = 0.6;
const ALIKE: f32 = 0.9;
/// A statement of fewer words says too little.
const FEW: usize = 5;
/// Longer statements are lists or whole paragraphs.
const MOST: usize = 120;
/// Letters from which a word may be a misspelling of another.
const LONG: usize = 5;

/// What two statements name otherwise.
pub(super) fn names(a: &Stand<'_>, b: &Stand<'_>, grade: Grade) -> Vec<Pair> {
    if a.language != b.language || grade < Grade::Close {
        return Vec::new();
    }
    let mut out = spellings(a, b);
    // Cheap to ask first: most pairs hold no two names that could stand for each other.
    if !a.facts.iter().any(|one| b.facts.iter().any(|other| comparable(one, other).is_some())) {
        return out;
    }
    let (left, right) = (line(a), line(b));
    let short = left.len().min(right.len());
    if short < FEW || left.len().max(right.len()) > MOST {
        return out;
    }
    let words = |line: &[Piece]| line.iter().map(|piece| piece.word.clone()).collect::<Vec<String>>();
    let ops = capture_diff_slices(Algorithm::Myers, &words(&left), &words(&right));
    let equal: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    let like = equal as f32 / short as f32;
    if like < LIKE {
        return out;
    }
    for (at, op) in ops.iter().enumerate() {
        let Some((x, y)) = swapped(&left, &right, op).filter(|_| framed(&ops, at)) else { continue };
        let (Some(one), Some(other)) = (a.facts.get(x), b.facts.get(y)) else { continue };
        let Some(kind) = comparable(one, other) else { continue };
        if listed(&left, &right, op) || knows(b, one) || knows(a, other) {
            continue;
        }
        let alone = ops.iter().filter(|op| op.tag() != DiffTag::Equal).count() == 1;
        let sure = kind == DifferenceKind::Name && alone && like >= ALIKE;
        let (verdict, doubt) = if sure { (Verdict::Conflict, None) } else { (Verdict::Check, Some(Doubt::Wording)) };
        let reason = Reason { doubt, ..plain(ReasonCode::SameRole) };
        let (x, y) = (Told::fact(0, x, one), Told::fact(1, y, other));
        out.push(Pair { a: x, b: y, kind, verdict: Some(verdict), reason });
    }
    out
}

/// A word of a statement, or a whole name.
struct Piece {
    word: String,
    name: Option<usize>,
}

/// The statement as words, each name one of them.
fn line(stand: &Stand<'_>) -> Vec<Piece> {
    let names = |range: &std::ops::Range<usize>| {
        stand
            .facts
            .iter()
            .position(|f| f.kind == MentionKind::Name && f.range.start < range.end && range.start < f.range.end)
    };
    let mut out: Vec<Piece> = Vec::new();
    for (range, word) in stand.wording.words.iter().zip(&stand.wording.folded).take(MOST + 1) {
        let name = names(range);
        if name.is_some() && out.last().is_some_and(|last| last.name == name) {
            continue;
        }
        let word = match name.and_then(|n| stand.facts.get(n)) {
            Some(fact) => words_of(fact).join(" "),
            None => word.clone(),
        };
        out.push(Piece { word, name });
    }
    out
}

/// One name in exchange for one name.
fn swapped(left: &[Piece], right: &[Piece], op: &DiffOp) -> Option<(usize, usize)> {
    let one = |range: std::ops::Range<usize>, line: &[Piece]| {
        if range.len() == 1 { line.get(range.start)?.name } else { None }
    };
    if op.tag() != DiffTag::Replace {
        return None;
    }
    Some((one(op.old_range(), left)?, one(op.new_range(), right)?))
}

/// The same words stand before and after it, three of them at least.
fn framed(ops: &[DiffOp], at: usize) -> bool {
    let same = |op: Option<&DiffOp>| op.filter(|op| op.tag() == DiffTag::Equal).map_or(0, |op| op.old_range().len());
    let before = same(at.checked_sub(1).and_then(|before| ops.get(before)));
    before > 0 && before + same(ops.get(at + 1)) >= 3
}

/// A neighbour is a name too: lists of names come in any order.
fn listed(left: &[Piece], right: &[Piece], op: &DiffOp) -> bool {
    let beside = |line: &[Piece], range: std::ops::Range<usize>| {
        let before = range.start.checked_sub(1).and_then(|n| line.get(n));
        [before, line.get(range.end)].into_iter().flatten().any(|piece| piece.name.is_some())
    };
    beside(left, op.old_range()) || beside(right, op.new_range())
}

/// The kind of a difference between two names of one kind that cannot mean the same.
fn comparable(a: &Fact, b: &Fact) -> Option<DifferenceKind> {
    let (Value::Name(x), Value::Name(y)) = (&a.value, &b.value) else { return None };
    let shared = x.words.iter().any(|v| y.words.iter().any(|w| v == w || variant(v, w)));
    let initials = |long: &[String], short: &[String]| {
        let heads: String = long.iter().filter_map(|w| w.chars().next()).collect();
        short.len() == 1 && short.first().is_some_and(|s| heads == *s || heads.starts_with(s.as_str()))
    };
    if shared || initials(&x.words, &y.words) || initials(&y.words, &x.words) {
        return None;
    }
    match (x.entity.kind, y.entity.kind) {
        // One word may be an office, and a surname alone tells too little.
        (NameKind::Person, NameKind::Person) if x.words.len().min(y.words.len()) > 1 => Some(DifferenceKind::Name),
        (NameKind::Place, NameKind::Place) => Some(DifferenceKind::Place),
        _ => None,
    }
}

/// The article of `stand` names it too, or a part of it.
pub(super) fn knows(stand: &Stand<'_>, name: &Fact) -> bool {
    let of_name = |fact: &&Fact| fact.kind == MentionKind::Name;
    let known = stand.article_facts.iter().flat_map(|facts| facts.iter()).filter(of_name);
    let words = words_of(name);
    known.flat_map(words_of).any(|word| words.iter().any(|own| own == word || variant(own, word)))
}

/// Names of several words or of a long one that differ in spelling only.
fn spellings(a: &Stand<'_>, b: &Stand<'_>) -> Vec<Pair> {
    let names = |stand: &Stand<'_>| -> Vec<usize> {
        let named = stand.facts.iter().enumerate().filter(|(_, f)| f.kind == MentionKind::Name);
        named.map(|(n, _)| n).take(24).collect()
    };
    let mut out = Vec::new();
    for x in names(a) {
        for y in names(b) {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            let (one, other) = (words_of(left), words_of(right));
            let alike = one.len() == other.len() && one != other;
            if alike && one.iter().zip(other).all(|(v, w)| v == w || variant(v, w)) && !uses(b, one) && !uses(a, other)
            {
                let (a, b, reason) = (Told::fact(0, x, left), Told::fact(1, y, right), plain(ReasonCode::Spelling));
                out.push(Pair { a, b, kind: DifferenceKind::Name, verdict: Some(Verdict::Equivalent), reason });
            }
        }
    }
    out
}

/// The article writes the name like this somewhere.
fn uses(stand: &Stand<'_>, words: &[String]) -> bool {
    let written = |fact: &Fact| words_of(fact).windows(words.len().max(1)).any(|run| run == words);
    stand.article_facts.iter().flat_map(|facts| facts.iter()).filter(|f| f.kind == MentionKind::Name).any(written)
}

/// Two spellings of one word of a name: the same once letters that stand for one sound are, or one letter apart.
pub(super) fn variant(a: &str, b: &str) -> bool {
    if a.chars().count().min(b.chars().count()) < LONG || a.chars().next() != b.chars().next() {
        return false;
    }
    let (x, y) = (sounds(a), sounds(b));
    // "Republican" and "Republicans", "Arabia" and "Arabian" are two words.
    let ending =
        |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "n" | "es"));
    !ending(a, b) && !ending(b, a) && (x == y || one_apart(&x, &y))
}

/// Old and new Indonesian spelling, and the ways in which Latin letters are found for others.
fn sounds(word: &str) -> Vec<char> {
    let mut text = word.to_owned();
    for (from, to) in
        [("oe", "u"), ("dj", "j"), ("tj", "c"), ("kh", "k"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("z", "s")]
    {
        text = text.replace(from, to);
    }
    let mut out: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    out.dedup();
    out
}

fn one_apart(a: &[char], b: &[char]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.len() < LONG || long.len() - short.len() > 1 {
        return false;
    }
    let head = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    let tail = long.iter().rev().zip(short.iter().rev()).take_while(|(x, y)| x == y).count();
    head + tail + 1 >= long.len()
}
