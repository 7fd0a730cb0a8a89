//! Words that a line's end has broken, made whole: "fore- cast" is "forecast", "anak- anak" is "anak-anak".
//!
//! Whether a hyphen belongs to the word cannot be seen at its break. What the same text writes elsewhere decides first,
//! then doubled words, as Malay and Indonesian make their plurals, and parts that make compounds.
use std::collections::BTreeSet;

/// First parts that keep their hyphen, and last parts before which it stays.
const FIRST: [&str; 16] = [
    "well", "self", "ex", "non", "vice", "half", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "all",
];
const LAST: [&str; 10] = ["old", "year", "based", "led", "born", "known", "level", "long", "wide", "called"];
/// Words after a hyphen that waits for its second half ("pre- and post-war").
const BETWEEN: [&str; 12] = ["and", "or", "dan", "atau", "und", "oder", "et", "ou", "y", "o", "en", "to"];

/// The words of a text, for [`healed`].
pub(super) fn vocabulary<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    texts.flat_map(str::split_whitespace).map(|word| bare(word).to_lowercase()).collect()
}

/// `text` in one line, its broken words whole.
pub(super) fn healed(text: &str, vocabulary: &BTreeSet<String>) -> String {
    let mut whole = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let head = whole.rsplit(' ').next().unwrap_or_default();
        let broken = head.strip_suffix('-').filter(|head| head.ends_with(char::is_alphabetic));
        match broken.map(|head| mend(bare(head), bare(word), vocabulary)) {
            Some(Mend::Without) => {
                whole.pop();
            }
            Some(Mend::With) => {}
            None | Some(Mend::Apart) if whole.is_empty() => {}
            None | Some(Mend::Apart) => whole.push(' '),
        }
        whole.push_str(word);
    }
    whole
}

enum Mend {
    With,
    Without,
    Apart,
}

fn mend(head: &str, tail: &str, vocabulary: &BTreeSet<String>) -> Mend {
    let (head, lower) = (head.to_lowercase(), tail.to_lowercase());
    if !tail.starts_with(char::is_alphanumeric) || BETWEEN.contains(&lower.as_str()) {
        return Mend::Apart;
    }
    if vocabulary.contains(&format!("{head}-{lower}")) || tail.starts_with(|c: char| !c.is_lowercase()) {
        return Mend::With;
    }
    if vocabulary.contains(&format!("{head}{lower}")) {
        return Mend::Without;
    }
    let first = head.rsplit('-').next().unwrap_or_default();
    // "Tolong-menolong", "sayur-mayur": the second half may change the first letter.
    let rest = first.char_indices().nth(1).map_or("", |(at, _)| first.get(at..).unwrap_or_default());
    let rhymes = rest.chars().count() >= 4 && lower.ends_with(rest);
    let doubled = rhymes
        || first.chars().count() >= 3 && (lower.starts_with(first) || lower.ends_with(first))
        || lower.chars().count() >= 3 && first.ends_with(&lower);
    if doubled || FIRST.contains(&first) || LAST.contains(&lower.as_str()) { Mend::With } else { Mend::Without }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heal(text: &str) -> String {
        healed(text, &vocabulary([text].into_iter()))
    }

    #[test]
    fn broken_words_are_whole_again() {
        let cases = [
            ("the fore- cast was wrong", "the forecast was wrong"),
            ("kata anak- anak di kampung- kampung, berlari- lari", "kata anak-anak di kampung-kampung, berlari-lari"),
            ("“Orang- orang” tolong- menolong", "“Orang-orang” tolong-menolong"),
            ("Ingrid Solheim- Baptiste, director", "Ingrid Solheim-Baptiste, director"),
            ("pre- and post-war houses", "pre- and post-war houses"),
            ("a short-lived truce, a short- lived hope", "a short-lived truce, a short-lived hope"),
            ("two 9-year- old boys", "two 9-year-old boys"),
            ("a dash - stays, and -- too", "a dash - stays, and -- too"),
            ("COVID- 19", "COVID-19"),
            ("", ""),
        ];
        for (broken, whole) in cases {
            assert_eq!(heal(broken), whole);
        }
    }
}
