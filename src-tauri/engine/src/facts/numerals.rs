//! Numbers as they are written: digits in either notation, number words, and scales ("1,5 miliar").
//!
//! Which mark is the decimal one follows the language, unless the digits rule it out: a single separator that is not
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
    let (mut value, mut decimals) = parse(text, words.comma)?;
    // "Rp1.250 trillion" in English text: nobody writes a needless zero before a scale, so the point groups.
    if decimals == 3 && text.ends_with('0') && !text.starts_with('0') && scale(words, tokens, i + 1).is_some() {
        (value, decimals) = (value * 1000.0, 0);
    }
    let mut found =
        Numeral { low: value, high: value, grain: step(value, decimals), end: i + 1, digits: true, article: false };
    let mut limit = f64::INFINITY;
    let mut group = found;
    let mut total = 0.0;
    // "1 juta 500 ribu": each further scale must be smaller than the one before.
    while let Some((scale, len)) = scale(words, tokens, group.end).filter(|&(s, _)| s < limit) {
        total += group.low * scale;
        found = Numeral { low: total, high: total, grain: group.grain * scale, end: group.end + len, ..found };
        limit = scale;
        let Some(next) = tokens.get(found.end).filter(|t| t.shape == Shape::Number) else { break };
        let Some((value, 0)) = parse(next.text, words.comma) else { break };
        group = Numeral { low: value, high: value, grain: 1.0, end: found.end + 1, ..found };
    }
    Some(found)
}

/// The step of a number: its last decimal; of a round number ("150.000") a tenth of its trailing zeros' power.
fn step(value: f64, decimals: usize) -> f64 {
    if decimals > 0 || value == 0.0 {
        return 10f64.powi(-(decimals as i32));
    }
    let zeros = (1..16).take_while(|&z| value % 10f64.powi(z) == 0.0).count() as i32;
    10f64.powi((zeros - 1).max(0))
}

fn scale(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<(f64, usize)> {
    words.at(tokens, i, |s| match s {
        Sense::Scale(v) => Some(*v),
        Sense::Times(v) if *v >= 12.0 => Some(*v),
        _ => None,
    })
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

/// A number in words. `last` is the part still open to "belas", "puluh", "hundred"; it must shrink from part to part.
fn spelled(words: &Lexicon, tokens: &[Token<'_>], i: usize) -> Option<Numeral> {
    let (mut total, mut group, mut last) = (0.0, 0.0, 0.0);
    let (mut limit, mut grain): (f64, f64) = (f64::INFINITY, 1.0);
    let (mut at, mut end, mut article) = (i, i, false);
    while let Some((sense, len)) = words.at(tokens, at, counting) {
        match sense {
            Sense::Article(v) if end == i => (last, article) = (v, true),
            Sense::Number(v) if v < room(last) && (group == 0.0 || v < 1000.0) && !article => {
                group += last;
                last = v;
                grain = if v.fract() == 0.0 { 1.0 } else { 0.5 };
            }
            Sense::Teen(v) if (1.0..10.0).contains(&last) => last += v,
            Sense::Times(v) if last > 0.0 && last < 100.0 => (last, article) = (last * v, false),
            Sense::One(v) if group + last == 0.0 && v < limit => {
                total += v;
                (limit, grain) = (v, 1.0);
            }
            Sense::Scale(v) if group + last > 0.0 && v < limit => {
                total += (group + last) * v;
                (group, last, limit, article, grain) = (0.0, 0.0, v, false, v);
            }
            _ => break,
        }
        end = at + len;
        at = joint(words, tokens, end);
    }
    (end > i).then_some(Numeral {
        low: total + group + last,
        high: total + group + last,
        grain,
        end,
        digits: false,
        article,
    })
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
