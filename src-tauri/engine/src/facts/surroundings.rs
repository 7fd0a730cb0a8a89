//! The content words around a figure, by which two figures are known to tell of the same thing.
use super::lexicon::{Lexicon, Sense};
use super::tokens::{Shape, Token};
use super::value::Fate;
use crate::segment;

const BEFORE: usize = 5;
const AFTER: usize = 5;

/// Which tokens belong to figures, and which words have told the fate of one.
pub(super) struct Figures {
    inside: Vec<bool>,
    told: Vec<bool>,
}

impl Figures {
    /// None yet, among so many tokens.
    pub(super) fn new(tokens: usize) -> Figures {
        Figures { inside: vec![false; tokens], told: vec![false; tokens] }
    }

    /// The tokens from `first` to `end` are a figure.
    pub(super) fn add(&mut self, first: usize, end: usize) {
        self.inside.iter_mut().take(end).skip(first).for_each(|t| *t = true);
    }

    fn has(&self, i: usize) -> bool {
        self.inside.get(i).copied().unwrap_or(false)
    }
}

/// The content words before token `first` in its clause, nearest first.
pub(super) fn before(words: &Lexicon, tokens: &[Token<'_>], first: usize, figures: &Figures) -> Vec<String> {
    collect(words, tokens, (0..first).rev(), figures, BEFORE)
}

/// The content words after token `end` in its clause, nearest first; classifiers ("orang", "unit") only when nothing
/// else follows.
pub(super) fn after(words: &Lexicon, tokens: &[Token<'_>], end: usize, figures: &Figures) -> Vec<String> {
    let found = collect(words, tokens, end..tokens.len(), figures, AFTER);
    let rest: Vec<String> = found.iter().filter(|w| !words.word_is(w, "classifier")).cloned().collect();
    if rest.is_empty() { found } else { rest }
}

/// What became of the people counted by the figure at `(first, end)`.
///
/// A verb right before it ("menewaskan 12") comes first, then a word after it ("12 orang tewas"), then a word further
/// before ("korban tewas mencapai 12"). A word serves one figure only: `told` marks those that are used up.
pub(super) fn fate(
    words: &Lexicon,
    tokens: &[Token<'_>],
    (first, end): (usize, usize),
    figures: &mut Figures,
) -> Option<Fate> {
    let closed = |i: &usize| {
        let mark =
            tokens.get(*i).is_some_and(|t| t.shape == Shape::Mark && !matches!(t.text, "-" | "'" | "’" | "," | "("));
        // "was 13 when he began to drink and killed himself"
        mark || figures.has(*i) || words.part(tokens, *i, "clause") > 0
    };
    let verb = |s: &Sense| if let Sense::Kills(f) = s { Some(*f) } else { None };
    let state = |s: &Sense| if let Sense::Fate(f) = s { Some(*f) } else { None };
    let free = |i: usize| !figures.told.get(i).copied().unwrap_or(true);
    let content = |i: &usize| !words.is_stop(tokens, *i) && tokens.get(*i).is_some_and(|t| t.shape == Shape::Word);
    let back = || (0..first).rev().take_while(|i| !closed(i)).filter(|i| content(i));
    let ahead = || (end..tokens.len()).take_while(|i| !closed(i));
    // "the injured were taken to six hospitals": a word before it tells only of people, or when no noun follows.
    let people = ahead().next().is_none_or(|i| !content(&i) || words.part(tokens, i, "people") > 0);
    let far = back().take(if people { 5 } else { 0 });
    let found = back()
        .take(1)
        .filter_map(|i| Some((i, words.at(tokens, i, verb)?.0)))
        .chain(ahead().filter(|i| content(i)).take(5).filter_map(|i| Some((i, words.at(tokens, i, state)?.0))))
        .chain(far.filter_map(|i| Some((i, words.at(tokens, i, state).or_else(|| words.at(tokens, i, verb))?.0))))
        .find(|(i, _)| free(*i))?;
    if let Some(place) = figures.told.get_mut(found.0) {
        *place = true;
    }
    Some(found.1)
}

fn collect(
    words: &Lexicon,
    tokens: &[Token<'_>],
    places: impl Iterator<Item = usize>,
    figures: &Figures,
    most: usize,
) -> Vec<String> {
    let mut out = Vec::new();
    for i in places {
        let Some(token) = tokens.get(i) else { break };
        let end = token.shape == Shape::Mark && !matches!(token.text, "-" | "'" | "’" | "%");
        if figures.has(i) || end || out.len() >= most {
            break;
        }
        if token.shape == Shape::Word && !words.is_stop(tokens, i) {
            out.extend(unglued(token.text));
        }
    }
    out.truncate(most);
    out
}

/// The words of a word that a page may have glued together, in lower case, single letters left out.
pub(super) fn unglued(word: &str) -> Vec<String> {
    let lower = |part: &str| part.chars().flat_map(char::to_lowercase).collect::<String>();
    segment::by_capitals(word).into_iter().map(lower).filter(|part| part.chars().count() > 1).collect()
}
