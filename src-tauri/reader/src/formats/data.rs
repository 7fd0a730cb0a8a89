//! Articles as data: schema.org objects in JSON, alone, in a list, in `@graph` or one a line.
//!
//! An object counts when it says that it is an article, or has a body of text under one of the usual names.
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Language, Source};
use parallax_engine::open::text_of::decode;
use serde_json::{Map, Value};

use super::{page, parts, trouble};
use crate::{Ask, Problem};

const BODIES: [&str; 9] =
    ["articleBody", "body", "bodyText", "content", "text", "maintext", "content_html", "content_text", "html"];
const TITLES: [&str; 4] = ["headline", "title", "name", "webTitle"];
const DATES: [&str; 7] =
    ["datePublished", "published", "date_published", "publishedAt", "date", "webPublicationDate", "dateCreated"];
/// A shorter body is a teaser or something else altogether.
const SHORTEST: usize = 80;

/// The article of a JSON file.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let text = decode(&source.bytes, false).text;
    let mut articles = Vec::new();
    let mut read = 0;
    for value in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
        // What follows a broken value cannot be told apart; what came before it is whole.
        let Ok(value) = value else { break };
        read += 1;
        collect(&value, &mut articles);
        if articles.len() >= parts::MOST {
            break;
        }
    }
    if read == 0 {
        return Err(trouble::damaged(&source.file, "a JSON file"));
    }
    let titled = articles.into_iter().take(parts::MOST);
    let titled = titled.map(|object| (words(&object, &TITLES).unwrap_or_default(), object)).collect();
    from_object(&source.file, &parts::choose(&source.file, titled, ask)?)
}

/// Every article in a value; serde_json bounds how deep a value goes.
fn collect(value: &Value, found: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(object) if is_article(object) => found.push(object.clone()),
        Value::Object(object) => object.values().for_each(|inner| collect(inner, found)),
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let long = |body: String| body.chars().count() >= SHORTEST;
    let body = body(object).is_some_and(long);
    let kinds = match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(kind)) => vec![kind.as_str()],
        _ => Vec::new(),
    };
    let typed = kinds.iter().any(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || *kind == "Report");
    // A comment or a person with a text is none; a page may have an article's body all the same.
    let untyped = kinds.is_empty() && words(object, &TITLES).is_some() || object.contains_key("articleBody");
    body && (typed || untyped)
}

/// The text of an article; that of a live report is the texts of its updates.
fn body(object: &Map<String, Value>) -> Option<String> {
    let updates = || {
        let list = object.get("liveBlogUpdate")?.as_array()?;
        let texts = list.iter().filter_map(Value::as_object).flat_map(|update| {
            let title = words(update, &["headline"]);
            let text = words(update, &BODIES);
            title.filter(|title| !text.as_ref().is_some_and(|text| text.starts_with(title))).into_iter().chain(text)
        });
        let text = texts.collect::<Vec<_>>().join("\n\n");
        (!text.is_empty()).then_some(text)
    };
    words(object, &BODIES).or_else(updates)
}

/// The first of the keys that has words.
fn words(object: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| named(object.get(*key)?))
}

/// A text, the name of an object, or the names of a list of them.
fn named(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(items) => items.iter().filter_map(named).collect::<Vec<_>>().join(", "),
        Value::Object(object) => {
            ["name", "title", "rendered", "@value"].iter().find_map(|key| named(object.get(*key)?))?
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn from_object(file: &str, object: &Map<String, Value>) -> Result<Extract, Problem> {
    let body = body(object).unwrap_or_default();
    let title = words(object, &TITLES).map(|title| html_escape::decode_html_entities(&title).into_owned());
    let markup = ["<p>", "<p ", "<br", "</p>", "<div"].iter().any(|tag| body.contains(tag));
    let mut paragraphs = if markup { marked(file, &body)? } else { split(&body) };
    if let Some(title) = &title
        && paragraphs.first() != Some(title)
    {
        paragraphs.insert(0, title.clone());
    }
    let extract = Extract {
        headline: title.is_some(),
        title,
        byline: words(object, &["author", "authors", "byline", "creator"]),
        outlet: words(object, &["publisher", "outlet", "source_domain", "site_name", "publication", "source"]),
        published: words(object, &DATES),
        updated: words(object, &["dateModified", "updated", "date_modified", "updatedAt", "lastModified"]),
        section: words(object, &["articleSection", "section", "sectionName", "category"]),
        canonical: words(object, &["url", "mainEntityOfPage", "link", "webUrl"]).filter(|url| url.starts_with("http")),
        language: words(object, &["inLanguage", "language", "lang"]).and_then(|tag| Language::parse(&tag)),
        paragraphs,
        ..Extract::default()
    };
    extract::document(file, extract)
}

/// The paragraphs of a body in HTML. All of it is article: there is no page around it to leave out.
fn marked(file: &str, body: &str) -> Result<Vec<String>, Problem> {
    let read = page(file, &format!("<html><body><article>{body}</article></body></html>"));
    read.map(|extract| extract.paragraphs)
}

/// Paragraphs are parted by empty lines; in a text without one, by line ends.
fn split(body: &str) -> Vec<String> {
    let unified = body.replace("\r\n", "\n");
    let mark = if unified.contains("\n\n") { "\n\n" } else { "\n" };
    unified.split(mark).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use parallax_engine::model::{Format, NoticeCode};

    const BODY: &str =
        "The river rose by two metres on Tuesday night.\n\nNobody was hurt, the town council said later.";

    fn read(json: &Value, part: Option<u32>) -> Result<Extract, Problem> {
        let bytes = json.to_string().into_bytes();
        let source = Source { file: "a.json".into(), format: Format::Json, bytes, sha256: String::new() };
        article(&source, &Ask { part, password: None })
    }

    #[test]
    fn comments_and_people_are_no_articles() {
        let json = serde_json::json!({"@graph": [
            {"@type": "Comment", "name": "A reader", "text": BODY},
            {"@type": ["Thing", "ReportageNewsArticle"], "headline": "Flood in town", "articleBody": BODY},
        ]});
        let extract = read(&json, None).unwrap();
        assert_eq!(extract.paragraphs.len(), 3);
        assert_eq!(extract.title.as_deref(), Some("Flood in town"));
    }

    #[test]
    fn a_live_report_is_its_updates() {
        let update = |title: &str| serde_json::json!({"@type": "BlogPosting", "headline": title, "articleBody": BODY});
        let json = serde_json::json!({"@type": "LiveBlogPosting", "headline": "Flood: live", "liveBlogUpdate":
            [update("Water falls"), update("Water rises")]});
        let extract = read(&json, None).unwrap();
        assert_eq!(extract.paragraphs.len(), 7);
        assert_eq!(extract.paragraphs.get(1).map(String::as_str), Some("Water falls"));
    }

    #[test]
    fn several_articles_in_a_list_are_a_choice_and_markup_is_read() {
        let body = format!("<p>{}</p><p>{}</p>", BODY.replace("\n\n", "</p><p>"), BODY.replace("\n\n", " "));
        let json = serde_json::json!([{"title": "One", "body": BODY}, {"title": "Two &amp; three", "body": body}]);
        assert_eq!(read(&json, None).unwrap_err().code, NoticeCode::SeveralArticles);
        let second = read(&json, Some(2)).unwrap();
        assert_eq!(second.title.as_deref(), Some("Two & three"));
        assert_eq!(second.paragraphs.len(), 4, "{:?}", second.paragraphs);
    }
}
