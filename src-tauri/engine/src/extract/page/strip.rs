//! One pass over a page's code before it is parsed: what is never read goes, and what could harm a parser is bounded.
//!
//! Scripts, styles, comments, templates, drawings and emphasis go, which is most of a page's bytes; JSON-LD is kept
//! aside for the metadata. This is own code because a parser's cost grows with the square of the depth, of a tag's
//! attributes and of open emphasis, so a made-up page could hang the program or end it by a stack overflow. The scan
//! follows the HTML standard's tokenizer where it matters: nothing that is emitted has been seen as text by the scan
//! and as tags by the parser.

/// Deepest nesting that is kept; deeper tags are left out and their text stays. Browsers stop at 512; the deepest of 224
/// measured pages had 29. The library that finds the article takes time with the depth.
const DEEPEST: usize = 96;
/// Tags after which no further ones are kept. The richest of 224 measured pages had 12,000.
const MOST_TAGS: usize = 200_000;
/// Parts of a tag (attributes, about) after which only its name is kept.
const MOST_PARTS: usize = 200;

/// What the pass leaves.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stripped<'a> {
    /// Code that is safe to parse.
    pub html: String,
    /// The texts of the page's JSON-LD scripts, in order.
    pub json_ld: Vec<&'a str>,
}

/// Elements that go with all that is in them.
const DROPPED: [&str; 15] = [
    "script", "style", "template", "noscript", "iframe", "textarea", "select", "object", "canvas", "noembed",
    "noframes", "svg", "button", "video", "audio",
];
/// Tags that go while the text between them stays: emphasis, drawings (in whose inside other rules hold), and the
/// elements after whose start the parser would take tags for text.
const UNTAGGED: [&str; 24] = [
    "math",
    "plaintext",
    "xmp",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "font",
    "big",
    "small",
    "tt",
    "code",
    "strike",
    "nobr",
    "applet",
    "marquee",
    "embed",
    "frameset",
    "frame",
    "input",
    "option",
    "optgroup",
];
/// Elements whose end is implied, or that have none: they do not deepen the nesting.
const FLAT: [&str; 28] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "col", "caption", "html", "head",
    "body", "br", "hr", "img", "link", "meta", "source", "base", "area", "track", "wbr", "param", "image",
];

/// Strips `page`.
pub(super) fn strip(page: &str) -> Stripped<'_> {
    let mut pass = Pass { page, at: 0, out: Stripped::default(), depth: 0, skipped: 0, tags: 0, unclosed: Vec::new() };
    pass.out.html.reserve(page.len() / 2);
    pass.out.html.push_str("<!DOCTYPE html>");
    while pass.step() {}
    pass.out
}

struct Pass<'a> {
    page: &'a str,
    at: usize,
    out: Stripped<'a>,
    depth: usize,
    skipped: usize,
    tags: usize,
    /// Dropped elements of which no end tag follows: each is searched for once.
    unclosed: Vec<String>,
}

