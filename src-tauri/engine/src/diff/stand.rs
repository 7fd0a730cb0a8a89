//! What the differences are found between (a statement inside a claim) and what is found.
use std::ops::Range;

use super::Wording;
use crate::facts::{Fact, Toned, Value};
use crate::model::{DifferenceKind, Doubt, Language, MentionKind, Reason, Verdict};

/// A statement inside a claim.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// Position of its article.
    pub article: usize,
    /// Position in its article.
    pub statement: usize,
    /// The words.
    pub text: &'a str,
    /// The same, cut into words.
    pub wording: &'a Wording,
    /// Language of the article.
    pub language: Language,
    /// Values in it.
    pub facts: &'a [Fact],
    /// Reserve and negation in it.
    pub tones: &'a [Toned],
    /// Who is named as saying it.
    pub speaker: Option<&'a str>,
    /// Where it names them, start and end in bytes; the same when it does not name them itself.
    pub spoken: (usize, usize),
    /// ISO 8601 date of the article.
    pub published: Option<&'a str>,
    /// Values of every statement of the article.
    pub article_facts: &'a [&'a [Fact]],
    /// Reserve and negation in every statement of the article.
    pub article_tones: &'a [&'a [Toned]],
}

/// What a statement says of a difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// Position of the statement in the claim.
    pub stand: usize,
    /// Where it stands in the statement's text, start and end in bytes.
    pub at: (usize, usize),
    /// The normal form.
    pub normal: String,
    /// Position of the fact in the statement, when it is one.
    pub fact: Option<usize>,
}

impl Told {
    /// The words `range` of the statement at `stand`.
    pub(super) fn words(stand: usize, range: Range<usize>, normal: impl Into<String>) -> Told {
        Told { stand, at: (range.start, range.end), normal: normal.into(), fact: None }
    }

    /// A fact of the statement at `stand`.
    pub(super) fn fact(stand: usize, position: usize, fact: &Fact) -> Told {
        Told { fact: Some(position), ..Told::words(stand, fact.range.clone(), fact.normal()) }
    }
}

/// Readings of one thing by several statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What differs.
    pub kind: DifferenceKind,
    /// What is said of it.
    pub verdict: Verdict,
    /// Why they are compared.
    pub reason: Reason,
    /// The readings.
    pub readings: Vec<Told>,
    /// Positions of two statements that read it otherwise, the smaller first.
    pub apart: Vec<(usize, usize)>,
}

impl Finding {
    /// The statements at two positions read it otherwise.
    pub fn parts(&self, a: usize, b: usize) -> bool {
        self.apart.contains(&(a.min(b), a.max(b)))
    }
}

/// Two readings of one thing with what is said of them (`verdict` `None`: they are read alike).
#[derive(Debug, Clone)]
pub struct Pair {
    pub(super) a: Told,
    pub(super) b: Told,
    pub(super) kind: DifferenceKind,
    pub(super) verdict: Option<Verdict>,
    pub(super) reason: Reason,
}

impl Pair {
    /// A conflict becomes a check: something else in the statements differs too.
    pub(super) fn soften(&mut self) {
        if self.verdict == Some(Verdict::Conflict) {
            self.verdict = Some(Verdict::Check);
            self.reason.doubt = Some(Doubt::Wording);
        }
    }

    /// The same for the statements at positions `i` and `j` of a claim.
    pub(super) fn at(&self, i: usize, j: usize) -> Pair {
        let place = |told: &Told| Told { stand: if told.stand == 0 { i } else { j }, ..told.clone() };
        Pair { a: place(&self.a), b: place(&self.b), ..self.clone() }
    }
}

/// The words of a name or a quotation, in lower case.
pub(super) fn words_of(fact: &Fact) -> &[String] {
    match &fact.value {
        Value::Name(name) => &name.words,
        Value::Quote(quote) => &quote.words,
        _ => &[],
    }
}

/// Every name in the article of `stand`, as its words.
pub(super) fn names_of_article<'a>(stand: &Stand<'a>) -> impl Iterator<Item = &'a [String]> + use<'a> {
    let facts = stand.article_facts.iter().flat_map(|facts| facts.iter());
    facts.filter(|fact| fact.kind == MentionKind::Name).map(words_of)
}

/// The numbers that are written in digits in `text`, as they stand there.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = &str> + Clone {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    parts.map(|part| part.trim_matches(['.', ','])).filter(|part| !part.is_empty())
}

/// `range` with so many characters more on each side as there are, up to `reach`.
pub(super) fn around(text: &str, range: Range<usize>, reach: usize) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let from = before.char_indices().rev().nth(reach).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(reach).map_or(text.len(), |(at, _)| range.end + at);
    from..to
}
