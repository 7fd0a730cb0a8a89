//! The word lists that come with the program: how rare a word is, and what a word of another language means in English.
//!
//! The files of `data/` are sorted text. They lie packed in the program (`build.rs`) and are unpacked when first asked,
//! in a few milliseconds; a lookup is then a binary search over the bytes. See `data/README.md` for where they come from.
use std::io::Read;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;

use crate::model::Language;

/// Zipf frequency (log10 of uses per thousand million words) given to words that are on no list.
const UNLISTED: f32 = 2.2;

/// A word list: lines "key, tab, value", sorted by the bytes of the key.
struct List {
    packed: &'static [u8],
    text: OnceLock<String>,
}

impl List {
    const fn new(packed: &'static [u8]) -> List {
        List { packed, text: OnceLock::new() }
    }

    fn text(&'static self) -> &'static str {
        self.text.get_or_init(|| {
            let mut text = String::new();
            // What `build.rs` has packed can be unpacked; a list that could not would be an empty one.
            let read = ZlibDecoder::new(self.packed).read_to_string(&mut text);
            debug_assert!(read.is_ok(), "{read:?}");
            text
        })
    }
}

/// The list of the file `data/NAME.tsv`; the name may be given in pieces.
macro_rules! list {
    ($($name:literal),+) => {
        List::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $($name),+, ".z")))
    };
}

/// A language that the lists know, English aside.
struct Tongue {
    /// Its codes.
    codes: &'static [&'static str],
    /// Tables "word, tab, English words"; all are asked.
    english: &'static [List],
    /// Irregular form → base forms.
    irregular: Option<List>,
    /// How often its words are used.
    frequencies: List,
}

/// A language with one table to English and irregular forms; its files are named by its code.
macro_rules! tongue {
    ($code:literal) => {
        Tongue {
            codes: &[$code],
            english: {
                static ENGLISH: [List; 1] = [list!($code, "-en")];
                &ENGLISH
            },
            irregular: Some(list!("irregular-", $code)),
            frequencies: list!("freq-", $code),
        }
    };
}

/// A language is added by a line here and its files; without one, its words meet English words by spelling only.
static TONGUES: [Tongue; 6] = [
    Tongue {
        codes: &["id", "ms"],
        english: {
            static ENGLISH: [List; 2] = [list!("news-id-en"), list!("id-en")];
            &ENGLISH
        },
        irregular: None,
        frequencies: list!("freq-id"),
    },
    tongue!("de"),
    tongue!("fr"),
    tongue!("es"),
    tongue!("pt"),
    tongue!("nl"),
];

static ENGLISH_FREQUENCIES: List = list!("freq-en");
static IRREGULAR: List = list!("irregular-en");
static NEAR: List = list!("near-en");

fn of(language: Language) -> Option<&'static Tongue> {
    TONGUES.iter().find(|tongue| tongue.codes.contains(&language.code()))
}

/// The frequency list of a language, when there is one.
fn frequencies(language: Language) -> Option<&'static str> {
    let list = if language == Language::ENGLISH { &ENGLISH_FREQUENCIES } else { &of(language)?.frequencies };
    Some(list.text())
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

/// Whether words of the language can be looked up.
pub(super) fn has_dictionary(language: Language) -> bool {
    of(language).is_some()
}

/// The English words and phrases for a word or phrase of `language` (lower case), parted by commas on each list.
pub(super) fn english(word: &str, language: Language) -> impl Iterator<Item = &'static str> {
    let tables = of(language).map_or(&[][..], |tongue| tongue.english);
    tables.iter().filter_map(move |table| find(table.text(), word)).flat_map(|english| english.split(','))
}

/// The words of a language's dictionaries that begin with `start`.
pub(super) fn beginning(start: &str, language: Language) -> impl Iterator<Item = &'static str> {
    let tables = of(language).map_or(&[][..], |tongue| tongue.english);
    tables.iter().flat_map(move |table| {
        let table = table.text();
        let bytes = table.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        // The first line that is not before `start`.
        while low < high {
            let middle = low + (high - low) / 2;
            let line = bytes.get(..middle).unwrap_or_default().iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
            let end = bytes.get(middle..).unwrap_or_default().iter().position(|&b| b == b'\n');
            let end = end.map_or(bytes.len(), |at| middle + at);
            if bytes.get(line..end).unwrap_or_default() < start.as_bytes() { low = end + 1 } else { high = line }
        }
        let words =
            table.get(low.min(bytes.len())..).unwrap_or_default().lines().map_while(|line| line.split_once('\t'));
        words.map(|(word, _)| word).take_while(|word| word.starts_with(start)).collect::<Vec<_>>()
    })
}

/// The base forms of an irregular form of `language` ("fell" → "fall", "ging" → "gehen").
pub(super) fn bases(word: &str, language: Language) -> impl Iterator<Item = &'static str> {
    let table = of(language).and_then(|tongue| tongue.irregular.as_ref()).map_or("", List::text);
    find(table, word).into_iter().flat_map(|bases| bases.split(','))
}

/// Whether a lower-case word is on the language's list.
pub(super) fn listed(word: &str, language: Language) -> bool {
    listed_frequency(word, language).is_some()
}

/// Groups of words of one meaning (WordNet synsets) that an English word belongs to.
pub(super) fn near(word: &str) -> impl Iterator<Item = &'static str> {
    find(NEAR.text(), word).into_iter().flat_map(|groups| groups.split(','))
}

/// The base form of an irregular English form ("fell" → "fall").
pub(super) fn irregular(word: &str) -> Option<&'static str> {
    find(IRREGULAR.text(), word)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_every_line_is_found() {
        let of_tongue = |t: &'static Tongue| t.english.iter().chain(&t.irregular).chain([&t.frequencies]);
        for list in TONGUES.iter().flat_map(of_tongue).chain([&IRREGULAR, &ENGLISH_FREQUENCIES, &NEAR]) {
            let table = list.text();
            assert!(!table.is_empty());
            for line in table.lines() {
                let (key, value) = line.split_once('\t').unwrap();
                assert_eq!(find(table, key), Some(value), "{key} is not found: the file is not sorted by bytes");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for word in ["", "\t", "zzzzzz", "aaaaaaa", "\u{10ffff}", "0"] {
            assert_eq!(english(word, Language::INDONESIAN).count(), 0);
        }
    }

    #[test]
    fn words_that_begin_alike_are_found() {
        let found: Vec<&str> = beginning("feuerw", Language::parse("de").unwrap()).collect();
        assert!(found.contains(&"feuerwehr") && found.iter().all(|w| w.starts_with("feuerw")), "{found:?}");
        assert_eq!(beginning("feuerw", Language::ENGLISH).count(), 0);
    }
}
