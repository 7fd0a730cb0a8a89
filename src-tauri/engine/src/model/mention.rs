//! A typed value inside a statement.
use serde::Serialize;

use super::Span;

/// What kind of thing is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A number, with its unit when there is one.
    Figure,
    /// A date, a time of day, or both.
    Date,
    /// A person, place or organisation.
    Name,
    /// Words between quotation marks.
    Quote,
}

/// A value as it stands in a statement, and its normal form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Mention {
    /// What kind of thing it is.
    pub kind: MentionKind,
    /// Where it stands in the statement's text.
    pub span: Span,
    /// The words as they stand.
    pub shown: String,
    /// The normal form, for people and programs: "PT1H45M", "150000", "IDR 500000000", "2022-02-20", ">150000"; behind a
    /// date a weekday that may not be its own ("2025-06-18 W5"); of a name the fullest that the article gives, without titles.
    pub normal: String,
    /// Of a name: what it names.
    pub name: Option<NameKind>,
    /// Of a quotation: whose words they are, by the fullest name that the article gives.
    pub speaker: Option<String>,
}

/// What a name names, as far as the article itself tells (titles, roles, "di", "PT", "University").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A person.
    Person,
    /// A body: company, office, party, outlet.
    Organisation,
    /// A place.
    Place,
    /// Nothing tells.
    #[default]
    Unknown,
}
