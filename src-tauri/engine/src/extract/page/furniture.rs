//! What is left in a page's article without being part of it: lines of date and author above the text, captions,
//! "Baca Juga" links, advertisement, and whatever follows the article.
//!
//! Precision first in both directions: a line of furniture becomes a false "only here", a lost sentence a false "not
//! mentioned". So a block goes only when its words or its form leave no doubt; in doubt it stays.
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::apart;
use super::blocks::Block;
use super::phrases;
use super::title;

/// The blocks of the article without furniture and without the headline.
pub(super) fn without(mut blocks: Vec<Block>, headline: Option<&str>) -> Vec<Block> {
    apart::drop_teasers(&mut blocks);
    drop_announced(&mut blocks);
    let times = times(&blocks);
    blocks.retain(|block| {
        let time = is_dated(block) && times.contains(&block.kind);
        time || !is_furniture(block) && !headline.is_some_and(|headline| repeats(block, headline))
    });
    cut_tail(&mut blocks);
    apart::drop_told_again(&mut blocks);
    let head = blocks.iter().position(Block::is_prose).unwrap_or(0);
    let listed = listed(&blocks, head);
    let usual = blocks.get(head).map(|first| first.kind.clone());
    let parted = parted(&blocks, head);
    let opens = |block: &Block| {
        Some(&block.kind) == usual.as_ref() && (block.ends_sentence() && block.words() > 2 || is_dateline(block))
    };
    let tells_time = |block: &Block| is_dated(block) && times.contains(&block.kind);
    let mut at = 0;
    let mut opened = false;
    blocks.retain(|block| {
        at += 1;
        opened |= opens(block);
        let point = opened && block.tag == "li" && block.linked == 0;
        // Another main heading above the text is the headline in other words.
        let shown = block.tag != "h1";
        at > head
            || block.is_prose()
            || shown && block.words() > 8 && !is_dated(block)
            || listed.contains(&at)
            || tells_time(block)
            || parted && at == head
            || shown && is_standfirst(block)
            || opens(block)
            || point
    });
    let head = blocks.iter().position(Block::is_prose).unwrap_or(0);
    apart::drop_captions(&mut blocks, head);
    while blocks.len() > 1 && blocks.last().is_some_and(|last| ends_nothing(last) || is_dated(last)) {
        blocks.pop();
    }
    blocks.dedup_by(|later, earlier| later.text == earlier.text);
    blocks
}

/// A label such as "Don't miss" takes the links under it with it.
fn drop_announced(blocks: &mut Vec<Block>) {
    let announces = |block: &Block| {
        let text = block.text.to_lowercase();
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        block.words() <= 4 && phrases::POINTERS.iter().chain(&phrases::AFTER).any(|label| text.starts_with(label))
    };
    let mut goes = vec![false; blocks.len()];
    for at in 1..blocks.len() {
        let label = announces(&blocks[at - 1]);
        if (label || goes[at - 1]) && blocks[at].linked_share() > 60 {
            goes[at] = true;
            goes[at - 1] |= label;
        }
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        !goes[at - 1]
    });
}

/// The places, counted from 1, of a list of three points or more that the article begins with, and of its heading.
fn listed(blocks: &[Block], head: usize) -> Range<usize> {
    let before = blocks.get(..head).unwrap_or_default();
    let points = before.iter().rev().take_while(|block| block.tag == "li" && block.linked < 3).count();
    if points < 3 {
        return 0..0;
    }
    let first = head - points;
    let heading = first.checked_sub(1).and_then(|at| before.get(at)).filter(|above| above.text.ends_with(['?', ':']));
    first + 1 - usize::from(heading.is_some())..head + 1
}

/// Whether the block above the first paragraph is a heading like those that part the text further down.
fn parted(blocks: &[Block], head: usize) -> bool {
    let (above, below) = blocks.split_at(head);
    above.last().is_some_and(|last| last.is_heading() && below.iter().any(|block| block.kind == last.kind))
}

/// A place, a day and an agency on a line of their own, from which the text goes on: "LORN, 5 March (AP) --".
fn is_dateline(block: &Block) -> bool {
    block.words() <= 10 && block.text.trim_end().ends_with(['-', '–', '—'])
}

/// A line with a year and a time, as sites put above a text: "Kamis, 5 Maret 2026 14:56 WIB | 1.229 Views".
fn is_dated(block: &Block) -> bool {
    let mut words = block.text.split(|c: char| !c.is_ascii_digit());
    let year = words.any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
    year && block.words() <= 14 && block.text.contains(':') && !block.ends_sentence()
}

/// A line that its makers named as the one under the headline.
pub(super) fn is_standfirst(block: &Block) -> bool {
    let kind = block.kind.to_lowercase();
    (5..=60).contains(&block.words())
        && block.linked_share() < 20
        && !block.text.contains(['©', '|'])
        && !is_dated(block)
        && phrases::STANDFIRSTS.iter().any(|name| kind.contains(name))
}

/// The kinds of block in which a live report says when each of its parts was written: different times, and text below.
fn times(blocks: &[Block]) -> HashSet<String> {
    const FEWEST: usize = 3;
    let mut made: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
    for pair in blocks.windows(3).filter(|pair| is_dated(&pair[0]) && pair[1..].iter().any(Block::is_prose)) {
        made.entry(pair[0].kind.as_str()).or_default().insert(pair[0].text.as_str());
    }
    made.into_iter().filter(|(_, times)| times.len() >= FEWEST).map(|(kind, _)| kind.to_owned()).collect()
}

