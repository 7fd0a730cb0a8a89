//! What a person can do to claims and passages, one variant an act, and what each does to the marks.
//!
//! The window names claims and statements as they are in the comparison it shows; here they become passages.
use serde::{Deserialize, Serialize};

use super::marks::next;
use super::{ClaimMarks, Found, Grouping, Marks, Page, PassageMarks, Step, StepKey, StepName, TagMarks, Work};
use crate::model::{Claim, Comparison, Span, StatementRef};

/// One thing that a person does to claims, passages and tags.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// Two statements of different articles say the same; `b` comes to the claim of `a`.
    Link {
        /// The statement that was chosen first.
        a: StatementRef,
        /// The other.
        b: StatementRef,
    },
    /// A statement does not say what the rest of the claim says.
    Unlink {
        /// [`Claim::id`].
        claim: String,
        /// A member of it.
        statement: StatementRef,
    },
    /// Some statements of a claim become a claim of their own.
    Split {
        /// [`Claim::id`].
        claim: String,
        /// Members of it, not all.
        statements: Vec<StatementRef>,
    },
    /// Two claims are one.
    Merge {
        /// [`Claim::id`].
        claim: String,
        /// [`Claim::id`] of the other.
        other: String,
    },
    /// Marks a claim as a conflict (`true`), as none (`false`), or leaves it as found (`null`).
    MarkConflict {
        /// [`Claim::id`].
        claim: String,
        /// What it is.
        conflict: Option<bool>,
    },
    /// Names a claim; without a name, or with an empty one, the program's own counts.
    NameClaim {
        /// [`Claim::id`].
        claim: String,
        /// The name.
        name: Option<String>,
    },
    /// Says that a claim was checked.
    Check {
        /// [`Claim::id`].
        claim: String,
        /// Checked, or not any more.
        checked: bool,
    },
    /// Writes a note on a claim; an empty one removes it.
    NoteClaim {
        /// [`Claim::id`].
        claim: String,
        /// The note.
        text: String,
    },
    /// Writes a note on a passage; an empty one removes it.
    NotePassage {
        /// The statement.
        at: StatementRef,
        /// Which part of its text, UTF-16 code units; `null`: all of it.
        part: Option<Span>,
        /// The note.
        text: String,
    },
    /// Puts a tag on a claim or takes it off.
    TagClaim {
        /// [`Claim::id`].
        claim: String,
        /// The tag's number.
        tag: u32,
        /// On or off.
        on: bool,
    },
    /// Puts a tag on a passage or takes it off.
    TagPassage {
        /// The statement.
        at: StatementRef,
        /// Which part of its text; `null`: all of it.
        part: Option<Span>,
        /// The tag's number.
        tag: u32,
        /// On or off.
        on: bool,
    },
    /// Makes a tag (`null`), or changes one.
    EditTag {
        /// The tag's number.
        tag: Option<u32>,
        /// Its name.
        name: String,
        /// 0 to 7.
        colour: u8,
    },
    /// Deletes a tag everywhere.
    DeleteTag {
        /// The tag's number.
        tag: u32,
    },
    /// Puts what hangs on a lost passage on a sentence of its source.
    PutBack {
        /// [`crate::model::Lost::passage`].
        passage: u32,
        /// The sentence.
        at: StatementRef,
    },
    /// Lets go of what hangs on a lost passage.
    LetGo {
        /// [`crate::model::Lost::passage`].
        passage: u32,
    },
}

/// What a change names is not there (any more).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not there any more.")]
pub struct Gone(pub &'static str);

const CLAIM: Gone = Gone("This claim");
const SENTENCE: Gone = Gone("This sentence");
const TAG: Gone = Gone("This tag");

/// What a person sees while changing it.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The pages of its articles.
    pub pages: &'a [Page],
}

impl Work {
    /// Does one thing. `false` when it changes nothing; then there is no step.
    ///
    /// # Errors
    /// When the change names something that is not there.
    pub fn change(&mut self, change: &Change, ground: Ground<'_>) -> Result<bool, Gone> {
        let mut marks = self.marks.clone();
        let name = self.act(change, ground, &mut marks)?;
        Ok(self.step(name, marks))
    }

    /// Does something else that is a step of its own: to the event's name, its sources, their order.
    pub fn alter(&mut self, name: StepName, alter: impl FnOnce(&mut Marks)) -> bool {
        let mut marks = self.marks.clone();
        alter(&mut marks);
        self.step(name, marks)
    }

    /// Sets something that cannot be undone: how the event was when it was opened.
    pub fn begin(&mut self, begin: impl FnOnce(&mut Marks)) {
        begin(&mut self.marks);
    }

