//! Which of a page's titles is the headline, without the site's name behind it.
use dom_query::{Document, NodeRef};

use crate::extract::{address, one_line};

/// Parts of the names that a line above the headline has, which some pages put inside of it.
const KICKERS: [&str; 10] = [
    "kicker",
    "overline",
    "topline",
    "eyebrow",
    "roofline",
    "dachzeile",
    "pretitle",
    "offscreen",
    "sr-only",
    "visually-hidden",
];

/// The headline: the heading that the page's metadata agree with, else the metadata's title.
///
/// A `<h1>` counts before an `<h2>`, and one that is the same before one that is only alike: pages put the site's name
/// or the last step of the way to the page into a `<h1>` too. Where the first title (OpenGraph) and `sworn` (JSON-LD)
/// are the same, no heading that differs counts: it may be the second half of the headline, or that of another article.
pub(super) fn headline(
    document: &Document,
    declared: &[String],
    sworn: Option<&str>,
    sites: &[&str],
) -> Option<String> {
    let page_title = one_line(&document.select_single("title").text());
    let named: Vec<String> = declared
        .iter()
        .map(String::as_str)
        .chain([page_title.as_str()])
        .map(|title| without_site(title, sites))
        .filter(|title| !title.is_empty())
        .collect();
    let headings = texts(document, "h1", &named);
    let equal = |heading: &&String| named.iter().any(|title| letters(heading) == letters(title));
    let sworn = sworn.map(|title| without_site(title, sites));
    let sworn = sworn.filter(|sworn| named.first().is_some_and(|first| letters(first) == letters(sworn)));
    if let Some(sworn) = sworn {
        let shown = headings.iter().find(|heading| letters(heading) == letters(&sworn)).cloned();
        return Some(shown.unwrap_or(sworn));
    }
    let alike = |heading: &&String| named.iter().any(|title| same(heading, title) || begins(title, heading));
    let agreed = headings.iter().find(equal).or_else(|| headings.iter().find(alike)).cloned();
    // What parts its lines on the page stands as a colon in the title.
    let below = || {
        let heading = texts(document, "h2", &named).into_iter().find(|heading| equal(&heading))?;
        named.iter().find(|title| letters(title) == letters(&heading)).cloned()
    };
    let alone = || headings.first().filter(|h1| headings.len() == 1 && h1.split(' ').count() > 2).cloned();
    agreed.or_else(below).or_else(|| Some(whole(named.first()?, &named))).or_else(alone)
}

/// The title, or the same one whole where a quotation mark inside it has ended its attribute.
fn whole(title: &str, named: &[String]) -> String {
    let goes_on = |longer: &&String| longer.strip_prefix(title).is_some_and(|rest| rest.trim_start().starts_with('"'));
    named.iter().find(goes_on).map_or(title, String::as_str).to_owned()
}

/// The texts of headings without the line above them, those in the way to the page ("breadcrumbs") left aside.
fn texts(document: &Document, tag: &str, named: &[String]) -> Vec<String> {
    let named_so = |name: &str| name.to_ascii_lowercase().contains("breadcrumb");
    let crumb = |node: &NodeRef| {
        let values = ["class", "id", "itemtype"].into_iter().filter_map(|key| node.attr(key));
        node.attrs().iter().any(|attribute| named_so(&attribute.name.local)) || values.into_iter().any(|v| named_so(&v))
    };
    let in_crumbs = |node: &NodeRef| crumb(node) || node.ancestors_it(Some(4)).any(|above| crumb(&above));
    let headings = document.select(tag);
    let shown = headings.nodes().iter().filter(|node| !in_crumbs(node));
    shown.map(|node| without_kicker(node, named)).filter(|text| !text.is_empty()).collect()
}

/// The heading's words. The line above stays where a title of the page has it too.
fn without_kicker(heading: &NodeRef, named: &[String]) -> String {
    let is_kicker = |node: &NodeRef| {
        let class = node.class().unwrap_or_default().to_ascii_lowercase();
        KICKERS.iter().any(|name| class.contains(name))
    };
    let inside = |text: &NodeRef| {
        let above = text.ancestors_it(None).take_while(|above| above.id != heading.id);
        text.text().chars().any(char::is_alphanumeric) && above.into_iter().any(|above| is_kicker(&above))
    };
    let full = one_line(&heading.text());
    let words = heading.descendants_it().filter(|node| node.is_text() && !inside(node));
    let cut = one_line(&words.map(|node| node.text().to_string()).collect::<String>());
    let cut = cut.trim_start_matches([' ', '-', '–', '—', ':', '|']);
    // The page's own title has the colon that the line above goes without.
    let declared = named.iter().find(|title| letters(title) == letters(&full) && cut != full);
    declared.cloned().unwrap_or_else(|| if cut.is_empty() { full.clone() } else { cut.to_owned() })
}

/// The title is the heading with something behind a separator: the name of a site that says it nowhere else.
fn begins(title: &str, heading: &str) -> bool {
    let rest = title.strip_prefix(heading).map(str::trim_start);
    heading.len() >= 10 && rest.is_some_and(|rest| rest.starts_with(['-', '–', '—', '|', '·', '•', '»', ':']))
}

/// Letters and digits are the same, or one title is the other cut short or with a short addition.
fn same(heading: &str, title: &str) -> bool {
    let (heading, title) = (letters(heading), letters(title));
    let (short, long) = if heading.len() < title.len() { (&heading, &title) } else { (&title, &heading) };
    !short.is_empty() && long.contains(short.as_str()) && short.len() * 10 >= long.len() * 6
}

/// The letters and digits of a text in lower case, to compare texts by.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "Two dead in flood - The Lantern" without the site's name, when what follows the last separator is that name, or
/// looks like a web address.
fn without_site(title: &str, sites: &[&str]) -> String {
    let title = one_line(title);
    let mut cut = title.as_str();
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "] {
        while let Some((before, after)) = cut.rsplit_once(separator) {
            let named = sites.iter().any(|site| is_part(&letters(after), &letters(site)));
            let address = !after.contains(' ') && after.contains('.') && after.chars().any(char::is_alphabetic);
            if before.is_empty() || !(named || address) {
                break;
            }
            cut = before.trim_end();
        }
    }
    cut.to_owned()
}

/// The part of a web address that names its site: the longest one of its host ("lantern" of "https://www.lantern.co.uk/").
pub(super) fn host(address: &str) -> Option<&str> {
    address::host(address)?.split('.').filter(|part| part.len() > 3).max_by_key(|part| part.len())
}

/// Whether two names of one site are alike: one holds the other.
fn is_part(one: &str, other: &str) -> bool {
    one.len() >= 3 && other.len() >= 3 && (one.contains(other) || other.contains(one))
}
