//! PDF documents with a text layer: pages to paragraphs.
//!
//! `unpdf` finds columns, lines and headings. Before that, heads and feet are taken off each page (`running.rs`) and large first
//! letters put into their lines (`initials.rs`); after it come tables (`tables.rs`) and paragraphs (`paragraphs.rs`). Which blocks
//! of a printed web page are its article the engine says. A scan has no text, and the message says so.
mod initials;
mod paragraphs;
mod running;
mod tables;

use parallax_engine::extract::{self, Extract, LeftOut, Printed};
use parallax_engine::model::{NoticeCode, Source};
use unpdf::ErrorKind;
use unpdf::parser::backend::{PdfBackend, RawBackend};
use unpdf::parser::{BlockType, LayoutAnalyzer, TextBlock, TextSpan};

use super::trouble;
use super::word::{is_author, is_title};
use crate::{Ask, Problem};
use running::Sheet;

/// Most pages that are read. A whole newspaper has fewer.
const MOST_PAGES: usize = 200;

/// The article of a PDF document.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let failed = |error: unpdf::Error| match error.kind() {
        ErrorKind::Encrypted | ErrorKind::InvalidPassword => trouble::password(&source.file, ask.password.is_some()),
        _ => trouble::damaged(&source.file, "a PDF document"),
    };
    let document = RawBackend::load_bytes_with_password(&source.bytes, ask.password.as_deref()).map_err(failed)?;
    let numbers = document.pages();
    if numbers.is_empty() {
        return Err(trouble::damaged(&source.file, "a PDF document"));
    }
    if numbers.len() > MOST_PAGES {
        let message = format!(
            "“{}” has {} pages; up to {MOST_PAGES} are read. Save the pages of the article alone.",
            source.file,
            numbers.len()
        );
        return Err(Problem::new(NoticeCode::TooLarge, message));
    }
    // One for each page: it keeps what the page is set in.
    let mut setters: Vec<LayoutAnalyzer> = numbers.keys().map(|_| LayoutAnalyzer::new(&document)).collect();
    let mut pages: Vec<Sheet> = Vec::new();
    let mut unread = None;
    for (setter, (&number, &id)) in setters.iter().zip(&numbers) {
        // A page that cannot be read is left out: the others are worth having.
        let spans = setter.extract_page_spans(number).unwrap_or_else(|error| {
            unread = Some(error);
            Vec::new()
        });
        pages.push(Sheet { number, frame: document.crop_box(id), spans });
    }
    let mut dropped = running::take_off(&mut pages);
    let mut pieces: Vec<_> = setters.iter_mut().zip(pages).map(|(setter, page)| laid_out(setter, page)).collect();
    dropped.extend(running::take_out_of_sentences(&mut pieces));
    let blocks = paragraphs::joined(pieces);
    if blocks.is_empty() {
        return Err(unread.map_or_else(|| trouble::scan(&source.file), failed));
    }
    let about = document.metadata();
    let title = about.title.filter(|title| is_title(title));
    let byline = about.author.filter(|author| is_author(author));
    let of_article = if is_printed_by_a_browser(about.creator.as_deref(), about.producer.as_deref()) {
        let page: Vec<Printed<'_>> = blocks.iter().map(Piece::printed).collect();
        extract::of_article(&page, title.as_deref())
    } else {
        vec![true; blocks.len()]
    };
    let headline = of_article.iter().position(|of| *of).map(|at| blocks[at].text.as_str());
    let outlet =
        title.as_deref().zip(headline).and_then(|(title, headline)| extract::site(title, headline)).map(str::to_owned);
    let (mut paragraphs, mut left_out) = (Vec::new(), Vec::new());
    for (block, of_article) in blocks.into_iter().zip(of_article) {
        if of_article {
            paragraphs.push(block.text);
        } else {
            left_out.push(LeftOut { before: paragraphs.len(), text: block.text });
        }
    }
    // Heads and feet of pages stand below the article when a person looks at the whole text.
    let before = paragraphs.len();
    left_out.extend(dropped.into_iter().map(|text| LeftOut { before, text }));
    extract::document(&source.file, Extract { title, byline, outlet, left_out, paragraphs, ..Extract::default() })
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    heading: bool,
    item: bool,
    /// Of its type, in points.
    size: f32,
    /// Part of its letters that are links, 0 to 1.
    linked: f32,
}

