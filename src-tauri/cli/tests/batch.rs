//! Many events in one run: one line each, going on after a stop, failures that stop nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(args: &[&str], input: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax-cli"));
    command.arg("compare").args(args);
    if let Some(input) = input {
        command.stdin(fs::File::open(input).unwrap());
    }
    command.output().unwrap()
}

fn text(event: usize, article: usize) -> String {
    let minutes = if article == 0 { 95 + event } else { 45 };
    format!(
        "Leaders number {event} talk\n\nThe two leaders spoke by telephone for {minutes} minutes on Sunday evening.\n\n\
         The council of the harbour town closed the old market on Monday.\n"
    )
}

/// Five events as folders; the fourth has one article only.
fn folders(home: &Path) {
    for event in 0..5 {
        let folder = home.join(format!("event-{event}"));
        fs::create_dir(&folder).unwrap();
        for article in 0..if event == 3 { 1 } else { 2 } {
            fs::write(folder.join(format!("{article}.txt")), text(event, article)).unwrap();
        }
    }
}

fn lines(bytes: &[u8]) -> BTreeMap<String, Value> {
    let lines = std::str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| (line["event"].as_str().unwrap().to_owned(), line)).collect()
}

#[test]
fn every_event_is_a_line_and_a_failure_stops_nothing() {
    let home = tempfile::tempdir().unwrap();
    folders(home.path());
    let output = run(&["--events", home.path().to_str().unwrap(), "--jobs", "3"], None);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let events = lines(&output.stdout);
    assert_eq!(events.len(), 5);
    for (id, line) in &events {
        if id == "event-3" {
            assert_eq!(line["status"], "failed");
            assert!(line["message"].as_str().unwrap().contains("1 of 1 articles"), "{line}");
        } else {
            assert_eq!(line["status"], "done");
            assert_eq!(line["comparison"]["articles"].as_array().unwrap().len(), 2);
        }
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("5 of 5 events, 1 failed"), "{said}");
}

#[test]
fn a_line_is_what_the_event_alone_would_give() {
    let home = tempfile::tempdir().unwrap();
    folders(home.path());
    let all = lines(&run(&["--events", home.path().to_str().unwrap(), "--jobs", "4"], None).stdout);
    let folder = home.path().join("event-1");
    let alone: Value = serde_json::from_slice(&run(&[folder.to_str().unwrap()], None).stdout).unwrap();
    for part in ["articles", "claims", "links", "differences", "notices"] {
        assert_eq!(all["event-1"]["comparison"][part], alone[part], "{part}");
    }
}

#[test]
fn a_stopped_run_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let (events, out) = (home.path().join("events"), home.path().join("out.jsonl"));
    fs::create_dir(&events).unwrap();
    folders(&events);
    let args = ["--events", events.to_str().unwrap(), "--jobs", "1", "--brief", "--output", out.to_str().unwrap()];
    assert!(run(&args, None).status.success());
    let whole = fs::read(&out).unwrap();
    // As if the program had been killed in the middle of the third line.
    let cut = whole.iter().enumerate().filter(|(_, b)| **b == b'\n').nth(1).unwrap().0 + 20;
    fs::write(&out, &whole[..cut]).unwrap();
    let output = run(&args, None);
    assert!(String::from_utf8_lossy(&output.stderr).contains("2 events stand in the output already"));
    assert_eq!(fs::read(&out).unwrap(), whole, "the same lines, none twice");
    // Once more: nothing is left to do; with --retry the one that failed is tried again.
    run(&args, None);
    assert_eq!(fs::read(&out).unwrap(), whole);
    fs::write(events.join("event-3/1.txt"), text(3, 1)).unwrap();
    run(&[&args[..], &["--retry"]].concat(), None);
    assert_eq!(lines(&fs::read(&out).unwrap())["event-3"]["status"], "done");
}

#[test]
fn a_file_of_something_else_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let (events, out) = (home.path().join("events"), home.path().join("letter.txt"));
    fs::create_dir(&events).unwrap();
    folders(&events);
    fs::write(&out, "Dear reader,\n").unwrap();
    let output = run(&["--events", events.to_str().unwrap(), "--output", out.to_str().unwrap()], None);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&out).unwrap(), "Dear reader,\n");
}

#[test]
fn events_come_as_lines_too() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("b.txt"), text(7, 1)).unwrap();
    let told = json!({ "text": text(7, 0), "outlet": "Harbour Post", "published": "2026-03-14" });
    let input = home.path().join("events.jsonl");
    let good = json!({ "id": "seven", "articles": [told, { "file": "b.txt" }] });
    fs::write(&input, format!("{good}\n\nno json\n{}\n", json!({ "articles": ["b.txt", "gone.txt"] }))).unwrap();
    let output = run(&["--events", input.to_str().unwrap(), "--brief"], None);
    assert_eq!(output.status.code(), Some(0));
    let events = lines(&output.stdout);
    assert_eq!(events.keys().collect::<Vec<_>>(), ["line 3", "line 4", "seven"]);
    let seven = &events["seven"];
    assert_eq!(seven["articles"][0]["outlet"], "Harbour Post");
    assert_eq!(seven["claims"]["conflict"], 1, "{seven}");
    assert_eq!(seven["conflicts"][0]["readings"][0]["shown"], "102 minutes");
    assert!(events["line 4"]["message"].as_str().unwrap().contains("gone.txt"));
    // The same through standard input, as a cluster's pipe gives it; paths count from where the program is started.
    let piped = home.path().join("one.jsonl");
    fs::write(&piped, json!({ "id": "x", "articles": [{ "text": text(1, 0) }, { "text": text(1, 1) }] }).to_string())
        .unwrap();
    assert_eq!(lines(&run(&["--events", "-", "--brief"], Some(&piped)).stdout)["x"]["status"], "done");
}

#[test]
fn only_failures_are_a_failure() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("empty")).unwrap();
    let output = run(&["--events", home.path().to_str().unwrap()], None);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output.stdout)["empty"]["status"], "failed");
    assert_eq!(run(&["--events", home.path().to_str().unwrap(), "--format", "html"], None).status.code(), Some(1));
    assert_eq!(run(&["--jobs", "2", "a", "b"], None).status.code(), Some(2));
}
