//! Chains the stages: accounts in, one [`Comparison`] out.
//!
//! Accounts are first put into an order made from their own text ("canonical"), so that the order in which files were
//! given cannot change a result; letters and the given order come back when the model is built.
mod account;
mod alike;
mod build;
mod claims;
mod duplicates;
mod events;
mod intake;
mod kept;
mod label;
mod memory;
mod notices;
mod shown;
mod strengths;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use account::{Account, Utterance, account, account_of};
pub use alike::Asked;
pub use duplicates::{Likeness, duplicates};
pub use intake::{Candidate, Intake, intake};
pub use memory::Memory;

use rayon::prelude::*;

use crate::align::{self, Place, Scored, Testimony};
use crate::diff::{self, Finding, Grade, Stand};
use crate::facts::{Fact, Toned};
use crate::model::{Comparison, Edit, Evidence, Relation, Span, StatementRef, Verdict};
use crate::work::{self, Decision};
use kept::Kept;
use memory::Matched;
use strengths::Strengths;

/// How long the program works on one comparison before it stops and says that the result is not complete.
pub const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Most articles that are compared at once.
pub const MOST_ARTICLES: usize = 12;

/// The least strength with which two statements are judged that a person linked.
const FIRM: f32 = 0.9;

/// What a caller may choose.
#[derive(Debug, Clone)]
pub struct Options {
    /// 0 (loose) to 1 (strict): how close two statements must be to count as one claim.
    pub strictness: f32,
    /// Keep every link of 0.02 or more, not the selected ones only.
    pub all_links: bool,
    /// After so much time the work ends; what is left is not looked at, or coarsely, and the comparison is not `complete`.
    pub time_limit: Option<Duration>,
    /// A person's own dictionaries, beside those that come with the program.
    pub dictionaries: Vec<align::Dictionary>,
    /// What a person joined and parted; see [`crate::work::Work::decisions`].
    pub decisions: Vec<Decision<StatementRef>>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            strictness: 0.5,
            all_links: false,
            time_limit: Some(TIME_LIMIT),
            dictionaries: Vec::new(),
            decisions: Vec::new(),
        }
    }
}

/// A step of the work, told to the caller as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Lining up statements.
    Aligning,
    /// Comparing values and words.
    Comparing,
}

/// A source of a comparison: its letter and its account.
pub type Entry<'a> = (String, &'a Account);