/// Whether the block is the headline again.
fn repeats(block: &Block, headline: &str) -> bool {
    let (block, headline) = (title::letters(&block.text), title::letters(headline));
    block == headline
}

fn is_furniture(block: &Block) -> bool {
    let text = block.text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words = block.words();
    text.is_empty()
        || phrases::LABELS.contains(&text)
        || phrases::walls(text) && words <= 60
        || is_line_about(text, block)
        || is_credit(block)
        || block.tag == "li" && block.linked_share() > 60 && words > 3 && !block.ends_sentence()
        || block.linked_share() > 90
            && (block.tag == "li" || words > 3)
            && !(block.is_prose() && block.tag == "p" && block.opens_plain)
        || block.linked_share() > 40 && words <= 16 && text.ends_with(" comments")
        || text.contains("[/") && block.text.starts_with('[')
        || block.linked_share() > 40 && phrases::POINTERS.iter().any(|pointer| text.starts_with(pointer))
        || words <= 40 && phrases::BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        || words <= 60 && phrases::CREDITS.iter().any(|credit| ends_with_credit(&block.text, credit))
        || words <= 12 && !block.ends_sentence() && phrases::AGENCIES.iter().any(|agency| block.text.contains(agency))
        || words <= 60 && (phrases::invites(text) || phrases::advises(text))
}

/// The name of a photographer or a source in the place made for it, the number of a picture.
fn is_credit(block: &Block) -> bool {
    const PLACES: [&str; 12] = [
        "credit", "figure", "image", "photo", "picture", "gallery", "thumb", "media", "lightbox", "slide", "cite",
        "number",
    ];
    let kind = block.kind.to_lowercase();
    let own = kind.rsplit('/').next().unwrap_or_default();
    let counts = block.words() == 1 && block.text.chars().all(|c| c.is_ascii_digit()) && block.tag == "div";
    let placed = PLACES.iter().any(|place| own.contains(place)) || kind.starts_with("figure");
    counts
        || placed && block.words() <= 14 && !block.is_heading() && block.tag != "li" && !block.ends_sentence()
        || own.contains("credit") && block.words() <= 20
}

/// A line about the article and not of it: when it was published, who wrote it, how long it takes to read.
fn is_line_about(text: &str, block: &Block) -> bool {
    let words = block.words();
    let timed = text.contains(|c: char| c.is_ascii_digit()) && phrases::TIMES.iter().any(|mark| text.starts_with(mark));
    words <= 3 && text.ends_with(" views")
        || words <= 10 && is_dated(block)
        || words <= 16 && timed && (words <= 6 || !block.text.trim_end().ends_with('.'))
        || words <= 10 && phrases::LENGTHS.iter().any(|mark| text.contains(mark))
        || (3..=9).contains(&words)
            && !block.is_heading()
            && !block.ends_sentence()
            && phrases::names(&block.text).is_some()
        || words <= 60 && text.starts_with("in this ") && text.contains("file photo")
        || words <= 45 && text.starts_with("follow ") && phrases::NETWORKS.iter().any(|name| text.contains(name))
        || words <= 40 && block.text.starts_with(">>")
}

/// "… in Jakarta. (Foto: Ana)", "… Foto: Ana": what follows the last mark of a credit is only a name.
fn ends_with_credit(text: &str, credit: &str) -> bool {
    text.rfind(credit).and_then(|at| text.get(at + credit.len()..)).is_some_and(|name| {
        let words = name.split_whitespace().count();
        (1..=6).contains(&words) && !name.trim_end().ends_with(['!', '?', ':', ','])
    })
}

/// Cuts the article where a heading announces what follows articles, if little follows.
fn cut_tail(blocks: &mut Vec<Block>) {
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    let mut before = 0;
    for (at, block) in blocks.iter().enumerate() {
        let text = block.text.to_lowercase();
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        let announced = block.words() <= 6 && phrases::AFTER.iter().any(|phrase| text.starts_with(phrase));
        if before * 4 > all * 3 && announced {
            if goes_on(blocks, at) {
                blocks.remove(at);
            } else {
                blocks.truncate(at);
            }
            return;
        }
        before += block.text.len();
    }
}

/// Whether the article goes on below a heading of a box inside of it: prose of the very kind that stands above it.
fn goes_on(blocks: &[Block], at: usize) -> bool {
    let (above, below) = blocks.split_at(at);
    let alike = |block: &&Block| above.iter().filter(|other| other.is_prose() && other.kind == block.kind).count() >= 3;
    let plain = |block: &&Block| block.is_prose() && block.tag == "p" && block.linked_share() < 20;
    below.iter().skip(1).take(2).any(|block| plain(&block) && alike(&block))
}

/// A last line that says nothing: no sentence, few words, or a note on copyright.
fn ends_nothing(block: &Block) -> bool {
    let copyright = ["©", "ⓒ", "Copyright", "All rights reserved", "dpa-infocom"];
    let noted = block.words() <= 30 && copyright.iter().any(|mark| block.text.contains(mark));
    // Lists of points may be headings to the last.
    let tells = block.words() >= 8 && block.ends_sentence() && !block.text.trim_end().ends_with(['?', ':']);
    let signed = block.kind.contains("blockquote") && block.text.contains("(@");
    noted
        || (!block.ends_sentence() && block.words() <= 8 && block.tag != "li" && !signed)
        || block.is_heading() && !tells
}
