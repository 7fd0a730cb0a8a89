//! Removes elements that are never part of an article, before the article is searched: captions, share bars, boxes of
//! related articles, newsletters, walls before paid text. Known by their tag, or by the names their makers gave them.
use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::inserted;
use super::linked_body::runs;
use super::title::letters;

/// Elements that are furniture by what they are.
const BY_TAG: &str = "figcaption, nav, aside, dialog, [hidden], [role=navigation], [role=complementary], [role=dialog]";

/// Parts of class names and ids that only furniture has; a space stands where the name begins or ends.
const BY_NAME: [&str; 87] = [
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
    " author",
    " bio ",
    "author-bio",
    "author-box",
    "author_bio",
    "author__bio",
    "authorbio",
    "about-author",
    "pullquote",
    "pull-quote",
    "pull_quote",
    "factbox",
    "fact-box",
    "faktabox",
    "infobox",
    "info-box",
    "aisummary",
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
    inserted::clear(&body);
    let named: Vec<NodeRef> = body.descendants_it().filter(is_named).collect();
    let mut told = None;
    for node in named {
        // The names also stand on containers of the whole page ("has-newsletter"): what holds the text is kept.
        let holds = ["body", "article", "main"].iter().any(|name| node.has_name(name));
        let again = is_pull_quote(&node);
        let mut quoted = || if again { !is_told_twice(&node, &body, &mut told) } else { quotes(&node) };
        if holds || prose(&node) * 4 > all || quoted() {
            continue;
        }
        if in_sentence(&node) && is_hint(&node) {
            keep_first(&node);
        } else {
            node.remove_from_parent();
        }
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

/// The classes and the id of an element, in lower case, each between spaces.
fn names(node: &NodeRef) -> String {
    [node.class(), node.id_attr()]
        .into_iter()
        .flatten()
        .fold(String::from(" "), |all, name| all + &name.to_ascii_lowercase() + " ")
}

/// How often the page tells each run of words; counted when the first one asks.
type Told = Option<HashMap<u64, usize>>;

/// Whether most of an element's words stand in the body twice.
fn is_told_twice(node: &NodeRef, body: &NodeRef, told: &mut Told) -> bool {
    const LONGEST: usize = 2000;
    let text = node.text();
    if text.len() > LONGEST {
        return false;
    }
    let told = told.get_or_insert_with(|| {
        let mut counts = HashMap::new();
        runs(&body.text()).into_iter().for_each(|run| *counts.entry(run).or_default() += 1);
        counts
    });
    let own = runs(&text);
    let twice = own.iter().filter(|run| told.get(*run).is_some_and(|count| *count > 1)).count();
    twice * 2 > own.len()
}

/// Words of the article again, set large.
fn is_pull_quote(node: &NodeRef) -> bool {
    let names = names(node);
    ["pullquote", "pull-quote", "pull_quote"].iter().any(|name| names.contains(name))
}

/// A word or link of a sentence with more to be shown beside it when it is pointed at.
fn is_hint(node: &NodeRef) -> bool {
    let names = names(node);
    ["tooltip", "popover", "rollover", "popup"].iter().any(|name| names.contains(name))
}

/// Whether an element is part of a running text: it and its surroundings are inline, in a paragraph that says more.
fn in_sentence(node: &NodeRef) -> bool {
    let inline = |node: &NodeRef| ["span", "a", "abbr", "dfn"].iter().any(|name| node.has_name(name));
    let paragraph = node.ancestors_it(Some(4)).find(|above| !inline(above));
    inline(node) && paragraph.is_some_and(|above| above.has_name("p") || above.has_name("li"))
}

/// Leaves of an element only what comes first: the words that stand in the sentence.
fn keep_first(node: &NodeRef) {
    let says = |inner: &NodeRef| inner.text().chars().any(char::is_alphanumeric);
    let parts: Vec<NodeRef> = node.children_it(false).collect();
    let first = parts.iter().position(says).unwrap_or(parts.len());
    parts.iter().skip(first + 1).filter(|part| part.is_element()).for_each(NodeRef::remove_from_parent);
}

fn is_named(node: &NodeRef) -> bool {
    if !node.is_element() {
        return false;
    }
    let name = names(node);
    // Paid text is marked as such paragraph by paragraph.
    if node.has_name("p") && (name.contains("paywall") || name.contains("subscri")) {
        return false;
    }
    BY_NAME.iter().any(|part| name.contains(part)) && !name.contains("no-") && !name.contains("has-")
}

/// A post that the article quotes, set in by the network's own code: a quotation with words, whatever it stands in.
fn quotes(node: &NodeRef) -> bool {
    node.descendants_it().any(|inner| inner.has_name("blockquote") && inner.text().split_whitespace().count() >= 3)
}

/// Bytes of text in the paragraphs inside `node`.
fn prose(node: &NodeRef) -> usize {
    node.descendants_it().filter(|inner| inner.has_name("p")).map(|paragraph| paragraph.text().trim().len()).sum()
}
