//! The parts of the HTML report before and after its claims: legend, sources, disagreements, shares, gaps, notes.
use maud::{Markup, html as markup};

use crate::export::grid;
use crate::export::report::Report;
use crate::export::value::{converted, date_and_time};
use crate::export::words::fill;
use crate::model::{Article, Difference, Verdict};

/// The kinds with their signs and numbers: the same as in the window's legend.
pub(super) fn legend(report: &Report<'_>) -> Markup {
    markup! {
        ul.legend {
            @for (code, sign, word, number) in grid::legend(report) {
                li class=(code) data-kind=(code) data-count=(number) { span.sign aria-hidden="true" { (sign) } " " (word) " " b { (number) } }
            }
        }
    }
}

pub(super) fn sources(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        section aria-labelledby="sources" {
            h2 #sources { (words.sources) }
            @for article in &report.comparison.articles { (source(report, article)) }
        }
    }
}

fn source(report: &Report<'_>, article: &Article) -> Markup {
    let words = report.words();
    let day = article.published.as_deref().map(|iso| date_and_time(iso, words));
    markup! {
        article.source {
            h3 { span.letter { (article.id) } " " (report.name(article)) }
            @if let Some(title) = &article.title { p lang=[language(article)] dir="auto" { (title) } }
            dl {
                @if let Some(byline) = &article.byline { dt { (words.byline) } dd { (byline) } }
                dt { (words.published) } dd { (day.as_deref().unwrap_or(words.not_known)) }
                @if let Some(updated) = &article.updated { dt { (words.updated) } dd { (date_and_time(updated, words)) } }
                dt { (words.language) } dd { (article.language.code()) }
                dt { (words.number_of_words) } dd { (article.words) }
                dt { (words.shared) } dd { (article.shared) "%" }
                dt { (words.file) } dd.long { (article.file) " (" (grid::format(article)) ")" }
                @if let Some(address) = report.address(article) {
                    dt { (words.address) } dd.long { a href=(address) rel="noreferrer noopener" { (address) } }
                }
                dt { (words.digest) } dd.long { code { (article.sha256) } }
            }
            @if article.partial { p.hint { (words.beginning_only) } }
        }
    }
}

/// Conflicts, then what a person should check, then updates.
pub(super) fn disagreements(report: &Report<'_>) -> Markup {
    let words = report.words();
    let rows = report.disagreements();
    markup! {
        section aria-labelledby="disagree" {
            h2 #disagree { (words.disagree) }
            @if rows.is_empty() { p { (words.disagree_none) } } @else {
                div.wide tabindex="0" role="group" aria-labelledby="disagree" { table {
                    thead { tr { th scope="col" { (words.kind) } th scope="col" { (words.claim) } th scope="col" { (words.values) } th scope="col" { (words.why) } } }
                    tbody {
                        @for (claim, difference) in rows {
                            tr {
                                td class=(class(difference.verdict)) { b { (mark(difference.verdict)) " " (words.of_verdict(difference.verdict)) } br; (words.of_difference(difference.kind)) }
                                th scope="row" { a href={ "#c-" (claim.id) } dir="auto" { (claim.label) } }
                                td { (values(report, difference)) }
                                td.hint { (words.reason(difference)) }
                            }
                        }
                    }
                } }
            }
        }
    }
}

fn values(report: &Report<'_>, difference: &Difference) -> Markup {
    markup! {
        ul.values {
            @for group in report.groups(difference) {
                li {
                    @for letter in &group.articles { span.letter { (letter) } " " }
                    span dir="auto" { (group.reading.shown) }
                    @if let Some(value) = converted(group.reading, difference.kind, report.words()) { " (" (value) ")" }
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
    if verdict == Verdict::Conflict { "conflict" } else { "check" }
}

/// A grid of every two sources: per cent in common and conflicts, as text.
pub(super) fn shares(report: &Report<'_>) -> Markup {
    let words = report.words();
    let articles = &report.comparison.articles;
    markup! {
        section aria-labelledby="share" {
            h2 #share { (words.share) }
            p.hint { (words.share_hint) }
            div.wide tabindex="0" role="group" aria-labelledby="share" { table.grid {
                thead { tr { td {} @for article in articles { th scope="col" { (article.id) } } } }
                tbody {
                    @for a in articles {
                        tr {
                            th scope="row" { span.letter { (a.id) } " " (report.name(a)) }
                            @for b in articles {
                                @let share = report.share(&a.id, &b.id);
                                @if a.id == b.id { td { "–" } }
                                @else { td data-pair={ (a.id) (b.id) } { (share.percent) "%" @if share.conflicts > 0 { br; (fill(words.share_conflicts, &[("n", &share.conflicts)])) } } }
                            }
                        }
                    }
                }
            } }
        }
    }
}

pub(super) fn unmentioned(report: &Report<'_>) -> Markup {
    let words = report.words();
    let others = report.comparison.articles.len().saturating_sub(1);
    markup! {
        section aria-labelledby="missing" {
            h2 #missing { (words.unmentioned) }
            p.hint { (words.unmentioned_hint) }
            @for article in &report.comparison.articles {
                @let claims = report.unmentioned(&article.id);
                h3 { span.letter { (article.id) } " " (report.name(article)) }
                @if claims.is_empty() { p { (words.unmentioned_none) } } @else {
                    ul { @for (claim, makers) in claims {
                        li { a href={ "#c-" (claim.id) } dir="auto" { (claim.label) } " " span.hint { (fill(words.unmentioned_of, &[("n", &makers), ("total", &others)])) } }
                    } }
                }
            }
        }
    }
}

/// Notes on passages.
pub(super) fn notes(report: &Report<'_>) -> Markup {
    let notes = grid::notes(report);
    markup! {
        @if !notes.is_empty() {
            section aria-labelledby="notes" {
                h2 #notes { (report.words().notes) }
                ul { @for (place, note) in notes { li dir="auto" { span.hint { (place) ": " } (note) } } }
            }
        }
    }
}

/// What happened to files on the way.
pub(super) fn files(report: &Report<'_>) -> Markup {
    markup! {
        @if !report.comparison.notices.is_empty() {
            section aria-labelledby="files" {
                h2 #files { (report.words().files) }
                ul { @for notice in &report.comparison.notices { li { (notice.message) } } }
            }
        }
    }
}

/// The language of an article's words, when it is known.
pub(super) fn language(article: &Article) -> Option<&str> {
    Some(article.language.code()).filter(|code| *code != "und")
}
