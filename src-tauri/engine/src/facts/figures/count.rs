//! Counts of things and people, and places in a row ("ke-3", "3rd").
//!
//! A number word counts only before a noun ("the two said" does not), a vague one ("ratusan", "dozens of") also before
//! "of". Left out: ordinals in words ("third", "ketiga"), "several" and "beberapa" without a scale, collective words
//! ("kelima", "a pair").
use super::super::numerals::{Numeral, numeral};
use super::super::tokens::{Shape, Token};
use super::super::value::Dimension;
use super::{Measure, Reader, measure};

impl Reader<'_> {
    /// A bare number between `first` and `end` counts in digits, or as a word before what is counted. `loose`: it is a
    /// vague or a large one, which counts before "of" too.
    pub(super) fn counts(&self, first: usize, end: usize, loose: bool) -> bool {
        let Some(token) = self.tokens.get(first) else { return false };
        let next = self.tokens.get(end);
        if token.shape == Shape::Number {
            let code = token.text.len() > 1 && token.text.starts_with('0') && !token.text.contains([',', '.']);
            let phone =
                next.is_some_and(|t| t.shape == Shape::Number || t.is("-") && !t.spaced && self.number_at(end + 1));
            let numbered = first == 0 && next.is_some_and(|t| matches!(t.text, "." | ")"));
            return !(code || phone || numbered || self.in_name(first, end));
        }
        let hyphen = usize::from(next.is_some_and(|t| t.is("-") && !t.spaced));
        let at = end + hyphen + self.words.part(self.tokens, end, "besides");
        let of = loose && self.words.part(self.tokens, at, "of") > 0;
        let noun = self.tokens.get(at).is_some_and(|t| t.shape == Shape::Word);
        noun && (of || !self.words.is_stop(self.tokens, at))
    }

    /// "Densus 88 Polri", "Galeri 24": a short number right after a capital that no small word follows, in a statement
    /// that is not all in capitals as headlines are.
    fn in_name(&self, first: usize, end: usize) -> bool {
        let before = first.checked_sub(1).and_then(|p| self.tokens.get(p)).is_some_and(Token::capital) && first > 1;
        let small = self.tokens.get(end).is_some_and(|t| t.shape == Shape::Word && !t.capital());
        let short =
            self.tokens.get(first).is_some_and(|t| t.text.len() <= 3 && t.text.bytes().all(|b| b.is_ascii_digit()));
        !self.headline && before && !small && short && end == first + 1
    }

    /// "2.3m people", "400k voters", "40m euros": letters that are scales before what nobody measures in metres.
    pub(super) fn counted_letter(&self, number: &Numeral) -> Option<Measure> {
        let letter =
            self.tokens.get(number.end).filter(|t| !t.spaced && number.digits && !self.words.notation.comma)?;
        let scale = match letter.text {
            "m" => 1e6,
            "k" => 1e3,
            _ => return None,
        };
        let number = number.scaled(scale, number.end + 1);
        match self.unit(number.end) {
            Some((Dimension::Money(code), factor, end)) => {
                Some(measure::of(&number, Dimension::Money(code), factor, end))
            }
            _ => (self.words.part(self.tokens, number.end, "counted") > 0)
                .then(|| measure::of(&number, Dimension::Count, 1.0, number.end)),
        }
    }

    /// "ke-3".
    pub(super) fn ordinal_sign(&self, i: usize) -> Option<Measure> {
        let nth = self.words.part(self.tokens, i, "nth");
        let number = numeral(self.words, self.tokens, i + nth).filter(|_| nth > 0 && self.number_at(i + nth))?;
        (i..number.end).all(|n| self.free(n)).then_some(())?;
        Some(measure::of(&number, Dimension::Ordinal, 1.0, number.end))
    }

    /// "3rd", "2º", "1er".
    pub(super) fn ordinal_letters(&self, number: &Numeral) -> Option<Measure> {
        let letters = self.tokens.get(number.end).filter(|t| !t.spaced && number.digits)?;
        let nth = matches!(
            letters.lower.as_str(),
            "st" | "nd" | "rd" | "th" | "º" | "ª" | "ère" | "ème" | "e" | "de" | "ste"
        );
        // "1er", but not "1990er".
        let nth = nth || letters.lower == "er" && number.low == 1.0;
        nth.then(|| measure::of(number, Dimension::Ordinal, 1.0, number.end + 1))
    }
}
