//! Small JSON files in the program's own folder: settings and the list of recent events.
use std::path::PathBuf;

use parallax_session::disk;
use serde::{Serialize, de::DeserializeOwned};

/// The program's folder.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// A store in `folder`, which is made when something is first saved.
    pub fn new(folder: PathBuf) -> Store {
        Store { folder }
    }

    /// Where it is.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// What was saved under `name`; the default when nothing was, or it cannot be understood.
    pub fn load<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let text = std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Saves whole or not at all.
    ///
    /// # Errors
    /// When the folder or file cannot be written.
    pub fn save<T: Serialize>(&self, name: &str, value: &T) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        disk::write(&self.folder.join(name), &serde_json::to_vec_pretty(value)?)
    }
}
