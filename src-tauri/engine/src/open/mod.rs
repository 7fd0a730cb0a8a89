//! Stage 1: from a path to bytes of a known format, or a message that says why not.
use std::path::Path;

use crate::model::{NoticeCode, Source};

/// Most bytes of one file that are read, in bytes.
pub const LARGEST_FILE: u64 = 20 << 20;

/// Why a file is not compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// For the window to act on.
    pub code: NoticeCode,
    /// A sentence in English that names the file and says what to do.
    pub message: String,
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Source, Problem> {
    let _ = path;
    Err(Problem { code: NoticeCode::Unreadable, message: String::new() })
}

/// Bytes with a file name, as if they had been read from a file.
pub fn from_bytes(file: &str, bytes: Vec<u8>) -> Result<Source, Problem> {
    let _ = (file, bytes);
    Err(Problem { code: NoticeCode::Unreadable, message: String::new() })
}

/// Pasted text under a name.
pub fn pasted(name: &str, text: &str) -> Source {
    Source {
        file: name.to_owned(),
        format: crate::model::Format::Text,
        bytes: text.as_bytes().to_vec(),
        sha256: String::new(),
    }
}
