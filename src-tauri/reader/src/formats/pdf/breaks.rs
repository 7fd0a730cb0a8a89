//! Where a paragraph ends inside what `unpdf` takes for one: it sees a wide gap only, and newspapers set an indent or a
//! little room.
use unpdf::parser::{BlockType, TextBlock, TextLine};

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
    other_size || (room || indent(line) && !indent(before)) && super::ends_a_sentence(&before.text())
}

/// The distance of two lines that is in the middle of all in the block, in points.
fn usual_step(lines: &[TextLine]) -> f32 {
    let mut steps: Vec<f32> = lines.windows(2).map(|pair| (pair[0].y - pair[1].y).abs()).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or_default()
}
