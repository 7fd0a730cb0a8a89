//! Finds words between quotation marks: “ ”, " ", ‘ ’, « », „ “. Single words are no quotation but a way to point.
//!
//! A quotation that is not closed in the statement runs to its end: sentences are split inside quotations.
use std::ops::Range;

use super::tokens::{Shape, tokens};

/// The inside of each quotation, bytes, with its words.
pub(super) fn quotes(text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match open {
            None => {
                if let Some(close) = closing(c, before) {
                    open = Some((at + c.len_utf8(), close));
                }
            }
            Some((start, close)) if c == close || (close == '”' && c == '"') => {
                let apostrophe = close == '’' && text.get(at + c.len_utf8()..).is_some_and(starts_with_letter);
                if !apostrophe {
                    out.extend(quote(text, start..at));
                    open = None;
                }
            }
            Some(_) => {}
        }
        before = c;
    }
    if let Some((start, close)) = open
        && close != '’'
    {
        out.extend(quote(text, start..text.len()));
    }
    out
}

fn closing(open: char, before: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        // Elsewhere it is an apostrophe.
        '‘' if !before.is_alphanumeric() => Some('’'),
        _ => None,
    }
}

fn starts_with_letter(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric)
}

fn quote(text: &str, range: Range<usize>) -> Option<(Range<usize>, Vec<String>)> {
    let words: Vec<String> =
        tokens(text.get(range.clone())?).into_iter().filter(|t| t.shape != Shape::Mark).map(|t| t.lower).collect();
    (words.len() > 1).then_some((range, words))
}
