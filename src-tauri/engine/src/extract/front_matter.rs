//! The block of `key: value` lines between two lines of `---` that Markdown files of many programs begin with.
//!
//! A small own reader: the values that are read are single lines, and a YAML library would bring much more than that.

/// Metadata from the top of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    pub author: Option<String>,
    pub outlet: Option<String>,
    pub date: Option<String>,
    pub language: Option<String>,
}

/// Splits a file into its front matter and the text after it. A block without a key of ours is left in the text.
pub(super) fn split(text: &str) -> (FrontMatter, &str) {
    let none = || (FrontMatter::default(), text);
    let Some(rest) = text.trim_start().strip_prefix("---").filter(|rest| first_line(rest).trim().is_empty()) else {
        return none();
    };
    let body = rest.get(first_line(rest).len()..).unwrap_or_default();
    let mut read = FrontMatter::default();
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") && at > line.len() {
            let text_after = body.get(at..).unwrap_or_default();
            return if read == FrontMatter::default() { none() } else { (read, text_after) };
        }
        if let Some((key, value)) = line.split_once(':') {
            take(&mut read, key, value);
        }
    }
    none()
}

fn first_line(text: &str) -> &str {
    text.split_inclusive('\n').next().unwrap_or_default()
}

fn take(read: &mut FrontMatter, key: &str, value: &str) {
    let Some(value) = plain(value) else { return };
    let place = match key.to_ascii_lowercase().as_str() {
        "title" | "headline" => &mut read.title,
        "author" | "authors" | "byline" | "by" => &mut read.author,
        "outlet" | "source" | "site" | "publisher" | "publication" => &mut read.outlet,
        "date" | "published" | "pubdate" => &mut read.date,
        "lang" | "language" => &mut read.language,
        _ => return,
    };
    place.get_or_insert(value);
}

/// A value without its quotes, list brackets and comment.
fn plain(value: &str) -> Option<String> {
    let value = value.trim();
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.split_once(mark)).map(|(inside, _)| inside);
    let value = match quoted('"').or_else(|| quoted('\'')) {
        Some(inside) => inside.to_owned(),
        None => {
            let value = value.split(" #").next().unwrap_or_default().trim();
            let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            let items = |list: &str| {
                list.split(',').map(|item| item.trim().trim_matches(['"', '\'']).to_owned()).collect::<Vec<_>>()
            };
            list.map_or_else(|| value.to_owned(), |list| items(list).join(", "))
        }
    };
    let value = super::one_line(&value);
    (!value.is_empty() && !matches!(value.as_str(), "|" | ">" | "null" | "~")).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_the_text_follows() {
        let (read, text) = split(
            "---\ntitle: \"Flood: two dead\"\nauthor: [Ana, Budi]\nSource: The Lantern # paper\ndate: 2025-06-18\nlang: en\ntags: x\n---\nBody.\n",
        );
        assert_eq!(read.title.as_deref(), Some("Flood: two dead"));
        assert_eq!(read.author.as_deref(), Some("Ana, Budi"));
        assert_eq!(read.outlet.as_deref(), Some("The Lantern"));
        assert_eq!((read.date.as_deref(), read.language.as_deref()), (Some("2025-06-18"), Some("en")));
        assert_eq!(text, "Body.\n");
    }

    #[test]
    fn what_is_no_front_matter_stays_in_the_text() {
        for text in
            ["---\n\nAfter a rule.\n\n---\nMore.", "---\ntitle: never closed", "--- title: x", "Body: text.", ""]
        {
            assert_eq!(split(text), (FrontMatter::default(), text));
        }
    }
}
