//! The coverage map as a picture: one bar a source from top to bottom, a block a sentence, bands to the next bar.
//!
//! `coverage` has the geometry, `svg` the drawing. PNG is that drawing rendered with a font of our own, so that it is
//! the same on every machine; letters that the font does not have (it covers Latin scripts) are missing there.
mod coverage;
mod svg;

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use super::report::Report;

/// Inter, one weight, Latin letters (data/README.md).
const FONT: &[u8] = include_bytes!("../../../data/picture-inter.ttf");
/// Pixels per unit: sharp on paper and on dense screens.
const SCALE: f32 = 2.0;
/// A picture wider or higher than this is no help to anyone.
const LARGEST: f32 = 12_000.0;

/// The map with its sources and legend, complete by itself.
pub(super) fn svg(report: &Report<'_>) -> String {
    svg::whole(report)
}

/// The map alone, for the HTML report, which has the sources in words.
pub(super) fn drawing(report: &Report<'_>) -> String {
    svg::drawing(report)
}

pub(super) fn png(report: &Report<'_>) -> Result<Vec<u8>, String> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family("Inter");
    let options = Options { fontdb: Arc::new(fonts), font_family: "Inter".into(), ..Options::default() };
    let tree = Tree::from_str(&svg(report), &options).map_err(|error| error.to_string())?;
    let size = tree.size();
    let scale = SCALE.min(LARGEST / size.width()).min(LARGEST / size.height());
    let (width, height) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
