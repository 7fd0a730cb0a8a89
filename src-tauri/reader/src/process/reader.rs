//! The program's side: starts a child for a file, waits as long as is right, and understands how it ended.
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use parallax_engine::compare::{Account, account_of};
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Format, Language, NoticeCode, Source};
use parallax_engine::open;

use super::slots::Slots;
use super::spares::{self, Spares};
use super::{Task, limits};
use crate::{Ask, Problem};

/// Reads article files; made once and shared by all threads.
#[derive(Debug)]
pub struct Reader {
    program: PathBuf,
    slots: Slots,
    spares: Spares,
}

impl Reader {
    /// A reader whose children are this very program, which calls [`crate::serve`] first of all.
    pub fn new() -> Reader {
        // The file may be replaced by an update while the program runs; this name still leads to what was started.
        let own = PathBuf::from("/proc/self/exe");
        Reader::of(if own.exists() { own } else { std::env::current_exe().unwrap_or_default() })
    }

    /// A reader whose children are another program that calls [`crate::serve`]: tests are not the program themselves.
    pub fn of(program: PathBuf) -> Reader {
        let slots = Slots::new(thread::available_parallelism().map_or(2, usize::from));
        Reader { program, slots, spares: Spares::default() }
    }

    /// Keeps `count` children that are started and wait for a file: the window's program takes longer to load than most
    /// files to read. They are started by [`Reader::warm`].
    pub fn with_spares(mut self, count: usize) -> Reader {
        self.spares = Spares::of(count);
        self
    }

    /// Starts the spare children that are missing; returns at once. To be called when files are about to come.
    pub fn warm(&self) {
        self.spares.fill(&self.program);
    }

    /// Opens and reads a file to its account of the event.
    ///
    /// # Errors
    /// A [`Problem`] that names the file and says what to do.
    pub fn read(&self, path: &Path, ask: &Ask, language: Option<Language>) -> Result<Account, Problem> {
        let source = open::read(path)?;
        self.account(&source, ask, language)
    }

    /// The account of a source that is open already.
    ///
    /// # Errors
    /// A [`Problem`] that names the file and says what to do.
    pub fn account(&self, source: &Source, ask: &Ask, language: Option<Language>) -> Result<Account, Problem> {
        account_of(source, self.article(source, ask)?, language)
    }

    /// The article of a source. Text needs no parser that could break; everything else goes to a child.
    ///
    /// # Errors
    /// A [`Problem`] that names the file and says what to do.
    pub fn article(&self, source: &Source, ask: &Ask) -> Result<Extract, Problem> {
        if matches!(source.format, Format::Text | Format::Markdown) {
            return extract::article(source);
        }
        let task = Task { file: source.file.clone(), format: source.format, ask: ask.clone() };
        let told = self.slots.with(|| self.ask_child(&task, &source.bytes));
        told.unwrap_or_else(|end| Err(end.problem(&source.file)))
    }

    fn ask_child(&self, task: &Task, bytes: &[u8]) -> Result<Result<Extract, Problem>, End> {
        let mut first = serde_json::to_vec(task).map_err(|_| End::Broken)?;
        first.push(b'\n');
        let mut child = match self.spares.take() {
            Some(child) => child,
            None => spares::start(&self.program).map_err(|_| End::NotStarted)?,
        };
        let answer = talk(&mut child, &first, bytes);
        let _ = child.wait();
        let answer = answer?;
        if answer.len() as u64 > limits::ANSWER {
            return Err(End::TooMuch);
        }
        serde_json::from_slice(&answer).map_err(|_| End::Broken)
    }
}

impl Default for Reader {
    fn default() -> Self {
        Reader::new()
    }
}

/// Writes the file to the child and reads its answer; both at once, so that neither waits for the other.
fn talk(child: &mut Child, first: &[u8], bytes: &[u8]) -> Result<Vec<u8>, End> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else { return Err(End::Broken) };
    let (done, answered) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that ends early closes its side; what it answered counts.
            let _ = input.write_all(first).and_then(|()| input.write_all(bytes));
        });
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = output.take(limits::ANSWER + 1).read_to_end(&mut answer);
            let _ = done.send(read.map(|_| answer));
        });
        let answer = answered.recv_timeout(limits::WAIT);
        // An answer is whole when the child has closed its side. Killed, it also lets go of its input.
        let _ = child.kill();
        match answer {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(End::Broken),
            Err(RecvTimeoutError::Timeout) => Err(End::TooLong),
        }
    })
}

/// How a child ended that gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    NotStarted,
    TooLong,
    TooMuch,
    Broken,
}

impl End {
    fn problem(self, file: &str) -> Problem {
        let why = match self {
            End::NotStarted => "could not be read: the system did not let Parallax start a reader for it",
            End::TooLong => "took too long to read and was stopped",
            End::TooMuch => "holds far more text than an article and was stopped",
            End::Broken => "could not be read: it is damaged, or asks for more memory or time than a file may use",
        };
        let message = format!(
            "“{file}” {why}. Your other files are not affected. Save the article in another form, or copy its text and \
             paste it."
        );
        Problem::new(NoticeCode::ReadingStopped, message)
    }
}
