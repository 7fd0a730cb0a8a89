//! What a page says of its article in JSON-LD (schema.org), the most reliable of a page's metadata where it exists.
//!
//! Pages write it in many shapes: one object, an array, a `@graph`, objects inside others, names as texts or objects.
use html_escape::decode_html_entities;
use serde_json::Value;

use crate::extract::one_line;

/// The fields of the first article object that has them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Linked {
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub section: Option<String>,
    pub url: Option<String>,
    /// Whether the whole article is said to be free to read.
    pub free: Option<bool>,
    pub language: Option<String>,
    pub description: Option<String>,
    pub body: Option<String>,
}

/// Reads the scripts of a page. One that is no JSON is left aside.
pub(super) fn read(scripts: &[&str]) -> Linked {
    let mut linked = Linked::default();
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut found = Vec::new();
    values.iter().for_each(|value| articles(value, &mut found));
    for article in found {
        take(&mut linked, article);
    }
    linked
}

/// Many pages leave line ends inside texts, which JSON forbids, or wrap the script in a comment.
fn parse(script: &str) -> Option<Value> {
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])?;
    let inside: String = script.get(start..=end)?.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&inside).ok()
}

/// Every object of an article's type, outermost first. The JSON reader has bounded the depth.
fn articles<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| articles(item, found)),
        Value::Object(fields) => {
            if is_article(value) {
                found.push(value);
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"] {
                if let Some(inner) = fields.get(key).filter(|_| key != "hasPart" || found.is_empty()) {
                    articles(inner, found);
                }
            }
        }
        _ => {}
    }
}

fn is_article(value: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            let kind = kind.rsplit(['/', ':']).next().unwrap_or_default();
            kind.ends_with("Article")
                || kind.ends_with("NewsArticle")
                || matches!(kind, "BlogPosting" | "Report" | "ClaimReview")
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn take(linked: &mut Linked, article: &Value) {
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
    linked.headline = linked.headline.take().or_else(|| text("headline"));
    linked.published = linked.published.take().or_else(|| text("datePublished"));
    linked.updated = linked.updated.take().or_else(|| text("dateModified"));
    linked.url = linked.url.take().or_else(|| text("url")).or_else(|| text("mainEntityOfPage"));
    linked.section = linked.section.take().or_else(|| article.get("articleSection").map(names)?.into_iter().next());
    linked.free = linked.free.or_else(|| article.get("isAccessibleForFree").and_then(truth));
    linked.description = linked.description.take().or_else(|| text("description"));
    linked.language = linked.language.take().or_else(|| text("inLanguage"));
    if linked.authors.is_empty() {
        linked.authors = article.get("author").map(names).unwrap_or_default();
    }
    if linked.publisher.is_none() {
        linked.publisher = article.get("publisher").map(names).unwrap_or_default().into_iter().next();
    }
    // The line ends of a body part its paragraphs, so it is not brought to one line.
    let body = article.get("articleBody").and_then(Value::as_str).map(|body| decode_html_entities(body).into_owned());
    if linked.body.as_ref().map_or(0, String::len) < body.as_ref().map_or(0, String::len) {
        linked.body = body;
    }
}

/// A truth value, which many pages write as a text.
fn truth(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| match value.as_str()?.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    })
}

/// Names of people or organisations, given as texts, objects or lists of them.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => Some(plain(name)).filter(|name| is_name(name)).into_iter().collect(),
        Value::Array(items) => items.iter().filter(|item| !item.is_array()).flat_map(names).collect(),
        Value::Object(fields) => match fields.get("name") {
            Some(Value::String(name)) => Some(plain(name)).filter(|name| is_name(name)).into_iter().collect(),
            Some(Value::Array(list)) => list.iter().filter(|item| item.is_string()).flat_map(names).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Not an address, and with a letter in it.
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.starts_with("http") && name.chars().count() <= 120
}

/// A value for people: character references decoded, on one line.
fn plain(text: &str) -> String {
    one_line(&decode_html_entities(text))
}
