//! Two windows on one file: each holds a lock that the other cannot take, as long as it lives.
//!
//! The locks lie in the program's own folder, named after the file's full path: nothing is left in the person's folders,
//! and it works where those may not be written. Two computers on one network disk do not see each other's; there, saving
//! notices that the file has changed ([`crate::disk::save`]).
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// A file that is held. Letting it go (or dying) frees it.
#[derive(Debug)]
pub struct Hold {
    _lock: File,
}

impl Hold {
    /// Takes the hold on `path`; `Ok(None)` when another window has it.
    ///
    /// # Errors
    /// When the folder for the locks cannot be written.
    pub fn take(locks: &Path, path: &Path) -> io::Result<Option<Hold>> {
        std::fs::create_dir_all(locks)?;
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
        let name: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(locks.join(name + ".lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Hold { _lock: lock })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(error),
        }
    }
}
