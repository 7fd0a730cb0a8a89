//! Where paragraphs begin and end: inside what `unpdf` takes for one, because it sees a wide gap only and newspapers set an indent
//! or a little room; and across columns and pages, which break them.
use unpdf::parser::{BlockType, TextBlock, TextLine};

use super::Piece;
use crate::formats::hyphens::{healed, vocabulary};

/// Room between two lines, in parts of what is usual in the block, from which they are two paragraphs.
const ROOM: f32 = 1.2;
/// Difference of two sizes of type, in parts of one, from which the lines are two paragraphs.
const OTHER_SIZE: f32 = 0.1;
/// An indent, in parts of the type's size.
const INDENT: f32 = 0.7;

/// The paragraphs of a block. In one size of type a new one begins only after the end of a sentence: a picture pushes lines to
/// the right, too.
pub(super) fn parted(block: TextBlock) -> Vec<TextBlock> {
    if block.block_type == BlockType::Heading || block.block_type == BlockType::ListItem {
        return vec![block];
    }
    let usual = usual_step(&block.lines);
    let left = block.lines.iter().map(|line| line.x).fold(f32::MAX, f32::min);
    let mut parts: Vec<Vec<TextLine>> = Vec::new();
    for line in block.lines {
        match parts.last_mut().filter(|part| part.last().is_some_and(|before| !begins(&line, before, usual, left))) {
            Some(part) => part.push(line),
            None => parts.push(vec![line]),
        }
    }
    parts.into_iter().map(|lines| TextBlock::new(lines, block.block_type)).collect()
}

fn begins(line: &TextLine, before: &TextLine, usual: f32, left: f32) -> bool {
    let room = before.y - line.y > usual * ROOM;
    let indent = |line: &TextLine| line.x - left > line.font_size * INDENT;
    let other_size = (line.font_size - before.font_size).abs() > before.font_size * OTHER_SIZE;
    other_size || (room || indent(line) && !indent(before)) && ends_a_sentence(&before.text())
}

/// The distance of two lines that is in the middle of all in the block, in points.
fn usual_step(lines: &[TextLine]) -> f32 {
    let mut steps: Vec<f32> = lines.windows(2).map(|pair| (pair[0].y - pair[1].y).abs()).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or_default()
}

/// The paragraphs of all pages, those that a page or column broke put together.
pub(super) fn joined(pages: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::new();
    for page in pages {
        let mut first = true;
        for piece in page {
            let turned = std::mem::replace(&mut first, false);
            match done.last_mut().filter(|open| goes_on(open, &piece, turned)) {
                Some(open) => {
                    let (one, other) = (open.text.len() as f32, piece.text.len() as f32);
                    open.linked = (open.linked * one + piece.linked * other) / (one + other);
                    open.text.push(' ');
                    open.text.push_str(&piece.text);
                }
                None => done.push(piece),
            }
        }
    }
    let words = vocabulary(done.iter().map(|piece| piece.text.as_str()));
    for piece in &mut done {
        piece.text = healed(&piece.text, &words);
    }
    done
}

/// Whether `next` goes on with a sentence that `open` began; `turned`: a page lies between them.
fn goes_on(open: &Piece, next: &Piece, turned: bool) -> bool {
    // A text goes on in the same type.
    if next.item || (open.size - next.size).abs() > open.size * 0.05 {
        return false;
    }
    // The second line of a heading.
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

pub(super) fn ends_a_sentence(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(['"', '”', '\'', '’', ')', '»']);
    end.ends_with(['.', '!', '?', '…', ':', '。', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_paragraphs_are_joined() {
        let page = |texts: &[&str]| -> Vec<Piece> {
            let piece =
                |text: &&str| Piece { text: (*text).to_owned(), heading: false, item: false, size: 10.0, linked: 0.0 };
            texts.iter().map(piece).collect()
        };
        let pages = vec![page(&["The river rose and", "fell again.", "It was a fore-"]), page(&["cast day."])];
        let texts: Vec<String> = joined(pages).into_iter().map(|piece| piece.text).collect();
        assert_eq!(texts, ["The river rose and fell again.", "It was a forecast day."]);
    }
}
