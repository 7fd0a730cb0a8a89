//! Passages that are lost: their words do not stand exactly once in their source any more. What hangs on them is told, with
//! the sentence that is likely meant; a person puts it there (or elsewhere) or lets go of it. Nothing is moved in silence.
use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Grouping, Marks, Page, PassageMarks, Work};
use crate::model::{Comparison, Lost, LostKind, LostThing, StatementRef};
use crate::segment;

impl Work {
    /// Every lost passage that something hangs on, with what hangs on it.
    pub(super) fn lost(&self, comparison: &Comparison, pages: &[Page]) -> Vec<Lost> {
        let mut things: BTreeMap<u32, Vec<LostThing>> = BTreeMap::new();
        let mut hangs = |passages: &[u32], thing: LostThing| {
            for passage in passages.iter().filter(|at| self.find(**at, pages) == Found::Lost) {
                things.entry(*passage).or_default().push(thing.clone());
            }
        };
        for record in self.marks.claims.values() {
            let home = super::lay::home(&self.places(&record.passages, pages), comparison);
            let claim = home.and_then(|at| comparison.claims.get(at)).map(|claim| claim.id.clone());
            let text = record.note.clone().or_else(|| record.name.clone());
            hangs(&record.passages, LostThing { what: LostKind::Claim, text, claim });
        }
        for marked in self.marks.passages.values() {
            let text = marked.note.clone();
            hangs(&[marked.passage], LostThing { what: LostKind::Passage, text, claim: None });
        }
        for grouping in self.marks.groupings.values() {
            let thing = LostThing { what: LostKind::Grouping, text: None, claim: None };
            lists(grouping).for_each(|passages| hangs(passages, thing.clone()));
        }
        things.into_iter().map(|(passage, things)| self.tell(passage, things, pages)).collect()
    }

    fn tell(&self, passage: u32, things: Vec<LostThing>, pages: &[Page]) -> Lost {
        let anchor = self.passages.get(passage as usize);
        let page = anchor.and_then(|anchor| pages.iter().find(|page| page.source() == anchor.source));
        let quote = anchor.map(|anchor| anchor.quote.clone()).unwrap_or_default();
        Lost {
            passage,
            source: None,
            article: page.map(|page| page.article().to_owned()),
            likely: page.and_then(|page| likely(page, &quote)),
            quote,
            things,
        }
    }
}

/// The sentence with most of the words of `quote` beside its own (Dice's coefficient), when that is at least half.
fn likely(page: &Page, quote: &str) -> Option<StatementRef> {
    let wanted = words(quote);
    let mut best: Option<(f32, u32)> = None;
    for (at, text) in page.texts().enumerate() {
        let own = words(text);
        let shared = 2.0 * own.intersection(&wanted).count() as f32 / (own.len() + wanted.len()).max(1) as f32;
        if shared >= 0.5 && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, at as u32));
        }
    }
    best.map(|(_, statement)| StatementRef { article: page.article().to_owned(), statement })
}

fn words(text: &str) -> BTreeSet<String> {
    segment::words(text).into_iter().filter_map(|range| Some(text.get(range)?.to_lowercase())).collect()
}

fn lists(grouping: &Grouping) -> impl Iterator<Item = &[u32]> {
    let (one, two): (&[u32], &[u32]) = match grouping {
        Grouping::Together(all) => (all, &[]),
        Grouping::Apart { these, from } => (these, from),
    };
    [one, two].into_iter()
}

/// Everything that hangs on passage `old` hangs on `new`.
pub(super) fn put_back(marks: &mut Marks, old: u32, new: u32) {
    change_lists(marks, &|passages| {
        let there = passages.contains(&new);
        if there {
            passages.retain(|at| *at != old);
        }
        passages.iter_mut().filter(|at| **at == old).for_each(|at| *at = new);
    });
    let moved: Vec<u32> =
        marks.passages.iter().filter(|(_, on)| on.passage == old).map(|(number, _)| *number).collect();
    for number in moved {
        let Some(mut moved) = marks.passages.remove(&number) else { continue };
        moved.passage = new;
        // Something stands there already: the two become one, and nothing of either is lost.
        match marks.passages.values_mut().find(|on| on.passage == new) {
            Some(there) => join(there, moved),
            None => drop(marks.passages.insert(number, moved)),
        }
    }
}

fn join(there: &mut PassageMarks, moved: PassageMarks) {
    let notes: Vec<String> = there.note.take().into_iter().chain(moved.note).collect();
    there.note = (!notes.is_empty()).then(|| notes.join("\n\n"));
    there.tags.extend(moved.tags);
    there.tags.sort_unstable();
    there.tags.dedup();
}

/// Nothing hangs on the passage any more; what hangs on others too stays there.
pub(super) fn let_go(marks: &mut Marks, passage: u32) {
    change_lists(marks, &|passages| passages.retain(|at| *at != passage));
    marks.passages.retain(|_, on| on.passage != passage);
}

/// Changes the passages of claims and groupings; those that say nothing any more are gone.
fn change_lists(marks: &mut Marks, change: &dyn Fn(&mut Vec<u32>)) {
    for record in marks.claims.values_mut() {
        change(&mut record.passages);
    }
    marks.claims.retain(|_, record| !record.passages.is_empty());
    for grouping in marks.groupings.values_mut() {
        match grouping {
            Grouping::Together(all) => change(all),
            Grouping::Apart { these, from } => [these, from].into_iter().for_each(change),
        }
    }
    marks.groupings.retain(|_, grouping| match grouping {
        Grouping::Together(all) => all.len() > 1,
        Grouping::Apart { these, from } => !these.is_empty() && !from.is_empty(),
    });
}
