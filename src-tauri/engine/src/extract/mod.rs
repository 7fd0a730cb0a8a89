//! Stage 2: from bytes to the article: its metadata and its paragraphs.
use crate::model::{Language, Source};
use crate::open::Problem;

/// What was taken from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extract {
    /// Headline.
    pub title: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Publisher.
    pub outlet: Option<String>,
    /// ISO 8601 date, or date and time with offset.
    pub published: Option<String>,
    /// Language that the file itself declares; the text decides in the end.
    pub language: Option<Language>,
    /// The headline (when the file has one), then the body.
    pub paragraphs: Vec<String>,
    /// The first paragraph is the headline.
    pub headline: bool,
    /// Bytes that are no text in the file's encoding were replaced.
    pub replaced: bool,
}

/// Takes the article out of a file's bytes.
pub fn article(source: &Source) -> Result<Extract, Problem> {
    let _ = source;
    Ok(Extract::default())
}
