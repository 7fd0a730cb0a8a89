//! Finds names by their capitals: runs of capitalised words, titles stripped; acronyms.
//!
//! Modest on purpose: names serve matching and marking, never a verdict. A capital that only opens the statement (or a
//! quotation in it) makes no name unless the next word has one too or the word is an acronym.
use super::lexicon::Lexicon;
use super::tokens::{Shape, Token};

/// Small words that may join two parts of one name.
const JOINTS: [&str; 12] = ["bin", "binti", "de", "da", "do", "dos", "van", "von", "der", "al", "el", "la"];

/// The names as token ranges with their words, in order.
pub(super) fn names(words: &Lexicon, tokens: &[Token<'_>], taken: &[bool]) -> Vec<(usize, usize, Vec<String>)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let end = run(words, tokens, taken, i);
        if end == i {
            i += 1;
            continue;
        }
        let mut first = i;
        loop {
            let title = words.part(tokens, first, "title");
            if title == 0 || first + title > end {
                break;
            }
            first += title;
        }
        let lone = end - first == 1 && opens(tokens, first);
        let acronym = tokens.get(first).is_some_and(|t| t.text.chars().filter(|c| c.is_uppercase()).count() > 1);
        let stop = end - first == 1 && words.is_stop(tokens, first);
        if end > first && !stop && (!lone || acronym) {
            let parts = tokens.get(first..end).unwrap_or(&[]);
            let value = parts.iter().filter(|t| t.shape == Shape::Word).map(|t| bare(&t.lower)).collect();
            out.push((first, end, value));
        }
        i = end;
    }
    out
}

/// The end of the run of capitalised words at `i`.
fn run(words: &Lexicon, tokens: &[Token<'_>], taken: &[bool], i: usize) -> usize {
    let free = |n: usize| !taken.get(n).copied().unwrap_or(false);
    let capital = |n: usize| tokens.get(n).is_some_and(Token::capital) && free(n);
    if !capital(i) || (opens(tokens, i) && words.is_part(tokens, i)) {
        return i;
    }
    let mut end = i + 1;
    loop {
        let Some(next) = tokens.get(end) else { return end };
        let hyphen = next.is("-") && !next.spaced && tokens.get(end + 1).is_some_and(|t| !t.spaced);
        let joint = JOINTS.contains(&next.lower.as_str());
        if capital(end) {
            end += 1;
        } else if (hyphen || joint) && capital(end + 1) {
            end += 2;
        } else {
            return end;
        }
    }
}

/// Token `i` opens the statement, or a sentence or quotation inside it.
fn opens(tokens: &[Token<'_>], i: usize) -> bool {
    let Some(previous) = i.checked_sub(1).and_then(|p| tokens.get(p)) else { return true };
    matches!(previous.text, "\"" | "“" | "”" | "‘" | "." | "!" | "?" | ":" | "-" | "–" | "—" | "(")
}

fn bare(word: &str) -> String {
    word.strip_suffix("'s").unwrap_or(word).to_owned()
}
