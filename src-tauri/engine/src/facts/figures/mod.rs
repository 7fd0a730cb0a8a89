//! Finds figures: one walk over a statement, one small module for each kind of figure.
//!
//! [`bounds`] reads the words that loosen a number and ranges; under it a number is given to the kind that claims it:
//! [`age`], [`money`], [`share`] (hundredths, points, fractions), [`quake`] (magnitudes, coordinates), [`duration`],
//! [`measure`] (every other unit), [`score`], and what is left to [`count`].
//! A number is no figure when it is part of a name or label ("G20", "Liputan6.com", "Pasal 12", "Covid-19"), nor when a
//! date or time took it. Each kind has its cases in `tests/cases/facts/`, and says in its file what it leaves out.
mod age;
mod bounds;
mod count;
mod duration;
mod measure;
mod money;
mod quake;
mod score;
mod share;

use super::lexicon::{Lexicon, Sense};
use super::numerals::{Numeral, numeral, scale};
use super::surroundings::{Figures, after, before, fate, unglued};
use super::tokens::{Shape, Token};
use super::value::{Bound, Dimension, Quantity};

/// A quantity and the tokens it takes.
pub(super) struct Found {
    pub(super) quantity: Quantity,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Every figure among `tokens` outside those that are `taken` by dates and times.
pub(super) fn figures(words: &Lexicon, tokens: &[Token<'_>], taken: &[bool]) -> Vec<Found> {
    let reader = Reader::new(words, tokens, taken);
    let mut out: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if let Some(end) = reader.no_figure(i) {
            i = end;
        } else if let Some(found) = reader.second_age(i, out.last()).or_else(|| reader.bounded(i)) {
            i = found.end.max(i + 1);
            out.push(found);
        } else if reader.number_at(i) && reader.words.part(tokens, i, "label") == 0 {
            // A number that is no figure takes its glued letters with it.
            i += 1;
            while tokens.get(i).is_some_and(|t| !t.spaced && t.shape != Shape::Mark) {
                i += 1;
            }
        } else {
            i += 1;
        }
    }
    surround(words, tokens, &mut out);
    out
}

/// Gives each figure the words around it.
fn surround(words: &Lexicon, tokens: &[Token<'_>], found: &mut [Found]) {
    let mut figures = Figures::new(tokens.len());
    found.iter().for_each(|f| figures.add(f.first, f.end));
    for f in found {
        f.quantity.before = before(words, tokens, f.first, &figures);
        f.quantity.after = after(words, tokens, f.end, &figures);
        if f.quantity.dimension == Dimension::Count {
            f.quantity.fate = fate(words, tokens, (f.first, f.end), &mut figures);
        }
    }
}

/// A number with its unit, before bounds and ranges are known.
#[derive(Debug, Clone)]
struct Measure {
    dimension: Dimension,
    low: f64,
    high: f64,
    grain: f64,
    /// The number as it is written, before the unit's factor.
    raw: f64,
    end: usize,
    /// A unit was named; otherwise a range may lend one.
    unit: bool,
}

/// A unit: its dimension, the factor to its base, the token after it.
type Unit = (Dimension, f64, usize);

struct Reader<'a> {
    words: &'a Lexicon,
    tokens: &'a [Token<'a>],
    taken: &'a [bool],
    /// A word of matches stands somewhere in the statement.
    match_told: bool,
    /// A sign or word for hundredths stands in it.
    shares: bool,
    /// Most words have capitals, as in headlines.
    headline: bool,
}

impl<'a> Reader<'a> {
    fn new(words: &'a Lexicon, tokens: &'a [Token<'a>], taken: &'a [bool]) -> Reader<'a> {
        let share = |s: &Sense| matches!(s, Sense::Unit(Dimension::Percent, _)).then_some(());
        let spoken = || tokens.iter().filter(|t| t.shape == Shape::Word);
        Reader {
            words,
            tokens,
            taken,
            match_told: (0..tokens.len()).any(|i| words.part(tokens, i, "score") > 0),
            shares: (0..tokens.len()).any(|i| words.at(tokens, i, share).is_some()),
            headline: spoken().filter(|t| t.capital()).count() * 2 > spoken().count(),
        }
    }

