//! Ages: "berusia 45 tahun", "45-year-old", and a number beside a name ("Lisa (45)", "Mr Smith, 68, said").
//!
//! Left out: ages of months and decades of life ("in her fifties"); "a two-year-old deal" reads as an age.
use super::super::numerals::Numeral;
use super::super::tokens::Token;
use super::super::value::{Bound, Dimension};
use super::{Found, Measure, Reader, measure, quantity};

impl Reader<'_> {
    /// "aged 45", "berusia 30 tahun".
    pub(super) fn age_after_word(&self, number: &Numeral) -> Option<Measure> {
        let unit = self.unit(number.end).filter(|(dimension, ..)| {
            // Only what counts years: "usia 3 bulan" is a duration.
            matches!(dimension, Dimension::Months | Dimension::Age | Dimension::Seconds)
        });
        let (factor, end) = match unit {
            None => (1.0, number.end),
            Some((Dimension::Age, _, end)) => (1.0, end),
            Some((Dimension::Months, 12.0, end)) => (1.0, end),
            Some((dimension, factor, end)) => return Some(measure::of(number, dimension, factor, end)),
        };
        (number.low <= 130.0).then(|| measure::of(number, Dimension::Age, factor, end))
    }

    /// Where the age ends in "Lisa (45)", "Lisa (45 tahun)", "Budi, 30 tahun, hadir" and "Mr Smith, 68, said".
    pub(super) fn age_beside_name(&self, i: usize, number: &Numeral) -> Option<usize> {
        let named = i.checked_sub(2).and_then(|p| self.tokens.get(p)).is_some_and(Token::capital);
        let whole = number.digits && number.low.fract() == 0.0 && (1.0..=110.0).contains(&number.low);
        let open = |mark: &str| named && whole && i.checked_sub(1).is_some_and(|p| self.mark(p, mark));
        let years = self.unit(number.end).filter(|(d, factor, _)| *d == Dimension::Months && *factor == 12.0);
        let end = years.as_ref().map_or(number.end, |(.., end)| *end);
        if open("(") && self.mark(end, ")") {
            return Some(end);
        }
        if years.is_some() && (open(",") || self.aged_of(i)) && self.mark(end, ",") {
            return Some(end);
        }
        // A list of numbers ("Gates 1, 14, 15") has no small word after its comma.
        let small = |t: &Token<'_>| !t.capital() && t.text.chars().all(char::is_alphabetic);
        let between = open(",") && self.mark(number.end, ",") && number.low >= 10.0;
        (between && self.tokens.get(number.end + 1).is_some_and(small)).then_some(number.end)
    }

    /// "Abadia, de 44 anos,"
    fn aged_of(&self, i: usize) -> bool {
        let at = |back: usize| i.checked_sub(back).and_then(|p| self.tokens.get(p));
        let of = at(1).is_some_and(|t| self.words.word_is(&t.lower, "aged_of"));
        of && i.checked_sub(2).is_some_and(|p| self.mark(p, ",")) && at(3).is_some_and(Token::capital)
    }

    /// The second of two ages: "aged 16 and 13".
    pub(super) fn second_age(&self, i: usize, last: Option<&Found>) -> Option<Found> {
        let first = last.filter(|f| f.quantity.dimension == Dimension::Age)?;
        let joined = self.words.part(self.tokens, first.end, "and");
        let number = self.free_numeral(i, false).filter(|n| joined > 0 && first.end + joined == i && n.low <= 110.0)?;
        let end = self.unit(number.end).filter(|(d, ..)| *d == Dimension::Months).map_or(number.end, |(.., end)| end);
        let age = measure::of(&number, Dimension::Age, 1.0, end);
        Some(Found { quantity: quantity(Dimension::Age, (age.low, age.high), Bound::Exact, 1.0), first: i, end })
    }
}
