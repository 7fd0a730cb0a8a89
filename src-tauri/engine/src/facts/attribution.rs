//! Who answers for a statement and for each quotation in it.
use std::ops::Range;

use crate::model::Voice;

/// Who answers for a statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who answers for it.
    pub voice: Voice,
    /// The speaker by the fullest name that the article gives; `None` when nobody is named, or it is not sure who.
    pub speaker: Option<String>,
    /// The words of this statement that name the speaker ("Blinken", "officials") or tell hearsay ("reportedly"), bytes;
    /// empty when the speaker is carried over: a pronoun ("ujarnya"), a quotation that goes on.
    pub range: Range<usize>,
}

/// What stands between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Its words in lower case.
    pub words: Vec<String>,
    /// Whose words they are, by the fullest name that the article gives.
    pub speaker: Option<String>,
}
