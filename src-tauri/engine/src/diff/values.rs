//! Value by value: which readings of one claim cannot both be right.
use crate::facts::Fact;
use crate::model::{DifferenceKind, Language, Relation, Verdict};

/// A statement inside a claim.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// Position of its article.
    pub article: usize,
    /// Position in its article.
    pub statement: usize,
    /// The words.
    pub text: &'a str,
    /// Language of the article.
    pub language: Language,
    /// Values in it.
    pub facts: &'a [Fact],
    /// ISO 8601 date of the article.
    pub published: Option<&'a str>,
    /// Values of every statement of the article.
    pub article_facts: &'a [&'a [Fact]],
}

/// Readings of one value by several statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What differs.
    pub kind: DifferenceKind,
    /// What is said of it.
    pub verdict: Verdict,
    /// Position in the claim and of the fact in that statement.
    pub readings: Vec<(usize, usize)>,
}

/// The values of a claim that are not read alike, by importance. `strength` gives the link strength of two stands (0: none).
pub fn differences(claim: &[Stand<'_>], strength: &dyn Fn(usize, usize) -> f32) -> Vec<Finding> {
    let _ = (claim, strength);
    Vec::new()
}

/// How two linked statements relate, conflicts aside.
pub fn relation(a: &Stand<'_>, b: &Stand<'_>, strength: f32) -> Relation {
    let _ = strength;
    if a.text == b.text { Relation::Same } else { Relation::Reworded }
}

/// Whether two values cannot both be right.
pub fn differ(a: &Fact, b: &Fact) -> bool {
    a.value != b.value
}
