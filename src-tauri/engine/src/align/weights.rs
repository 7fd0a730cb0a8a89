//! The weights of the two regressions, read from `data/align-weights.tsv`, which `scripts/train_align.py` writes.
use std::sync::OnceLock;

use super::{context, measure};

/// Weights of one regression: a constant, then one for each figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Regression<const N: usize> {
    constant: f32,
    weights: [f32; N],
}

impl<const N: usize> Regression<N> {
    /// The log-odds of a row of figures.
    pub(super) fn odds(&self, row: &[f32; N]) -> f32 {
        self.constant + self.weights.iter().zip(row).map(|(w, x)| w * x).sum::<f32>()
    }

    fn read(text: &str, model: &str, names: &[&str; N]) -> Regression<N> {
        Regression { constant: weight(text, model, "constant"), weights: names.map(|name| weight(text, model, name)) }
    }
}

/// One weight of a weights file; 0 when it is not there.
fn weight(text: &str, model: &str, name: &str) -> f32 {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(key, _)| key.strip_prefix(model).and_then(|k| k.strip_prefix('.')) == Some(name))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0.0)
}

/// A look at two statements alone.
pub(super) type Look = Regression<{ measure::NAMES.len() }>;

/// The regressions for pairs of one language, and for pairs of two.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// First look, by the statements alone: same language, two languages.
    pub first: [Look; 2],
    /// Second look: the part by the statements alone.
    pub second: [Look; 2],
    /// Second look: the part in context, by the two articles.
    pub of_two: [Regression<{ context::OF_TWO.len() }>; 2],
    /// Second look: what every figure by all articles adds.
    pub of_event: [[f32; context::OF_EVENT.len()]; 2],
}

impl Weights {
    /// Reads lines "model.figure, tab, weight"; what is missing is 0.
    pub(super) fn parse(text: &str) -> Weights {
        let first = ["one.first", "two.first"].map(|m| Regression::read(text, m, &measure::NAMES));
        let second = ["one.second.pair", "two.second.pair"].map(|m| Regression::read(text, m, &measure::NAMES));
        let of_two = ["one.second", "two.second"].map(|m| Regression::read(text, m, &context::OF_TWO));
        let of_event = ["one.second", "two.second"].map(|m| context::OF_EVENT.map(|name| weight(text, m, name)));
        Weights { first, second, of_two, of_event }
    }

    /// What the first and the second look make of the figures of two statements, of one language or of two.
    pub(super) fn looks(&self, foreign: bool) -> [&Look; 2] {
        let at = usize::from(foreign);
        [&self.first[at], &self.second[at]]
    }

    /// The weights that come with the program.
    pub(super) fn shipped() -> &'static Weights {
        static SHIPPED: OnceLock<Weights> = OnceLock::new();
        SHIPPED.get_or_init(|| Weights::parse(include_str!("../../data/align-weights.tsv")))
    }
}

/// From log-odds to a probability.
pub(super) fn probability(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}
