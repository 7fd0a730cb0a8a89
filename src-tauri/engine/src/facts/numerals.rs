//! Numbers as they are written: digits in either notation, number words, and scales ("1,5 miliar").
//!
//! Number words are added up by one grammar for all languages ([`Sum`]): hundreds multiply what stands before them,
//! scales close a group. Which mark is the decimal one follows the language, unless the digits rule it out: a single separator that is not
//! followed by exactly three digits is a decimal mark in any language ("8.27 LS" in Indonesian text).
use super::lexicon::{Lexicon, Sense};
use super::tokens::{Shape, Token};

/// A number read from tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) low: f64,
    /// Other than `low` only for vague words ("ratusan").
    pub(super) high: f64,
    /// The step to which it is given.
    pub(super) grain: f64,
    /// The token after it.
    pub(super) end: usize,
    /// Written in digits.
    pub(super) digits: bool,
    /// It is "a" or "an", which counts only before some words.
    pub(super) article: bool,
}

impl Numeral {
    /// So many times as much, by a scale that ends before token `end`.
    pub(super) fn scaled(self, scale: f64, end: usize) -> Numeral {
        Numeral { low: self.low * scale, high: self.high * scale, grain: self.grain * scale, end, ..self }
    }
}

/// The numeral that begins at token `i`, scales included.
pub(super) fn numeral(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<Numeral> {
    if let Some((ends, len)) = words.at(tokens, i, |s| if let Sense::Vague(a, b) = s { Some((*a, *b)) } else { None }) {
        let (low, high) = ends;
        return Some(Numeral { low, high, grain: low, end: i + len, digits: false, article: false });
    }
    match tokens.get(i)?.shape {
        Shape::Number => digits(words, tokens, i),
        Shape::Word => spelled(words, tokens, i),
        Shape::Mark => None,
    }
}

fn digits(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<Numeral> {
    let text = tokens.get(i)?.text;
    let (mut value, mut decimals) = parse(text, words.notation.comma)?;
    // "Rp1.250 trillion" in English text: nobody writes a needless zero before a scale, so the point groups.
    if decimals == 3 && text.ends_with('0') && !text.starts_with('0') && scale(words, tokens, i + 1).is_some() {
        (value, decimals) = (value * 1000.0, 0);
    }
    let mut end = i + 1;
    if decimals == 0 && text.len() <= 3 && words.notation.spaced && !text.starts_with('0') {
        (value, end) = spaced(tokens, i, value);
    }
    let mut found =
        Numeral { low: value, high: value, grain: step(value, decimals), end, digits: true, article: false };
    let mut limit = f64::INFINITY;
    let mut group = found;
    let mut total = 0.0;
    // "1 juta 500 ribu": each further scale must be smaller than the one before.
    while let Some((scale, len)) = scale(words, tokens, group.end).filter(|&(s, _)| s < limit) {
        total += group.low * scale;
        found = Numeral { low: total, high: total, grain: group.grain * scale, end: group.end + len, ..found };
        limit = scale;
        let Some(next) = tokens.get(found.end).filter(|t| t.shape == Shape::Number) else { break };
        let Some((value, 0)) = parse(next.text, words.notation.comma) else { break };
        group = Numeral { low: value, high: value, grain: 1.0, end: found.end + 1, ..found };
    }
    Some(found)
}

/// "150 000": groups of three digits set apart by single spaces.
fn spaced(tokens: &[Token<'_>], i: usize, mut value: f64) -> (f64, usize) {
    let mut end = i + 1;
    let three = |t: &&Token<'_>| t.spaced && t.text.len() == 3 && t.text.bytes().all(|b| b.is_ascii_digit());
    while let Some(group) = tokens.get(end).filter(three).filter(|_| value < 1e12) {
        value = value * 1000.0 + group.text.parse().unwrap_or(0.0);
        end += 1;
    }
    (value, end)
}

/// The step of a number: its last decimal; of a round number ("150.000") a tenth of its trailing zeros' power.
fn step(value: f64, decimals: usize) -> f64 {
    if decimals > 0 || value == 0.0 {
        return 10f64.powi(-(decimals as i32));
    }
    let zeros = (1..16).take_while(|&z| value % 10f64.powi(z) == 0.0).count() as i32;
    10f64.powi((zeros - 1).max(0))
}

/// The scale at token `i`, a hyphen before it allowed ("$787-million"), with the tokens that it takes.
pub(super) fn scale(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<(f64, usize)> {
    let hyphen = usize::from(tokens.get(i).is_some_and(|t| t.is("-") && !t.spaced));
    let scale = words.at(tokens, i + hyphen, |s| match s {
        Sense::Scale(v) => Some(*v),
        Sense::Times(v) if *v >= 12.0 => Some(*v),
        _ => None,
    });
    scale.map(|(value, len)| (value, len + hyphen))
}

/// The value of a digit string and its number of decimals; `None` for what is no number ("15.24.49", "1/2").
pub(super) fn parse(text: &str, comma: bool) -> Option<(f64, usize)> {
    if text.contains([':', '/']) {
        return None;
    }
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let last = groups.last().copied().unwrap_or_default();
    let inner = groups.get(1..).unwrap_or(&[]);
    let thousands = inner.iter().all(|g| g.len() == 3)
        && groups.first().is_some_and(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'));
    let same = marks.windows(2).all(|w| w.first() == w.last());
    let decimal = match marks.as_slice() {
        [] => false,
        [mark] => !thousands || *mark == if comma { ',' } else { '.' },
        _ if same => {
            if !thousands {
                return None;
            }
            false
        }
        // Both marks: the last one is the decimal, and the others must all be alike.
        [head @ .., end] => {
            let alike = head.windows(2).all(|w| w.first() == w.last()) && head.first() != Some(end);
            let grouped = inner.iter().rev().skip(1).all(|g| g.len() == 3);
            if !alike || !grouped {
                return None;
            }
            true
        }
    };
    let decimals = if decimal { last.len() } else { 0 };
    let bare: String = text.chars().filter(char::is_ascii_digit).collect();
    if bare.len() > 18 {
        return None;
    }
    let whole: f64 = bare.parse().ok()?;
    Some((whole / 10f64.powi(decimals as i32), decimals))
}

/// A number in words.
fn spelled(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<Numeral> {
    let mut sum = Sum::new(words.notation.bare);
    let (mut at, mut end) = (i, i);
    loop {
        if let Some((sense, len)) = words.at(tokens, at, counting) {
            if !sum.add(&sense, false) {
                break;
            }
            end = at + len;
        } else if let Some(added) = joined(words, tokens, at, sum) {
            (sum, end) = (added, at + 1);
        } else {
            break;
        }
        at = joint(words, tokens, end);
    }
    let value = sum.value();
    let (grain, article) = (sum.grain, sum.article);
    (end > i).then_some(Numeral { low: value, high: value, grain, end, digits: false, article })
}

/// A number that is being added up. `last` is the part still open to "belas", "puluh", "hundred"; it must shrink from
/// part to part, and scales must too.
#[derive(Debug, Clone, Copy)]
struct Sum {
    total: f64,
    group: f64,
    /// The part before `last`.
    before: f64,
    last: f64,
    limit: f64,
    grain: f64,
    /// So far only "a".
    article: bool,
    /// Something was added.
    begun: bool,
    /// "hundert" alone is 100.
    bare: bool,
}

impl Sum {
    fn new(bare: bool) -> Sum {
        Sum {
            total: 0.0,
            group: 0.0,
            before: 0.0,
            last: 0.0,
            limit: f64::INFINITY,
            grain: 1.0,
            article: false,
            begun: false,
            bare,
        }
    }

    fn value(&self) -> f64 {
        self.total + self.group + self.last
    }

    /// Adds a word; false when it cannot belong to the number. `inside`: it is a part of a word.
    fn add(&mut self, sense: &Sense, inside: bool) -> bool {
        let open = self.group + self.last;
        match *sense {
            Sense::Article(v) if !self.begun => (self.last, self.article) = (v, true),
            Sense::Number(v) if v < room(self.last) && (self.group == 0.0 || v < 1000.0) && !self.article => {
                self.group += self.last;
                (self.before, self.last) = (self.last, v);
                self.grain = if v.fract() == 0.0 { 1.0 } else { 0.5 };
            }
            // "fünfundzwanzig": five and twenty.
            Sense::Number(v) if inside && (1.0..10.0).contains(&self.last) && (20.0..100.0).contains(&v) => {
                (self.last, self.article) = (self.last + v, false);
            }
            // "hunderteins" and "einundzwanzig" have "ein" for one.
            Sense::Article(v) if inside && room(self.last) > v => {
                (self.group, self.before, self.last) = (open, self.last, v)
            }
            Sense::Teen(v) if (1.0..10.0).contains(&self.last) => self.last += v,
            Sense::Times(v) if self.last > 0.0 && self.last < 100.0 && self.last * v < room(self.before) => {
                (self.last, self.article) = (self.last * v, false);
            }
            Sense::Times(v) if self.bare && open == 0.0 => self.last = v,
            Sense::One(v) if open == 0.0 && v < self.limit => {
                self.total += v;
                (self.limit, self.grain) = (v, 1.0);
            }
            Sense::Scale(v) if open > 0.0 && v < self.limit => self.close(open * v, v),
            Sense::Scale(v) if self.bare && !self.begun && v == 1000.0 => self.close(v, v),
            // "tres mil quinientos millones": the scale holds for all before it.
            Sense::Scale(v) if self.total > 0.0 && self.total + open < v && v > self.limit => {
                let all = (self.total + open) * v;
                self.total = 0.0;
                self.close(all, v);
            }
            _ => return false,
        }
        self.begun = true;
        true
    }

    fn close(&mut self, value: f64, scale: f64) {
        self.total += value;
        (self.group, self.before, self.last) = (0.0, 0.0, 0.0);
        (self.limit, self.article, self.grain) = (scale, false, scale);
    }
}

/// "zweihundertfünfundzwanzig", "honderdvijftig": a word that is joined wholly of number words, added to `sum`.
fn joined(words: &Lexicon, tokens: &[Token<'_>], i: usize, mut sum: Sum) -> Option<Sum> {
    let mut rest = tokens.get(i)?.lower.as_str();
    let mut number = false;
    while !rest.is_empty() {
        let (word, sense) = words.joints.iter().find(|(word, _)| rest.starts_with(word.as_str()))?;
        let link = matches!(sense, Sense::Part(_));
        let fits = if link { number } else { sum.add(sense, true) };
        rest = rest.get(word.len()..).filter(|_| fits)?;
        number = !link;
    }
    number.then_some(sum)
}

fn counting(s: &Sense) -> Option<Sense> {
    match s {
        Sense::Number(_) | Sense::Article(_) | Sense::Teen(_) | Sense::Times(_) | Sense::Scale(_) | Sense::One(_) => {
            Some(s.clone())
        }
        _ => None,
    }
}

/// How large a number may still follow: after "twenty" less than ten, after "hundred" less than a hundred.
fn room(last: f64) -> f64 {
    if last == 0.0 {
        f64::INFINITY
    } else if last >= 100.0 {
        100.0
    } else if last >= 20.0 && last % 10.0 == 0.0 {
        10.0
    } else {
        // "satu setengah": one and a half.
        if last.fract() == 0.0 { 1.0 } else { 0.0 }
    }
}

/// Steps over the hyphen of "twenty-three" and the "and" of "one hundred and five", when a number word follows.
fn joint(words: &Lexicon, tokens: &[Token<'_>], end: usize) -> usize {
    let Some(next) = tokens.get(end) else { return end };
    let step = if next.is("-") && !next.spaced { 1 } else { words.part(tokens, end, "and") };
    let more = step > 0
        && words
            .at(tokens, end + step, |s| matches!(s, Sense::Number(_) | Sense::Times(_) | Sense::Scale(_)).then_some(()))
            .is_some();
    if more { end + step } else { end }
}
