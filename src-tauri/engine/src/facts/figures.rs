//! Finds figures: counts, money, shares, durations, measures, magnitudes, coordinates, ages, scores, ranges.
//!
//! A number is no figure when it is part of a name or label ("G20", "Liputan6.com", "Pasal 12", "Covid-19", "(021)
//! 555"), nor when a date or time took it. Number words count only before a noun or a unit ("the two said" does not).
use super::lexicon::{Lexicon, Sense};
use super::numerals::{Numeral, numeral};
use super::surroundings::{after, before, fate};
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
    let reader = Reader { words, tokens, taken };
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if let Some(end) = reader.no_figure(i) {
            i = end;
        } else if let Some(found) = reader.bounded(i) {
            i = found.end.max(i + 1);
            out.push(found);
        } else if reader.words.part(tokens, i, "label") == 0 && reader.number_at(i) {
            // A number that is no figure takes its glued letters with it.
            i += 1;
            while tokens.get(i).is_some_and(|t| !t.spaced && t.shape != Shape::Mark) {
                i += 1;
            }
        } else {
            i += 1;
        }
    }
    let mut told = vec![false; tokens.len()];
    for n in 0..out.len() {
        let others: Vec<(usize, usize)> = out.iter().map(|f| (f.first, f.end)).collect();
        if let (Some(found), Some(&(first, end))) = (out.get_mut(n), others.get(n)) {
            found.quantity.before = before(words, tokens, first, &others);
            found.quantity.after = after(words, tokens, end, &others);
            if found.quantity.dimension == Dimension::Count {
                found.quantity.fate = fate(words, tokens, (first, end), &others, &mut told);
            }
        }
    }
    out
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

struct Reader<'a> {
    words: &'a Lexicon,
    tokens: &'a [Token<'a>],
    taken: &'a [bool],
}

