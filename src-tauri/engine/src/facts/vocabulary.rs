//! The words that name speakers, bodies and places: one readable file a language in `lexicon/speech/`.
//!
//! A line is `kind: phrase, phrase`; `#` opens a comment. `places.txt` and `bodies.txt` hold for every language. Case
//! counts only for phrases written with capitals ("AS" is a country, "as" a word).
//!
//! Kinds. Verbs of speech by where their speaker stands: `says` (before or after), `quoting` (the same, only
//! beside a quotation), `before`, `after`, `selfsaid` (the verb
//! holds a pronoun: "ujarnya"); `participle` (its subject opens the statement), `according`, `cited`. Who speaks without a name: `pronoun`, `they`, `first`, `people`
//! (persons), `body` (that can be asked: "police"), `thing` (one told of before: "the company", "the report"). Around names: `title`, `rank` (a title that may stand inside the name of a body and its officer), `honorific`, `orghead`, `orgtail`, `placehead`, `placetail`, `place`, `org`,
//! `demonym`, `inplace` (prepositions of place), `noname` (capitals that name nothing). Small words: `adverb`,
//! `preposition`, `conjunction`, `and`, `not`, `article`, `indefinite`, `that`, `passive`. Hearsay: `hearsay`. `he` and `she`: words
//! that tell which pronoun a person takes.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tokens::{Token, tokens};
use crate::model::Language;

/// What part a phrase plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Part {
    Says,
    Quoting,
    Before,
    After,
    SelfSaid,
    According,
    Cited,
    Pronoun,
    They,
    First,
    People,
    Body,
    Thing,
    Title,
    Rank,
    Honorific,
    OrgHead,
    OrgTail,
    PlaceHead,
    PlaceTail,
    Place,
    Org,
    Demonym,
    InPlace,
    NoName,
    Adverb,
    Preposition,
    Conjunction,
    And,
    Not,
    Article,
    That,
    Hearsay,
    Passive,
    Indefinite,
    Participle,
    He,
    She,
}

const KINDS: [(&str, Part); 38] = [
    ("says", Part::Says),
    ("quoting", Part::Quoting),
    ("before", Part::Before),
    ("after", Part::After),
    ("selfsaid", Part::SelfSaid),
    ("according", Part::According),
    ("cited", Part::Cited),
    ("pronoun", Part::Pronoun),
    ("they", Part::They),
    ("first", Part::First),
    ("people", Part::People),
    ("body", Part::Body),
    ("thing", Part::Thing),
    ("title", Part::Title),
    ("rank", Part::Rank),
    ("honorific", Part::Honorific),
    ("orghead", Part::OrgHead),
    ("orgtail", Part::OrgTail),
    ("placehead", Part::PlaceHead),
    ("placetail", Part::PlaceTail),
    ("place", Part::Place),
    ("org", Part::Org),
    ("demonym", Part::Demonym),
    ("inplace", Part::InPlace),
    ("noname", Part::NoName),
    ("adverb", Part::Adverb),
    ("preposition", Part::Preposition),
    ("conjunction", Part::Conjunction),
    ("and", Part::And),
    ("not", Part::Not),
    ("article", Part::Article),
    ("that", Part::That),
    ("hearsay", Part::Hearsay),
    ("passive", Part::Passive),
    ("indefinite", Part::Indefinite),
    ("participle", Part::Participle),
    ("he", Part::He),
    ("she", Part::She),
];

/// The parts that phrases beginning at one token play, with the length of the longest phrase for each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts([u8; KINDS.len()]);

impl Parts {
    /// The length in tokens of the longest phrase that plays `part`; 0 for none.
    pub(super) fn of(&self, part: Part) -> usize {
        self.0.get(part as usize).copied().map_or(0, usize::from)
    }

    /// One of `parts` begins here.
    pub(super) fn any(&self, parts: &[Part]) -> bool {
        parts.iter().any(|part| self.of(*part) > 0)
    }
}

/// A phrase after its first word.
#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    /// The words as written, when their case counts.
    cased: Option<Vec<String>>,
    part: Part,
}

/// The phrases of one language, by first word.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    phrases: BTreeMap<String, Vec<Phrase>>,
    /// Nouns are written with capitals, so one capital makes no name.
    pub(super) noun_capitals: bool,
}

impl Vocabulary {
    /// What begins at each token.
    pub(super) fn parts(&self, tokens: &[Token<'_>]) -> Vec<Parts> {
        (0..tokens.len()).map(|i| self.parts_at(tokens, i)).collect()
    }

    fn parts_at(&self, tokens: &[Token<'_>], i: usize) -> Parts {
        let mut parts = Parts([0; KINDS.len()]);
        let Some(phrases) = tokens.get(i).and_then(|first| self.phrases.get(&first.lower)) else { return parts };
        for phrase in phrases {
            let len = phrase.rest.len() + 1;
            let run = tokens.get(i..i + len).unwrap_or(&[]);
            let fits = run.len() == len && run.iter().skip(1).zip(&phrase.rest).all(|(t, w)| t.lower == *w);
            // In a headline every word has a capital, and some are written in capitals throughout.
            let cased = |written: &Vec<String>| run.iter().zip(written).all(|(t, w)| t.text == w);
            if fits
                && phrase.cased.as_ref().is_none_or(cased)
                && let Some(longest) = parts.0.get_mut(phrase.part as usize)
            {
                *longest = (*longest).max(u8::try_from(len).unwrap_or(0));
            }
        }
        parts
    }

    fn read(&mut self, file: &str) {
        for line in file.lines().filter(|l| !l.starts_with('#')) {
            let Some((kind, phrases)) = line.split_once(": ") else { continue };
            let Some((_, part)) = KINDS.iter().find(|(name, _)| *name == kind) else { continue };
            for phrase in phrases.split(", ") {
                let pieces = tokens(phrase.trim());
                let Some((first, rest)) = pieces.split_first() else { continue };
                let capitals = pieces.iter().any(Token::capital);
                let cased = capitals.then(|| pieces.iter().map(|t| t.text.to_owned()).collect());
                let rest = rest.iter().map(|t| t.lower.clone()).collect();
                self.phrases.entry(first.lower.clone()).or_default().push(Phrase { rest, cased, part: *part });
            }
        }
    }
}

/// The vocabulary of `language`; only places and bodies when it has none.
pub(super) fn vocabulary(language: Language) -> &'static Vocabulary {
    match language.code() {
        "en" => &ENGLISH,
        "id" | "ms" => &INDONESIAN,
        "pt" => &PORTUGUESE,
        "fr" => &FRENCH,
        "de" => &GERMAN,
        "es" => &SPANISH,
        "nl" => &DUTCH,
        _ => &OTHER,
    }
}

fn load(file: &str) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    vocabulary.read(include_str!("lexicon/speech/places.txt"));
    vocabulary.read(include_str!("lexicon/speech/bodies.txt"));
    vocabulary.read(file);
    vocabulary
}

static ENGLISH: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/en.txt")));
static INDONESIAN: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/id.txt")));
static PORTUGUESE: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/pt.txt")));
static FRENCH: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/fr.txt")));
static GERMAN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { noun_capitals: true, ..load(include_str!("lexicon/speech/de.txt")) });
static SPANISH: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/es.txt")));
static DUTCH: LazyLock<Vocabulary> = LazyLock::new(|| load(include_str!("lexicon/speech/nl.txt")));
static OTHER: LazyLock<Vocabulary> = LazyLock::new(|| load(""));
