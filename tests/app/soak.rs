//! Many different events opened, worked on, saved and closed in one running window: what it holds at the end is what it held
//! at the beginning. `make soak` does 500 (some minutes); `make test` a few, to see that the measuring works.
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::ending::running;
use crate::stage::Stage;
use crate::window::Window;

/// Events when nobody says otherwise (`PARALLAX_SOAK`).
const FEW: usize = 6;
/// After so many events the memory is taken for that of a program at work.
const WARM: usize = 20;
/// How long nothing is done before what is held is counted.
const REST: Duration = Duration::from_secs(20);

/// What the program's processes hold.
#[derive(Debug, Clone, Copy)]
struct Held {
    /// Memory of their own, and their part of the pages of programs and libraries, in KiB. That part depends on which other
    /// programs run.
    own: u64,
    libraries: u64,
    files: usize,
    threads: usize,
    processes: usize,
    /// Parts of the page, and answers that it waits for.
    elements: u64,
    callbacks: u64,
}

/// At rest, as a program is that nobody has touched for a while: threads without work have ended, and WebKit has collected.
async fn held(window: &Window, rest: Duration) -> Held {
    tokio::time::sleep(rest).await;
    let all = family(&running(&window.stage));
    let pss = |pid: &u32, kind: &str| {
        let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(kind)).unwrap_or_default();
        line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or_default()
    };
    let sum = |kind: &str| all.iter().map(|pid| pss(pid, kind)).sum::<u64>();
    let entries = |folder: &'static str| {
        let of = move |pid: &u32| std::fs::read_dir(format!("/proc/{pid}/{folder}")).into_iter().flatten().flatten();
        all.iter().flat_map(of).map(|entry| entry.path())
    };
    // Some seconds after its start WebKit begins to watch the machine's memory, and holds what tells of it open from then on.
    let tells =
        |file: &PathBuf| std::fs::read_link(file).is_ok_and(|to| to.starts_with("/proc") || to.starts_with("/sys"));
    let callbacks = window.js("return window.__TAURI_INTERNALS__.callbacks.size").await.as_u64().unwrap();
    Held {
        own: sum("Pss_Anon:") + sum("Pss_Shmem:"),
        libraries: sum("Pss_File:"),
        files: entries("fd").filter(|file| !tells(file)).count(),
        threads: entries("task").count(),
        processes: all.len(),
        elements: window.count("*").await,
        callbacks,
    }
}

/// The processes and all that they started: WebKit has its own for pages and for the network.
pub fn family(first: &[u32]) -> Vec<u32> {
    let mut all = first.to_vec();
    let mut at = 0;
    while let Some(pid) = all.get(at).copied() {
        at += 1;
        for task in std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten() {
            let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
            for child in children.split_whitespace().filter_map(|pid| pid.parse().ok()) {
                if !all.contains(&child) {
                    all.push(child);
                }
            }
        }
    }
    all
}

/// An event of its own: three reports with other places, numbers and names than the events before.
fn event(stage: &Stage, at: usize) -> String {
    let report = |letter: char, lines: [String; 4]| {
        let text = format!("{}\n\n{} {} {}\n", lines[0], lines[1], lines[2], lines[3]);
        stage.file(&format!("event-{at}-{letter}.txt"), text)
    };
    let (town, metres, people) = (format!("Marsh{at}ham"), 2 + at % 7, 300 + at);
    let paths = [
        report(
            'a',
            [
                format!("River rises at {town}"),
                format!("The river rose by {metres} metres in one night."),
                format!("About {people} people left their homes in {town}."),
                "The mayor asked the army for boats.".into(),
            ],
        ),
        report(
            'b',
            [
                format!("Hundreds leave {town}"),
                format!("In one night the river rose by {} metres.", metres + 1),
                format!("In {town} {people} people left their homes."),
                format!("Schools in {town} stay shut."),
            ],
        ),
        report(
            'c',
            [
                format!("{town} under water"),
                format!("The river at {town} rose by {metres} metres in a night."),
                "Boats were asked for by the mayor.".into(),
                format!("A bridge near {town} was damaged."),
            ],
        ),
    ];
    let source = |(id, path): (usize, &String)| json!({ "id": id + 1, "file": format!("{id}.txt"), "path": path });
    let sources: Vec<_> = paths.iter().enumerate().map(source).collect();
    let session = json!({
        "format": "parallax.session", "version": 1, "sources": sources, "work": { "marks": { "order": [1, 2, 3] } }
    });
    stage.file(&format!("event-{at}.parallax"), session.to_string())
}

