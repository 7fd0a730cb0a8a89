//! Removes elements that are never part of an article, before the article is searched: captions, share bars, boxes of
//! related articles, newsletters, walls before paid text. Known by their tag, or by the names their makers gave them.
use dom_query::{Document, NodeRef};

use super::title::letters;

/// Elements that are furniture by what they are.
const BY_TAG: &str = "figcaption, nav, aside, dialog, [hidden], [role=navigation], [role=complementary], [role=dialog]";

/// Parts of class names and ids that only furniture has.
const BY_NAME: [&str; 74] = [
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
    "photo-desc",
    "photodesc",
    "image-desc",
    "sign-in",
    "signin",
    "sign-up",
    "signup",
    "regwall",
    "reg-wall",
    "prev_next",
    "prev-next",
    "next-prev",
    "post-nav",
    "postmeta",
    "post-meta",
    "byline",
    "tooltip",
    "popover",
    "rollover",
    "sr-only",
    "screen-reader",
    "visually-hidden",
    "popular-",
    "also-read",
    "read-next",
    "copyright",
    "dialog",
    "popup",
    "modal-",
    "-modal",
];

/// Removes furniture from the page.
pub(super) fn clear(document: &Document) {
    document.select(BY_TAG).remove();
    let Some(body) = document.body() else { return };
    let all = prose(&body);
    // Paid text waits hidden in its own place; the library would pass over it.
    document.select("p[aria-hidden]").remove_attr("aria-hidden");
    clear_further_articles(document, &body);
    clear_forms(&body);
    let named: Vec<NodeRef> = body.descendants_it().filter(is_named).collect();
    for node in named {
        // The names also stand on containers of the whole page ("has-newsletter"): what holds the text is kept.
        let holds = ["body", "article", "main"].iter().any(|name| node.has_name(name));
        if holds || prose(&node) * 4 > all || quotes(&node) {
            continue;
        }
        node.remove_from_parent();
    }
}

/// What is there to be filled in. Some systems put their whole page into one form: what holds much text is kept.
fn clear_forms(body: &NodeRef) {
    let forms: Vec<NodeRef> =
        body.descendants_it().filter(|node| node.has_name("form") || node.has_name("label")).collect();
    let all = if forms.is_empty() { 0 } else { body.text().len() };
    forms.iter().filter(|node| node.text().len() * 10 < all).for_each(NodeRef::remove_from_parent);
}

/// Pages that go on for ever put the next article under the first one, each with a main heading of its own. What comes
/// after the article whose heading the page's title repeats goes.
fn clear_further_articles(document: &Document, body: &NodeRef) {
    let title = letters(&document.select_single("title").text());
    let heading = |node: &NodeRef| {
        let heading = node.descendants_it().find(|inner| inner.has_name("h1"))?;
        Some(letters(&heading.text())).filter(|heading| !heading.is_empty())
    };
    let inside = |node: &NodeRef| node.ancestors_it(None).any(|above| above.has_name("article"));
    let articles = body.descendants_it().filter(|node| node.has_name("article") && !inside(node));
    let headed: Vec<(NodeRef, String)> = articles.filter_map(|node| Some((node, heading(&node)?))).collect();
    let Some(at) = headed.iter().position(|(node, heading)| title.contains(heading.as_str()) && prose(node) > 400)
    else {
        return;
    };
    headed.iter().skip(at + 1).for_each(|(node, _)| node.remove_from_parent());
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

/// A post that the article quotes, set in by the network's own code: a quotation with words, whatever it stands in.
fn quotes(node: &NodeRef) -> bool {
    node.descendants_it().any(|inner| inner.has_name("blockquote") && inner.text().split_whitespace().count() >= 3)
}

/// Bytes of text in the paragraphs inside `node`.
fn prose(node: &NodeRef) -> usize {
    node.descendants_it().filter(|inner| inner.has_name("p")).map(|paragraph| paragraph.text().trim().len()).sum()
}
