//! A row of the alignment table: statements of one or more articles that say the same thing.
use std::collections::BTreeMap;

use serde::Serialize;

use super::Relation;

/// What a claim is to a reader, in the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Normalised values cannot both be right.
    Conflict,
    /// Values differ, but different things may be meant.
    Check,
    /// The same in other words.
    Reworded,
    /// The same.
    Same,
    /// One article only.
    Only,
}

/// How two articles relate inside a claim; each ribbon has its own kind.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct PairReading {
    /// Article id.
    pub a: String,
    /// Article id, after `a` in order.
    pub b: String,
    /// Kind of this pair; never `Only`.
    pub kind: ClaimKind,
    /// Strength of the strongest link between the two in this claim; 0 when they meet only through a third.
    pub strength: f32,
    /// Relation of that link.
    pub relation: Relation,
    /// A person linked two of their statements.
    pub by_hand: bool,
}

/// A place where an article does not mention a claim that the others make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Gap {
    /// Article id.
    pub article: String,
    /// The statement after which the claim would have stood; `None`: before the first.
    pub after: Option<u32>,
}

/// Statements of one or more articles that say the same thing.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Claim {
    /// Made of its members' words: the same for the same texts, whatever the order of the files.
    pub id: String,
    /// A short name taken from the shortest member.
    pub label: String,
    /// What it is to a reader.
    pub kind: ClaimKind,
    /// Statement indices by article id, in order.
    pub members: BTreeMap<String, Vec<u32>>,
    /// Articles that do not make the claim: no member, and no statement that shares another claim with a member.
    pub missing: Vec<String>,
    /// Where a "not mentioned" line is shown: fewer than `missing`, see design/SPEC.md §3.
    pub gaps: Vec<Gap>,
    /// Every two member articles.
    pub pairs: Vec<PairReading>,
}
