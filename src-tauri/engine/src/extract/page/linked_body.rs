//! The article's text as a page's JSON-LD gives it (`articleBody`), beside what was found in the page.
//!
//! It has no furniture, but often no paragraphs, headings or standfirst either, and some pages give only a beginning.
//! So the page's own paragraphs stay where they are as good, and it only says which of them do not belong.
use std::collections::HashSet;

use super::blocks::Block;
use super::gaps;
use crate::extract::one_line;

/// Words that make up one entry of the comparison.
const RUN: usize = 4;

/// `found` with the blocks of the page that the linked body tells word by word and the library passed over.
pub(super) fn witnessed(found: Vec<Block>, all: &[Block], linked: Option<&str>) -> Vec<Block> {
    let Some(linked) = linked.filter(|linked| is_whole(linked)) else { return found };
    let told: HashSet<u64> = runs(linked).into_iter().collect();
    let places = gaps::places(&found, all);
    let mut seen: HashSet<&str> =
        places.iter().filter_map(|at| all.get(*at)).map(|block| block.text.as_str()).collect();
    if places.len() * 20 < found.len() * 19 {
        return found;
    }
    let is_told = |block: &'_ Block| {
        let runs = runs(&block.text);
        runs.len() >= 2 * RUN && runs.iter().filter(|run| told.contains(run)).count() * 10 >= runs.len() * 9
    };
    let mut kept = Vec::new();
    for (at, block) in all.iter().enumerate() {
        if places.binary_search(&at).is_ok() || is_told(block) && seen.insert(block.text.as_str()) {
            kept.push(block.clone());
        }
    }
    kept
}

/// A text of some length: a short one is a description in the wrong field.
fn is_whole(linked: &str) -> bool {
    linked.split_whitespace().count() >= 80
}

/// The paragraphs of `found`, corrected by the linked body where there is one.
pub(super) fn merged(found: Vec<Block>, linked: Option<&str>) -> Vec<String> {
    let texts = |blocks: Vec<Block>| blocks.into_iter().map(|block| block.text).collect();
    let Some(linked) = linked.filter(|linked| is_whole(linked)) else { return texts(found) };
    let told = runs(linked);
    let shown: HashSet<u64> = found.iter().flat_map(|block| runs(&block.text)).collect();
    let both = told.iter().filter(|run| shown.contains(run)).count();
    let told: HashSet<u64> = told.into_iter().collect();
    if both * 10 < told.len() * 6 {
        return parted(linked);
    }
    if both * 10 < shown.len() * 7 {
        return texts(found);
    }
    let is_told = |block: &Block| runs(&block.text).iter().any(|run| told.contains(run));
    let last = found.iter().rposition(is_told).unwrap_or(found.len());
    // The standfirst stands before the linked body, headings and quoted posts inside it; none is part of it.
    let first = found.iter().position(is_told).unwrap_or(0);
    let stays = |(at, block): &(usize, Block)| {
        *at < first
            || is_told(block)
            || *at < last && (block.is_heading() || block.words() < 2 * RUN || gaps::is_quoted(block))
    };
    found.into_iter().enumerate().filter(stays).map(|(_, block)| block.text).collect()
}

/// The linked body by its own line ends.
fn parted(linked: &str) -> Vec<String> {
    linked.lines().map(one_line).filter(|line| !line.is_empty()).collect()
}

/// Every run of words, as a number. FNV-1a: the same on every machine and in every run.
pub(super) fn runs(text: &str) -> Vec<u64> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let number = |run: &[String]| {
        run.iter()
            .flat_map(|word| word.bytes().chain([0]))
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    words.windows(RUN).map(number).collect()
}
