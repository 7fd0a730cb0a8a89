//! Stage 5: which statements of different articles say the same, and the claims they make together.
//!
//! [`testimony`] reads one article's statements into weighted words. [`sheet`] looks at every pair of statements of two
//! articles (`measure`), [`Crowd`] does so for one article and all later ones at once. [`links`] looks again at each pair
//! among its rivals (`context`) and gives it a strength (`strength`), by two small regressions (`weights`). [`claims`] groups the
//! selected links. What a word means is looked up in `lexicon`.
//! A testimony depends on its article alone and a sheet on two, so both are kept while other articles come and go.
use std::time::Instant;

use crate::facts::Fact;
use crate::model::Language;

mod alike;
mod claims;
mod clauses;
mod cognate;
mod context;
mod crowd;
mod dictionary;
mod event_rarity;
mod evidence;
mod forms;
mod glued;
mod indonesian;
mod lexicon;
mod measure;
mod names;
mod sheet;
mod sides;
mod stem;
mod strength;
mod terms;
mod testimony;
#[cfg(test)]
mod tests;
mod weights;

pub use alike::{Like, alike};
pub use claims::claims;
pub use crowd::Crowd;
pub use dictionary::{Dictionary, Fault};
pub use evidence::{Common, evidence};
pub use sheet::Sheet;
pub use strength::links;
pub use testimony::{Testimony, testimony};

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

/// Whether the time for the work is over.
pub fn late(deadline: Option<Instant>) -> bool {
    deadline.is_some_and(|deadline| Instant::now() >= deadline)
}

/// The strength from which a link is selected: `strictness` runs from 0 (loose) to 1 (strict), 0.5 is the default.
pub fn line(strictness: f32) -> f32 {
    let strictness = if strictness.is_finite() { strictness.clamp(0.0, 1.0) } else { 0.5 };
    if strictness <= 0.5 { 0.1 + strictness * 0.56 } else { 0.38 + (strictness - 0.5) * 1.14 }
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
    first.chain(context::OF_TWO.iter().chain(&context::OF_EVENT).map(|n| format!("second.{n}"))).collect()
}

/// Everything measured of every pair under the given weights (text of a weights file); not for the program itself.
#[doc(hidden)]
pub fn measured(witnesses: &[Witness<'_>], weights: &str) -> Vec<Measured> {
    let weights = weights::Weights::parse(weights);
    let testimonies: Vec<Testimony> = witnesses.iter().map(|witness| testimony(witness, &[])).collect();
    let testimonies: Vec<&Testimony> = testimonies.iter().collect();
    let mut first_looks = std::collections::BTreeMap::new();
    let mut sheets = Vec::new();
    for (i, a) in testimonies.iter().enumerate() {
        for (j, b) in testimonies.iter().enumerate().skip(i) {
            let b = (i != j).then_some(*b);
            let sheet = sheet::with_weights(a, b, None, &weights, &mut |x, y, row| {
                first_looks.insert(((i, x as usize), (j, y as usize)), *row);
            });
            sheets.push(((i, j), sheet));
        }
    }
    let sheets: Vec<((usize, usize), &Sheet)> = sheets.iter().map(|(at, sheet)| (*at, sheet)).collect();
    let measured = |pair: context::Pair| {
        let first = first_looks.get(&(pair.a, pair.b))?;
        let figures = first.iter().chain(&pair.of_two).chain(&pair.of_event).copied().collect();
        Some(Measured { a: pair.a, b: pair.b, foreign: pair.foreign, figures })
    };
    context::pairs(&testimonies, &sheets).into_iter().filter_map(measured).collect()
}
