//! What of a page's text was not taken for its article, so that a person can see it and take it back.
use std::collections::{BTreeMap, BTreeSet};

use super::blocks::Block;
use super::title::letters;
use crate::extract::LeftOut;

/// Letters from which a text that stands inside a taken paragraph counts as taken itself.
const TELLING: usize = 20;

/// The blocks of the page that are in none of `paragraphs`, each once, with their places between the paragraphs.
pub(super) fn left_out(page: Vec<Block>, paragraphs: &[String]) -> Vec<LeftOut> {
    let told: Vec<String> = paragraphs.iter().map(|paragraph| letters(paragraph)).collect();
    let all = told.join(" ");
    let places: BTreeMap<&str, usize> =
        told.iter().map(String::as_str).enumerate().map(|(at, text)| (text, at)).collect();
    let longest = told.iter().map(String::len).max().unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut rest = Vec::new();
    let mut before = 0;
    for block in page {
        let text = letters(&block.text);
        if let Some(at) = places.get(text.as_str()) {
            // A line far ahead that is the same by chance does not move the place.
            if (before..before + 4).contains(at) {
                before = at + 1;
            }
            continue;
        }
        let inside = text.len() >= TELLING && all.contains(text.as_str());
        let around = || {
            text.len() * 10 <= longest * 15
                && told.iter().any(|one| one.len() * 10 > text.len() * 6 && text.contains(one.as_str()))
        };
        if text.is_empty() || inside || around() || !seen.insert(text) {
            continue;
        }
        rest.push(LeftOut { before, text: block.text });
    }
    rest
}
