//! PDF documents with a text layer: pages to paragraphs.
//!
//! `unpdf` finds columns and lines. What is left here: heads and feet of pages that repeat are dropped, paragraphs that
//! a page or column ends are put together again. A scan has no text, and the message says so.
use std::collections::BTreeMap;

use parallax_engine::extract::{self, Extract, LeftOut};
use parallax_engine::model::{NoticeCode, Source};
use unpdf::{Block, ErrorKind, PageSelection, ParseOptions, PdfParser};

use super::hyphens::{healed, vocabulary};
use super::trouble;
use super::word::{is_author, is_title};
use crate::{Ask, Problem};

/// Most pages that are read. A whole newspaper has fewer.
const MOST_PAGES: u32 = 200;
/// Blocks at each end of a page among which its head and foot are.
const EDGE: usize = 3;

/// The article of a PDF document.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let failed = |error: unpdf::Error| match error.kind() {
        ErrorKind::Encrypted => trouble::password(&source.file, ask.password.is_some()),
        ErrorKind::InvalidPassword => trouble::password(&source.file, ask.password.is_some()),
        _ => trouble::damaged(&source.file, "a PDF document"),
    };
    let mut options = ParseOptions::new().lenient().sequential().with_pages(PageSelection::Range(1..=MOST_PAGES));
    if let Some(password) = &ask.password {
        options = options.with_password(password.as_str());
    }
    let parser = PdfParser::from_bytes_with_options(&source.bytes, options).map_err(failed)?;
    if parser.page_count() > MOST_PAGES {
        let message = format!(
            "“{}” has {} pages; up to {MOST_PAGES} are read. Save the pages of the article alone.",
            source.file,
            parser.page_count()
        );
        return Err(Problem::new(NoticeCode::TooLarge, message));
    }
    let document = parser.parse().map_err(failed)?;
    let mut pages: Vec<Vec<Piece>> = document.pages.iter().map(|page| page_pieces(&page.elements)).collect();
    let dropped = drop_running_heads(&mut pages);
    let paragraphs = joined(pages);
    if paragraphs.is_empty() {
        return Err(trouble::scan(&source.file));
    }
    let title = document.metadata.title.filter(|title| is_title(title));
    let byline = document.metadata.author.filter(|author| is_author(author));
    extract::document(
        &source.file,
        Extract { title, byline, left_out: at_end(dropped, paragraphs.len()), paragraphs, ..Extract::default() },
    )
}

/// Heads and feet of pages stand below the article when a person looks at the whole text.
fn at_end(mut dropped: Vec<String>, before: usize) -> Vec<LeftOut> {
    dropped.sort();
    dropped.dedup_by_key(|text| likeness(text));
    dropped.into_iter().map(|text| LeftOut { before, text }).collect()
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    heading: bool,
    item: bool,
}

fn page_pieces(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        let (text, heading, item) = match block {
            Block::Paragraph(p) => (p.plain_text(), p.is_heading(), p.is_list_item()),
            Block::Table(table) => {
                pieces.extend(table_rows(&table.plain_text()));
                continue;
            }
            Block::Code { content } | Block::Raw { content } => (content.clone(), false, false),
            Block::Image { .. } | Block::HorizontalRule | Block::PageBreak | Block::SectionBreak => continue,
        };
        let text = without_ligatures(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            pieces.push(Piece { text, heading, item });
        }
    }
    pieces
}

