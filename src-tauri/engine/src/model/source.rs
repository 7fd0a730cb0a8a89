//! A file's bytes as they were opened, before anything is understood.
use serde::{Deserialize, Serialize};

/// What a file is, known by its content first and its name second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A saved web page.
    Html,
    /// Markdown text.
    Markdown,
    /// Plain text, also text that was pasted.
    Text,
    /// A web page saved by a browser as one file (.mhtml, .mht).
    Mhtml,
    /// A web page saved by Safari (.webarchive).
    Webarchive,
    /// Pages kept by a web archive (.warc, .warc.gz, .wacz).
    Warc,
    /// A mail (.eml) or a mailbox of several (.mbox).
    Mail,
    /// A PDF document.
    Pdf,
    /// A Word document (.docx).
    Docx,
    /// A Word document of before 2007 (.doc).
    Doc,
    /// An OpenDocument text (.odt).
    Odt,
    /// Rich text (.rtf).
    Rtf,
    /// An e-book (.epub).
    Epub,
    /// Data of a news site or an archive (schema.org).
    Json,
    /// News as agencies exchange it (NewsML-G2, NITF).
    Xml,
}

impl Format {
    /// The engine reads it by itself. All other formats are documents that the `parallax-reader` crate takes apart.
    pub fn is_page_or_text(self) -> bool {
        matches!(self, Format::Html | Format::Markdown | Format::Text)
    }
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
