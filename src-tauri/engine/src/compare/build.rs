//! Puts what the stages found into the model: letters for positions, UTF-16 for bytes, the order the files were given in.
use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::{Account, Aligned, Entry, Options, Utterance, claims, notices};
use crate::align::{self, Place};
use crate::diff;
use crate::facts::{Fact, Value};
use crate::model::{
    Article, ByHand, Comparison, Difference, Edit, EditKind, Evidence, Link, Mention, Reading, Relation, Ruler, SCHEMA,
    Span, Statement, StatementRef, Verdict,
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
    let notices = notices::notices(&articles, &links, complete);
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
    // Paragraphs joined by two line feeds are the article's text.
    let mut paragraph_starts = Vec::with_capacity(extract.paragraphs.len());
    let mut at = 0;
    for paragraph in &extract.paragraphs {
        paragraph_starts.push(at);
        at += paragraph.encode_utf16().count() as u32 + 2;
    }
    let rulers: Vec<Ruler<'_>> = extract.paragraphs.iter().map(|paragraph| Ruler::of(paragraph)).collect();
    let statements: Vec<Statement> = account
        .statements
        .iter()
        .enumerate()
        .map(|(index, utterance)| {
            let ruler = rulers.get(utterance.paragraph);
            let span = ruler.map_or(Span { start: 0, end: 0 }, |ruler| ruler.span(utterance.range.clone()));
            statement(index, utterance, span, paragraph_starts.get(utterance.paragraph).copied().unwrap_or(0))
        })
        .collect();
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
        words: account.statements.iter().map(|s| crate::segment::words(&s.text).len() as u32).sum(),
        shared,
        paragraphs: extract.paragraphs.clone(),
        statements,
    }
}

fn statement(index: usize, utterance: &Utterance, span: Span, offset: u32) -> Statement {
    let text = &utterance.text;
    let cut = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let ruler = Ruler::of(text);
    let mention = |fact: &Fact| Mention {
        kind: fact.kind,
        span: ruler.span(fact.range.clone()),
        shown: cut(&fact.range),
        normal: fact.normal(),
        name: if let Value::Name(name) = &fact.value { Some(name.entity.kind) } else { None },
        speaker: if let Value::Quote(quote) = &fact.value { quote.speaker.clone() } else { None },
    };
    Statement {
        index: index as u32,
        paragraph: utterance.paragraph as u32,
        start: offset + span.start,
        end: offset + span.end,
        text: text.clone(),
        role: utterance.role,
        speaker: utterance.attribution.speaker.clone(),
        voice: utterance.attribution.voice,
        mentions: utterance.facts.iter().map(mention).collect(),
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
    let found = aligned.strengths.iter().map(|(pair, strength)| (*pair, *strength));
    // What a person joined is a link even where the program saw no likeness.
    let joined = aligned.by_hand.pairs.iter().filter(|((a, b), joined)| **joined && a.0 != b.0);
    let added = joined.filter(|(pair, _)| !aligned.strengths.contains_key(pair)).map(|(pair, _)| (*pair, 0.0));
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
    let (stand_a, stand_b) = (aligned.stand(a), aligned.stand(b));
    // The edit script is made in canonical order and then turned: the other direction may be cut otherwise.
    let (mut edits, mostly_different) = if selected && stand_a.language == stand_b.language {
        let (edits, mostly) = diff::words(&stand_a, &stand_b, aligned.deadline);
        (Some(edits), mostly)
    } else {
        (None, false)
    };
    let swapped = letters.rank(b) < letters.rank(a);
    if swapped {
        edits = edits.map(|steps| steps.into_iter().map(turned).collect());
    }
    let in_conflict = selected
        && aligned.claims_of(a).iter().any(|&claim| {
            aligned.claims_of(b).contains(&claim) && aligned.verdict(claim, a, b) == Some(Verdict::Conflict)
        });
    let relation = if in_conflict { Relation::Conflict } else { aligned.relation(a, b) };
    let (first, second) = if swapped { (b, a) } else { (a, b) };
    let evidence = if selected && !aligned.late() { evidence(aligned, first, second) } else { Vec::new() };
    let refer = |place: Place| StatementRef { article: letters.of(place).to_owned(), statement: place.1 as u32 };
    let by_hand = aligned.linked_by_hand(a, b, strength);
    Link { a: refer(first), b: refer(second), strength, relation, selected, by_hand, edits, evidence, mostly_different }
}

/// Found in canonical order and then turned, like the edits.
fn evidence(aligned: &Aligned<'_>, first: Place, second: Place) -> Vec<Evidence> {
    let told = |place: Place| (aligned.testimonies[place.0].as_ref(), place.1);
    let text = |place: Place| aligned.utterance(place).text.as_str();
    let (a, b) = (first.min(second), first.max(second));
    let common = align::evidence(told(a), told(b)).into_iter().map(|common| {
        let (a, b) = (Span::of(text(a), common.a), Span::of(text(b), common.b));
        let (a, b) = if first < second { (a, b) } else { (b, a) };
        Evidence { kind: common.kind, a, b }
    });
    common.collect()
}

fn turned(edit: Edit) -> Edit {
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
