//! Why a file is not compared: a code for the window and a sentence for people.
//!
//! Every message names the file, says what is wrong and, where something can be done, what to do.
use std::io::ErrorKind;

use serde::{Deserialize, Serialize};

use crate::model::{Format, NoticeCode};

use super::LARGEST_FILE;

/// Why a file is not compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{message}")]
pub struct Problem {
    /// For the window to act on.
    pub code: NoticeCode,
    /// A sentence in English that names the file and says what to do.
    pub message: String,
    /// What the message speaks of beside the file: the titles of several articles, one a line.
    pub detail: Option<String>,
}

impl Problem {
    /// A problem that a reader of documents met. `message` names the file and says what to do.
    pub fn new(code: NoticeCode, message: String) -> Problem {
        Problem { code, message, detail: None }
    }

    pub(super) fn from_io(name: &str, error: &std::io::Error) -> Problem {
        match error.kind() {
            ErrorKind::NotFound => Problem::new(
                NoticeCode::NotFound,
                format!("“{name}” is not there any more. It may have been moved, renamed or deleted; choose it again."),
            ),
            ErrorKind::PermissionDenied => Problem::new(
                NoticeCode::NotPermitted,
                format!("“{name}” may not be read by you. Change its permissions or make a copy you may read."),
            ),
            ErrorKind::IsADirectory => Problem::folder(name),
            _ => Problem::new(
                NoticeCode::Unreadable,
                format!("“{name}” could not be read ({error}). Try again, or copy it to another place first."),
            ),
        }
    }

    pub(super) fn broken_link(name: &str) -> Problem {
        let message = format!("“{name}” is a link to a file that is not there. Choose the file itself.");
        Problem::new(NoticeCode::NotFound, message)
    }

    pub(super) fn folder(name: &str) -> Problem {
        let message =
            format!("“{name}” is a folder without article files in it. Open it and choose the files you mean.");
        Problem::new(NoticeCode::NotAFile, message)
    }

    pub(super) fn not_a_file(name: &str) -> Problem {
        let message = format!("“{name}” is a device or a pipe. Choose a saved file.");
        Problem::new(NoticeCode::NotAFile, message)
    }

    pub(super) fn too_large(name: &str, bytes: u64) -> Problem {
        let (size, most) = (bytes.div_ceil(1 << 20), LARGEST_FILE >> 20);
        let message =
            format!("“{name}” is too large ({size} MB; up to {most} MB are read). Save the text of the article alone.");
        Problem::new(NoticeCode::TooLarge, message)
    }

    /// The bytes are of a known kind that holds no article, or none that can be read.
    pub fn other_format(name: &str, what: &str) -> Problem {
        let message = format!(
            "“{name}” is {what}. Parallax reads saved pages, PDF, Word, OpenDocument, RTF, e-books, mails and text; \
             save the article as one of these, or copy its text and paste it."
        );
        Problem::new(NoticeCode::NotText, message)
    }

    /// A document that only its reader can take apart; callers of the engine alone meet this.
    pub(crate) fn needs_reader(name: &str, format: Format) -> Problem {
        Problem::new(NoticeCode::NotText, format!("“{name}” ({format:?}) is read by the document reader only."))
    }

    /// A file that only points to a page.
    pub(super) fn link_only(name: &str, address: Option<&str>) -> Problem {
        let to = address.map(|address| format!(" to {address}")).unwrap_or_default();
        let message = format!(
            "“{name}” is a link{to}: there is no text in it, and Parallax never goes to the network. Open the page in \
             your browser, save it there (Ctrl+S), and choose the saved page."
        );
        Problem { detail: address.map(str::to_owned), ..Problem::new(NoticeCode::LinkOnly, message) }
    }

    /// The bytes are no text.
    pub(super) fn not_text(name: &str) -> Problem {
        let message = format!(
            "“{name}” does not hold text. Parallax reads saved pages, PDF, Word, OpenDocument, RTF, e-books, mails and \
             text; save the article as one of these, or copy its text and paste it."
        );
        Problem::new(NoticeCode::NotText, message)
    }

    /// No byte, or only white space.
    pub fn empty(name: &str) -> Problem {
        let message = format!("“{name}” is empty. Choose another file, or paste the article's text.");
        Problem::new(NoticeCode::Empty, message)
    }

    /// A document or data in which there is no text of an article.
    pub fn no_text(name: &str) -> Problem {
        let message =
            format!("“{name}” holds no text of an article. Choose another file, or paste the article's text.");
        Problem::new(NoticeCode::Empty, message)
    }

    /// A web page in which no article was found.
    pub fn no_article(name: &str) -> Problem {
        let message = format!(
            "“{name}” is a web page without an article. If you see one in the browser, copy its text and paste it here."
        );
        Problem::new(NoticeCode::Empty, message)
    }
}
