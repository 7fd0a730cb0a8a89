//! What a command answers when it fails: a code where the window acts on it, and a sentence for a person.
use serde::Serialize;

/// A failed command.
#[derive(Debug, Clone, Serialize)]
pub struct CommandError {
    /// `gone`: what the command names is not there any more; `failed`: everything else.
    pub code: &'static str,
    /// A sentence in English.
    pub message: String,
}

impl CommandError {
    /// Something that the command names is not there any more.
    pub fn gone(what: &str) -> Self {
        CommandError { code: "gone", message: format!("{what} is not there any more.") }
    }

    /// Something failed in the system.
    pub fn failed(error: impl std::fmt::Display) -> Self {
        CommandError { code: "failed", message: error.to_string() }
    }
}

/// What commands return.
pub type Answer<T> = Result<T, CommandError>;
