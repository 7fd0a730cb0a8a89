//! Stage 2: from bytes to the article: its metadata and its paragraphs.
//!
//! Text and Markdown keep every paragraph; from a web page the article is taken and the page's furniture left out.
//! Metadata is what the file says of itself, to programs or in print: nothing is guessed, an impossible date is no date.
mod address;
mod agency;
mod dateline;
mod front_matter;
mod headline;
mod markdown;
mod page;
mod printed;
mod published;
mod review;
mod text;

pub use page::{Printed, of_article, site};

use serde::{Deserialize, Serialize};

use crate::language;
use crate::model::{Format, Language, Source};
use crate::open::Problem;
use crate::open::text_of::decode;

/// What was taken from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extract {
    /// Headline.
    pub title: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Publisher.
    pub outlet: Option<String>,
    /// ISO 8601 date, or date and time with offset.
    pub published: Option<String>,
    /// When the file says it was last changed, written like `published`; `None` when it is the same time.
    pub updated: Option<String>,
    /// Part of the paper ("Politics").
    pub section: Option<String>,
    /// The address that the page gives of itself.
    pub canonical: Option<String>,
    /// Place that the text's dateline names.
    pub place: Option<String>,
    /// News agency that the text is credited to.
    pub agency: Option<String>,
    /// Only the beginning of the article is in the file: the rest is for subscribers, or was left out.
    pub partial: bool,
    /// Language that the file itself declares; the text decides in the end.
    pub language: Option<Language>,
    /// The headline (when the file has one), then the body.
    pub paragraphs: Vec<String>,
    /// The first paragraph is the headline.
    pub headline: bool,
    /// Bytes that are no text in the file's encoding were replaced.
    pub replaced: bool,
    /// Text of the file that was not taken for the article, so that a person can take it back.
    pub left_out: Vec<LeftOut>,
    /// Fields that a later program wrote into a session file.
    #[serde(flatten)]
    pub more: crate::work::More,
}

/// A paragraph that was not taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The position in [`Extract::paragraphs`] before which it stands.
    pub before: usize,
    /// Its words.
    pub text: String,
}

/// Takes the article out of a file's bytes.
pub fn article(source: &Source) -> Result<Extract, Problem> {
    let decoded = decode(&source.bytes, source.format == Format::Html);
    let mut extract = match source.format {
        Format::Text => text::article(&decoded.text),
        Format::Markdown => markdown::article(&decoded.text),
        Format::Html => page::article(&decoded.text),
        other => return Err(Problem::needs_reader(&source.file, other)),
    };
    if extract.paragraphs.is_empty() {
        let page = source.format == Format::Html && !decoded.text.trim().is_empty();
        return Err(if page { Problem::no_article(&source.file) } else { Problem::empty(&source.file) });
    }
    extract.replaced = decoded.replaced;
    Ok(finished(extract))
}

/// The article of a document whose paragraphs were taken by its own reader (a PDF, a Word file …).
///
/// Without a headline of its own, the first paragraph is one when it reads like one. The title that a document keeps
/// beside its text counts only when the text has none: word processors leave the name of a template there.
pub fn document(file: &str, mut extract: Extract) -> Result<Extract, Problem> {
    // Data and documents can write a zero byte in ways of their own; none gets through.
    extract.paragraphs = extract.paragraphs.iter().map(|paragraph| one_line(&paragraph.replace('\0', ""))).collect();
    for field in [&mut extract.title, &mut extract.byline, &mut extract.outlet].into_iter().flatten() {
        field.retain(|c| c != '\0');
    }
    extract.paragraphs.retain(|paragraph| !paragraph.is_empty());
    if extract.paragraphs.is_empty() {
        return Err(Problem::no_text(file));
    }
    extract.headline = extract.headline || headline::opens(&extract.paragraphs);
    if extract.headline {
        extract.title = extract.paragraphs.first().cloned();
    }
    extract.published = extract.published.and_then(|date| published::iso(&date));
    let beside = beside_headline(&extract);
    let printed =
        || printed::date(beside.iter().copied(), || language::detect(&extract.paragraphs.join("\n"), extract.language));
    let published = extract.published.clone().or_else(printed);
    let byline =
        extract.byline.clone().or_else(|| beside.iter().find_map(|line| page::authors(line)).map(str::to_owned));
    (extract.published, extract.byline) = (published, byline);
    let updated = extract.updated.and_then(|date| published::iso(&date));
    extract.updated = updated.filter(|updated| Some(updated) != extract.published.as_ref());
    Ok(finished(extract))
}

/// Lines beside the headline of a printed page that are not of the article. What stands below all of it tells when it was printed.
fn beside_headline(extract: &Extract) -> Vec<&str> {
    let lines =
        |above: bool| extract.left_out.iter().filter(move |left| extract.headline && above == (left.before == 0));
    let above = lines(true).rev().take(printed::BEFORE);
    let near = |left: &&LeftOut| left.before <= 2 && left.before < extract.paragraphs.len();
    let below = lines(false).take_while(near).take(printed::AFTER);
    above.chain(below).map(|left| left.text.as_str()).collect()
}

/// What the text and its address say, where the file's metadata is silent.
fn finished(mut extract: Extract) -> Extract {
    let body = extract.paragraphs.get(usize::from(extract.headline)).map(String::as_str).unwrap_or_default();
    let site = dateline::site(body).or_else(|| address::site(extract.canonical.as_deref()?));
    extract.outlet = extract.outlet.or_else(|| site.map(str::to_owned));
    extract.place = dateline::place(body);
    let printed = || {
        let beside = extract.paragraphs.iter().skip(1).take(printed::AFTER).filter(|_| extract.headline);
        printed::date(beside.map(String::as_str), || language::detect(&extract.paragraphs.join("\n"), extract.language))
    };
    extract.published = extract.published.clone().or_else(printed).or_else(|| dateline::date(body));
    // A line of its own above the text; below the first sentences a day may be one of the event's.
    let above = extract.paragraphs.iter().take(4).find_map(|paragraph| dateline::line(paragraph));
    let filed = || address::day(extract.canonical.as_deref()?);
    extract.published = extract.published.clone().or(above).or_else(filed);
    let end = extract.paragraphs.last().map(String::as_str).unwrap_or_default();
    let byline = extract.byline.as_deref().unwrap_or_default();
    extract.agency = agency::credited(byline, body, end).map(str::to_owned);
    extract.partial = extract.partial || page::ends_early(extract.paragraphs.get(usize::from(extract.headline)..));
    extract
}

/// Runs of white space become one space, and none is left at the ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
