//! Paths given from outside: arguments, drops, the dialog.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use parallax_engine::model::Corrections;
use parallax_reader::is_readable;

use crate::document::is_session;
use crate::event::Origin;
use crate::view::DragView;

/// The file arguments of a start, made absolute against the folder it was started in. Options are passed over.
pub fn arguments(args: impl IntoIterator<Item = OsString>, folder: &Path) -> Vec<PathBuf> {
    let files = args.into_iter().skip(1).filter(|arg| !arg.to_string_lossy().starts_with('-'));
    files.map(|arg| folder.join(arg)).collect()
}

/// The files among what macOS hands over when something is double-clicked or dropped on the program's icon.
#[cfg(any(target_os = "macos", test))]
pub fn from_urls(urls: &[tauri::Url]) -> Vec<PathBuf> {
    urls.iter().filter_map(|url| url.to_file_path().ok()).collect()
}

/// A path as a file of the event.
pub fn origin(path: PathBuf) -> (Origin, String, Corrections) {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    (Origin::Path(path), name, Corrections::default())
}

/// What the window shows while `paths` are dragged over it.
pub fn drag(paths: &[PathBuf]) -> DragView {
    let readable = |path: &&PathBuf| path.is_dir() || is_readable(path) || is_session(path);
    let names: Vec<String> = paths.iter().filter(readable).map(|path| origin(path.clone()).1).collect();
    DragView { over: true, others: (paths.len() - names.len()) as u32, readable: names }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn arguments_are_absolute_and_options_are_none() {
        let args = ["parallax", "--flag", "a.txt", "/b/c.html"].map(OsString::from);
        assert_eq!(arguments(args, Path::new("/home")), [PathBuf::from("/home/a.txt"), PathBuf::from("/b/c.html")]);
    }

    #[cfg(unix)]
    #[test]
    fn files_are_taken_out_of_urls_and_nothing_else() {
        let urls =
            ["file:///x/a%20b.parallax", "https://example.org/c.html", "parallax:open"].map(|url| url.parse().unwrap());
        assert_eq!(from_urls(&urls), [PathBuf::from("/x/a b.parallax")]);
    }

    #[test]
    fn a_drag_names_what_can_be_read_and_counts_the_rest() {
        let paths = ["/x/A.HTML", "/x/photo.png", "/x/plain"].map(PathBuf::from);
        let view = drag(&paths);
        assert_eq!((view.readable, view.others), (vec!["A.HTML".to_owned()], 2));
    }
}
