//! A folder that was given in place of files: the article files in it.
use std::path::{Path, PathBuf};

/// Endings of files that are read. What a file is shows in its content; this only helps to choose.
pub const ENDINGS: [&str; 25] = [
    "html",
    "htm",
    "xhtml",
    "mhtml",
    "mht",
    "webarchive",
    "warc",
    "gz",
    "wacz",
    "pdf",
    "docx",
    "doc",
    "odt",
    "rtf",
    "epub",
    "eml",
    "mbox",
    "json",
    "jsonld",
    "xml",
    "txt",
    "text",
    "md",
    "markdown",
    "shtml",
];

/// Most files that are taken out of one folder.
const MOST: usize = 100;

/// The files that `path` stands for: itself, or the readable files of a folder in the order of their names.
///
/// Folders inside it are not entered. The folder of pictures that a browser saves beside a page stands for nothing; any
/// other folder without a readable file stands for itself, so that a message can name it.
pub fn files_in(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    if belongs_to_a_page(path) {
        return Vec::new();
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|file| is_readable(file) && file.is_file()).collect();
    files.sort();
    files.truncate(MOST);
    if files.is_empty() { vec![path.to_owned()] } else { files }
}

/// Whether a file's name says that it may be an article.
pub fn is_readable(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    !hidden && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// "Report_files" or "Report-Dateien" beside "Report.html".
fn belongs_to_a_page(folder: &Path) -> bool {
    let (Some(name), Some(parent)) = (folder.file_name().map(|name| name.to_string_lossy()), folder.parent()) else {
        return false;
    };
    name.char_indices()
        .filter(|(_, c)| matches!(c, '_' | '-' | '.'))
        .filter_map(|(at, _)| name.get(..at))
        .any(|stem| ["html", "htm"].iter().any(|ending| parent.join(format!("{stem}.{ending}")).is_file()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_stands_for_its_readable_files() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["b.PDF", "a.html", "photo.png", ".hidden.txt", "noending"] {
            std::fs::write(at(name), "x").unwrap();
        }
        for name in ["a_files", "other", "deep.html"] {
            std::fs::create_dir(at(name)).unwrap();
        }
        std::fs::write(at("a_files").join("frame.html"), "x").unwrap();
        assert_eq!(files_in(folder.path()), [at("a.html"), at("b.PDF")]);
        assert_eq!(files_in(&at("a.html")), [at("a.html")]);
        assert_eq!(files_in(&at("a_files")), [] as [PathBuf; 0]);
        assert_eq!(files_in(&at("other")), [at("other")]);
        assert_eq!(files_in(&at("missing.txt")), [at("missing.txt")]);
    }
}
