//! Everything that is known about one event.
use serde::Serialize;

use super::{Article, ByHand, Claim, Difference, Link, Notice};

/// Name and version of the JSON form.
pub const SCHEMA: &str = "parallax.comparison/1";

/// The finished comparison: the JSON of `parallax-cli compare`, and what the window shows.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Comparison {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// `false` when a limit cut something short; a notice says what.
    pub complete: bool,
    /// 0 (loose) to 1 (strict): the line from which links were selected.
    pub strictness: f32,
    /// The sources, in the order given.
    pub articles: Vec<Article>,
    /// Scored pairs: the selected ones, or all from 0.02 up.
    pub links: Vec<Link>,
    /// Every statement stands in at least one claim. Sorted by first appearance in the first article, then the next.
    pub claims: Vec<Claim>,
    /// By claim, then importance.
    pub differences: Vec<Difference>,
    /// What happened to files on the way.
    pub notices: Vec<Notice>,
    /// What a person set by hand.
    pub by_hand: ByHand,
}
