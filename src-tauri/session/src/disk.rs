//! Files that are written whole or not at all: a temporary file in the same folder, fsync, rename, fsync of the folder.
//!
//! A kill or a power cut at any moment leaves the old file or the new one, never a part. A temporary file that a killed
//! program left behind is removed by the next one that saves there.
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use parallax_engine::session::{LARGEST, Refusal, Session};
use sha2::{Digest, Sha256};
use tempfile::Builder;

use crate::Trouble;

/// End of the names of temporary files.
const SAVING: &str = ".saving";

/// What a file held when it was last read or written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp([u8; 32]);

impl Stamp {
    /// The stamp of some bytes.
    pub fn of(bytes: &[u8]) -> Stamp {
        Stamp(Sha256::digest(bytes).into())
    }
}

/// Opens a session file.
///
/// # Errors
/// A [`Trouble`] that names the file and says why not.
pub fn open(path: &Path) -> Result<(Session, Stamp), Trouble> {
    let bytes = read(path).map_err(|error| Trouble::opening(path, &error))?;
    let session = Session::parse(&bytes).map_err(|refusal| Trouble::refused(path, &refusal))?;
    Ok((session, Stamp::of(&bytes)))
}

/// Saves a session file. `known` is what the file held when it was last read or written here; when something else stands
/// there now, nothing is written.
///
/// # Errors
/// A [`Trouble`] that says that nothing is lost and what to do.
pub fn save(path: &Path, session: &Session, known: Option<Stamp>) -> Result<Stamp, Trouble> {
    let failed = |error: &io::Error| Trouble::saving(path, error);
    let bytes = session.bytes().map_err(|error| failed(&error.into()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Trouble::refused(path, &Refusal::TooLarge((bytes.len() as u64).div_ceil(1 << 20))));
    }
    if let Some(known) = known {
        // A file that is gone, or cannot be read, is written anew.
        if read(path).is_ok_and(|there| Stamp::of(&there) != known) {
            return Err(Trouble::changed_elsewhere(path));
        }
    }
    write(path, &bytes).map_err(|error| failed(&error))?;
    Ok(Stamp::of(&bytes))
}

/// Writes another file of the person's, a report for one.
///
/// # Errors
/// A [`Trouble`] that says what to do; the file is then as it was before.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write(path, bytes).map_err(|error| Trouble::saving(path, &error))
}

/// At most [`LARGEST`] bytes and one, so that a longer file is known as such.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file whole or not at all. A link stays a link, and a file that is replaced leaves its permissions.
///
/// # Errors
/// What the system says; the file is then as it was before.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    // A file that may not be written is not replaced behind its permissions' back.
    match OpenOptions::new().write(true).open(&path) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let prefix = format!(".{}.", name.to_string_lossy());
    sweep(folder, &prefix);
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(SAVING);
    let mode = permissions(&path);
    if let Some(mode) = &mode {
        builder.permissions(mode.clone());
    }
    let mut file = builder.tempfile_in(folder)?;
    // While it is locked, nobody takes it for one that was left behind. Where there are no locks, nothing is swept either.
    let _ = file.as_file().lock();
    file.write_all(bytes)?;
    if let Some(mode) = mode.filter(|_| path.exists()) {
        let _ = file.as_file().set_permissions(mode);
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    sync_folder(folder)
}

/// The permissions of the file that is replaced; those of any new file when there is none.
#[cfg(unix)]
fn permissions(path: &Path) -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let there = path.metadata().map(|metadata| metadata.permissions());
    Some(there.unwrap_or_else(|_| std::fs::Permissions::from_mode(0o666)))
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Option<std::fs::Permissions> {
    None
}

/// The name of the file is on the disk only when its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        match File::open(folder)?.sync_all() {
            // Some network disks cannot; they have no more than this to give.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {}
            other => return other,
        }
    }
    Ok(())
}

/// Removes temporary files of this name that nobody writes any more.
fn sweep(folder: &Path, prefix: &str) {
    for left in temporaries(folder, prefix) {
        let nobody = OpenOptions::new().write(true).open(&left).is_ok_and(|file| file.try_lock().is_ok());
        if nobody {
            let _ = std::fs::remove_file(left);
        }
    }
}

/// Temporary files in a folder.
pub fn temporaries(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(prefix) && name.ends_with(SAVING)
    });
    named.map(|entry| entry.path()).collect()
}
