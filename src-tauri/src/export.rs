//! The comparison leaves the window: a preview for the dialog, a file that a person names, a citation for the clipboard.
//!
//! The page never names a path: the system's own dialog does, and this side writes. A file is whole or not there.
use parallax_engine::export::{self, Choice, Form, Report, Tongue};
use parallax_session::disk;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, State};
use tokio::sync::oneshot;

use crate::error::{Answer, CommandError};
use crate::state::Desk;

/// Characters of a text that the dialog shows.
const SHOWN: usize = 6000;
/// Rows of a table that it shows.
const ROWS: usize = 24;

/// What of the comparison is wanted.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportChoice {
    /// Ids of the claims that are shown now; `None`: all.
    pub claims: Option<Vec<String>>,
    /// With the person's notes.
    pub notes: bool,
    /// Full sentences, not the values that differ only.
    pub sentences: bool,
}

/// The beginning of what an export would write.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportPreview {
    /// A text; empty for tables and pictures.
    pub text: String,
    /// Rows of a table, the headings first.
    pub rows: Vec<Vec<String>>,
    /// A picture, as SVG.
    pub picture: String,
}

/// The beginning of what an export would write.
#[tauri::command]
pub async fn export_preview(desk: State<'_, Desk>, form: Form, choice: ExportChoice) -> Answer<ExportPreview> {
    with_report(&desk, choice, |report| {
        Ok(match form {
            Form::Csv | Form::Xlsx => {
                ExportPreview { rows: export::preview_rows(report, ROWS), ..ExportPreview::default() }
            }
            Form::Svg | Form::Png => ExportPreview { picture: text(report, Form::Svg)?, ..ExportPreview::default() },
            // A page of its own cannot stand inside this one; its words can.
            Form::Html | Form::Markdown => {
                ExportPreview { text: start(&text(report, Form::Markdown)?), ..ExportPreview::default() }
            }
            Form::Json | Form::Tei => ExportPreview { text: start(&text(report, form)?), ..ExportPreview::default() },
        })
    })
}

/// Lets the person name a file and writes it; the answer is its name, or nothing when the dialog was closed.
#[tauri::command]
pub async fn export_save(app: AppHandle, form: Form, choice: ExportChoice) -> Answer<Option<String>> {
    let (bytes, name) = {
        let desk = app.state::<Desk>();
        let name = file_name(&desk.event().view().name, form);
        (with_report(&desk, choice, |report| export::write(report, form))?, name)
    };
    let (answer, chosen) = oneshot::channel();
    let dialog = crate::dialog::file(&app).set_file_name(name).add_filter(form.ending(), &[form.ending()]);
    dialog.save_file(move |path| drop(answer.send(path)));
    let Some(path) = chosen.await.ok().flatten() else { return Ok(None) };
    let path = path.into_path().map_err(CommandError::failed)?;
    disk::put(&path, &bytes)?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
}

/// One claim, or one source's words of it, as text with its sources.
#[tauri::command]
pub async fn citation(desk: State<'_, Desk>, claim: String, article: Option<String>) -> Answer<String> {
    let choice = ExportChoice { claims: None, notes: true, sentences: true };
    with_report(&desk, choice, |report| {
        export::citation(report, &claim, article.as_deref()).ok_or_else(|| "This claim is not there any more.".into())
    })
}

/// Works on the open event. The comparison is copied: a big export must not hold the event while the window needs it.
pub fn with_report<T>(
    desk: &Desk,
    choice: ExportChoice,
    work: impl FnOnce(&Report<'_>) -> Result<T, String>,
) -> Answer<T> {
    let (comparison, name) = {
        let event = desk.event();
        (event.comparison().cloned(), event.view().name)
    };
    let comparison = comparison.ok_or_else(|| CommandError::gone("This comparison"))?;
    let tongue = Tongue::of(&desk.settings().language);
    let claims = choice.claims.map(|claims| claims.into_iter().collect());
    let choice = Choice { claims, notes: choice.notes, sentences: choice.sentences, tongue };
    let report = Report { comparison: &comparison, event: &name, choice: &choice };
    work(&report).map_err(CommandError::failed)
}

fn text(report: &Report<'_>, form: Form) -> Result<String, String> {
    export::write(report, form).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn start(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A name that every system takes, from the event's.
fn file_name(event: &str, form: Form) -> String {
    let words: String = event.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let name = words.split_whitespace().take(8).collect::<Vec<_>>().join("-").to_lowercase();
    let name: String = name.chars().take(60).collect();
    format!("{}.{}", if name.is_empty() { "parallax" } else { &name }, form.ending())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_name_is_one_on_every_system() {
        assert_eq!(file_name("Ferry: 3/4 rescued? “All”", Form::Html), "ferry-3-4-rescued-all.html");
        assert_eq!(file_name("../../etc/passwd", Form::Csv), "etc-passwd.csv");
        assert_eq!(file_name("  ", Form::Png), "parallax.png");
        assert!(file_name(&"x".repeat(500), Form::Tei).len() < 70);
    }
}
