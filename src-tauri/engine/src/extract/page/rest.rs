//! What of a page's text was not taken for its article, so that a person can see it and take it back.
use std::collections::{BTreeMap, HashSet};

use super::blocks::Block;
use super::linked_body::runs;
use super::title::letters;
use crate::extract::LeftOut;

/// The blocks of the page that are in none of `paragraphs`, each once, with their places between the paragraphs.
pub(super) fn left_out(page: Vec<Block>, paragraphs: &[String]) -> Vec<LeftOut> {
    let told: Vec<String> = paragraphs.iter().map(|paragraph| letters(paragraph)).collect();
    let places: BTreeMap<&str, usize> = told.iter().enumerate().map(|(at, text)| (text.as_str(), at)).collect();
    let told_runs: HashSet<u64> = paragraphs.iter().flat_map(|paragraph| runs(paragraph)).collect();
    // A block that lost a caption or holds the line above the headline too is taken all the same.
    let mostly_told = |text: &str| {
        let runs = runs(text);
        !runs.is_empty() && runs.iter().filter(|run| told_runs.contains(run)).count() * 10 >= runs.len() * 6
    };
    let mut seen = HashSet::new();
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
        if !text.is_empty() && !mostly_told(&block.text) && seen.insert(text) {
            rest.push(LeftOut { before, text: block.text });
        }
    }
    rest
}
