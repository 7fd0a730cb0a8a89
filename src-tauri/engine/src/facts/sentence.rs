//! A statement while its article is read: tokens, what part they play, quotations, values, names.
use std::ops::Range;

use super::article::Passage;
use super::lexicon::Lexicon;
use super::names::Found;
use super::quotes::{Quotations, quotations};
use super::tokens::{Shape, Token};
use super::vocabulary::{Part, Parts, Vocabulary};
use super::{Context, Fact, values};

/// A statement and what is found in it.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) paragraph: usize,
    pub(super) headline: bool,
    pub(super) tokens: Vec<Token<'a>>,
    /// What begins at each token.
    pub(super) parts: Vec<Parts>,
    /// Tokens of dates and figures.
    pub(super) taken: Vec<bool>,
    /// The dates and figures.
    pub(super) values: Vec<Fact>,
    pub(super) quotations: Quotations,
    /// It begins inside a quotation.
    pub(super) began_open: bool,
    /// Tokens inside quotations.
    pub(super) quoted: Vec<bool>,
    /// Most of its words have capitals, as in headlines.
    pub(super) title_case: bool,
    /// The names, by position.
    pub(super) names: Vec<Found>,
    /// Titles with the body they belong to but without a person's name ("Presiden Prancis"), token ranges.
    pub(super) offices: Vec<Range<usize>>,
}

impl<'a> Sentence<'a> {
    /// Reads `passage`; names come later. `open`: the mark that closes a quotation open at its beginning.
    pub(super) fn read(
        passage: &Passage<'a>,
        words: &'static Lexicon,
        vocabulary: &Vocabulary,
        context: Context<'_>,
        open: Option<char>,
    ) -> Sentence<'a> {
        let tokens = words.tokens(passage.text);
        let (values, taken) = values(words, &tokens, context);
        let quotations = quotations(passage.text, open);
        Sentence {
            text: passage.text,
            paragraph: passage.paragraph,
            headline: passage.headline,
            parts: vocabulary.parts(&tokens),
            quoted: inside(&tokens, &quotations.spans),
            title_case: (passage.headline || !ends_as_sentence(passage.text)) && title_case(&tokens, passage.headline),
            tokens,
            taken,
            values,
            quotations,
            began_open: open.is_some(),
            names: Vec::new(),
            offices: Vec::new(),
        }
    }

    /// Token `i` is this mark or word.
    pub(super) fn is(&self, i: usize, text: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.lower == text)
    }

    /// The length of the longest phrase at `i` that plays `part`; 0 for none.
    pub(super) fn part(&self, i: usize, part: Part) -> usize {
        self.parts.get(i).map_or(0, |p| p.of(part))
    }

    /// Token `i` begins a phrase that plays one of `parts`.
    pub(super) fn any(&self, i: usize, parts: &[Part]) -> bool {
        self.parts.get(i).is_some_and(|p| p.any(parts))
    }

    /// Where a phrase of `part` begins that ends before token `end`.
    pub(super) fn ending(&self, end: usize, part: Part) -> Option<usize> {
        const LONGEST: usize = 5;
        (end.saturating_sub(LONGEST)..end).find(|&start| self.part(start, part) == end - start)
    }

    /// Token `i` is a word.
    pub(super) fn word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.shape == Shape::Word)
    }

    /// Token `i` is a number in digits.
    pub(super) fn number(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.shape == Shape::Number)
    }

    /// Token `i` belongs to a date or a figure.
    pub(super) fn is_taken(&self, i: usize) -> bool {
        self.taken.get(i).copied().unwrap_or(false)
    }

    /// Token `i` stands inside a quotation.
    pub(super) fn is_quoted(&self, i: usize) -> bool {
        self.quoted.get(i).copied().unwrap_or(false)
    }

    /// The bytes of some tokens.
    pub(super) fn bytes(&self, first: usize, end: usize) -> Option<Range<usize>> {
        Some(self.tokens.get(first)?.start..self.tokens.get(end.checked_sub(1)?)?.end)
    }

    /// The text of some tokens.
    pub(super) fn shown(&self, first: usize, end: usize) -> &'a str {
        self.bytes(first, end).and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// Token `i` opens the statement, or a sentence or quotation inside it.
    pub(super) fn opens(&self, i: usize) -> bool {
        const MARKS: [&str; 15] = ["\"", "“", "”", "‘", "„", "«", ".", "!", "?", ":", "-", "–", "—", "(", "*"];
        let Some(previous) = i.checked_sub(1).and_then(|p| self.tokens.get(p)) else { return true };
        let hyphen = previous.is("-") && !previous.spaced;
        MARKS.contains(&previous.text) && !hyphen && !(previous.is(".") && self.abbreviated(i - 1))
    }

    /// The full stop at `dot` belongs to the word before it: "Mr.", "U.S.", "J.".
    fn abbreviated(&self, dot: usize) -> bool {
        const PARTS: [Part; 4] = [Part::Title, Part::Honorific, Part::Place, Part::Org];
        let letter = |i: usize| self.tokens.get(i).is_some_and(|t| t.capital() && t.text.chars().count() == 1);
        PARTS.iter().any(|&part| self.ending(dot + 1, part).is_some()) || dot.checked_sub(1).is_some_and(letter)
    }
}

/// Which tokens stand inside the spans.
fn inside(tokens: &[Token<'_>], spans: &[Range<usize>]) -> Vec<bool> {
    let mut spans = spans.iter().peekable();
    let inside = |t: &Token<'_>| {
        while spans.next_if(|span| span.end < t.end).is_some() {}
        spans.peek().is_some_and(|span| span.start <= t.start)
    };
    tokens.iter().map(inside).collect()
}

/// Whether a mark ends the text as one ends a sentence.
fn ends_as_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', ' ']).ends_with(['.', '!', '?', '…', ',', ':', ';'])
}

/// Whether most longer words have capitals.
fn title_case(tokens: &[Token<'_>], headline: bool) -> bool {
    const LONG: usize = 4;
    let long = || tokens.iter().filter(|t| t.shape == Shape::Word && t.text.chars().count() >= LONG);
    let (all, capital) = (long().count(), long().filter(|t| t.capital()).count());
    all >= if headline { 2 } else { 3 } && capital * 10 >= all * 7
}
