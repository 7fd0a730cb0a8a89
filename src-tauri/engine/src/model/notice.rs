//! What a person should know about a file or the whole comparison.
use serde::{Deserialize, Serialize};

/// What happened, for the window to act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum NoticeCode {
    /// The file is not there (any more), or a link leads nowhere.
    NotFound,
    /// The system does not let us read it.
    NotPermitted,
    /// A folder, a device or the like.
    NotAFile,
    /// More bytes than are read.
    TooLarge,
    /// Reading failed for another reason.
    Unreadable,
    /// The bytes are no text in any encoding, or of a format that is not read yet.
    NotText,
    /// A link to a page: there is no text in it.
    LinkOnly,
    /// It is protected, and the password was not given or is wrong.
    PasswordNeeded,
    /// Several articles in one file; `detail` has their titles, one a line.
    SeveralArticles,
    /// Reading it was stopped: it took too long, too much memory, or the reader broke down.
    ReadingStopped,
    /// No article text in it.
    Empty,
    /// The same text as another file; it is left out.
    DuplicateText,
    /// Almost the same text as another file; both are compared.
    NearDuplicate,
    /// Few of its statements match the others.
    OtherEvent,
    /// The language is not known; words are compared as they are.
    UnknownLanguage,
    /// The text is very long.
    VeryLong,
    /// Only the beginning of the article is in the file.
    Partial,
    /// Bytes that are no text in the file's encoding were replaced.
    Replaced,
    /// More than twelve articles; the rest is left out.
    TooMany,
    /// A time limit cut the comparison short.
    CutShort,
    /// The articles seem to tell of several events; `detail` has their letters, one event a line ("A, B").
    SeveralEvents,
}

/// A message about one file, or (without a file) about the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Notice {
    /// Article id, when the file is part of the comparison.
    pub article: Option<String>,
    /// File name without folders.
    pub file: Option<String>,
    /// What happened.
    pub code: NoticeCode,
    /// A sentence for people, in English: names the file and what to do.
    pub message: String,
    /// The file or number that the message speaks of beside its own file (the twin of a duplicate, the count of matches).
    pub detail: Option<String>,
}
