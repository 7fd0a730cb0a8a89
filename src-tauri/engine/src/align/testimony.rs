//! One witness ready for matching: its statements as weighted words, and indexes by which another witness meets them.
//!
//! A word's weight is its rarity in general, by the frequency lists, times its rarity among the statements of its own
//! article: a name in every sentence tells no sentence from another. Nothing here depends on the other articles, so a
//! testimony is made once and kept while files come and go.
use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

use super::glued::Vocabulary;
use super::measure::windows;
use super::names::{self, Named};
use super::sides::{Side, side};
use super::terms::{Reader, Term, Word};
use super::{Dictionary, Telling, Witness};
use crate::facts::{Agreement, Dimension, Fact, Value, agree};
use crate::model::{Language, MentionKind};
use crate::segment;

/// Words more frequent than this (Zipf) weigh next to nothing.
const EVERYWHERE: f32 = 7.6;
const LEAST_WEIGHT: f32 = 0.04;
/// The part of a weight that rarity inside the article cannot take away.
const GENERAL_PART: f32 = 0.1;
/// How well two words of one language meet that mean much the same, each side of it (0.7 × 0.7 is about a half).
const BY_MEANING: f32 = 0.7;
/// Words as frequent as this (Zipf) are grammar.
const GRAMMAR: f32 = 6.0;

/// A distinct word of a statement.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Where it stands first, bytes of the statement's text.
    pub place: (u32, u32),
    /// How much it tells.
    pub weight: f32,
    /// Somebody's or something's name.
    pub name: bool,
    /// Holds digits.
    pub number: bool,
    /// Stands in a quotation.
    pub quoted: bool,
    /// The clauses it stands in, a bit for each.
    pub clauses: u16,
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

impl Door {
    /// As it stands in an index: key, unit, quality.
    pub(super) fn post(&self) -> (u32, u32, f32) {
        (self.key, self.unit, self.quality)
    }
}

/// A statement ready for comparison.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    /// It is a headline.
    pub headline: bool,
    /// Position in its article, 0 to 1.
    pub position: f32,
    /// Position in its article, counted.
    pub rank: usize,
    /// Distinct words.
    pub units: Vec<Unit>,
    /// Doors for statements of the same language.
    pub near: Vec<Door>,
    /// Doors for statements of another language.
    pub far: Vec<Door>,
    /// Sums over the units.
    pub total: Total,
    /// Character n-grams by hash, of unit length.
    pub grams: Vec<(u32, f32)>,
    /// Pairs of neighbouring words that are not grammar, the stem of the one above that of the next, sorted.
    pub pairs: Vec<u64>,
    /// The stems of its words that are not grammar, sorted.
    pub content: Vec<u32>,
    /// The part of its weight that stands in quotation marks.
    pub quoted: f32,
    /// Who acts, where it tells of a trial.
    pub side: Option<Side>,
    /// Its figures and dates.
    pub facts: Vec<Fact>,
    /// What each of the facts tells: 1 for what stands in this statement only, less the more statements hold it ("on
    /// Wednesday" beside every quotation).
    pub telling: Vec<f32>,
    /// Some of the facts are measures of which [`super::measure`] can say that they measure one thing.
    pub measures: bool,
    /// Stretches of clauses, each with the weight of its words.
    pub windows: Vec<(u16, f32)>,
}

impl Statement {
    /// Its n-grams as they stand in an index: the unit is not used, the quality is the gram's weight.
    pub(super) fn gram_posts(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        self.grams.iter().map(|&(gram, weight)| (gram, 0, weight))
    }

    /// Marks the words that stand in quotations.
    fn quote(&mut self, facts: &[Fact]) {
        for unit in &mut self.units {
            unit.quoted = in_quotation(facts, unit.place);
            self.quoted += if unit.quoted { unit.weight } else { 0.0 };
        }
    }
}

/// Weights of all words of a statement.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Total {
    /// All.
    pub weight: f32,
    /// Root of the sum of the squares.
    pub norm: f32,
    /// Of the names.
    pub names: f32,
    /// Of the words with digits.
    pub numbers: f32,
}

/// Where a key stands: statement, unit, quality.
pub(super) type Post = (u32, u32, f32);

/// All places of a key.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    places: HashMap<u32, (u32, u32)>,
    posts: Vec<Post>,
}

impl Index {
    fn of(mut entries: Vec<(u32, Post)>) -> Index {
        entries.sort_by_key(|(key, (statement, unit, _))| (*key, *statement, *unit));
        let mut places = HashMap::default();
        for (at, (key, _)) in entries.iter().enumerate() {
            places.entry(*key).or_insert((at as u32, 0)).1 = at as u32 + 1;
        }
        Index { places, posts: entries.into_iter().map(|(_, post)| post).collect() }
    }

