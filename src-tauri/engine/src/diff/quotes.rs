//! Quotations word by word: two quotations of one language that are plainly the same one.
//!
//! Across languages a quotation is a translation, so nothing is said of its words; figures in it are compared like any
//! other. Words of one that stand in another quotation of the other article are not missing there: outlets cut one
//! quotation into pieces around "he said".
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::reason::plain;
use super::stand::{Pair, Stand, Told, words_of};
use crate::facts::Fact;
use crate::model::{DifferenceKind, MentionKind, ReasonCode, Verdict};

/// A quotation of fewer words is a term or a title.
const FEW: usize = 4;
/// Longer quotations are not compared: a speech in full.
const MOST: usize = 400;
/// Share of the shorter one's words, in order, that the other must have.
const SAME: f32 = 0.7;
/// The same for quotations of few words.
const SHORT: usize = 8;
const SAME_SHORT: f32 = 0.85;

/// How one quotation relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same words.
    Same,
    /// One is a part of the other.
    Part,
    /// Some words are others.
    Changed,
}

/// The quotations that two statements give otherwise.
pub(super) fn quotes(a: &Stand<'_>, b: &Stand<'_>) -> Vec<Pair> {
    if a.language != b.language {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (x, left) in quotations(a) {
        for (y, right) in quotations(b) {
            if let Some((verdict, code)) = judged((a, left), (b, right)) {
                let (a, b) = (Told::fact(0, x, left), Told::fact(1, y, right));
                out.push(Pair { a, b, kind: DifferenceKind::Quote, verdict: Some(verdict), reason: plain(code) });
            }
        }
    }
    out
}

/// The quotations of a statement with their positions among its facts.
pub(super) fn quotations<'a>(stand: &Stand<'a>) -> impl Iterator<Item = (usize, &'a Fact)> {
    let fits = |fact: &&Fact| fact.kind == MentionKind::Quote && (FEW..=MOST).contains(&words_of(fact).len());
    stand.facts.iter().enumerate().filter(move |(_, fact)| fits(fact)).take(8)
}

fn judged((a, left): (&Stand<'_>, &Fact), (b, right): (&Stand<'_>, &Fact)) -> Option<(Verdict, ReasonCode)> {
    match likeness(words_of(left), words_of(right))? {
        Likeness::Same if signs(a, left) == signs(b, right) => None,
        Likeness::Same => Some((Verdict::Equivalent, ReasonCode::QuoteSigns)),
        Likeness::Part => {
            let (long, short, there) =
                if words_of(left).len() > words_of(right).len() { (left, right, b) } else { (right, left, a) };
            (!pieced(long, short, there)).then_some((Verdict::MoreSpecific, ReasonCode::QuotePart))
        }
        Likeness::Changed if pieced(left, right, b) || pieced(right, left, a) => None,
        Likeness::Changed => Some((Verdict::Check, ReasonCode::QuoteWords)),
    }
}

/// How two quotations relate when they are plainly one.
pub(super) fn likeness(a: &[String], b: &[String]) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    let equal: usize = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
    let short = a.len().min(b.len());
    let needed = if short < SHORT { SAME_SHORT } else { SAME };
    // "We will not negotiate", "We will never negotiate": one word in another's place.
    let replaced = ops.iter().filter(|op| op.tag() != DiffTag::Equal).all(|op| op.tag() == DiffTag::Replace);
    let one_word = replaced && a.len() == b.len() && short > FEW && equal + 1 == short;
    if (equal as f32) < needed * short as f32 && !one_word {
        return None;
    }
    Some(if equal == short { Likeness::Part } else { Likeness::Changed })
}

/// The words of `long` that `short` has not stand in other quotations of the article of `there`.
fn pieced(long: &Fact, short: &Fact, there: &Stand<'_>) -> bool {
    let (long, short) = (words_of(long), words_of(short));
    let ops = capture_diff_slices(Algorithm::Myers, long, short);
    let missing = ops.iter().filter(|op| op.tag() != DiffTag::Equal).flat_map(|op| long.get(op.old_range()));
    let missing: Vec<&String> = missing.flatten().collect();
    let others: Vec<&String> = there
        .article_facts
        .iter()
        .flat_map(|facts| facts.iter())
        .filter(|fact| fact.kind == MentionKind::Quote && words_of(fact) != short)
        .flat_map(words_of)
        .collect();
    !missing.is_empty() && missing.iter().filter(|word| others.contains(word)).count() * 5 >= missing.len() * 4
}

/// A quotation as it is written, case, white space, the sign at its end and the kind of quotation marks and dashes aside.
fn signs(stand: &Stand<'_>, fact: &Fact) -> String {
    let text = stand.text.get(fact.range.clone()).unwrap_or_default();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.'));
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' | '`' => '\'',
            '“' | '”' | '„' => '"',
            '–' | '—' => '-',
            other => other,
        })
        .collect()
}
