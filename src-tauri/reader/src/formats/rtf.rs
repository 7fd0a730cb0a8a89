//! Rich text (.rtf): groups, control words and characters in many old encodings.
//!
//! An own reader: `rtf-parser` loses paragraph breaks and brings a browser's bindings with it. Left out are pictures,
//! notes, heads and feet of pages, hidden and deleted words, field codes and every destination that is not known.
use std::collections::BTreeMap;

use parallax_engine::extract::{self, Extract};
use parallax_engine::model::Source;
use parallax_engine::open::text_of::by_label;

use super::flow::Flow;
use super::word::{is_author, is_title};
use crate::Problem;

/// Deepest nesting of groups; real documents stay below 50.
const DEEPEST: usize = 4000;

/// Destinations whose text is none of the article's.
const LEFT_OUT: [&str; 28] = [
    "colortbl",
    "stylesheet",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "themedata",
    "datastore",
    "xe",
    "tc",
    "objdata",
    "annotation",
    "pntext",
    "listtext",
    "generator",
    "revtbl",
    "latentstyles",
    "nonshppict",
];

/// What a group changes and its end gives back.
#[derive(Debug, Clone)]
struct State {
    skipped: bool,
    hidden: bool,
    font: i32,
    /// Bytes that stand in for a Unicode character.
    stand_ins: usize,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Body,
    Fonts,
    Info,
    Title,
    Author,
}

/// The article of a rich text.
pub(super) fn article(source: &Source) -> Result<Extract, Problem> {
    let mut reading = Reading::new(&source.bytes);
    reading.run();
    let title = Some(reading.title.trim().to_owned()).filter(|title| is_title(title));
    let byline = Some(reading.author.trim().to_owned()).filter(|name| is_author(name));
    let (paragraphs, headline) = reading.flow.finish();
    extract::document(&source.file, Extract { title, byline, paragraphs, headline, ..Extract::default() })
}

struct Reading<'a> {
    rest: &'a [u8],
    state: State,
    outer: Vec<State>,
    flow: Flow,
    title: String,
    author: String,
    /// The document's code page, and those of its fonts.
    page: u32,
    fonts: BTreeMap<i32, u32>,
    /// Bytes of old encodings that are not decoded yet.
    bytes: Vec<u8>,
    /// Stand-in bytes still to be passed over.
    pass: usize,
    /// A high half of a character beyond the first plane.
    high: Option<u16>,
    star: bool,
    in_row: bool,
}

