//! Fixtures, and a reader whose children are the headless program.
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use parallax_engine::compare::Account;
use parallax_engine::open::{self, Problem};
use parallax_reader::{Ask, Reader};
use zip::write::SimpleFileOptions;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::of(PathBuf::from(env!("CARGO_BIN_EXE_parallax-cli"))));

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/formats")
}

pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// Every form of the one article, by file name.
pub fn articles() -> Vec<String> {
    let names = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("article.")).collect();
    names.sort();
    names
}

pub fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Account, Problem> {
    read_with(name, bytes, &Ask::default())
}

pub fn read_with(name: &str, bytes: impl Into<Vec<u8>>, ask: &Ask) -> Result<Account, Problem> {
    open::from_bytes(name, bytes.into()).and_then(|source| READER.account(&source, ask, None))
}

/// The problem with a file, whose message names it.
pub fn problem(name: &str, bytes: impl Into<Vec<u8>>) -> Problem {
    let problem = read(name, bytes).expect_err("a problem");
    assert!(problem.message.contains(name), "{}", problem.message);
    problem
}

pub fn text(account: &Account) -> String {
    account.extract.paragraphs.join("\n\n")
}

/// A ZIP archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document with this XML inside its body.
pub fn word(body: &str) -> Vec<u8> {
    word_of(&format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    ))
}

/// A Word document whose main part is this.
pub fn word_of(main: &str) -> Vec<u8> {
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", main.as_bytes())])
}

pub const STORY: &str = "The river rose by two metres on Tuesday night and flooded the market, the town council said. \
                         Nobody was hurt, but forty families had to spend the night with friends and neighbours.";
