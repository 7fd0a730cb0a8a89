//! `make bench`: how large the session of these text files is with 200 notes, how long it takes to save and to open.
//! Opening is reading the file and finding the statements of all texts; the comparison follows in the background.
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use parallax_engine::compare::{Memory, Options, account};
use parallax_engine::session::{SavedReading, SavedSource, Session, SessionSettings};
use parallax_engine::work::{Change, Ground, Page, Work};
use parallax_session::disk;

const RUNS: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let mut accounts = Vec::new();
    for path in &paths {
        accounts.push(account(&parallax_engine::open::read(path)?, None)?);
    }
    let letters: Vec<String> = (b'A'..).take(accounts.len()).map(|letter| char::from(letter).to_string()).collect();
    let entries: Vec<_> = letters.iter().cloned().zip(&accounts).collect();
    let comparison = Memory::default()
        .compare(&entries, &Options::default(), &mut |_| ControlFlow::Continue(()))
        .ok_or("no comparison")?;
    let pages: Vec<Page> = (1..).zip(&comparison.articles).map(|(id, article)| Page::of_article(id, article)).collect();
    let mut work = Work::default();
    work.begin(|marks| marks.order = (1..=accounts.len() as u32).collect());
    let ground = Ground { comparison: &comparison, pages: &pages };
    let begun = Instant::now();
    for (n, claim) in comparison.claims.iter().cycle().take(200).enumerate() {
        let text =
            format!("Note {n}: the ministry was asked about this on Monday; the answer is in the folder of the event.");
        work.change(&Change::NoteClaim { claim: claim.id.clone(), text }, ground)?;
    }
    let noted = begun.elapsed();
    let source = |(n, account): (usize, &parallax_engine::compare::Account)| SavedSource {
        id: n as u32 + 1,
        letter: letters[n].chars().next(),
        file: account.file.clone(),
        path: Some(paths[n].to_string_lossy().into_owned()),
        readings: vec![SavedReading::of(account)],
        ..SavedSource::default()
    };
    let sources = accounts.iter().enumerate().map(source).collect();
    let session = Session::new("0.1.0", SessionSettings::default(), sources, work);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("event.parallax");
    let (mut saves, mut opens) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let begun = Instant::now();
        disk::save(&file, &session, None)?;
        saves.push(begun.elapsed().as_secs_f64() * 1000.0);
        let begun = Instant::now();
        let (opened, _) = disk::open(&file)?;
        for source in &opened.sources {
            for reading in &source.readings {
                reading.account(&source.file)?;
            }
        }
        opens.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let statements: usize = accounts.iter().map(|account| account.statements.len()).sum();
    let megabytes = file.metadata()?.len() as f64 / 1e6;
    println!("session, {} x {}, 200 notes: {megabytes:.2} MB", accounts.len(), statements / accounts.len().max(1));
    line("  save", saves);
    line("  open", opens);
    println!("  one note      {:8.1} ms", noted.as_secs_f64() * 1000.0 / 200.0);
    Ok(())
}

fn line(name: &str, mut ms: Vec<f64>) {
    ms.sort_by(f64::total_cmp);
    println!("{name:15} {:8.1} ms ({:.1} to {:.1})", ms[ms.len() / 2], ms[0], ms[ms.len() - 1]);
}
