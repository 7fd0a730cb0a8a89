//! The report as Markdown: readable as it stands, and as a page.
//!
//! Signs in a source's words that Markdown would read as marks are escaped, so its text is text and nothing else.
use super::grid;
use super::report::Report;
use super::value::{converted, date_and_time};
use super::words::{fill, sign};
use crate::model::{Article, Claim};

pub(super) fn markdown(report: &Report<'_>) -> String {
    let words = report.words();
    let mut text = format!("# {}\n\n{}\n", plain(report.title()), grid::summary(report));
    if report.is_part() {
        text += &format!("\n{}\n", grid::part(report));
    }
    text += &format!("\n| {} | {} |\n| --- | ---: |\n", words.kind, words.number);
    for (_, sign, word, number) in grid::legend(report) {
        text += &format!("| {sign} {word} | {number} |\n");
    }
    text += &format!("\n## {}\n\n", words.sources);
    for article in &report.comparison.articles {
        text += &source(report, article);
    }
    text += &format!("\n## {}\n\n{}", words.disagree, disagreements(report));
    text += &format!("\n## {}\n", words.claims);
    for claim in report.claims() {
        text += &one(report, claim);
    }
    text += &ending(report);
    text
}

fn source(report: &Report<'_>, article: &Article) -> String {
    let words = report.words();
    let title = article.title.as_deref().map(|title| format!(": {}", plain(title))).unwrap_or_default();
    let mut text = format!("- **{}** {}{title}\n", article.id, plain(report.name(article)));
    let day = article.published.as_deref().map(|iso| date_and_time(iso, words));
    let mut facts = vec![
        format!("{}: {}", words.published, plain(day.as_deref().unwrap_or(words.not_known))),
        format!("{}: {}", words.language, article.language.code()),
        format!("{}: {}", words.number_of_words, article.words),
        format!("{}: {}%", words.shared, article.shared),
        format!("{}: {}", words.file, plain(&article.file)),
    ];
    facts.extend(report.address(article).map(|address| format!("{}: {}", words.address, plain(address))));
    facts.push(format!("{}: {}", words.digest, article.sha256));
    for fact in facts {
        text += &format!("  - {fact}\n");
    }
    text
}

fn disagreements(report: &Report<'_>) -> String {
    let words = report.words();
    let rows = report.disagreements();
    if rows.is_empty() {
        return format!("{}\n", words.disagree_none);
    }
    let mut text =
        format!("| {} | {} | {} | {} |\n| --- | --- | --- | --- |\n", words.kind, words.claim, words.values, words.why);
    for (claim, difference) in rows {
        let values: Vec<String> = report
            .groups(difference)
            .iter()
            .map(|group| {
                let normal =
                    converted(group.reading, difference.kind, words).map(|value| format!(" ({})", plain(&value)));
                format!(
                    "**{}** {}{}",
                    group.articles.join(" "),
                    plain(&group.reading.shown),
                    normal.unwrap_or_default()
                )
            })
            .collect();
        let kind = format!("{}, {}", words.of_verdict(difference.verdict), words.of_difference(difference.kind));
        text += &format!(
            "| {kind} | {} | {} | {} |\n",
            plain(&claim.label),
            values.join("; "),
            plain(&words.reason(difference))
        );
    }
    text
}

fn one(report: &Report<'_>, claim: &Claim) -> String {
    let words = report.words();
    let mut text = format!("\n### {} {}: {}\n\n", sign(claim.kind), words.of_kind(claim.kind), plain(&claim.label));
    for article in report.comparison.articles.iter().filter(|article| claim.members.contains_key(&article.id)) {
        text += &format!("- **{}** {}\n", article.id, plain(&grid::cell(report, claim, article)));
    }
    if !claim.missing.is_empty() && claim.members.len() > 1 {
        text += &format!("- {}\n", fill(words.missing_in, &[("sources", &claim.missing.join(", "))]));
    }
    if report.is_checked(&claim.id) {
        text += &format!("- {}\n", words.checked);
    }
    for tag in report.tags(&claim.id) {
        text += &format!("- {}: {}\n", words.tags, plain(tag));
    }
    if let Some(note) = report.note(&claim.id) {
        text += &format!("- **{}:** {}\n", words.note_one, plain(note));
    }
    text
}

fn ending(report: &Report<'_>) -> String {
    let words = report.words();
    let mut text = String::new();
    let notes = grid::notes(report);
    if !notes.is_empty() {
        text += &format!("\n## {}\n\n", words.notes);
        for (place, note) in notes {
            text += &format!("- {}: {}\n", plain(&place), plain(&note));
        }
    }
    if !report.comparison.notices.is_empty() {
        text += &format!("\n## {}\n\n", words.files);
        for notice in &report.comparison.notices {
            text += &format!("- {}\n", plain(&notice.message));
        }
    }
    text += &format!("\n## {}\n\n", words.about);
    for (name, value) in grid::about(report) {
        text += &format!("- {name}: {value}\n");
    }
    text
}

/// Words of a source as text on one line.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' => plain.extend(['\\', c]),
            c if c.is_control() => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}
