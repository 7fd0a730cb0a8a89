//! A statement's wording, cut into words once for all the statements that it is compared with.
use std::ops::Range;

use crate::facts::content_words;
use crate::model::Language;
use crate::segment;

/// Of a statement of more content words only so many are looked at.
const MOST: usize = 1000;

/// The words of a statement. Made by [`Wording::of`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// Every word, bytes of the text.
    pub(super) words: Vec<Range<usize>>,
    /// The same in lower case.
    pub(super) folded: Vec<String>,
    /// Letters and digits in lower case, words parted by one space.
    pub(super) plain: String,
    /// Words that carry content, in lower case and order, at most [`MOST`].
    pub(super) content: Vec<String>,
}

impl Wording {
    /// How many words it has.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// Cuts a statement into its words.
    pub fn of(text: &str, language: Language) -> Wording {
        let words = segment::words(text);
        let folded = words.iter().map(|w| text.get(w.clone()).unwrap_or_default().to_lowercase()).collect();
        let mut content = content_words(text, language);
        content.truncate(MOST);
        Wording { words, folded, plain: plain(text), content }
    }
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
