//! The words by which a language counts, measures, dates and quotes: one readable file a language in `lexicon/`.
//!
//! A line is `kind value…: phrase, phrase`; `#` opens a comment. `common.txt` holds for every language. Units name a
//! dimension and the factor to its base (`unit length 1000: km`). Short symbols (one letter, or up to three letters
//! with a capital) count only as they are written: "M" is a magnitude, "m" a metre. A line `notation: …` says how the
//! language writes (see [`Notation`]). A language is added by a file and its line in [`LANGUAGES`].
use std::collections::HashMap;
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
    /// So many hundredths of one: "two-thirds".
    Fraction(f64),
    /// A day by its distance from the article's date ("kemarin").
    Day(i64),
    /// A week, weekend, month or year by its distance from that of the article ("last week").
    Span(Span, i64),
    Half(i8),
    Zone(i32),
    /// What became of the people that are counted: told after the number or before it.
    Fate(Fate),
    /// The same by a verb that takes the people as its object ("menewaskan 12 orang").
    Kills(Fate),
    /// A word that only plays a part: "stop", "skip", "range", "label", "title", "saying" …
    Part(String),
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Week,
    Weekend,
    Month,
    Year,
}

/// A phrase after its first word.
#[derive(Debug)]
pub(super) struct Phrase {
    rest: Vec<String>,
    /// The whole phrase when its case counts.
    exact: Option<String>,
    sense: Sense,
}

/// How a language writes, by the words of its `notation` line.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Notation {
    /// "decimal comma".
    pub(super) comma: bool,
    /// "month first": "6/18/2025".
    pub(super) month_first: bool,
    /// "spaced thousands": "150 000".
    pub(super) spaced: bool,
    /// "bare hundreds": "hundert" and "mil" stand for 100 and 1000.
    pub(super) bare: bool,
    /// "joined numbers": "zweihundertfünfzig", "eenentwintig".
    pub(super) joined: bool,
    /// "small months": the names of months have no capital.
    pub(super) small_months: bool,
}

/// The phrases of one language, by first word.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
    pub(super) notation: Notation,
    /// Words that numbers are joined of, the longest first.
    pub(super) joints: Vec<(String, Sense)>,
}

impl Lexicon {
    /// The tokens of `text`, each with the phrases that it may begin.
    pub(super) fn tokens<'a>(&'static self, text: &'a str) -> Vec<Token<'a>> {
        let mut out = tokens(text);
        for token in &mut out {
            token.phrases = Some(self.phrases.get(&token.lower).map_or(&[], Vec::as_slice));
        }
        out
    }

    /// The longest phrase at token `i` whose sense `pick` takes, with its length in tokens.
    pub(super) fn at<T>(
        &self,
        tokens: &[Token<'_>],
        i: usize,
        pick: impl Fn(&Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        let first = tokens.get(i)?;
        let mut best: Option<(T, usize)> = None;
        let phrases = match first.phrases {
            Some(known) => known,
            None => self.phrases.get(&first.lower)?.as_slice(),
        };
        for phrase in phrases {
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

    /// One word, in lower case, plays `part` by itself.
    pub(super) fn word_is(&self, word: &str, part: &str) -> bool {
        let alone = |p: &Phrase| p.rest.is_empty() && matches!(&p.sense, Sense::Part(name) if name == part);
        self.phrases.get(word).is_some_and(|phrases| phrases.iter().any(alone))
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
            let Some((head, phrases)) = line.split_once(": ") else { continue };
            let mut words = head.split_whitespace();
            let kind = words.next().unwrap_or_default();
            let args: Vec<&str> = words.collect();
            if kind == "notation" {
                phrases.split(", ").for_each(|word| self.notation.set(word));
                continue;
            }
            let Some(sense) = sense(kind, &args) else { continue };
            for phrase in phrases.split(", ") {
                self.add(kind, phrase.trim(), sense.clone());
            }
        }
        if self.notation.joined {
            self.joints = self.numbers_in_words();
        }
    }

    fn numbers_in_words(&self) -> Vec<(String, Sense)> {
        let joint = |s: &Sense| {
            matches!(s, Sense::Number(_) | Sense::Article(_) | Sense::Times(_) | Sense::Scale(1000.0))
                || matches!(s, Sense::Part(p) if p == "and")
        };
        let alone = |p: &Phrase| (p.rest.is_empty() && joint(&p.sense)).then(|| p.sense.clone());
        let of = |(word, phrases): (&String, &Vec<Phrase>)| Some((word.clone(), phrases.iter().find_map(alone)?));
        let mut out: Vec<(String, Sense)> = self.phrases.iter().filter_map(of).collect();
        out.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        out
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

impl Notation {
    fn set(&mut self, word: &str) {
        match word.trim() {
            "decimal comma" => self.comma = true,
            "month first" => self.month_first = true,
            "spaced thousands" => self.spaced = true,
            "bare hundreds" => self.bare = true,
            "joined numbers" => self.joined = true,
            "small months" => self.small_months = true,
            _ => {}
        }
    }
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
        "fraction" => Sense::Fraction(first? / number(1)?),
        "day" => Sense::Day(first? as i64),
        "span" => Sense::Span(span(args.first()?)?, number(1)? as i64),
        "half" => Sense::Half(first? as i8),
        "zone" => Sense::Zone(first? as i32),
        "fate" => Sense::Fate(fate(args.first()?)?),
        "kills" => Sense::Kills(fate(args.first()?)?),
        other => Sense::Part(other.to_owned()),
    })
}

fn bound(word: &str) -> Option<Bound> {
    Some(match word {
        "exact" => Bound::Exact,
        "about" => Bound::About,
        "nearly" => Bound::Nearly,
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

fn span(word: &str) -> Option<Span> {
    Some(match word {
        "week" => Span::Week,
        "weekend" => Span::Weekend,
        "month" => Span::Month,
        "year" => Span::Year,
        _ => return None,
    })
}

/// The languages that have a file of their own, by code; a language without one has signs only.
static LANGUAGES: [(&[&str], LazyLock<Lexicon>); 7] = [
    (&["en"], LazyLock::new(|| load(include_str!("lexicon/en.txt")))),
    (&["id", "ms"], LazyLock::new(|| load(include_str!("lexicon/id.txt")))),
    (&["pt"], LazyLock::new(|| load(include_str!("lexicon/pt.txt")))),
    (&["fr"], LazyLock::new(|| load(include_str!("lexicon/fr.txt")))),
    (&["de"], LazyLock::new(|| load(include_str!("lexicon/de.txt")))),
    (&["es"], LazyLock::new(|| load(include_str!("lexicon/es.txt")))),
    (&["nl"], LazyLock::new(|| load(include_str!("lexicon/nl.txt")))),
];
static OTHER: LazyLock<Lexicon> = LazyLock::new(|| load(include_str!("lexicon/und.txt")));

/// Whether the words beside figures and dates are read in this language, and not signs only.
pub fn reads(language: Language) -> bool {
    LANGUAGES.iter().any(|(codes, _)| codes.contains(&language.code()))
}

/// The lexicon of `language`; signs only when it has none.
pub(super) fn lexicon(language: Language) -> &'static Lexicon {
    let own = LANGUAGES.iter().find(|(codes, _)| codes.contains(&language.code()));
    own.map_or(&OTHER, |(_, lexicon)| lexicon)
}

fn load(file: &str) -> Lexicon {
    let mut lexicon = Lexicon::default();
    lexicon.read(include_str!("lexicon/common.txt"));
    lexicon.read(file);
    lexicon
}
