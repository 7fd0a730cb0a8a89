//! Why something could not be done: a code where the window words it or acts on it, and a sentence in English.
use std::io::ErrorKind;
use std::path::Path;

use parallax_engine::session::Refusal;
use serde::Serialize;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum TroubleCode {
    /// No room on the disk, or over a quota.
    Full,
    /// The folder or file may not be written.
    ReadOnly,
    /// The folder is not there any more: deleted, or its disk was taken out.
    FolderGone,
    /// The file is not there (any more).
    FileGone,
    /// The file may not be read.
    NotPermitted,
    /// Another program changed the file since it was opened: save under another name, or overwrite.
    ChangedElsewhere,
    /// It is no session.
    NotASession,
    /// A later version of the program wrote it.
    Newer,
    /// It is damaged, or too large.
    Damaged,
    /// What a command names is not there any more.
    Gone,
    /// Anything else that the system says.
    Failed,
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[error("{message}")]
pub struct Trouble {
    /// For the window.
    pub code: TroubleCode,
    /// What happened, that nothing is lost, and what to do.
    pub message: String,
}

impl Trouble {
    /// Something that a command names is not there any more.
    pub fn gone(what: &str) -> Trouble {
        Trouble { code: TroubleCode::Gone, message: format!("{what} is not there any more.") }
    }

    /// Something failed in the system.
    pub fn failed(error: impl std::fmt::Display) -> Trouble {
        Trouble { code: TroubleCode::Failed, message: error.to_string() }
    }

    pub(crate) fn saving(path: &Path, error: &std::io::Error) -> Trouble {
        let name = name(path);
        let folder_there = path.parent().is_none_or(Path::is_dir);
        let (code, message) = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => (
                TroubleCode::Full,
                format!(
                    "There is no room to save “{name}”. What was saved before is untouched, and your work is still open. Free some space, or save it in another place."
                ),
            ),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
                TroubleCode::ReadOnly,
                format!(
                    "“{name}” cannot be saved there: the folder may not be written. Your work is still open; save it in another place."
                ),
            ),
            _ if !folder_there => (
                TroubleCode::FolderGone,
                format!(
                    "The folder of “{name}” is not there any more; its disk may have been taken out. Your work is still open. Put the disk back, or save it in another place."
                ),
            ),
            _ => (
                TroubleCode::Failed,
                format!(
                    "“{name}” could not be saved ({error}). What was saved before is untouched, and your work is still open. Try again, or save it in another place."
                ),
            ),
        };
        Trouble { code, message }
    }

    pub(crate) fn opening(path: &Path, error: &std::io::Error) -> Trouble {
        let name = name(path);
        let (code, message) = match error.kind() {
            ErrorKind::NotFound => (
                TroubleCode::FileGone,
                format!("“{name}” is not there any more. It may have been moved, renamed or deleted."),
            ),
            ErrorKind::PermissionDenied => (TroubleCode::NotPermitted, format!("“{name}” may not be read by you.")),
            _ => (TroubleCode::Failed, format!("“{name}” could not be opened ({error}).")),
        };
        Trouble { code, message }
    }

    pub(crate) fn refused(path: &Path, refusal: &Refusal) -> Trouble {
        let code = match refusal {
            Refusal::NotASession => TroubleCode::NotASession,
            Refusal::Newer { .. } => TroubleCode::Newer,
            Refusal::TooLarge(_) | Refusal::Damaged(_) => TroubleCode::Damaged,
        };
        Trouble { code, message: format!("“{}”: {refusal}", name(path)) }
    }

    pub(crate) fn changed_elsewhere(path: &Path) -> Trouble {
        let message = format!(
            "“{}” was changed by another program or window since it was opened here. Save under another name, or overwrite it.",
            name(path)
        );
        Trouble { code: TroubleCode::ChangedElsewhere, message }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
