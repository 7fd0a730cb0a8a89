//! What stands in a page's article without being part of it: share bars, captions, "Baca Juga" links, advertisement.
use dom_query::Document;

/// A paragraph and what is known of its place.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words.
    pub text: String,
    /// The element it stands in.
    pub tag: String,
    /// Letters inside links, white space aside.
    pub linked: usize,
}

/// Removes elements that are never part of an article, before the article is searched.
pub(super) fn clear(document: &Document) {
    document.select("figcaption, nav, aside, [hidden], [aria-hidden=true], dialog").remove();
}

/// The paragraphs without furniture and without the headline.
pub(super) fn without(blocks: Vec<Block>, title: Option<&str>) -> Vec<String> {
    let keep = |block: &Block| Some(block.text.as_str()) != title && !is_furniture(block);
    blocks.into_iter().filter(keep).map(|block| block.text).collect()
}

fn is_furniture(block: &Block) -> bool {
    let letters = block.text.chars().filter(|c| !c.is_whitespace()).count();
    block.linked * 10 > letters * 9
}
