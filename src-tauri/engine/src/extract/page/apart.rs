//! What stands apart from an article's running text, known by where it stands among the other blocks: teasers of other
//! articles, words under pictures, and sentences that are set large or told twice.
use std::collections::{BTreeMap, HashMap};

use super::blocks::Block;
use super::linked_body::runs;
use super::title;

/// Drops teasers of other articles: headings that are links, with their first lines in places of another make than the
/// article's own paragraphs. A single one may be a subject of the article.
pub(super) fn drop_teasers(blocks: &mut Vec<Block>) {
    const FEWEST: usize = 3;
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    blocks.iter().filter(|block| block.is_prose()).for_each(|block| {
        *held.entry(block.kind.as_str()).or_default() += block.text.len();
    });
    let Some(usual) = held.into_iter().max_by_key(|(_, length)| *length).map(|(kind, _)| kind.to_owned()) else {
        return;
    };
    let mut goes = vec![false; blocks.len()];
    let mut teasers = 0;
    for at in 0..blocks.len().saturating_sub(1) {
        let (heading, below) = (&blocks[at], &blocks[at + 1]);
        if heading.is_heading() && heading.linked_share() > 90 && below.is_prose() && below.kind != usual {
            teasers += 1;
            goes[at] = true;
            goes[at + 1] = true;
        }
    }
    if teasers < FEWEST {
        return;
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        !goes[at - 1]
    });
}

/// Drops the words under pictures that no name gives away: below the first paragraph, no sentences, in bare boxes among
/// true paragraphs.
pub(super) fn drop_captions(blocks: &mut Vec<Block>, head: usize) {
    const LONGEST: usize = 20;
    let paragraphs = blocks.iter().filter(|block| block.tag == "p" && block.is_prose()).count();
    let bare = |block: &Block| matches!(block.tag.as_str(), "div" | "span" | "section" | "figure");
    let prose = blocks.iter().filter(|block| bare(block) && block.is_prose()).count();
    if paragraphs < 5 || prose * 4 > paragraphs {
        return;
    }
    let heads = |block: &Block| ["head", "title"].iter().any(|name| block.kind.to_lowercase().contains(name));
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        at <= head || !bare(block) || heads(block) || block.ends_sentence() || block.words() > LONGEST
    });
}

/// Drops what a longer block tells word by word (words set large, a standfirst that is the first paragraph again), and
/// who is named below it.
pub(super) fn drop_told_again(blocks: &mut Vec<Block>) {
    const NAME: usize = 8;
    let again = told_again(blocks);
    let mut goes = vec![false; blocks.len()];
    for at in 0..blocks.len() {
        let block = &blocks[at];
        let named = block.words() <= NAME && !block.ends_sentence() && !block.is_heading() && block.tag != "li";
        goes[at] = again[at] || at > 0 && goes[at - 1] && named && block.kind != blocks[at - 1].kind;
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        !goes[at - 1]
    });
}

/// For each block, whether another one of another kind holds all of its words, or an earlier one is the same.
fn told_again(blocks: &[Block]) -> Vec<bool> {
    const FEWEST: usize = 6;
    const LONG: usize = 12;
    // Of the blocks that share a block's first words only these many are looked at.
    const LOOKED_AT: usize = 8;
    let texts: Vec<String> = blocks.iter().map(|block| title::letters(&block.text)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        for run in runs(&block.text) {
            let holders = holders.entry(run).or_default();
            if holders.len() < LOOKED_AT && holders.last() != Some(&at) {
                holders.push(at);
            }
        }
    }
    let is_again = |(at, block): (usize, &Block)| {
        let first = runs(&block.text).first().and_then(|run| holders.get(run)).map(Vec::as_slice).unwrap_or_default();
        let holds = |other: usize| {
            let longer = texts[other].len() > texts[at].len();
            let apart = blocks[other].kind != block.kind || block.words() > LONG;
            other != at && (longer && apart || other < at) && texts[other].contains(texts[at].as_str())
        };
        block.words() >= FEWEST && !block.is_heading() && first.iter().any(|other| holds(*other))
    };
    blocks.iter().enumerate().map(is_again).collect()
}
