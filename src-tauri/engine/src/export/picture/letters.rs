//! Words as shapes, for pictures that are painted: no font of the system is asked, so they are the same everywhere.
//!
//! Letters follow each other by their widths, left to right; what the typeface lacks leaves a gap. That is enough for names
//! and numbers in Latin scripts, and a whole text engine would make the program a fifth larger.
use std::fmt::Write;

use ttf_parser::{Face, OutlineBuilder};

/// Inter, one weight, Latin letters (data/README.md).
const FONT: &[u8] = include_bytes!("../../../data/picture-inter.ttf");
/// Of a letter that is not there, in parts of the size.
const GAP: f32 = 0.3;

/// The typeface of pictures.
pub(super) struct Letters<'a> {
    face: Face<'a>,
}

impl Letters<'_> {
    /// Width of a capital, in parts of the size: a source's letter is set in the middle of its circle by it.
    pub const WIDTH_OF_A_LETTER: f32 = 0.7;

    /// Our typeface; `None` only if the file in the program were broken.
    pub fn ours() -> Option<Letters<'static>> {
        Face::parse(FONT, 0).ok().map(|face| Letters { face })
    }

    /// The outlines of `text` as the data of an SVG path, from (x, y) on the base line.
    pub fn outline(&self, text: &str, x: f32, y: f32, size: f32) -> String {
        let scale = size / f32::from(self.face.units_per_em());
        let mut shape = Shape { path: String::new(), x, y, scale };
        for c in text.chars() {
            let glyph = self.face.glyph_index(c);
            if let Some(glyph) = glyph {
                self.face.outline_glyph(glyph, &mut shape);
            }
            let width = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph));
            shape.x += width.map_or(GAP * size, |width| f32::from(width) * scale);
        }
        shape.path
    }
}

struct Shape {
    path: String,
    x: f32,
    y: f32,
    scale: f32,
}

impl Shape {
    /// Typefaces count upwards, pictures downwards. Writing into a string cannot fail.
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let _ = write!(self.path, "{:.2} {:.2} ", self.x + x * self.scale, self.y - y * self.scale);
        }
    }
}

impl OutlineBuilder for Shape {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.put('Z', &[]);
    }
}
