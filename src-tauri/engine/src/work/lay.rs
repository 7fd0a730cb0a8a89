//! Lays what was set by hand on a comparison: names, conflicts, notes, tags.
use std::collections::BTreeMap;

use super::{ClaimMarks, Decision, Found, Grouping, Page, Work};
use crate::model::{
    ByHand, Claim, ClaimByHand, ClaimKind, Comparison, PassageByHand, Relation, StatementRef, Tag, Verdict,
};

/// The members of a claim, in order.
pub(super) fn members(claim: &Claim) -> impl Iterator<Item = StatementRef> + '_ {
    claim.members.iter().flat_map(|(article, statements)| {
        statements.iter().map(|&statement| StatementRef { article: article.clone(), statement })
    })
}

/// The claim that something set on `places` hangs on: that with most of them; of equals the one with the first of them,
/// then the smallest, then the first.
pub(super) fn home(places: &[StatementRef], comparison: &Comparison) -> Option<usize> {
    let first = places.first()?;
    let has = |claim: &Claim, at: &StatementRef| {
        claim.members.get(&at.article).is_some_and(|statements| statements.contains(&at.statement))
    };
    let worth = |claim: &Claim| {
        let held = places.iter().filter(|place| has(claim, place)).count();
        let size: usize = claim.members.values().map(Vec::len).sum();
        (held, has(claim, first), std::cmp::Reverse(size))
    };
    let held = comparison.claims.iter().enumerate().map(|(at, claim)| (worth(claim), std::cmp::Reverse(at)));
    held.filter(|(worth, _)| worth.0 > 0).max().map(|(_, at)| at.0)
}

impl Work {
    /// What was decided about which statements belong together, for [`crate::compare::Options::decisions`].
    pub fn decisions(&self, pages: &[Page]) -> Vec<Decision<StatementRef>> {
        let places = |passages: &[u32]| self.places(passages, pages);
        let held = self.marks.claims.values().map(|record| Decision::Hold(places(&record.passages)));
        let grouped = self.marks.groupings.values().map(|grouping| match grouping {
            Grouping::Together(all) => Decision::Together(places(all)),
            Grouping::Apart { these, from } => Decision::Apart { these: places(these), from: places(from) },
        });
        held.chain(grouped).collect()
    }

    /// Lays everything on a comparison that was made with [`Work::decisions`] and that nothing lies on yet. What a person
    /// set wins over what the program found.
    pub fn lay_on(&self, comparison: &mut Comparison, pages: &[Page]) {
        let mut by_hand = ByHand { changes: self.groupings_in_force(pages), ..ByHand::default() };
        let mut of_claims: BTreeMap<usize, Vec<&ClaimMarks>> = BTreeMap::new();
        for record in self.marks.claims.values() {
            let places = self.places(&record.passages, pages);
            let home = home(&places, comparison);
            if let Some(home) = home {
                of_claims.entry(home).or_default().push(record);
            }
        }
        for (at, records) in of_claims {
            let Some(claim) = comparison.claims.get(at) else { continue };
            let laid = self.together(claim, &records, pages);
            name_and_kind(comparison, at, &laid);
            by_hand.claims.push(laid);
        }
        self.lay_passages(comparison, pages, &mut by_hand);
        by_hand.lost = self.lost(comparison, pages);
        by_hand.tags = self.marks.tags.iter().map(|(id, tag)| tag_view(*id, tag)).collect();
        comparison.by_hand = by_hand;
    }

