//! The coverage map written as SVG: presentation attributes only (a page's policy may forbid styles), the colours of the
//! light theme, and each kind in its own line style and sign, so that a print in black and white stays readable.
use std::fmt::Write;

use super::coverage::{BAR, Band, Block, Coverage, coverage};
use super::letters::Letters;
use crate::export::grid;
use crate::export::report::Report;
use crate::export::value::date_and_time;
use crate::model::ClaimKind;

const MARGIN: f32 = 24.0;
/// Room for the sources' names above the bars.
const HEADS: f32 = 34.0;
/// A sign needs this height of a block.
const SIGN_ROOM: f32 = 13.0;
/// A band lower than this is drawn without edges, unless it conflicts.
const THIN: f32 = 5.0;
/// The width that the list of sources needs: a digest has 64 digits.
const LISTED: f32 = 760.0;
const LINE: f32 = 15.0;

const NAMESPACE: &str = r#" xmlns="http://www.w3.org/2000/svg""#;
const EQUAL: &str = "M3.5 6h9M3.5 10h9";

/// Colours and line style of a kind.
struct Look {
    fill: &'static str,
    edge: &'static str,
    ink: &'static str,
    band: &'static str,
    width: f32,
    dash: &'static str,
}

fn look(kind: Option<ClaimKind>) -> Look {
    let of = |fill, edge, ink, band, width, dash| Look { fill, edge, ink, band, width, dash };
    match kind {
        Some(ClaimKind::Same) => of("#ECEAE5", "#6F6A62", "#55514A", "#E6E2DA", 0.75, ""),
        Some(ClaimKind::Reworded) => of("#D8E9F8", "#1E6BB0", "#1A5C99", "#CFE3F5", 1.25, "1.5 2.5"),
        Some(ClaimKind::Conflict) => of("#F8C9B6", "#A3300A", "#9A2D09", "#F6BFA8", 1.5, ""),
        Some(ClaimKind::Check) => of("#FADFD2", "#A3300A", "#9A2D09", "#F6BFA8", 1.5, "1.5 2.5"),
        Some(ClaimKind::Only) => of("#FFF1AD", "#B07E00", "#735200", "#FBE48C", 1.25, "5 3"),
        None => of("none", "#8A847A", "#5F5A53", "none", 1.25, "5 4"),
    }
}

/// The sign of a kind in a box of 16 × 16, as the window draws it (`ui/src/lib/ribbons/signs.ts`).
fn sign(kind: ClaimKind) -> String {
    let wave = "M2.5 6.6c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6M2.5 11c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6";
    let check = "M3 10.4h10M3 13.8h10M5.9 3.3a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.7-1.1 1.2M8 8.2v.02";
    let only = "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M7.6 8a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0";
    match kind {
        ClaimKind::Same => EQUAL.to_owned(),
        ClaimKind::Reworded => wave.to_owned(),
        ClaimKind::Conflict => format!("{EQUAL}M10.5 2.8l-5 10.4"),
        ClaimKind::Check => check.to_owned(),
        ClaimKind::Only => only.to_owned(),
    }
}

/// What is being written.
struct Pen<'a> {
    out: String,
    /// Letters are drawn as shapes of this typeface; without one they are text, which a reader can select and search.
    letters: Option<&'a Letters<'a>>,
}

/// The map alone, for a page that says everything else itself.
pub(super) fn drawing(report: &Report<'_>) -> String {
    let map = coverage(report);
    // Inside a page the name space goes without saying.
    let out = open(width_of(&map), map.height + HEADS + MARGIN).replace(NAMESPACE, "");
    let mut svg = Pen { out, letters: None };
    body(report, &map, 0.0, &mut svg);
    svg.out + "</svg>"
}

