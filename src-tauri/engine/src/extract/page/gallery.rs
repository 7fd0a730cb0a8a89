//! A page of pictures has its text below them: there the captions are the article.
use std::collections::{BTreeMap, HashMap, HashSet};

use super::blocks::Block;
use super::title::letters;

/// Captions of one make that make a gallery.
const FEWEST: usize = 3;
/// Words of a caption that tells something.
const SHORTEST: usize = 5;

/// Adds the captions of a gallery to the little text above them, each once, in the order of the page.
pub(super) fn added(paragraphs: &mut Vec<String>, page: &[Block]) {
    let mut made: BTreeMap<&str, Vec<&Block>> = BTreeMap::new();
    for block in page.iter().filter(|block| is_caption(block)) {
        made.entry(block.kind.as_str()).or_default().push(block);
    }
    let words = |blocks: &[&Block]| blocks.iter().map(|block| block.words()).sum::<usize>();
    let Some(captions) = made.into_values().max_by_key(|blocks| words(blocks)) else { return };
    let told: usize = paragraphs.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
    if captions.len() < FEWEST || words(&captions) < told * 2 {
        return;
    }
    // In a page without running text the search may have come upon its foot.
    let places: HashMap<String, usize> = page.iter().enumerate().map(|(at, b)| (letters(&b.text), at)).collect();
    let place = |text: &str| places.get(&letters(text));
    let last = captions.last().and_then(|caption| place(&caption.text));
    paragraphs.retain(|paragraph| place(paragraph).is_none_or(|at| Some(at) <= last));
    let mut seen: HashSet<String> = paragraphs.iter().map(|paragraph| letters(paragraph)).collect();
    paragraphs
        .extend(captions.iter().filter(|block| seen.insert(letters(&block.text))).map(|block| block.text.clone()));
}

fn is_caption(block: &Block) -> bool {
    let own = block.kind.rsplit('/').next().unwrap_or_default();
    let named = block.tag == "figcaption" || own.to_lowercase().contains("caption");
    named && !block.is_heading() && block.words() >= SHORTEST && block.linked_share() < 30
}
