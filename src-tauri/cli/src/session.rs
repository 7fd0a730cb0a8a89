//! `parallax-cli export`: a saved session as a report, a table, data or a picture. Its texts are in the session file; no other
//! file is read.
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use parallax_engine::compare::{Account, Candidate, Options, compare, intake};
use parallax_engine::model::{Comparison, Notice};
use parallax_engine::session::{LARGEST, Session};
use parallax_engine::work::Page;

use crate::args::ExportArgs;
use crate::export;

/// Writes a session in the form that is asked for.
///
/// # Errors
/// A message when the session cannot be opened or holds fewer than two sources.
pub fn run(args: &ExportArgs) -> Result<ExitCode, String> {
    let session = open(&args.session)?;
    let comparison = comparison(&session)?;
    for lost in &comparison.by_hand.lost {
        eprintln!("parallax-cli: not found exactly any more: “{}”", lost.quote);
    }
    let name = session.work.marks.name.clone().unwrap_or_default();
    export::write_out(&name, &comparison, &args.result, !args.no_notes)?;
    Ok(ExitCode::SUCCESS)
}

fn open(path: &Path) -> Result<Session, String> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| format!("{}: {error}", path.display()))?;
    Session::parse(&bytes).map_err(|refusal| format!("{}: {refusal}", path.display()))
}

/// A source of the session as it is compared.
struct Used {
    source: u32,
    letter: Option<char>,
    file: String,
    wanted: bool,
    account: Account,
}

/// The comparison as the window would show it: the same sources, letters, decisions and marks.
fn comparison(session: &Session) -> Result<Comparison, String> {
    let mut notices = Vec::new();
    let all: Vec<Used> = session.work.marks.order.iter().filter_map(|id| used(session, *id, &mut notices)).collect();
    let candidates: Vec<_> =
        all.iter().map(|used| Candidate { name: &used.file, account: &used.account, wanted: used.wanted }).collect();
    let mut kept: Vec<Used> = Vec::new();
    let intakes = intake(&candidates);
    for (used, intake) in all.into_iter().zip(intakes) {
        notices.extend(intake.notice);
        if !intake.left_out {
            kept.push(used);
        }
    }
    letters(&mut kept);
    let letter = |used: &Used| used.letter.map(String::from).unwrap_or_default();
    let pages: Vec<Page> =
        kept.iter().map(|used| Page::of_account(used.source, &letter(used), &used.account)).collect();
    let strictness = session.settings.strictness;
    let options = Options { strictness, decisions: session.work.decisions(&pages), ..Options::default() };
    let entries: Vec<_> = kept.iter().map(|used| (letter(used), &used.account)).collect();
    if entries.len() < 2 {
        return Err("the session holds fewer than two sources that can be compared".into());
    }
    let compared = compare(&entries, &options, &mut |_| ControlFlow::Continue(()));
    let mut comparison = compared.ok_or("the comparison was stopped")?;
    let pages = pages_of(&comparison, &kept);
    session.work.lay_on(&mut comparison, &pages);
    comparison.notices.splice(0..0, notices);
    Ok(comparison)
}

fn pages_of(comparison: &Comparison, kept: &[Used]) -> Vec<Page> {
    let source = |id: &str| kept.iter().find(|used| used.letter.is_some_and(|l| id == l.to_string()));
    comparison.articles.iter().filter_map(|a| Some(Page::of_article(source(&a.id)?.source, a))).collect()
}

/// A source with its corrections; what has no text is a notice.
fn used(session: &Session, id: u32, notices: &mut Vec<Notice>) -> Option<Used> {
    let source = session.sources.iter().find(|source| source.id == id)?;
    let marks = session.work.marks.source(id);
    let reading = source.readings.get(marks.reading as usize).or(source.readings.last())?;
    match reading.account(&source.file) {
        Ok(read) => {
            let account = read.corrected(&marks.corrections).unwrap_or(read);
            Some(Used { source: id, letter: source.letter, file: source.file.clone(), wanted: marks.wanted, account })
        }
        Err(problem) => {
            let (code, message, detail) = (problem.code, problem.message, problem.detail);
            notices.push(Notice { article: None, file: Some(source.file.clone()), code, message, detail });
            None
        }
    }
}

/// Every source has a letter of its own: the one it had, else the first that is free.
fn letters(kept: &mut [Used]) {
    let mut taken: Vec<char> = Vec::new();
    for used in kept.iter_mut() {
        used.letter = used.letter.filter(|letter| letter.is_ascii_uppercase() && !taken.contains(letter));
        taken.extend(used.letter);
    }
    for used in kept.iter_mut().filter(|used| used.letter.is_none()) {
        used.letter = ('A'..='Z').find(|letter| !taken.contains(letter));
        taken.extend(used.letter);
    }
}
