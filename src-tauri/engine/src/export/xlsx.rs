//! An Excel workbook: claims × articles, the values that differ, the sources, what each two share.
//!
//! Every cell is written as text or number, never as a formula or a link, so that no word of an article can become one.
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::grid;
use super::report::Report;
use super::value::converted;

/// Excel's own limit of a cell.
const CELL: usize = 32_767;
/// Excel's own limit of a sheet is far higher; a comparison never comes near it.
const COLUMNS: u16 = 500;

struct Styles {
    head: Format,
    text: Format,
    value: Format,
}

pub(super) fn xlsx(report: &Report<'_>) -> Result<Vec<u8>, String> {
    build(report).map_err(|error| format!("the workbook could not be written: {error}"))
}

fn build(report: &Report<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The library would take the time of day; the same report must give the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(cut(report.title())).set_creation_datetime(&fixed));
    let wrapped = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let styles = Styles { head: wrapped().set_bold(), text: wrapped(), value: wrapped().set_bold() };
    let words = report.words();
    claims(report, book.add_worksheet().set_name(words.sheet_claims)?, &styles)?;
    values(report, book.add_worksheet().set_name(words.sheet_values)?, &styles)?;
    shares(report, book.add_worksheet().set_name(words.sheet_share)?, &styles)?;
    sources(report, book.add_worksheet().set_name(words.sheet_sources)?, &styles)?;
    book.save_to_buffer()
}

fn claims(report: &Report<'_>, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
    let rows = grid::claims(report);
    let width = rows.first().map_or(0, Vec::len) as u16;
    sheet.set_column_width(0, 14)?;
    for column in 1..width.min(COLUMNS) {
        sheet.set_column_width(column, if column == 2 { 14 } else { 38 })?;
    }
    // The claim and its kind stay in view beside the last source.
    sheet.set_freeze_panes(1, 3)?;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    table(sheet, &rows, styles)
}

fn values(report: &Report<'_>, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
    let words = report.words();
    let head = [
        words.id,
        words.claim,
        words.kind,
        words.what,
        words.source,
        words.value,
        words.normal,
        words.why,
        words.speaker,
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for claim in report.claims() {
        for difference in report.differences(&claim.id) {
            for reading in &difference.readings {
                let statement =
                    report.article(&reading.article).and_then(|a| a.statements.get(reading.statement as usize));
                rows.push(vec![
                    claim.id.clone(),
                    claim.label.clone(),
                    words.of_verdict(difference.verdict).to_owned(),
                    words.of_difference(difference.kind).to_owned(),
                    reading.article.clone(),
                    reading.shown.clone(),
                    converted(reading, difference.kind, words).unwrap_or_else(|| reading.normal.clone()),
                    words.reason(difference),
                    statement.and_then(|s| s.speaker.clone()).unwrap_or_default(),
                ]);
            }
        }
    }
    for (column, width) in [14, 38, 14, 16, 8, 28, 24, 38, 24].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.set_freeze_panes(1, 2)?;
    table(sheet, &rows, styles)
}

/// Numbers as numbers: a person may go on calculating.
fn shares(report: &Report<'_>, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
    let words = report.words();
    let heads = [words.source, words.source, "%", words.shared, words.sheet_claims, words.conflict];
    for (column, head) in heads.into_iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, head, &styles.head)?;
    }
    let articles = &report.comparison.articles;
    let mut line = 1;
    for (at, a) in articles.iter().enumerate() {
        for b in articles.iter().skip(at + 1) {
            let share = report.share(&a.id, &b.id);
            sheet.write_string(line, 0, &a.id)?.write_string(line, 1, &b.id)?;
            for (column, number) in [share.percent, share.both, share.either, share.conflicts].into_iter().enumerate() {
                sheet.write_number(line, column as u16 + 2, number as f64)?;
            }
            line += 1;
        }
    }
    Ok(())
}

fn sources(report: &Report<'_>, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
    let words = report.words();
    let letters = report.comparison.articles.iter().map(|article| article.id.clone());
    let mut rows = vec![std::iter::once(words.sources.to_owned()).chain(letters).collect::<Vec<_>>()];
    for (name, cells) in grid::sources(report) {
        rows.push(std::iter::once(name.to_owned()).chain(cells).collect());
    }
    rows.push(Vec::new());
    rows.push(vec![words.about.to_owned(), report.title().to_owned()]);
    rows.extend(grid::about(report).into_iter().map(|(name, value)| vec![name.to_owned(), value]));
    rows.extend(report.comparison.notices.iter().map(|notice| vec![words.files.to_owned(), notice.message.clone()]));
    rows.extend(grid::notes(report).into_iter().map(|(place, note)| vec![words.note_one.to_owned(), note, place]));
    sheet.set_column_width(0, 24)?;
    for column in 1..=report.comparison.articles.len().max(1) as u16 {
        sheet.set_column_width(column, 38)?;
    }
    table(sheet, &rows, styles)
}

/// Rows of text; the first is the heading.
fn table(sheet: &mut Worksheet, rows: &[Vec<String>], styles: &Styles) -> Result<(), XlsxError> {
    for (line, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let style = match (line, column) {
                (0, _) => &styles.head,
                (_, 0) => &styles.value,
                _ => &styles.text,
            };
            sheet.write_string_with_format(line as u32, column as u16, cut(cell), style)?;
        }
    }
    Ok(())
}

/// What fits into a cell, counted as Excel counts; what XML cannot hold is left away.
fn cut(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    if clean.encode_utf16().count() <= CELL {
        return clean;
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < CELL
    };
    clean.chars().take_while(fits).chain(['…']).collect()
}
