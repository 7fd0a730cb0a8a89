//! The session file of the open event, and the recovery file beside it: when there is unsaved work, what is written where.
//! Plain state and disk work; [`crate::saving`] has the commands.
use std::path::{Path, PathBuf};

use parallax_engine::session::Session;
use parallax_session::disk::{self, Stamp};
use parallax_session::hold::Hold;
use parallax_session::recovery::{Kept, Recovery};
use parallax_session::{Trouble, TroubleCode};

use crate::event::Event;
use crate::view::{DocumentView, Leaving};

/// Where the open event is saved.
#[derive(Debug, Default)]
pub struct Document {
    /// The session file; `None`: never saved.
    pub path: Option<PathBuf>,
    /// What it held when it was last read or written here.
    stamp: Option<Stamp>,
    /// [`Event::revision`] that it holds.
    saved: u64,
    hold: Option<Hold>,
    /// Another window has it.
    elsewhere: bool,
}

/// What a person wanted to do when there was unsaved work.
#[derive(Debug, Clone)]
pub enum Then {
    /// Close the window.
    Close,
    /// Begin an empty event.
    New,
    /// Open the sample event.
    Sample,
    /// Compare these files, of some one of several articles.
    Files(Vec<(PathBuf, Option<u32>)>),
    /// Open a session file.
    Session(PathBuf),
    /// Go back to what was saved.
    Revert(PathBuf),
    /// Take up what a crash left behind.
    Recover(String),
}

impl Then {
    /// What the window calls it.
    pub fn leaving(&self) -> Leaving {
        match self {
            Then::Close => Leaving::Close,
            Then::New => Leaving::New,
            Then::Revert(_) => Leaving::Revert,
            Then::Sample | Then::Files(_) | Then::Session(_) | Then::Recover(_) => Leaving::Open,
        }
    }
}

impl Document {
    /// The document of a session that was just opened from `path`.
    pub fn opened(locks: &Path, path: PathBuf, stamp: Option<Stamp>, revision: u64) -> Document {
        let mut document = Document { stamp, saved: revision, ..Document::default() };
        document.lie_at(locks, path);
        document
    }

    /// The document of a recovered session: what is on the disk is older.
    pub fn recovered(locks: &Path, path: Option<PathBuf>, revision: u64) -> Document {
        let Some(path) = path else { return Document::default() };
        let stamp = std::fs::read(&path).ok().map(|bytes| Stamp::of(&bytes));
        Document::opened(locks, path, stamp, revision.wrapping_sub(1))
    }

    fn lie_at(&mut self, locks: &Path, path: PathBuf) {
        if self.path.as_deref() != Some(path.as_path()) || self.hold.is_none() {
            // Without locks (a full or foreign disk) nobody can be told; the file is saved all the same.
            self.hold = Hold::take(locks, &path).ok();
        }
        self.path = Some(path);
        self.look_around();
    }

    /// Looks whether another window has the file open; `true` when that is news.
    pub fn look_around(&mut self) -> bool {
        let now = self.hold.as_ref().is_some_and(Hold::elsewhere);
        std::mem::replace(&mut self.elsewhere, now) != now
    }

    /// There is work that the file does not hold, or that was never saved.
    pub fn unsaved(&self, event: &Event) -> bool {
        if self.path.is_some() { event.revision() != self.saved } else { event.is_worked_on() }
    }

    /// What the window shows.
    pub fn view(&self, event: &Event) -> DocumentView {
        let name = self.path.as_ref().and_then(|path| path.file_name());
        DocumentView {
            file: name.map(|name| name.to_string_lossy().into_owned()),
            unsaved: self.unsaved(event),
            elsewhere: self.elsewhere,
        }
    }

    /// What the file must still hold for `path` to be written; `None`: whatever is there is replaced.
    pub fn known(&self, path: &Path) -> Option<Stamp> {
        self.stamp.filter(|_| self.path.as_deref() == Some(path))
    }

    /// It was saved.
    pub fn saved(&mut self, locks: &Path, path: PathBuf, stamp: Stamp, revision: u64) {
        (self.stamp, self.saved) = (Some(stamp), revision);
        self.lie_at(locks, path);
    }
}

/// Keeps the work in the recovery file, or forgets it when there is nothing to lose.
///
/// # Errors
/// When it could not be written.
pub fn keep(recovery: &Recovery, document: Option<PathBuf>, session: Option<Session>) -> Result<(), Trouble> {
    let Some(session) = session else {
        recovery.forget();
        return Ok(());
    };
    recovery.keep(&Kept { document, session }).map_err(|error| Trouble {
        code: if error.kind() == std::io::ErrorKind::StorageFull { TroubleCode::Full } else { TroubleCode::Failed },
        message: format!(
            "Your work could not be kept for the case of a crash ({error}). It is still open; save it in another place."
        ),
    })
}

/// Writes the session file.
///
/// # Errors
/// When it could not be written; the file is as it was.
pub fn write(path: &Path, session: &Session, known: Option<Stamp>) -> Result<Stamp, Trouble> {
    disk::save(path, session, known)
}

/// The path with the ending of session files. A dialog has asked about the name that was typed, not about the one with the
/// ending: a file that is there already is not replaced, the name gets a number.
pub fn with_ending(path: PathBuf) -> PathBuf {
    if is_session(&path) {
        return path;
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let named =
        |n: u32| path.with_file_name(if n == 1 { format!("{stem}.parallax") } else { format!("{stem} {n}.parallax") });
    (1..1000).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}

/// A session file by its name.
pub fn is_session(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parallax"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_the_ending_gets_it_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(with_ending(at("a.PARALLAX")), at("a.PARALLAX"));
        assert_eq!(with_ending(at("14.3. flood")), at("14.3. flood.parallax"));
        std::fs::write(at("b.parallax"), "there").unwrap();
        assert_eq!(with_ending(at("b")), at("b 2.parallax"));
    }
}
