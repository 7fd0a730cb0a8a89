//! A saved session leaves in every form with what was set by hand, as the window shows it.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use parallax_engine::compare::{Account, Options, account, compare};
use parallax_engine::model::{ClaimKind, Comparison};
use parallax_engine::open;
use parallax_engine::session::{SavedReading, SavedSource, Session, SessionSettings};
use parallax_engine::work::{Change, Ground, Page, Work};
use serde_json::Value;

const FILES: [&str; 3] = ["lantern-post-sample.html", "harbour-dispatch-sample.txt", "kabar-sentra-contoh.md"];

fn accounts() -> Vec<Account> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample");
    FILES.map(|name| account(&open::read(&folder.join(name)).unwrap(), None).unwrap()).into()
}

/// The sample in the order C, B, A, with a name, one conflict that is none, one statement unlinked, and a note.
fn session() -> Session {
    let accounts = accounts();
    let letters = ["C", "B", "A"];
    let entries: Vec<_> = letters.iter().map(|l| (*l).to_owned()).zip(&accounts).collect();
    let found = compare(&entries, &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    let pages: Vec<Page> =
        (1..).zip(&entries).map(|(source, (letter, account))| Page::of_account(source, letter, account)).collect();
    let mut work = Work::default();
    let (conflict, reworded) = (claim(&found, ClaimKind::Conflict), claim(&found, ClaimKind::Reworded));
    let ground = Ground { comparison: &found, pages: &pages };
    let taken = found.claims.iter().find(|claim| claim.id == reworded).unwrap();
    let (article, at) = taken.members.iter().next().unwrap();
    let statement = parallax_engine::model::StatementRef { article: article.clone(), statement: at[0] };
    for change in [
        Change::MarkConflict { claim: conflict.clone(), conflict: Some(false) },
        Change::NoteClaim { claim: conflict, text: "ask the embassy".into() },
        Change::Unlink { claim: reworded, statement },
    ] {
        assert!(work.change(&change, ground).unwrap());
    }
    work.marks.name = Some("The call".into());
    work.marks.order = vec![1, 2, 3];
    let source = |(id, (file, (letter, account))): (u32, (&&str, (&&str, &Account)))| SavedSource {
        id,
        letter: letter.chars().next(),
        file: (*file).to_owned(),
        readings: vec![SavedReading::of(account)],
        ..SavedSource::default()
    };
    let sources = (1..).zip(FILES.iter().zip(letters.iter().zip(&accounts))).map(source).collect();
    Session::new("0.1.0", SessionSettings::default(), sources, work)
}

fn claim(comparison: &Comparison, kind: ClaimKind) -> String {
    comparison.claims.iter().find(|claim| claim.kind == kind && claim.members.len() > 2).unwrap().id.clone()
}

fn export(session: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax-cli")).arg("export").arg(session).args(more).output().unwrap()
}

fn saved(folder: &Path) -> PathBuf {
    let path = folder.join("call.parallax");
    fs::write(&path, session().bytes().unwrap()).unwrap();
    path
}

#[test]
fn what_was_set_by_hand_comes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path());
    let event: Value = serde_json::from_slice(&export(&path, &[]).stdout).unwrap();
    assert_eq!(event["report"]["event"], "The call");
    assert_eq!(event["report"]["changed_by_hand"], 2);
    assert_eq!(event["articles"][0]["id"], "C");
    let conflicts =
        |event: &Value| event["claims"].as_array().unwrap().iter().filter(|c| c["kind"] == "conflict").count();
    let untouched = Command::new(env!("CARGO_BIN_EXE_parallax-cli"))
        .arg("compare")
        .args(FILES.map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample").join(name)))
        .output()
        .unwrap();
    let untouched: Value = serde_json::from_slice(&untouched.stdout).unwrap();
    assert_eq!(conflicts(&event) + 1, conflicts(&untouched));
    let text = String::from_utf8(export(&path, &["--format", "markdown"]).stdout).unwrap();
    assert!(text.starts_with("# The call\n") && text.contains("**Note:** ask the embassy"), "{text}");
    assert!(text.contains("changed by hand in 2 places"), "{text}");
    let bare = String::from_utf8(export(&path, &["--format", "markdown", "--no-notes"]).stdout).unwrap();
    assert!(!bare.contains("embassy"));
}

#[test]
fn something_else_is_refused_with_a_message() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.parallax");
    for (content, words) in [
        ("Dear reader", "not a Parallax session"),
        ("{\"format\":\"parallax.session\",\"version\":99}", "newer version"),
    ] {
        fs::write(&path, content).unwrap();
        let output = export(&path, &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains(words), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(export(Path::new("/nowhere.parallax"), &[]).status.code(), Some(1));
}
