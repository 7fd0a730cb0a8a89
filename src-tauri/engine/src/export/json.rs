//! All data: the comparison as `parallax-cli compare` prints it (`parallax.comparison/1`), and beside it what a person did
//! and what the report left away.
use serde::Serialize;
use serde_json::{Value, json};

use super::report::Report;
use crate::model::Comparison;

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    report: Value,
}

pub(super) fn json(report: &Report<'_>) -> Result<Vec<u8>, String> {
    let shown = report.is_part().then(|| report.claims().map(|claim| claim.id.as_str()).collect::<Vec<_>>());
    let notes = if report.choice.notes { report.hand.notes.as_slice() } else { &[] };
    let about = json!({
        "event": report.title(),
        "program": "Parallax",
        "version": env!("CARGO_PKG_VERSION"),
        "strictness": report.comparison.strictness,
        "changed_by_hand": report.hand.changed,
        "checked": report.hand.checked,
        "tags": report.hand.tags,
        "notes": notes.iter().map(|note| json!({ "claim": note.claim, "article": note.article, "text": note.text })).collect::<Vec<_>>(),
        "shown_claims": shown,
    });
    let whole = Whole { comparison: report.comparison, report: about };
    let mut bytes = serde_json::to_vec(&whole).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}
