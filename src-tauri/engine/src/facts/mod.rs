//! Stage 4: the figures, dates, names and quotations of a statement, normalised so that they can be compared.
use std::ops::Range;

use crate::model::{Language, MentionKind};

/// A value found in a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What kind of thing it is.
    pub kind: MentionKind,
    /// Where it stands, bytes of the statement's text.
    pub range: Range<usize>,
    /// What it is worth.
    pub value: Value,
}

/// A normalised value. (To be filled by the stage's modules.)
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words between quotation marks.
    Quote(String),
}

/// What is known of an article when its statements are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The article's date (ISO 8601), by which "Sunday" and "(20/2)" are resolved.
    pub published: Option<&'a str>,
}

/// The values in `text`, by position; none overlap except names and dates inside quotations.
pub fn find(text: &str, language: Language, context: Context<'_>) -> Vec<Fact> {
    let _ = (text, language, context);
    Vec::new()
}

/// Where the person or body stands who is named as saying this.
pub fn speaker(text: &str, language: Language) -> Option<Range<usize>> {
    let _ = (text, language);
    None
}

impl Fact {
    /// The normal form, see [`crate::model::Mention::normal`].
    pub fn normal(&self) -> String {
        match &self.value {
            Value::Quote(words) => words.clone(),
        }
    }
}
