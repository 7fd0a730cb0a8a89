//! Tables on a page, each row a line of its own ("Harbour | 120 | 410"), put where the text around them is read.
use unpdf::parser::{DetectedTable, TableDetector, TextBlock, TextSpan};

use super::{Piece, spans, tidy};

/// How sure `unpdf` has to be (0 to 1) that what stands in columns is a table and no text in columns; its own measure.
const SURE: f32 = 0.4;

/// Two lines of justified columns beside each other can look like two rows.
const FEWEST_ROWS: usize = 3;

/// A part of a page: its text, its top edge and how far it reaches across the page, in points.
pub(super) struct Part {
    pub pieces: Vec<Piece>,
    top: f32,
    left: f32,
    right: f32,
}

/// The tables of a page, from the top down, and what is no table. `spans` are whole pieces of lines, not the fragments in
/// which they were printed: a column would be found inside a word.
pub(super) fn taken_out(spans: Vec<TextSpan>) -> (Vec<Part>, Vec<TextSpan>) {
    let detector = TableDetector::new();
    let (mut tables, _) = detector.detect(spans.clone());
    tables.retain(|table| table.confidence >= SURE && table.rows.len() >= FEWEST_ROWS && !is_running_text(table));
    tables.sort_by(|a, b| b.top_y.total_cmp(&a.top_y));
    let of_tables: Vec<usize> =
        tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.sources.clone()).collect();
    let rest = spans.into_iter().enumerate().filter(|(at, _)| !of_tables.contains(at)).map(|(_, span)| span).collect();
    (tables.iter().map(|table| rows(&detector, table)).collect(), rest)
}

/// Whether the cells read like pieces of sentences: most begin with a small letter.
fn is_running_text(table: &DetectedTable) -> bool {
    let cells: Vec<&TextSpan> = table.rows.iter().flat_map(|row| &row.spans).collect();
    let small = cells.iter().filter(|cell| cell.text.trim_start().starts_with(char::is_lowercase)).count();
    small * 2 > cells.len()
}

fn rows(detector: &TableDetector, table: &DetectedTable) -> Part {
    let text = detector.to_table_model(table).plain_text();
    let rows =
        text.lines().map(|row| row.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>());
    let rows = rows.map(|cells| tidy(&cells.join(" | "))).filter(|row| !row.is_empty());
    let pieces = rows.map(|text| Piece { text, heading: false, item: true, size: 0.0, linked: 0.0 }).collect();
    Part { pieces, top: table.top_y, left: table.left_x, right: table.right_x }
}

/// Text and tables in the order in which they are read: a table before the first text of its own columns that begins
/// below it.
pub(super) fn put_back(mut parts: Vec<Part>, tables: Vec<Part>) -> Vec<Piece> {
    for table in tables {
        let below = |part: &Part| part.top <= table.top + 1.0 && part.left < table.right && table.left < part.right;
        let at = parts.iter().position(below).unwrap_or(parts.len());
        parts.insert(at, table);
    }
    parts.into_iter().flat_map(|part| part.pieces).collect()
}

/// A block of text with its place.
pub(super) fn part(block: &TextBlock, pieces: Vec<Piece>) -> Part {
    Part {
        pieces,
        top: block.lines.iter().map(|line| line.y + line.font_size).fold(f32::MIN, f32::max),
        left: spans(block).map(|span| span.x).fold(f32::MAX, f32::min),
        right: spans(block).map(|span| span.x + span.width).fold(f32::MIN, f32::max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of a hundred points each, rows of twelve.
    fn cells_of(rows: &[&str]) -> Vec<TextSpan> {
        let cell = |row: usize, column: usize, text: &str| {
            let (x, y) = (50.0 + 100.0 * column as f32, 700.0 - 12.0 * row as f32);
            let span = TextSpan::new(text.to_owned(), x, y, 10.0, "Serif".to_owned());
            TextSpan { width: 5.0 * text.len() as f32, width_measured: true, ..span }
        };
        let cells = |(row, text): (usize, &&str)| {
            text.split(" | ").enumerate().map(|(column, text)| cell(row, column, text)).collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(cells).collect()
    }

    fn texts(rows: &[&str]) -> Vec<String> {
        let (tables, rest) = taken_out(cells_of(rows));
        assert_eq!(tables.is_empty(), !rest.is_empty(), "{rows:?}");
        put_back(Vec::new(), tables).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let rows = ["District | Homes | People", "Harbour | 120 | 410", "Mill Hill | 36 | 98", "Old Town | 77 | 240"];
        assert_eq!(texts(&rows), rows);
    }

    #[test]
    fn lines_of_justified_columns_are_no_table() {
        let rows = [
            "on Wednesday. A | Hedda, | had formed | south of",
            "spokesman for the | Iceland | on Sunday. | Its gusts",
        ];
        assert!(texts(&rows).is_empty());
        let more = [
            "of the wall | had formed | south of",
            "who said | that the | storm rose",
            "and then | left on | the ferry",
            "to the | island in | the south",
        ];
        assert!(texts(&more).is_empty());
    }
}
