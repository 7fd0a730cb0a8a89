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
        let value = |name: &str| {
            text.lines()
                .filter_map(|line| line.split_once('\t'))
                .find(|(key, _)| key.strip_prefix(model).and_then(|k| k.strip_prefix('.')) == Some(name))
                .and_then(|(_, value)| value.trim().parse().ok())
                .unwrap_or(0.0)
        };
        Regression { constant: value("constant"), weights: names.map(value) }
    }
}

/// The regressions for pairs of one language, and for pairs of two.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    /// First look, by the statements alone: same language, two languages.
    pub first: [Regression<{ measure::NAMES.len() }>; 2],
    /// Second look, in context.
    pub second: [Regression<{ context::NAMES.len() }>; 2],
}

impl Weights {
    /// Reads lines "model.figure, tab, weight"; what is missing is 0.
    pub(super) fn parse(text: &str) -> Weights {
        let first = ["one.first", "two.first"].map(|m| Regression::read(text, m, &measure::NAMES));
        let second = ["one.second", "two.second"].map(|m| Regression::read(text, m, &context::NAMES));
        Weights { first, second }
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
