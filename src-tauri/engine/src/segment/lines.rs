//! Where a line break ends a sentence: at a blank line always, at a single break only when it was set on purpose.
//!
//! Hard-wrapped text breaks a line where the next word no longer fits. So a break after which the next word would still
//! have fitted is the writer's own (a heading, an item of a list) and parts two sentences.
use std::ops::Range;

/// Parts `text` into blocks that no sentence crosses. The blocks tile the text; white space after a block is its own.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    if text.contains(['\n', '\r', '\u{2029}']) {
        let lines = lines(text);
        let widths = widths(text, &lines);
        for (index, pair) in lines.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            let (line, next) = (part(text, before), part(text, after));
            let blank = next.is_empty();
            let first_after_blank = line.is_empty() && !blank;
            let parts = first_after_blank || (!blank && is_deliberate(line, next, widths.get(index).copied()));
            let written = text.get(start..after.start).is_some_and(|before| !before.trim().is_empty());
            if parts && written {
                let indent = text.get(after.clone()).map_or(0, |line| line.len() - line.trim_start().len());
                blocks.push(start..after.start + indent);
                start = after.start + indent;
            }
        }
    }
    blocks.push(start..text.len());
    blocks
}

/// The lines of `text` with their breaks.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split_inclusive(['\n', '\r', '\u{2029}'])
        .map(|line| {
            let range = start..start + line.len();
            start = range.end;
            range
        })
        .filter(|range| {
            text.get(range.clone()) != Some("\n") || !text.get(..range.start).unwrap_or_default().ends_with('\r')
        })
        .collect()
}

/// For each line the width of the longest line of its paragraph, in characters.
fn widths(text: &str, lines: &[Range<usize>]) -> Vec<usize> {
    let lengths: Vec<usize> = lines.iter().map(|line| part(text, line).chars().count()).collect();
    let mut widths = vec![0; lengths.len()];
    let mut at = 0;
    for paragraph in lengths.split_inclusive(|&length| length == 0) {
        let longest = paragraph.iter().copied().max().unwrap_or(0);
        for width in widths.iter_mut().skip(at).take(paragraph.len()) {
            *width = longest;
        }
        at += paragraph.len();
    }
    widths
}

fn part<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default().trim()
}

/// Whether the break between two lines was set on purpose.
fn is_deliberate(line: &str, next: &str, width: Option<usize>) -> bool {
    if starts_item(next) {
        return true;
    }
    let Some(first) = next.chars().next() else { return false };
    if first.is_lowercase() || !(first.is_alphanumeric() || super::signs::is_opener(first)) || line.ends_with(',') {
        return false;
    }
    // Scripts without capitals and without spaces between words wrap anywhere.
    if first.is_alphabetic() && !first.is_uppercase() && !next.contains(' ') {
        return false;
    }
    let word = next.split_whitespace().next().unwrap_or_default();
    let room = line.chars().count() + 1 + word.chars().count();
    width.is_some_and(|width| room <= width)
}

/// Whether a line opens an item of a list: a bullet, or a number or letter with a sign after it.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '▪' | '●' | '‣' | '◦' | '·') => true,
        Some('*' | '-' | '–' | '—') => chars.next() == Some(' '),
        _ => {
            let Some((label, rest)) = line.split_once(' ') else { return false };
            let bare = label.trim_start_matches('(').trim_end_matches([')', '.']);
            let short = bare.len() <= 2 && !bare.is_empty() && label.len() > bare.len() && !rest.is_empty();
            short && (bare.bytes().all(|b| b.is_ascii_digit()) || (bare.len() == 1 && bare.is_ascii()))
        }
    }
}
