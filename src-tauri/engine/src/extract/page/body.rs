//! The paragraphs of a page's article: found by Readability, walked block by block, freed of furniture.
use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

use super::furniture::{self, Block};
use crate::extract::one_line;

/// Elements that begin and end a paragraph. A table's row is one.
const BLOCKS: [&str; 26] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "figure",
    "figcaption",
    "table",
    "tr",
    "dt",
    "dd",
    "pre",
    "address",
    "body",
];

/// The paragraphs without the headline.
pub(super) fn paragraphs(document: Document, title: Option<&str>, linked: Option<&str>) -> Vec<String> {
    furniture::clear(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, text_mode: TextMode::Raw, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let blocks = found.map(|article| blocks(&Document::from(article.content))).unwrap_or_default();
    let _ = linked;
    furniture::without(blocks, title)
}

fn blocks(article: &Document) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<NodeId> = None;
    for node in article.root().descendants_it() {
        if node.has_name("br") {
            if let Some(open) = blocks.last_mut() {
                open.text.push('\n');
            }
            continue;
        }
        if !node.is_text() {
            continue;
        }
        let text = node.text();
        let (block, linked) = place(&node);
        let blank = text.trim().is_empty();
        if block.id == node.id || (blank && last != Some(block.id)) {
            continue;
        }
        if last != Some(block.id) {
            last = Some(block.id);
            blocks.push(Block {
                tag: block.node_name().map(|name| name.to_string()).unwrap_or_default(),
                ..Block::default()
            });
        }
        if let Some(open) = blocks.last_mut() {
            open.linked += if linked { text.chars().filter(|c| !c.is_whitespace()).count() } else { 0 };
            open.text.push_str(&text);
        }
    }
    blocks.iter_mut().for_each(|block| block.text = one_line(&block.text));
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

/// The block a text stands in, and whether it is (part of) a link.
fn place<'a>(text: &NodeRef<'a>) -> (NodeRef<'a>, bool) {
    let mut linked = false;
    for above in text.ancestors_it(None) {
        let Some(name) = above.node_name() else { continue };
        if BLOCKS.contains(&name.as_ref()) {
            return (above, linked);
        }
        linked |= name.as_ref() == "a";
    }
    (text.parent().unwrap_or(*text), linked)
}
