//! Prints how long each stage takes in process, in milliseconds (medians), for `scripts/bench`.
//!
//! usage: stages RUNS FILE...    (prints lines "name, tab, median, tab, least, tab, most")
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::Instant;

use parallax_engine::align::{self, Crowd, Sheet, Telling, Testimony, Witness};
use parallax_engine::compare::{Account, Entry, Memory, Options, Utterance, account};
use parallax_engine::diff::{self, Stand};
use parallax_engine::model::Role;
use parallax_engine::{export, extract, facts, open, segment};
use rayon::prelude::*;

/// Of more articles only the whole comparison is timed: each step is measured after a comparison of its own.
const MOST_FOR_STEPS: usize = 50;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let runs: usize = arguments.next().and_then(|n| n.parse().ok()).expect("usage: stages RUNS FILE...");
    let sources: Vec<_> = arguments.map(|path| open::read(path.as_ref()).expect("a readable file")).collect();
    let read = || sources.iter().map(|source| account(source, None).unwrap()).collect::<Vec<Account>>();
    row("read", &times(runs, || (), |()| drop(read())));
    let extracts = || sources.iter().map(|source| extract::article(source).unwrap()).collect::<Vec<_>>();
    row("extract", &times(runs, || (), |()| drop(extracts())));
    let accounts = read();
    if let [one, two, ..] = accounts.as_slice() {
        row("words", &times(runs, || (), |()| words(one, two)));
    }
    row("segment", &times(runs, || (), |()| split(&accounts)));
    row("facts", &times(runs, || (), |()| find(&accounts)));
    if accounts.len() < 2 {
        return;
    }
    let entries: Vec<Entry<'_>> = accounts.iter().enumerate().map(|(n, a)| (n.to_string(), a)).collect();
    let compare = |memory: &mut Memory, entries: &[Entry<'_>], strictness: f32| {
        let options = Options { strictness, ..Options::default() };
        memory.compare(entries, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    };
    let known = |entries: &[Entry<'_>]| {
        let mut memory = Memory::default();
        compare(&mut memory, entries, 0.5);
        memory
    };
    row("match", &times(runs, || (), |()| matching(&accounts)));
    row("compare", &times(runs, Memory::default, |mut memory| compare(&mut memory, &entries, 0.5)));
    if accounts.len() > MOST_FOR_STEPS {
        return;
    }
    let before = &entries[..entries.len() - 1];
    row("add one article", &times(runs, || known(before), |mut memory| compare(&mut memory, &entries, 0.5)));
    row("move the strictness", &times(runs, || known(&entries), |mut memory| compare(&mut memory, &entries, 0.6)));
    if accounts.len() <= 12 {
        exports(runs, &entries);
    }
}

/// Matches every statement with every other one: words, first look, second look.
fn matching(accounts: &[Account]) {
    let witness = |account: &Account| {
        let statements = account.statements.iter().map(|s| Telling {
            text: &s.text,
            paragraph: s.paragraph,
            headline: s.role == Role::Headline,
            facts: &s.facts,
        });
        align::testimony(&Witness { language: account.language, statements: statements.collect() }, &[])
    };
    let testimonies: Vec<Testimony> = accounts.par_iter().map(witness).collect();
    let read: Vec<&Testimony> = testimonies.iter().collect();
    let pairs = (0..read.len()).flat_map(|i| (i..read.len()).map(move |j| (i, j)));
    let crowd = Crowd::of(&read, pairs.collect());
    let sheets: Vec<_> =
        crowd.batches().into_iter().flat_map(|batch| batch.iter().copied().zip(crowd.sheets(batch, None))).collect();
    let sheets: Vec<((usize, usize), &Sheet)> = sheets.iter().map(|(two, sheet)| (*two, sheet)).collect();
    black_box(align::links(&read, &sheets));
}

/// Compares word by word what stands at the same place of two articles.
fn words(one: &Account, two: &Account) {
    for (a, b) in one.statements.iter().zip(&two.statements) {
        black_box(diff::words(&stand(one, a), &stand(two, b), None));
    }
}

/// A statement alone: only its words are asked for.
fn stand<'a>(account: &'a Account, utterance: &'a Utterance) -> Stand<'a> {
    Stand {
        article: 0,
        statement: 0,
        text: &utterance.text,
        wording: &utterance.wording,
        language: account.language,
        facts: &[],
        tones: &[],
        speaker: None,
        spoken: (0, 0),
        published: None,
        article_facts: &[],
        article_tones: &[],
    }
}

/// Splits every paragraph into sentences.
fn split(accounts: &[Account]) {
    for (account, paragraph) in accounts.iter().flat_map(|a| a.extract.paragraphs.iter().map(move |p| (a, p))) {
        black_box(segment::sentences(paragraph, account.language));
    }
}

/// Finds what the statements of every article tell.
fn find(accounts: &[Account]) {
    for account in accounts {
        let passages: Vec<_> = account.statements.iter().map(passage).collect();
        black_box(facts::read(&passages, account.language, facts::Context { published: None }));
    }
}

fn passage(statement: &Utterance) -> facts::Passage<'_> {
    let headline = statement.role == Role::Headline;
    facts::Passage { text: &statement.text, paragraph: statement.paragraph, headline }
}

fn exports(runs: usize, entries: &[Entry<'_>]) {
    let comparison =
        Memory::default().compare(entries, &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let choice = export::Choice::default();
    let report = export::Report { comparison: &comparison, event: "", choice: &choice };
    for form in [export::Form::Html, export::Form::Xlsx, export::Form::Json, export::Form::Png] {
        row(
            &format!("export {}", form.ending()),
            &times(runs.min(5), || (), |()| drop(export::write(&report, form).unwrap())),
        );
    }
}

/// Milliseconds of each run of `work`, what it is given not counted.
fn times<T>(runs: usize, prepare: impl Fn() -> T, mut work: impl FnMut(T)) -> Vec<f64> {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let given = prepare();
            let begun = Instant::now();
            work(given);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times
}

fn row(name: &str, times: &[f64]) {
    let at = |n: usize| times.get(n).copied().unwrap_or(0.0);
    println!("{name}\t{:.3}\t{:.3}\t{:.3}", at(times.len() / 2), at(0), at(times.len().saturating_sub(1)));
}
