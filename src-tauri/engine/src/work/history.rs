//! Named steps and what they changed, for undo and redo without end.
//!
//! A step keeps both sides of everything it changed. So undoing needs none of the program that made the step, and a step
//! of a session that was saved years ago is undone exactly.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ClaimMarks, Grouping, More, PassageMarks, SourceMarks, TagMarks};

/// One thing that a person did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What the window calls it.
    pub name: StepName,
    /// What it changed.
    pub patches: Vec<Patch>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// The name of a step: a message of the window's catalogues and what to put in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct StepName {
    /// Which message.
    pub key: StepKey,
    /// What stands in it: "source" (a letter), "claim", "name", "tag".
    pub with: BTreeMap<String, String>,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum StepKey {
    /// Two statements were linked.
    Link,
    /// A statement was taken out of a claim.
    Unlink,
    /// Statements of a claim became a claim of their own.
    Split,
    /// Two claims became one.
    Merge,
    /// A claim was marked as a conflict.
    MarkConflict,
    /// A claim was said to be no conflict.
    NotConflict,
    /// What the program found counts again.
    ConflictAsFound,
    /// A claim was named.
    NameClaim,
    /// A claim was checked.
    Check,
    /// A claim is not checked any more.
    Uncheck,
    /// A note was written or changed.
    Note,
    /// A note was removed.
    RemoveNote,
    /// A tag was put on something.
    AddTag,
    /// A tag was taken off.
    TakeTag,
    /// A tag was made or changed.
    EditTag,
    /// A tag was deleted.
    DeleteTag,
    /// The event was named.
    RenameEvent,
    /// A source was moved.
    MoveSource,
    /// Sources were added.
    AddSources,
    /// A source was removed.
    RemoveSource,
    /// A source's column was hidden.
    HideSource,
    /// A source's column is shown again.
    ShowSource,
    /// What was read of a source was corrected.
    CorrectSource,
    /// A source is compared although it is the same text as another.
    UseAnyway,
    /// A source's file was read anew.
    ReadAgain,
    /// Another of the texts that were read of a source is used.
    UseReading,
    /// Something lost was put on a sentence again.
    PutBack,
    /// Something lost was let go.
    LetGo,
}

/// One value before and after a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// As it was.
    pub before: T,
    /// As it became.
    pub after: T,
}

impl<T> Swap<T> {
    /// The value before (`back`) or after.
    pub(super) fn side(&self, back: bool) -> &T {
        if back { &self.before } else { &self.after }
    }
}

/// A change of one value of [`super::Marks`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Patch {
    /// The event's name.
    Name(Swap<Option<String>>),
    /// The order of the sources.
    Order(Swap<Vec<u32>>),
    /// A source, by number.
    Source(u32, Box<Swap<Option<SourceMarks>>>),
    /// A grouping.
    Grouping(u32, Swap<Option<Grouping>>),
    /// What was set on a claim.
    Claim(u32, Swap<Option<ClaimMarks>>),
    /// What was set on a passage.
    Passage(u32, Swap<Option<PassageMarks>>),
    /// A tag.
    Tag(u32, Swap<Option<TagMarks>>),
}