/// Letters that a typeface draws as one sign, as the letters that they are.
fn without_ligatures(text: &str) -> String {
    const SIGNS: [(char, &str); 7] =
        [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
    SIGNS.iter().fold(text.to_owned(), |text, (sign, letters)| text.replace(*sign, letters))
}

fn table_rows(text: &str) -> Vec<Piece> {
    let rows =
        text.lines().map(|row| row.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>());
    let rows = rows.map(|cells| cells.join(" | ")).filter(|row| !row.is_empty());
    rows.map(|text| Piece { text, heading: false, item: true }).collect()
}

/// Drops what stands at the top or bottom of most pages, page numbers and the lines that browsers print there; gives back
/// what was dropped.
fn drop_running_heads(pages: &mut [Vec<Piece>]) -> Vec<String> {
    let mut dropped = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut keys: Vec<String> = edges(page).map(|piece| likeness(&piece.text)).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let many = (pages.len() / 2).max(2);
    for page in pages.iter_mut() {
        let length = page.len();
        let mut at = 0;
        page.retain(|piece| {
            let edge = at < EDGE || at + EDGE >= length;
            at += 1;
            let repeats = || seen.get(&likeness(&piece.text)).is_some_and(|count| *count >= many);
            let runs = is_named_page_number(&piece.text)
                || edge && piece.text.chars().count() < 200 && (is_printed_line(&piece.text) || repeats());
            if runs {
                dropped.push(piece.text.clone());
            }
            !runs
        });
    }
    dropped
}

fn edges(page: &[Piece]) -> impl Iterator<Item = &Piece> {
    let length = page.len();
    page.iter().enumerate().filter(move |(at, _)| *at < EDGE || *at + EDGE >= length).map(|(_, piece)| piece)
}

/// A text with its numbers made alike: "Page 3 of 9" and "Page 4 of 9" are one running foot.
fn likeness(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' if key.ends_with('#') => {}
            '0'..='9' => key.push('#'),
            c => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// A line that browsers print on the edge of a page: the time and title, the address and "1/3"; or a page number.
fn is_printed_line(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let address = words.iter().any(|word| ["http://", "https://", "file://"].iter().any(|s| word.starts_with(s)));
    let counted = words.last().is_some_and(|word| word.contains('/') && is_number(word));
    let dated = words.first().is_some_and(|word| {
        let word = word.trim_end_matches(',');
        word.matches(['/', '.', '-']).count() == 2 && word.chars().all(|c| c.is_ascii_digit() || "/.-".contains(c))
    }) && words.get(1).is_some_and(|word| word.contains(':') || word.matches('.').count() == 1);
    dated || address && (counted || words.len() == 1) || is_page_number(&words)
}

fn is_page_number(words: &[&str]) -> bool {
    const WORDS: [&str; 11] = ["page", "pages", "halaman", "hal", "hal.", "of", "dari", "p.", "-", "–", "|"];
    (1..=5).contains(&words.len())
        && words.iter().any(|word| is_number(word))
        && words.iter().all(|word| is_number(word) || WORDS.contains(&word.to_lowercase().as_str()))
}

fn is_number(word: &str) -> bool {
    let word = word.trim_matches(['-', '–', '—', '|', '[', ']', '(', ')']);
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
}

/// "Page 3" may stand between two columns: with its word it is no text anywhere on a page.
fn is_named_page_number(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() > 1 && words.first().is_some_and(|word| !is_number(word)) && is_page_number(&words)
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
    let end = open.text.trim_end_matches(['"', '”', '\'', '’', ')', '»']);
    if end.ends_with(['.', '!', '?', '…', ':', '。', '।']) {
        return false;
    }
    let lower = next.text.starts_with(|c: char| c.is_lowercase());
    lower || turned && !open.heading && open.text.chars().count() > 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(texts: &[&str]) -> Vec<Piece> {
        texts.iter().map(|text| Piece { text: (*text).to_owned(), heading: false, item: false }).collect()
    }

    #[test]
    fn heads_and_feet_of_pages_go() {
        let mut pages = vec![
            page(&["The Lantern Post · 18 June", "The river rose.", "It fell again.", "https://a.example/x 1/2"]),
            page(&["The Lantern Post · 19 June", "Nobody was hurt.", "The end.", "https://a.example/x 2/2"]),
        ];
        let dropped = drop_running_heads(&mut pages);
        assert_eq!(at_end(dropped, 4).len(), 2);
        assert_eq!(pages, [page(&["The river rose.", "It fell again."]), page(&["Nobody was hurt.", "The end."])]);
    }

    #[test]
    fn lines_that_browsers_print_are_known() {
        for line in
            ["24/11/2026, 10:12 River rises", "https://a.example/x 1/3", "Page 3 of 9", "- 4 -", "file:///x.html 1/1"]
        {
            assert!(is_printed_line(line), "{line}");
        }
        for line in
            ["24 people died", "See https://a.example/x for more", "18/6/2025 was a Wednesday", "Page 3 tells more"]
        {
            assert!(!is_printed_line(line), "{line}");
        }
    }

    #[test]
    fn broken_paragraphs_are_joined() {
        let pages = vec![page(&["The river rose and", "fell again.", "It was a fore-"]), page(&["cast day."])];
        assert_eq!(joined(pages), ["The river rose and fell again.", "It was a forecast day."]);
    }
}
