//! All claims of the HTML report: a table while its columns fit on a page, else one block a claim.
use maud::{Markup, html as markup};

use super::parts::language;
use crate::export::grid;
use crate::export::report::Report;
use crate::export::text::pieces;
use crate::export::words::{code, fill, sign};
use crate::model::{Article, Claim};

/// With more sources than this a column is too narrow to read in, on paper too.
const COLUMNS: usize = 4;

pub(super) fn all(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        section aria-labelledby="claims" {
            h2 #claims { (words.claims) }
            (filter(report))
            @if report.comparison.articles.len() <= COLUMNS { (table(report)) }
            @else { @for claim in report.claims() { (block(report, claim)) } }
        }
    }
}

/// Shown by the script: without one there is nothing to press.
fn filter(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        form #filter hidden {
            fieldset {
                legend { (words.filter) }
                @for (code, sign, word, number) in grid::legend(report) {
                    @if code != "gap" && number > 0 {
                        label { input type="checkbox" name="kind" value=(code) checked; " " span aria-hidden="true" { (sign) " " } (word) " (" (number) ")" }
                    }
                }
            }
            label { (words.filter_words) " " input #find type="search" autocomplete="off"; }
            output #left data-pattern=(words.filter_left) { (super::shown(report)) }
        }
    }
}

fn table(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        div.wide tabindex="0" role="group" aria-labelledby="claims" { table.claims {
            thead { tr {
                th scope="col" { (words.claim) }
                @for article in &report.comparison.articles { th scope="col" { span.letter { (article.id) } " " (report.name(article)) } }
            } }
            tbody { @for claim in report.claims() {
                tr id={ "c-" (claim.id) } data-kind=(code(claim.kind)) {
                    th scope="row" { (head(report, claim)) (extras(report, claim)) }
                    @for article in &report.comparison.articles { td { (cell(report, claim, article)) } }
                }
            } }
        } }
    }
}

fn block(report: &Report<'_>, claim: &Claim) -> Markup {
    let words = report.words();
    markup! {
        article.claim id={ "c-" (claim.id) } data-kind=(code(claim.kind)) {
            h3 { (head(report, claim)) }
            dl.told { @for article in report.comparison.articles.iter().filter(|article| claim.members.contains_key(&article.id)) {
                dt { span.letter { (article.id) } " " (report.name(article)) }
                dd { (cell(report, claim, article)) }
            } }
            @if !claim.missing.is_empty() && claim.members.len() > 1 {
                p.missing { (fill(words.missing_in, &[("sources", &claim.missing.join(", "))])) }
            }
            (extras(report, claim))
        }
    }
}

fn head(report: &Report<'_>, claim: &Claim) -> Markup {
    markup! {
        span.kind.(code(claim.kind)) { span.sign { (sign(claim.kind)) } " " (report.words().of_kind(claim.kind)) } " "
        span.name dir="auto" { (claim.label) }
    }
}

/// What a person did: checked, tags, notes.
fn extras(report: &Report<'_>, claim: &Claim) -> Markup {
    let words = report.words();
    markup! {
        @if report.is_checked(&claim.id) { p.hint { "✓ " (words.checked) } }
        @let tags = report.tags(&claim.id);
        @if !tags.is_empty() { p.hint { (words.tags) ": " (tags.join(", ")) } }
        @if let Some(note) = report.note(&claim.id) { p.note dir="auto" { b { (words.note_one) ": " } (note) } }
    }
}

fn cell(report: &Report<'_>, claim: &Claim, article: &Article) -> Markup {
    let words = report.words();
    let Some(members) = report.members(claim, article) else {
        return markup! { p.missing { (grid::absent(report, claim)) } };
    };
    if !report.choice.sentences {
        return markup! { p lang=[language(article)] dir="auto" { (grid::cell(report, claim, article)) } };
    }
    let readings = report.readings(claim, article);
    markup! {
        @for statement in members {
            p lang=[language(article)] dir="auto" {
                @for piece in pieces(statement, &readings) {
                    @if piece.reading.is_some() { mark { (piece.text) } } @else { (piece.text) }
                }
            }
            @if let Some(speaker) = &statement.speaker { p.hint { (fill(words.said_by, &[("name", speaker)])) } }
        }
    }
}
