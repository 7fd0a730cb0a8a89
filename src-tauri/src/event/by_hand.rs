//! What a person does by hand to the open event, and how it comes to lie on the comparison.
use parallax_engine::compare::Options;
use parallax_engine::model::{Comparison, StatementRef};
use parallax_engine::work::{Change, Decision, Gone, Ground, Page, StepKey, StepName};

use super::Event;
use super::file::State;

/// What has to be done after something was changed by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Nothing was changed.
    Nothing,
    /// The window should hear of it.
    Tell,
    /// The sources have to be compared anew.
    Compare,
}

impl Event {
    /// Does one thing to claims, passages or tags.
    ///
    /// # Errors
    /// When the change names something that is not there.
    pub fn change(&mut self, change: &Change) -> Result<After, Gone> {
        let Some(comparison) = &self.comparison else { return Err(Gone("The comparison")) };
        let pages = self.pages(comparison);
        let changed = self.work.change(change, Ground { comparison, pages: &pages })?;
        Ok(self.after(changed))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> After {
        let undone = self.work.undo();
        self.after(undone)
    }

    /// Does the step that was taken back last again.
    pub fn redo(&mut self) -> After {
        let redone = self.work.redo();
        self.after(redone)
    }

    /// Brings files and comparison to what the marks say.
    pub(super) fn after(&mut self, changed: bool) -> After {
        if !changed {
            return After::Nothing;
        }
        self.revision += 1;
        self.arrange();
        // Asked in any case: it gives the files that came their letters.
        let compare = self.needs_comparing();
        // One that left before it was read, and came back, is still to be read.
        let unread = self.files.iter().any(|file| matches!(file.state, State::Waiting));
        if compare || unread {
            return After::Compare;
        }
        self.lay();
        After::Tell
    }

    /// Puts the files in the marks' order; those that are not in it are kept for an undo.
    pub(super) fn arrange(&mut self) {
        let mut pool = std::mem::take(&mut self.files);
        pool.append(&mut self.shelf);
        for source in &self.work.marks.order {
            if let Some(at) = pool.iter().position(|file| file.source == *source) {
                self.files.push(pool.swap_remove(at));
            }
        }
        pool.sort_by_key(|file| file.key);
        self.shelf = pool;
        for at in 0..self.files.len() {
            let taken: Vec<char> = self.files[..at].iter().filter_map(|file| file.letter).collect();
            let file = &mut self.files[at];
            file.letter = file.letter.filter(|letter| !taken.contains(letter));
            file.set(&self.work.marks.source(file.source));
        }
        self.take_in();
    }

    /// What the comparison is made with beside the strictness.
    pub fn options(&mut self, strictness: f32) -> Options {
        let decisions = self.decisions();
        Options { strictness, decisions, ..Options::default() }
    }

    /// Lays what was set by hand on what was found.
    pub(super) fn lay(&mut self) {
        let Some(base) = &self.base else { return };
        let mut comparison = base.clone();
        let pages = self.pages(&comparison);
        self.work.lay_on(&mut comparison, &pages);
        for lost in &mut comparison.by_hand.lost {
            let passage = self.work.passages.get(lost.passage as usize);
            let file = passage.and_then(|at| self.files.iter().find(|file| file.source == at.source));
            lost.source = file.map(|file| file.name.clone());
        }
        self.comparison = Some(comparison);
        self.comparisons += 1;
    }

    fn decisions(&self) -> Vec<Decision<StatementRef>> {
        let page = |file: &super::File| Some(Page::of_account(file.source, &file.letter?.to_string(), file.used()?));
        let pages: Vec<Page> = self.files.iter().filter_map(page).collect();
        self.work.decisions(&pages)
    }

    fn pages(&self, comparison: &Comparison) -> Vec<Page> {
        let page = |article: &parallax_engine::model::Article| {
            let file = self.files.iter().find(|file| file.letter.is_some_and(|l| article.id == l.to_string()))?;
            Some(Page::of_article(file.source, article))
        };
        comparison.articles.iter().filter_map(page).collect()
    }

    /// Whether what was found would be found otherwise now: other sources, other texts, or decisions that move something.
    pub fn needs_comparing(&mut self) -> bool {
        let entries = self.entries();
        let Some(base) = &self.base else { return entries.len() > 1 };
        let same =
            |(now, then): (&(String, _), &(String, _))| now.0 == then.0 && std::sync::Arc::ptr_eq(&now.1, &then.1);
        if entries.len() != self.compared.0.len() || !entries.iter().zip(&self.compared.0).all(same) {
            return true;
        }
        let decisions = self.decisions();
        let whole = |decision: &Decision<StatementRef>| match decision {
            // Something set on a claim as it stands moves nothing.
            Decision::Hold(places) => base.claims.iter().any(|claim| {
                places.iter().all(|at| claim.members.get(&at.article).is_some_and(|s| s.contains(&at.statement)))
            }),
            _ => false,
        };
        let gone = self.compared.1.iter().any(|before| !decisions.contains(before));
        gone || decisions.iter().any(|now| !self.compared.1.contains(now) && !whole(now))
    }

    /// Alters the event's name, sources or their order, as a step.
    pub(super) fn alter(
        &mut self,
        key: StepKey,
        with: &[(&str, String)],
        alter: impl FnOnce(&mut parallax_engine::work::Marks),
    ) -> After {
        let with = with.iter().map(|(name, words)| ((*name).to_owned(), words.clone())).collect();
        let changed = self.work.alter(StepName { key, with }, alter);
        self.after(changed)
    }
}