/// Clicks without asking the driver for the element: it would hold on to every one, and with it to all of its event, as long as
/// the page lives.
async fn tap(window: &Window, css: &str) {
    window.shows(css).await;
    window.js(&format!("document.querySelector({css:?}).click()")).await;
}

/// Presses keys together, for the same reason not on an element.
async fn strike(window: &Window, keys: &[char]) {
    let down = keys.iter().map(|&value| KeyAction::Down { value });
    let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
    let all = down.chain(up).fold(KeyActions::new("keyboard".into()), |keys, action| keys.then(action));
    window.client.perform_actions(all).await.unwrap();
}

/// Opens an event as a recent one is opened, works on it, saves it, closes it.
async fn one_event(window: &Window, at: usize) {
    let recents = window.ask("start", json!({})).await["recent"].clone();
    let id =
        &recents.as_array().unwrap().iter().find(|one| one["file"] == format!("event-{at}.parallax")).unwrap()["id"];
    window.ask("open_recent", json!({ "id": id })).await;
    window.until("the event", &format!("return document.body.innerText.includes('Marsh{at}ham') && document.querySelector(\"[data-statement='C:3']\") !== null")).await;
    tap(window, "[data-statement='A:1']").await;
    window.shows("[data-testid=details]").await;
    strike(window, &['x']).await;
    window.shows("[data-testid=unsaved]").await;
    window.note(&format!("Note {at}.")).await;
    for tab in ["table", "overview", "side"] {
        tap(window, &format!("[data-testid=view-{tab}]")).await;
        window.painted().await;
    }
    strike(window, &[Key::Control.into(), 's']).await;
    window.hides("[data-testid=unsaved]").await;
    window.ask("new_event", json!({})).await;
    window.shows("[data-testid=empty]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_events_in_one_window_leave_nothing_behind() {
    let events: usize = std::env::var("PARALLAX_SOAK").ok().and_then(|n| n.parse().ok()).unwrap_or(FEW);
    let long = events > 2 * WARM;
    let rest = if long { REST } else { Duration::from_secs(1) };
    let stage = Stage::new(1440, 900);
    let window = Window::open(stage, &[]).await;
    window.shows("[data-testid=empty]").await;
    let mut warm = None;
    for at in 0..events {
        let path = event(&window.stage, at);
        // The window opens what is on its list, so each event is dropped first, saved and closed.
        let drop = window.drag(&[&path], true).await;
        assert!(drop.finished, "{drop:?}");
        window.until("it is open", &format!("return document.body.innerText.includes('Marsh{at}ham') && document.querySelector(\"[data-statement='C:3']\") !== null")).await;
        strike(&window, &[Key::Control.into(), 's']).await;
        window.hides("[data-testid=unsaved]").await;
        window.ask("new_event", json!({})).await;
        window.shows("[data-testid=empty]").await;
        one_event(&window, at).await;
        if at + 1 == WARM.min(events / 2) {
            warm = Some(held(&window, rest).await);
        } else if (at + 1) % 20 == 0 {
            println!("{}: {:?}", at + 1, held(&window, Duration::ZERO).await);
        }
    }
    let (warm, end) = (warm.unwrap(), held(&window, rest).await);
    println!("after the first {}: {warm:?}; after {events}: {end:?}", WARM.min(events / 2));
    assert!(end.processes <= warm.processes, "a process is left: {warm:?}, {end:?}");
    assert!(end.files <= warm.files + 4, "files are left open: {warm:?}, {end:?}");
    assert_eq!(end.callbacks, warm.callbacks, "the page waits for an answer: {warm:?}, {end:?}");
    if long {
        assert!(end.threads <= warm.threads + 4, "threads are left: {warm:?}, {end:?}");
        assert!(end.elements <= warm.elements + 20, "parts of the page are left: {warm:?}, {end:?}");
        let (first, last) = (warm.own + warm.libraries, end.own + warm.libraries);
        println!("memory: {:.2} times", last as f64 / first as f64);
        assert!(last * 10 <= first * 12, "more than 1.2 times the memory: {warm:?}, {end:?}");
    }
    let locks = window.stage.folder.join("config/org.parallax-news.parallax/locks");
    assert_eq!(std::fs::read_dir(locks).unwrap().count(), 0, "a lock is left");
    window.close().await;
}
