//! One claim, or one source's words of it, as text for the clipboard, with its sources.
use super::grid;
use super::report::Report;
use super::value::date_and_time;
use super::words::{fill, sign};
use crate::model::{Article, Claim};

/// A claim with the words of every source, or with those of one source only; `None` when there is no such claim.
pub fn citation(report: &Report<'_>, claim: &str, article: Option<&str>) -> Option<String> {
    let claim = report.claim(claim)?;
    let words = report.words();
    let mut lines = Vec::new();
    if article.is_none() {
        lines.push(format!("{} ({} {})", claim.label, sign(claim.kind), words.of_kind(claim.kind)));
        lines.extend(report.differences(&claim.id).map(|difference| grid::difference(report, difference)));
        lines.push(String::new());
    }
    let wanted = |one: &&Article| article.is_none_or(|id| one.id == id);
    for article in report.comparison.articles.iter().filter(wanted) {
        lines.extend(source(report, claim, article));
    }
    if article.is_none() && !claim.missing.is_empty() {
        lines.push(fill(words.missing_in, &[("sources", &claim.missing.join(", "))]) + ".");
    }
    let version = env!("CARGO_PKG_VERSION");
    let by_hand = words.changed_by_hand(report.changed());
    lines.push(String::new());
    lines.push(format!("Parallax {version}; {} {}. {by_hand}", words.strictness, report.comparison.strictness));
    Some(lines.join("\n"))
}

/// "A: “…” — Harbour Dispatch, “Kremlin points at Kyiv …”, 20 February 2022, https://… (report.txt, SHA-256 …)".
fn source(report: &Report<'_>, claim: &Claim, article: &Article) -> Option<String> {
    let said: Vec<String> =
        report.members(claim, article)?.iter().map(|statement| format!("“{}”", statement.text.trim())).collect();
    let title = article.title.as_ref().map(|title| format!("“{title}”"));
    let day = article.published.as_deref().map(|iso| date_and_time(iso, report.words()));
    let address = report.address(article).map(str::to_owned);
    let known: Vec<String> =
        [Some(report.name(article).to_owned()), title, day, address].into_iter().flatten().collect();
    let digest = format!("({}, SHA-256 {})", article.file, article.sha256);
    Some(format!("{}: {} — {} {digest}", article.id, said.join(" … "), known.join(", ")))
}
