//! The events that were compared before, newest first.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::document::Then;
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
    /// Which article of each file was chosen.
    #[serde(default)]
    parts: Vec<Option<u32>>,
    /// The session file, when it was saved; then that is opened.
    #[serde(default)]
    file: Option<PathBuf>,
    #[serde(default)]
    sources: u32,
}

impl Recent {
    /// The entry of an event, when it has a comparison and can be opened again: by its session file, or by its sources
    /// when all are files.
    pub fn entry(event: &Event, file: Option<&Path>) -> Option<Entry> {
        event.comparison()?;
        let paths = event.paths();
        let paths = if file.is_some() { paths.unwrap_or_default() } else { paths? };
        let view = event.view();
        let mut named = file.map_or_else(|| paths.clone(), |file| vec![file.to_owned()]);
        named.sort();
        let mut hasher = DefaultHasher::new();
        named.hash(&mut hasher);
        let id = format!("{:016x}", hasher.finish());
        let sources = view.files.iter().filter(|file| file.letter.is_some()).count() as u32;
        let (conflicts, file) = (event.conflicts(), file.map(Path::to_owned));
        let parts = event.parts();
        Some(Entry { id, name: view.name, date: view.date, conflicts, paths, parts, file, sources })
    }

    /// Puts an event first. One that is contained in it (before a file was added, or before it was saved) makes place.
    pub fn put(&mut self, entry: Entry) {
        self.0.retain(|old| match &old.file {
            Some(_) => old.file != entry.file,
            None => !old.paths.iter().all(|path| entry.paths.contains(path)),
        });
        self.0.insert(0, entry);
        self.0.truncate(MOST);
    }

    /// Takes an event off the list.
    pub fn forget(&mut self, id: &str) {
        self.0.retain(|entry| entry.id != id);
    }

    /// What opens an event.
    pub fn then(&self, id: &str) -> Option<Then> {
        let entry = self.0.iter().find(|entry| entry.id == id)?;
        let parts = entry.parts.iter().copied().chain(std::iter::repeat(None));
        let files = || Then::Files(entry.paths.iter().cloned().zip(parts).collect());
        Some(entry.file.clone().map_or_else(files, Then::Session))
    }

    /// What the window shows.
    pub fn views(&self) -> Vec<RecentView> {
        let view = |entry: &Entry| RecentView {
            id: entry.id.clone(),
            name: entry.name.clone(),
            date: entry.date.clone(),
            sources: entry.sources.max(entry.paths.len() as u32),
            conflicts: entry.conflicts,
            file: entry.file.as_ref().and_then(|f| Some(f.file_name()?.to_string_lossy().into_owned())),
        };
        self.0.iter().map(view).collect()
    }
}
