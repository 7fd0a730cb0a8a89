//! Two statements of different articles that say (part of) the same.
use serde::{Deserialize, Serialize};

use super::Span;

/// A statement by its article and position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct StatementRef {
    /// [`super::Article::id`].
    pub article: String,
    /// [`super::Statement::index`].
    pub statement: u32,
}

/// A statement that says what was looked for; see [`crate::compare::Memory::alike`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Alike {
    /// The statement.
    pub at: StatementRef,
    /// 0 to 1, as [`Link::strength`].
    pub strength: f32,
}

/// How two linked statements relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same words, or the same but for punctuation.
    Same,
    /// The same content in other words.
    Reworded,
    /// Part of the content is shared.
    Overlap,
    /// Two normalised values cannot both be right.
    Conflict,
}

/// What a stretch of an edit script does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum EditKind {
    /// The same words on both sides.
    Equal,
    /// Only in `b`.
    Insert,
    /// Only in `a`.
    Delete,
    /// Other words on each side.
    Replace,
}

/// One step from the words of `a` to the words of `b`. Together the steps cover all words of both texts in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Edit {
    /// What happens.
    pub kind: EditKind,
    /// Where, in the text of `a`; empty for an insertion.
    pub a: Span,
    /// Where, in the text of `b`; empty for a deletion.
    pub b: Span,
}

/// By what a word of one statement meets a word of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum EvidenceKind {
    /// The same name.
    Name,
    /// The same figure.
    Figure,
    /// The same word in some form.
    Word,
    /// Another word that means the same, in this language or another.
    Meaning,
}

/// A word, or a name, that two linked statements share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Evidence {
    /// How the two meet.
    pub kind: EvidenceKind,
    /// Where, in the text of `a`.
    pub a: Span,
    /// Where, in the text of `b`.
    pub b: Span,
}

/// A scored pair of statements.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Link {
    /// The statement of the article whose id comes first.
    pub a: StatementRef,
    /// The other statement.
    pub b: StatementRef,
    /// 0 to 1; does not depend on the strictness.
    pub strength: f32,
    /// How the two relate.
    pub relation: Relation,
    /// Whether the strictness in force takes this link.
    pub selected: bool,
    /// A person linked them.
    pub by_hand: bool,
    /// Word by word, for selected links inside one language; `None` elsewhere.
    pub edits: Option<Vec<Edit>>,
    /// Why they are linked: what they share, what tells most first. Empty unless selected.
    pub evidence: Vec<Evidence>,
    /// More than 60% of the words differ: word marks would say nothing.
    pub mostly_different: bool,
}
