//! The paragraphs of a page's article: found by Readability, walked block by block, freed of furniture.
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::blocks::{self, BLOCKS};
use super::metadata::About;
use super::{clear, furniture, gaps, linked_body, title};
use crate::extract::one_line;

/// The paragraphs without the headline.
pub(super) fn paragraphs(document: Document, about: &About, linked: Option<&str>) -> Vec<String> {
    let lead = about.description.as_deref().and_then(|description| standfirst(&document, description));
    clear::clear(&document);
    let all = blocks::of(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, text_mode: TextMode::Raw, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let found = found.map(|article| blocks::of(&Document::from(article.content))).unwrap_or_default();
    let blocks = furniture::without(gaps::filled(found, all), about.title.as_deref());
    let mut paragraphs: Vec<String> = linked_body::merged(blocks, linked);
    if let Some(lead) = lead.filter(|_| !paragraphs.is_empty()) {
        let told = title::letters(&lead);
        let known = |paragraph: &String| {
            let letters = title::letters(paragraph);
            letters.contains(&told) || told.contains(&letters)
        };
        if !paragraphs.iter().any(known) {
            paragraphs.insert(0, lead);
        }
    }
    paragraphs
}

/// The paragraph under the headline, which many pages keep outside of the article: a text of the page that is also
/// the description the page gives of itself.
fn standfirst(document: &Document, description: &str) -> Option<String> {
    let wanted = title::letters(description);
    if wanted.len() < 40 || description.split_whitespace().count() > 70 {
        return None;
    }
    let body = document.body()?;
    let texts = body
        .descendants_it()
        .filter(|node| node.is_element() && BLOCKS.iter().chain(&["span"]).any(|name| node.has_name(name)));
    let matching = texts.filter_map(|node| {
        let text = one_line(&node.text());
        let known = title::letters(&text);
        let alike = known == wanted
            || (known.starts_with(&wanted) || wanted.starts_with(&known))
                && known.len() * 10 > wanted.len() * 8
                && known.len() * 8 < wanted.len() * 10;
        alike.then_some(text)
    });
    matching.take(1).next()
}
