//! Armenian: a colon ends the sentence, the full stop is a comma of sorts.
use super::Rules;

pub const RULES: Rules = Rules { ends: ":", dot_ends: false, ..Rules::PLAIN };
