//! From the words of a statement to its terms: what a word counts, and by which keys it can meet a word of another
//! statement. A key is the hash of a string, so that keys of texts read apart can meet.
use std::rc::Rc;

use rustc_hash::FxHashMap as HashMap;

use super::cognate::skeleton;
use super::dictionary::{Dictionary, Own};
use super::glued::Vocabulary;
use super::stem::Stems;
use super::{Telling, forms, lexicon};
use crate::model::Language;
use crate::segment;

/// How well two words meet by a translation from the dictionary, …
const BY_DICTIONARY: f32 = 1.0;
/// … by one word of a longer translation, …
const BY_PHRASE: f32 = 0.8;
/// … by a cognate's spelling, …
const BY_SPELLING: f32 = 0.85;
/// … by a number word ("two", "2").
const BY_NUMERAL: f32 = 0.8;
/// Translations that are no surer than this tell nothing about words of one language.
const CLOSE: f32 = 0.9;
/// English words of a translation that are more frequent than this (Zipf) are grammar, not meaning.
const GRAMMAR: f32 = 6.6;
const SHORTEST_GRAM: usize = 3;
const LONGEST_GRAM: usize = 5;
/// The longest phrase looked up, in words.
const LONGEST_PHRASE: usize = 3;

/// The key of a text. Among some thousand words two rarely share a key, and then two
/// words meet that should not.
pub(super) fn key(text: &str) -> u32 {
    hash(text.bytes().map(u32::from))
}

/// FNV-1a: a fixed hash, unlike the standard library's, so that nothing depends on the run.
pub(super) fn hash(parts: impl Iterator<Item = u32>) -> u32 {
    parts.fold(0x811c_9dc5, |h, part| (h ^ part).wrapping_mul(0x0100_0193))
}

/// A word where it stands in a statement.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Where it stands, bytes of the statement's text.
    pub place: (u32, u32),
    /// What is known of it.
    pub word: Rc<Word>,
    /// [`Word::keys`], and those of the phrases that it stands in.
    pub keys: Rc<Vec<(u32, f32)>>,
    /// Written with a capital inside a sentence.
    pub name: bool,
    /// Holds digits.
    pub number: bool,
    /// Its clause, see [`super::clauses`].
    pub clause: u8,
}

/// What is known of a word before it stands in a statement.
#[derive(Debug)]
pub(super) struct Word {
    /// In lower case.
    pub text: String,
    /// The stem, by which it meets words of the same language.
    pub stem: u32,
    /// All keys by which it meets words of another language, and how well; no key twice.
    pub keys: Rc<Vec<(u32, f32)>>,
    /// Keys of what it means, by which it meets other words of the same language.
    pub meanings: Vec<u32>,
    /// Zipf frequency in general.
    pub frequency: f32,
    /// Its n-grams by hash, with a space on each side; what stands in it twice stays twice.
    pub grams: Vec<u32>,
    /// It stands in the dictionary.
    translated: bool,
}

/// Reads the statements of one language.
pub(super) struct Reader {
    language: Language,
    stems: Stems,
    english: Stems,
    known: HashMap<String, Rc<Word>>,
    own: Own,
}

impl Reader {
    /// A reader of `language`; it also looks words up in a person's own dictionaries.
    pub(super) fn new(language: Language, dictionaries: &[Dictionary]) -> Self {
        let own = Own::of(dictionaries, language);
        let (stems, english) = (Stems::of(language), Stems::of(Language::ENGLISH));
        Reader { language, stems, english, known: HashMap::default(), own }
    }