    fn step(&mut self, name: StepName, marks: Marks) -> bool {
        let patches = self.marks.patches(&marks);
        if patches.is_empty() {
            return false;
        }
        self.marks = marks;
        self.done.push(Step { name, patches, more: Default::default() });
        self.undone.clear();
        true
    }

    fn act(&mut self, change: &Change, ground: Ground<'_>, marks: &mut Marks) -> Result<StepName, Gone> {
        match change {
            Change::Link { a, b } => self.link(ground, marks, a, b),
            Change::Unlink { claim, statement } => {
                self.part(ground, marks, claim, std::slice::from_ref(statement))?;
                Ok(name(StepKey::Unlink, [("source", statement.article.as_str())]))
            }
            Change::Split { claim, statements } => {
                self.part(ground, marks, claim, statements)?;
                Ok(name(StepKey::Split, [("claim", ground.claim(claim)?.label.as_str())]))
            }
            Change::Merge { claim, other } => self.merge(ground, marks, claim, other),
            Change::EditTag { tag, name: words, colour } => edit_tag(marks, *tag, words, *colour),
            Change::DeleteTag { tag } => delete_tag(marks, *tag),
            Change::NotePassage { at, part, text } => {
                let text = given(text);
                let key = if text.is_some() { StepKey::Note } else { StepKey::RemoveNote };
                self.on_passage(ground, marks, at, *part, &mut |on| on.note.clone_from(&text))?;
                Ok(name(key, [("source", at.article.as_str())]))
            }
            Change::TagPassage { at, part, tag, on } => {
                let named = marks.tags.get(tag).ok_or(TAG)?.name.clone();
                self.on_passage(ground, marks, at, *part, &mut |marked| set(&mut marked.tags, *tag, *on))?;
                Ok(name(tag_key(*on), [("tag", named.as_str())]))
            }
            Change::PutBack { passage, at } => {
                let to = self.passage(ground, at, None)?;
                super::lost::put_back(marks, *passage, to);
                Ok(name(StepKey::PutBack, [("source", at.article.as_str())]))
            }
            Change::LetGo { passage } => {
                super::lost::let_go(marks, *passage);
                Ok(name(StepKey::LetGo, []))
            }
            Change::MarkConflict { claim, .. }
            | Change::NameClaim { claim, .. }
            | Change::Check { claim, .. }
            | Change::NoteClaim { claim, .. }
            | Change::TagClaim { claim, .. } => self.on_claim(ground, marks, claim, change),
        }
    }

    fn link(
        &mut self,
        ground: Ground<'_>,
        marks: &mut Marks,
        a: &StatementRef,
        b: &StatementRef,
    ) -> Result<StepName, Gone> {
        let pair = [self.passage(ground, a, None)?, self.passage(ground, b, None)?];
        if a != b {
            // A decision that says the contrary of just this pair is over.
            marks.groupings.retain(|_, grouping| match grouping {
                Grouping::Apart { these, from } => {
                    let contrary = |x: u32, y: u32| these.as_slice() == [x] && from.as_slice() == [y];
                    !contrary(pair[0], pair[1]) && !contrary(pair[1], pair[0])
                }
                Grouping::Together(all) => all.as_slice() != pair,
            });
            marks.groupings.insert(next(&marks.groupings), Grouping::Together(pair.to_vec()));
        }
        Ok(name(StepKey::Link, [("source", a.article.as_str()), ("other", b.article.as_str())]))
    }

    fn part(
        &mut self,
        ground: Ground<'_>,
        marks: &mut Marks,
        claim: &str,
        statements: &[StatementRef],
    ) -> Result<(), Gone> {
        let claim = ground.claim(claim)?;
        let members = ground.members(claim);
        if !statements.iter().all(|statement| members.contains(statement)) {
            return Err(SENTENCE);
        }
        let rest: Vec<_> = members.iter().filter(|member| !statements.contains(member)).cloned().collect();
        if rest.is_empty() || statements.is_empty() {
            return Ok(());
        }
        let these = self.passages(ground, statements)?;
        let from = self.passages(ground, &rest)?;
        // What is set on the claim stays with the rest of it.
        for record in self.records(ground, claim, marks) {
            if let Some(record) = marks.claims.get_mut(&record) {
                let stays = |at: &u32| !self.stands_at(*at, ground, statements);
                record.passages.retain(stays);
            }
        }
        marks.claims.retain(|_, record| !record.passages.is_empty());
        // A link by hand that just this undoes is over.
        marks.groupings.retain(|_, grouping| match grouping {
            Grouping::Together(all) => match all.as_slice() {
                [a, b] => !(these.contains(a) && from.contains(b) || these.contains(b) && from.contains(a)),
                _ => true,
            },
            Grouping::Apart { .. } => true,
        });
        let several = these.len() > 1;
        marks.groupings.insert(next(&marks.groupings), Grouping::Apart { these: these.clone(), from });
        if several {
            marks.groupings.insert(next(&marks.groupings), Grouping::Together(these));
        }
        Ok(())
    }

