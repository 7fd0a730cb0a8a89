//! What is exported, and the questions that every form asks of it.
//!
//! Numbers are counted here once, the way the window counts them (`ui/src/lib/navigation/differences.ts`,
//! `ui/src/lib/overview`), so that no two forms can disagree.
use std::collections::BTreeSet;

use super::words::{Tongue, Words};
use crate::model::{Article, Claim, ClaimByHand, ClaimKind, Comparison, Difference, Reading, Statement, Verdict};

/// What is exported.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What was found, and what a person set by hand as it lies on it.
    pub comparison: &'a Comparison,
    /// The event's name; a headline stands in for an empty one.
    pub event: &'a str,
    /// What of it is wanted.
    pub choice: &'a Choice,
}

/// A note of a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Note<'a> {
    /// Letter of the source that it is on, when it is on a passage.
    pub article: Option<&'a str>,
    /// The words of the passage.
    pub quote: Option<&'a str>,
    /// The note.
    pub text: &'a str,
    /// Its passage is not found exactly any more.
    pub lost: bool,
}

/// What of the comparison is wanted, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Ids of the claims that are shown now; `None`: all.
    pub claims: Option<BTreeSet<String>>,
    /// With the person's notes.
    pub notes: bool,
    /// Full sentences, not the values that differ only.
    pub sentences: bool,
    /// Language of the headings.
    pub tongue: Tongue,
}

impl Default for Choice {
    fn default() -> Choice {
        Choice { claims: None, notes: true, sentences: true, tongue: Tongue::English }
    }
}

/// Numbers of claims by kind, as the window's legend has them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub same: usize,
    pub reworded: usize,
    pub conflict: usize,
    pub check: usize,
    pub only: usize,
    /// Claims with a "not mentioned" line.
    pub gap: usize,
}

/// How much two sources have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub percent: usize,
    pub both: usize,
    pub either: usize,
    pub conflicts: usize,
}

/// A value of a difference with the sources that give it.
pub(super) struct Group<'a> {
    pub reading: &'a Reading,
    pub articles: Vec<&'a str>,
}

