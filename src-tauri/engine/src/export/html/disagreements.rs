//! Where the sources disagree: a block a difference, with each value, who gives it, and in which words.
use maud::{Markup, html as markup};

use super::parts::language;
use crate::export::report::{Group, Report};
use crate::export::text::pieces;
use crate::export::value::converted;
use crate::model::{Claim, Difference, Reading, Verdict};

/// Of a value that many sources give, so many are quoted; the others by letter only.
const QUOTED: usize = 3;
/// A value of more characters, a quotation, is only marked in its sentence: it would stand there twice.
const SHORT: usize = 48;

/// Conflicts, then what a person should check, then updates.
pub(super) fn disagreements(report: &Report<'_>) -> Markup {
    let words = report.words();
    let rows = report.disagreements();
    markup! {
        section aria-labelledby="disagree" {
            h2 #disagree { (words.disagree) }
            @if rows.is_empty() { p { (words.disagree_none) } }
            @for (claim, difference) in rows { (block(report, claim, difference)) }
        }
    }
}

fn block(report: &Report<'_>, claim: &Claim, difference: &Difference) -> Markup {
    let words = report.words();
    let kind = class(difference.verdict);
    markup! {
        article.dispute.(kind) {
            h3 { a href={ "#c-" (claim.id) } dir="auto" { (claim.label) } }
            p { span.kind.(kind) { span.sign { (mark(difference.verdict)) } " " (words.of_verdict(difference.verdict)) } " " span.hint { (words.of_difference(difference.kind)) " · " (words.reason(difference)) } }
            table.values { tbody {
                @for group in report.groups(difference) {
                    tr {
                        th scope="row" { @for letter in &group.articles { span.letter { (letter) } " " } }
                        @if group.reading.shown.chars().count() <= SHORT {
                            td.value {
                                b dir="auto" { (group.reading.shown) }
                                @if let Some(value) = converted(group.reading, difference.kind, words) { " " span.hint { "(" (value) ")" } }
                            }
                            td { (quotes(report, difference, &group)) }
                        } @else { td colspan="2" { (quotes(report, difference, &group)) } }
                    }
                }
            } }
            @if let Some(note) = report.note(&claim.id) { p.note dir="auto" { b { (words.note_one) ": " } (note) } }
        }
    }
}

/// The sentences that give a value, the value marked.
fn quotes(report: &Report<'_>, difference: &Difference, group: &Group<'_>) -> Markup {
    let of = |reading: &&Reading| reading.normal == group.reading.normal;
    markup! {
        @for reading in difference.readings.iter().filter(of).take(QUOTED) {
            @if let Some(article) = report.article(&reading.article) {
                @if let Some(statement) = article.statements.get(reading.statement as usize) {
                    p.quoted lang=[language(article)] dir="auto" {
                        @if group.articles.len() > 1 { span.hint { (reading.article) ": " } }
                        @for piece in pieces(statement, &[reading]) {
                            @if piece.reading.is_some() { mark { (piece.text) } } @else { (piece.text) }
                        }
                    }
                }
            }
        }
    }
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "≠",
        Verdict::Check => "≟",
        _ => "→",
    }
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Check => "check",
        _ => "update",
    }
}
