//! What readers of documents report, in sentences for people.
use parallax_engine::model::NoticeCode;

use crate::Problem;

/// The structure of the document is broken.
pub(super) fn damaged(file: &str, what: &str) -> Problem {
    let message = format!(
        "“{file}” is {what}, but it is damaged or cut off and could not be read. Save or download it again, or copy its \
         text and paste it."
    );
    Problem::new(NoticeCode::Unreadable, message)
}

/// What is packed in it is more than is unpacked.
pub(super) fn too_much_packed(file: &str, megabytes: u64) -> Problem {
    let message = format!(
        "“{file}” holds more than {megabytes} MB when it is unpacked, far more than an article. Copy the article's text \
         and paste it."
    );
    Problem::new(NoticeCode::TooLarge, message)
}

/// Protected, and there is no password or a wrong one.
pub(super) fn password(file: &str, wrong: bool) -> Problem {
    let message = if wrong {
        format!("“{file}” could not be opened with this password. Type it again; capitals count.")
    } else {
        format!("“{file}” is protected with a password. Type it, or save a copy without one.")
    };
    Problem::new(NoticeCode::PasswordNeeded, message)
}

/// Protected in a way that is not opened here.
pub(super) fn protected(file: &str, save: &str) -> Problem {
    let message = format!(
        "“{file}” is protected with a password and cannot be opened here. Open it in the program that made it and {save}."
    );
    Problem::new(NoticeCode::PasswordNeeded, message)
}

/// No text layer: pictures of pages.
pub(super) fn scan(file: &str) -> Problem {
    let message = format!(
        "“{file}” holds pictures of pages and no text. Let a text recognition program read it first, or paste the text."
    );
    Problem::new(NoticeCode::Unreadable, message)
}
