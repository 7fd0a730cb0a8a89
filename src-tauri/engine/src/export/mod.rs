//! Finished comparisons for people and programs outside the window, one file a form.
//!
//! [`Report`] says what is exported: a comparison, what a person did to it by hand, and what of it is wanted. Each form
//! names every source with its digest, the program's version and settings, and how many links a person changed. Like all
//! of the engine the forms are pure: the same report gives the same bytes, on every machine.
mod cite;
mod csv;
mod grid;
mod html;
mod json;
mod markdown;
mod picture;
mod report;
mod tei;
mod text;
mod value;
mod words;
mod xlsx;

#[cfg(test)]
mod tests;

pub use cite::citation;
pub use report::{Choice, Report};
pub use words::Tongue;

/// What a comparison can leave as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export, rename = "ExportForm"))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A report in one HTML file, for reading and printing.
    Html,
    /// The same as text with light marks.
    Markdown,
    /// A table for any spreadsheet: a row a claim, a column a source.
    Csv,
    /// An Excel workbook: claims, values, sources.
    Xlsx,
    /// All data (`parallax.comparison/1`).
    Json,
    /// A critical apparatus in TEI P5.
    Tei,
    /// The coverage map as a drawing.
    Svg,
    /// The coverage map as an image.
    Png,
}

impl Form {
    /// Every form, in the order of the dialog.
    pub const ALL: [Form; 8] =
        [Form::Html, Form::Xlsx, Form::Csv, Form::Markdown, Form::Json, Form::Tei, Form::Svg, Form::Png];

    /// How a file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Html => "html",
            Form::Markdown => "md",
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
            Form::Json => "json",
            Form::Tei => "xml",
            Form::Svg => "svg",
            Form::Png => "png",
        }
    }
}

/// The bytes of a report in a form.
///
/// # Errors
/// A message when the form cannot hold it (a workbook has limits); no source's words can cause one.
pub fn write(report: &Report<'_>, form: Form) -> Result<Vec<u8>, String> {
    Ok(match form {
        Form::Html => html::html(report).into_bytes(),
        Form::Markdown => markdown::markdown(report).into_bytes(),
        Form::Csv => csv::csv(report)?,
        Form::Xlsx => xlsx::xlsx(report)?,
        Form::Json => json::json(report)?,
        Form::Tei => tei::tei(report)?,
        Form::Svg => picture::svg(report).into_bytes(),
        Form::Png => picture::png(report)?,
    })
}

/// A table of plain cells as the window's preview shows it: the same cells as [`Form::Csv`] and [`Form::Xlsx`].
pub fn preview_rows(report: &Report<'_>, most: usize) -> Vec<Vec<String>> {
    let mut rows = grid::claims(report);
    rows.truncate(most);
    rows
}
