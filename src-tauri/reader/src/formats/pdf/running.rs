//! Heads and feet of pages: what is printed above and below the text of a document, page after page.
//!
//! They are told by their place and taken away before the page's columns are looked for: a page number in the middle
//! of a foot stands between two columns and would join them.
use std::collections::BTreeMap;

use unpdf::parser::backend::PageBox;
use unpdf::parser::{TextLine, TextSpan};

use super::paragraphs::ends_a_sentence;
use super::{Piece, tidy};

/// Share of a page's height, at its top and at its bottom, in which heads and feet stand.
const EDGE: f32 = 0.12;
/// Rows at the top and at the bottom of a page among which its head and foot are.
const ROWS: usize = 3;
/// Points by which the same head may stand higher or lower on another page.
const SHIFT: f32 = 3.0;

/// One page before anything was made of it: its number, its box and its pieces of text, in points from the lower left corner.
pub(super) struct Sheet {
    pub number: u32,
    pub frame: PageBox,
    pub spans: Vec<TextSpan>,
}

/// Takes heads and feet off all pages; gives back their texts, each once, in the order in which they were met.
pub(super) fn take_off(pages: &mut [Sheet]) -> Vec<String> {
    let rows: Vec<Vec<Row>> = pages.iter().map(edge_rows).collect();
    let mut pages_with: BTreeMap<(String, bool), Vec<f32>> = BTreeMap::new();
    for row in rows.iter().flatten() {
        pages_with.entry((likeness(&row.text), row.top)).or_default().push(row.height);
    }
    let many = (pages.len() / 2).max(2);
    let repeats = |row: &Row| {
        let heights = &pages_with[&(likeness(&row.text), row.top)];
        heights.iter().filter(|height| (*height - row.height).abs() <= SHIFT).count() >= many
    };
    let mut taken: Vec<String> = Vec::new();
    for (page, rows) in pages.iter_mut().zip(&rows) {
        for row in rows.iter().filter(|row| is_printed_line(&row.text) || repeats(row)) {
            page.spans.retain(|span| !row.holds(span));
            if taken.iter().all(|text| likeness(text) != likeness(&row.text)) {
                taken.push(row.text.clone());
            }
        }
    }
    taken
}

/// Takes off heads and feet that only one page has, where they are sure: a few words between two halves of a sentence that
/// the page's end has broken.
pub(super) fn take_out_of_sentences(pages: &mut [Vec<Piece>]) -> Vec<String> {
    let is_open = |piece: &Piece| piece.text.chars().count() > 60 && !ends_a_sentence(&piece.text);
    let goes_on = |piece: &Piece| piece.text.starts_with(char::is_lowercase);
    let is_label = |piece: &Piece| piece.text.split_whitespace().count() <= 8 && !ends_a_sentence(&piece.text);
    let mut taken = Vec::new();
    for turn in 1..pages.len() {
        let (before, after) = pages.split_at_mut(turn);
        let (Some(left), Some(right)) = (before.last_mut(), after.first_mut()) else { continue };
        if let [.., open, foot] = left.as_slice()
            && is_open(open)
            && is_label(foot)
            && right.first().is_some_and(goes_on)
        {
            taken.extend(left.pop().map(|foot| foot.text));
        }
        if let [head, rest, ..] = right.as_slice()
            && is_label(head)
            && goes_on(rest)
            && left.last().is_some_and(is_open)
        {
            taken.push(right.remove(0).text);
        }
    }
    taken
}

/// What stands on one line across the page, in all of its columns.
struct Row {
    text: String,
    /// Points above (foot) or below (head) the edge of the page.
    height: f32,
    top: bool,
    baseline: f32,
}

impl Row {
    fn holds(&self, span: &TextSpan) -> bool {
        (span.y - self.baseline).abs() <= same_row(span)
    }
}

/// How far two pieces of one row may stand apart: a third of a letter's height.
fn same_row(span: &TextSpan) -> f32 {
    span.font_size * 0.35
}

