//! Whom or what the names of an article name: one [`Entity`] for all the ways in which the article writes it.
use std::sync::Arc;

use crate::model::NameKind;

/// A person, body or place, as one article knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name that the article gives, as it stands there, without titles: "Emmanuel Macron".
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Every way in which the article names it, sorted: names, acronyms, and roles told together with the name
    /// ("Presiden Prancis", where the article says "Presiden Prancis Emmanuel Macron").
    pub forms: Vec<String>,
}

/// A name in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its words as they stand there, in lower case and without titles.
    pub words: Vec<String>,
    /// What it names.
    pub entity: Arc<Entity>,
}
