//! All statements of an event as numbers: weighted terms, character n-grams, and what is rare among them.
//!
//! A term's weight is its rarity in general, by the frequency lists, times its rarity among the statements of this
//! event: two articles are too few to count in, and a name in every sentence tells no sentence from another.
use std::collections::HashMap;

use super::terms::{Keys, Reader, Term};
use super::{Place, Witness};
use crate::facts::Fact;
use crate::model::{Language, MentionKind};

/// Words more frequent than this (Zipf) weigh next to nothing.
const EVERYWHERE: f32 = 7.6;
const LEAST_WEIGHT: f32 = 0.04;
/// The part of a weight that rarity inside the event cannot take away.
const GENERAL_PART: f32 = 0.4;
const SHORTEST_GRAM: usize = 3;
const LONGEST_GRAM: usize = 5;

/// A distinct word of a statement.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Key of its stem.
    pub stem: u32,
    /// How much it tells.
    pub weight: f32,
    /// Somebody's or something's name.
    pub name: bool,
    /// Holds digits.
    pub number: bool,
}

/// A key by which a unit of a statement can be met.
#[derive(Debug, Clone, Copy)]
pub(super) struct Door {
    /// The key.
    pub key: u32,
    /// Position in [`Statement::units`].
    pub unit: u32,
    /// How good a meeting by this key is.
    pub quality: f32,
}

/// A statement ready for comparison.
#[derive(Debug, Clone)]
pub(super) struct Statement<'w> {
    /// Where it stands.
    pub place: Place,
    /// Its language.
    pub language: Language,
    /// It is a headline.
    pub headline: bool,
    /// Position in its article, 0 to 1.
    pub position: f32,
    /// Distinct words.
    pub units: Vec<Unit>,
    /// Doors for statements of the same language, sorted by key.
    pub near: Vec<Door>,
    /// Doors for statements of another language, sorted by key.
    pub far: Vec<Door>,
    /// Sum of the weights.
    pub total: f32,
    /// Root of the sum of the squared weights.
    pub norm: f32,
    /// Character n-grams by hash, of unit length.
    pub grams: Vec<(u32, f32)>,
    /// Pairs of neighbouring words that are not grammar, sorted.
    pub pairs: Vec<(u32, u32)>,
    /// Its figures and dates.
    pub facts: Vec<&'w Fact>,
}

/// The statements of all witnesses.
pub(super) struct Event<'w> {
    /// In order of witness and place.
    pub statements: Vec<Statement<'w>>,
    /// Where each witness starts in `statements`, and one past the last.
    pub starts: Vec<usize>,
    /// How many keys there are.
    pub keys: usize,
}