impl<'a> Report<'a> {
    /// Words of the report's own language.
    pub(super) fn words(&self) -> &'static Words {
        self.choice.tongue.words()
    }

    /// The event's name.
    pub(super) fn title(&self) -> &'a str {
        let headline = || self.comparison.articles.iter().find_map(|article| article.title.as_deref());
        Some(self.event).filter(|name| !name.trim().is_empty()).or_else(headline).unwrap_or("Parallax")
    }

    /// The claims that are wanted.
    pub(super) fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        let wanted = self.choice.claims.as_ref();
        self.comparison.claims.iter().filter(move |claim| wanted.is_none_or(|ids| ids.contains(&claim.id)))
    }

    /// Whether claims are left away.
    pub(super) fn is_part(&self) -> bool {
        self.claims().count() < self.comparison.claims.len()
    }

    pub(super) fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.comparison.claims.iter().find(|claim| claim.id == id)
    }

    pub(super) fn article(&self, id: &str) -> Option<&'a Article> {
        self.comparison.articles.iter().find(|article| article.id == id)
    }

    /// Outlet, else the file's name.
    pub(super) fn name<'b>(&self, article: &'b Article) -> &'b str {
        article.outlet.as_deref().filter(|outlet| !outlet.is_empty()).unwrap_or(&article.file)
    }

    /// The statements by which an article makes a claim; `None`: it does not.
    pub(super) fn members<'b>(&self, claim: &Claim, article: &'b Article) -> Option<Vec<&'b Statement>> {
        let members = claim.members.get(&article.id).filter(|members| !members.is_empty())?;
        Some(members.iter().filter_map(|&at| article.statements.get(at as usize)).collect())
    }

    /// The differences of a claim.
    pub(super) fn differences(&self, claim: &str) -> impl Iterator<Item = &'a Difference> {
        self.comparison.differences.iter().filter(move |difference| difference.claim == claim)
    }

    /// What a reader should see of them, conflicts first: of the claims that are wanted.
    pub(super) fn disagreements(&self) -> Vec<(&'a Claim, &'a Difference)> {
        let of = |verdict: Verdict| {
            self.claims().flat_map(move |claim| {
                self.differences(&claim.id).filter(move |d| d.verdict == verdict).map(move |d| (claim, d))
            })
        };
        of(Verdict::Conflict).chain(of(Verdict::Check)).chain(of(Verdict::Update)).collect()
    }

    /// The readings of a claim's differences in one article, each stretch once.
    pub(super) fn readings(&self, claim: &Claim, article: &Article) -> Vec<&'a Reading> {
        let mut readings: Vec<&Reading> = self
            .differences(&claim.id)
            .filter(|d| !matches!(d.verdict, Verdict::Equivalent | Verdict::Note))
            .flat_map(|d| &d.readings)
            .filter(|reading| reading.article == article.id)
            .collect();
        readings.sort_by_key(|reading| (reading.statement, reading.start, reading.end));
        readings.dedup_by_key(|reading| (reading.statement, reading.start, reading.end));
        readings
    }

    /// The values of a difference, each with its sources, in the order of the sources.
    pub(super) fn groups<'b>(&self, difference: &'b Difference) -> Vec<Group<'b>> {
        let mut groups: Vec<Group<'b>> = Vec::new();
        for article in &self.comparison.articles {
            for reading in difference.readings.iter().filter(|reading| reading.article == article.id) {
                match groups.iter_mut().find(|group| group.reading.normal == reading.normal) {
                    Some(group) if group.articles.contains(&reading.article.as_str()) => {}
                    Some(group) => group.articles.push(&reading.article),
                    None => groups.push(Group { reading, articles: vec![&reading.article] }),
                }
            }
        }
        groups
    }

    pub(super) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for claim in self.claims() {
            match claim.kind {
                ClaimKind::Same => counts.same += 1,
                ClaimKind::Reworded => counts.reworded += 1,
                ClaimKind::Conflict => counts.conflict += 1,
                ClaimKind::Check => counts.check += 1,
                ClaimKind::Only => counts.only += 1,
            }
            counts.gap += usize::from(!claim.gaps.is_empty());
        }
        counts
    }

    pub(super) fn share(&self, a: &str, b: &str) -> Share {
        let makes = |claim: &Claim, id: &str| claim.members.contains_key(id);
        let claims = &self.comparison.claims;
        let both = claims.iter().filter(|claim| makes(claim, a) && makes(claim, b)).count();
        let either = claims.iter().filter(|claim| makes(claim, a) || makes(claim, b)).count();
        let pairs = claims.iter().flat_map(|claim| &claim.pairs).filter(|pair| pair.kind == ClaimKind::Conflict);
        let conflicts = pairs.filter(|pair| (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a)).count();
        let percent = (200 * both + either).checked_div(2 * either).unwrap_or(0);
        Share { percent, both, either, conflicts }
    }

    /// Claims with a "not mentioned" line in an article that at least half of the others make, most widely made first.
    pub(super) fn unmentioned(&self, article: &str) -> Vec<(&'a Claim, usize)> {
        let others = self.comparison.articles.len().saturating_sub(1);
        let mut found: Vec<_> = self
            .claims()
            .filter(|claim| claim.gaps.iter().any(|gap| gap.article == article))
            .map(|claim| (claim, claim.members.len()))
            .filter(|(_, makers)| 2 * makers >= others)
            .collect();
        found.sort_by_key(|(_, makers)| std::cmp::Reverse(*makers));
        found
    }

    /// In how many places a person changed links or marks of conflict.
    pub(super) fn changed(&self) -> u32 {
        let by_hand = &self.comparison.by_hand;
        by_hand.changes + by_hand.claims.iter().filter(|claim| claim.conflict.is_some()).count() as u32
    }

    /// What a person set on a claim.
    pub(super) fn by_hand(&self, claim: &str) -> Option<&'a ClaimByHand> {
        self.comparison.by_hand.claims.iter().find(|set| set.claim == claim)
    }

    pub(super) fn is_checked(&self, claim: &str) -> bool {
        self.by_hand(claim).is_some_and(|set| set.checked)
    }

    /// Names of a claim's tags.
    pub(super) fn tags(&self, claim: &str) -> Vec<&'a str> {
        let numbers = self.by_hand(claim).map(|set| set.tags.as_slice()).unwrap_or_default();
        let name = |id: &u32| self.comparison.by_hand.tags.iter().find(|tag| tag.id == *id);
        numbers.iter().filter_map(name).map(|tag| tag.name.as_str()).collect()
    }

    /// The note on a claim, when notes are wanted.
    pub(super) fn note(&self, claim: &str) -> Option<&'a str> {
        self.by_hand(claim)?.note.as_deref().filter(|_| self.choice.notes)
    }

    /// The notes on passages, when notes are wanted; those whose passage is not found any more come last.
    pub(super) fn notes(&self) -> Vec<Note<'a>> {
        if !self.choice.notes {
            return Vec::new();
        }
        let by_hand = &self.comparison.by_hand;
        let here = by_hand.passages.iter().filter_map(|set| {
            let (article, quote) = (Some(set.at.article.as_str()), Some(set.shown.as_str()));
            set.note.as_deref().map(|text| Note { article, quote, text, lost: false })
        });
        // Of a claim that is still there the note stands with the claim.
        let lost = by_hand.lost.iter().flat_map(|lost| {
            let (article, quote) = (lost.article.as_deref(), Some(lost.quote.as_str()));
            let texts =
                lost.things.iter().filter(|thing| thing.claim.is_none()).filter_map(|thing| thing.text.as_deref());
            texts.map(move |text| Note { article, quote, text, lost: true })
        });
        here.chain(lost).collect()
    }

    /// An address that is safe to follow; a page may claim any.
    pub(super) fn address<'b>(&self, article: &'b Article) -> Option<&'b str> {
        let address = article.canonical.as_deref()?;
        let web = address.starts_with("https://") || address.starts_with("http://");
        (web && !address.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(address)
    }
}
