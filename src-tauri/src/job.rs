//! The work behind the window: reading files and comparing them, off the window's thread, stoppable at any time.
//!
//! Every start counts the generation up; a job whose generation is over drops what it has and says nothing more.
use std::ops::ControlFlow;
use std::sync::{Arc, MutexGuard};

use parallax_engine::compare::{Account, Asked, Entry, Options, Step};
use parallax_engine::model::{Alike, Comparison, StatementRef};
use parallax_engine::open::{self, Problem};
use parallax_reader::Reader;
use tauri::{AppHandle, Emitter, Manager};
use tokio::task::{JoinSet, spawn_blocking};

use crate::event::{Event, File, Origin};
use crate::sample;
use crate::state::Desk;
use crate::view::Phase;

/// Reads what has not been read and compares all sources anew, in the background.
pub fn start(app: &AppHandle) {
    let desk = app.state::<Desk>();
    let generation = desk.next_generation();
    desk.event().expect_another();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let job = Job { app, generation };
        if job.read().await.is_some() {
            let _ = job.compare().await;
        }
    });
}

/// Stops the work; the file list stays.
pub fn cancel(app: &AppHandle) {
    let desk = app.state::<Desk>();
    desk.next_generation();
    desk.event().set_phase(Phase::Cancelled);
    announce(app);
}

/// Statements of the compared articles that say what the sentence, or else the statement, says. `None` when there is
/// neither, or the window closes.
pub async fn alike(app: AppHandle, sentence: Option<String>, statement: Option<StatementRef>) -> Option<Vec<Alike>> {
    let (entries, options) = {
        let desk = app.state::<Desk>();
        let strictness = desk.settings().strictness;
        let mut event = desk.event();
        (event.compared().clone(), event.options(strictness))
    };
    let search = move || {
        let asked = match (&sentence, &statement) {
            (Some(sentence), _) => Asked::Sentence(sentence),
            (None, Some(statement)) => Asked::Statement(statement),
            (None, None) => return None,
        };
        let entries: Vec<Entry<'_>> =
            entries.iter().map(|(letter, account)| (letter.clone(), account.as_ref())).collect();
        Some(app.state::<Desk>().memory().alike(&entries, &options, asked))
    };
    spawn_blocking(search).await.ok().flatten()
}

/// Tells the window how the event stands.
pub fn announce(app: &AppHandle) {
    // The view is made before sending, so that the lock is not held meanwhile.
    let desk = app.state::<Desk>();
    let view = desk.event_view();
    crate::window::entitle(app, &view);
    let _ = app.emit("event", view);
    desk.touched();
}

#[derive(Clone)]
struct Job {
    app: AppHandle,
    generation: u64,
}

impl Job {
    /// `None` once a newer job has begun, or a person stopped this one.
    fn current(&self) -> Option<tauri::State<'_, Desk>> {
        let desk = self.app.state::<Desk>();
        desk.is_generation(self.generation).then_some(desk)
    }

    /// The event, held fast, as long as this job is current. What stops a job counts the generation up before it takes hold of
    /// the event, so nothing comes between the look at the generation and what is done. (Random acts, seed 1795771124452: a job that
    /// was stopped just there said for ever that it compares. The moment is too short for a test of its own.)
    fn event(&self) -> Option<MutexGuard<'_, Event>> {
        let desk = self.app.state::<Desk>().inner();
        let event = desk.event();
        desk.is_generation(self.generation).then_some(event)
    }

    fn enter(&self, phase: Phase) -> Option<()> {
        self.event()?.set_phase(phase);
        announce(&self.app);
        Some(())
    }

    async fn read(&self) -> Option<()> {
        let unread = self.event()?.begin_reading();
        if unread.is_empty() {
            return Some(());
        }
        self.enter(Phase::Reading)?;
        let mut readers = JoinSet::new();
        for file in unread {
            let app = self.app.clone();
            readers.spawn_blocking(move || (file.key, read(&file, app.state::<Desk>().reader())));
        }
        while let Some(done) = readers.join_next().await {
            // A reader that died leaves its file waiting; the others go on.
            let Ok((key, result)) = done else { continue };
            self.event()?.finish_reading(key, result);
            announce(&self.app);
        }
        Some(())
    }

    async fn compare(&self) -> Option<()> {
        let strictness = self.current()?.settings().strictness;
        let (entries, options) = {
            let mut event = self.event()?;
            (event.entries(), event.options(strictness))
        };
        let decisions = options.decisions.clone();
        let comparison = if entries.len() < 2 {
            None
        } else {
            let (job, entries) = (self.clone(), entries.clone());
            Some(spawn_blocking(move || job.compare_entries(&entries, &options)).await.ok()??)
        };
        let overtaken = {
            let mut event = self.event()?;
            event.set_comparison(comparison, entries, decisions);
            event.needs_comparing()
        };
        // A step was taken back while this ran, and what was shown then needed no comparing: now it does.
        if overtaken {
            start(&self.app);
            return None;
        }
        announce(&self.app);
        // Afterwards: the disk may be slow.
        let desk = self.app.state::<Desk>();
        desk.remember();
        let _ = self.app.emit("recent", desk.recent_views());
        Some(())
    }

    fn compare_entries(&self, entries: &[(String, Arc<Account>)], options: &Options) -> Option<Comparison> {
        let entries: Vec<Entry<'_>> =
            entries.iter().map(|(letter, account)| (letter.clone(), account.as_ref())).collect();
        let mut begun = None;
        self.app.state::<Desk>().memory().compare(&entries, options, &mut |step| {
            let phase = match step {
                Step::Aligning => Phase::Aligning,
                Step::Comparing => Phase::Comparing,
            };
            // The window hears of a step once.
            let going = if begun.replace(step) == Some(step) { self.current().map(drop) } else { self.enter(phase) };
            match going {
                Some(()) => ControlFlow::Continue(()),
                None => ControlFlow::Break(()),
            }
        })
    }
}

fn read(file: &File, reader: &Reader) -> Result<Account, Problem> {
    let source = match &file.origin {
        Origin::Path(path) => open::read(path)?,
        Origin::Sample(at) => sample::source(*at)?,
        Origin::Pasted(text) => open::pasted(&file.name, text),
        Origin::Kept => return Err(Problem::empty(&file.name)),
    };
    reader.account(&source, &file.ask, None)
}