impl Piece {
    fn printed(&self) -> Printed<'_> {
        Printed { text: &self.text, size: self.size, linked: self.linked, item: self.item }
    }
}

/// Whether a browser wrote the document, by what it says of the programs that made it. Google Docs draws as Chrome does, but
/// its pages are documents.
fn is_printed_by_a_browser(creator: Option<&str>, producer: Option<&str>) -> bool {
    let made = format!("{} {}", creator.unwrap_or_default(), producer.unwrap_or_default());
    let browser =
        ["Mozilla/", "Mozilla Firefox", "Safari", "Skia/PDF", "wkhtmltopdf"].iter().any(|name| made.contains(name));
    browser && !made.contains("Google Docs")
}

/// The blocks of a page in the order in which they are read.
fn laid_out(setter: &mut LayoutAnalyzer, page: Sheet) -> Vec<Piece> {
    let mut spans = page.spans;
    setter.filter_spans_for_page(&mut spans, page.number);
    initials::set_down(&mut spans);
    let whole = setter.group_spans_into_lines_pub(spans).into_iter().flat_map(|line| line.spans).collect();
    let (tables, spans) = tables::taken_out(whole);
    for span in &spans {
        setter.font_stats_mut().add_text(span.font_size, &span.text);
    }
    setter.font_stats_mut().analyze();
    let lines = setter.group_spans_into_lines_pub(spans);
    let lines = setter.detect_headings_pub(lines);
    let blocks = setter.group_lines_into_blocks_pub(lines).into_iter().flat_map(paragraphs::parted);
    tables::put_back(blocks.filter_map(|block| Some(tables::part(&block, vec![piece(&block)?]))).collect(), tables)
}

fn piece(block: &TextBlock) -> Option<Piece> {
    let item = block.block_type == BlockType::ListItem;
    // A bullet is no word of the article. A number may be one ("1931. Then came the war."), so it stays.
    let bullet = item && block.list_item_number.is_none();
    let text = tidy(&if bullet { block.list_item_text() } else { block.text() });
    let heading = block.block_type == BlockType::Heading;
    (!text.is_empty()).then_some(Piece { text, heading, item, size: size(block), linked: linked(block) })
}

fn spans(block: &TextBlock) -> impl Iterator<Item = &TextSpan> {
    block.lines.iter().flat_map(|line| &line.spans)
}

fn size(block: &TextBlock) -> f32 {
    spans(block).max_by_key(|span| span.text.len()).map_or(0.0, |span| span.font_size)
}

/// Room between words is no link.
fn linked(block: &TextBlock) -> f32 {
    let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let all: usize = spans(block).map(|span| signs(&span.text)).sum();
    let of_links = |span: &TextSpan| -> usize {
        span.links.iter().filter_map(|link| span.text.get(link.range.clone())).map(signs).sum()
    };
    spans(block).map(of_links).sum::<usize>() as f32 / all.max(1) as f32
}

/// One space between words, and letters that a typeface draws as one sign as the letters that they are.
fn tidy(text: &str) -> String {
    const SIGNS: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    SIGNS.iter().fold(words, |text, (sign, letters)| text.replace(*sign, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_what_they_write() {
        let made = [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
                "Skia/PDF m140",
                true,
            ),
            ("Mozilla Firefox 128.0", "cairo 1.18.0 (https://cairographics.org)", true),
            ("Safari", "macOS Version 14.5 (Build 23F79) Quartz PDFContext", true),
            ("", "Skia/PDF m127 Google Docs Renderer", false),
            ("Writer", "LibreOffice 7.4", false),
            ("Adobe InDesign 19.0", "Adobe PDF Library 17.0", false),
        ];
        for (creator, producer, printed) in made {
            assert_eq!(is_printed_by_a_browser(Some(creator), Some(producer)), printed, "{creator} {producer}");
        }
    }
}
