//! Japanese: a quotation is closed by 」 and goes on with と.
use super::{Rules, Words};

pub const RULES: Rules = Rules { says: Words("と って など という"), ..Rules::PLAIN };
