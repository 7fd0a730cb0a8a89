//! Stage 5: which statements of different articles say the same, and the claims they make together.
//!
//! [`links`] reads the statements into weighted terms (`terms`, `event`), measures every pair that shares anything
//! (`measure`), looks again at each pair among its rivals (`context`) and gives it a strength by two small regressions
//! (`weights`). [`claims`] groups the selected links. What a word means is looked up in `lexicon`.
use crate::facts::Fact;
use crate::model::Language;

mod claims;
mod cognate;
mod context;
mod event;
mod indonesian;
mod lexicon;
mod measure;
mod stem;
mod terms;
#[cfg(test)]
mod tests;
mod weights;

pub use claims::claims;

/// An article as this stage sees it (in the study of texts, a witness).
#[derive(Debug, Clone)]
pub struct Witness<'a> {
    /// Language of all its statements.
    pub language: Language,
    /// Its statements in order.
    pub statements: Vec<Telling<'a>>,
}

/// A statement as this stage sees it.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The words.
    pub text: &'a str,
    /// Position of its paragraph.
    pub paragraph: usize,
    /// It is the headline.
    pub headline: bool,
    /// The values in it.
    pub facts: &'a [Fact],
}

/// A statement by the position of its witness and its own.
pub type Place = (usize, usize);

/// Two statements of different witnesses and how sure it is that they state the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The statement of the earlier witness.
    pub a: Place,
    /// The statement of the later witness.
    pub b: Place,
    /// 0 to 1, calibrated: of links with 0.8, about eight in ten are right.
    pub strength: f32,
}

/// The least strength that is reported.
pub const LEAST_STRENGTH: f32 = 0.02;

/// How often two statements that measure one thing are not linked by people all the same, their likeness aside.
const NOT_ONE: f32 = 0.4;

/// Every pair with a strength of [`LEAST_STRENGTH`] or more, by place. Does not depend on the order of the witnesses.
pub fn links(witnesses: &[Witness<'_>]) -> Vec<Scored> {
    let weights = weights::Weights::shipped();
    let event = event::Event::read(witnesses);
    let mut found: Vec<Scored> = context::pairs(&event, weights)
        .iter()
        .filter_map(|pair| {
            let [one, two] = &weights.second;
            let odds = if pair.foreign { two } else { one }.odds(&pair.row2);
            let strength = weights::probability(odds);
            let strength = if pair.row[measure::ONE_THING] > 0.0 { 1.0 - (1.0 - strength) * NOT_ONE } else { strength };
            let place = |s: usize| event.statements.get(s).map(|s| s.place);
            Some(Scored { a: place(pair.a)?, b: place(pair.b)?, strength })
        })
        .filter(|link| link.strength >= LEAST_STRENGTH)
        .collect();
    found.sort_by_key(|link| (link.a, link.b));
    found
}

/// The strength from which a link is selected: `strictness` runs from 0 (loose) to 1 (strict), 0.5 is the default.
pub fn line(strictness: f32) -> f32 {
    let strictness = if strictness.is_finite() { strictness.clamp(0.0, 1.0) } else { 0.5 };
    if strictness <= 0.5 { 0.1 + strictness * 0.64 } else { 0.42 + (strictness - 0.5) * 1.06 }
}

/// All figures of a pair of statements, for `scripts/train_align.py`.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Measured {
    /// The statement of the earlier witness.
    pub a: Place,
    /// The statement of the later witness.
    pub b: Place,
    /// They are in two languages.
    pub foreign: bool,
    /// The figures of both looks, in the order of [`figure_names`].
    pub figures: Vec<f32>,
}

/// Names of the figures of [`measured`].
#[doc(hidden)]
pub fn figure_names() -> Vec<String> {
    let first = measure::NAMES.iter().map(|n| format!("first.{n}"));
    first.chain(context::NAMES.iter().map(|n| format!("second.{n}"))).collect()
}

/// Everything measured of every pair under the given weights (text of a weights file); not for the program itself.
#[doc(hidden)]
pub fn measured(witnesses: &[Witness<'_>], weights: &str) -> Vec<Measured> {
    let event = event::Event::read(witnesses);
    let pairs = context::pairs(&event, &weights::Weights::parse(weights));
    let place = |s: usize| event.statements.get(s).map(|s| s.place);
    let measured = pairs.into_iter().filter_map(|pair| {
        let figures = pair.row.iter().chain(&pair.row2).copied().collect();
        Some(Measured { a: place(pair.a)?, b: place(pair.b)?, foreign: pair.foreign, figures })
    });
    measured.collect()
}