impl<'a> Reading<'a> {
    fn new(bytes: &'a [u8]) -> Reading<'a> {
        let state = State { skipped: false, hidden: false, font: -1, stand_ins: 1, place: Place::Body };
        let mut flow = Flow::default();
        flow.begin();
        Reading {
            rest: bytes,
            state,
            outer: Vec::new(),
            flow,
            title: String::new(),
            author: String::new(),
            page: 1252,
            fonts: BTreeMap::new(),
            bytes: Vec::new(),
            pass: 0,
            high: None,
            star: false,
            in_row: false,
        }
    }

    fn run(&mut self) {
        while let Some((&first, rest)) = self.rest.split_first() {
            self.rest = rest;
            match first {
                b'{' => {
                    self.flush();
                    if self.outer.len() >= DEEPEST {
                        break;
                    }
                    self.outer.push(self.state.clone());
                    self.star = false;
                }
                b'}' => {
                    self.flush();
                    self.pass = 0;
                    match self.outer.pop() {
                        Some(state) => self.state = state,
                        None => break,
                    }
                    // What follows the outermost group is no part of the document.
                    if self.outer.is_empty() {
                        break;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.flush();
    }

    /// One byte of text, of the font's encoding.
    fn byte(&mut self, byte: u8) {
        if self.pass > 0 {
            self.pass -= 1;
        } else if !self.state.skipped {
            self.bytes.push(byte);
        }
    }

    /// Decodes the bytes that have come together.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let page = self.fonts.get(&self.state.font).copied().unwrap_or(self.page);
        let text = by_label(&label(page), &bytes);
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        if self.state.skipped {
            return;
        }
        match self.state.place {
            Place::Body if !self.state.hidden => self.flow.text(text),
            Place::Title => self.title.push_str(text),
            Place::Author => self.author.push_str(text),
            _ => {}
        }
    }

    /// A control word or symbol; its backslash has been read.
    fn control(&mut self) {
        let Some((&first, rest)) = self.rest.split_first() else { return };
        if !first.is_ascii_alphabetic() {
            self.rest = rest;
            return self.symbol(first);
        }
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).take(40).count();
        let word = String::from_utf8_lossy(self.rest.get(..length).unwrap_or_default()).into_owned();
        let after = self.rest.get(length..).unwrap_or_default();
        let digits = after
            .iter()
            .enumerate()
            .take_while(|(at, byte)| byte.is_ascii_digit() || *at == 0 && **byte == b'-')
            .take(11)
            .count();
        let number = std::str::from_utf8(after.get(..digits).unwrap_or_default()).ok().and_then(|n| n.parse().ok());
        let mut end = length + digits;
        if self.rest.get(end) == Some(&b' ') {
            end += 1;
        }
        self.rest = self.rest.get(end..).unwrap_or_default();
        self.word(&word, number);
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let digits = self.rest.get(..2).and_then(|two| std::str::from_utf8(two).ok());
                if let Some(byte) = digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                    self.rest = self.rest.get(2..).unwrap_or_default();
                    self.byte(byte);
                }
            }
            b'*' => self.star = true,
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'~' => self.say("\u{A0}"),
            b'_' => self.say("-"),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        self.flush();
        if self.pass > 0 {
            self.pass -= 1;
        } else {
            self.text(text);
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let starred = std::mem::take(&mut self.star);
        if LEFT_OUT.contains(&word) {
            self.flush();
            self.state.skipped = true;
            return;
        }
        let on = number != Some(0);
        match word {
            "fonttbl" => self.enter(Place::Fonts),
            "info" => self.enter(Place::Info),
            "title" if self.state.place == Place::Info => self.enter(Place::Title),
            "author" if self.state.place == Place::Info => self.enter(Place::Author),
            "shppict" | "shpinst" | "shptxt" | "fldrslt" | "result" => {}
            _ if starred => {
                self.flush();
                self.state.skipped = true;
            }
            "bin" => self.rest = self.rest.get(number.unwrap_or(0).max(0) as usize..).unwrap_or_default(),
            "ansicpg" => self.page = number.unwrap_or(1252).unsigned_abs(),
            "mac" => self.page = 10000,
            "f" | "deff" => self.font(number.unwrap_or(0)),
            "fcharset" if self.state.place == Place::Fonts => {
                if let Some(page) = charset(number.unwrap_or(0)) {
                    self.fonts.insert(self.state.font, page);
                }
            }
            "uc" => self.state.stand_ins = number.unwrap_or(1).clamp(0, 8) as usize,
            "u" => self.unicode(number.unwrap_or(63)),
            "v" | "deleted" => {
                self.flush();
                self.state.hidden = on;
            }
            "plain" => {
                self.flush();
                self.state.hidden = false;
            }
            _ => self.layout(word, number),
        }
    }

    /// Words that part the text, and words that are characters.
    fn layout(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "trowd" if !self.in_row && self.state.place == Place::Body && !self.state.skipped => {
                self.flush();
                self.flow.end();
                self.flow.begin_row();
                self.flow.begin_cell();
                self.flow.begin();
                self.in_row = true;
            }
            "cell" if self.in_row => {
                self.flush();
                self.flow.end();
                self.flow.begin_cell();
                self.flow.begin();
            }
            "row" if self.in_row => {
                self.flush();
                self.flow.end();
                self.flow.end_row();
                self.flow.begin();
                self.in_row = false;
            }
            "outlinelevel" if number == Some(0) => self.flow.heading(),
            "line" | "tab" | "cell" | "row" | "emspace" | "enspace" => self.say(" "),
            "emdash" => self.say("—"),
            "endash" => self.say("–"),
            "lquote" => self.say("‘"),
            "rquote" => self.say("’"),
            "ldblquote" => self.say("“"),
            "rdblquote" => self.say("”"),
            "bullet" => self.say("•"),
            _ => {}
        }
    }

    fn enter(&mut self, place: Place) {
        self.flush();
        self.state.place = place;
    }

    fn font(&mut self, font: i32) {
        self.flush();
        self.state.font = font;
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        let unit = (number & 0xFFFF) as u16;
        let text = match (self.high.take(), unit) {
            (None, 0xD800..=0xDBFF) => {
                self.high = Some(unit);
                String::new()
            }
            (Some(high), _) => String::from_utf16_lossy(&[high, unit]),
            (None, _) => String::from_utf16_lossy(&[unit]),
        };
        self.text(&text);
        self.pass = self.state.stand_ins;
    }

    fn end_paragraph(&mut self) {
        self.flush();
        self.pass = 0;
        if self.state.place == Place::Body && !self.state.skipped {
            self.flow.end();
            self.flow.begin();
        }
    }
}

/// The code page of a font's character set, by the numbers of the Windows API.
fn charset(number: i32) -> Option<u32> {
    let page = match number {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(page)
}

/// The name of a code page as encodings are named.
fn label(page: u32) -> String {
    match page {
        932 => "shift_jis".into(),
        936 => "gbk".into(),
        949 => "euc-kr".into(),
        950 => "big5".into(),
        10000 => "macintosh".into(),
        65001 => "utf-8".into(),
        874 | 1250..=1258 => format!("windows-{page}"),
        _ => "windows-1252".into(),
    }
}