    /// The terms of a statement in order; words that say the same twice stay twice.
    pub(super) fn terms(&mut self, telling: &Telling<'_>, vocabulary: &Vocabulary) -> Vec<Term> {
        let places = segment::words(telling.text);
        let clauses = super::clauses::clauses(telling.text, &places, self.language);
        let mut words: Vec<(&str, usize, u8)> = Vec::with_capacity(places.len());
        for (place, clause) in places.into_iter().zip(clauses) {
            let mut start = place.start;
            for part in vocabulary.apart(telling.text.get(place).unwrap_or_default(), self.language) {
                words.push((part, start, clause));
                start += part.len();
            }
        }
        let capitals = words.iter().filter(|(w, ..)| starts_big(w)).count();
        // In a headline in title case capitals say nothing.
        let title_case = telling.headline && capitals * 2 > words.len();
        let mut terms: Vec<Term> = Vec::with_capacity(words.len());
        for (at, &(raw, start, clause)) in words.iter().enumerate() {
            let word = bare(raw, self.language);
            if word.is_empty() {
                continue;
            }
            let number = word.bytes().any(|b| b.is_ascii_digit());
            let word = self.word(word, number);
            // German writes every noun with a capital: there a name is what no dictionary knows.
            let noun = word.translated && self.language.code() == "de";
            let name = at > 0 && !title_case && !noun && starts_big(raw);
            let place = (start as u32, (start + raw.len()) as u32);
            terms.push(Term { place, keys: word.keys.clone(), word, name, number, clause });
        }
        if self.looks_up() {
            self.phrases(&mut terms);
        }
        terms
    }

    fn reads_indonesian(&self) -> bool {
        matches!(self.language.code(), "id" | "ms")
    }

    /// Whether words of this language have translations.
    fn looks_up(&self) -> bool {
        lexicon::has_dictionary(self.language) || !self.own.is_empty()
    }

    /// What is known of a word, or looked up now.
    fn word(&mut self, text: String, number: bool) -> Rc<Word> {
        if let Some(known) = self.known.get(&text) {
            return known.clone();
        }
        let found = Rc::new(if number { self.number(text.clone()) } else { self.look_up(text.clone()) });
        self.known.insert(text, found.clone());
        found
    }

    fn number(&self, text: String) -> Word {
        let plain = figure(&text, self.language);
        let digits = plain.bytes().filter(u8::is_ascii_digit).count();
        let year = digits == 4 && (plain.starts_with("19") || plain.starts_with("20"));
        let frequency = match digits {
            0 | 1 => 5.0,
            2 => 4.4,
            3 => 3.8,
            _ if year => 4.2,
            _ => 3.0,
        };
        let digits = key(&format!("#{plain}"));
        let (keys, grams) = (Rc::new(vec![(digits, 1.0)]), grams(&text));
        Word { text, stem: digits, keys, meanings: Vec::new(), frequency, grams, translated: false }
    }

    fn look_up(&self, text: String) -> Word {
        let word = text.as_str();
        let stem = self.stems.stem(word);
        let stem_key = key(&stem);
        let mut keys = Vec::new();
        let translated = self.looks_up() && self.translate(word, &mut keys);
        if !lexicon::has_dictionary(self.language) {
            put(&mut keys, stem_key, 1.0);
        } else if !translated {
            put(&mut keys, key(&self.english.stem(word)), 1.0);
        }
        if let Some(rough) = skeleton(word, self.language) {
            put(&mut keys, key(&format!("~{rough}")), BY_SPELLING);
        }
        if let Some(value) = numeral(word, self.language) {
            put(&mut keys, key(&format!("#{value}")), BY_NUMERAL);
        }
        let mut meanings = self.meanings(&stem, &keys);
        meanings.extend(numeral(word, self.language).map(|value| key(&format!("#{value}"))));
        let (frequency, grams) = (lexicon::frequency(word, self.language), grams(word));
        Word { text, stem: stem_key, keys: Rc::new(keys), meanings, frequency, grams, translated }
    }

    /// What a word means: by WordNet in English, elsewhere by what it is in English.
    fn meanings(&self, stem: &str, keys: &[(u32, f32)]) -> Vec<u32> {
        if self.language == Language::ENGLISH {
            lexicon::near(stem).map(|group| key(&format!("={group}"))).collect()
        } else if self.reads_indonesian() {
            keys.iter().filter(|(_, quality)| *quality >= CLOSE).map(|(key, _)| *key).collect()
        } else {
            Vec::new()
        }
    }

