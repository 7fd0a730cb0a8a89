//! Chinese: a quotation may be followed by its speaker without a sign between them.
use super::{Rules, Words};

pub const RULES: Rules =
    Rules { says: Words("说 說 表示 指出 称 稱 道 问 問 强调 強調 写道 回应"), ..Rules::PLAIN };
