//! Prints how long each stage takes in process, in milliseconds (medians), for `scripts/bench`.
//!
//! usage: stages RUNS FILE...    (prints lines "name, tab, median, tab, least, tab, most")
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::ops::ControlFlow;
use std::time::Instant;

use parallax_engine::compare::{Account, Entry, Memory, Options, account};
use parallax_engine::open;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let runs: usize = arguments.next().and_then(|n| n.parse().ok()).expect("usage: stages RUNS FILE...");
    let sources: Vec<_> = arguments.map(|path| open::read(path.as_ref()).expect("a readable file")).collect();
    let read = || sources.iter().map(|source| account(source, None).unwrap()).collect::<Vec<Account>>();
    row("read", &times(runs, || (), |()| drop(read())));
    let accounts = read();
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
    row("compare", &times(runs, Memory::default, |mut memory| compare(&mut memory, &entries, 0.5)));
    let before = &entries[..entries.len() - 1];
    row("add one article", &times(runs, || known(before), |mut memory| compare(&mut memory, &entries, 0.5)));
    row("move the strictness", &times(runs, || known(&entries), |mut memory| compare(&mut memory, &entries, 0.6)));
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
    println!("{name}\t{:.1}\t{:.1}\t{:.1}", at(times.len() / 2), at(0), at(times.len().saturating_sub(1)));
}