    /// Adds the English stems of a word, of the form itself and of its likeliest roots; whether there are any.
    fn translate(&self, word: &str, keys: &mut Vec<(u32, f32)>) -> bool {
        let mut any = false;
        for (root, quality) in forms::roots(word, self.language, &self.stems) {
            for phrase in lexicon::english(&root, self.language) {
                any = true;
                self.add_english(phrase, quality * BY_DICTIONARY, keys);
            }
        }
        let stem = self.stems.stem(word);
        any | self.add_own(&[word, &stem], keys)
    }

    /// Adds what a person's own dictionaries say of a word or phrase, under the first spelling that they know.
    fn add_own(&self, spellings: &[&str], keys: &mut Vec<(u32, f32)>) -> bool {
        let Some(found) = spellings.iter().find_map(|s| self.own.get(s)).map(<[_]>::to_vec) else { return false };
        for (phrase, to) in &found {
            if *to == Language::ENGLISH {
                self.add_english(phrase, BY_DICTIONARY, keys);
                continue;
            }
            // A third language: by its own stems, and by what it means in English.
            let stems = Stems::of(*to);
            for part in phrase.split([' ', '-']) {
                for stem in [stems.stem(part), self.english.stem(part)] {
                    put(keys, key(&stem), BY_DICTIONARY);
                }
            }
            for english in lexicon::english(phrase, *to) {
                self.add_english(english, BY_DICTIONARY, keys);
            }
        }
        true
    }

    fn add_english(&self, phrase: &str, quality: f32, keys: &mut Vec<(u32, f32)>) {
        let single = !phrase.contains([' ', '-']);
        for part in phrase.split([' ', '-']) {
            if single || lexicon::frequency(part, Language::ENGLISH) < GRAMMAR {
                let stem = self.english.stem(part);
                put(keys, key(&stem), if single { quality } else { quality * BY_PHRASE });
            }
        }
    }

    /// Words that mean something together ("gencatan senjata") each get the keys of the whole.
    fn phrases(&self, terms: &mut [Term]) {
        for length in 2..=LONGEST_PHRASE {
            for start in 0..terms.len().saturating_sub(length - 1) {
                let Some(run) = terms.get(start..start + length) else { continue };
                let phrase = run.iter().map(|t| t.word.text.as_str()).collect::<Vec<_>>().join(" ");
                let english: Vec<&str> = lexicon::english(&phrase, self.language).collect();
                if english.is_empty() && self.own.get(&phrase).is_none() {
                    continue;
                }
                for term in terms.iter_mut().skip(start).take(length) {
                    let keys = Rc::make_mut(&mut term.keys);
                    english.iter().for_each(|translation| self.add_english(translation, 1.0, keys));
                    self.add_own(&[&phrase], keys);
                }
            }
        }
    }
}

/// Hashes of the n-grams of a word with a space on each side.
fn grams(word: &str) -> Vec<u32> {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    let of_length = |n: usize| letters.windows(n).map(|gram| hash(gram.iter().map(|&c| c as u32)));
    (SHORTEST_GRAM..=LONGEST_GRAM).flat_map(of_length).collect()
}

/// Adds a key, or betters the one that is there.
fn put(keys: &mut Vec<(u32, f32)>, key: u32, quality: f32) {
    match keys.iter_mut().find(|(k, _)| *k == key) {
        Some((_, old)) => *old = old.max(quality),
        None => keys.push((key, quality)),
    }
}

