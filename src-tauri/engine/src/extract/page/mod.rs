//! A saved web page: its code is stripped, its metadata read, its article found by a library and cleaned.
//!
//! The article is found by `dom_smoothie` (Mozilla's Readability). No code of the page is run, nothing is fetched.
mod apart;
mod blocks;
mod body;
mod clear;
mod furniture;
mod gallery;
mod gaps;
mod inserted;
mod json_ld;
mod linked_body;
mod metadata;
mod on_paper;
mod phrases;
mod rest;
mod strip;
mod title;
mod wall;

pub(super) use on_paper::authors;
pub use on_paper::{Printed, of_article, site};
pub(super) use wall::ends_early;

use super::{Extract, printed};
use crate::language;
use blocks::Block;
use dom_query::Document;
use metadata::About;

/// The article of a page; without paragraphs when it has none.
pub(super) fn article(code: &str) -> Extract {
    let stripped = strip::strip(code);
    let linked = json_ld::read(&stripped.json_ld);
    let document = Document::from(stripped.html.as_str());
    let about = metadata::read(&document, &linked);
    let page = blocks::of(&document);
    let published = about.published.clone().or_else(|| printed_date(&page, &about));
    let mut paragraphs = body::paragraphs(document, &page, &about, linked.body.as_deref());
    let partial = wall::cuts(&paragraphs, linked.free, &page);
    let headline = !paragraphs.is_empty() && about.title.is_some();
    if let Some(title) = about.title.clone().filter(|_| headline) {
        paragraphs.insert(0, title);
    }
    let left_out = if paragraphs.is_empty() { Vec::new() } else { rest::left_out(page, &paragraphs) };
    Extract {
        title: about.title,
        byline: about.byline,
        outlet: about.outlet,
        published,
        language: about.language,
        paragraphs,
        headline,
        updated: about.updated,
        section: about.section,
        canonical: about.canonical,
        partial,
        left_out,
        ..Extract::default()
    }
}

/// What the blocks beside the headline say of the time of publication.
fn printed_date(page: &[Block], about: &About) -> Option<String> {
    let headline = about.title.as_deref()?;
    let at = page.iter().position(|block| block.is_heading() && block.text == headline)?;
    let words: Vec<&str> = page.iter().map(|block| block.text.as_str()).collect();
    let beside = words.iter().take(at + 1 + printed::AFTER).skip(at.saturating_sub(printed::BEFORE));
    printed::date(beside.copied(), || language::detect(&words.join("\n"), about.language))
}
