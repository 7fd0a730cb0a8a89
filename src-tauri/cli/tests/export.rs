//! The forms as the programs read them that a person opens them with: Chromium, LibreOffice. Where one of these is not
//! installed its test says so and checks nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, missing_docs)]
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The sample event in a form, in a folder of its own.
fn export(folder: &Path, format: &str, ending: &str, files: &[PathBuf]) -> PathBuf {
    let path = folder.join(format!("event.{ending}"));
    let status = Command::new(env!("CARGO_BIN_EXE_parallax-cli"))
        .arg("compare")
        .args(files)
        .args(["--format", format, "--output"])
        .arg(&path)
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{format}");
    path
}

fn sample() -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(Path::new(ROOT).join("src-tauri/sample")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The sample and twins of it, so that the report has more columns than fit on a page.
fn many(folder: &Path) -> Vec<PathBuf> {
    let mut files = sample();
    for (at, path) in sample().iter().enumerate() {
        let text = fs::read_to_string(path).unwrap();
        let other = folder.join(format!("twin-{at}-{}", path.file_name().unwrap().to_string_lossy()));
        fs::write(&other, text.replace("150,000", "190,000").replace("105", "115").replace("Sunday", "Saturday night"))
            .unwrap();
        files.push(other);
    }
    files
}

fn installed(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).stdout(Stdio::null()).status();
    let found = found.is_ok_and(|status| status.success());
    if !found {
        eprintln!("{program} is not installed: nothing checked");
    }
    found
}

#[test]
fn reports_open_in_chromium_without_a_fault() {
    if !installed("node") || !installed("chromium") || !Path::new(ROOT).join("ui/node_modules/playwright-core").exists()
    {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let few = export(folder.path(), "html", "html", &sample());
    let more = export(folder.path(), "html", "many.html", &many(folder.path()));
    let output =
        Command::new("node").arg(Path::new(ROOT).join("scripts/check-report")).args([few, more]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_workbook_opens_in_libreoffice_with_the_same_cells() {
    if !installed("soffice") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let event: Value =
        serde_json::from_slice(&fs::read(export(folder.path(), "json", "json", &sample())).unwrap()).unwrap();
    let book = export(folder.path(), "xlsx", "xlsx", &sample());
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("home").display()))
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        ])
        .arg("--outdir")
        .arg(folder.path())
        .arg(&book)
        .output()
        .unwrap();
    let claims = folder.path().join("event-Claims.csv");
    if !claims.exists() && String::from_utf8_lossy(&output.stderr).contains("could not be loaded") {
        eprintln!("LibreOffice has no Calc here: nothing checked");
        return;
    }
    let text = fs::read_to_string(claims).unwrap();
    for claim in event["claims"].as_array().unwrap() {
        assert!(text.contains(claim["id"].as_str().unwrap()));
        for (article, members) in claim["members"].as_object().unwrap() {
            let article = event["articles"].as_array().unwrap().iter().find(|a| a["id"] == *article).unwrap();
            for at in members.as_array().unwrap() {
                let words = article["statements"][at.as_u64().unwrap() as usize]["text"].as_str().unwrap();
                assert!(text.contains(&words.replace('"', "\"\"")), "{words}");
            }
        }
    }
    let sources = fs::read_to_string(folder.path().join("event-Sources.csv")).unwrap();
    for article in event["articles"].as_array().unwrap() {
        assert!(sources.contains(article["sha256"].as_str().unwrap()));
    }
}

#[test]
fn the_workbook_has_no_formulas_and_no_links() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = folder.path().join("hostile.txt");
    fs::write(&hostile, "=HYPERLINK(\"http://bad.example\") leaders\n\n=1+1 was what the two leaders said by telephone for 105 minutes on Sunday.").unwrap();
    let files = [vec![hostile], sample()].concat();
    let book = export(folder.path(), "xlsx", "xlsx", &files);
    let mut archive = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let (mut cells, mut words) = (0, String::new());
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            cells += text.matches("<c ").count();
            assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{name}");
        } else if name == "xl/sharedStrings.xml" {
            words = text;
        }
    }
    assert!(cells > 100 && words.contains("=1+1 was what"), "{cells} cells");
}

#[test]
fn an_output_file_is_for_others_to_read_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = export(folder.path(), "markdown", "md", &sample());
    assert!(fs::read_to_string(&path).unwrap().starts_with("# "));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let plain = folder.path().join("plain");
        fs::write(&plain, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&plain));
    }
}
