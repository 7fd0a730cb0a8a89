//! Acronyms told in brackets: "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)", "Flores Timur (Flotim)".
use super::names::{Found, is_acronym};
use super::sentence::Sentence;
use super::tokens::Shape;
use crate::model::NameKind;

/// Most tokens of the long form.
const LONGEST: usize = 16;

/// Gives the long forms in `sentence` their acronyms, and makes one name of a long form that was found in pieces.
pub(super) fn resolve(sentence: &mut Sentence<'_>) {
    for at in 0..sentence.tokens.len() {
        let closed = sentence.is(at, "(") && sentence.is(at + 2, ")");
        let Some(short) = sentence.tokens.get(at + 1).filter(|t| closed && t.capital()) else { continue };
        let (text, lower) = (short.text.to_owned(), short.lower.clone());
        if is_acronym(&text)
            && let Some(first) = long_form(sentence, at, &lower)
        {
            merge(sentence, first, at, lower);
        } else if let before = sentence.names.partition_point(|n| n.end < at)
            && let Some(name) = sentence.names.get_mut(before).filter(|n| n.end == at)
            && lower.chars().count() < name.words.concat().chars().count()
            && name.words.len() > 1
            && abbreviates(&lower, &name.words.concat())
        {
            name.short = Some(lower);
        }
    }
}

/// The first token of the words before `at` whose initials are `short`.
fn long_form(sentence: &Sentence<'_>, at: usize, short: &str) -> Option<usize> {
    const SMALL: usize = 5;
    let mut letters = short.chars().rev().peekable();
    for i in (at.saturating_sub(LONGEST)..at).rev() {
        let token = sentence.tokens.get(i)?;
        match token.shape {
            Shape::Mark if matches!(token.text, "," | "-" | "&" | "/") => {}
            Shape::Word if token.capital() => {
                let letter = letters.next()?;
                if !token.lower.starts_with(letter) {
                    return None;
                }
                if letters.peek().is_none() {
                    return Some(i);
                }
            }
            // "Co-operation": the second half has no letter of its own.
            Shape::Word if !token.spaced || token.text.chars().count() <= SMALL => {}
            _ => return None,
        }
    }
    None
}

/// One name from token `first` up to `end`.
fn merge(sentence: &mut Sentence<'_>, first: usize, end: usize, short: String) {
    let Some(range) = sentence.bytes(first, end) else { return };
    let from = sentence.names.partition_point(|n| n.end <= first);
    let to = sentence.names.partition_point(|n| n.first < end).max(from);
    let kinds: Vec<NameKind> = sentence.names.iter().take(to).skip(from).map(|n| n.kind).collect();
    let place = !kinds.is_empty() && kinds.iter().all(|k| *k == NameKind::Place);
    let parts = sentence.tokens.get(first..end).unwrap_or(&[]);
    let words = parts.iter().filter(|t| t.shape == Shape::Word).map(|t| t.lower.clone()).collect();
    let kind = if place { NameKind::Place } else { NameKind::Organisation };
    let name = Found { first, end, range, words, kind, role: None, short: Some(short), possessive: false };
    sentence.names.splice(from..to, [name]);
}

/// The letters of `short` stand in `long` in this order, the first at its beginning.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().enumerate().all(|(n, c)| if n == 0 { rest.next() == Some(c) } else { rest.any(|d| d == c) })
}
