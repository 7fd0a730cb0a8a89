//! A report in one HTML file: no network, readable without scripts, made for reading and for print.
//!
//! Every word from a source goes through maud's escaping; a page's own HTML never gets here. The page's own policy allows
//! its one style and its one script by their digests and nothing else, so that even a fault in this file could load nothing.
mod claims;
mod disagreements;
mod parts;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html as markup};
use sha2::{Digest, Sha256};

use super::grid;
use super::picture;
use super::report::Report;
use super::words::fill;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// The report of a comparison.
pub(super) fn html(report: &Report<'_>) -> String {
    let title = report.title();
    let page = markup! {
        (DOCTYPE)
        html lang=(report.choice.tongue.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "Parallax " (env!("CARGO_PKG_VERSION")) };
                title { (title) " – Parallax" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        h1 { (title) }
                        (parts::who(report))
                        p.sub { (grid::summary(report)) @if report.is_part() { " " (grid::part(report)) } }
                        (parts::legend(report))
                    }
                    (disagreements::disagreements(report))
                    (map(report))
                    (parts::shares(report))
                    (parts::unmentioned(report))
                    (claims::all(report))
                    (parts::notes(report))
                    (parts::files(report))
                    (parts::sources(report))
                }
                (about(report))
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// `'sha256-…'` of the one style and the one script.
fn policy() -> String {
    let digest = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

/// The coverage map. What it draws stands in the claims below in words, so it is hidden from screen readers.
fn map(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        section.drawn aria-labelledby="map" {
            h2 #map { (words.map) }
            p.hint { (words.map_hint) }
            div.map aria-hidden="true" { (PreEscaped(picture::drawing(report))) }
        }
    }
}

fn about(report: &Report<'_>) -> Markup {
    let words = report.words();
    markup! {
        footer {
            h2 { (words.about) }
            dl { @for (name, value) in grid::about(report) { dt { (name) } dd { (value) } } }
        }
    }
}

/// "12 of 16 claims shown", which the script keeps true.
fn shown(report: &Report<'_>) -> String {
    let all = report.claims().count();
    fill(report.words().filter_left, &[("shown", &all), ("all", &all)])
}
