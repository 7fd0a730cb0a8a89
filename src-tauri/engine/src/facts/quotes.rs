//! Finds words between quotation marks: “ ”, " ", ‘ ’, « », „ “. Single words are no quotation but a way to point.
//!
//! A quotation that is not closed in the statement runs to its end and on into the next of its paragraph: sentences are
//! split inside quotations.
use std::ops::Range;

use super::tokens::{Shape, tokens};

/// The quotations of a statement.
#[derive(Debug, Default)]
pub(super) struct Quotations {
    /// The inside of each, bytes, in order; also of single words.
    pub(super) spans: Vec<Range<usize>>,
    /// The mark that will close the one that is still open at the end.
    pub(super) open: Option<char>,
}

/// The quotations of `text`, at whose beginning one may be open already (`open`: the mark that closes it).
pub(super) fn quotations(text: &str, open: Option<char>) -> Quotations {
    let mut spans = Vec::new();
    let mut inside: Option<(usize, char)> = open.map(|close| (0, close));
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let after = text.get(next..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        match inside {
            None => inside = closing(c, before, after).map(|close| (next, close)),
            Some((start, close)) if c == close || (close == '”' && c == '"') => {
                let apostrophe = close == '’' && after.is_alphanumeric();
                // A mark that can only open: the one before it was never closed.
                let opens = c == '"' && before.is_whitespace() && after.is_alphanumeric();
                if !apostrophe {
                    spans.push(start..at);
                    inside = opens.then_some((next, close));
                }
            }
            Some((start, close)) if c == '“' && close == '”' => {
                spans.push(start..at);
                inside = Some((next, close));
            }
            Some(_) => {}
        }
        before = c;
    }
    if let Some((start, close)) = inside
        && close != '’'
    {
        spans.push(start..text.len());
    }
    spans.retain(|span| !span.is_empty());
    Quotations { spans, open: inside.map(|(_, close)| close).filter(|&close| close != '’') }
}

fn closing(open: char, before: char, after: char) -> Option<char> {
    match open {
        // With a letter before and none after, it closes what was never opened.
        '"' if before.is_whitespace() || after.is_alphanumeric() || !ends_words(before) => Some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        // Elsewhere it is an apostrophe.
        '‘' if !before.is_alphanumeric() => Some('’'),
        _ => None,
    }
}

fn ends_words(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | '…' | ')')
}

/// A paragraph goes on with a quotation that the one before left open: the first mark in it closes.
pub(super) fn goes_on(text: &str, close: char) -> bool {
    let mark = text.find(['"', '“', '”', '„', '«', '»']);
    let Some((at, c)) = mark.and_then(|at| Some((at, text.get(at..)?.chars().next()?))) else { return false };
    let before = text.get(..at).and_then(|t| t.chars().next_back()).unwrap_or(' ');
    at > 0 && c == close && (close != '"' || !before.is_whitespace())
}

/// The words of a quotation in lower case; `None` for a single word.
pub(super) fn words(inside: &str) -> Option<Vec<String>> {
    let words: Vec<String> = tokens(inside).into_iter().filter(|t| t.shape != Shape::Mark).map(|t| t.lower).collect();
    (words.len() > 1).then_some(words)
}
