//! Puts what the stages found into the model: letters for positions, UTF-16 for bytes, the order the files were given in.
use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Account, Aligned, Entry, Options, claims, events, notices};
use crate::align::Place;
use crate::diff;
use crate::model::{
    Article, ByHand, Comparison, Difference, Edit, EditKind, Evidence, Link, Reading, Relation, SCHEMA, Span,
    StatementRef, Verdict,
};

/// Letters for canonical positions.
pub(super) struct Letters<'a> {
    /// By canonical position: the position in the given order and the letter.
    pub given: Vec<(usize, &'a str)>,
}

impl Letters<'_> {
    /// The letter of a place's article.
    pub fn of(&self, place: Place) -> &str {
        self.given[place.0].1
    }

    /// A place by the given order, for sorting.
    pub fn rank(&self, place: Place) -> (usize, usize) {
        (self.given[place.0].0, place.1)
    }
}

/// The model of one comparison.
pub(super) fn comparison(
    entries: &[Entry<'_>],
    order: &[usize],
    aligned: &Aligned<'_>,
    options: &Options,
) -> Comparison {
    let letters = Letters { given: order.iter().map(|&i| (i, entries[i].0.as_str())).collect() };
    let claims = claims::claims(aligned, &letters);
    let links = links(aligned, &letters, options);
    let articles: Vec<Article> = entries
        .iter()
        .enumerate()
        .map(|(given, (letter, account))| {
            let canonical = order.iter().position(|&i| i == given).unwrap_or(given);
            article(letter, account, shared(aligned, canonical))
        })
        .collect();
    let differences =
        claims.par_iter().flat_map_iter(|(at, claim)| differences(aligned, &letters, *at, &claim.id)).collect();
    let complete = !aligned.late() && !aligned.cut_short;
    let notices = notices::notices(&articles, &links, &events::events(aligned, &letters), complete);
    Comparison {
        schema: SCHEMA,
        complete,
        strictness: options.strictness,
        articles,
        links,
        claims: claims.into_iter().map(|(_, claim)| claim).collect(),
        differences,
        notices,
        by_hand: ByHand::default(),
    }
}

fn article(letter: &str, account: &Account, shared: u32) -> Article {
    let extract = &account.extract;
    Article {
        id: letter.to_owned(),
        file: account.file.clone(),
        format: account.format,
        sha256: account.sha256.clone(),
        title: extract.title.clone(),
        byline: extract.byline.clone(),
        outlet: extract.outlet.clone(),
        published: extract.published.clone(),
        updated: extract.updated.clone(),
        section: extract.section.clone(),
        canonical: extract.canonical.clone(),
        agency: extract.agency.clone(),
        partial: extract.partial,
        language: account.language,
        words: account.words,
        shared,
        paragraphs: extract.paragraphs.clone(),
        statements: account.shown.clone(),
    }
}

/// Per cent of an article's text whose claims another article makes too.
fn shared(aligned: &Aligned<'_>, article: usize) -> u32 {
    let in_company: BTreeSet<usize> = aligned
        .claims
        .iter()
        .filter(|claim| claim.iter().any(|place| place.0 != article))
        .flat_map(|claim| claim.iter().filter(|place| place.0 == article).map(|place| place.1))
        .collect();
    let length = |at: usize| aligned.accounts[article].statements[at].text.chars().count();
    let all: usize = (0..aligned.accounts[article].statements.len()).map(length).sum();
    let shared: usize = in_company.into_iter().map(length).sum();
    (100 * shared + all / 2).checked_div(all).unwrap_or(0) as u32
}

fn links(aligned: &Aligned<'_>, letters: &Letters<'_>, options: &Options) -> Vec<Link> {
    let found = aligned.strengths.all().iter().map(|link| ((link.a, link.b), link.strength));
    // What a person joined is a link even where the program saw no likeness.
    let joined = aligned.by_hand.pairs.iter().filter(|((a, b), joined)| **joined && a.0 != b.0);
    let added = joined.filter(|((a, b), _)| aligned.strengths.between(*a, *b).is_none()).map(|(pair, _)| (*pair, 0.0));
    let wanted = |(a, b): (Place, Place), strength: f32| options.all_links || aligned.selected(a, b, strength);
    let mut places: Vec<_> = found.chain(added).filter(|(pair, s)| wanted(*pair, *s)).collect();
    places.sort_by_key(|((a, b), _)| {
        let (a, b) = (letters.rank(*a), letters.rank(*b));
        (a.min(b), a.max(b))
    });
    places.into_par_iter().map(|(pair, strength)| link(aligned, letters, pair, strength)).collect()
}

fn link(aligned: &Aligned<'_>, letters: &Letters<'_>, (a, b): (Place, Place), strength: f32) -> Link {
    let selected = aligned.selected(a, b, strength);
    // Found in canonical order and then turned: the other direction may be cut otherwise.
    let swapped = letters.rank(b) < letters.rank(a);
    let one_language = aligned.accounts[a.0].language == aligned.accounts[b.0].language;
    let (edits, mostly_different) = match (selected && one_language).then(|| aligned.edits(a, b)) {
        Some((edits, mostly)) if swapped => (Some(edits.iter().map(turned).collect()), mostly),
        Some((edits, mostly)) => (Some(edits.to_vec()), mostly),
        None => (None, false),
    };
    let in_conflict = selected
        && aligned.claims_of(a).iter().any(|&claim| {
            aligned.claims_of(b).contains(&claim) && aligned.verdict(claim, a, b) == Some(Verdict::Conflict)
        });
    let relation = if in_conflict { Relation::Conflict } else { aligned.relation(a, b) };
    let (first, second) = if swapped { (b, a) } else { (a, b) };
    let evidence = match (selected && !aligned.late()).then(|| aligned.evidence(a, b)) {
        Some(found) if swapped => found.iter().map(|e| Evidence { kind: e.kind, a: e.b, b: e.a }).collect(),
        Some(found) => found.to_vec(),
        None => Vec::new(),
    };
    let refer = |place: Place| StatementRef { article: letters.of(place).to_owned(), statement: place.1 as u32 };
    let by_hand = aligned.linked_by_hand(a, b, strength);
    Link { a: refer(first), b: refer(second), strength, relation, selected, by_hand, edits, evidence, mostly_different }
}

fn turned(edit: &Edit) -> Edit {
    let kind = match edit.kind {
        EditKind::Insert => EditKind::Delete,
        EditKind::Delete => EditKind::Insert,
        kind => kind,
    };
    Edit { kind, a: edit.b, b: edit.a }
}

fn differences(aligned: &Aligned<'_>, letters: &Letters<'_>, claim: usize, id: &str) -> Vec<Difference> {
    let reading = |told: &diff::Told| {
        let place = aligned.claims[claim][told.stand];
        let text = &aligned.utterance(place).text;
        let range = told.at.0..told.at.1;
        let span = Span::of(text, range.clone());
        let reading = Reading {
            article: letters.of(place).to_owned(),
            statement: place.1 as u32,
            start: span.start,
            end: span.end,
            shown: text.get(range).unwrap_or_default().to_owned(),
            normal: told.normal.clone(),
        };
        (letters.rank(place), reading)
    };
    let difference = |finding: &diff::Finding| {
        let mut readings: Vec<_> = finding.readings.iter().map(reading).collect();
        readings.sort();
        readings.dedup();
        let readings: Vec<Reading> = readings.into_iter().map(|(_, reading)| reading).collect();
        Difference {
            claim: id.to_owned(),
            kind: finding.kind,
            verdict: finding.verdict,
            reason: diff::sentence(&finding.reason, finding.verdict, &readings),
            why: finding.reason.clone(),
            readings,
        }
    };
    let mut differences: Vec<Difference> = aligned.findings[claim].iter().map(difference).collect();
    differences.sort_by_key(|d| (d.verdict, d.kind));
    differences
}
