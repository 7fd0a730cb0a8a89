//! The sample event: three reports written by us, with outlets that do not exist and differences made on purpose.
use parallax_engine::model::Source;
use parallax_engine::open::{self, Problem};

const FILES: [(&str, &[u8]); 3] = [
    ("lantern-post-sample.html", include_bytes!("../sample/lantern-post-sample.html")),
    ("harbour-dispatch-sample.txt", include_bytes!("../sample/harbour-dispatch-sample.txt")),
    ("kabar-sentra-contoh.md", include_bytes!("../sample/kabar-sentra-contoh.md")),
];

/// Position and name of every report.
pub fn files() -> impl Iterator<Item = (usize, &'static str)> {
    FILES.iter().enumerate().map(|(at, (name, _))| (at, *name))
}

/// A report as if it had been opened from a file.
///
/// # Errors
/// None with the reports that are built in.
pub fn source(at: usize) -> Result<Source, Problem> {
    let (name, bytes) = FILES[at % FILES.len()];
    open::from_bytes(name, bytes.to_vec())
}
