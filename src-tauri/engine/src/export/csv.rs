//! A table for any spreadsheet: UTF-8 with a mark that tells so, commas, every cell quoted, CRLF (RFC 4180).
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return for a formula, and an article
//! may hold any words. Such cells get an apostrophe before them (OWASP, "CSV Injection"), also behind a separator inside
//! a cell: where a program takes semicolons or line ends for separators, a new cell would begin there.
use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use super::grid;
use super::report::Report;

/// So that Excel reads UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// First what made the table and the sources, in the same columns; then a row a claim. The first column says what a row is.
pub(super) fn csv(report: &Report<'_>) -> Result<Vec<u8>, String> {
    let mut writer =
        WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    for row in rows(report) {
        writer.write_record(row.iter().map(|cell| safe(cell))).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

fn rows(report: &Report<'_>) -> Vec<Vec<String>> {
    let words = report.words();
    let claims = grid::claims(report);
    let width = claims.first().map_or(0, Vec::len) + 1;
    let wide = |mut row: Vec<String>| {
        row.resize(width, String::new());
        row
    };
    let mut rows = Vec::new();
    let mut claims = claims.into_iter();
    let head = claims.next().unwrap_or_default();
    rows.push(std::iter::once(words.row.to_owned()).chain(head).collect());
    let event = std::iter::once((words.headline, report.title().to_owned()));
    for (name, value) in event.chain(grid::about(report)) {
        rows.push(wide(vec![words.about.into(), String::new(), name.into(), String::new(), value]));
    }
    for (name, cells) in grid::sources(report) {
        let empty = || String::new();
        let front = vec![words.source.to_owned(), empty(), name.to_owned(), empty(), empty(), empty()];
        rows.push(wide(front.into_iter().chain(cells).collect()));
    }
    rows.extend(claims.map(|row| std::iter::once(words.claim.to_owned()).chain(row).collect()));
    for (place, note) in grid::notes(report) {
        rows.push(wide(vec![words.note_one.into(), String::new(), place, String::new(), note]));
    }
    rows
}

/// A cell that no spreadsheet takes for a formula. Wide forms of the signs count too: some programs fold them.
pub(super) fn safe(cell: &str) -> String {
    let starts = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let mut text = String::with_capacity(cell.len() + 1);
    let mut at_start = true;
    for c in cell.chars().filter(|c| *c != '\0') {
        if at_start && starts(c) {
            text.push('\'');
        }
        text.push(c);
        at_start = matches!(c, ';' | '\n' | '\t' | '\r') || (at_start && c.is_whitespace());
    }
    text
}
