//! How sure a statement is, and whether it is negated, against a statement that says the same otherwise.
//!
//! Only in one language, where the word that is doubted or negated stands in both statements. Reserve on one side is a
//! note and never more: an outlet may know more than another. A negation on one side is a conflict only when the rest
//! of the two statements is nearly the same.
use std::ops::Range;

use super::Grade;
use super::reason::plain;
use super::roles::kin;
use super::stand::{Pair, Stand, Told};
use crate::facts::{Tone, Toned, content_words};
use crate::model::{DifferenceKind, Doubt, Reason, ReasonCode, Verdict};
use crate::segment;

/// Share of each statement's content words that the other must have: to look at a negation, and to call it a conflict.
const LIKE: f32 = 0.7;
const ALIKE: f32 = 0.9;
/// A statement of fewer content words says too little.
const FEW: usize = 4;
/// Words of reserve of one statement that are looked at.
const MOST: usize = 8;
/// More content words than this are no sentence.
const LONG: usize = 200;
/// Words on each side of the doubted word, and how many content words of them must be shared.
const AROUND: usize = 5;
const SHARED: usize = 2;

/// What two statements tell otherwise in tone.
pub(super) fn tones(a: &Stand<'_>, b: &Stand<'_>, grade: Grade) -> Vec<Pair> {
    if a.language != b.language || grade < Grade::Close || (a.tones.is_empty() && b.tones.is_empty()) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (one, other) in [((0, a), (1, b)), ((1, b), (0, a))] {
        out.extend(reserve(one, other).map(|(x, y)| {
            let reason = plain(ReasonCode::Reserve);
            Pair { a: x, b: y, kind: DifferenceKind::Certainty, verdict: Some(Verdict::Note), reason }
        }));
        if grade >= Grade::Firm {
            out.extend(negation(one, other));
        }
    }
    out
}

fn of<'a>(stand: &Stand<'a>, tone: Tone) -> impl Iterator<Item = &'a Toned> {
    stand.tones.iter().filter(move |toned| toned.tone == tone)
}

/// A word that `a` tells with reserve and `b` as a fact, told by the same voice or by the article itself.
fn reserve((i, a): (usize, &Stand<'_>), (j, b): (usize, &Stand<'_>)) -> Option<(Told, Told)> {
    let quoted = b.speaker.is_some() && a.speaker.is_none();
    if quoted || b.tones.iter().any(|toned| toned.tone != Tone::Negation) {
        return None;
    }
    of(a, Tone::Reserve).take(MOST).find_map(|toned| {
        let (word, own) = toned.governs.first()?.clone();
        // A name is not doubted, and a negation changes what is.
        let capital = a.text.get(own.clone()).is_some_and(|w| w.starts_with(char::is_uppercase));
        if capital || a.tones.iter().any(|other| other.range == own) {
            return None;
        }
        let there = find(b, &word)?;
        let doubted = |toned: &Toned| toned.tone == Tone::Reserve && toned.governs.iter().any(|(w, _)| kin(w, &word));
        let elsewhere = b.article_tones.iter().flat_map(|tones| tones.iter()).any(doubted);
        if elsewhere || shared_around((a, &own), (b, &there)) < SHARED {
            return None;
        }
        Some((Told::words(i, toned.range.start..own.end, "reserve"), Told::words(j, there, "fact")))
    })
}

/// A word that `a` negates and `b` does not, in statements that are the same otherwise.
fn negation((i, a): (usize, &Stand<'_>), (j, b): (usize, &Stand<'_>)) -> Option<Pair> {
    let mut own = of(a, Tone::Negation);
    let (Some(toned), None, None) = (own.next(), own.next(), of(b, Tone::Negation).next()) else { return None };
    let (word, range) = toned.governs.first()?.clone();
    let there = find(b, &word)?;
    let bare = |stand: &Stand<'_>, cut: &Range<usize>| {
        let (before, after) = (stand.text.get(..cut.start), stand.text.get(cut.end..));
        let text = format!("{} {}", before.unwrap_or_default(), after.unwrap_or_default());
        content_words(&text, stand.language)
    };
    let (x, y) = (bare(a, &toned.range), bare(b, &(0..0)));
    if x.len().min(y.len()) < FEW || x.len().max(y.len()) > LONG {
        return None;
    }
    let told = |x: &[String], y: &[String]| {
        x.iter().filter(|v| y.iter().any(|w| kin(v, w))).count() as f32 / x.len().max(1) as f32
    };
    let like = told(&x, &y).min(told(&y, &x));
    if like < LIKE {
        return None;
    }
    let sure = like >= ALIKE && !hedged(a) && !hedged(b);
    let (verdict, doubt) = if sure { (Verdict::Conflict, None) } else { (Verdict::Check, Some(Doubt::Wording)) };
    let reason = Reason { doubt, ..plain(ReasonCode::Negated) };
    let (x, y) = (Told::words(i, toned.range.start..range.end, "no"), Told::words(j, there, "yes"));
    Some(Pair { a: x, b: y, kind: DifferenceKind::Negation, verdict: Some(verdict), reason })
}

fn hedged(stand: &Stand<'_>) -> bool {
    stand.tones.iter().any(|toned| toned.tone != Tone::Negation)
}

/// Where a form of `word` stands in the statement.
fn find(stand: &Stand<'_>, word: &str) -> Option<Range<usize>> {
    segment::words(stand.text).into_iter().find(|range| {
        let own = stand.text.get(range.clone()).unwrap_or_default().to_lowercase();
        kin(&own, word)
    })
}

/// How many content words around two words are the same.
fn shared_around((a, x): (&Stand<'_>, &Range<usize>), (b, y): (&Stand<'_>, &Range<usize>)) -> usize {
    let around = |stand: &Stand<'_>, at: &Range<usize>| {
        let words = |range: Range<usize>| content_words(stand.text.get(range).unwrap_or_default(), stand.language);
        let before = words(0..at.start).into_iter().rev().take(AROUND);
        before.chain(words(at.end..stand.text.len()).into_iter().take(AROUND)).collect::<Vec<_>>()
    };
    let theirs = around(b, y);
    around(a, x).iter().filter(|v| theirs.iter().any(|w| kin(v, w))).count()
}
