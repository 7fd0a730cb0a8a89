//! The events that were compared before, newest first.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::view::RecentView;

/// Most events that are listed.
const MOST: usize = 6;

/// The list, as it is kept on disk.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Recent(Vec<Entry>);

/// One event of the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    id: String,
    name: String,
    date: Option<String>,
    conflicts: u32,
    paths: Vec<PathBuf>,
}

impl Recent {
    /// The entry of an event, when it has a comparison and all its sources are files.
    pub fn entry(event: &Event) -> Option<Entry> {
        event.comparison()?;
        let paths = event.paths()?;
        let view = event.view();
        let mut sorted = paths.clone();
        sorted.sort();
        let mut hasher = DefaultHasher::new();
        sorted.hash(&mut hasher);
        let id = format!("{:016x}", hasher.finish());
        Some(Entry { id, name: view.name, date: view.date, conflicts: event.conflicts(), paths })
    }

    /// Puts an event first. One that is contained in it (before a file was added) makes place.
    pub fn put(&mut self, entry: Entry) {
        self.0.retain(|old| !old.paths.iter().all(|path| entry.paths.contains(path)));
        self.0.insert(0, entry);
        self.0.truncate(MOST);
    }

    /// Takes an event off the list.
    pub fn forget(&mut self, id: &str) {
        self.0.retain(|entry| entry.id != id);
    }

    /// The files of an event.
    pub fn paths(&self, id: &str) -> Option<Vec<PathBuf>> {
        self.0.iter().find(|entry| entry.id == id).map(|entry| entry.paths.clone())
    }

    /// What the window shows.
    pub fn views(&self) -> Vec<RecentView> {
        let view = |entry: &Entry| RecentView {
            id: entry.id.clone(),
            name: entry.name.clone(),
            date: entry.date.clone(),
            sources: entry.paths.len() as u32,
            conflicts: entry.conflicts,
        };
        self.0.iter().map(view).collect()
    }
}
