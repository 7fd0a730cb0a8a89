//! A reader that hangs, crashes or wants too much costs its own file a message and the program nothing.
//! The faults are played by the child itself in debug builds (`process/limits.rs`, `misbehave`).
#![cfg(debug_assertions)]
use std::time::{Duration, Instant};

use parallax_engine::model::NoticeCode;

use crate::stage::{STORY, problem, read};

fn faulty(what: &str) -> Vec<u8> {
    format!("<!doctype html><!-- parallax test: {what} --><p>{STORY}").into_bytes()
}

#[test]
fn a_crash_is_a_message() {
    for what in ["abort", "deep"] {
        let problem = problem("page.html", faulty(what));
        assert_eq!(problem.code, NoticeCode::ReadingStopped);
        assert!(problem.message.contains("not affected") && problem.message.contains("paste"), "{problem}");
    }
}

#[test]
fn a_hang_ends_after_a_while() {
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for what in ["hang", "spin"] {
            scope.spawn(move || {
                let problem = problem("page.html", faulty(what));
                assert_eq!(problem.code, NoticeCode::ReadingStopped, "{what}");
            });
        }
    });
    assert!(begun.elapsed() < Duration::from_secs(45));
}

#[test]
fn memory_and_answers_are_bounded() {
    for what in ["memory", "flood"] {
        assert_eq!(problem("page.html", faulty(what)).code, NoticeCode::ReadingStopped, "{what}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_child_has_no_files_no_network_and_starts_nothing() {
    // "rights" breaks off when all four attempts fail, and reads on when any of them gets through.
    let problem = problem("page.html", faulty("rights"));
    assert_eq!(problem.code, NoticeCode::ReadingStopped);
}

#[test]
fn spare_children_read_as_new_ones_do() {
    use parallax_engine::open;
    use parallax_reader::{Ask, Reader};
    let reader = Reader::of(env!("CARGO_BIN_EXE_parallax-cli").into()).with_spares(2);
    reader.warm();
    for what in ["no fault", "abort", "no fault", "no fault"] {
        let source = open::from_bytes("page.html", faulty(what)).unwrap();
        let read = reader.article(&source, &Ask::default());
        assert_eq!(read.is_ok(), what == "no fault", "{read:?}");
    }
}

#[test]
fn other_files_are_read_meanwhile() {
    std::thread::scope(|scope| {
        scope.spawn(|| problem("broken.html", faulty("abort")));
        scope.spawn(|| {
            assert!(
                read(
                    "good.html",
                    format!("<!doctype html><article><h1>Flood in town</h1><p>{STORY}</p><p>{STORY}</p></article>")
                )
                .is_ok()
            )
        });
    });
}
