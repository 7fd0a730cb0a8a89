//! Two windows on one file: each lays a locked file of its own beside the other's, and so both can see that they are not
//! alone, as long as both live.
//!
//! The locks lie in the program's own folder, named after the file's full path: nothing is left in the person's folders,
//! and it works where those may not be written. Two computers on one network disk do not see each other's; there, saving
//! notices that the file has changed ([`crate::disk::save`]).
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::Builder;

/// A file that is held. Letting it go (or dying) frees it.
#[derive(Debug)]
pub struct Hold {
    own: PathBuf,
    /// How the locks of everybody who has this file begin.
    prefix: String,
    _lock: Lock,
}

impl Hold {
    /// Takes the hold on `path`.
    ///
    /// # Errors
    /// When the folder for the locks cannot be written.
    pub fn take(locks: &Path, path: &Path) -> io::Result<Hold> {
        std::fs::create_dir_all(locks)?;
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
        let prefix: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).chain(["-".into()]).collect();
        let (own, lock) = new_lock(locks, &prefix)?;
        Ok(Hold { own, prefix, _lock: lock })
    }

    /// Whether another window has the file now.
    pub fn elsewhere(&self) -> bool {
        let folder = self.own.parent().and_then(|folder| std::fs::read_dir(folder).ok());
        let locks = folder.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        let named = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&self.prefix));
        let mut others = locks.filter(|path| named(path) && *path != self.own);
        others.any(|other| !freed(&other))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.own);
    }
}

/// A locked file. It is unlocked and not only closed, as a child that is just being started has it open for a moment too.
#[derive(Debug)]
pub(crate) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// A new file in `folder` that is locked as long as the lock lives.
pub(crate) fn new_lock(folder: &Path, prefix: &str) -> io::Result<(PathBuf, Lock)> {
    for _ in 0..5 {
        let lock = Builder::new().prefix(prefix).suffix(".lock").tempfile_in(folder)?;
        let (lock, path) = lock.keep().map_err(|kept| kept.error)?;
        lock.lock()?;
        // Another window that looked before it was locked may have taken it for one left behind.
        if path.exists() {
            return Ok((path, Lock(lock)));
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Whether nobody holds a lock; one that a killed program left behind is removed.
fn freed(lock: &Path) -> bool {
    let free = free(lock);
    if free {
        let _ = std::fs::remove_file(lock);
    }
    free
}

/// Whether nobody holds a lock. One that is not there is free.
pub(crate) fn free(lock: &Path) -> bool {
    match OpenOptions::new().write(true).open(lock) {
        Ok(file) => file.try_lock().is_ok() && file.unlock().is_ok(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_let_go_is_free_though_a_child_has_it_open() {
        let folder = tempfile::tempdir().unwrap();
        let (path, lock) = new_lock(folder.path(), "test-").unwrap();
        // A child has it like this from its beginning until it runs a program of its own.
        let inherited = lock.0.try_clone().unwrap();
        assert!(!free(&path));
        drop(lock);
        assert!(free(&path));
        drop(inherited);
    }
}
