//! The words by which a language counts, measures, dates and quotes: one readable file a language in `lexicon/`.
//!
//! A line is `kind value…: phrase, phrase`; `#` opens a comment. `common.txt` holds for every language. Units name a
//! dimension and the factor to its base (`unit length 1000: km`). Short symbols (one letter, or up to three letters
//! with a capital) count only as they are written: "M" is a magnitude, "m" a metre.
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tokens::{Shape, Token, tokens};
use super::value::{Bound, Dimension, Fate};
use crate::model::Language;

/// What a phrase says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sense {
    Number(f64),
    Article(f64),
    Teen(f64),
    Times(f64),
    Scale(f64),
    One(f64),
    Vague(f64, f64),
    Bound(Bound),
    Later(Bound),
    Unit(Dimension, f64),
    Prefix(Dimension, f64),
    Month(i8),
    Weekday(i8),
    Day(i64),
    Half(i8),
    Zone(i32),
    /// What became of the people that are counted: told after the number or before it.
    Fate(Fate),
    /// The same by a verb that takes the people as its object ("menewaskan 12 orang").
    Kills(Fate),
    /// A word that only plays a part: "stop", "skip", "range", "label", "title", "saying" …
    Part(String),
}

/// A phrase after its first word.
#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    /// The whole phrase when its case counts.
    exact: Option<String>,
    sense: Sense,
}

/// The phrases of one language, by first word.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: BTreeMap<String, Vec<Phrase>>,
    /// The decimal mark is a comma.
    pub(super) comma: bool,
    /// Month before day in "6/18/2025".
    pub(super) month_first: bool,
    /// The noun comes before its adjectives.
    pub(super) head_first: bool,
}