    fn merge(&mut self, ground: Ground<'_>, marks: &mut Marks, claim: &str, other: &str) -> Result<StepName, Gone> {
        let (one, two) = (ground.claim(claim)?, ground.claim(other)?);
        let mut members = ground.members(one);
        members.extend(ground.members(two).into_iter().filter(|member| !ground.members(one).contains(member)));
        let all = self.passages(ground, &members)?;
        if one.id != two.id {
            marks.groupings.insert(next(&marks.groupings), Grouping::Together(all));
        }
        Ok(name(StepKey::Merge, [("claim", one.label.as_str()), ("other", two.label.as_str())]))
    }

    fn on_claim(
        &mut self,
        ground: Ground<'_>,
        marks: &mut Marks,
        claim: &str,
        change: &Change,
    ) -> Result<StepName, Gone> {
        let claim = ground.claim(claim)?;
        let with = [("claim", claim.label.as_str())];
        let records = self.records(ground, claim, marks);
        let mut first = records.first().and_then(|at| marks.claims.get(at)).cloned().unwrap_or_default();
        let members = self.passages(ground, &ground.members(claim))?;
        let elsewhere = |at: &u32| !matches!(self.find(*at, ground.pages), Found::Here(_));
        let kept: Vec<u32> = first.passages.iter().filter(|at| elsewhere(at)).copied().collect();
        first.passages = [members, kept].concat();
        // Where a looser strictness brought two marked claims together, what is set now counts for both.
        let mut rest: Vec<&mut ClaimMarks> = Vec::new();
        for (at, record) in &mut marks.claims {
            if records.iter().skip(1).any(|other| other == at) {
                rest.push(record);
            }
        }
        let step = match change {
            Change::MarkConflict { conflict, .. } => {
                rest.iter_mut().for_each(|record| record.conflict = None);
                first.conflict = *conflict;
                match conflict {
                    Some(true) => name(StepKey::MarkConflict, with),
                    Some(false) => name(StepKey::NotConflict, with),
                    None => name(StepKey::ConflictAsFound, with),
                }
            }
            Change::NameClaim { name: words, .. } => {
                rest.iter_mut().for_each(|record| record.name = None);
                first.name = words.as_deref().and_then(given);
                name(StepKey::NameClaim, [("claim", first.name.as_deref().unwrap_or(claim.label.as_str()))])
            }
            Change::Check { checked, .. } => {
                rest.iter_mut().for_each(|record| record.checked = false);
                first.checked = *checked;
                name(if *checked { StepKey::Check } else { StepKey::Uncheck }, with)
            }
            Change::NoteClaim { text, .. } => {
                rest.iter_mut().for_each(|record| record.note = None);
                first.note = given(text);
                name(if first.note.is_some() { StepKey::Note } else { StepKey::RemoveNote }, with)
            }
            Change::TagClaim { tag, on, .. } => {
                let named = marks.tags.get(tag).ok_or(TAG)?.name.clone();
                rest.iter_mut().for_each(|record| set(&mut record.tags, *tag, false));
                set(&mut first.tags, *tag, *on);
                name(tag_key(*on), [("tag", named.as_str())])
            }
            _ => return Err(CLAIM),
        };
        let at = records.first().copied().unwrap_or_else(|| next(&marks.claims));
        marks.claims.insert(at, first);
        marks.claims.retain(|_, record| !record.is_empty());
        Ok(step)
    }

    fn on_passage(
        &mut self,
        ground: Ground<'_>,
        marks: &mut Marks,
        at: &StatementRef,
        part: Option<Span>,
        set: &mut dyn FnMut(&mut PassageMarks),
    ) -> Result<(), Gone> {
        let passage = self.passage(ground, at, part)?;
        let place = self.find(passage, ground.pages);
        let same = |marked: &PassageMarks| {
            marked.passage == passage
                || matches!(place, Found::Here(_)) && self.find(marked.passage, ground.pages) == place
        };
        let known = marks.passages.iter().find(|(_, marked)| same(marked));
        let number = known.map_or_else(|| next(&marks.passages), |(number, _)| *number);
        set(marks.passages.entry(number).or_insert_with(|| PassageMarks { passage, ..PassageMarks::default() }));
        marks.passages.retain(|_, marked| !marked.is_empty());
        Ok(())
    }

