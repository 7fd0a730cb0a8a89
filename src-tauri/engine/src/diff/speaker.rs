//! One quotation, said by two people. Where one article names nobody, nothing differs (SPEC §3).
use super::quotes::{Likeness, likeness, quotations};
use super::reason::plain;
use super::stand::{Pair, Stand, Told, names_of_article, words_of};
use crate::facts::{Fact, Value};
use crate::model::{DifferenceKind, Reason, ReasonCode, Verdict};

/// Shorter quotations are said by many.
const FEW: usize = 6;

/// The quotations that two statements give to two people.
pub(super) fn speakers(a: &Stand<'_>, b: &Stand<'_>) -> Option<Pair> {
    let (own, other) = (named(a)?, named(b)?);
    if a.language != b.language || knows(b, own) || knows(a, other) {
        return None;
    }
    let same = |x: &Fact, y: &Fact| {
        let (x, y) = (words_of(x), words_of(y));
        let alike = matches!(likeness(x, y), Some(Likeness::Same | Likeness::Part));
        (x.len().min(y.len()) >= FEW && alike).then_some(x == y)
    };
    let pairs = quotations(a).flat_map(|(_, x)| quotations(b).map(move |(_, y)| (x, y)));
    let word_by_word =
        pairs.filter(|(x, y)| said_by(x, own) && said_by(y, other)).filter_map(|(x, y)| same(x, y)).max()?;
    let verdict = if word_by_word { Verdict::Conflict } else { Verdict::Check };
    let told = |n: usize, stand: &Stand<'_>, name: &str| Told::words(n, stand.spoken.0..stand.spoken.1, name);
    let reason: Reason = plain(ReasonCode::TwoSpeakers);
    let (a, b) = (told(0, a, own), told(1, b, other));
    Some(Pair { a, b, kind: DifferenceKind::Speaker, verdict: Some(verdict), reason })
}

/// The person whom the statement itself names in full as the one who says it.
fn named<'a>(stand: &Stand<'a>) -> Option<&'a str> {
    let name = stand.speaker?;
    let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    (stand.spoken.1 > stand.spoken.0 && capitals >= 2).then_some(name)
}

fn said_by(quote: &Fact, speaker: &str) -> bool {
    matches!(&quote.value, Value::Quote(q) if q.speaker.as_deref() == Some(speaker))
}

/// The article names the person too, or someone of that name.
fn knows(stand: &Stand<'_>, name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).filter(|w| w.chars().count() > 2).collect();
    names_of_article(stand)
        .flatten()
        .any(|word| words.iter().any(|own| own == word || super::names::variant(own, word)))
}
