//! Words that a scraper glued together ("dahsyatGunung", "kepadapengacara"), taken apart for matching only.
use std::collections::HashSet;

use super::lexicon;
use crate::model::Language;
use crate::segment;

/// A word on no list is cut only when it is at least so long, …
const LONGEST_SINGLE: usize = 9;
/// … and into parts of at least so many letters.
const SHORTEST_PART: usize = 4;
/// A part that is not a word of the event must be in general use (Zipf).
const USUAL: f32 = 4.0;

/// The words that an event uses by themselves.
pub(super) struct Vocabulary {
    words: HashSet<String>,
}

impl Vocabulary {
    /// Of all words of an event, in lower case.
    pub(super) fn of(words: impl Iterator<Item = String>) -> Vocabulary {
        Vocabulary { words: words.collect() }
    }

    /// The parts of a word, first by capitals inside it, then by the words that stand alone elsewhere.
    pub(super) fn apart<'w>(&self, word: &'w str, language: Language) -> Vec<&'w str> {
        let mut parts = Vec::new();
        for piece in segment::by_capitals(word) {
            match self.cut(piece, language) {
                Some((one, two)) => parts.extend([one, two]),
                None => parts.push(piece),
            }
        }
        parts
    }

    /// One part stands alone in the event, the other too or is a usual word; the whole is on no list.
    fn cut<'w>(&self, word: &'w str, language: Language) -> Option<(&'w str, &'w str)> {
        let lower = word.to_lowercase();
        let letters = word.chars().count();
        if letters < LONGEST_SINGLE || lower.len() != word.len() || lexicon::listed(&lower, language) {
            return None;
        }
        let whole = |part: &str| part.chars().count() >= SHORTEST_PART;
        let here = |part: &str| self.words.contains(part);
        let usual = |part: &str| lexicon::listed(part, language) && lexicon::frequency(part, language) >= USUAL;
        let cuts = lower.char_indices().map(|(at, _)| at).rev();
        cuts.filter_map(|at| Some((at, lower.get(..at)?, lower.get(at..)?)))
            .find(|(_, one, two)| {
                whole(one) && whole(two) && ((here(one) && (here(two) || usual(two))) || (usual(one) && here(two)))
            })
            .and_then(|(at, ..)| Some((word.get(..at)?, word.get(at..)?)))
    }
}
