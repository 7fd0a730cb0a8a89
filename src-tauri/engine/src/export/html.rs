//! A report in one HTML file: no network, no scripts, made for reading and for print.
//!
//! Every word from a source goes through maud's escaping; a page's own HTML never gets here.
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::model::{Article, Claim, ClaimKind, Comparison, Difference, DifferenceKind, Verdict};

/// The report of a comparison.
pub fn html(comparison: &Comparison) -> String {
    let title = comparison.articles.first().and_then(|a| a.title.clone()).unwrap_or_else(|| "Comparison".into());
    let page = markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Parallax" }
                style { (PreEscaped(include_str!("report.css"))) }
            }
            body {
                h1 { (title) }
                p.sub { (summary(comparison)) }
                (sources(comparison))
                (disagreements(comparison))
                (table(comparison))
                (notices(comparison))
                p.foot {
                    "Links were made by a program: Parallax " (env!("CARGO_PKG_VERSION")) ", strictness "
                    (comparison.strictness) ". It compares words, figures, dates, names and quotes; it does not know what is true."
                }
            }
        }
    };
    page.into_string()
}

fn summary(comparison: &Comparison) -> String {
    let count = |kind: ClaimKind| comparison.claims.iter().filter(|claim| claim.kind == kind).count();
    let shared = comparison.claims.iter().filter(|claim| claim.members.len() > 1).count();
    format!(
        "{} articles make {} claims. {} are in more than one article: {} with a conflict, {} to check. {} come from one article only.",
        comparison.articles.len(),
        comparison.claims.len(),
        shared,
        count(ClaimKind::Conflict),
        count(ClaimKind::Check),
        count(ClaimKind::Only),
    )
}

fn sources(comparison: &Comparison) -> Markup {
    markup! {
        h2 { "Sources" }
        table {
            thead { tr { th { "" } th { "Outlet" } th { "Headline" } th { "Published" } th { "Language" } th { "Words" } th { "File" } } }
            tbody {
                @for article in &comparison.articles {
                    tr {
                        th scope="row" { (article.id) }
                        td { (article.outlet.as_deref().unwrap_or("–")) }
                        td lang=(article.language.code()) { (article.title.as_deref().unwrap_or("–")) }
                        td { (article.published.as_deref().unwrap_or("not known")) }
                        td { (article.language.code()) }
                        td { (article.words) }
                        td { (article.file) br; span.digest { "SHA-256 " (article.sha256) } }
                    }
                }
            }
        }
    }
}

fn disagreements(comparison: &Comparison) -> Markup {
    let differ = |d: &&Difference| matches!(d.verdict, Verdict::Conflict | Verdict::Check | Verdict::Update);
    let rows: Vec<_> = comparison.differences.iter().filter(differ).collect();
    let label = |difference: &Difference| {
        comparison.claims.iter().find(|claim| claim.id == difference.claim).map_or("", |claim| claim.label.as_str())
    };
    markup! {
        h2 { "Where they disagree" }
        @if rows.is_empty() { p { "No figure, date or name was found that cannot be right in two of them." } }
        @else {
            table {
                thead { tr { th { "" } th { "Claim" } th { "What" } th { "Readings" } } }
                tbody {
                    @for difference in rows {
                        tr {
                            th scope="row" { (verdict(difference.verdict)) }
                            td { (label(difference)) }
                            td { (what(difference.kind)) br; span.why { (difference.reason) } }
                            td { @for reading in &difference.readings { div { b { (reading.article) } " " (reading.shown) @if reading.shown != reading.normal { " (" (reading.normal) ")" } } } }
                        }
                    }
                }
            }
        }
    }
}

fn table(comparison: &Comparison) -> Markup {
    markup! {
        h2 { "All claims" }
        div.wide { table {
            thead { tr { th { "Claim" } @for article in &comparison.articles { th { (article.id) " " (article.outlet.as_deref().unwrap_or(&article.file)) } } } }
            tbody {
                @for claim in &comparison.claims {
                    tr class=(kind(claim.kind)) {
                        th scope="row" { (claim.label) br; span.kind { (sign(claim.kind)) " " (kind(claim.kind)) } }
                        @for article in &comparison.articles { (cell(comparison, claim, article)) }
                    }
                }
            }
        } }
    }
}

fn cell(comparison: &Comparison, claim: &Claim, article: &Article) -> Markup {
    let Some(members) = claim.members.get(&article.id) else { return markup! { td.missing { "Not mentioned" } } };
    markup! {
        td lang=(article.language.code()) {
            @for member in members {
                @if let Some(statement) = article.statements.get(*member as usize) {
                    p { (marked(&statement.text, &values(comparison, claim, article, *member))) }
                }
            }
        }
    }
}

/// Spans of the values in conflict, by position, UTF-16 code units.
fn values(comparison: &Comparison, claim: &Claim, article: &Article, statement: u32) -> Vec<(u32, u32)> {
    let mut spans: Vec<_> = comparison
        .differences
        .iter()
        .filter(|d| d.claim == claim.id && matches!(d.verdict, Verdict::Conflict | Verdict::Check))
        .flat_map(|d| &d.readings)
        .filter(|r| r.article == article.id && r.statement == statement)
        .map(|r| (r.start, r.end))
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn marked(text: &str, spans: &[(u32, u32)]) -> Markup {
    let units: Vec<u16> = text.encode_utf16().collect();
    let cut = |start: u32, end: u32| {
        let end = (end as usize).min(units.len());
        String::from_utf16_lossy(&units[(start as usize).min(end)..end])
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for &(start, end) in spans {
        if start < at {
            continue;
        }
        pieces.push((cut(at, start), cut(start, end)));
        at = end;
    }
    markup! {
        @for (before, value) in &pieces { (before) mark { (value) } }
        (cut(at, u32::MAX))
    }
}

fn notices(comparison: &Comparison) -> Markup {
    markup! {
        @if !comparison.notices.is_empty() {
            h2 { "Notes on the files" }
            ul { @for notice in &comparison.notices { li { (notice.message) } } }
        }
    }
}

fn sign(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Conflict => "≠",
        ClaimKind::Check => "≟",
        ClaimKind::Reworded => "≈",
        ClaimKind::Same => "=",
        ClaimKind::Only => "⊙",
    }
}

fn kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Conflict => "conflict",
        ClaimKind::Check => "check",
        ClaimKind::Reworded => "reworded",
        ClaimKind::Same => "same",
        ClaimKind::Only => "only",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "≠ conflict",
        Verdict::Check => "≟ check",
        Verdict::Update => "update",
        Verdict::MoreSpecific => "more specific",
        Verdict::Note => "note",
        Verdict::Equivalent => "equivalent",
    }
}

fn what(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Figure => "figure",
        DifferenceKind::Date => "date or time",
        DifferenceKind::Name => "name",
        DifferenceKind::Place => "place",
        DifferenceKind::Quote => "quote",
        DifferenceKind::Speaker => "who said it",
        DifferenceKind::Negation => "so or not",
        DifferenceKind::Certainty => "certainty",
    }
}
