//! What the program holds while it runs: the open event, the settings, the recent events.
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use parallax_engine::compare::Memory;
use parallax_reader::Reader;

use crate::event::Event;
use crate::recent::Recent;
use crate::store::Store;
use crate::view::{RecentView, Settings};

/// The one desk that the window works at.
pub struct Desk {
    event: Mutex<Event>,
    settings: Mutex<Settings>,
    recent: Mutex<Recent>,
    generation: AtomicU64,
    store: Store,
    reader: Reader,
    memory: Mutex<Memory>,
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

    /// What the person set.
    pub fn settings(&self) -> MutexGuard<'_, Settings> {
        held(&self.settings)
    }

    /// Keeps new settings.
    ///
    /// # Errors
    /// When they could not be written; they hold for this run all the same.
    pub fn set_settings(&self, settings: Settings) -> std::io::Result<()> {
        *self.settings() = settings.clone();
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
        let entry = Recent::entry(&self.event());
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

    /// The files of a recent event.
    pub fn recent_paths(&self, id: &str) -> Option<Vec<std::path::PathBuf>> {
        held(&self.recent).paths(id)
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
