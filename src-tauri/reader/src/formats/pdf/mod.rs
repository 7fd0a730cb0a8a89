//! PDF documents with a text layer: pages to paragraphs.
//!
//! `unpdf` finds columns, lines and headings. What is left here: heads and feet of pages are taken off before (`running.rs`),
//! paragraphs that a page or column ends are put together again. A scan has no text, and the message says so.
mod breaks;
mod initials;
mod running;
mod tables;

use parallax_engine::extract::{self, Extract, LeftOut};
use parallax_engine::model::{NoticeCode, Source};
use unpdf::ErrorKind;
use unpdf::parser::backend::{PdfBackend, RawBackend};
use unpdf::parser::{BlockType, LayoutAnalyzer, TextBlock};

use super::hyphens::{healed, vocabulary};
use super::trouble;
use super::word::{is_author, is_title};
use crate::{Ask, Problem};
use running::Printed;

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
    let mut pages: Vec<Printed> = Vec::new();
    let mut unread = None;
    for (setter, (&number, &id)) in setters.iter().zip(&numbers) {
        // A page that cannot be read is left out: the others are worth having.
        let spans = setter.extract_page_spans(number).unwrap_or_else(|error| {
            unread = Some(error);
            Vec::new()
        });
        pages.push(Printed { number, frame: document.crop_box(id), spans });
    }
    let dropped = running::take_off(&mut pages);
    let pieces = setters.iter_mut().zip(pages).map(|(setter, page)| laid_out(setter, page)).collect();
    let paragraphs = joined(pieces);
    if paragraphs.is_empty() {
        return Err(unread.map_or_else(|| trouble::scan(&source.file), failed));
    }
    let about = document.metadata();
    let title = about.title.filter(|title| is_title(title));
    let byline = about.author.filter(|author| is_author(author));
    // Heads and feet of pages stand below the article when a person looks at the whole text.
    let before = paragraphs.len();
    let left_out = dropped.into_iter().map(|text| LeftOut { before, text }).collect();
    extract::document(&source.file, Extract { title, byline, left_out, paragraphs, ..Extract::default() })
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    heading: bool,
    item: bool,
}

/// The blocks of a page in the order in which they are read.
fn laid_out(setter: &mut LayoutAnalyzer, page: Printed) -> Vec<Piece> {
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
    let blocks = setter.group_lines_into_blocks_pub(lines).into_iter().flat_map(breaks::parted);
    tables::put_back(blocks.filter_map(|block| Some(tables::part(&block, vec![piece(&block)?]))).collect(), tables)
}

fn piece(block: &TextBlock) -> Option<Piece> {
    let item = block.block_type == BlockType::ListItem;
    // A bullet is no word of the article. A number may be one ("1931. Then came the war."), so it stays.
    let bullet = item && block.list_item_number.is_none();
    let text = tidy(&if bullet { block.list_item_text() } else { block.text() });
    (!text.is_empty()).then_some(Piece { text, heading: block.block_type == BlockType::Heading, item })
}

/// One space between words, and letters that a typeface draws as one sign as the letters that they are.
fn tidy(text: &str) -> String {
    const SIGNS: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    SIGNS.iter().fold(words, |text, (sign, letters)| text.replace(*sign, letters))
}

/// The paragraphs of all pages, those that a page or column broke put together.
fn joined(pages: Vec<Vec<Piece>>) -> Vec<String> {
    let mut done: Vec<Piece> = Vec::new();
    for page in pages {
        let mut first = true;
        for piece in page {
            let turned = std::mem::replace(&mut first, false);
            match done.last_mut().filter(|open| goes_on(open, &piece, turned)) {
                Some(open) => {
                    open.text.push(' ');
                    open.text.push_str(&piece.text);
                }
                None => done.push(piece),
            }
        }
    }
    let words = vocabulary(done.iter().map(|piece| piece.text.as_str()));
    done.iter().map(|piece| healed(&piece.text, &words)).collect()
}

/// Whether `next` goes on with a sentence that `open` began; `turned`: a page lies between them.
fn goes_on(open: &Piece, next: &Piece, turned: bool) -> bool {
    if next.item {
        return false;
    }
    // The second line of a heading, in whatever type it is set.
    let short = |piece: &Piece| piece.text.chars().count() <= 100 && !piece.text.ends_with('.');
    if (open.heading || next.heading) && !(short(open) && short(next)) {
        return false;
    }
    if ends_a_sentence(&open.text) {
        return false;
    }
    let lower = next.text.starts_with(|c: char| c.is_lowercase());
    lower || turned && !open.heading && open.text.chars().count() > 100
}

fn ends_a_sentence(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(['"', '”', '\'', '’', ')', '»']);
    end.ends_with(['.', '!', '?', '…', ':', '。', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_paragraphs_are_joined() {
        let page = |texts: &[&str]| -> Vec<Piece> {
            texts.iter().map(|text| Piece { text: (*text).to_owned(), heading: false, item: false }).collect()
        };
        let pages = vec![page(&["The river rose and", "fell again.", "It was a fore-"]), page(&["cast day."])];
        assert_eq!(joined(pages), ["The river rose and fell again.", "It was a forecast day."]);
    }
}
