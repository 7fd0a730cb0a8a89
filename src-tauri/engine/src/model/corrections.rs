//! What a person corrected of one source: which paragraphs are its article, and what is said of it.
use serde::{Deserialize, Serialize};

use super::Language;

/// Corrections of one source, kept beside what was read of it and saved with the session.
///
/// A paragraph is named by its own words, not by a number: so a correction still holds when the same file is read by a
/// later version of the program that draws the boundaries elsewhere. In the fields, `None` leaves what was read, and an
/// empty text says that the source has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Corrections {
    /// Headline.
    pub title: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Publisher.
    pub outlet: Option<String>,
    /// ISO 8601 date, or date and time with offset.
    pub published: Option<String>,
    /// When it was last changed, written like `published`.
    pub updated: Option<String>,
    /// Part of the paper.
    pub section: Option<String>,
    /// News agency that the text is credited to.
    pub agency: Option<String>,
    /// Language of the text.
    #[cfg_attr(any(test, feature = "typescript"), ts(type = "string | null"))]
    pub language: Option<Language>,
    /// Paragraphs that were read and are none of the article's.
    pub dropped: Vec<String>,
    /// Paragraphs that were left out and belong to the article.
    pub taken_back: Vec<String>,
    /// Fields that a later program wrote into a session file.
    #[serde(flatten)]
    #[cfg_attr(any(test, feature = "typescript"), ts(skip))]
    pub more: serde_json::Map<String, serde_json::Value>,
}

impl Corrections {
    /// Nothing was corrected.
    pub fn is_empty(&self) -> bool {
        *self == Corrections::default()
    }
}

/// A paragraph of a file's whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// It is the headline.
    pub headline: bool,
    /// The program took it for the article's.
    pub found: bool,
    /// It is compared: found and not dropped, or taken back.
    pub taken: bool,
}
