//! How long reading takes: `reading RUNS FILE…` prints a line a file, and one for all of them at once: the median of the
//! runs in milliseconds in this process, with a child that is started for it, and with one that waits already.
//!
//! scripts/bench reads these lines; the parts are separated by tabs.
use std::path::{Path, PathBuf};
use std::time::Instant;

use parallax_engine::model::Source;
use parallax_engine::open;
use parallax_reader::{Ask, Reader, article};

fn main() {
    // The children are this very program.
    if parallax_reader::serve() {
        return;
    }
    let mut arguments = std::env::args().skip(1);
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(20);
    let files: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let sources: Vec<Source> = files.iter().filter_map(|file| open::read(file).ok()).collect();
    let (cold, warm) = (Reader::new(), Reader::new().with_spares(1));
    println!("file\tin process\twith a child\twith a waiting child");
    for source in &sources {
        let here = median(runs, || (), || drop(article(source, &Ask::default())));
        let child = median(runs, || (), || drop(cold.article(source, &Ask::default())));
        let waiting = median(runs, || settle(&warm), || drop(warm.article(source, &Ask::default())));
        println!("{}\t{here:.2}\t{child:.2}\t{waiting:.2}", source.file);
    }
    let all = |reader: &Reader| {
        std::thread::scope(|scope| {
            for file in &files {
                scope.spawn(move || drop(reader.read(file, &Ask::default(), None)));
            }
        });
    };
    let here = median(runs, || (), || files.iter().for_each(|file| alone(file)));
    println!("all {} files\t{here:.2}\t{:.2}\t", files.len(), median(runs, || (), || all(&cold)));
}

fn alone(file: &Path) {
    let Ok(source) = open::read(file) else { return };
    let _ = article(&source, &Ask::default())
        .and_then(|extract| parallax_engine::compare::account_of(&source, extract, None));
}

/// Starts the waiting child and gives it the time that a person needs to let go of a file.
fn settle(reader: &Reader) {
    reader.warm();
    std::thread::sleep(std::time::Duration::from_millis(60));
}

fn median(runs: usize, mut before: impl FnMut(), mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs.max(1))
        .map(|_| {
            before();
            let begun = Instant::now();
            work();
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
