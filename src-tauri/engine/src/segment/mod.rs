//! Stage 3: from a paragraph to its sentences, and from a sentence to its words.
//!
//! Read in this order: [`lines`] parts a text at blank lines and deliberate line breaks, [`stop`] reads each full stop
//! with the quotes and brackets that close with it, [`shield`] names the spans that must stay whole, [`verdict`] says
//! whether a stop ends a sentence, by the word lists in [`rules`] (one file a language). Nothing is ever dropped or
//! changed: the ranges tile the text. A headline without a full stop inside running text cannot be told from the
//! sentence after it; the extraction keeps it apart as its own paragraph.
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Language;

mod furniture;
mod lines;
mod rules;
mod shield;
mod signs;
mod stop;
mod verdict;

pub use furniture::is_furniture;

/// Splits `text` into sentences. The ranges tile the text: joined, the pieces are the input, white space included.
///
/// White space after a sentence belongs to it; white space before the first sentence belongs to the first.
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let rules = rules::of(language);
    let mut cuts = Vec::new();
    for block in lines::blocks(text) {
        let from = block.start;
        if from > 0 {
            cuts.push(from);
        }
        let inside = text.get(block).unwrap_or_default();
        cuts.extend(verdict::cuts(inside, rules).into_iter().map(|cut| from + cut));
    }
    cuts.push(text.len());
    let mut start = 0;
    let mut ranges = Vec::with_capacity(cuts.len());
    for cut in cuts {
        if cut > start {
            ranges.push(start..cut);
            start = cut;
        }
    }
    ranges
}

/// The words of `text` by the rules of Unicode (UAX 29): "150.000" and "M4,9" are one word each, signs are none.
pub fn words(text: &str) -> Vec<Range<usize>> {
    text.unicode_word_indices().map(|(start, word)| start..start + word.len()).collect()
}

/// The parts of a word that a page glued together ("BaratDaya", "diGarut"): a capital after a small letter begins a new one.
pub fn by_capitals(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut small) = (0, false);
    for (at, c) in word.char_indices() {
        if small && c.is_uppercase() {
            parts.extend(word.get(start..at));
            start = at;
        }
        small = c.is_lowercase();
    }
    parts.extend(word.get(start..));
    parts
}

#[cfg(test)]
mod tests;
