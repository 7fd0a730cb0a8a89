//! Large first letters ("drop caps"): a letter as high as two or more lines, which belongs to the word beside its top.
use unpdf::parser::{TextLine, TextSpan};

use super::running;

/// How much larger than the line beside it a letter is to be one of these.
const LARGER: f32 = 1.8;
/// What lies between the letter and the line at most, in parts of the line's size.
const BESIDE: f32 = 1.2;
/// Room that is taken for one between words, in parts of the type's size.
const SPACE: f32 = 0.3;

/// Puts every large first letter of a page into the line that it begins.
pub(super) fn set_down(spans: &mut [TextSpan]) {
    let found: Vec<(usize, TextSpan)> = (0..spans.len())
        .filter(|&at| is_letter(&spans[at]))
        .filter_map(|at| Some((at, spans.iter().find(|line| begins(&spans[at], line))?.clone())))
        .collect();
    if found.is_empty() {
        return;
    }
    let lines = running::lines(spans.to_vec()).into_iter().map(|line| TextLine::from_spans(line).text());
    let text = lines.collect::<Vec<_>>().join("\n").to_lowercase();
    for (at, line) in found {
        let letter = spans[at].text.trim().to_owned();
        let width = line.font_size * 0.6;
        let space = if is_word(&letter, &line.text, &text) { line.font_size * SPACE } else { 0.0 };
        spans[at] = TextSpan { text: letter, x: line.x - width - space, width, ..line };
    }
}

/// Whether the letter is a word of its own ("A storm", "After"), which cannot be seen: the other words of the page decide.
fn is_word(letter: &str, line: &str, page: &str) -> bool {
    let next = words(line).next().unwrap_or_default().to_lowercase();
    let whole = format!("{}{next}", letter.to_lowercase());
    // The line itself says what is left of the word, once.
    words(page).filter(|word| *word == next).count() > 1 && words(page).all(|word| word != whole)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// One letter, with a quotation mark before it or none.
fn is_letter(span: &TextSpan) -> bool {
    let text = span.text.trim();
    text.chars().count() <= 2 && text.chars().filter(|c| c.is_alphabetic()).count() == 1
}

/// Whether `letter` is the large first letter of `line`: beside its beginning, as high at its top, further down at its foot.
fn begins(letter: &TextSpan, line: &TextSpan) -> bool {
    let gap = line.x - (letter.x + letter.width);
    letter.font_size >= line.font_size * LARGER
        && line.text.trim_start().starts_with(char::is_alphabetic)
        && (-0.5..BESIDE).contains(&(gap / line.font_size))
        && letter.y < line.y - line.font_size * 0.5
        && (-0.5..1.5).contains(&((letter.top() - line.top()) / line.font_size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_a_word_where_the_page_says_so() {
        assert!(is_word("A", "storm surge", "storm surge\nthe storm fell"));
        assert!(!is_word("A", "fter the storm", "fter the storm\nand after it"));
        assert!(!is_word("P", "ORT ELLERY", "ort ellery\nin port"));
        // Nothing is known: a large letter is most often the first of a longer word.
        assert!(!is_word("A", "storm surge", "storm surge"));
    }
}
