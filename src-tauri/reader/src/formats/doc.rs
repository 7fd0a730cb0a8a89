//! Word documents of before 2007 (.doc): the running text by its piece table ([MS-DOC] 2.4.1).
//!
//! An own reader of that one table; no kept library reads the format. Notes, heads and feet of pages stand behind the
//! running text and are not read. What tracked changes deleted cannot be told apart and stays.
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::Source;
use parallax_engine::open::text_of::by_label;

use super::office::stream;
use super::trouble;
use crate::Problem;

const WHAT: &str = "a Word document of the old kind";

/// The article of an old Word document.
pub(super) fn article(source: &Source) -> Result<Extract, Problem> {
    let damaged = || trouble::damaged(&source.file, WHAT);
    let document = stream(&source.bytes, "WordDocument").ok_or_else(damaged)?;
    let flags = short(&document, 0x0A).ok_or_else(damaged)?;
    if flags & 0x0100 != 0 {
        return Err(trouble::protected(&source.file, "save a copy as .docx without the password"));
    }
    let table = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
    let table = stream(&source.bytes, table).ok_or_else(damaged)?;
    let text = running_text(&document, &table).ok_or_else(damaged)?;
    extract::document(&source.file, Extract { paragraphs: paragraphs(&text), ..Extract::default() })
}

fn running_text(document: &[u8], table: &[u8]) -> Option<String> {
    let length = long(document, 0x4C)? as usize;
    let (start, size) = (long(document, 0x01A2)? as usize, long(document, 0x01A6)? as usize);
    let mut list = table.get(start..start.checked_add(size)?)?;
    // Formats of pieces come first; the table of pieces is the part marked 2.
    while let Some((1, rest)) = list.split_first() {
        list = rest.get(2 + usize::from(short(rest, 0)?)..)?;
    }
    let (mark, rest) = list.split_first()?;
    let list = rest.get(4..4usize.checked_add(long(rest, 0)? as usize)?).filter(|_| *mark == 2)?;
    let count = list.len().checked_sub(4)? / 12;
    let mut text = String::new();
    let mut left = length;
    for piece in 0..count {
        let (from, to) = (long(list, piece * 4)? as usize, long(list, piece * 4 + 4)? as usize);
        let place = long(list, (count + 1) * 4 + piece * 8 + 2)?;
        let characters = to.checked_sub(from)?.min(left);
        left -= characters;
        let place_bytes = (place & 0x3FFF_FFFF) as usize;
        // Old pieces have one byte a character, of the Western code page; others two.
        if place & 0x4000_0000 != 0 {
            let start = place_bytes / 2;
            text.push_str(&by_label("windows-1252", document.get(start..start.checked_add(characters)?)?));
        } else {
            let bytes = document.get(place_bytes..place_bytes.checked_add(characters.checked_mul(2)?)?)?;
            text.push_str(&by_label("utf-16le", bytes));
        }
        if left == 0 {
            break;
        }
    }
    Some(text)
}

/// Paragraphs from the marks in the text; the codes of fields go, what they show stays.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut codes = 0usize;
    for c in text.chars() {
        let Some(open) = paragraphs.last_mut() else { break };
        match c {
            '\u{13}' => codes += 1,
            // The code ends where what it shows begins; a field that shows nothing ends at once.
            '\u{14}' | '\u{15}' => codes = codes.saturating_sub(1),
            _ if codes > 0 => {}
            '\r' | '\u{7}' | '\u{C}' | '\u{E}' => paragraphs.push(String::new()),
            '\u{B}' | '\t' => open.push(' '),
            '\u{1E}' => open.push('-'),
            c if c.is_control() => {}
            c => open.push(c),
        }
    }
    paragraphs
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
