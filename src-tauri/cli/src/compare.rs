//! `parallax-cli compare`: several files in, one comparison out.
use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::ProgressBar;
use parallax_engine::compare::{Account, Candidate, Options, Step, compare, intake};
use parallax_engine::model::{Notice, NoticeCode};
use parallax_engine::open::Problem;
use parallax_reader::Reader;

use crate::args::{self, CompareArgs};
use crate::{batch, dictionary, export};

/// Compares the files and prints the result.
///
/// # Errors
/// A message when fewer than two of them could be read, or the result could not be written.
pub fn run(args: &CompareArgs) -> Result<ExitCode, String> {
    if let Some(events) = &args.batch.events {
        return batch::run(events, args);
    }
    let dictionaries = dictionary::read(&args.dictionary)?;
    let bar = progress_bar();
    let (accounts, notices) = read(args, &bar);
    if accounts.len() < 2 {
        bar.finish_and_clear();
        tell(&notices);
        let read = accounts.len();
        return Err(format!("nothing to compare: {read} of {} files could be read as an article", args.files.len()));
    }
    let entries: Vec<_> = ('A'..='Z').map(String::from).zip(accounts.iter()).collect();
    let (strictness, all_links) = (args.strictness, args.all_links);
    let time_limit = Some(Duration::from_secs(args.time_limit));
    let options = Options { strictness, all_links, dictionaries, time_limit, ..Options::default() };
    let mut say = |step| {
        bar.set_message(match step {
            Step::Aligning => "lining up sentences",
            Step::Comparing => "comparing figures, names and quotes",
        });
        ControlFlow::Continue(())
    };
    let Some(mut comparison) = compare(&entries, &options, &mut say) else { return Ok(ExitCode::from(1)) };
    bar.finish_and_clear();
    comparison.notices.splice(0..0, notices);
    tell(&comparison.notices);
    export::write_out("", &comparison, &args.result, true)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads every file.
fn read(args: &CompareArgs, bar: &ProgressBar) -> (Vec<Account>, Vec<Notice>) {
    let files: Vec<PathBuf> = args.files.iter().flat_map(|path| parallax_reader::files_in(path)).collect();
    let read = read_all(args, &files, bar);
    take_in(files.iter().map(|path| file_name(path)).zip(read))
}

/// The last part of a path, for people.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The accounts that are compared; what could not be read, stands twice or is too much becomes a notice.
pub fn take_in(read: impl Iterator<Item = (String, Result<Account, Problem>)>) -> (Vec<Account>, Vec<Notice>) {
    let mut notices = Vec::new();
    let mut accounts = Vec::new();
    for (file, read) in read {
        match read {
            Ok(account) => accounts.push(account),
            Err(problem) => notices.push(notice(file, problem.code, problem.message, problem.detail)),
        }
    }
    let candidates: Vec<_> =
        accounts.iter().map(|account| Candidate { name: &account.file, account, wanted: false }).collect();
    let intakes = intake(&candidates);
    let mut kept = Vec::new();
    for (account, intake) in accounts.into_iter().zip(intakes) {
        let letter = (!intake.left_out).then(|| char::from(b'A' + kept.len().min(25) as u8).to_string());
        notices.extend(intake.notice.map(|notice| Notice { article: letter, ..notice }));
        if !intake.left_out {
            kept.push(account);
        }
    }
    (kept, notices)
}

/// Reads the files side by side; the results stand in the order of the files.
fn read_all(args: &CompareArgs, files: &[PathBuf], bar: &ProgressBar) -> Vec<Result<Account, Problem>> {
    let language = args::language(args.language.as_deref());
    let (reader, ask) = (Reader::new(), args.choice.ask());
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(2, usize::from).min(files.len());
    let work = || {
        let mut done = Vec::new();
        while let Some((at, path)) = files.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
            bar.set_message(format!("reading {}", path.display()));
            done.push((at, reader.read(path, &ask, language)));
        }
        done
    };
    let mut read: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().map(|(_, read)| read).collect()
}

fn notice(file: String, code: NoticeCode, message: String, detail: Option<String>) -> Notice {
    Notice { article: None, file: Some(file), code, message, detail }
}

fn tell(notices: &[Notice]) {
    for notice in notices {
        eprintln!("parallax-cli: {}", notice.message);
    }
}

/// Shown only on a terminal, and only when the work takes more than a second.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(Duration::from_secs(1));
    bar
}