    /// Where to go on when a phrase or label at `i` says that the number in it is no figure.
    fn no_figure(&self, i: usize) -> Option<usize> {
        let skip = self.words.part(self.tokens, i, "skip");
        if skip > 0 {
            return Some(i + skip);
        }
        let label = self.words.part(self.tokens, i, "label").max(self.glued_label(i));
        let dot = usize::from(self.mark(i + label, ".") || self.mark(i + label, "("));
        let at = i + label + dot;
        let number = label > 0 && self.number_at(at);
        // "kelas 3 SD" and "Nomor 5 Tahun 2020" are labels, "pos 5 meter" and "the ferry line 2.5 billion" are not.
        let sized = self.unit(at + 1).is_some_and(|(d, ..)| d != Dimension::Months)
            || scale(self.words, self.tokens, at + 1).is_some();
        (number && !sized).then_some(at + 1)
    }

    /// "junctoPasal 18": scraped pages glue a label to the word before it.
    fn glued_label(&self, i: usize) -> usize {
        let word = |t: &&Token<'_>| t.shape == Shape::Word && self.number_at(i + 1);
        let Some(token) = self.tokens.get(i).filter(word) else { return 0 };
        let Some(last) = unglued(token.text).pop().filter(|w| w.len() < token.text.len()) else { return 0 };
        usize::from(self.words.word_is(&last, "label"))
    }

    /// A number with what stands around it as a unit.
    ///
    /// `dash`: it follows the dash of a range, which elsewhere makes a number part of a name.
    fn measured(&self, i: usize, dash: bool) -> Option<Measure> {
        if let Some(nth) = self.ordinal_sign(i) {
            return Some(nth);
        }
        if let Some(fraction) = self.fraction(i) {
            return Some(fraction);
        }
        let prefix = self.prefix(i);
        let (prefix, step) = prefix.map_or((None, 0), |(p, n)| (Some(p), n));
        let number = self.free_numeral(i + step, step > 0 || dash)?;
        match prefix {
            Some((Dimension::Money(code), factor)) => {
                let number = self.money_letter(number);
                // "Rp 496 juta dolar AS": what stands after the number in full tells more than a sign before it, unless it
                // is the sign of the next ("Rp300 billion US$30 million").
                if let Some((Dimension::Money(named), factor, end)) = self.unit(number.end)
                    && !self.number_at(end)
                {
                    return Some(measure::of(&number, Dimension::Money(named), factor, end));
                }
                return Some(measure::of(&number, Dimension::Money(code), factor, number.end));
            }
            Some((Dimension::Age, _)) => return self.age_after_word(&number),
            Some((Dimension::Magnitude, _)) => return quake::magnitude(&number),
            Some((dimension, factor)) => return Some(measure::of(&number, dimension, factor, number.end)),
            None => {}
        }
        if let Some(end) = self.age_beside_name(i, &number) {
            return Some(measure::of(&number, Dimension::Age, 1.0, end));
        }
        if let Some(nth) = self.ordinal_letters(&number) {
            return Some(nth);
        }
        if let Some(counted) = self.counted_letter(&number) {
            return Some(counted);
        }
        let unit = self.unit(number.end).or_else(|| self.misspelt_degree(number.end));
        let unit = unit.or_else(|| self.glued_degree(&number));
        let Some((dimension, factor, end)) = unit.filter(|unit| !self.points_of_a_game(&number, unit)) else {
            let name = number.article || self.letters_after(&number);
            return (!name).then(|| measure::of(&number, Dimension::Count, 1.0, number.end));
        };
        // "7min21s13" is read as a whole or not at all.
        let more = self.tokens.get(end).is_some_and(|t| !t.spaced && t.shape == Shape::Number);
        if more && self.letters_after(&number) {
            return None;
        }
        if dimension == Dimension::Length
            && factor == measure::FOOT
            && let Some(whole) = self.feet_and_inches(&number, end)
        {
            return Some(whole);
        }
        match dimension {
            Dimension::Latitude | Dimension::Longitude | Dimension::Magnitude => {
                self.on_earth(number, dimension, factor, end)
            }
            Dimension::Seconds | Dimension::Months => self.duration(&number, dimension, factor, end),
            _ => measure::with_unit(&number, dimension, factor, end),
        }
    }

