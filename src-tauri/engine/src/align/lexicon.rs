//! The word lists that come with the program: how rare a word is, and what an Indonesian word means in English.
//!
//! The files of `data/` are sorted text and stay as they are in memory: a lookup is a binary search over the bytes of
//! the file, so that nothing has to be loaded. See `data/README.md` for where they come from.
use crate::model::Language;

/// Zipf frequency (log10 of uses per thousand million words) given to words that are on no list.
const UNLISTED: f32 = 2.2;

const INDONESIAN_ENGLISH: &str = include_str!("../../data/id-en.tsv");
const NEWS: &str = include_str!("../../data/news-id-en.tsv");
const IRREGULAR: &str = include_str!("../../data/irregular-en.tsv");

/// The frequency list of a language, when there is one.
fn frequencies(language: Language) -> Option<&'static str> {
    Some(match language.code() {
        "en" => include_str!("../../data/freq-en.tsv"),
        "id" | "ms" => include_str!("../../data/freq-id.tsv"),
        "pt" => include_str!("../../data/freq-pt.tsv"),
        "es" => include_str!("../../data/freq-es.tsv"),
        "fr" => include_str!("../../data/freq-fr.tsv"),
        "de" => include_str!("../../data/freq-de.tsv"),
        "nl" => include_str!("../../data/freq-nl.tsv"),
        _ => return None,
    })
}

/// The value of `key` in a text of lines "key, tab, value" sorted by bytes.
fn find<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes.get(..middle)?.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = bytes.get(middle..)?.iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| middle + at);
        let (word, value) = table.get(start..end)?.split_once('\t')?;
        match word.as_bytes().cmp(key.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(value),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// Zipf frequency of a lower-case word, about 1 to 8; `None` when it is on no list of the language.
fn listed_frequency(word: &str, language: Language) -> Option<f32> {
    Some(find(frequencies(language)?, word)?.parse::<f32>().ok()? / 10.0)
}

/// Zipf frequency of a lower-case word. For a language without a list, short words count as frequent ones.
pub(super) fn frequency(word: &str, language: Language) -> f32 {
    match frequencies(language) {
        Some(_) => listed_frequency(word, language).unwrap_or(UNLISTED),
        None => (7.5 - 0.6 * word.chars().count() as f32).max(3.0),
    }
}

/// The English words and phrases for an Indonesian word or phrase (lower case), parted by commas on each list.
pub(super) fn english(indonesian: &str) -> impl Iterator<Item = &'static str> {
    [NEWS, INDONESIAN_ENGLISH].into_iter().filter_map(move |table| find(table, indonesian)).flat_map(|e| e.split(','))
}

/// Whether a lower-case word is on the language's list.
pub(super) fn listed(word: &str, language: Language) -> bool {
    listed_frequency(word, language).is_some()
}

/// Groups of words of one meaning (WordNet synsets) that an English word belongs to.
pub(super) fn near(word: &str) -> impl Iterator<Item = &'static str> {
    find(include_str!("../../data/near-en.tsv"), word).into_iter().flat_map(|groups| groups.split(','))
}

/// The base form of an irregular English form ("fell" → "fall").
pub(super) fn irregular(word: &str) -> Option<&'static str> {
    find(IRREGULAR, word)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_every_line_is_found() {
        for table in [INDONESIAN_ENGLISH, NEWS, IRREGULAR, frequencies(Language::ENGLISH).unwrap()] {
            for line in table.lines() {
                let (key, value) = line.split_once('\t').unwrap();
                assert_eq!(find(table, key), Some(value), "{key} is not found: the file is not sorted by bytes");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for word in ["", "\t", "zzzzzz", "aaaaaaa", "\u{10ffff}", "0"] {
            assert_eq!(find(NEWS, word), None);
        }
    }
}
