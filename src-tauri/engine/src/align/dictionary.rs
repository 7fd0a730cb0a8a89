//! A person's own dictionary: lines "word, tab, translation, translation", read from text, never from a file here.
//!
//! `# from: de` and `# to: en` at the top say the languages; without `to` it is English, without `from` the words hold
//! for every other language. Each entry works both ways. See `docs/dictionaries.md`.
use std::collections::BTreeMap;

use super::stem::Stems;
use crate::model::Language;

/// The longest text that is read, in bytes: more is a mistake, and would slow every comparison.
const LONGEST: usize = 20_000_000;

/// A person's own dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// The language of the words; none: any.
    from: Option<Language>,
    /// The language of the translations.
    to: Language,
    /// Word and one translation, lower case.
    pairs: Vec<(String, String)>,
}

/// A line of a dictionary that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong and what to do, in one sentence.
    pub message: String,
}

impl Dictionary {
    /// Reads the text of a dictionary file.
    ///
    /// # Errors
    /// Every line that cannot be used.
    pub fn parse(text: &str) -> Result<Dictionary, Vec<Fault>> {
        let mut read = Dictionary { from: None, to: Language::ENGLISH, pairs: Vec::new() };
        let mut faults = Vec::new();
        if text.len() > LONGEST {
            let message = format!("the file is longer than {} MB: split it or leave words out", LONGEST / 1_000_000);
            return Err(vec![Fault { line: 1, message }]);
        }
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if let Err(message) = read.line(line.trim()) {
                faults.push(Fault { line: at + 1, message });
            }
        }
        if read.pairs.is_empty() && faults.is_empty() {
            faults.push(Fault {
                line: 1,
                message: "there is no word in this file: write lines \"word, tab, translation\"".into(),
            });
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(note) = line.strip_prefix('#') {
            return self.note(note);
        }
        if line.is_empty() {
            return Ok(());
        }
        let Some((word, translations)) = line.split_once('\t') else {
            return Err("there is no tab: put one between the word and its translations".into());
        };
        let word = plain(word);
        let translations: Vec<String> =
            translations.split([',', ';', '\t']).map(plain).filter(|t| !t.is_empty()).collect();
        if word.is_empty() || translations.is_empty() {
            return Err("the word or its translation is missing: fill it in or delete the line".into());
        }
        self.pairs.extend(translations.into_iter().map(|translation| (word.clone(), translation)));
        Ok(())
    }

    /// A line after "#": a language, or a comment.
    fn note(&mut self, note: &str) -> Result<(), String> {
        let Some((name, code)) = note.split_once(':') else { return Ok(()) };
        let name = name.trim();
        if name != "from" && name != "to" {
            return Ok(());
        }
        let language = Language::parse(code.trim()).filter(|language| *language != Language::UNKNOWN);
        let language = language
            .ok_or_else(|| format!("\"{}\" is no language code: write two letters such as de or id", code.trim()))?;
        if name == "from" {
            self.from = Some(language);
        } else {
            self.to = language;
        }
        Ok(())
    }
}

fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a person's dictionaries say of the words of one language.
pub(super) struct Own(BTreeMap<String, Vec<(String, Language)>>);

impl Own {
    /// The entries for `language`, either way round, by word and by stem.
    pub(super) fn of(dictionaries: &[Dictionary], language: Language) -> Own {
        let mut entries: BTreeMap<String, Vec<(String, Language)>> = BTreeMap::new();
        let stems = Stems::of(language);
        let mut add = |word: &str, translation: &str, to: Language| {
            let stem = if word.contains(' ') { word.to_string() } else { stems.stem(word) };
            let mut spellings = vec![word.to_string(), stem];
            spellings.dedup();
            for spelling in spellings {
                let known = entries.entry(spelling).or_default();
                if !known.iter().any(|(old, language)| old == translation && *language == to) {
                    known.push((translation.to_string(), to));
                }
            }
        };
        for dictionary in dictionaries {
            for (word, translation) in &dictionary.pairs {
                if language != dictionary.to && dictionary.from.is_none_or(|from| from == language) {
                    add(word, translation, dictionary.to);
                } else if let Some(from) =
                    dictionary.from.filter(|_| language == dictionary.to && language != Language::ENGLISH)
                {
                    add(translation, word, from);
                }
            }
        }
        Own(entries)
    }

    /// Whether there is nothing for this language.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The translations of a word or phrase and their languages.
    pub(super) fn get(&self, word: &str) -> Option<&[(String, Language)]> {
        self.0.get(word).map(Vec::as_slice)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_dictionary_is_read() {
        let read =
            Dictionary::parse("# from: de\n# to: en\n# my words\n\nSchöpfwerk\tPump house, pumping station\n").unwrap();
        let own = Own::of(&[read], Language::parse("de").unwrap());
        assert_eq!(own.get("schöpfwerk").unwrap().len(), 2);
        assert_eq!(own.get("schöpfwerk").unwrap()[0], ("pump house".into(), Language::ENGLISH));
    }

    #[test]
    fn bad_lines_are_told() {
        let faults = Dictionary::parse("# from: klingonisch!\nwort translation\n\twort\ngut\tgood\n").unwrap_err();
        assert_eq!(faults.iter().map(|f| f.line).collect::<Vec<_>>(), vec![1, 2, 3], "{faults:?}");
        assert!(faults[1].message.contains("tab"));
        assert_eq!(Dictionary::parse("").unwrap_err().len(), 1);
    }
}
