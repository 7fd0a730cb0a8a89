//! `parallax-cli compare --events`: many events in one run, one line of JSON each (docs/batch.md).
//!
//! An event is read, compared, written and forgotten, so memory does not grow with their number. What fails is a line that
//! says so. With `--output` a run that was stopped goes on where it stopped.
mod event;
mod line;
mod progress;
mod written;

use std::collections::HashSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use parallax_engine::compare::{Options, compare};
use parallax_reader::{Ask, Reader};

use crate::args::{self, CompareArgs, CompareFormat};
use crate::{compare as single, dictionary};
use event::{Event, Events};
use progress::Progress;

/// What all jobs share.
struct Shared<'a> {
    events: Mutex<Events>,
    known: HashSet<String>,
    out: Mutex<Box<dyn Write + Send>>,
    progress: Progress,
    failed: AtomicUsize,
    args: &'a CompareArgs,
    options: Options,
    reader: Reader,
    ask: Ask,
}

/// Compares every event of `path`.
///
/// # Errors
/// A message when the events cannot be found, or the results cannot be written; an event that fails is none.
pub fn run(path: &Path, args: &CompareArgs) -> Result<ExitCode, String> {
    if !matches!(args.result.format, CompareFormat::Json) {
        return Err("with --events every event is a line of JSON: leave --format away".into());
    }
    let (known, out) = written::open(args.result.output.as_deref(), args.batch.retry)?;
    let events = Events::of(path)?;
    let shared = Shared {
        progress: Progress::new(events.total(), known.len()),
        events: Mutex::new(events),
        known,
        out: Mutex::new(out),
        failed: AtomicUsize::new(0),
        options: Options {
            strictness: args.strictness,
            all_links: args.all_links,
            time_limit: Some(Duration::from_secs(args.time_limit)),
            dictionaries: dictionary::read(&args.dictionary)?,
            ..Options::default()
        },
        reader: Reader::new(),
        ask: args.choice.ask(),
        args,
    };
    let jobs = args.batch.jobs.map_or_else(|| thread::available_parallelism().map_or(2, usize::from), usize::from);
    let done: Vec<Result<(), String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(|| work(&shared))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err("a job broke down".into()))).collect()
    });
    done.into_iter().collect::<Result<(), String>>()?;
    let failed = shared.failed.load(Ordering::Relaxed);
    let compared = shared.progress.finish(failed);
    Ok(ExitCode::from(u8::from(compared == failed && failed > 0)))
}

/// One job: takes events until there are none.
fn work(shared: &Shared<'_>) -> Result<(), String> {
    loop {
        let Some(event) = held(&shared.events).next() else { return Ok(()) };
        let event = match event {
            Ok(event) if shared.known.contains(&event.id) => continue,
            event => event,
        };
        let (id, result) = match event {
            Ok(event) => (event.id.clone(), compared(shared, &event)),
            Err((id, message)) => (id, Err(message)),
        };
        let failed = result.is_err();
        let line = result.unwrap_or_else(|message| line::failed(&id, &message));
        {
            let mut out = held(&shared.out);
            // One write a line: a run that is stopped leaves whole lines, and at most the last one torn.
            out.write_all(line.as_bytes())
                .and_then(|()| out.flush())
                .map_err(|e| format!("the results cannot be written: {e}"))?;
        }
        let failed = shared.failed.fetch_add(usize::from(failed), Ordering::Relaxed) + usize::from(failed);
        shared.progress.step(failed);
    }
}

/// The line of one event.
fn compared(shared: &Shared<'_>, event: &Event) -> Result<String, String> {
    let language = args::language(shared.args.language.as_deref());
    let read =
        event.articles.iter().map(|article| (article.name(), article.read(&shared.reader, &shared.ask, language)));
    let (accounts, notices) = single::take_in(read);
    if accounts.len() < 2 {
        let why: Vec<String> = notices.into_iter().map(|notice| notice.message).collect();
        let n = event.articles.len();
        return Err(format!("nothing to compare: {} of {n} articles could be read. {}", accounts.len(), why.join(" "))
            .trim()
            .into());
    }
    let entries: Vec<_> = ('A'..='Z').map(String::from).zip(accounts.iter()).collect();
    let mut comparison = compare(&entries, &shared.options, &mut |_| ControlFlow::Continue(())).ok_or("stopped")?;
    comparison.notices.splice(0..0, notices);
    if shared.args.batch.brief { line::brief(&event.id, &comparison) } else { line::whole(&event.id, &comparison) }
}

/// What is under these locks is whole after any panic: a write is one call.
fn held<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
