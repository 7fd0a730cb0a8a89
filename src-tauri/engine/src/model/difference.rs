//! Readings of one value that are not equal, or not written equally.
use serde::Serialize;

use super::Reason;

/// What differs, in the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum DifferenceKind {
    /// A number.
    Figure,
    /// A date or a time.
    Date,
    /// A person or organisation.
    Name,
    /// A place.
    Place,
    /// Words between quotation marks.
    Quote,
    /// Who said it.
    Speaker,
    /// Whether it is so or not.
    Negation,
    /// How sure it is said to be.
    Certainty,
}

/// What is said of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They cannot both be right.
    Conflict,
    /// They differ, but different things may be meant: a person should look.
    Check,
    /// The later article replaces the value.
    Update,
    /// One value contains the other ("more than an hour", "105 minutes").
    MoreSpecific,
    /// Told otherwise, and both may be right: with reserve by one, as a fact by the other.
    Note,
    /// The same value written in another way.
    Equivalent,
}

/// One source's value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Reading {
    /// Article id.
    pub article: String,
    /// Statement index.
    pub statement: u32,
    /// Start in the statement's text, UTF-16 code units.
    pub start: u32,
    /// End in the statement's text, UTF-16 code units.
    pub end: u32,
    /// The words as they stand.
    pub shown: String,
    /// Normal form, see [`super::Mention::normal`].
    pub normal: String,
}

/// One value of a claim as its sources give it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Difference {
    /// [`super::Claim::id`].
    pub claim: String,
    /// What differs.
    pub kind: DifferenceKind,
    /// What is said of it.
    pub verdict: Verdict,
    /// Why they are compared, in one English line: "136 km and 140 km: same quantity, distance, “southwest of Garut”".
    pub reason: String,
    /// The same for the window to word.
    pub why: Reason,
    /// The readings, by article and position.
    pub readings: Vec<Reading>,
}
