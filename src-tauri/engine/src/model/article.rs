//! One source's text as it is compared: metadata, paragraphs, statements.
use serde::Serialize;

use super::{Format, Language, Mention, Voice};

/// One source of a comparison, ready to be shown.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Article {
    /// The letter of this source, "A" to "L"; given by the caller and kept while the source stays.
    pub id: String,
    /// File name without folders.
    pub file: String,
    /// What the file is.
    pub format: Format,
    /// SHA-256 of the file's bytes, hexadecimal.
    pub sha256: String,
    /// Headline, from the page's metadata or its text.
    pub title: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Publisher.
    pub outlet: Option<String>,
    /// ISO 8601 date, or date and time with offset; never guessed.
    pub published: Option<String>,
    /// When the source says it was last changed, written like `published`.
    pub updated: Option<String>,
    /// Part of the paper ("Politics").
    pub section: Option<String>,
    /// The address that the page gives of itself.
    pub canonical: Option<String>,
    /// News agency that the text is credited to.
    pub agency: Option<String>,
    /// Only the beginning of the article is in the file.
    pub partial: bool,
    /// Language of the text, "und" when unknown.
    #[cfg_attr(any(test, feature = "typescript"), ts(type = "string"))]
    pub language: Language,
    /// Number of words in the statements.
    pub words: u32,
    /// Per cent of the statements, by their length, whose claim another article makes too; 0 to 100.
    pub shared: u32,
    /// The paragraphs as extracted; joined by two line feeds they are the article's text.
    pub paragraphs: Vec<String>,
    /// The statements in the article's order. Furniture of the page ("Baca juga") is in none of them.
    pub statements: Vec<Statement>,
}

/// What part a statement plays in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The headline.
    Headline,
    /// Everything else.
    Body,
}

/// The smallest unit that is compared: a sentence, or the headline.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Statement {
    /// Position in [`Article::statements`].
    pub index: u32,
    /// Position in [`Article::paragraphs`]. A statement never crosses a paragraph.
    pub paragraph: u32,
    /// Start in the article's text, UTF-16 code units.
    pub start: u32,
    /// End in the article's text, UTF-16 code units.
    pub end: u32,
    /// The words as they stand in the article.
    pub text: String,
    /// Headline or body.
    pub role: Role,
    /// Who is named as saying this, by the fullest name that the article gives: "Antony Blinken" also where this
    /// statement says only "kata Blinken" or "ujarnya".
    pub speaker: Option<String>,
    /// Who answers for it.
    pub voice: Voice,
    /// Figures, dates, names and quotations with their normal forms, by position.
    pub mentions: Vec<Mention>,
}