impl Lexicon {
    /// The longest phrase at token `i` whose sense `pick` takes, with its length in tokens.
    pub(super) fn at<T>(
        &self,
        tokens: &[Token<'_>],
        i: usize,
        pick: impl Fn(&Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        let first = tokens.get(i)?;
        let mut best: Option<(T, usize)> = None;
        for phrase in self.phrases.get(&first.lower)? {
            let len = phrase.rest.len() + 1;
            let follow = tokens.get(i + 1..i + len).unwrap_or(&[]);
            let fits = follow.len() == phrase.rest.len() && follow.iter().zip(&phrase.rest).all(|(t, w)| t.lower == *w);
            let cased = phrase.exact.as_ref().is_none_or(|e| {
                let run = tokens.get(i..i + len).unwrap_or(&[]);
                run.iter().map(|t| t.text).collect::<String>() == *e
            });
            if fits && cased && best.as_ref().is_none_or(|(_, n)| len > *n) {
                best = pick(&phrase.sense).map(|found| (found, len)).or(best);
            }
        }
        best
    }

    /// The length of the longest phrase at `i` that plays `part`; 0 for none.
    pub(super) fn part(&self, tokens: &[Token<'_>], i: usize, part: &str) -> usize {
        self.at(tokens, i, |s| matches!(s, Sense::Part(p) if p == part).then_some(())).map_or(0, |(_, n)| n)
    }

    /// A word that carries no content.
    pub(super) fn is_stop(&self, tokens: &[Token<'_>], i: usize) -> bool {
        self.part(tokens, i, "stop") == 1
    }

    /// A word that plays a part other than that of a title.
    pub(super) fn is_part(&self, tokens: &[Token<'_>], i: usize) -> bool {
        self.at(tokens, i, |s| matches!(s, Sense::Part(p) if p != "title" && p != "label").then_some(())).is_some()
    }

    fn read(&mut self, file: &str) {
        for line in file.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let Some((head, phrases)) = split_head(line) else { continue };
            let mut words = head.split_whitespace();
            let kind = words.next().unwrap_or_default();
            let args: Vec<&str> = words.collect();
            if kind == "notation" {
                self.comma = args.first() == Some(&"comma");
                continue;
            }
            let Some(sense) = sense(kind, &args) else { continue };
            for phrase in phrases.split(", ") {
                self.add(kind, phrase.trim(), sense.clone());
            }
        }
    }

    fn add(&mut self, kind: &str, phrase: &str, sense: Sense) {
        let pieces = tokens(phrase);
        let Some((first, rest)) = pieces.split_first() else { return };
        let whole: String = pieces.iter().map(|t| t.text).collect();
        let letters = whole.chars().filter(|c| c.is_alphabetic()).count();
        let symbol = letters == 1 || (letters <= 3 && whole.chars().any(char::is_uppercase));
        let exact = (matches!(kind, "unit" | "prefix") && symbol && first.shape == Shape::Word).then_some(whole);
        let rest = rest.iter().map(|t| t.lower.clone()).collect();
        self.phrases.entry(first.lower.clone()).or_default().push(Phrase { rest, exact, sense });
    }
}

/// The colon that ends the head of a line: the first one followed by a space ("money:IDR" has one inside).
fn split_head(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ")
}

fn sense(kind: &str, args: &[&str]) -> Option<Sense> {
    let number = |i: usize| args.get(i).and_then(|a| a.parse::<f64>().ok());
    let first = number(0);
    Some(match kind {
        "number" => Sense::Number(first?),
        "article" => Sense::Article(first?),
        "teen" => Sense::Teen(first?),
        "times" => Sense::Times(first?),
        "scale" => Sense::Scale(first?),
        "one" => Sense::One(first?),
        "vague" => Sense::Vague(first?, number(1)?),
        "bound" => Sense::Bound(bound(args.first()?)?),
        "later" => Sense::Later(bound(args.first()?)?),
        "unit" => Sense::Unit(Dimension::parse(args.first()?)?, number(1)?),
        "prefix" => Sense::Prefix(Dimension::parse(args.first()?)?, number(1)?),
        "month" => Sense::Month(first? as i8),
        "weekday" => Sense::Weekday(first? as i8),
        "day" => Sense::Day(first? as i64),
        "half" => Sense::Half(first? as i8),
        "zone" => Sense::Zone(first? as i32),
        "fate" => Sense::Fate(fate(args.first()?)?),
        "kills" => Sense::Kills(fate(args.first()?)?),
        other => Sense::Part(other.to_owned()),
    })
}

fn bound(word: &str) -> Option<Bound> {
    Some(match word {
        "about" => Bound::About,
        "more" => Bound::More,
        "least" => Bound::Least,
        "most" => Bound::Most,
        "less" => Bound::Less,
        _ => return None,
    })
}

fn fate(word: &str) -> Option<Fate> {
    Some(match word {
        "dead" => Fate::Dead,
        "hurt" => Fate::Hurt,
        "missing" => Fate::Missing,
        "displaced" => Fate::Displaced,
        _ => return None,
    })
}

/// The lexicon of `language`; signs only when it has none.
pub(super) fn lexicon(language: Language) -> &'static Lexicon {
    match language.code() {
        "en" => &ENGLISH,
        "id" | "ms" => &INDONESIAN,
        "pt" => &PORTUGUESE,
        _ => &OTHER,
    }
}

fn load(file: &str, month_first: bool, head_first: bool) -> Lexicon {
    let mut lexicon = Lexicon { month_first, head_first, ..Lexicon::default() };
    lexicon.read(include_str!("lexicon/common.txt"));
    lexicon.read(file);
    lexicon
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| load(include_str!("lexicon/en.txt"), true, false));
static INDONESIAN: LazyLock<Lexicon> = LazyLock::new(|| load(include_str!("lexicon/id.txt"), false, true));
static PORTUGUESE: LazyLock<Lexicon> = LazyLock::new(|| load(include_str!("lexicon/pt.txt"), false, true));
static OTHER: LazyLock<Lexicon> = LazyLock::new(|| load(include_str!("lexicon/und.txt"), false, false));
