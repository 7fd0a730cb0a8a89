//! The line of one event in the results.
use std::collections::BTreeMap;

use parallax_engine::model::{Comparison, Verdict};
use serde::Serialize;
use serde_json::json;

/// A comparison in full.
#[derive(Serialize)]
struct Whole<'a> {
    event: &'a str,
    status: &'static str,
    comparison: &'a Comparison,
}

/// The line of an event with its whole comparison.
///
/// # Errors
/// A message; none is known that could be.
pub fn whole(event: &str, comparison: &Comparison) -> Result<String, String> {
    let line = serde_json::to_string(&Whole { event, status: "done", comparison }).map_err(|e| e.to_string())?;
    Ok(line + "\n")
}

/// The line of an event with its counts and its conflicts.
///
/// # Errors
/// A message; none is known that could be.
pub fn brief(event: &str, comparison: &Comparison) -> Result<String, String> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for claim in &comparison.claims {
        let kind = serde_json::to_value(claim.kind).map_err(|e| e.to_string())?;
        *kinds.entry(kind.as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    let articles: Vec<_> = comparison
        .articles
        .iter()
        .map(|a| json!({ "id": a.id, "file": a.file, "outlet": a.outlet, "published": a.published, "sha256": a.sha256, "shared": a.shared }))
        .collect();
    let label = |id: &str| comparison.claims.iter().find(|claim| claim.id == id).map(|claim| claim.label.as_str());
    let conflicts: Vec<_> = comparison
        .differences
        .iter()
        .filter(|difference| difference.verdict == Verdict::Conflict)
        .map(|d| json!({ "claim": d.claim, "label": label(&d.claim), "kind": d.kind, "reason": d.reason, "readings": d.readings }))
        .collect();
    let notices: Vec<_> = comparison.notices.iter().map(|notice| &notice.message).collect();
    let line = json!({
        "event": event, "status": "done", "version": env!("CARGO_PKG_VERSION"), "strictness": comparison.strictness,
        "complete": comparison.complete, "articles": articles, "claims": kinds, "conflicts": conflicts, "notices": notices,
    });
    Ok(line.to_string() + "\n")
}

/// The line of an event that could not be compared.
pub fn failed(event: &str, message: &str) -> String {
    json!({ "event": event, "status": "failed", "message": message }).to_string() + "\n"
}
