//! Removes elements that are never part of an article, before the article is searched: captions, share bars, boxes of
//! related articles, newsletters, walls before paid text. Known by their tag, or by the names their makers gave them.
use dom_query::{Document, NodeRef};

/// Elements that are furniture by what they are.
const BY_TAG: &str = "figcaption, nav, aside, dialog, [hidden], [role=navigation], [role=complementary], [role=dialog]";

/// Parts of class names and ids that only furniture has.
const BY_NAME: [&str; 44] = [
    "caption",
    "newsletter",
    "social-",
    "-social",
    "share-",
    "-share",
    "sharing",
    "sharebar",
    "share_",
    "related",
    "recommend",
    "promo",
    "advert",
    "sponsor",
    "paywall",
    "subscribe",
    "subscription",
    "author-bio",
    "authorbio",
    "about-author",
    "author-box",
    "breadcrumb",
    "slideshow",
    "carousel",
    "bacajuga",
    "baca-juga",
    "baca_juga",
    "baca-dulu",
    "lihatjuga",
    "lihat-juga",
    "terkait",
    "most-read",
    "mostread",
    "most-popular",
    "trending",
    "outbrain",
    "taboola",
    "disqus",
    "comment-list",
    "comments-area",
    "cookie",
    "photo-credit",
    "image-credit",
    "media-credit",
];

/// Removes furniture from the page.
pub(super) fn clear(document: &Document) {
    document.select(BY_TAG).remove();
    let Some(body) = document.body() else { return };
    let all = prose(&body);
    let named: Vec<NodeRef> = body.descendants_it().filter(is_named).collect();
    for node in named {
        // The names also stand on containers of the whole page ("has-newsletter"): what holds the text is kept.
        let holds = ["body", "article", "main"].iter().any(|name| node.has_name(name));
        if holds || prose(&node) * 4 > all {
            continue;
        }
        node.remove_from_parent();
    }
}

fn is_named(node: &NodeRef) -> bool {
    if !node.is_element() {
        return false;
    }
    let name = [node.class(), node.id_attr()]
        .into_iter()
        .flatten()
        .fold(String::new(), |all, name| all + " " + &name.to_ascii_lowercase());
    // Paid text is marked as such paragraph by paragraph.
    if node.has_name("p") && (name.contains("paywall") || name.contains("subscri")) {
        return false;
    }
    !name.is_empty()
        && BY_NAME.iter().any(|part| name.contains(part))
        && !name.contains("no-")
        && !name.contains("has-")
}

/// Bytes of text in the paragraphs inside `node`.
fn prose(node: &NodeRef) -> usize {
    node.descendants_it().filter(|inner| inner.has_name("p")).map(|paragraph| paragraph.text().trim().len()).sum()
}
