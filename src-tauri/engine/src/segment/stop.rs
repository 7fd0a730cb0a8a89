//! A full stop as it stands in the text: its signs, what closes with it, and where the next sentence would begin.
use super::rules::Rules;
use super::signs::{is_closing_bracket, is_closing_quote, is_opener, is_terminator, is_wide_terminator};

/// A run of signs that may end a sentence: `.`, `?!`, `…”`, `.)`, `."[3]`.
pub struct Stop {
    /// Where the run begins.
    pub start: usize,
    /// Where the run ends, closing quotes and brackets included.
    pub end: usize,
    /// Where the next sentence would begin, white space skipped.
    pub next: usize,
    /// The first sign is a plain full stop and the only one: abbreviations, decimals and initials have to be weighed.
    pub lone_dot: bool,
    /// The run holds a question or exclamation mark or an ellipsis: `"Really?" Obama asked.` goes on after it.
    pub open_ended: bool,
    /// A quotation mark closes with the run.
    pub quoted: bool,
    /// A sign that ends a sentence without white space after it.
    pub wide: bool,
}

impl Stop {
    /// Reads the run that begins at `start`, where `sign` stands. `sentence` is where the current sentence began.
    pub fn read(block: &str, start: usize, sign: char, sentence: usize, rules: &Rules) -> Stop {
        let first = start + sign.len_utf8();
        let mut stop = Stop {
            start,
            end: first,
            next: first,
            lone_dot: sign == '.',
            open_ended: sign != '.' && !rules.ends.contains(sign),
            quoted: false,
            wide: is_wide_terminator(sign),
        };
        while let Some(length) = stop.continues(block, sentence, rules) {
            stop.end += length;
        }
        let rest = block.get(stop.end..).unwrap_or_default();
        stop.next = stop.end + (rest.len() - rest.trim_start().len());
        stop
    }

    /// The length of what still belongs to the run at its end, if anything.
    fn continues(&mut self, block: &str, sentence: usize, rules: &Rules) -> Option<usize> {
        let rest = block.get(self.end..)?;
        let c = rest.chars().next()?;
        let length = c.len_utf8();
        let after = rest.get(length..).and_then(|rest| rest.chars().next());
        if is_terminator(c) || rules.ends.contains(c) {
            self.mark(c);
            return Some(length);
        }
        if is_closing_bracket(c) {
            return Some(length);
        }
        if is_closing_quote(c) && self.closes(block, sentence, c, after) {
            self.quoted = true;
            return Some(length);
        }
        if c == '[' {
            return footnote(rest);
        }
        if c.is_whitespace() && c != '\n' {
            if after == Some('[') {
                return rest.get(length..).and_then(footnote).map(|mark| length + mark);
            }
            let apart = after.filter(|&next| is_terminator(next) || is_closing_quote(next))?;
            let behind = rest.get(length + apart.len_utf8()..).and_then(|rest| rest.chars().next());
            let loose = behind.is_none_or(|next| next.is_whitespace() || is_terminator(next) || is_closing_quote(next));
            let belongs = loose && (is_terminator(apart) || odd_quotes(block, sentence, self.start));
            if belongs {
                self.mark(apart);
                return Some(length + apart.len_utf8());
            }
        }
        None
    }

    fn mark(&mut self, sign: char) {
        self.quoted |= is_closing_quote(sign);
        self.wide |= is_wide_terminator(sign);
        self.lone_dot &= !is_terminator(sign);
        self.open_ended |= is_terminator(sign) && (sign != '.' || !self.lone_dot);
    }

    /// Whether the quotation mark `c` closes here and does not open the next sentence, glued to this one.
    fn closes(&self, block: &str, sentence: usize, c: char, after: Option<char>) -> bool {
        let glued = after.is_some_and(char::is_alphanumeric);
        match c {
            '”' | '」' | '』' | '›' => true,
            '\'' | '’' | '`' => !glued,
            '“' | '«' => !glued,
            _ => !glued || odd_quotes(block, sentence, self.start),
        }
    }
}

/// How far back an open quotation is looked for, in bytes: it bounds the time on endless sentences.
const QUOTE_REACH: usize = 2000;

/// Whether a quotation is open at `at`, counted in the current sentence only.
fn odd_quotes(block: &str, sentence: usize, at: usize) -> bool {
    let mut from = sentence.max(at.saturating_sub(QUOTE_REACH));
    while !block.is_char_boundary(from) {
        from += 1;
    }
    let span = block.get(from..at).unwrap_or_default();
    let straight = span.matches('"').count();
    let curly = span.matches('“').count() > span.matches('”').count();
    straight % 2 == 1 || curly
}

/// The length of footnote marks such as `[1]` or `[2–11][12]` at the start of `rest`.
fn footnote(rest: &str) -> Option<usize> {
    let close = rest.char_indices().take(10).find(|&(_, c)| c == ']')?.0;
    let inside = rest.get(1..close)?;
    let number = !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit() || ",–- ".contains(c));
    number.then_some(close + 1)
}

/// The first word at the start of `rest`, openers skipped.
pub fn first_word(rest: &str) -> &str {
    let word = rest.trim_start_matches(|c: char| is_opener(c) || c.is_whitespace());
    let end = word.find(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')).unwrap_or(word.len());
    word.get(..end).unwrap_or_default()
}

/// The longest word that is looked up before a full stop, in bytes.
const WORD_LIMIT: usize = 32;

/// The word right before `at`, inner full stops included ("U.S", "a.m", "Jend").
pub fn word_before(block: &str, at: usize) -> &str {
    let before = block.get(..at).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take(WORD_LIMIT + 1)
        .take_while(|&(_, c)| c.is_alphanumeric() || c == '.' || c == '°')
        .last()
        .filter(|&(start, _)| at - start <= WORD_LIMIT)
        .map_or(at, |(start, _)| start);
    before.get(start..).unwrap_or_default()
}
