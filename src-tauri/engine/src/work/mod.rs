//! What a person does by hand: links, marks, names, notes, tags, corrections of sources – as data that can be saved,
//! undone and laid on any later comparison of the same sources.
//!
//! [`Work`] holds it. A [`Change`] is one thing a person does; it becomes a named [`Step`] that can be undone. Everything
//! hangs on passages ([`Anchor`]: source, digest, exact words, what stands around them), never on the numbers of
//! statements, so it holds when the strictness moves, sources come and go, a text is corrected or a later program draws
//! sentences elsewhere. A passage that is not found exactly once is *lost*: it is shown as such, never moved.
//!
//! The way onto a comparison: [`Work::decisions`] → [`regroup`] (the claims, before anything is compared) and then
//! [`Work::lay_on`] (names, conflicts, notes). What a person set wins.
mod anchor;
mod change;
mod history;
mod lay;
mod lost;
mod marks;
mod regroup;

pub use anchor::{Anchor, Found, Page, Place};
pub use change::{Change, Gone, Ground};
pub use history::{Patch, Step, StepKey, StepName, Swap};
pub use marks::{ClaimMarks, Grouping, Marks, PassageMarks, SourceMarks, TagMarks};
pub use regroup::{Decision, pairs, regroup};

use serde::{Deserialize, Serialize};

/// Fields of a later version of the program, kept as they are.
pub type More = serde_json::Map<String, serde_json::Value>;

/// All that was done by hand in one event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    /// The passages that marks and steps name by their position here. It only grows.
    pub passages: Vec<Anchor>,
    /// How things stand now.
    pub marks: Marks,
    /// The steps that led here, oldest first.
    pub done: Vec<Step>,
    /// Steps that were undone, the next to be redone last.
    pub undone: Vec<Step>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl Work {
    /// The step that [`Work::undo`] takes back.
    pub fn to_undo(&self) -> Option<&StepName> {
        self.done.last().map(|step| &step.name)
    }

    /// The step that [`Work::redo`] does again.
    pub fn to_redo(&self) -> Option<&StepName> {
        self.undone.last().map(|step| &step.name)
    }

    /// Takes the last step back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        for patch in step.patches.iter().rev() {
            self.marks.set(patch, true);
        }
        self.undone.push(step);
        true
    }

    /// Does the step that was undone last again; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        for patch in &step.patches {
            self.marks.set(patch, false);
        }
        self.done.push(step);
        true
    }

    /// The number of a passage; one that is known already keeps its number.
    fn keep(&mut self, anchor: Anchor) -> u32 {
        let at = self.passages.iter().position(|known| *known == anchor).unwrap_or_else(|| {
            self.passages.push(anchor);
            self.passages.len() - 1
        });
        at as u32
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