impl<'a> Pass<'a> {
    fn rest(&self) -> &'a str {
        self.page.get(self.at..).unwrap_or_default()
    }

    /// Text up to the next `<`, then what begins there. `false` at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let text = rest.find('<').unwrap_or(rest.len());
        self.out.html.push_str(rest.get(..text).unwrap_or_default());
        self.at += text;
        let rest = self.rest();
        match rest.as_bytes() {
            [] => return false,
            [b'<', b'!', b'-', b'-', ..] => self.at += comment_length(rest),
            [b'<', b'!' | b'?', ..] => self.at += rest.find('>').map_or(rest.len(), |end| end + 1),
            [b'<', b'/', next, ..] if !next.is_ascii_alphabetic() => {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
            }
            [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'/' => self.tag(rest),
            _ => {
                self.out.html.push_str("&lt;");
                self.at += 1;
            }
        }
        true
    }

    fn tag(&mut self, rest: &'a str) {
        let closing = rest.starts_with("</");
        let inside = rest.get(1 + usize::from(closing)..).unwrap_or_default();
        let name_end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(inside.len());
        let name = inside.get(..name_end).unwrap_or_default().to_ascii_lowercase();
        let (length, parts) = tag_length(rest);
        let code = rest.get(..length).unwrap_or_default();
        self.at += length;
        if DROPPED.contains(&name.as_str()) {
            if !closing {
                self.drop_inside(&name, code);
            }
            return;
        }
        if UNTAGGED.contains(&name.as_str()) || !code.ends_with('>') || self.tags >= MOST_TAGS {
            return;
        }
        if !FLAT.contains(&name.as_str()) && !self.count_depth(closing) {
            return;
        }
        self.tags += 1;
        if parts <= MOST_PARTS && !closing {
            self.out.html.push_str(code);
        } else {
            let slash = if closing { "/" } else { "" };
            self.out.html.push_str(&format!("<{slash}{name}>"));
        }
    }

    /// Whether the tag of a nested element is kept.
    fn count_depth(&mut self, closing: bool) -> bool {
        match closing {
            false if self.depth >= DEEPEST => {
                self.skipped += 1;
                false
            }
            false => {
                self.depth += 1;
                true
            }
            true if self.skipped > 0 => {
                self.skipped -= 1;
                false
            }
            true => {
                self.depth = self.depth.saturating_sub(1);
                true
            }
        }
    }

    /// Leaves out everything up to the end tag of `name`; an element that is never closed loses only its tag, except
    /// a script or style, of which no letter is for people.
    fn drop_inside(&mut self, name: &str, code: &str) {
        let rest = self.rest();
        if self.unclosed.iter().any(|known| known == name) {
            return;
        }
        let Some(end) = find_end_tag(rest, name) else {
            self.unclosed.push(name.to_owned());
            if matches!(name, "script" | "style") {
                self.at = self.page.len();
            }
            return;
        };
        let inside = rest.get(..end).unwrap_or_default();
        if name == "script" && code.to_ascii_lowercase().contains("ld+json") {
            self.out.json_ld.push(inside);
        }
        self.at += end;
    }
}

fn comment_length(rest: &str) -> usize {
    let body = rest.get(4..).unwrap_or_default();
    if body.starts_with('>') || body.starts_with("->") {
        return rest.find('>').map_or(rest.len(), |end| end + 1);
    }
    // Each pair of dashes is looked at: a search for one ending would go through the whole page where another one is used.
    let mut from = 0;
    while let Some(at) = body.get(from..).and_then(|ahead| ahead.find("--")) {
        let after = body.get(from + at + 2..).unwrap_or_default();
        if let Some(end) = [">", "!>"].iter().find(|end| after.starts_with(**end)) {
            return 4 + from + at + 2 + end.len();
        }
        from += at + 1;
    }
    rest.len()
}

/// The length of the tag that `rest` begins with, and about how many attributes it has. A `>` inside a quoted value
/// does not end a tag; a quote begins a value only after `=`.
fn tag_length(rest: &str) -> (usize, usize) {
    let (mut parts, mut quote, mut after_equals) = (0, None, false);
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (at + 1, parts),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        let space = byte.is_ascii_whitespace();
        parts += usize::from(quote.is_none() && (space || matches!(byte, b'/' | b'"' | b'\'')));
        after_equals = byte == b'=' || (after_equals && space);
    }
    (rest.len(), parts)
}

/// Where `</name` stands in `rest`, in any case of letters.
fn find_end_tag(rest: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = rest.get(from..)?.find("</") {
        let here = from + at;
        let after = rest.as_bytes().get(here + 2..).unwrap_or_default();
        let same = after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        if same && after.get(name.len()).is_none_or(|next| !next.is_ascii_alphanumeric()) {
            return Some(here);
        }
        from = here + 2;
    }
    None
}
