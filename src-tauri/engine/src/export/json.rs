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
    let about = json!({
        "event": report.title(),
        "program": "Parallax",
        "version": env!("CARGO_PKG_VERSION"),
        "strictness": report.comparison.strictness,
        "changed_by_hand": report.changed(),
        "shown_claims": shown,
    });
    let plain;
    let comparison = if report.choice.notes {
        report.comparison
    } else {
        plain = without_notes(report.comparison);
        &plain
    };
    let whole = Whole { comparison, report: about };
    let mut bytes = serde_json::to_vec(&whole).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn without_notes(comparison: &Comparison) -> Comparison {
    let mut comparison = comparison.clone();
    let by_hand = &mut comparison.by_hand;
    by_hand.claims.iter_mut().for_each(|claim| claim.note = None);
    by_hand.passages.iter_mut().for_each(|passage| passage.note = None);
    by_hand.lost.iter_mut().flat_map(|lost| &mut lost.things).for_each(|thing| thing.text = None);
    comparison
}
