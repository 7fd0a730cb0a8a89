//! What has been found of two statements, kept so that it is not found again when other files come and go or the
//! strictness moves. Everything kept depends on the two statements' articles alone, and on their [`Grade`] where it says so.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use crate::align::Place;
use crate::diff::{Grade, Pair};
use crate::model::{Edit, Evidence, Relation};

/// What is known of two statements so far; the earlier one in canonical order is `a` everywhere.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Readings of both that tell of one thing.
    pub told: Option<(Grade, Arc<Vec<Pair>>)>,
    /// How they relate, conflicts aside.
    pub relation: Option<(Grade, Relation)>,
    /// The steps from one to the other, and whether most words differ.
    pub edits: Option<(Arc<Vec<Edit>>, bool)>,
    /// Why they are matched.
    pub evidence: Option<Arc<Vec<Evidence>>>,
}

/// Of two articles: what is known by their statements.
pub(super) type Rows = FxHashMap<(u32, u32), Known>;

/// What is known of all statements of one comparison, by the positions of their articles.
#[derive(Debug, Default)]
pub(super) struct Kept {
    rows: FxHashMap<(usize, usize), Mutex<Rows>>,
}

impl Kept {
    /// Begins with what is known of the pairs of articles.
    pub fn of(rows: impl Iterator<Item = ((usize, usize), Rows)>) -> Kept {
        Kept { rows: rows.map(|(at, rows)| (at, Mutex::new(rows))).collect() }
    }

    /// Gives all of it back.
    pub fn into_rows(self) -> impl Iterator<Item = ((usize, usize), Rows)> {
        self.rows.into_iter().map(|(at, rows)| (at, rows.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    /// What `find` gives of two statements, `a` before `b`: from memory when `slot` has it and it `holds` now. What does not
    /// hold once it is found (the time was over before its end) is not kept.
    pub fn get<T: Clone>(
        &self,
        (a, b): (Place, Place),
        slot: impl Fn(&mut Known) -> &mut Option<T>,
        holds: impl Fn(&T) -> bool,
        find: impl FnOnce() -> T,
    ) -> T {
        let row = || -> Option<MutexGuard<'_, Rows>> {
            Some(self.rows.get(&(a.0, b.0))?.lock().unwrap_or_else(PoisonError::into_inner))
        };
        let at = (a.1 as u32, b.1 as u32);
        let known = row().and_then(|mut rows| slot(rows.entry(at).or_default()).clone());
        if let Some(known) = known.filter(&holds) {
            return known;
        }
        let found = find();
        if holds(&found)
            && let Some(mut rows) = row()
        {
            *slot(rows.entry(at).or_default()) = Some(found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_hold_when_it_is_found_is_not_kept() {
        let kept = Kept::of([((0, 1), Rows::default())].into_iter());
        let get = |holds: bool, relation: Relation| {
            let find = || (Grade::Sure, relation);
            kept.get(((0, 2), (1, 3)), |known| &mut known.relation, |_| holds, find).1
        };
        assert_eq!(get(false, Relation::Overlap), Relation::Overlap);
        assert_eq!(get(true, Relation::Same), Relation::Same, "the first was found too late");
        assert_eq!(get(true, Relation::Reworded), Relation::Same, "the second is kept");
    }
}
