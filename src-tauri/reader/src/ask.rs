//! What a person chose for a file that cannot be read without a choice.
use serde::{Deserialize, Serialize};

/// What a person chose for one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Which of several articles, counted from 1.
    pub part: Option<u32>,
    /// The password of a protected file. It is handed to the child and kept nowhere else.
    pub password: Option<String>,
}