/// The map with its title, legend, sources and the program's line: complete by itself.
pub(super) fn whole(report: &Report<'_>, letters: Option<&Letters<'_>>) -> String {
    let map = coverage(report);
    let width = width_of(&map).max(LISTED + 2.0 * MARGIN);
    let top = MARGIN + 56.0;
    let mut foot = Pen { out: String::new(), letters };
    let end = footer(report, top + HEADS + map.height + MARGIN + 8.0, &mut foot);
    let height = end + MARGIN;
    let mut svg = Pen { out: open(width, height), letters };
    let _ = write!(svg.out, r##"<rect width="{width}" height="{height}" fill="#FBFAF7"/>"##);
    words(&mut svg, MARGIN, MARGIN + 16.0, 20.0, "#1D1B18", &short(report.title(), 80));
    words(&mut svg, MARGIN, MARGIN + 38.0, 12.0, "#55514A", &grid::summary(report));
    body(report, &map, top, &mut svg);
    svg.out + &foot.out + "</svg>\n"
}

fn open(width: f32, height: f32) -> String {
    let width = width.ceil();
    let height = height.ceil();
    format!(
        r#"<svg{NAMESPACE} viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="Inter, sans-serif">"#
    )
}

/// Names begin where their bar does; the last one needs room beside it.
fn width_of(map: &Coverage) -> f32 {
    map.width + 2.0 * MARGIN + map.step - BAR
}

fn body(report: &Report<'_>, map: &Coverage, top: f32, svg: &mut Pen<'_>) {
    for ((x, _), article) in map.bars.iter().zip(&report.comparison.articles) {
        let x = x + MARGIN;
        let _ = write!(svg.out, r##"<circle cx="{:.1}" cy="{:.1}" r="10" fill="#1D1B18"/>"##, x + 10.0, top + 14.0);
        let half = Letters::WIDTH_OF_A_LETTER * 12.0 / 2.0;
        words(svg, x + 10.0 - half, top + 18.3, 12.0, "#FFFFFF", &article.id);
        words(svg, x + 26.0, top + 18.5, 13.0, "#1D1B18", &short(report.name(article), (map.step / 8.5) as usize));
    }
    let _ = write!(svg.out, r#"<g transform="translate({MARGIN} {})" stroke-linejoin="round">"#, top + HEADS);
    for band in &map.bands {
        draw_band(band, svg);
    }
    for block in map.bars.iter().flat_map(|(_, blocks)| blocks) {
        draw_block(block, svg);
    }
    svg.out.push_str("</g>");
}

fn draw_band(band: &Band, svg: &mut Pen<'_>) {
    let look = look(band.kind);
    let middle = (band.x.0 + band.x.1) / 2.0;
    let bend = |from: f32, to: f32| format!("C{middle:.1} {from:.1} {middle:.1} {to:.1}");
    let curve = |y0: f32, y1: f32| format!("{:.1} {y0:.1}{} {:.1} {y1:.1}", band.x.0, bend(y0, y1), band.x.1);
    if band.kind.is_none() {
        let path = curve((band.left.0 + band.left.1) / 2.0, (band.right.0 + band.right.1) / 2.0);
        let _ = write!(
            svg.out,
            r##"<path d="M{path}" fill="none" stroke="{}" stroke-width="1.25" stroke-dasharray="5 4" stroke-opacity=".6"/>"##,
            look.edge
        );
        return;
    }
    let (upper, back) = (curve(band.left.0, band.right.0), bend(band.right.1, band.left.1));
    let d = format!("M{upper}L{:.1} {:.1}{back} {:.1} {:.1}Z", band.x.1, band.right.1, band.x.0, band.left.1);
    let differs = matches!(band.kind, Some(ClaimKind::Conflict | ClaimKind::Check));
    let height = (band.left.1 - band.left.0).min(band.right.1 - band.right.0);
    let edge = if band.kind == Some(ClaimKind::Same) || (height < THIN && !differs) { "none" } else { look.edge };
    let opacity = if differs { ".55" } else { ".8" };
    let dash = if look.dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{}""#, look.dash) };
    let _ = write!(svg.out, r#"<path d="{d}" fill="{}" fill-opacity="{opacity}" stroke="{edge}"{dash}/>"#, look.band);
}

fn draw_block(block: &Block, svg: &mut Pen<'_>) {
    let look = look(block.kind);
    let Block { x, y, height, .. } = block;
    let dash = if look.dash.is_empty() || block.kind.is_none() {
        String::new()
    } else {
        format!(r#" stroke-dasharray="{}""#, look.dash)
    };
    let _ = write!(
        svg.out,
        r#"<rect x="{x:.1}" y="{y:.1}" width="{BAR}" height="{height:.1}" fill="{}" stroke="{}" stroke-width="{}"{dash}/>"#,
        look.fill, look.edge, look.width
    );
    if let Some(kind) = block.kind.filter(|_| *height >= SIGN_ROOM) {
        draw_sign(kind, x + BAR / 2.0 - 6.0, y + height / 2.0 - 6.0, svg);
    }
}

fn draw_sign(kind: ClaimKind, x: f32, y: f32, svg: &mut Pen<'_>) {
    let (path, ink) = (sign(kind), look(Some(kind)).ink);
    let _ = write!(
        svg.out,
        r#"<path d="{path}" transform="translate({x:.1} {y:.1}) scale(.75)" fill="none" stroke="{ink}" stroke-width="1.7" stroke-linecap="round"/>"#
    );
}

/// Legend, sources and the program's lines; returns where they end.
fn footer(report: &Report<'_>, top: f32, svg: &mut Pen<'_>) -> f32 {
    let report_words = report.words();
    let kinds = [ClaimKind::Same, ClaimKind::Reworded, ClaimKind::Conflict, ClaimKind::Check, ClaimKind::Only];
    let mut x = MARGIN;
    for (kind, (_, _, word, number)) in kinds.into_iter().zip(grid::legend(report)) {
        draw_sign(kind, x, top - 10.0, svg);
        let text = format!("{word} {number}");
        words(svg, x + 18.0, top, 12.0, "#1D1B18", &text);
        x += 42.0 + 7.0 * text.chars().count() as f32;
    }
    let mut y = top + 14.0;
    let mut say = |size: f32, ink: &str, text: &str| {
        y += LINE;
        words(svg, MARGIN, y, size, ink, text);
    };
    for article in &report.comparison.articles {
        let day = article.published.as_deref().map(|iso| date_and_time(iso, report_words));
        let facts = [
            Some(report.name(article).to_owned()),
            day,
            Some(article.file.clone()),
            report.address(article).map(str::to_owned),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        say(11.0, "#1D1B18", &short(&format!("{}  {}", article.id, facts.join(" · ")), 125));
        say(10.0, "#55514A", &format!("{} {}", report_words.digest, article.sha256));
    }
    for (name, value) in grid::about(report) {
        say(10.0, "#55514A", &short(&format!("{name}: {value}"), 150));
    }
    y
}

fn words(svg: &mut Pen<'_>, x: f32, y: f32, size: f32, ink: &str, text: &str) {
    let _ = match svg.letters {
        Some(letters) => {
            let shapes = letters.outline(text, x, y, size);
            write!(svg.out, r#"<path d="{shapes}" fill="{ink}"/>"#)
        }
        None => {
            let text = escape(text);
            write!(svg.out, r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" fill="{ink}">{text}</text>"#)
        }
    };
}

fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// Text for XML; what XML cannot hold is a space.
fn escape(text: &str) -> String {
    let pure: String =
        text.chars().map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c }).collect();
    html_escape::encode_safe(&pure).into_owned()
}
