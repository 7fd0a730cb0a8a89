//! The content words around a figure, by which two figures are known to tell of the same thing.
use super::lexicon::Lexicon;
use super::tokens::{Shape, Token};

const BEFORE: usize = 5;
const AFTER: usize = 5;

/// The content words before token `first` in its clause, nearest first.
pub(super) fn before(words: &Lexicon, tokens: &[Token<'_>], first: usize, figures: &[(usize, usize)]) -> Vec<String> {
    let places = (0..first).rev();
    collect(words, tokens, places, figures, BEFORE)
}

/// The content words after token `end` in its clause, nearest first; classifiers ("orang", "unit") only when nothing
/// else follows.
pub(super) fn after(words: &Lexicon, tokens: &[Token<'_>], end: usize, figures: &[(usize, usize)]) -> Vec<String> {
    let found = collect(words, tokens, end..tokens.len(), figures, AFTER);
    let is_classifier = |w: &String| {
        let piece = super::tokens::tokens(w);
        words.part(&piece, 0, "classifier") > 0
    };
    let rest: Vec<String> = found.iter().filter(|w| !is_classifier(w)).cloned().collect();
    if rest.is_empty() { found } else { rest }
}

fn collect(
    words: &Lexicon,
    tokens: &[Token<'_>],
    places: impl Iterator<Item = usize>,
    figures: &[(usize, usize)],
    most: usize,
) -> Vec<String> {
    let mut out = Vec::new();
    for i in places {
        let Some(token) = tokens.get(i) else { break };
        let figure = figures.iter().any(|&(from, to)| (from..to).contains(&i));
        let end = token.shape == Shape::Mark && !matches!(token.text, "-" | "'" | "’" | "%");
        if figure || end || out.len() >= most {
            break;
        }
        if token.shape == Shape::Word && !words.is_stop(tokens, i) {
            out.extend(unglued(token.text));
        }
    }
    out.truncate(most);
    out
}

/// Scraped pages glue words together ("BaratDaya", "diGarut"): a capital after a small letter begins a new word.
fn unglued(word: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut small = false;
    for c in word.chars() {
        if small && c.is_uppercase() {
            out.push(String::new());
        }
        small = c.is_lowercase();
        if let Some(last) = out.last_mut() {
            last.extend(c.to_lowercase());
        }
    }
    out.retain(|w| w.chars().count() > 1);
    out
}
