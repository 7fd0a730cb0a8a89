//! Spans inside which no sentence ends: brackets, and in some languages short quotations.
//!
//! A quotation of two short sentences and its "kata dia" are one statement; a long quotation is several. How long is a
//! matter of the language's rules. An opener without its closer shields nothing.
use std::ops::Range;

use super::signs::{bracket_pair, quote_pair};

/// The longest bracket that is kept whole, in bytes.
const BRACKET_LIMIT: usize = 300;

/// The shielded spans of `block`, in order and without overlap; quotations up to `quote_limit` bytes.
pub fn spans(block: &str, quote_limit: usize) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    let mut free_from = 0;
    for (at, c) in block.char_indices() {
        if at >= free_from && !c.is_alphanumeric() && !c.is_whitespace() {
            let end = bracket_end(block, at, c).or_else(|| quote_end(block, at, c, before, quote_limit));
            if let Some(end) = end {
                spans.push(at..end);
                free_from = end;
            }
        }
        before = c;
    }
    spans
}

/// Whether `place` lies inside one of the spans; `spans` are in order.
pub fn covers(spans: &[Range<usize>], place: usize) -> bool {
    let index = spans.partition_point(|span| span.end <= place);
    spans.get(index).is_some_and(|span| span.start < place)
}

/// The end of the bracket opened at `at`, nested ones counted.
fn bracket_end(block: &str, at: usize, open: char) -> Option<usize> {
    let close = bracket_pair(open)?;
    let mut depth = 0usize;
    for (offset, c) in window(block, at, BRACKET_LIMIT).char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + offset + c.len_utf8());
            }
        }
    }
    None
}

/// The end of the quotation opened at `at`; a straight quote opens only when it stands at the start of a word.
fn quote_end(block: &str, at: usize, open: char, before: char, limit: usize) -> Option<usize> {
    let close = quote_pair(open)?;
    if limit == 0
        || before.is_alphanumeric()
        || (open == '"' && !(before.is_whitespace() || "([—–-:„“'".contains(before)))
    {
        return None;
    }
    let mut depth = 1usize;
    let mut previous = open;
    for (offset, c) in window(block, at, limit).char_indices().skip(1) {
        // A quote after white space opens a quotation inside this one.
        if c == open && previous.is_whitespace() {
            depth += 1;
        } else if close.contains(&c) {
            depth -= 1;
            if depth == 0 {
                return Some(at + offset + c.len_utf8());
            }
        }
        previous = c;
    }
    None
}

/// At most `limit` bytes of `block` from `at` on, cut at a character.
fn window(block: &str, at: usize, limit: usize) -> &str {
    let mut end = block.len().min(at.saturating_add(limit));
    while !block.is_char_boundary(end) {
        end -= 1;
    }
    block.get(at..end).unwrap_or_default()
}