    /// The sign before a number at token `i`, with its length.
    fn prefix(&self, i: usize) -> Option<((Dimension, f64), usize)> {
        self.words.at(self.tokens, i, |s| if let Sense::Prefix(d, f) = s { Some((d.clone(), *f)) } else { None })
    }

    /// The unit at token `i`, a hyphen before it allowed ("105-minute").
    fn unit(&self, i: usize) -> Option<Unit> {
        let unit = |at: usize| {
            self.words.at(self.tokens, at, |s| if let Sense::Unit(d, f) = s { Some((d.clone(), *f)) } else { None })
        };
        let direct = unit(i).map(|((d, f), len)| (d, f, i + len));
        let hyphen = self.tokens.get(i).is_some_and(|t| t.is("-") && !t.spaced);
        direct.or_else(|| unit(i + 1).filter(|_| hyphen).map(|((d, f), len)| (d, f, i + 1 + len)))
    }

    /// The numeral at `i` unless it is part of a name or number that is no figure.
    fn free_numeral(&self, i: usize, prefixed: bool) -> Option<Numeral> {
        if self.glued(i) && !prefixed || self.words.part(self.tokens, i, "skip") > 0 {
            return None;
        }
        let number = numeral(self.words, self.tokens, i)?;
        let free = (i..number.end).all(|n| self.free(n));
        let next = self.tokens.get(number.end);
        let slash = next.is_some_and(|t| !t.spaced && matches!(t.text, "/" | "@" | "_"));
        // "60 km/jam", "Rp15.400/kg": a unit of so much each.
        let per = slash && (prefixed || self.unit(number.end).is_some());
        let hyphenated = number.digits
            && next.is_some_and(|t| t.is("-") && !t.spaced)
            && self.tokens.get(number.end + 1).is_some_and(|t| !t.spaced && t.capital())
            && self.prefix(number.end + 1).is_none()
            && self.unit(number.end).is_none();
        // "45+4" and "58’" are minutes of a match.
        let minute = number.digits && next.is_some_and(|t| !t.spaced && matches!(t.text, "+" | "’" | "'"));
        (free && (!slash || per) && !hyphenated && !minute).then_some(number)
    }

    /// Letters, a hyphen after letters, or a sign of identifiers stand right before token `i`.
    fn glued(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i).filter(|t| !t.spaced) else { return false };
        let Some(previous) = i.checked_sub(1).and_then(|p| self.tokens.get(p)) else { return false };
        let before = i.checked_sub(2).and_then(|p| self.tokens.get(p));
        match previous.shape {
            Shape::Word => token.shape == Shape::Number,
            Shape::Number => true,
            Shape::Mark => match previous.text {
                "#" | "+" => true,
                "/" | "@" | "_" | "." | "=" | "&" | "*" => before.is_some() && !previous.spaced,
                "-" => {
                    !previous.spaced && before.is_some_and(|t| t.shape != Shape::Mark && token.shape == Shape::Number)
                }
                _ => false,
            },
        }
    }

    /// Letters are glued to the end of a number in digits ("24x", "3rd").
    fn letters_after(&self, number: &Numeral) -> bool {
        number.digits && self.tokens.get(number.end).is_some_and(|t| !t.spaced && t.shape == Shape::Word)
    }

    /// No date or time has taken token `i`.
    fn free(&self, i: usize) -> bool {
        !self.taken.get(i).copied().unwrap_or(false)
    }

    fn mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    fn number_at(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.shape == Shape::Number)
    }
}

/// A quantity without its surroundings, which are found when all figures are known.
fn quantity(dimension: Dimension, (low, high): (f64, f64), bound: Bound, grain: f64) -> Quantity {
    Quantity { dimension, low, high, bound, grain, fate: None, before: Vec::new(), after: Vec::new() }
}