impl Reader<'_> {
    /// Where to go on when a phrase or label at `i` says that the number in it is no figure.
    fn no_figure(&self, i: usize) -> Option<usize> {
        let skip = self.words.part(self.tokens, i, "skip");
        if skip > 0 {
            return Some(i + skip);
        }
        let label = self.words.part(self.tokens, i, "label");
        let dot = usize::from(self.mark(i + label, ".") || self.mark(i + label, "("));
        let at = i + label + dot;
        let number = label > 0 && self.number_at(at);
        // "kelas 3 SD" and "Nomor 5 Tahun 2020" are labels, "pos 5 meter" is not.
        let sized = self.unit(at + 1).is_some_and(|(d, ..)| d != Dimension::Months);
        (number && !sized).then_some(at + 1)
    }

    /// A measure with the words that loosen it: "lebih dari 150.000 tentara", "80 sampai 100 km", "30 or so".
    fn bounded(&self, i: usize) -> Option<Found> {
        let bound = self.words.at(self.tokens, i, |s| if let Sense::Bound(b) = s { Some(*b) } else { None });
        let (mut bound, step) = bound.unwrap_or((Bound::Exact, 0));
        let between = self.words.part(self.tokens, i + step, "between");
        let mut at = i + step + between;
        // Two such words: "hampir sekitar 5".
        let again = self.words.at(self.tokens, at, |s| if let Sense::Bound(b) = s { Some(*b) } else { None });
        if let Some((second, len)) = again.filter(|_| step > 0) {
            (bound, at) = (second, at + len);
        }
        if let Some(found) = self.score(at) {
            return Some(found);
        }
        let measure = self.measure_after(at, false)?;
        let (mut low, mut high, mut end) = (measure.low, measure.high, measure.end);
        let mut dimension = measure.dimension.clone();
        let mut grain = measure.grain;
        let from = i.checked_sub(1).and_then(|p| self.tokens.get(p)).is_some_and(|t| t.lower == "from");
        if let Some(upper) = self.upper(&measure, between > 0).filter(|_| !from) {
            let factor = if measure.unit { 1.0 } else { upper.high / upper.raw };
            let lower = if measure.unit || upper.raw == 0.0 { measure.low } else { measure.low * factor };
            (low, high, end, bound) = (lower, upper.high, upper.end, Bound::Range);
            (dimension, grain) = (upper.dimension.clone(), upper.grain);
        } else if low != high && dimension != Dimension::Score {
            bound = Bound::Range;
        }
        let later = self.words.at(self.tokens, end, |s| if let Sense::Later(b) = s { Some(*b) } else { None });
        if let Some((b, len)) = later.filter(|_| bound == Bound::Exact) {
            (bound, end) = (b, end + len);
        }
        let numberless = dimension == Dimension::Count && !self.counts(at, end);
        if numberless {
            return None;
        }
        let quantity =
            Quantity { dimension, low, high, bound, grain, fate: None, before: Vec::new(), after: Vec::new() };
        Some(Found { quantity, first: if bound == Bound::Exact { at } else { i }, end })
    }

    /// The second number of a range that begins with `first`.
    fn upper(&self, first: &Measure, between: bool) -> Option<Measure> {
        let dash = self.tokens.get(first.end).is_some_and(|t| matches!(t.text, "-" | "–" | "—"));
        let joined = if between { self.words.part(self.tokens, first.end, "and") } else { 0 };
        let step = match (joined, dash) {
            (1.., _) => joined,
            (0, true) => 1,
            (0, false) => self.words.part(self.tokens, first.end, "range"),
        };
        let second = self.measure_after(first.end + step, dash).filter(|_| step > 0)?;
        // "Rp 170-190": the sign before the first number holds for both.
        let lent = first.unit && second.dimension == Dimension::Count && matches!(first.dimension, Dimension::Money(_));
        let second = if lent { Measure { dimension: first.dimension.clone(), unit: true, ..second } } else { second };
        // "2024-2029" is a span of years.
        let years = |m: &Measure| m.dimension == Dimension::Count && (1900.0..2100.0).contains(&m.raw);
        let fits = if first.unit { first.dimension == second.dimension } else { second.raw > first.raw };
        (fits && second.high > first.low && !(years(first) && years(&second))).then_some(second)
    }

    /// "5-0" where a match is told; anywhere else a dash makes a range.
    fn score(&self, i: usize) -> Option<Found> {
        let whole = |n: usize| {
            let token = self.tokens.get(n).filter(|t| t.shape == Shape::Number && t.text.len() <= 3 && self.free(n))?;
            token.text.parse::<u16>().ok()
        };
        let (a, b) = (whole(i)?, whole(i + 2)?);
        let dash = self.tokens.get(i + 1).is_some_and(|t| matches!(t.text, "-" | "–") && !t.spaced);
        let tight = self.tokens.get(i + 2).is_some_and(|t| !t.spaced);
        let told = (0..self.tokens.len()).any(|n| self.words.part(self.tokens, n, "score") > 0);
        let noun = self.unit(i + 3).is_some();
        let longer = self.mark(i + 3, "-") || self.glued(i) || !told && a < b;
        if !(dash && tight && !noun && !longer && told) {
            return None;
        }
        let quantity = Quantity {
            dimension: Dimension::Score,
            low: f64::from(a),
            high: f64::from(b),
            bound: Bound::Exact,
            grain: 1.0,
            fate: None,
            before: Vec::new(),
            after: Vec::new(),
        };
        Some(Found { quantity, first: i, end: i + 3 })
    }

    /// A number with what stands around it as a unit.
    ///
    /// `dash`: it follows the dash of a range, which elsewhere makes a number part of a name.
    fn measure_after(&self, i: usize, dash: bool) -> Option<Measure> {
        let nth = self.words.part(self.tokens, i, "nth");
        if nth > 0 && self.number_at(i + nth) {
            let number = numeral(self.words, self.tokens, i + nth)?;
            return Some(self.as_measure(&number, Dimension::Ordinal, 1.0, number.end));
        }
        let prefix = self.prefix(i);
        let (prefix, step) = prefix.map_or((None, 0), |(p, n)| (Some(p), n));
        let mut number = self.free_numeral(i + step, step > 0 || dash)?;
        if let Some((dimension, factor)) = prefix {
            let money = matches!(dimension, Dimension::Money(_));
            if money {
                number = self.money_letter(number);
            }
            let magnitude = dimension != Dimension::Magnitude || (number.low <= 10.0 && number.digits);
            let unit = self.unit(number.end).filter(|(d, ..)| dimension == Dimension::Age && *d == Dimension::Months);
            let end = unit.map_or(number.end, |(_, _, end)| end);
            return magnitude.then(|| self.as_measure(&number, dimension, factor, end));
        }
        if self.age_in_brackets(i, &number) {
            return Some(self.as_measure(&number, Dimension::Age, 1.0, number.end));
        }
        let letters = self.tokens.get(number.end).filter(|t| !t.spaced && number.digits && t.shape == Shape::Word);
        if letters.is_some_and(|t| matches!(t.lower.as_str(), "st" | "nd" | "rd" | "th" | "º" | "ª")) {
            return Some(self.as_measure(&number, Dimension::Ordinal, 1.0, number.end + 1));
        }
        let Some((dimension, factor, end)) = self.unit(number.end).or_else(|| self.degree(number.end)) else {
            let name = letters.is_some() || number.article;
            return (!name).then(|| self.as_measure(&number, Dimension::Count, 1.0, number.end));
        };
        // "7min21s13" is read as a whole or not at all.
        let more = self.tokens.get(end).is_some_and(|t| !t.spaced && t.shape == Shape::Number);
        if letters.is_some() && more && number.digits {
            return None;
        }
        self.with_unit(number, dimension, factor, end)
    }

    fn with_unit(&self, mut number: Numeral, dimension: Dimension, factor: f64, end: usize) -> Option<Measure> {
        let limit = match dimension {
            Dimension::Latitude => 90.0,
            Dimension::Longitude => 180.0,
            Dimension::Magnitude => 10.0,
            _ => f64::INFINITY,
        };
        if number.low > limit {
            // "8.270 LS" in a language that groups thousands by points: only a decimal makes sense.
            let text = self.tokens.get(number.end.checked_sub(1)?)?.text.replace(',', ".");
            number.low = text.parse().ok().filter(|v| *v <= limit)?;
            number.high = number.low;
        }
        // Articles count hours and miles, but "a percent" or "a degree" is rarely a figure.
        let lone = number.article && !matches!(dimension, Dimension::Seconds | Dimension::Months | Dimension::Length);
        let short = number.article && factor < 60.0 && dimension == Dimension::Seconds;
        if lone || short {
            return None;
        }
        let mut whole = self.as_measure(&number, dimension, factor, end);
        let mut size = factor;
        while let Some(part) = self.smaller(&whole, size) {
            size = part.high / part.raw;
            whole.low += part.low;
            whole.high = whole.low;
            (whole.end, whole.grain) = (part.end, part.grain);
        }
        Some(whole)
    }

    /// "… 45 menit" after "1 jam": the next smaller unit of time.
    fn smaller(&self, whole: &Measure, size: f64) -> Option<Measure> {
        if !matches!(whole.dimension, Dimension::Seconds | Dimension::Months) {
            return None;
        }
        let comma = usize::from(self.mark(whole.end, ","));
        let at = whole.end + comma;
        let at = at + self.words.part(self.tokens, at, "and");
        let number = self.free_numeral(at, false)?;
        // "an hour and a half", "satu tahun setengah".
        if number.low == 0.5 && self.unit(number.end).is_none() {
            return Some(self.as_measure(&number, whole.dimension.clone(), size, number.end));
        }
        let (dimension, factor, end) = self.unit(number.end)?;
        let fits = dimension == whole.dimension && factor < size && !number.article && number.low * factor < size;
        (fits && number.low > 0.0).then(|| self.as_measure(&number, dimension, factor, end))
    }

    fn as_measure(&self, number: &Numeral, dimension: Dimension, factor: f64, end: usize) -> Measure {
        // Of the units of temperature only Fahrenheit has a factor.
        let fahrenheit = dimension == Dimension::Temperature && factor != 1.0;
        let base = |v: f64| if fahrenheit { (v - 32.0) * factor } else { v * factor };
        let unit = dimension != Dimension::Count;
        Measure {
            low: base(number.low),
            high: base(number.high),
            grain: number.grain * factor.abs(),
            raw: number.low,
            dimension,
            end,
            unit,
        }
    }

    /// The sign before a number at token `i`, with its length.
    fn prefix(&self, i: usize) -> Option<((Dimension, f64), usize)> {
        self.words.at(self.tokens, i, |s| if let Sense::Prefix(d, f) = s { Some((d.clone(), *f)) } else { None })
    }

    /// The unit at token `i`, a hyphen before it allowed ("105-minute").
    fn unit(&self, i: usize) -> Option<(Dimension, f64, usize)> {
        let unit = |at: usize| {
            self.words.at(self.tokens, at, |s| if let Sense::Unit(d, f) = s { Some((d.clone(), *f)) } else { None })
        };
        let direct = unit(i).map(|((d, f), len)| (d, f, i + len));
        let hyphen = self.tokens.get(i).is_some_and(|t| t.is("-") && !t.spaced);
        direct.or_else(|| unit(i + 1).filter(|_| hyphen).map(|((d, f), len)| (d, f, i + 1 + len)))
    }

    /// "… lintang selatan (LS)" with the words misspelt: the letters in brackets after one or two words.
    fn degree(&self, i: usize) -> Option<(Dimension, f64, usize)> {
        let open = (i + 1..=i + 2).find(|&n| self.mark(n, "("))?;
        let words = (i..open).all(|n| self.tokens.get(n).is_some_and(|t| t.shape == Shape::Word));
        let (dimension, factor, end) = self.unit(open + 1)?;
        let fits = words && matches!(dimension, Dimension::Latitude | Dimension::Longitude) && self.mark(end, ")");
        fits.then_some((dimension, factor, end + 1))
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
        let per = slash && self.unit(number.end).is_some();
        let hyphenated = number.digits
            && next.is_some_and(|t| t.is("-") && !t.spaced)
            && self.tokens.get(number.end + 1).is_some_and(|t| !t.spaced && t.capital())
            && self.prefix(number.end + 1).is_none();
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

    /// A bare number counts in digits, or as a word before what is counted.
    fn counts(&self, first: usize, end: usize) -> bool {
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
        let next = self.tokens.get(end + hyphen);
        next.is_some_and(|t| t.shape == Shape::Word) && !self.words.is_stop(self.tokens, end + hyphen)
    }

    /// "Densus 88 Polri", "Galeri 24": a short number right after a capital that no small word follows, in a statement
    /// that is not all in capitals as headlines are.
    fn in_name(&self, first: usize, end: usize) -> bool {
        let words = || self.tokens.iter().filter(|t| t.shape == Shape::Word);
        let headline = words().filter(|t| t.capital()).count() * 2 > words().count();
        let before = first.checked_sub(1).and_then(|p| self.tokens.get(p)).is_some_and(Token::capital) && first > 1;
        let small = self.tokens.get(end).is_some_and(|t| t.shape == Shape::Word && !t.capital());
        let short =
            self.tokens.get(first).is_some_and(|t| t.text.len() <= 3 && t.text.bytes().all(|b| b.is_ascii_digit()));
        !headline && before && !small && short && end == first + 1
    }

    /// "Lisa (45)".
    fn age_in_brackets(&self, i: usize, number: &Numeral) -> bool {
        let named = i.checked_sub(2).and_then(|p| self.tokens.get(p)).is_some_and(Token::capital);
        let open = i.checked_sub(1).is_some_and(|p| self.mark(p, "("));
        let whole = number.digits && number.low.fract() == 0.0 && (1.0..=110.0).contains(&number.low);
        named && open && self.mark(number.end, ")") && whole
    }

    /// "$5m", "Rp 17,76 T": letters that are scales only after a currency.
    fn money_letter(&self, number: Numeral) -> Numeral {
        let letter = self.tokens.get(number.end).map_or(("", true), |t| (t.text, t.spaced));
        let scale = match (self.words.comma, letter) {
            (true, ("T", _)) => 1e12,
            (true, ("M", _)) => 1e9,
            (false, ("k" | "K", false)) => 1e3,
            (false, ("m" | "M", false)) => 1e6,
            (false, ("b" | "B", false)) => 1e9,
            _ => return number,
        };
        let (low, high, grain) = (number.low * scale, number.high * scale, number.grain * scale);
        Numeral { low, high, grain, end: number.end + 1, ..number }
    }

    fn mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    fn number_at(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.shape == Shape::Number)
    }

    fn free(&self, i: usize) -> bool {
        !self.taken.get(i).copied().unwrap_or(false)
    }
}
