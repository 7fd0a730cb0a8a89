//! The paragraphs of a page's article: found by Readability, walked block by block, freed of furniture.
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::blocks::{self, BLOCKS, Block};
use super::metadata::About;
use super::{clear, furniture, gallery, gaps, linked_body, title};
use crate::extract::one_line;

/// The paragraphs without the headline. `page` are all blocks of the page, nothing cleared away.
pub(super) fn paragraphs(document: Document, page: &[Block], about: &About, linked: Option<&str>) -> Vec<String> {
    let lead = about.descriptions.iter().find_map(|description| standfirst(&document, description));
    clear::clear(&document);
    let all = blocks::of(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, text_mode: TextMode::Raw, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let found = found.map(|article| blocks::of(&Document::from(article.content))).unwrap_or_default();
    let found = linked_body::witnessed(gaps::filled(found, &all), &all, linked);
    let lead = lead.filter(|lead| !lead.contains('©') && stands_above(lead, &found, page));
    let named = about.title.as_deref().map(|title| named_so(&found, &all, title)).unwrap_or_default();
    let above = about.title.as_deref().filter(|_| lead.is_none() && named.is_empty());
    let above = above.and_then(|title| between(&found, &all, title));
    let found: Vec<Block> = above.into_iter().chain(found).collect();
    // A page of one picture has its words in the standfirst, and nothing else but a line of date.
    let was_found = !found.is_empty();
    let blocks = furniture::without(found, about.title.as_deref());
    let mut paragraphs: Vec<String> = linked_body::merged(blocks, linked);
    let leads = lead.into_iter().chain(named.into_iter().map(|block| block.text)).filter(|_| was_found);
    let mut at = 0;
    for lead in leads {
        let told = title::letters(&lead);
        let known = |paragraph: &String| {
            let letters = title::letters(paragraph);
            letters.contains(&told) || told.contains(&letters)
        };
        if !paragraphs.iter().any(known) {
            paragraphs.insert(at, lead);
            at += 1;
        }
    }
    gallery::added(&mut paragraphs, page);
    paragraphs
}

/// The paragraph under the headline, which many pages keep outside of the article: a text of the page that is also
/// the description the page gives of itself, or goes on where that was cut short.
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
            || known.starts_with(&wanted) && known.len() < wanted.len() * 2
            || wanted.starts_with(&known) && known.len() * 10 > wanted.len() * 8;
        alike.then_some(text)
    });
    matching.take(1).next()
}

/// The same by its place: the one sentence or two between the headline and the article that was found. A page whose
/// main heading words its headline otherwise has it under the last heading before the article.
fn between(found: &[Block], all: &[Block], headline: &str) -> Option<Block> {
    const NEAR: usize = 2;
    const NEAR_ANY: usize = 5;
    let (above, named) = heading(found, all, headline)?;
    let first = above.len();
    let main = |block: &Block| matches!(block.tag.as_str(), "h1" | "h2") && block.words() >= 4;
    let any = || above.iter().rposition(main).filter(|at| at + NEAR_ANY >= first);
    let near = if named.is_some() { NEAR } else { NEAR_ANY };
    let under = named.or_else(any)? + 1;
    let words = |block: &Block| block.words() <= 80 && block.linked_share() < 20 && !block.text.contains(['©', '|']);
    let below = above.get(under..)?;
    let prose = |block: &&Block| block.is_prose() && words(block);
    let second = |block: &&Block| block.tag == "h2" && block.words() >= 12 && words(block) && named.is_some();
    below.iter().take(near).find(prose).or_else(|| below.iter().take(1).find(second)).cloned().map(as_paragraph)
}

/// The blocks above the first found one, and which of them is the headline.
fn heading<'b>(found: &[Block], all: &'b [Block], headline: &str) -> Option<(&'b [Block], Option<usize>)> {
    let headline = title::letters(headline);
    let first = *gaps::places(found, all).first()?;
    let above = all.get(..first)?;
    let named = above.iter().rposition(|block| block.is_heading() && title::letters(&block.text).ends_with(&headline));
    Some((above, named))
}

/// Lines between the headline and the article whose makers named them what they are: the standfirst, also one without
/// a full stop, and further ones.
fn named_so(found: &[Block], all: &[Block], headline: &str) -> Vec<Block> {
    const NEAR: usize = 6;
    let Some((above, Some(at))) = heading(found, all, headline) else { return Vec::new() };
    above.iter().skip(at + 1).take(NEAR).filter(|block| furniture::is_standfirst(block)).cloned().collect()
}

/// A standfirst that is marked up as a heading is none.
fn as_paragraph(block: Block) -> Block {
    Block { tag: "p".to_owned(), ..block }
}

/// Whether a text of the page stands before the article that was found: a description below it is the site's.
fn stands_above(lead: &str, found: &[Block], page: &[Block]) -> bool {
    let start = |text: &str| title::letters(text).chars().take(30).collect::<String>();
    let place = |start: &str| page.iter().position(|block| title::letters(&block.text).starts_with(start));
    let first = found.first().and_then(|block| place(&start(&block.text)));
    let little = found.iter().filter(|block| block.is_prose()).count() < 3;
    let (Some(first), Some(lead), false) = (first, place(&start(lead)), little) else { return true };
    lead <= first
}
