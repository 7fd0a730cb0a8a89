//! What is worked on, kept beside the work itself: written within two seconds of a change, offered after a crash.
//!
//! Every running window has one recovery file and a lock beside it. A recovery file whose lock nobody holds was left by a
//! window that did not end well.
use std::io;
use std::path::{Path, PathBuf};

use parallax_engine::session::{Refusal, Session};
use serde::{Deserialize, Serialize};

use crate::hold::{Lock, free, new_lock};
use crate::{Trouble, disk};

const KEPT: &str = "kept";
const LOCK: &str = "lock";

/// The recovery file of this window.
#[derive(Debug)]
pub struct Recovery {
    file: PathBuf,
    _lock: Lock,
}

/// What a recovery file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The session file that was open, if it had been saved before.
    pub document: Option<PathBuf>,
    /// How it stood.
    pub session: Session,
}

/// A recovery file that was left behind.
#[derive(Debug, Clone)]
pub struct Left {
    /// Names it; no path.
    pub id: String,
    /// When it was last written.
    pub written: Option<std::time::SystemTime>,
    /// What it holds.
    pub kept: Kept,
}

impl Recovery {
    /// Begins to keep this window's work in `folder`.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(folder: &Path) -> io::Result<Recovery> {
        std::fs::create_dir_all(folder)?;
        let (lock_file, lock) = new_lock(folder, "event-")?;
        Ok(Recovery { file: lock_file.with_extension(KEPT), _lock: lock })
    }

    /// Keeps how the work stands.
    ///
    /// # Errors
    /// What the system says; what was kept before is then still there.
    pub fn keep(&self, kept: &Kept) -> io::Result<()> {
        disk::write(&self.file, &serde_json::to_vec(kept)?)
    }

    /// Forgets it: the work is saved, or was given up.
    pub fn forget(&self) {
        let _ = std::fs::remove_file(&self.file);
    }
}

impl Drop for Recovery {
    /// A window that ends well leaves nothing; what was kept and not forgotten stays to be offered.
    fn drop(&mut self) {
        if !self.file.exists() {
            let _ = std::fs::remove_file(self.file.with_extension(LOCK));
        }
    }
}

/// What was left behind in `folder`, the newest first. What cannot be read stays where it is.
pub fn left(folder: &Path) -> Vec<Left> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut left: Vec<Left> = entries.filter_map(|entry| look(&entry.path())).collect();
    left.sort_by(|a, b| b.written.cmp(&a.written).then_with(|| a.id.cmp(&b.id)));
    left
}

fn look(file: &Path) -> Option<Left> {
    let ending = file.extension()?;
    if ending == LOCK {
        // A window that died before it kept anything.
        if !file.with_extension(KEPT).exists() && free(file) {
            let _ = std::fs::remove_file(file);
        }
        return None;
    }
    if ending != KEPT || !free(&file.with_extension(LOCK)) {
        return None;
    }
    let kept = open(file).ok()?;
    let written = file.metadata().and_then(|metadata| metadata.modified()).ok();
    Some(Left { id: file.file_stem()?.to_str()?.to_owned(), written, kept })
}

/// Reads one that was left behind.
///
/// # Errors
/// When it is gone or damaged.
pub fn open(file: &Path) -> Result<Kept, Trouble> {
    let bytes = disk::read(file).map_err(|error| Trouble::opening(file, &error))?;
    let damaged = |error: serde_json::Error| Trouble::refused(file, &Refusal::Damaged(error.to_string()));
    serde_json::from_slice(&bytes).map_err(damaged)
}

/// Throws away one that was left behind.
pub fn discard(folder: &Path, id: &str) {
    // An id is a plain file name of ours.
    if id.starts_with("event-") && !id.contains(['/', '\\', '.']) {
        let _ = std::fs::remove_file(folder.join(id).with_extension(KEPT));
        let _ = std::fs::remove_file(folder.join(id).with_extension(LOCK));
    }
}
