//! A page's text block by block, in the order of the page.
use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use crate::extract::one_line;

/// A paragraph and what is known of its place.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words.
    pub text: String,
    /// The element it stands in.
    pub tag: String,
    /// The element and its parent with their classes: blocks of one part of the page are alike in this.
    pub kind: String,
    /// Letters inside links, white space aside.
    pub linked: usize,
    /// Its first words are no link.
    pub opens_plain: bool,
}

impl Block {
    pub(super) fn words(&self) -> usize {
        // Scripts without spaces: about two letters make a word.
        let dense = self.text.chars().filter(|c| ('\u{2E80}'..='\u{9FFF}').contains(c)).count();
        self.text.split_whitespace().count().max(dense / 2)
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }

    /// Ends like a sentence, a quotation mark or bracket after the full stop aside.
    pub(super) fn ends_sentence(&self) -> bool {
        let end = self.text.trim_end_matches(['"', '”', '\'', '’', '‘', '“', ')', '»', '«', ']', ' ']);
        end.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '۔', '؟', ':'])
    }

    pub(super) fn is_prose(&self) -> bool {
        !self.is_heading() && self.words() >= 9 && self.ends_sentence()
    }

    /// The share of its letters in links, per cent.
    pub(super) fn linked_share(&self) -> usize {
        self.linked * 100 / self.text.chars().filter(|c| !c.is_whitespace()).count().max(1)
    }
}

/// Bytes of text, and nodes, in the longest link that is a teaser.
const LONGEST_TEASER: usize = 600;

/// Elements that begin and end a paragraph. A table's row is one.
pub(super) const BLOCKS: [&str; 26] = [
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

/// The blocks of `document` that hold text.
pub(super) fn of(document: &Document) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<NodeId> = None;
    let mut teasers = Teasers::new();
    for node in document.root().descendants_it() {
        if node.has_name("br") {
            if let Some(open) = blocks.last_mut() {
                open.text.push('\n');
            }
            continue;
        }
        if (node.has_name("td") || node.has_name("th"))
            && let Some(open) = blocks.last_mut()
        {
            open.text.push(' ');
        }
        if !node.is_text() {
            continue;
        }
        let text = node.text();
        let (block, linked) = place(&node, &mut teasers);
        let blank = text.trim().is_empty();
        if block.id == node.id || (blank && last != Some(block.id)) {
            continue;
        }
        if last != Some(block.id) {
            last = Some(block.id);
            blocks.push(Block {
                kind: kind(&block),
                tag: block.node_name().map(|name| name.to_string()).unwrap_or_default(),
                ..Block::default()
            });
        }
        if let Some(open) = blocks.last_mut() {
            if open.text.trim().is_empty() && !blank {
                open.opens_plain = !linked;
            }
            open.linked += if linked { text.chars().filter(|c| !c.is_whitespace()).count() } else { 0 };
            open.text.push_str(&text);
        }
    }
    blocks.iter_mut().for_each(|block| block.text = one_line(&block.text));
    blocks.retain(|block| !block.text.is_empty() && block.tag != "title");
    blocks
}

/// The block a text stands in, and whether it is (part of) a link.
fn place<'a>(text: &NodeRef<'a>, teasers: &mut Teasers) -> (NodeRef<'a>, bool) {
    let mut linked = false;
    for above in text.ancestors_it(None) {
        let Some(name) = above.node_name() else { continue };
        if BLOCKS.contains(&name.as_ref()) {
            return (above, linked || is_teaser(&above, teasers));
        }
        linked |= name.as_ref() == "a";
    }
    (text.parent().unwrap_or(*text), linked)
}

/// Which links are short enough for a teaser, as far as it was asked.
type Teasers = HashMap<NodeId, bool>;

/// A block inside a link, as teasers are; a link that holds a whole page was never closed.
fn is_teaser(block: &NodeRef, teasers: &mut Teasers) -> bool {
    let mut links = block.ancestors_it(Some(3)).filter(|above| above.has_name("a") && above.has_attr("href"));
    links.any(|link| *teasers.entry(link.id).or_insert_with(|| is_short(&link)))
}

/// Looks no further than the longest teaser goes: a link may hold the page's every block.
fn is_short(link: &NodeRef) -> bool {
    let mut inside = link.descendants_it();
    let texts = inside.by_ref().take(LONGEST_TEASER).filter(NodeRef::is_text);
    let length: usize = texts.map(|text| text.text().len()).sum();
    length <= LONGEST_TEASER && inside.next().is_none()
}

fn kind(block: &NodeRef) -> String {
    let named = |node: &NodeRef| {
        let (tag, class) = (node.node_name().unwrap_or_default(), node.class().unwrap_or_default());
        format!("{tag} {class}")
    };
    format!("{}/{}", block.parent().map(|parent| named(&parent)).unwrap_or_default(), named(block))
}
