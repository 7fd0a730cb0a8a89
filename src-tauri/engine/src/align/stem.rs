//! The stem of a word, by language: Snowball's rules, with irregular English forms and Indonesian roots by list.
//! Stems are for matching only and never shown.
use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{indonesian, lexicon};
use crate::model::Language;

/// Stems the words of one language.
pub(super) struct Stems {
    language: Language,
    snowball: Option<Stemmer>,
}

impl Stems {
    /// The stems of `language`; without rules for it, every word is its own stem.
    pub(super) fn of(language: Language) -> Stems {
        let algorithm = match language.code() {
            "en" => Some(Algorithm::English),
            "pt" => Some(Algorithm::Portuguese),
            "es" => Some(Algorithm::Spanish),
            "fr" => Some(Algorithm::French),
            "de" => Some(Algorithm::German),
            "nl" => Some(Algorithm::Dutch),
            "it" => Some(Algorithm::Italian),
            _ => None,
        };
        Stems { language, snowball: algorithm.map(Stemmer::create) }
    }

    /// The stem of a lower-case word.
    pub(super) fn stem(&self, word: &str) -> String {
        if matches!(self.language.code(), "id" | "ms") {
            return indonesian::stem(word);
        }
        let base = if self.language == Language::ENGLISH { lexicon::irregular(word).unwrap_or(word) } else { word };
        self.snowball.as_ref().map_or_else(|| base.to_string(), |s| s.stem(base).into_owned())
    }
}
