//! What a command answers when it fails: a code where the window acts on it, and a sentence for a person.
pub use parallax_session::Trouble as CommandError;

/// What commands return.
pub type Answer<T> = Result<T, CommandError>;
