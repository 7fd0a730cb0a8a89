//! The headless program as a script sees it: exit codes, standard output and standard error, shapes of the results.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample").join(name)
}

fn run(args: &[&std::ffi::OsStr], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax-cli"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

macro_rules! parallax {
    ($($arg:expr),* ; $input:expr) => { run(&[$(std::ffi::OsStr::new(&$arg)),*], $input) };
    ($($arg:expr),*) => { parallax!($($arg),*; "") };
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_comparison_has_the_shape_that_was_agreed() {
    let files =
        [sample("lantern-post-sample.html"), sample("harbour-dispatch-sample.txt"), sample("kabar-sentra-contoh.md")];
    let output = parallax!("compare", files[0], files[1], files[2]);
    assert_eq!(output.status.code(), Some(0));
    let event = json(&output);
    assert_eq!(event["schema"], "parallax.comparison/1");
    assert_eq!(event["complete"], true);
    for key in ["articles", "links", "claims", "differences", "notices"] {
        assert!(event[key].is_array(), "{key}");
    }
    assert_eq!(event["articles"][0]["published"], "2022-02-20T18:40:00+01:00");
    assert_eq!(event["articles"][2]["language"], "id");
    let statement = &event["articles"][0]["statements"][0];
    assert_eq!((&statement["role"], &statement["paragraph"]), (&Value::from("headline"), &Value::from(0)));
    for key in ["a", "b", "strength", "relation", "selected"] {
        assert!(keys(&event["links"][0]).contains(&key), "{key}");
    }
    for key in ["article", "statement", "start", "end", "shown", "normal"] {
        assert!(keys(&event["differences"][0]["readings"][0]).contains(&key), "{key}");
    }
}

#[test]
fn any_number_of_threads_prints_the_same_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample");
    let printed = |threads: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax-cli"));
        command.args(["compare", "--all-links"]).arg(&folder).env("RAYON_NUM_THREADS", threads);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let alone = printed("1");
    assert!(alone.len() > 10_000, "{} bytes", alone.len());
    for threads in ["2", "8"] {
        assert!(printed(threads) == alone, "{threads} threads print something else");
    }
}

#[test]
fn links_that_were_not_selected_are_printed_only_when_asked_for() {
    let (a, b) = (sample("lantern-post-sample.html"), sample("harbour-dispatch-sample.txt"));
    let count = |event: &Value, selected: bool| {
        event["links"].as_array().unwrap().iter().filter(|link| link["selected"] == selected).count()
    };
    let few = json(&parallax!("compare", a, b));
    let all = json(&parallax!("compare", "--all-links", a, b));
    assert_eq!(count(&few, false), 0);
    assert!(count(&all, false) > 0);
    assert_eq!(count(&few, true), count(&all, true));
}

#[test]
fn one_readable_article_is_nothing_to_compare() {
    let output = parallax!("compare", sample("lantern-post-sample.html"), "/nowhere/at-all.txt");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("at-all.txt") && said.contains("nothing to compare"), "{said}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_notice_and_the_rest_is_compared() {
    let (a, b) = (sample("lantern-post-sample.html"), sample("harbour-dispatch-sample.txt"));
    let output = parallax!("compare", a, "/nowhere/at-all.txt", b, a);
    assert_eq!(output.status.code(), Some(0));
    let event = json(&output);
    let codes: Vec<&str> = event["notices"].as_array().unwrap().iter().filter_map(|n| n["code"].as_str()).collect();
    assert_eq!(codes, ["not_found", "duplicate_text"]);
    assert_eq!(event["articles"].as_array().unwrap().len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    // As root a file would take the place of /dev/null, and the whole machine would write to it.
    let (a, b) = (sample("lantern-post-sample.html"), sample("harbour-dispatch-sample.txt"));
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read(pipe).unwrap()
    });
    assert_eq!(parallax!("compare", a, b, "--output", pipe).status.code(), Some(0));
    assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert!(serde_json::from_slice::<Value>(&reader.join().unwrap()).is_ok());
}

#[test]
fn wrong_usage_is_said_so() {
    for args in [vec!["compare"], vec!["compare", "a", "--strictness", "2"], vec!["invent"]] {
        let args: Vec<&std::ffi::OsStr> = args.iter().map(std::ffi::OsStr::new).collect();
        assert_eq!(run(&args, "").status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn sentences_joined_are_the_input() {
    let text = "Gempa terjadi pukul 15.24 WIB. Warga panik!\n\n“Kami aman,” kata Budi.";
    let sentences = json(&parallax!("segment", "--language", "id"; text));
    let joined: String = sentences.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(joined, text);
    assert_eq!(sentences.as_array().unwrap().len(), 3);
}

#[test]
fn an_extract_names_what_it_does_not_know_as_null() {
    let extract = json(&parallax!("extract", sample("harbour-dispatch-sample.txt")));
    assert_eq!(extract["published"], Value::Null);
    assert_eq!(extract["paragraphs"][0], extract["title"]);
    assert_eq!(extract["format"], "text");
}

#[test]
fn a_report_is_one_page_in_which_source_text_is_text() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = folder.path().join("hostile.txt");
    std::fs::write(
        &hostile,
        "Leaders talk\n\nThe two leaders spoke by telephone for 105 minutes <script>alert(1)</script> on Sunday.",
    )
    .unwrap();
    let report = folder.path().join("report.html");
    let output =
        parallax!("compare", hostile, sample("harbour-dispatch-sample.txt"), "--format", "html", "--output", report);
    assert_eq!(output.status.code(), Some(0));
    let page = std::fs::read_to_string(report).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("&lt;script&gt;"));
    assert_eq!(page.matches("<script").count(), 1, "the filter, and nothing of a source");
    assert!(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("https://"));
}
