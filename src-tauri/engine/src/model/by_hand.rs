//! What a person set by hand, as it lies on this comparison. Made by [`crate::work`]; empty for a comparison that nobody
//! has touched.
use serde::Serialize;

use super::StatementRef;

/// Everything by hand that is shown beside the comparison.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct ByHand {
    /// In how many places sentences were joined or parted by hand.
    pub changes: u32,
    /// What was set on claims, in the claims' order. A claim stands here at most once.
    pub claims: Vec<ClaimByHand>,
    /// Notes and tags on passages, in the articles' order.
    pub passages: Vec<PassageByHand>,
    /// The person's own tags.
    pub tags: Vec<Tag>,
    /// What needs a look: its passage is not found exactly any more.
    pub lost: Vec<Lost>,
}

/// What a person set on one claim.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct ClaimByHand {
    /// [`super::Claim::id`].
    pub claim: String,
    /// The person's name for it; it is the claim's label then.
    pub name: Option<String>,
    /// `true`: marked as a conflict; `false`: "not a conflict"; `None`: as the program found.
    pub conflict: Option<bool>,
    /// The person has checked it.
    pub checked: bool,
    /// The person's note.
    pub note: Option<String>,
    /// By [`Tag::id`].
    pub tags: Vec<u32>,
    /// The claim has other statements now than when the person last set something on it.
    pub changed: bool,
    /// Some of its passages are not found exactly any more; see [`ByHand::lost`].
    pub needs_a_look: bool,
}

/// What a person set on a passage: a statement or some words of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct PassageByHand {
    /// Where it starts.
    pub at: StatementRef,
    /// Start in the statement's text, UTF-16 code units.
    pub start: u32,
    /// End in the statement's text.
    pub end: u32,
    /// The words.
    pub shown: String,
    /// The person's note.
    pub note: Option<String>,
    /// By [`Tag::id`].
    pub tags: Vec<u32>,
}

/// A tag of the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Tag {
    /// Names it in changes.
    pub id: u32,
    /// The person's name for it.
    pub name: String,
    /// 0 to 7: which of the window's tag colours.
    pub colour: u8,
}

/// A passage that something set by hand hangs on and that does not stand exactly once in its source any more. It is kept and
/// shown, never moved, until a person puts it on a sentence again or lets go of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Lost {
    /// Its number; names it in changes.
    pub passage: u32,
    /// File name of the source, when that is known.
    pub source: Option<String>,
    /// Article id, when the source is compared.
    pub article: Option<String>,
    /// The words as they stood.
    pub quote: String,
    /// The sentence of the source that has most of its words now, when one has at least half of them.
    pub likely: Option<StatementRef>,
    /// What hangs on it.
    pub things: Vec<LostThing>,
}

/// Something that hangs on a lost passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct LostThing {
    /// What it is.
    pub what: LostKind,
    /// Its note or name.
    pub text: Option<String>,
    /// The claim it lies on all the same, by its other passages.
    pub claim: Option<String>,
}

/// What a lost passage belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum LostKind {
    /// A link, an unlinking, a split or a merge.
    Grouping,
    /// What was set on a claim.
    Claim,
    /// A note or tag on a passage.
    Passage,
}
