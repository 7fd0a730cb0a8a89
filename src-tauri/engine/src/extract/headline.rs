//! Whether a text begins with its headline. Only clear cases count: a headline that is missed costs nothing, a first
//! sentence taken for one is shown too large.

/// Longest headline, in characters. The longest of 190 Indonesian articles in measurements had 124.
const LONGEST: usize = 160;

/// Whether the first paragraph is a headline: short, without the end of a sentence, and followed by text with one.
pub(super) fn opens(paragraphs: &[String]) -> bool {
    let [first, rest @ ..] = paragraphs else { return false };
    let words = first.split_whitespace().count();
    let begins = first.trim_start_matches(['"', '“', '\'', '‘', '«', '¿', '¡', '[']).chars().next();
    begins.is_some_and(|c| c.is_uppercase() || c.is_numeric() || is_caseless(c))
        && (words >= 3 || first.chars().filter(|c| is_caseless(*c)).count() >= 6)
        && first.chars().count() <= LONGEST
        && !ends_open(first)
        && !is_line_of_date(first)
        && rest.iter().any(|paragraph| ends_sentence(paragraph) && paragraph.chars().count() > 40)
}

/// A letter of a script without capitals.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Ends that a headline has not: a full stop, or a mark that announces more.
fn ends_open(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '”', '\'', '’', ')', '»']);
    end.ends_with(['.', '。', '।', '۔', ',', ';', ':', '…', '-', '–', '—'])
}

fn ends_sentence(text: &str) -> bool {
    text.contains(". ") || text.contains(['。', '।', '۔']) || {
        let end = text.trim_end_matches(['"', '”', '\'', '’', ')', '»']);
        end.ends_with(['.', '!', '?', '…'])
    }
}

/// A line that gives a date or a time and hardly anything else ("Rabu, 18 Jun 2025 15:24 WIB").
fn is_line_of_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let numbers = words.iter().filter(|word| word.chars().any(|c| c.is_ascii_digit())).count();
    words.len() <= 8 && numbers * 3 >= words.len() && (text.contains(':') || text.contains('/') || has_year(&words))
}

fn has_year(words: &[&str]) -> bool {
    let year = |word: &&str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    words
        .iter()
        .map(|word| word.trim_matches([',', '.']))
        .any(|word| year(&word) && word.bytes().all(|b| b.is_ascii_digit()))
}
