//! The parts of the HTML report before and after its claims: who reports, legend, shares, gaps, notes, sources in full.
use maud::{Markup, html as markup};

use crate::export::grid;
use crate::export::report::Report;
use crate::export::value::date_and_time;
use crate::export::words::fill;
use crate::model::Article;

/// The kinds with their signs and numbers: the same as in the window's legend.
pub(super) fn legend(report: &Report<'_>) -> Markup {
    markup! {
        ul.legend {
            @for (code, sign, word, number) in grid::legend(report) {
                li class=(code) data-kind=(code) data-count=(number) { b { (number) } " " span { span.sign aria-hidden="true" { (sign) } " " (word) } }
            }
        }
    }
}

/// The sources at a glance; what else is known of them stands at the end.
pub(super) fn who(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        ul.who aria-label=(words.sources) {
            @for article in &report.comparison.articles {
                li {
                    span.letter { (article.id) }
                    div {
                        a href={ "#s-" (article.id) } { (report.name(article)) }
                        @if let Some(day) = &article.published { " " span.hint { (date_and_time(day, words)) } }
                        @if let Some(title) = &article.title { p lang=[language(article)] dir="auto" { (title) } }
                    }
                }
            }
        }
    }
}

/// Everything that is known of each source, so that a reader can check it.
pub(super) fn sources(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        section aria-labelledby="sources" {
            h2 #sources { (words.sources) }
            div.sources { @for article in &report.comparison.articles { (source(report, article)) } }
        }
    }
}

fn source(report: &Report<'_>, article: &Article) -> Markup {
    let words = report.words();
    let day = article.published.as_deref().map(|iso| date_and_time(iso, words));
    markup! {
        article.source id={ "s-" (article.id) } {
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
