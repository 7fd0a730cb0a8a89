//! What has been matched before, kept by the caller between comparisons: a file that is added is matched with the others
//! only, and a strictness that is moved matches nothing anew.
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::Options;
use super::account::{Account, digest};
use super::kept::{Kept, Rows};
use crate::align::{self, Crowd, Scored, Sheet, Telling, Testimony, Witness};
use crate::model::Role;

/// The part of the time in which statements are matched; the rest is for comparing what matches.
const MATCHING: f32 = 0.6;
/// The second key of a witness's sheet with itself.
const OWN: &str = "";

/// What the matching gives.
pub(super) struct Matched {
    /// The strength of every pair of statements that is worth one.
    pub links: Arc<Vec<Scored>>,
    /// Of every account.
    pub testimonies: Vec<Arc<Testimony>>,
    /// There was no time for all pairs.
    pub cut_short: bool,
}

/// Testimonies, sheets and what was found of two statements, of the accounts compared last. Starts empty.
#[derive(Debug, Default)]
pub struct Memory {
    testimonies: HashMap<String, Arc<Testimony>>,
    sheets: HashMap<(String, String), Sheet>,
    /// The links of these accounts, in this order, where the matching had time for all.
    links: Option<(Vec<String>, Arc<Vec<Scored>>)>,
    known: HashMap<(String, String), Rows>,
    /// The dictionaries that all of it was read with.
    dictionaries: Vec<align::Dictionary>,
}

impl Memory {
    /// Matches the accounts; what is not of them is forgotten. After the matching's part of the time, pairs are left out.
    /// `None` when `go_on` breaks.
    pub(super) fn links(
        &mut self,
        accounts: &[&Account],
        keys: &[String],
        options: &Options,
        deadline: Option<Instant>,
        go_on: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Option<Matched> {
        let now = Instant::now();
        let deadline = deadline.map(|end| now + end.saturating_duration_since(now).mul_f32(MATCHING));
        if self.dictionaries != options.dictionaries {
            *self = Memory { dictionaries: options.dictionaries.clone(), ..Memory::default() };
        }
        let here: HashSet<&String> = keys.iter().collect();
        self.testimonies.retain(|key, _| here.contains(key));
        self.sheets.retain(|(a, b), _| here.contains(a) && (b == OWN || here.contains(b)));
        let kept: Vec<Option<Arc<Testimony>>> = keys.iter().map(|key| self.testimonies.get(key).cloned()).collect();
        let make =
            |(kept, account): (Option<Arc<Testimony>>, &&Account)| kept.unwrap_or_else(|| read(account, options));
        let testimonies: Vec<Arc<Testimony>> = kept.into_par_iter().zip(accounts).map(make).collect();
        self.testimonies.extend(keys.iter().cloned().zip(testimonies.iter().cloned()));
        if let Some((_, links)) = self.links.as_ref().filter(|(of, _)| of.as_slice() == keys) {
            return Some(Matched { links: links.clone(), testimonies, cut_short: false });
        }
        let read: Vec<&Testimony> = testimonies.iter().map(AsRef::as_ref).collect();
        let pairs: Vec<(usize, usize)> = (0..read.len()).flat_map(|i| (i..read.len()).map(move |j| (i, j))).collect();
        let key = |(i, j): (usize, usize)| (keys[i].clone(), if i == j { OWN.to_owned() } else { keys[j].clone() });
        let crowd =
            Crowd::of(&read, pairs.iter().copied().filter(|two| !self.sheets.contains_key(&key(*two))).collect());
        let mut cut_short: HashMap<(usize, usize), Sheet> = HashMap::new();
        for batch in crowd.batches() {
            if go_on().is_break() {
                return None;
            }
            for (&two, sheet) in batch.iter().zip(crowd.sheets(batch, deadline)) {
                if sheet.cut_short {
                    cut_short.insert(two, sheet);
                } else {
                    self.sheets.insert(key(two), sheet);
                }
            }
        }
        let sheet = |two: &(usize, usize)| {
            let sheet = cut_short.get(two).or_else(|| self.sheets.get(&key(*two)))?;
            Some((*two, sheet))
        };
        let sheets: Vec<((usize, usize), &Sheet)> = pairs.iter().filter_map(sheet).collect();
        let links = Arc::new(align::links(&read, &sheets));
        let cut_short = !cut_short.is_empty();
        self.links = (!cut_short).then(|| (keys.to_vec(), links.clone()));
        Some(Matched { links, testimonies, cut_short })
    }

    /// What is known of the statements of these articles; the rest is forgotten. [`Memory::keep`] takes it back.
    pub(super) fn kept(&mut self, keys: &[String]) -> Kept {
        let mut known = std::mem::take(&mut self.known);
        let pairs = (0..keys.len()).flat_map(|i| (i + 1..keys.len()).map(move |j| (i, j)));
        Kept::of(pairs.map(|(i, j)| ((i, j), known.remove(&(keys[i].clone(), keys[j].clone())).unwrap_or_default())))
    }

    /// Keeps what is known for the next comparison.
    pub(super) fn keep(&mut self, keys: &[String], kept: Kept) {
        self.known = kept.into_rows().map(|((i, j), rows)| ((keys[i].clone(), keys[j].clone()), rows)).collect();
    }

    /// What an account says, ready for matching; kept from the last comparison, or made now.
    pub(super) fn testimony(&self, account: &Account, options: &Options) -> Arc<Testimony> {
        let kept = self.testimonies.get(&key(account)).filter(|_| self.dictionaries == options.dictionaries);
        kept.cloned().unwrap_or_else(|| read(account, options))
    }
}

fn read(account: &Account, options: &Options) -> Arc<Testimony> {
    Arc::new(align::testimony(&witness(account), &options.dictionaries))
}

/// Names all that a testimony, and what is found of its statements, is made of.
pub(super) fn key(account: &Account) -> String {
    let published = account.extract.published.as_deref().unwrap_or_default();
    let headline = if account.extract.headline { "headline" } else { "" };
    digest([account.text_digest.as_str(), account.language.code(), published, headline].into_iter())
}

fn witness(account: &Account) -> Witness<'_> {
    let statements = account.statements.iter().map(|s| Telling {
        text: &s.text,
        paragraph: s.paragraph,
        headline: s.role == Role::Headline,
        facts: &s.facts,
    });
    Witness { language: account.language, statements: statements.collect() }
}
