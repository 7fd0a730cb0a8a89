//! XML as a plain row of tags and text. Names come without their prefix.
//!
//! Entities that a document declares itself are never expanded, so neither "billion laughs" nor an outside entity can do
//! anything; a broken document simply ends where it breaks.
use parallax_engine::open::text_of::decode;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

/// Deepest nesting that is followed; real documents stay below 60.
const DEEPEST: usize = 2000;

/// A tag or a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins; an empty element begins and ends.
    Open(String, Attributes),
    /// An element ends.
    Close(String),
    /// Text between tags; white space as it stands.
    Text(String),
}

/// Attributes of an element, by name without prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The pieces of a document in order.
pub(super) fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let text = decode(bytes, true).text;
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut depth = 0usize;
    loop {
        let piece = match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > DEEPEST {
                    break;
                }
                Piece::Open(local(tag.local_name().as_ref()), attributes(&tag))
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                Piece::Close(local(tag.local_name().as_ref()))
            }
            Ok(Event::Text(words)) => Piece::Text(words.xml10_content().into_owned()),
            Ok(Event::CData(words)) => Piece::Text(words.xml10_content().into_owned()),
            Ok(Event::GeneralRef(name)) => match character(&name) {
                Some(words) => Piece::Text(words),
                None => continue,
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        match (&piece, pieces.last_mut()) {
            (Piece::Text(more), Some(Piece::Text(words))) => words.push_str(more),
            _ => pieces.push(piece),
        }
    }
    pieces
}

fn local(name: &str) -> String {
    name.to_owned()
}

/// A reference to a character, or one of the names that XHTML has; names a document declares itself are `None`.
fn character(name: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return Some(character.to_string());
    }
    let name = name.xml10_content();
    if let Some(known) = escape::resolve_predefined_entity(&name) {
        return Some(known.to_owned());
    }
    let written = format!("&{name};");
    let read = html_escape::decode_html_entities(&written);
    (read != written).then(|| read.into_owned())
}

fn attributes(tag: &BytesStart<'_>) -> Attributes {
    let mut read = tag.attributes();
    Attributes(
        read.with_checks(false)
            .flatten()
            .take(100)
            .map(|attribute| {
                let value =
                    attribute.normalized_value(XmlVersion::Implicit1_0).map(|v| v.into_owned()).unwrap_or_default();
                (local(attribute.key.local_name().as_ref()), value)
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> String {
        let words = pieces(xml.as_bytes()).into_iter().filter_map(|piece| match piece {
            Piece::Text(words) => Some(words),
            _ => None,
        });
        words.collect()
    }

    #[test]
    fn characters_are_read_and_declared_entities_are_not() {
        assert_eq!(text("<a>1 &lt; 2 &#8211; caf&eacute; &amp;</a>"), "1 < 2 – café &");
        let laughs = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>one &y; two</a>";
        assert_eq!(text(laughs), "one  two");
        let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>one &x;</a>";
        assert_eq!(text(outside), "one ");
    }

    #[test]
    fn a_document_ends_where_it_breaks() {
        assert_eq!(text("<a><b>one</b> two <c"), "one two ");
        assert_eq!(text(&"<a>".repeat(1_000_000)), "");
    }

    #[test]
    fn names_come_without_prefix() {
        let read = pieces(b"<w:p w:val='1 &amp; 2'/>");
        let Some(Piece::Open(name, attributes)) = read.first() else { return assert!(!read.is_empty()) };
        assert_eq!((name.as_str(), attributes.get("val")), ("p", Some("1 & 2")));
        assert_eq!(read.len(), 2);
    }
}
