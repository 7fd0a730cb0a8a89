//! Gives back what Readability left out between the paragraphs it found.
//!
//! Readability drops a part of the article when its markup looks like a box of links, or picks only one of several
//! parts. What is given back is prose only: sentences between found paragraphs and marked up like most of
//! them, so that no furniture comes back with it.
use std::collections::BTreeMap;

use super::blocks::Block;
use super::title::letters;

/// `found` with the gaps filled from `all` blocks of the page.
pub(super) fn filled(found: Vec<Block>, all: Vec<Block>) -> Vec<Block> {
    let places = places(&found, &all);
    let length = |block: &Block| block.text.len();
    let placed: usize = places.iter().filter_map(|at| all.get(*at)).map(length).sum();
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return found };
    // Where the library has rebuilt the paragraphs there is no telling what is missing.
    if placed * 20 < found.iter().map(length).sum::<usize>() * 19 {
        return found;
    }
    let usual = usual_kind(&places, &all);
    let is_usual = |block: &Block| Some(block.kind.as_str()) == usual && block.is_prose() && block.linked_share() < 50;
    let kept = |(at, block): (usize, Block)| {
        let fills = (*first..=*last).contains(&at) && is_usual(&block);
        (fills || places.binary_search(&at).is_ok()).then_some(block)
    };
    all.iter().cloned().enumerate().filter_map(kept).collect()
}

/// Where the found blocks stand among all, in order; blocks that are not there as they are, are passed over.
fn places(found: &[Block], all: &[Block]) -> Vec<usize> {
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