impl<'w> Event<'w> {
    /// Reads all statements.
    pub(super) fn read(witnesses: &[Witness<'w>]) -> Event<'w> {
        let mut keys = Keys::default();
        let mut read: Vec<Vec<Vec<Term>>> = Vec::new();
        for witness in witnesses {
            let mut reader = Reader::new(witness.language, &mut keys);
            read.push(witness.statements.iter().map(|t| reader.terms(t)).collect());
        }
        let rarity = Rarity::count(witnesses, &read);
        let mut event = Event { statements: Vec::new(), starts: vec![0], keys: keys.len() };
        for (w, (witness, lines)) in witnesses.iter().zip(&read).enumerate() {
            for (s, (telling, terms)) in witness.statements.iter().zip(lines).enumerate() {
                let position = s as f32 / lines.len().max(1) as f32;
                let mut statement = rarity.statement(witness.language, terms);
                statement.place = (w, s);
                statement.headline = telling.headline;
                statement.position = position;
                let values = telling.facts.iter().filter(|f| matches!(f.kind, MentionKind::Figure | MentionKind::Date));
                statement.facts = values.collect();
                event.statements.push(statement);
            }
            event.starts.push(event.statements.len());
        }
        event
    }

    /// The positions in `statements` that belong to a witness.
    pub(super) fn of(&self, witness: usize) -> std::ops::Range<usize> {
        let at = |w: usize| self.starts.get(w).copied().unwrap_or(self.statements.len());
        at(witness)..at(witness + 1)
    }

    /// How many witnesses there are.
    pub(super) fn witnesses(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// In how many statements of the event, of one language, a stem or n-gram stands.
#[derive(Default)]
struct Rarity {
    statements: HashMap<Language, usize>,
    stems: HashMap<(Language, u32), usize>,
    grams: HashMap<(Language, u32), usize>,
}

impl Rarity {
    fn count(witnesses: &[Witness<'_>], read: &[Vec<Vec<Term>>]) -> Rarity {
        let mut rarity = Rarity::default();
        for (witness, lines) in witnesses.iter().zip(read) {
            *rarity.statements.entry(witness.language).or_default() += lines.len();
            for terms in lines {
                for stem in distinct(terms.iter().map(|t| t.stem)) {
                    *rarity.stems.entry((witness.language, stem)).or_default() += 1;
                }
                for gram in distinct(terms.iter().flat_map(|t| grams(&t.word))) {
                    *rarity.grams.entry((witness.language, gram)).or_default() += 1;
                }
            }
        }
        rarity
    }

    /// 1 for what stands in one statement only, 0 for what stands in all.
    fn inside(&self, language: Language, count: Option<&usize>) -> f32 {
        let all = *self.statements.get(&language).unwrap_or(&1) as f32 + 1.0;
        let here = *count.unwrap_or(&1) as f32;
        ((all / here).ln() / all.ln()).clamp(0.0, 1.0)
    }

    fn statement<'w>(&self, language: Language, terms: &[Term]) -> Statement<'w> {
        let mut units: Vec<Unit> = Vec::new();
        let (mut near, mut far) = (Vec::new(), Vec::new());
        let mut bag: HashMap<u32, f32> = HashMap::new();
        for term in terms {
            let general = ((EVERYWHERE - term.frequency) / 4.0).max(LEAST_WEIGHT);
            for gram in grams(&term.word) {
                let rare = self.inside(language, self.grams.get(&(language, gram)));
                *bag.entry(gram).or_default() += general * (GENERAL_PART + (1.0 - GENERAL_PART) * rare);
            }
            if let Some(unit) = units.iter_mut().find(|u| u.stem == term.stem) {
                unit.name |= term.name;
                continue;
            }
            let inside = self.inside(language, self.stems.get(&(language, term.stem)));
            let weight = general * (GENERAL_PART + (1.0 - GENERAL_PART) * inside);
            let unit = units.len() as u32;
            near.push(Door { key: term.stem, unit, quality: 1.0 });
            far.extend(term.keys.iter().map(|&(key, quality)| Door { key, unit, quality }));
            units.push(Unit { stem: term.stem, weight, name: term.name, number: term.number });
        }
        near.sort_by_key(|d| (d.key, d.unit));
        far.sort_by_key(|d| (d.key, d.unit));
        Statement {
            place: (0, 0),
            language,
            headline: false,
            position: 0.0,
            total: units.iter().map(|u| u.weight).sum(),
            norm: units.iter().map(|u| u.weight * u.weight).sum::<f32>().sqrt(),
            units,
            near,
            far,
            grams: unit_length(bag),
            pairs: neighbours(terms),
            facts: Vec::new(),
        }
    }
}

fn distinct(keys: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = keys.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Pairs of stems that follow each other, words of grammar left out.
fn neighbours(terms: &[Term]) -> Vec<(u32, u32)> {
    let content: Vec<u32> = terms.iter().filter(|t| t.frequency < 6.0).map(|t| t.stem).collect();
    let mut pairs: Vec<(u32, u32)> = content.iter().zip(content.iter().skip(1)).map(|(a, b)| (*a, *b)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Hashes of the n-grams of a word with a space on each side.
fn grams(word: &str) -> impl Iterator<Item = u32> + '_ {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    (SHORTEST_GRAM..=LONGEST_GRAM).flat_map(move |n| letters.windows(n).map(hash).collect::<Vec<u32>>())
}

/// FNV-1a: a fixed hash, unlike the standard library's, so that nothing depends on the run.
fn hash(letters: &[char]) -> u32 {
    letters.iter().fold(0x811c_9dc5, |h, &c| (h ^ c as u32).wrapping_mul(0x0100_0193))
}

fn unit_length(bag: HashMap<u32, f32>) -> Vec<(u32, f32)> {
    let mut grams: Vec<(u32, f32)> = bag.into_iter().collect();
    grams.sort_by_key(|(gram, _)| *gram);
    let norm = grams.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    for (_, weight) in &mut grams {
        *weight /= norm;
    }
    grams
}
