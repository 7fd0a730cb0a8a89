//! Which of a page's titles is the headline, without the site's name behind it.
use dom_query::Document;

use crate::extract::one_line;

/// The headline: the `<h1>` that the page's metadata agree with, else the metadata's title.
pub(super) fn headline(document: &Document, declared: &[String], site: Option<&str>) -> Option<String> {
    let page_title = one_line(&document.select_single("title").text());
    let named: Vec<String> = declared
        .iter()
        .map(String::as_str)
        .chain([page_title.as_str()])
        .map(|title| without_site(title, site))
        .collect();
    let headings: Vec<String> =
        document.select("h1").iter().map(|h1| one_line(&h1.text())).filter(|h1| !h1.is_empty()).collect();
    let agreed = headings.iter().find(|h1| named.iter().any(|title| same(h1, title)));
    let alone = || headings.first().filter(|h1| headings.len() == 1 && h1.split(' ').count() > 2);
    let first = || named.iter().find(|title| !title.is_empty());
    agreed.or_else(first).or_else(alone).cloned()
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
fn without_site(title: &str, site: Option<&str>) -> String {
    let title = one_line(title);
    let mut cut = title.as_str();
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "] {
        while let Some((before, after)) = cut.rsplit_once(separator) {
            let named = site.is_some_and(|site| is_part(&letters(after), &letters(site)));
            let address = !after.contains(' ') && after.contains('.') && after.chars().any(char::is_alphabetic);
            if before.is_empty() || !(named || address) {
                break;
            }
            cut = before.trim_end();
        }
    }
    cut.to_owned()
}

/// Whether two names of one site are alike: one holds the other.
fn is_part(one: &str, other: &str) -> bool {
    one.len() >= 3 && other.len() >= 3 && (one.contains(other) || other.contains(one))
}
