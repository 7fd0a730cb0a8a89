//! How things stand by hand, as plain data. Everything has a number of its own, so that a step can name what it changed.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{More, Patch, Swap};
use crate::model::Corrections;

/// Everything set by hand, as it stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// The event's name.
    pub name: Option<String>,
    /// The sources of the event, in the order of the columns; a source that was removed is not in it.
    pub order: Vec<u32>,
    /// What was set on sources, by their number.
    pub sources: BTreeMap<u32, SourceMarks>,
    /// Statements that were joined or parted; a later one wins over an earlier one.
    pub groupings: BTreeMap<u32, Grouping>,
    /// What was set on claims.
    pub claims: BTreeMap<u32, ClaimMarks>,
    /// Notes and tags on passages.
    pub passages: BTreeMap<u32, PassageMarks>,
    /// The person's tags.
    pub tags: BTreeMap<u32, TagMarks>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// What was set on a source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceMarks {
    /// Its column is not shown.
    pub hidden: bool,
    /// Compared although it is the same text as another.
    pub wanted: bool,
    /// Which of its texts is used: 0 is the first that was read, a new reading counts up.
    pub reading: u32,
    /// What was read wrongly.
    pub corrections: Corrections,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// A decision about which statements belong together. The numbers are passages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// They say the same.
    Together(Vec<u32>),
    /// `these` do not say what those of `from` say.
    Apart {
        /// They leave.
        these: Vec<u32>,
        /// These stay where they are.
        from: Vec<u32>,
    },
}

/// What was set on a claim. As long as it stands, its passages stay in one claim at every strictness.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClaimMarks {
    /// The claim's passages when something was last set on it.
    pub passages: Vec<u32>,
    /// The person's name for it.
    pub name: Option<String>,
    /// Marked as a conflict, or as none.
    pub conflict: Option<bool>,
    /// Checked.
    pub checked: bool,
    /// The person's note.
    pub note: Option<String>,
    /// By number.
    pub tags: Vec<u32>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl ClaimMarks {
    /// Nothing is set on it (any more).
    pub fn is_empty(&self) -> bool {
        *self == ClaimMarks { passages: self.passages.clone(), ..ClaimMarks::default() }
    }
}

/// What was set on a passage.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PassageMarks {
    /// Which passage.
    pub passage: u32,
    /// The person's note.
    pub note: Option<String>,
    /// By number.
    pub tags: Vec<u32>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl PassageMarks {
    /// Nothing is set on it (any more).
    pub fn is_empty(&self) -> bool {
        *self == PassageMarks { passage: self.passage, ..PassageMarks::default() }
    }
}

/// A tag.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagMarks {
    /// Its name.
    pub name: String,
    /// 0 to 7.
    pub colour: u8,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl Marks {
    /// What was set on a source.
    pub fn source(&self, number: u32) -> SourceMarks {
        self.sources.get(&number).cloned().unwrap_or_default()
    }

    /// Puts one side of a patch in place.
    pub(super) fn set(&mut self, patch: &Patch, back: bool) {
        match patch {
            Patch::Name(swap) => self.name.clone_from(swap.side(back)),
            Patch::Order(swap) => self.order.clone_from(swap.side(back)),
            Patch::Source(at, swap) => put(&mut self.sources, *at, swap.side(back)),
            Patch::Grouping(at, swap) => put(&mut self.groupings, *at, swap.side(back)),
            Patch::Claim(at, swap) => put(&mut self.claims, *at, swap.side(back)),
            Patch::Passage(at, swap) => put(&mut self.passages, *at, swap.side(back)),
            Patch::Tag(at, swap) => put(&mut self.tags, *at, swap.side(back)),
        }
    }

    /// What leads from `self` to `after`.
    pub(super) fn patches(&self, after: &Marks) -> Vec<Patch> {
        let mut patches = Vec::new();
        if self.name != after.name {
            patches.push(Patch::Name(Swap { before: self.name.clone(), after: after.name.clone() }));
        }
        if self.order != after.order {
            patches.push(Patch::Order(Swap { before: self.order.clone(), after: after.order.clone() }));
        }
        compare(&self.sources, &after.sources, &mut |at, swap| patches.push(Patch::Source(at, Box::new(swap))));
        compare(&self.groupings, &after.groupings, &mut |at, swap| patches.push(Patch::Grouping(at, swap)));
        compare(&self.claims, &after.claims, &mut |at, swap| patches.push(Patch::Claim(at, swap)));
        compare(&self.passages, &after.passages, &mut |at, swap| patches.push(Patch::Passage(at, swap)));
        compare(&self.tags, &after.tags, &mut |at, swap| patches.push(Patch::Tag(at, swap)));
        patches
    }
}

fn put<T: Clone>(map: &mut BTreeMap<u32, T>, at: u32, value: &Option<T>) {
    match value {
        Some(value) => map.insert(at, value.clone()),
        None => map.remove(&at),
    };
}

fn compare<T: Clone + PartialEq>(
    before: &BTreeMap<u32, T>,
    after: &BTreeMap<u32, T>,
    say: &mut dyn FnMut(u32, Swap<Option<T>>),
) {
    let mut all: Vec<u32> = before.keys().chain(after.keys()).copied().collect();
    all.sort_unstable();
    all.dedup();
    for at in all {
        let (old, new) = (before.get(&at), after.get(&at));
        if old != new {
            say(at, Swap { before: old.cloned(), after: new.cloned() });
        }
    }
}

/// The next free number.
pub(super) fn next<T>(map: &BTreeMap<u32, T>) -> u32 {
    map.last_key_value().map_or(1, |(last, _)| last.saturating_add(1))
}