    fn together(&self, claim: &Claim, records: &[&ClaimMarks], pages: &[Page]) -> ClaimByHand {
        let mut laid = ClaimByHand { claim: claim.id.clone(), ..ClaimByHand::default() };
        let mut notes: Vec<&str> = Vec::new();
        let mut marked: Vec<StatementRef> = Vec::new();
        for record in records {
            laid.name = laid.name.or_else(|| record.name.clone());
            laid.conflict = laid.conflict.or(record.conflict);
            laid.checked |= record.checked;
            notes.extend(record.note.as_deref());
            laid.tags.extend(record.tags.iter().filter(|tag| self.marks.tags.contains_key(tag)));
            laid.needs_a_look |= record.passages.iter().any(|at| self.find(*at, pages) == Found::Lost);
            marked.extend(self.places(&record.passages, pages));
        }
        laid.tags.sort_unstable();
        laid.tags.dedup();
        laid.note = (!notes.is_empty()).then(|| notes.join("\n\n"));
        marked.sort_unstable();
        marked.dedup();
        laid.changed = !marked.into_iter().eq(members(claim));
        laid
    }

    fn lay_passages(&self, comparison: &Comparison, pages: &[Page], by_hand: &mut ByHand) {
        for marked in self.marks.passages.values() {
            if let Found::Here(place) = self.find(marked.passage, pages) {
                let shown = self.passages.get(marked.passage as usize).map(|anchor| anchor.quote.clone());
                by_hand.passages.push(PassageByHand {
                    at: StatementRef { article: place.article, statement: place.statement },
                    start: place.start,
                    end: place.end,
                    shown: shown.unwrap_or_default(),
                    note: marked.note.clone(),
                    tags: marked.tags.iter().filter(|tag| self.marks.tags.contains_key(tag)).copied().collect(),
                });
            }
        }
        let rank = |id: &str| comparison.articles.iter().position(|article| article.id == id);
        by_hand.passages.sort_by_key(|passage| (rank(&passage.at.article), passage.at.statement, passage.start));
    }

    fn groupings_in_force(&self, pages: &[Page]) -> u32 {
        let here = |passage: &u32| matches!(self.find(*passage, pages), Found::Here(_));
        let in_force = self.marks.groupings.values().filter(|grouping| match grouping {
            Grouping::Together(all) => all.iter().filter(|at| here(at)).count() > 1,
            Grouping::Apart { these, from } => these.iter().any(here) && from.iter().any(here),
        });
        in_force.count() as u32
    }
}

fn tag_view(id: u32, tag: &super::TagMarks) -> Tag {
    Tag { id, name: tag.name.clone(), colour: tag.colour }
}

/// Gives a claim the person's name and what the person says of its conflict.
fn name_and_kind(comparison: &mut Comparison, at: usize, laid: &ClaimByHand) {
    let Some(claim) = comparison.claims.get_mut(at) else { return };
    if let Some(name) = &laid.name {
        claim.label.clone_from(name);
    }
    let Some(conflict) = laid.conflict.filter(|_| !claim.pairs.is_empty()) else { return };
    let disputed = |kind: ClaimKind| matches!(kind, ClaimKind::Conflict | ClaimKind::Check);
    let some = claim.pairs.iter().any(|pair| disputed(pair.kind));
    for pair in &mut claim.pairs {
        if conflict && (disputed(pair.kind) || !some) {
            (pair.kind, pair.relation) = (ClaimKind::Conflict, Relation::Conflict);
        } else if !conflict && disputed(pair.kind) {
            pair.kind = ClaimKind::Reworded;
            pair.relation = calm(pair.relation);
        }
    }
    claim.kind = claim.pairs.iter().map(|pair| pair.kind).min().unwrap_or(claim.kind);
    for difference in comparison.differences.iter_mut().filter(|difference| difference.claim == claim.id) {
        match difference.verdict {
            Verdict::Check if conflict => difference.verdict = Verdict::Conflict,
            Verdict::Conflict | Verdict::Check if !conflict => difference.verdict = Verdict::Note,
            _ => {}
        }
    }
    if !conflict {
        let member = |end: &StatementRef| claim.members.get(&end.article).is_some_and(|s| s.contains(&end.statement));
        for link in comparison.links.iter_mut().filter(|link| member(&link.a) && member(&link.b)) {
            link.relation = calm(link.relation);
        }
    }
}

fn calm(relation: Relation) -> Relation {
    if relation == Relation::Conflict { Relation::Reworded } else { relation }
}
