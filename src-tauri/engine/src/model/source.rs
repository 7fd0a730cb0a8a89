//! A file's bytes as they were opened, before anything is understood.
use serde::Serialize;

/// What a file is, known by its content first and its name second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A saved web page.
    Html,
    /// Markdown text.
    Markdown,
    /// Plain text, also text that was pasted.
    Text,
}

/// An opened file: its name for people, its bytes and their digest. It holds no path.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file name without folders, as shown to people.
    pub file: String,
    /// What the bytes are.
    pub format: Format,
    /// The bytes, unchanged.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
}