    /// The places of `key`, in order.
    pub(super) fn at(&self, key: u32) -> &[Post] {
        let (from, to) = self.places.get(&key).copied().unwrap_or((0, 0));
        self.posts.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// What one witness says, ready for matching with any other. Made by [`testimony`].
#[derive(Debug, Clone)]
pub struct Testimony {
    pub(super) language: Language,
    pub(super) statements: Vec<Statement>,
    near: OnceLock<Index>,
    far: OnceLock<Index>,
    grams: OnceLock<Index>,
}

impl Testimony {
    /// Where the doors for statements of the same language stand. This and the other indexes are made when they are first
    /// asked for: a crowd has its own.
    pub(super) fn near(&self) -> &Index {
        self.near.get_or_init(|| self.doors(|s| &s.near))
    }

    /// Where the doors for statements of another language stand.
    pub(super) fn far(&self) -> &Index {
        self.far.get_or_init(|| self.doors(|s| &s.far))
    }

    /// Where the n-grams stand.
    pub(super) fn grams(&self) -> &Index {
        self.grams.get_or_init(|| self.index(Statement::gram_posts))
    }

    fn doors(&self, of: fn(&Statement) -> &[Door]) -> Index {
        self.index(move |s| of(s).iter().map(Door::post))
    }

    fn index<'s, I: Iterator<Item = (u32, u32, f32)> + 's>(&'s self, keys: impl Fn(&'s Statement) -> I) -> Index {
        let posts = (0..)
            .zip(&self.statements)
            .flat_map(|(at, statement)| keys(statement).map(move |(key, unit, quality)| (key, (at, unit, quality))));
        Index::of(posts.collect())
    }
}

/// Reads all statements of a witness; `dictionaries` are a person's own, beside those that come with the program.
pub fn testimony(witness: &Witness<'_>, dictionaries: &[Dictionary]) -> Testimony {
    let texts = || witness.statements.iter().map(|t| t.text);
    let words = texts().flat_map(|t| segment::words(t).into_iter().filter_map(|place| t.get(place)));
    let vocabulary = Vocabulary::of(words.map(str::to_lowercase));
    let mut reader = Reader::new(witness.language, dictionaries);
    let lines: Vec<Vec<Term>> = witness.statements.iter().map(|t| reader.terms(t, &vocabulary)).collect();
    let rarity = Rarity::count(&lines);
    let mut statements = Vec::with_capacity(lines.len());
    for (rank, (telling, terms)) in witness.statements.iter().zip(&lines).enumerate() {
        let mut statement = rarity.statement(terms, &names::of(telling, terms));
        statement.headline = telling.headline;
        statement.rank = rank;
        statement.position = rank as f32 / lines.len().max(1) as f32;
        let values = telling.facts.iter().filter(|f| matches!(f.kind, MentionKind::Figure | MentionKind::Date));
        statement.facts = values.cloned().collect();
        statement.measures = statement.facts.iter().any(measures);
        statement.side = acting(telling, terms, witness.language);
        statement.quote(telling.facts);
        statements.push(statement);
    }
    let telling: Vec<Vec<f32>> =
        statements.iter().map(|s| s.facts.iter().map(|f| telling(f, &statements)).collect()).collect();
    for (statement, telling) in statements.iter_mut().zip(telling) {
        statement.telling = telling;
    }
    let (near, far, grams) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    Testimony { language: witness.language, statements, near, far, grams }
}

/// Who acts in a statement about a trial: who is named beside a quotation, if anybody is, whatever the quoted words tell of
/// ("“Sentence him to 14 years,” the prosecutor said").
fn acting(telling: &Telling<'_>, terms: &[Term], language: Language) -> Option<Side> {
    fn word(term: &Term) -> &str {
        term.word.text.as_str()
    }
    let (spoken, beside): (Vec<&Term>, Vec<&Term>) =
        terms.iter().partition(|term| in_quotation(telling.facts, term.place));
    let named = (!spoken.is_empty()).then(|| side(beside.into_iter().map(word), language)).flatten();
    named.or_else(|| side(terms.iter().map(word), language))
}

fn in_quotation(facts: &[Fact], place: (u32, u32)) -> bool {
    facts.iter().any(|fact| fact.kind == MentionKind::Quote && fact.range.contains(&(place.0 as usize)))
}

fn telling(fact: &Fact, statements: &[Statement]) -> f32 {
    let holds = |s: &&Statement| s.facts.iter().any(|other| agree(&fact.value, &other.value) == Agreement::Equal);
    1.0 / statements.iter().filter(holds).count().max(1) as f32
}

fn measures(fact: &Fact) -> bool {
    let Value::Quantity(quantity) = &fact.value else { return false };
    matches!(quantity.dimension, Dimension::Length | Dimension::Magnitude | Dimension::Latitude | Dimension::Longitude)
}

/// In how many statements of the article a stem or n-gram stands.
#[derive(Default)]
struct Rarity {
    statements: usize,
    stems: HashMap<u32, usize>,
    grams: HashMap<u32, usize>,
}

impl Rarity {
    fn count(lines: &[Vec<Term>]) -> Rarity {
        let mut rarity = Rarity { statements: lines.len(), ..Rarity::default() };
        for terms in lines {
            for stem in distinct(terms.iter().map(|t| t.word.stem)) {
                *rarity.stems.entry(stem).or_default() += 1;
            }
            for gram in distinct(terms.iter().flat_map(|t| t.word.grams.iter().copied())) {
                *rarity.grams.entry(gram).or_default() += 1;
            }
        }
        rarity
    }

