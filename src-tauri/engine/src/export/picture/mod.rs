//! The coverage map as a picture: one bar a source from top to bottom, a block a sentence, bands to the next bar.
//!
//! `coverage` has the geometry, `svg` the drawing. PNG is that drawing with its `letters` as shapes, painted.
mod coverage;
mod letters;
mod svg;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::report::Report;

/// Pixels per unit: sharp on paper and on dense screens.
const SCALE: f32 = 2.0;
/// A picture wider or higher than this is no help to anyone.
const LARGEST: f32 = 12_000.0;

/// The map with its sources and legend, complete by itself.
pub(super) fn svg(report: &Report<'_>) -> String {
    svg::whole(report, None)
}

/// The map alone, for the HTML report, which has the sources in words.
pub(super) fn drawing(report: &Report<'_>) -> String {
    svg::drawing(report)
}

pub(super) fn png(report: &Report<'_>) -> Result<Vec<u8>, String> {
    let letters = letters::Letters::ours().ok_or("the typeface of pictures is broken")?;
    let drawing = svg::whole(report, Some(&letters));
    let tree = Tree::from_str(&drawing, &Options::default()).map_err(|error| error.to_string())?;
    let size = tree.size();
    let scale = SCALE.min(LARGEST / size.width()).min(LARGEST / size.height());
    let (width, height) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
