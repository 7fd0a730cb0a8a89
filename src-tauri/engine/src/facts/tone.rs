//! Words that say how sure a statement is ("allegedly", "diduga") and words that negate ("not", "tidak"), each with the
//! words it is said of. They change no value; [`crate::diff`] asks whether two statements share them.
use std::ops::Range;

use super::lexicon::Lexicon;
use super::surroundings::unglued;
use super::tokens::{Shape, Token, tokens};

/// Content words after a tone that it is said of.
const GOVERNS: usize = 2;
/// Tokens after it in which they are looked for.
const REACH: usize = 5;

/// What a word does to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// It is told with reserve.
    Reserve,
    /// Somebody claims it of somebody ("accused", "menuduh"): told with reserve, but not of the next word.
    Claim,
    /// It is negated.
    Negation,
}

/// A word of reserve or negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toned {
    /// What it does.
    pub tone: Tone,
    /// Where it stands, bytes of the statement's text.
    pub range: Range<usize>,
    /// The content words right after it, in lower case, with their places.
    pub governs: Vec<(String, Range<usize>)>,
}

/// The words of reserve and negation in a statement, by position.
pub(super) fn tones(words: &Lexicon, text: &str) -> Vec<Toned> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((tone, len)) = tone(words, &tokens, i) else {
            i += 1;
            continue;
        };
        let end = i + len;
        if let (Some(tone), Some(first), Some(last)) = (tone, tokens.get(i), tokens.get(end - 1)) {
            out.push(Toned { tone, range: first.start..last.end, governs: governs(words, &tokens, end) });
        }
        i = end;
    }
    out
}

/// The tone of the phrase at `i` and its length in tokens; no tone for "not only" and the like.
fn tone(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<(Option<Tone>, usize)> {
    let long = |part: &str| words.part(tokens, i, part);
    let (plain, negation) = (long("untoned"), long("negation"));
    let (claim, reserve) = (long("claim"), long("reserve").max(long("claim")));
    let most = plain.max(reserve).max(negation);
    if most > 0 {
        let tone = match most {
            _ if most == plain => None,
            _ if most == claim => Some(Tone::Claim),
            _ if most == reserve => Some(Tone::Reserve),
            _ => Some(Tone::Negation),
        };
        return Some((tone, most));
    }
    // "didn't", "wasn't": one word each.
    let token = tokens.get(i)?;
    token.lower.ends_with("n't").then_some((Some(Tone::Negation), 1))
}

/// The content words from token `from` on, in its clause. A figure ends it: "diperkirakan 100" is a figure's bound.
fn governs(words: &Lexicon, tokens: &[Token<'_>], from: usize) -> Vec<(String, Range<usize>)> {
    let mut out = Vec::new();
    for i in from..(from + REACH).min(tokens.len()) {
        let Some(token) = tokens.get(i) else { break };
        if token.shape != Shape::Word || out.len() >= GOVERNS {
            break;
        }
        if !words.is_stop(tokens, i)
            && let Some(word) = unglued(token.text).into_iter().next()
        {
            out.push((word, token.start..token.end));
        }
    }
    out
}
