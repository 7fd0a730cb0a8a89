//! Stage 1: from a path, bytes or pasted text to a [`Source`] of a known format, or a [`Problem`] that says why not.
//!
//! A file is judged by its content first and its name second. At most [`LARGEST_FILE`] bytes are ever read, and only
//! from regular files, so that a device, a pipe or a growing file can neither block nor fill the memory.
mod containers;
mod problem;
mod sniff;
pub mod text_of;

use std::fs::{File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{Format, Source};
pub use problem::Problem;

/// Most bytes of one file that are read. The largest article page seen in measurements had 3 MB.
pub const LARGEST_FILE: u64 = 20 << 20;

/// Reads a file.
pub fn read(path: &Path) -> Result<Source, Problem> {
    let name = file_name(path);
    let about = std::fs::metadata(path).map_err(|e| cannot_find(path, &name, &e))?;
    readable(&name, &about)?;
    let file = without_blocking(path).map_err(|e| Problem::from_io(&name, &e))?;
    // The file may have been exchanged since it was looked at: what was opened is what counts.
    let about = file.metadata().map_err(|e| Problem::from_io(&name, &e))?;
    readable(&name, &about)?;
    let mut bytes = Vec::with_capacity(about.len() as usize);
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|e| Problem::from_io(&name, &e))?;
    from_bytes(&name, bytes)
}

/// A source from bytes that were read elsewhere; `file_name` is shown to people and helps to know the format.
pub fn from_bytes(file_name: &str, bytes: Vec<u8>) -> Result<Source, Problem> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Problem::too_large(file_name, bytes.len() as u64));
    }
    let format = sniff::format(file_name, &bytes)?;
    Ok(source(file_name, format, bytes))
}

/// A source from pasted text. A paste that is the code of a web page is read as one; everything else is plain text.
pub fn pasted(name: &str, text: &str) -> Source {
    let format = if sniff::is_html(text) { Format::Html } else { Format::Text };
    source(name, format, text.as_bytes().to_vec())
}

fn source(name: &str, format: Format, bytes: Vec<u8>) -> Source {
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Source { file: name.to_owned(), format, bytes, sha256 }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Why `path` has no metadata: it is gone, its link leads nowhere, or the system forbids to look.
fn cannot_find(path: &Path, name: &str, error: &std::io::Error) -> Problem {
    let link = path.symlink_metadata().is_ok_and(|about| about.file_type().is_symlink());
    if link && error.kind() != ErrorKind::PermissionDenied {
        return Problem::broken_link(name);
    }
    Problem::from_io(name, error)
}

fn readable(name: &str, about: &Metadata) -> Result<(), Problem> {
    if about.is_dir() {
        return Err(Problem::folder(name));
    }
    if !about.is_file() {
        return Err(Problem::not_a_file(name));
    }
    if about.len() > LARGEST_FILE {
        return Err(Problem::too_large(name, about.len()));
    }
    Ok(())
}

/// Opens for reading; a named pipe without a writer fails or reads nothing instead of waiting for ever.
fn without_blocking(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK);
    }
    options.open(path)
}

#[cfg(test)]
mod tests;
