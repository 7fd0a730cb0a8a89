//! The comparison as tables of plain cells: what CSV and the workbook have in common.
use super::report::{Note, Report};
use super::value::{converted, date_and_time};
use super::words::{code, fill, sign};
use crate::model::{Article, Claim, Difference};

/// Rows of claims × articles; the first one has the headings. One claim a row, several sentences of a cell by line ends.
pub(super) fn claims(report: &Report<'_>) -> Vec<Vec<String>> {
    let words = report.words();
    let articles = &report.comparison.articles;
    let mut head: Vec<String> =
        [words.id, words.claim, words.kind, words.values, words.relation].map(str::to_owned).into();
    head.extend(articles.iter().map(|article| format!("{} {}", article.id, report.name(article))));
    head.extend([words.gap, words.notes, words.tags, words.checked].map(str::to_owned));
    let rows = report.claims().map(|claim| row(report, claim));
    std::iter::once(head).chain(rows).collect()
}

fn row(report: &Report<'_>, claim: &Claim) -> Vec<String> {
    let words = report.words();
    let differences: Vec<String> = report.differences(&claim.id).map(|d| difference(report, d)).collect();
    let mut row = vec![
        claim.id.clone(),
        claim.label.clone(),
        format!("{} {}", sign(claim.kind), words.of_kind(claim.kind)),
        differences.join("\n"),
        relations(report, claim).join("\n"),
    ];
    row.extend(report.comparison.articles.iter().map(|article| cell(report, claim, article)));
    let checked = if report.is_checked(&claim.id) { words.checked } else { "" };
    let note = report.note(&claim.id).unwrap_or_default().to_owned();
    row.extend([claim.missing.join(" "), note, report.tags(&claim.id).join(", "), checked.to_owned()]);
    row
}

/// What one article says of a claim: its sentences, or only the values that differ.
pub(super) fn cell(report: &Report<'_>, claim: &Claim, article: &Article) -> String {
    let words = report.words();
    let Some(members) = report.members(claim, article) else { return absent(report, claim).to_owned() };
    if report.choice.sentences {
        return members.iter().map(|statement| statement.text.as_str()).collect::<Vec<_>>().join("\n");
    }
    let values: Vec<&str> = report.readings(claim, article).iter().map(|reading| reading.shown.as_str()).collect();
    if values.is_empty() { format!("{} {}", sign(claim.kind), words.of_kind(claim.kind)) } else { values.join("; ") }
}

/// What stands in an empty cell: a claim from one source alone makes no gap elsewhere.
pub(super) fn absent(report: &Report<'_>, claim: &Claim) -> &'static str {
    if claim.members.len() > 1 { report.words().gap } else { "–" }
}

/// "≠ Conflict, figure: 105 minutes (A C) | one hour and 40 minutes = 100 minutes (B)".
pub(super) fn difference(report: &Report<'_>, difference: &Difference) -> String {
    let words = report.words();
    let values: Vec<String> = report
        .groups(difference)
        .iter()
        .map(|group| {
            let normal = converted(group.reading, difference.kind, words).map(|value| format!(" = {value}"));
            format!("{}{} ({})", group.reading.shown, normal.unwrap_or_default(), group.articles.join(" "))
        })
        .collect();
    let (verdict, kind) = (words.of_verdict(difference.verdict), words.of_difference(difference.kind));
    format!("{verdict}, {kind}: {}", values.join(" | "))
}

/// "A–B: Conflict (strong)" for every two sources of a claim.
pub(super) fn relations(report: &Report<'_>, claim: &Claim) -> Vec<String> {
    let words = report.words();
    let told = |pair: &crate::model::PairReading| {
        let strength = if pair.strength > 0.0 { words.of_strength(pair.strength) } else { "–" };
        format!("{}–{}: {} ({strength})", pair.a, pair.b, words.of_kind(pair.kind))
    };
    claim.pairs.iter().map(told).collect()
}

/// What is known of the sources: a heading and a cell an article.
pub(super) fn sources(report: &Report<'_>) -> Vec<(&'static str, Vec<String>)> {
    let words = report.words();
    let row = |head: &'static str, of: &dyn Fn(&Article) -> String| {
        (head, report.comparison.articles.iter().map(of).collect::<Vec<_>>())
    };
    let or = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |text: &Option<String>| text.as_deref().map(|iso| date_and_time(iso, words)).unwrap_or_default();
    vec![
        row(words.outlet, &|article| or(&article.outlet)),
        row(words.headline, &|article| or(&article.title)),
        row(words.byline, &|article| or(&article.byline)),
        row(words.published, &|article| day(&article.published)),
        row(words.updated, &|article| day(&article.updated)),
        row(words.language, &|article| article.language.code().to_owned()),
        row(words.number_of_words, &|article| article.words.to_string()),
        row(words.shared, &|article| format!("{}%", article.shared)),
        row(words.file, &|article| article.file.clone()),
        row(words.format, &|article| format(article)),
        row(words.address, &|article| or(&article.canonical)),
        row(words.digest, &|article| article.sha256.clone()),
    ]
}

