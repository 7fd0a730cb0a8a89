//! What the program holds while it runs: the open event, the settings, the recent events.
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use parallax_engine::compare::Memory;
use parallax_reader::Reader;
use parallax_session::Trouble;
use parallax_session::recovery::Recovery;
use tokio::sync::Notify;

use crate::document::{Document, Then};
use crate::event::Event;
use crate::recent::Recent;
use crate::store::Store;
use crate::view::{EventView, RecentView, RecoveryView, Settings};

/// The one desk that the window works at.
pub struct Desk {
    event: Mutex<Event>,
    settings: Mutex<Settings>,
    recent: Mutex<Recent>,
    generation: AtomicU64,
    store: Store,
    reader: Reader,
    memory: Mutex<Memory>,
    document: Mutex<Document>,
    /// What waits for the person to say what becomes of unsaved work.
    leaving: Mutex<Option<Then>>,
    recovery: Mutex<Option<Recovery>>,
    /// What a crash left behind and the window still offers.
    offers: Mutex<Vec<RecoveryView>>,
    trouble: Mutex<Option<Trouble>>,
    /// The title of the window.
    title: Mutex<String>,
    printed: Mutex<Vec<u8>>,
    /// The revision that the recovery file holds.
    kept: AtomicU64,
    /// The window ends well: nothing is kept any more.
    closing: AtomicBool,
    changed: Notify,
}

impl Desk {
    /// A desk with an empty event and what was kept from last time.
    pub fn new(store: Store) -> Desk {
        Desk {
            event: Mutex::default(),
            settings: Mutex::new(store.load("settings.json")),
            recent: Mutex::new(store.load("recent.json")),
            generation: AtomicU64::new(0),
            store,
            reader: Reader::new().with_spares(2),
            memory: Mutex::default(),
            document: Mutex::default(),
            leaving: Mutex::default(),
            recovery: Mutex::default(),
            offers: Mutex::default(),
            trouble: Mutex::default(),
            title: Mutex::default(),
            printed: Mutex::default(),
            kept: AtomicU64::new(0),
            closing: AtomicBool::new(false),
            changed: Notify::new(),
        }
    }

    /// Reads files, each in a process of its own.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// What was matched for the last comparison. Held while comparing: an older job lets go at its next step.
    pub fn memory(&self) -> MutexGuard<'_, Memory> {
        held(&self.memory)
    }

    /// The open event. Do not hold it across an `await`.
    pub fn event(&self) -> MutexGuard<'_, Event> {
        held(&self.event)
    }

    /// The session file. Taken after the event when both are held.
    pub fn document(&self) -> MutexGuard<'_, Document> {
        held(&self.document)
    }

    /// How the open event stands, for the window.
    pub fn event_view(&self) -> EventView {
        let event = self.event();
        let document = self.document().view(&event);
        EventView { document, ..event.view() }
    }

    /// What waits while the window asks about unsaved work.
    pub fn leaving(&self) -> MutexGuard<'_, Option<Then>> {
        held(&self.leaving)
    }

    /// What a crash left behind and the window still offers.
    pub fn offers(&self) -> MutexGuard<'_, Vec<RecoveryView>> {
        held(&self.offers)
    }

    /// What went wrong before the window could hear of it.
    pub fn trouble(&self) -> MutexGuard<'_, Option<Trouble>> {
        held(&self.trouble)
    }

    /// Whether the window is called otherwise; from now on it is called so.
    pub fn is_new_title(&self, title: &str) -> bool {
        let mut before = held(&self.title);
        let new = *before != title;
        if new {
            title.clone_into(&mut before);
        }
        new
    }

    /// The report that is shown for printing.
    pub fn printed(&self) -> MutexGuard<'_, Vec<u8>> {
        held(&self.printed)
    }

    /// Woken when the work has changed.
    pub fn changed(&self) -> &Notify {
        &self.changed
    }

    /// Wakes the keeper when there is something that it has not kept.
    pub fn touched(&self) {
        if self.event().revision() != self.kept.load(Ordering::SeqCst) {
            self.changed.notify_one();
        }
    }

    /// The recovery file holds this revision.
    pub fn set_kept(&self, revision: u64) {
        self.kept.store(revision, Ordering::SeqCst);
    }

    /// Does something with the recovery file, which is begun when it is first needed.
    ///
    /// # Errors
    /// When its folder cannot be written, or what `act` says.
    pub fn with_recovery(&self, act: impl FnOnce(&Recovery) -> Result<(), Trouble>) -> Result<(), Trouble> {
        let mut recovery = held(&self.recovery);
        if self.closing.load(Ordering::SeqCst) {
            return Ok(());
        }
        if recovery.is_none() {
            *recovery = Some(Recovery::begin(&self.recovery_folder()).map_err(Trouble::failed)?);
        }
        recovery.as_ref().map_or(Ok(()), act)
    }

    /// The window ends well: nothing is left to be offered.
    pub fn forget_kept(&self) {
        let mut recovery = held(&self.recovery);
        self.closing.store(true, Ordering::SeqCst);
        if let Some(recovery) = recovery.take() {
            recovery.forget();
        }
    }

    /// Where recovery files lie.
    pub fn recovery_folder(&self) -> PathBuf {
        self.store.folder().join("recovery")
    }

    /// Where the locks of open session files lie.
    pub fn locks_folder(&self) -> PathBuf {
        self.store.folder().join("locks")
    }

    /// What the person set.
    pub fn settings(&self) -> MutexGuard<'_, Settings> {
        held(&self.settings)
    }

    /// Writes the settings to the disk.
    ///
    /// # Errors
    /// When they could not be written; they hold for this run all the same.
    pub fn keep_settings(&self) -> std::io::Result<()> {
        let settings = self.settings().clone();
        self.store.save("settings.json", &settings)
    }

    /// Begins a new generation of work; what runs in older ones is dropped.
    pub fn next_generation(&self) -> u64 {
        self.generation.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Whether `generation` is still the newest.
    pub fn is_generation(&self, generation: u64) -> bool {
        self.generation.load(Ordering::SeqCst) == generation
    }

    /// Lists the open event under the recent ones, when it can be opened again by its files.
    pub fn remember(&self) {
        let entry = {
            let event = self.event();
            Recent::entry(&event, self.document().path.as_deref())
        };
        if let Some(entry) = entry {
            held(&self.recent).put(entry);
            self.save_recent();
        }
    }

    /// Takes an event off the list.
    pub fn forget(&self, id: &str) {
        held(&self.recent).forget(id);
        self.save_recent();
    }

    /// What opens a recent event.
    pub fn recent(&self, id: &str) -> Option<Then> {
        held(&self.recent).then(id)
    }

    /// The recent events as the window shows them.
    pub fn recent_views(&self) -> Vec<RecentView> {
        held(&self.recent).views()
    }

    fn save_recent(&self) {
        // The list is a convenience: a full disk must not stop a comparison.
        if let Err(error) = self.store.save("recent.json", &*held(&self.recent)) {
            eprintln!("parallax: the list of recent events could not be saved: {error}");
        }
    }
}

/// A lock that a panicking thread left behind still guards whole data: every change under it is one assignment or call.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
