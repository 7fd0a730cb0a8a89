//! Which signs end a sentence, close it, or open the next one, in any script.
//!
//! Straight quotes open as well as close; who asks has to look at their neighbours.

/// A sign that ends a sentence when white space (or the end) follows; what is special to one language stands in its
/// rules.
pub fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '։' | '។')
        || is_wide_terminator(c)
}

/// A sign that ends a sentence even without white space after it, as in Chinese, Japanese and Amharic.
pub fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '።' | '፧' | '။' | '।' | '॥' | '۔' | '؟')
}

/// A quotation mark that closes, or may close.
pub fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | '“' | '›' | '「' | '」' | '』' | '＂' | '`')
}

/// A bracket that closes.
pub fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉' | '］')
}

/// A sign that may stand before the first word of a sentence.
pub fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '-'
            | '–'
            | '—'
            | '`'
            | '*'
            | '#'
            | '”'
            | '’'
    )
}

/// The bracket that closes `open`.
pub fn bracket_pair(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '（' => '）',
        '《' => '》',
        '【' => '】',
        _ => return None,
    })
}

/// The signs that close a quotation opened by `open`: „Guten Tag“, «bonjour», »hei», "hello", 「今日は」.
pub fn quote_pair(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' => &['"', '”'],
        '“' => &['”', '"'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '”' => &['”'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    })
}
