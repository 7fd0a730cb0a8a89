//! What a command answers when it fails: a code where the window acts on it, and a sentence for a person.
use parallax_session::Trouble;

use crate::view::{TroubleCode, TroubleView};

/// A failed command: the same shape as trouble that no command met.
pub type CommandError = TroubleView;

impl TroubleView {
    /// Something that the command names is not there any more.
    pub fn gone(what: &str) -> Self {
        TroubleView { code: TroubleCode::Gone, message: format!("{what} is not there any more.") }
    }

    /// Something failed in the system.
    pub fn failed(error: impl std::fmt::Display) -> Self {
        TroubleView { code: TroubleCode::Failed, message: error.to_string() }
    }
}

impl From<Trouble> for TroubleView {
    fn from(trouble: Trouble) -> TroubleView {
        TroubleView::from(&trouble)
    }
}

/// What commands return.
pub type Answer<T> = Result<T, CommandError>;