    fn passage(&mut self, ground: Ground<'_>, at: &StatementRef, part: Option<Span>) -> Result<u32, Gone> {
        let page = ground.pages.iter().find(|page| page.article() == at.article).ok_or(SENTENCE)?;
        let anchor = page.anchor(at.statement, part.map(|span| (span.start, span.end))).ok_or(SENTENCE)?;
        Ok(self.keep(anchor))
    }

    fn passages(&mut self, ground: Ground<'_>, all: &[StatementRef]) -> Result<Vec<u32>, Gone> {
        all.iter().map(|at| self.passage(ground, at, None)).collect()
    }

    /// Where a passage is now.
    pub(super) fn find(&self, passage: u32, pages: &[Page]) -> Found {
        self.passages.get(passage as usize).map_or(Found::Lost, |anchor| anchor.find(pages))
    }

    fn stands_at(&self, passage: u32, ground: Ground<'_>, statements: &[StatementRef]) -> bool {
        match self.find(passage, ground.pages) {
            Found::Here(place) => {
                statements.iter().any(|s| s.article == place.article && s.statement == place.statement)
            }
            Found::Away | Found::Lost => false,
        }
    }

    /// The numbers of what was set on a claim.
    fn records(&self, ground: Ground<'_>, claim: &Claim, marks: &Marks) -> Vec<u32> {
        let home =
            |record: &ClaimMarks| super::lay::home(&self.places(&record.passages, ground.pages), ground.comparison);
        let here = marks.claims.iter().filter(|(_, record)| {
            home(record).and_then(|at| ground.comparison.claims.get(at)).is_some_and(|found| found.id == claim.id)
        });
        here.map(|(number, _)| *number).collect()
    }

    /// Those of the passages that are found, as statements.
    pub(super) fn places(&self, passages: &[u32], pages: &[Page]) -> Vec<StatementRef> {
        let here = passages.iter().filter_map(|at| match self.find(*at, pages) {
            Found::Here(place) => Some(StatementRef { article: place.article, statement: place.statement }),
            Found::Away | Found::Lost => None,
        });
        here.collect()
    }
}

impl Ground<'_> {
    fn claim(&self, id: &str) -> Result<&Claim, Gone> {
        self.comparison.claims.iter().find(|claim| claim.id == id).ok_or(CLAIM)
    }

    fn members(&self, claim: &Claim) -> Vec<StatementRef> {
        super::lay::members(claim).collect()
    }
}

/// The name of a step.
pub(super) fn name<const N: usize>(key: StepKey, with: [(&str, &str); N]) -> StepName {
    StepName { key, with: with.into_iter().map(|(name, words)| (name.to_owned(), words.to_owned())).collect() }
}

fn edit_tag(marks: &mut Marks, tag: Option<u32>, words: &str, colour: u8) -> Result<StepName, Gone> {
    let words = given(words).unwrap_or_default();
    let number = match tag {
        Some(tag) if !marks.tags.contains_key(&tag) => return Err(TAG),
        Some(tag) => tag,
        None => next(&marks.tags),
    };
    let mut edited = marks.tags.get(&number).cloned().unwrap_or_default();
    (edited.name, edited.colour) = (words.clone(), colour.min(7));
    marks.tags.insert(number, edited);
    Ok(name(StepKey::EditTag, [("tag", words.as_str())]))
}

fn delete_tag(marks: &mut Marks, tag: u32) -> Result<StepName, Gone> {
    let TagMarks { name: words, .. } = marks.tags.remove(&tag).ok_or(TAG)?;
    marks.claims.values_mut().for_each(|record| set(&mut record.tags, tag, false));
    marks.passages.values_mut().for_each(|marked| set(&mut marked.tags, tag, false));
    marks.claims.retain(|_, record| !record.is_empty());
    marks.passages.retain(|_, marked| !marked.is_empty());
    Ok(name(StepKey::DeleteTag, [("tag", words.as_str())]))
}

fn set(tags: &mut Vec<u32>, tag: u32, on: bool) {
    tags.retain(|other| *other != tag);
    if on {
        tags.push(tag);
        tags.sort_unstable();
    }
}

fn tag_key(on: bool) -> StepKey {
    if on { StepKey::AddTag } else { StepKey::TakeTag }
}

fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
