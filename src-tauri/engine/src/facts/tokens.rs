//! A statement cut into words, numbers and marks, the way the fact readers walk over it.
//!
//! Not the tokens of the model: a number keeps its separators ("15.24.49", "18/6/2025"), and a letter after a digit
//! starts a new token, so that "8.27LS" and "M4,9" fall into their parts. White space is dropped; `spaced` tells where
//! it stood.
use super::lexicon::Phrase;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with apostrophes between them.
    Word,
    /// ASCII digits, with `.`, `,`, `:` or `/` between them.
    Number,
    /// Any other single character.
    Mark,
}

/// A piece of a statement.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) lower: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// White space (or the beginning) stands before it.
    pub(super) spaced: bool,
    /// The phrases that begin with it, when a lexicon has looked them up.
    pub(super) phrases: Option<&'static [Phrase]>,
}

impl Token<'_> {
    /// It is this mark.
    pub(super) fn is(&self, mark: &str) -> bool {
        self.text == mark
    }

    /// It is a word that begins with a capital.
    pub(super) fn capital(&self) -> bool {
        self.shape == Shape::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The tokens of `text` in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let mut out: Vec<Token<'_>> = Vec::new();
    let (mut i, mut spaced) = (0, true);
    while let Some(c) = at(i) {
        if c.is_whitespace() {
            spaced = true;
            i += 1;
            continue;
        }
        let (shape, next) = if c.is_alphabetic() {
            (Shape::Word, run(&at, i, |c| c.is_alphabetic() || mark_of_letter(c), |c| matches!(c, '\'' | '’')))
        } else if c.is_ascii_digit() {
            (Shape::Number, run(&at, i, |c| c.is_ascii_digit(), |c| matches!(c, '.' | ',' | ':' | '/')))
        } else {
            (Shape::Mark, i + 1)
        };
        let start = chars.get(i).map_or(text.len(), |&(b, _)| b);
        let end = chars.get(next).map_or(text.len(), |&(b, _)| b);
        if let Some(piece) = text.get(start..end) {
            out.push(Token { text: piece, lower: lower(piece), start, end, shape, spaced, phrases: None });
        }
        (i, spaced) = (next, false);
    }
    out
}

/// Where a run of `inside` characters ends that began at `from`; a single `joint` between two of them belongs to it.
fn run(
    at: &impl Fn(usize) -> Option<char>,
    from: usize,
    inside: impl Fn(char) -> bool,
    joint: impl Fn(char) -> bool,
) -> usize {
    let mut i = from + 1;
    loop {
        match at(i) {
            Some(c) if inside(c) => i += 1,
            Some(c) if joint(c) && at(i + 1).is_some_and(&inside) => i += 2,
            _ => return i,
        }
    }
}

/// Accents that stand as characters of their own.
fn mark_of_letter(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn lower(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}