    /// 1 for what stands in one statement only, 0 for what stands in all.
    fn inside(&self, count: Option<&usize>) -> f32 {
        let all = self.statements as f32 + 1.0;
        let here = *count.unwrap_or(&1) as f32;
        ((all / here).ln() / all.ln()).clamp(0.0, 1.0)
    }

    fn statement(&self, terms: &[Term], names: &[Named]) -> Statement {
        let mut units: Vec<Unit> = Vec::new();
        let mut of_stem: HashMap<u32, usize> = HashMap::default();
        let (mut near, mut far) = (Vec::new(), Vec::new());
        let mut bag: Vec<(u32, f32)> = Vec::new();
        for term in terms {
            let Word { stem, meanings, frequency, grams, .. } = &*term.word;
            let general = ((EVERYWHERE - frequency) / 4.0).max(LEAST_WEIGHT) * names::part(term.place, names);
            for &gram in grams {
                let rare = self.inside(self.grams.get(&gram));
                bag.push((gram, general * (GENERAL_PART + (1.0 - GENERAL_PART) * rare)));
            }
            let unit = *of_stem.entry(*stem).or_insert(units.len());
            if let Some(known) = units.get_mut(unit) {
                known.name |= term.name;
                known.clauses |= 1 << term.clause;
                continue;
            }
            let inside = self.inside(self.stems.get(stem));
            let weight = general * (GENERAL_PART + (1.0 - GENERAL_PART) * inside);
            let door = |key, quality| Door { key, unit: unit as u32, quality };
            near.push(door(*stem, 1.0));
            near.extend(meanings.iter().map(|&key| door(key, BY_MEANING)));
            far.extend(term.keys.iter().map(|&(key, quality)| door(key, quality)));
            let (name, number, clauses) = (term.name, term.number, 1 << term.clause);
            units.push(Unit { place: term.place, weight, name, number, quoted: false, clauses });
        }
        let weights_of = |which: fn(&Unit) -> bool| units.iter().filter(|u| which(u)).map(|u| u.weight).sum();
        let total = Total {
            weight: weights_of(|_| true),
            norm: units.iter().map(|u| u.weight * u.weight).sum::<f32>().sqrt(),
            names: weights_of(|u| u.name && !u.number),
            numbers: weights_of(|u| u.number),
        };
        let clauses = terms.iter().map(|t| usize::from(t.clause) + 1).max().unwrap_or(0);
        let window = |w: u16| (w, units.iter().filter(|u| u.clauses & w != 0).map(|u| u.weight).sum());
        Statement {
            headline: false,
            position: 0.0,
            rank: 0,
            total,
            near,
            far,
            grams: unit_length(bag),
            pairs: neighbours(terms),
            content: distinct(content(terms)),
            quoted: 0.0,
            side: None,
            facts: Vec::new(),
            telling: Vec::new(),
            measures: false,
            windows: windows(clauses).into_iter().map(window).collect(),
            units,
        }
    }
}

fn distinct(keys: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = keys.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The stems of words that are not grammar, in order.
fn content(terms: &[Term]) -> impl Iterator<Item = u32> {
    terms.iter().filter(|t| t.word.frequency < GRAMMAR).map(|t| t.word.stem)
}

/// Pairs of stems that follow each other, words of grammar left out.
fn neighbours(terms: &[Term]) -> Vec<u64> {
    let content: Vec<u32> = content(terms).collect();
    let next = content.iter().skip(1);
    let mut pairs: Vec<u64> = content.iter().zip(next).map(|(a, b)| (u64::from(*a) << 32) | u64::from(*b)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The grams with their weights added up, as a vector of length 1, sorted by gram.
fn unit_length(mut bag: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    bag.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut grams: Vec<(u32, f32)> = Vec::with_capacity(bag.len());
    for (gram, weight) in bag {
        match grams.last_mut() {
            Some((last, sum)) if *last == gram => *sum += weight,
            _ => grams.push((gram, weight)),
        }
    }
    let norm = grams.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    for (_, weight) in &mut grams {
        *weight /= norm;
    }
    grams
}