/// The outermost rows of a page that stand near its edge.
fn edge_rows(page: &Sheet) -> Vec<Row> {
    let lines = lines(page.spans.clone());
    let count = lines.len();
    let outermost = lines.into_iter().enumerate().filter(|(at, _)| *at < ROWS || at + ROWS >= count);
    outermost
        .filter_map(|(_, line)| {
            let baseline = line[0].y;
            let (above, below) = (page.frame.ury - baseline, baseline - page.frame.lly);
            let row = Row {
                text: tidy(&TextLine::from_spans(line).text()),
                height: above.min(below),
                top: above < below,
                baseline,
            };
            (row.height <= page.frame.height() * EDGE && row.text.chars().count() < 200).then_some(row)
        })
        .collect()
}

/// The lines across a page from the top down, each from left to right, empty pieces left out.
pub(super) fn lines(mut spans: Vec<TextSpan>) -> Vec<Vec<TextSpan>> {
    spans.retain(|span| !span.text.trim().is_empty());
    spans.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<TextSpan>> = Vec::new();
    for span in spans {
        match lines.last_mut().filter(|line| (line[0].y - span.y).abs() <= same_row(&span)) {
            Some(line) => line.push(span),
            None => lines.push(vec![span]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of a hundred points by a hundred with lines at these heights.
    fn page(lines: &[(f32, &str)]) -> Sheet {
        let frame = PageBox { llx: 0.0, lly: 0.0, urx: 100.0, ury: 100.0 };
        let spans = lines.iter().map(|(y, text)| TextSpan::new((*text).to_owned(), 10.0, *y, 5.0, "Serif".to_owned()));
        Sheet { number: 1, frame, spans: spans.collect() }
    }

    fn text(page: &Sheet) -> Vec<&str> {
        page.spans.iter().map(|span| span.text.as_str()).collect()
    }

    #[test]
    fn heads_and_feet_of_pages_go_and_what_repeats_in_the_text_stays() {
        let mut pages = [
            page(&[
                (95.0, "The Lantern Post · 18 June"),
                (60.0, "The river rose."),
                (50.0, "A list"),
                (5.0, "Page 1 of 2"),
            ]),
            page(&[
                (94.0, "The Lantern Post · 19 June"),
                (60.0, "Nobody was hurt."),
                (50.0, "A list"),
                (5.0, "Page 2 of 2"),
            ]),
        ];
        assert_eq!(take_off(&mut pages), ["The Lantern Post · 18 June", "Page 1 of 2"]);
        assert_eq!(text(&pages[0]), ["The river rose.", "A list"]);
        assert_eq!(text(&pages[1]), ["Nobody was hurt.", "A list"]);
    }

    #[test]
    fn a_first_line_that_no_other_page_has_stays() {
        let mut pages =
            [page(&[(95.0, "River rises"), (60.0, "It rose.")]), page(&[(95.0, "It fell."), (60.0, "Then")])];
        assert!(take_off(&mut pages).is_empty());
    }

    #[test]
    fn a_head_of_one_page_goes_where_it_breaks_a_sentence() {
        let piece = |text: &str| Piece { text: text.to_owned(), heading: false, item: false, size: 10.0, linked: 0.0 };
        let page = |texts: &[&str]| texts.iter().map(|text| piece(text)).collect::<Vec<_>>();
        let first = "The river rose by two metres in one night, and four hundred people had to leave the";
        let mut pages =
            [page(&["River rises", first]), page(&["The Lantern Post 12", "houses along the quay.", "It fell."])];
        assert_eq!(take_out_of_sentences(&mut pages), ["The Lantern Post 12"]);
        assert_eq!(pages[1], page(&["houses along the quay.", "It fell."]));
        let mut pages = [page(&[first, "Harbour edition"]), page(&["houses along the quay."])];
        assert_eq!(take_out_of_sentences(&mut pages), ["Harbour edition"]);
        let mut whole = [
            page(&["The river rose by two metres in one night and flooded houses along the quay."]),
            page(&["Bridge closed", "Nobody was hurt."]),
        ];
        assert!(take_out_of_sentences(&mut whole).is_empty());
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
}