/// Compares the accounts, remembering nothing; see [`Memory::compare`].
pub fn compare(
    entries: &[Entry<'_>],
    options: &Options,
    progress: &mut dyn FnMut(Step) -> ControlFlow<()>,
) -> Option<Comparison> {
    Memory::default().compare(entries, options, progress)
}

impl Memory {
    /// Compares the accounts; of pairs of articles that were compared last time, the matching and what was found of two
    /// statements is taken from memory. The result is the same as without it.
    ///
    /// `progress` hears of every step, of a long one again while it goes on; when it breaks, the work stops and `None` comes back.
    pub fn compare(
        &mut self,
        entries: &[Entry<'_>],
        options: &Options,
        progress: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Option<Comparison> {
        let deadline = options.time_limit.map(|limit| Instant::now() + limit);
        let order = canonical(entries);
        let accounts: Vec<&Account> = order.iter().map(|&i| entries[i].1).collect();

        let keys: Vec<String> = accounts.iter().map(|account| memory::key(account)).collect();
        let Matched { links: scored, testimonies, cut_short } =
            self.links(&accounts, &keys, options, deadline, &mut || progress(Step::Aligning))?;
        let line = align::line(options.strictness);
        let selected: Vec<Scored> = scored.iter().copied().filter(|link| link.strength >= line).collect();
        let sizes: Vec<usize> = accounts.iter().map(|a| a.statements.len()).collect();
        let decisions = placed(entries, &order, &options.decisions);
        let claims = work::regroup(align::claims(&sizes, &selected, deadline), &decisions);
        if progress(Step::Comparing).is_break() {
            return None;
        }
        let by_hand = ByHand::of(&decisions);
        let facts = accounts.iter().map(|a| a.statements.iter().map(|s| s.facts.as_slice()).collect()).collect();
        let tones = accounts.iter().map(|a| a.statements.iter().map(|s| s.tones.as_slice()).collect()).collect();
        let mut claims_of: Vec<Vec<Vec<usize>>> =
            sizes.iter().map(|&statements| vec![Vec::new(); statements]).collect();
        for (at, claim) in claims.iter().enumerate() {
            for &(article, statement) in claim {
                claims_of[article][statement].push(at);
            }
        }
        let mut aligned = Aligned {
            accounts,
            testimonies,
            facts,
            tones,
            line,
            deadline,
            cut_short,
            strengths: Strengths::of(&sizes, scored),
            by_hand,
            claims,
            claims_of,
            findings: Vec::new(),
            kept: self.kept(&keys),
        };
        aligned.findings = aligned.claims.par_iter().map(|claim| aligned.findings(claim)).collect();
        let comparison = build::comparison(entries, &order, &aligned, options);
        self.keep(&keys, aligned.kept);
        Some(comparison)
    }
}

/// The order that the accounts' own text makes.
fn canonical(entries: &[Entry<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&i| (&entries[i].1.text_digest, &entries[i].1.file, &entries[i].0));
    order
}

/// Decisions in canonical places; a statement that is not there (any more) is left out.
fn placed(entries: &[Entry<'_>], order: &[usize], decisions: &[Decision<StatementRef>]) -> Vec<Decision<Place>> {
    let place = |at: &StatementRef| {
        let article = order.iter().position(|&i| entries.get(i).is_some_and(|entry| entry.0 == at.article))?;
        let statements = entries.get(*order.get(article)?)?.1.statements.len();
        let statement = at.statement as usize;
        (statement < statements).then_some((article, statement))
    };
    decisions.iter().map(|decision| decision.map(&place)).collect()
}

/// What a person said of pairs of statements.
struct ByHand {
    /// Joined or parted, the earlier place first.
    pairs: BTreeMap<(Place, Place), bool>,
    /// The pairs that were linked one by one.
    linked: BTreeSet<(Place, Place)>,
}

impl ByHand {
    fn of(decisions: &[Decision<Place>]) -> ByHand {
        let pair = |decision: &Decision<Place>| match decision {
            Decision::Together(places) => match places.as_slice() {
                [a, b] => Some((*a.min(b), *a.max(b))),
                _ => None,
            },
            _ => None,
        };
        ByHand { pairs: work::pairs(decisions), linked: decisions.iter().filter_map(pair).collect() }
    }
}

/// What the stages found, in canonical order.
struct Aligned<'a> {
    accounts: Vec<&'a Account>,
    testimonies: Vec<Arc<Testimony>>,
    /// The values of every statement, by article.
    facts: Vec<Vec<&'a [Fact]>>,
    /// Reserve and negation in every statement, by article.
    tones: Vec<Vec<&'a [Toned]>>,
    /// Strength from which a link is selected.
    line: f32,
    deadline: Option<Instant>,
    /// The matching had no time for all pairs.
    cut_short: bool,
    /// Of every pair that has one.
    strengths: Strengths,
    by_hand: ByHand,
    claims: Vec<Vec<Place>>,
    /// The claims that every statement stands in, by article and statement.
    claims_of: Vec<Vec<Vec<usize>>>,
    /// By claim.
    findings: Vec<Vec<Finding>>,
    kept: Kept,
}

impl<'a> Aligned<'a> {
    fn late(&self) -> bool {
        align::late(self.deadline)
    }

    fn utterance(&self, (article, statement): Place) -> &'a Utterance {
        &self.accounts[article].statements[statement]
    }

    /// Strength of the link between two statements; 0 when there is none.
    fn strength(&self, a: Place, b: Place) -> f32 {
        self.strengths.between(a, b).unwrap_or(0.0)
    }

    /// The same for judging what two statements tell: a person who linked them has said that they tell the same.
    fn trust(&self, a: Place, b: Place) -> f32 {
        let strength = self.strength(a, b);
        if self.by_hand.pairs.get(&(a.min(b), a.max(b))) == Some(&true) { strength.max(FIRM) } else { strength }
    }

    /// Whether a link of this strength is in force: what a person says wins over the strictness.
    fn selected(&self, a: Place, b: Place, strength: f32) -> bool {
        self.by_hand.pairs.get(&(a.min(b), a.max(b))).copied().unwrap_or(strength >= self.line)
    }

    /// A person linked them: these two, or a claim with another, which the program would not have done.
    fn linked_by_hand(&self, a: Place, b: Place, strength: f32) -> bool {
        let pair = (a.min(b), a.max(b));
        self.by_hand.pairs.get(&pair) == Some(&true) && (self.by_hand.linked.contains(&pair) || strength < self.line)
    }

    fn stand(&self, place: Place) -> Stand<'_> {
        let (account, utterance) = (self.accounts[place.0], self.utterance(place));
        Stand {
            article: place.0,
            statement: place.1,
            text: &utterance.text,
            wording: &utterance.wording,
            language: account.language,
            facts: &utterance.facts,
            tones: &utterance.tones,
            speaker: utterance.attribution.speaker.as_deref(),
            spoken: (utterance.attribution.range.start, utterance.attribution.range.end),
            published: account.extract.published.as_deref(),
            article_facts: &self.facts[place.0],
            article_tones: &self.tones[place.0],
        }
    }

    /// How closely two places are aligned.
    fn grade(&self, a: Place, b: Place) -> Grade {
        Grade::of(self.trust(a, b))
    }

    /// How two places relate, the earlier first, conflicts aside; after the deadline not looked at.
    fn relation(&self, a: Place, b: Place) -> Relation {
        if self.late() {
            return Relation::Overlap;
        }
        let grade = self.grade(a, b);
        let find = || (grade, diff::relation(&self.stand(a), &self.stand(b), grade));
        self.kept.get((a, b), |known| &mut known.relation, |(of, _)| *of == grade, find).1
    }

    /// Nothing is looked for after the deadline.
    fn findings(&self, claim: &[Place]) -> Vec<Finding> {
        let stands: Vec<Stand<'_>> = claim.iter().map(|&place| self.stand(place)).collect();
        diff::differences(&stands, &|i, j| {
            let (a, b, grade) = (claim[i], claim[j], self.grade(claim[i], claim[j]));
            if self.late() || grade == Grade::Apart {
                return Arc::default();
            }
            let find = || (grade, Arc::new(diff::two(&stands[i], &stands[j], grade)));
            self.kept.get((a, b), |known| &mut known.told, |(of, _)| *of == grade, find).1
        })
    }

    /// The steps from the words of `a` to those of the later `b`, and whether most words differ.
    fn edits(&self, a: Place, b: Place) -> (Arc<Vec<Edit>>, bool) {
        let find = || {
            let (edits, mostly) = diff::words(&self.stand(a), &self.stand(b), self.deadline);
            (Arc::new(edits), mostly)
        };
        // Words that the deadline cut off are no edits to keep.
        self.kept.get((a, b), |known| &mut known.edits, |_| !self.late(), find)
    }

    /// Why `a` and the later `b` are matched.
    fn evidence(&self, a: Place, b: Place) -> Arc<Vec<Evidence>> {
        let (one, other) = (&self.testimonies[a.0], &self.testimonies[b.0]);
        let (text_a, text_b) = (self.utterance(a).text.as_str(), self.utterance(b).text.as_str());
        let shown = |common: align::Common| Evidence {
            kind: common.kind,
            a: Span::of(text_a, common.a),
            b: Span::of(text_b, common.b),
        };
        let find = || Arc::new(align::evidence((one, a.1), (other, b.1)).into_iter().map(shown).collect());
        self.kept.get((a, b), |known| &mut known.evidence, |_| true, find)
    }

    /// The claims that a statement stands in.
    fn claims_of(&self, place: Place) -> &[usize] {
        &self.claims_of[place.0][place.1]
    }

    /// What a claim says of two of its statements that read something otherwise: the most important verdict.
    fn verdict(&self, claim: usize, a: Place, b: Place) -> Option<Verdict> {
        if self.findings[claim].is_empty() {
            return None;
        }
        let position = |place: Place| self.claims[claim].iter().position(|member| *member == place);
        let (a, b) = (position(a)?, position(b)?);
        self.findings[claim].iter().filter(|finding| finding.parts(a, b)).map(|finding| finding.verdict).min()
    }
}