fn starts_big(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Articles and pronouns that French and Italian write together with the next word.
const ELIDED: &[&str] =
    &["l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "dell", "all", "un"];

/// Lower case, without a possessive or an elided article.
fn bare(word: &str, language: Language) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    if matches!(language.code(), "fr" | "it") {
        return match lower.split_once('\'') {
            Some((article, rest)) if ELIDED.contains(&article) => rest.to_string(),
            _ => lower,
        };
    }
    lower.strip_suffix("'s").map_or_else(|| lower.clone(), str::to_string)
}

/// A word with digits as one form for all languages: "150.000" (id) and "150,000" (en) are both "150000".
fn figure(word: &str, language: Language) -> String {
    let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
    let (group, decimal) = if language == Language::ENGLISH { (',', '.') } else { ('.', ',') };
    let groups: Vec<&str> = digits.split(group).collect();
    let grouped = groups.len() > 1
        && groups.first().is_some_and(|g| (1..=3).contains(&g.len()))
        && groups.iter().skip(1).all(|g| g.split(decimal).next().is_some_and(|g| g.len() == 3));
    let plain = if grouped { digits.replace(group, "") } else { digits.to_string() };
    plain.replace([',', ':'], ".")
}

/// Number words of languages other than English, Indonesian and Portuguese.
const NUMERALS: &[(&str, &[(&str, u32)])] = &[
    (
        "de",
        &[
            ("zwei", 2),
            ("drei", 3),
            ("vier", 4),
            ("fünf", 5),
            ("sechs", 6),
            ("sieben", 7),
            ("acht", 8),
            ("neun", 9),
            ("zehn", 10),
            ("elf", 11),
            ("zwölf", 12),
            ("zwanzig", 20),
            ("dreißig", 30),
            ("vierzig", 40),
            ("fünfzig", 50),
        ],
    ),
    (
        "nl",
        &[
            ("twee", 2),
            ("drie", 3),
            ("vier", 4),
            ("vijf", 5),
            ("zes", 6),
            ("zeven", 7),
            ("acht", 8),
            ("negen", 9),
            ("tien", 10),
            ("elf", 11),
            ("twaalf", 12),
            ("twintig", 20),
            ("dertig", 30),
            ("veertig", 40),
            ("vijftig", 50),
        ],
    ),
    (
        "fr",
        &[
            ("deux", 2),
            ("trois", 3),
            ("quatre", 4),
            ("cinq", 5),
            ("six", 6),
            ("sept", 7),
            ("huit", 8),
            ("neuf", 9),
            ("dix", 10),
            ("onze", 11),
            ("douze", 12),
            ("vingt", 20),
            ("trente", 30),
            ("quarante", 40),
            ("cinquante", 50),
        ],
    ),
    (
        "es",
        &[
            ("dos", 2),
            ("tres", 3),
            ("cuatro", 4),
            ("cinco", 5),
            ("seis", 6),
            ("siete", 7),
            ("ocho", 8),
            ("nueve", 9),
            ("diez", 10),
            ("once", 11),
            ("doce", 12),
            ("veinte", 20),
            ("treinta", 30),
            ("cuarenta", 40),
            ("cincuenta", 50),
        ],
    ),
];

/// The value of a number word.
fn numeral(word: &str, language: Language) -> Option<u32> {
    if let Some((_, words)) = NUMERALS.iter().find(|(code, _)| *code == language.code()) {
        return words.iter().find(|(w, _)| *w == word).map(|(_, value)| *value);
    }
    Some(match word {
        "two" | "dua" | "kedua" | "dois" | "duas" | "second" => 2,
        "three" | "tiga" | "ketiga" | "três" | "third" => 3,
        "four" | "empat" | "keempat" | "quatro" | "fourth" => 4,
        "five" | "lima" | "kelima" | "cinco" | "fifth" => 5,
        "six" | "enam" | "keenam" | "seis" | "sixth" => 6,
        "seven" | "tujuh" | "ketujuh" | "sete" | "seventh" => 7,
        "eight" | "delapan" | "kedelapan" | "oito" | "eighth" => 8,
        "nine" | "sembilan" | "kesembilan" | "nove" | "ninth" => 9,
        "ten" | "sepuluh" | "dez" | "tenth" => 10,
        "eleven" | "sebelas" | "onze" => 11,
        "twelve" | "doze" => 12,
        "twenty" | "vinte" => 20,
        "thirty" | "trinta" => 30,
        "forty" | "quarenta" => 40,
        "fifty" | "cinquenta" => 50,
        _ => return None,
    })
}
