//! Furniture of the page: what a news site puts between the paragraphs and no reporter wrote.
//!
//! Precision comes first: a dropped fact is worse than a leftover line. So a phrase counts only as the whole sentence or
//! at its very beginning, and a long sentence stays whatever it begins with.
use super::rules::{self, Phrases, Rules};
use crate::model::Language;

/// The longest sentence that is taken for a teaser ("Baca juga: <headline>"), in bytes; headlines are shorter.
const TEASER_LIMIT: usize = 180;

/// Machine phrases that scrapers glue to the text after them; written exactly so.
const GLUED: &[&str] = &["SCROLL TO CONTINUE WITH CONTENT", "SCROLL TO RESUME CONTENT", "ADVERTISEMENT", "[Gambas:"];

/// Whether a sentence is furniture of the page and not of the article ("Baca juga", "Advertisement").
pub fn is_furniture(sentence: &str, language: Language) -> bool {
    let bare = sentence.trim();
    if !bare.chars().any(char::is_alphanumeric) || is_address(bare) || is_credit(bare) {
        return true;
    }
    if bare.len() > TEASER_LIMIT {
        return false;
    }
    let text = plain(bare);
    known(language).iter().any(|rules| matches(&text, rules))
}

/// Whether a line is one teaser, which no sign inside it parts ("Baca juga: Gempa lagi? Ini kata BMKG").
pub fn is_teaser(line: &str, rules: &Rules) -> bool {
    let line = line.trim();
    line.len() <= TEASER_LIMIT && {
        let text = plain(line);
        [rules, rules::FALLBACK].iter().any(|rules| starts(&text, rules.furniture_leads))
    }
}

/// The length of a machine phrase glued to the front of `text`, white space after it included; 0 when there is none.
pub fn glued(text: &str) -> usize {
    let Some(phrase) = GLUED.iter().find(|phrase| text.starts_with(**phrase)) else { return 0 };
    let end = if phrase.starts_with('[') {
        text.find(']').filter(|&end| end < 60).map(|end| end + 1)
    } else {
        Some(phrase.len())
    };
    let rest = end.and_then(|end| text.get(end..)).unwrap_or_default();
    let trimmed = rest.trim_start();
    // "ADVERTISEMENTS rose" is a sentence of its own.
    if rest.is_empty() || trimmed.len() == rest.len() && !phrase.starts_with('[') {
        0
    } else {
        text.len() - trimmed.len()
    }
}

/// The lists to look through: English ones stand on pages of every language; an unknown language may be any.
fn known(language: Language) -> Vec<&'static Rules> {
    let own = rules::of(language);
    if language == Language::UNKNOWN { rules::ALL.to_vec() } else { vec![own, rules::FALLBACK] }
}

fn matches(text: &str, rules: &Rules) -> bool {
    let whole = text.trim_end_matches([':', '.', ' ', '…', '!', '?', '>', '»', '-']);
    rules.furniture.iter().any(|phrase| phrase == whole)
        || starts(text, rules.furniture_leads)
        || rules.furniture_labels.iter().any(|label| {
            let rest = text.strip_prefix(label).map(str::trim_start);
            rest.is_some_and(|rest| rest.starts_with([':', '|', '»', '>']))
        })
}

/// Whether `text` begins with one of the phrases, as whole words.
fn starts(text: &str, phrases: Phrases) -> bool {
    phrases.iter().any(|phrase| {
        let rest = text.strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || !phrase.ends_with(char::is_alphabetic))
    })
}

/// Small letters, one space between words, no ornament in front.
fn plain(text: &str) -> String {
    let front = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    front.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn is_address(text: &str) -> bool {
    let web = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    web && !text.contains(char::is_whitespace)
}

/// A bracket alone: editors' codes "(abc/def)", a name "(Siti Aminah)", an embed "[Gambas:Video]".
fn is_credit(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    if let Some(inside) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        return !inside.contains(['[', ']']) && inside.split_whitespace().count() <= 6;
    }
    let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return false };
    let words: Vec<&str> = inside.split_whitespace().collect();
    let code = words.len() == 1 && inside.chars().all(|c| c.is_alphabetic() && c.is_lowercase() || "/-*".contains(c));
    let named = words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let letters = inside.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "/.,-'’&".contains(c));
    !words.is_empty() && words.len() <= 4 && letters && (code || named)
}

/// Whether what is left of a paragraph is its editors' signature, as in "… Bandung. (abc/def)".
pub fn is_signature(rest: &str) -> bool {
    let rest = rest.trim();
    rest.starts_with('(') && rest.len() <= 24 && is_credit(rest)
}
