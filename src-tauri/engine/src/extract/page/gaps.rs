//! Gives back what Readability left out between the paragraphs it found.
//!
//! Readability drops a part of the article when its markup looks like a box of links, or picks only one of several
//! parts. What is given back is prose only: sentences between found paragraphs and marked up like most of
//! them, so that no furniture comes back with it.
use std::collections::BTreeMap;

use super::blocks::Block;
use super::title::letters;

/// Longest heading that is given back, in words.
const LONGEST_HEADING: usize = 20;

/// `found` with the gaps filled from `all` blocks of the page.
pub(super) fn filled(found: Vec<Block>, all: &[Block]) -> Vec<Block> {
    let places = places(&found, all);
    let length = |block: &Block| block.text.len();
    let placed: usize = places.iter().filter_map(|at| all.get(*at)).map(length).sum();
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return found };
    // Where the library has rebuilt the paragraphs there is no telling what is missing.
    if placed * 20 < found.iter().map(length).sum::<usize>() * 19 {
        return found;
    }
    let usual = usual_kind(&places, all);
    // A teaser begins with its link; a sentence of the article may hold a long one further on.
    let is_linked = |block: &Block| block.linked_share() >= if block.opens_plain { 95 } else { 50 };
    let is_usual = |block: &Block| Some(block.kind.as_str()) == usual && block.is_prose() && !is_linked(block);
    // A kind with names of its own belongs to the article wherever it stands, when most of its prose was found.
    let named = usual.is_some_and(|kind| is_own(kind, &places, all));
    let mut kept: Vec<bool> = all
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let inside = (*first..=*last).contains(&at);
            (named || inside) && is_usual(block) || inside && is_quoted(block) || places.binary_search(&at).is_ok()
        })
        .collect();
    let from = kept.iter().position(|kept| *kept).unwrap_or_default();
    for at in from..all.len() {
        let heads = |block: &Block| block.is_heading() && block.words() <= LONGEST_HEADING && block.linked_share() < 50;
        let above_kept = kept.get(at + 1) == Some(&true) && all.get(at + 1).is_some_and(is_usual);
        if above_kept && all.get(at).is_some_and(heads) {
            kept[at] = true;
        }
    }
    all.iter().zip(kept).filter(|(_, kept)| *kept).map(|(block, _)| block.clone()).collect()
}

/// A post of a network that the article quotes, set in by the network's own code, or words set apart.
pub(super) fn is_quoted(block: &Block) -> bool {
    const POSTS: [&str; 5] = ["twitter-", "instagram-", "tiktok-", "bluesky-", "mastodon-"];
    let quoted = block.kind.split('/').any(|part| part.starts_with("blockquote"));
    let posted = || POSTS.iter().any(|network| block.kind.contains(network));
    quoted && block.linked_share() < 80 && (block.is_prose() || posted())
}

/// Whether a kind of block is named by classes and at least two fifths of its prose are among the found.
fn is_own(kind: &str, places: &[usize], all: &[Block]) -> bool {
    let alike = |block: &&Block| block.kind == kind && block.is_prose();
    let held: usize = places.iter().filter_map(|at| all.get(*at)).filter(alike).map(|block| block.text.len()).sum();
    let there: usize = all.iter().filter(alike).map(|block| block.text.len()).sum();
    let classed = kind.split('/').any(|part| part.split_once(' ').is_some_and(|(_, class)| !class.trim().is_empty()));
    classed && held * 5 >= there * 2
}

/// Where the found blocks stand among all, in order; blocks that are not there as they are, are passed over.
pub(super) fn places(found: &[Block], all: &[Block]) -> Vec<usize> {
    let texts: Vec<String> = all.iter().map(|block| letters(&block.text)).collect();
    let mut from = 0;
    let mut places = Vec::new();
    for block in found {
        let wanted = letters(&block.text);
        if wanted.is_empty() {
            continue;
        }
        if let Some(at) = texts.iter().skip(from).position(|text| *text == wanted).map(|ahead| from + ahead) {
            places.push(at);
            from = at + 1;
        }
    }
    places
}

/// The kind of block that holds the most found prose.
fn usual_kind<'b>(places: &[usize], all: &'b [Block]) -> Option<&'b str> {
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for block in places.iter().filter_map(|at| all.get(*at)).filter(|block| block.is_prose()) {
        *held.entry(block.kind.as_str()).or_default() += block.text.len();
    }
    held.into_iter().max_by_key(|(_, length)| *length).map(|(kind, _)| kind)
}