/// The format's name as in JSON.
pub(super) fn format(article: &Article) -> String {
    serde_json::to_value(article.format).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What made the report: a heading and a value.
pub(super) fn about(report: &Report<'_>) -> Vec<(&'static str, String)> {
    let words = report.words();
    let mut rows = vec![
        (words.program, format!("Parallax {}", env!("CARGO_PKG_VERSION"))),
        (words.strictness, report.comparison.strictness.to_string()),
        (words.changed, words.changed_by_hand(report.changed())),
        (words.about, words.limits.to_owned()),
    ];
    if report.is_part() {
        rows.push((words.claims, part(report)));
    }
    if !report.comparison.complete {
        rows.push((words.files, words.incomplete.to_owned()));
    }
    rows
}

/// "4 of 16 claims are in this report."
pub(super) fn part(report: &Report<'_>) -> String {
    let (shown, all) = (report.claims().count(), report.comparison.claims.len());
    fill(report.words().part, &[("shown", &shown), ("all", &all)])
}

/// The first sentence of a report.
pub(super) fn summary(report: &Report<'_>) -> String {
    let counts = report.counts();
    let (sources, claims) = (report.comparison.articles.len(), report.claims().count());
    let shared = report.claims().filter(|claim| claim.members.len() > 1).count();
    fill(
        report.words().summary,
        &[
            ("sources", &sources),
            ("claims", &claims),
            ("shared", &shared),
            ("conflict", &counts.conflict),
            ("check", &counts.check),
            ("only", &counts.only),
        ],
    )
}

/// "Source B, “the words of the passage”: the note" for every note on a passage.
pub(super) fn notes(report: &Report<'_>) -> Vec<(String, String)> {
    let words = report.words();
    let place = |note: &Note<'_>| {
        let lost = if note.lost { format!(" ({})", words.needs_a_look) } else { String::new() };
        let quote = note.quote.map(|quote| format!(" “{quote}”")).unwrap_or_default();
        format!("{}{quote}{lost}", note.article.unwrap_or("–"))
    };
    report.notes().iter().map(|note| (place(note), note.text.to_owned())).collect()
}

/// Kinds with their codes, signs, words and numbers, in the order of the window's legend.
pub(super) fn legend(report: &Report<'_>) -> [(&'static str, &'static str, &'static str, usize); 6] {
    use crate::model::ClaimKind::{Check, Conflict, Only, Reworded, Same};
    let (words, n) = (report.words(), report.counts());
    let of = |kind, number| (code(kind), sign(kind), words.of_kind(kind), number);
    [
        of(Same, n.same),
        of(Reworded, n.reworded),
        of(Conflict, n.conflict),
        of(Check, n.check),
        of(Only, n.only),
        ("gap", "◌", words.gap, n.gap),
    ]
}
