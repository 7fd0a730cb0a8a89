//! From groups of places to the claims a reader sees: name, kind, ribbons, gaps.
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::build::Letters;
use super::{Account, Aligned, account, label};
use crate::align::Place;
use crate::model::{Claim, ClaimKind, Gap, Language, PairReading, Relation, Verdict};

/// The claims in the order of their first appearance, each with its position in `aligned.claims`.
pub(super) fn claims(aligned: &Aligned<'_>, letters: &Letters<'_>) -> Vec<(usize, Claim)> {
    let mut order: Vec<usize> = (0..aligned.claims.len()).collect();
    let appearance = |claim: &usize| {
        let mut ranks: Vec<_> = aligned.claims[*claim].iter().map(|&place| letters.rank(place)).collect();
        ranks.sort_unstable();
        ranks
    };
    order.sort_by_cached_key(appearance);
    let company = Company::of(aligned);
    order.into_par_iter().map(|at| (at, claim(aligned, &company, letters, at))).collect()
}

fn claim(aligned: &Aligned<'_>, company: &Company, letters: &Letters<'_>, at: usize) -> Claim {
    let places = &aligned.claims[at];
    let mut members: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for &place in places {
        members.entry(letters.of(place).to_owned()).or_default().push(place.1 as u32);
    }
    for statements in members.values_mut() {
        statements.sort_unstable();
    }
    let mut articles: Vec<_> = (0..aligned.accounts.len()).map(|c| (letters.given[c], c)).collect();
    articles.sort_unstable();
    let missing: Vec<_> = articles.iter().filter(|(_, article)| !company.mentions(places, *article)).collect();
    let pairs = pairs(aligned, letters, at);
    let kind = match pairs.iter().map(|pair| pair.kind).min() {
        None => ClaimKind::Only,
        Some(kind) => kind,
    };
    Claim {
        id: id(aligned, places),
        label: name(aligned, places),
        kind,
        gaps: if members.len() < 2 {
            Vec::new()
        } else {
            missing.iter().map(|((_, letter), c)| gap(company, letter, *c, places)).collect()
        },
        missing: missing.iter().map(|((_, letter), _)| (*letter).to_owned()).collect(),
        members,
        pairs,
    }
}

/// Named in the language of most of the sources, when a member is in it, so that the names of an event read alike.
fn name(aligned: &Aligned<'_>, places: &[Place]) -> String {
    let mut spoken: BTreeMap<Language, usize> = BTreeMap::new();
    for account in &aligned.accounts {
        *spoken.entry(account.language).or_default() += 1;
    }
    let most =
        spoken.into_iter().max_by_key(|&(language, n)| (n, std::cmp::Reverse(language))).map(|(language, _)| language);
    let in_most = |place: &&Place| Some(aligned.accounts[place.0].language) == most;
    let texts = |place: &Place| aligned.utterance(*place).text.as_str();
    if places.iter().any(|place| in_most(&place)) {
        label::label(places.iter().filter(in_most).map(texts))
    } else {
        label::label(places.iter().map(texts))
    }
}

/// Made of the members' texts and positions, so that it stays when files are added or given in another order.
fn id(aligned: &Aligned<'_>, places: &[Place]) -> String {
    let mut parts: Vec<String> = places
        .iter()
        .map(|&(article, statement)| format!("{}:{statement}", aligned.accounts[article].text_digest))
        .collect();
    parts.sort_unstable();
    let mut digest = account::digest(parts.iter().map(String::as_str));
    digest.truncate(12);
    digest
}

fn pairs(aligned: &Aligned<'_>, letters: &Letters<'_>, at: usize) -> Vec<PairReading> {
    let mut by_article: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
    for &place in &aligned.claims[at] {
        by_article.entry((letters.given[place.0].0, place.0)).or_default().push(place);
    }
    let sides: Vec<_> = by_article.into_values().collect();
    let mut pairs = Vec::new();
    for (i, a) in sides.iter().enumerate() {
        for b in &sides[i + 1..] {
            pairs.push(pair(aligned, letters, at, a, b));
        }
    }
    pairs
}

fn pair(aligned: &Aligned<'_>, letters: &Letters<'_>, at: usize, a: &[Place], b: &[Place]) -> PairReading {
    let both = || a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
    let verdicts: BTreeSet<Verdict> = both().filter_map(|(x, y)| aligned.verdict(at, x, y)).collect();
    let strongest = both()
        .map(|(x, y)| (aligned.strength(x, y), x, y))
        .max_by(|l, r| l.0.total_cmp(&r.0).then_with(|| (r.1, r.2).cmp(&(l.1, l.2))));
    let (strength, relation) = strongest.map_or((0.0, Relation::Overlap), |(strength, x, y)| {
        // Canonical order, so that a turned pair is judged alike.
        let (x, y) = (x.min(y), x.max(y));
        (strength, aligned.relation(x, y))
    });
    let (kind, relation) = if verdicts.contains(&Verdict::Conflict) {
        (ClaimKind::Conflict, Relation::Conflict)
    } else if verdicts.contains(&Verdict::Check) {
        (ClaimKind::Check, relation)
    } else if relation == Relation::Same && a.len() == b.len() {
        (ClaimKind::Same, relation)
    } else {
        (ClaimKind::Reworded, relation)
    };
    let letter = |side: &[Place]| side.first().map(|&place| letters.of(place).to_owned()).unwrap_or_default();
    let by_hand = both().any(|(x, y)| aligned.linked_by_hand(x, y, aligned.strength(x, y)));
    PairReading { a: letter(a), b: letter(b), kind, strength, relation, by_hand }
}

/// Who shares claims with whom.
struct Company {
    /// By article and statement: for every article, the last of its statements that stands in a claim with it.
    last: Vec<Vec<Vec<Option<u32>>>>,
}

impl Company {
    fn of(aligned: &Aligned<'_>) -> Company {
        let articles = aligned.accounts.len();
        let alone = |account: &&Account| vec![vec![None; articles]; account.statements.len()];
        let mut last: Vec<Vec<Vec<Option<u32>>>> = aligned.accounts.iter().map(alone).collect();
        for claim in &aligned.claims {
            for &(article, statement) in claim {
                for &(other, at) in claim {
                    let known = &mut last[article][statement][other];
                    *known = (*known).max(Some(at as u32));
                }
            }
        }
        Company { last }
    }

    /// The last statement of `article` that stands in a claim with `place`.
    fn counterpart(&self, place: Place, article: usize) -> Option<u32> {
        self.last[place.0][place.1][article]
    }

    /// Whether an article makes the claim of these places: by a member, or by a statement that shares another claim with a
    /// member. The second is no member of this one, but "not mentioned" would be wrong.
    fn mentions(&self, places: &[Place], article: usize) -> bool {
        places.iter().any(|&place| self.counterpart(place, article).is_some())
    }
}

/// Where `article` would have made the claim: after the last of its statements that shares a claim with what comes
/// before a member in another article. The first article that tells (in canonical order) decides.
fn gap(company: &Company, letter: &str, article: usize, places: &[Place]) -> Gap {
    let mut members = places.to_vec();
    members.sort_unstable();
    let after = members.iter().find_map(|&(other, statement)| {
        (0..statement).rev().find_map(|before| company.counterpart((other, before), article))
    });
    Gap { article: letter.to_owned(), after }
}
