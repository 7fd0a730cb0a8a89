//! Work by hand in the real program: done, undone, saved, killed, opened again. The acts are asked for as the page asks;
//! what is clicked for them has tests of its own.
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::stage::Stage;
use crate::window::{CALL, TRUCE, Window};
use crate::xdnd;

/// A session file over two reports that have not been read yet.
fn session(stage: &Stage) -> String {
    let source = |id: u32, name: &str, text: &str| json!({ "id": id, "file": name, "path": stage.file(name, text) });
    let sources = json!([source(1, "call.txt", CALL), source(2, "truce.txt", TRUCE)]);
    let session = json!({
        "format": "parallax.session", "version": 1, "sources": sources,
        "work": { "marks": { "order": [1, 2] } }
    });
    stage.file("event.parallax", session.to_string())
}

impl Window {
    /// Asks the program as the page does, and waits for the answer.
    pub async fn ask(&self, command: &str, arguments: Value) -> Value {
        let script = "const [command, args, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke(command, args).then((ok) => done({ ok }), (failed) => done({ failed }))";
        let answer = self.client.execute_async(script, vec![json!(command), arguments]).await.unwrap();
        assert!(answer.get("failed").is_none(), "{command}: {answer}");
        answer["ok"].clone()
    }

    pub async fn comparison(&self) -> Value {
        self.ask("comparison", json!({})).await
    }

    /// The notes on claims, once there are as many as `n`.
    async fn notes(&self, n: usize) -> Vec<String> {
        let begun = Instant::now();
        loop {
            let comparison = self.comparison().await;
            let claims = comparison["by_hand"]["claims"].as_array().cloned().unwrap_or_default();
            let notes: Vec<String> = claims.iter().filter_map(|c| Some(c["note"].as_str()?.to_owned())).collect();
            if notes.len() == n && comparison["claims"].is_array() {
                return notes;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{notes:?} and not {n}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn note(&self, text: &str) {
        let claim = self.comparison().await["claims"][0]["id"].clone();
        self.ask("change_by_hand", json!({ "change": { "kind": "note_claim", "claim": claim, "text": text } })).await;
    }

    pub async fn document(&self) -> Value {
        self.ask("start", json!({})).await["event"]["document"].clone()
    }

    /// Clicks the cross of the window, and waits for what the program asks then.
    async fn ask_to_close(&self) {
        let listen = "const done = arguments[0], tauri = window.__TAURI_INTERNALS__; window.leaving = null; \
            const handler = tauri.transformCallback((message) => (window.leaving = message.payload)); \
            tauri.invoke('plugin:event|listen', { event: 'leaving', target: { kind: 'Any' }, handler }).then(done)";
        self.client.execute_async(listen, vec![]).await.unwrap();
        xdnd::ask_to_close(&self.stage.display, "parallax").unwrap();
        self.until("the question", "return window.leaving === 'close'").await;
    }
}

/// A window with two reports and a note, "Not saved.", that is in no file.
async fn with_unsaved_note() -> Window {
    let stage = Stage::new(1440, 900);
    let (call, truce) = (stage.file("call.txt", CALL), stage.file("truce.txt", TRUCE));
    let window = Window::open(stage, &[&call, &truce]).await;
    window.shows("[data-statement='B:0']").await;
    window.note("Not saved.").await;
    window.notes(1).await;
    window
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_undone_redone_saved_and_there_after_a_kill() {
    let stage = Stage::new(1440, 900);
    let file = session(&stage);
    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    window.note("Ask the palace.").await;
    assert_eq!(window.notes(1).await, ["Ask the palace."]);
    assert_eq!(window.document().await["unsaved"], true);
    window.ask("undo", json!({})).await;
    window.notes(0).await;
    window.ask("redo", json!({})).await;
    window.notes(1).await;
    assert_eq!(window.ask("save_session", json!({})).await, true);
    assert_eq!(window.document().await, json!({ "file": "event.parallax", "unsaved": false, "elsewhere": false }));
    let stage = window.crash().await;
    let saved: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(saved["work"]["marks"]["claims"]["1"]["note"], "Ask the palace.");

    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    assert_eq!(window.notes(1).await, ["Ask the palace."]);
    assert!(window.ask("start", json!({})).await["recoveries"].as_array().unwrap().is_empty());
    window.ask("undo", json!({})).await;
    window.notes(0).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_saved_with_the_session_and_are_no_unsaved_work() {
    let stage = Stage::new(1440, 900);
    let file = session(&stage);
    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    assert_eq!(window.ask("save_session", json!({})).await, true, "the texts are in it now");
    for kind in ["reworded", "only", "only"] {
        window.click(&format!("[data-testid=legend-{kind}]")).await;
    }
    assert_eq!(window.document().await["unsaved"], false);
    assert_eq!(window.ask("save_session", json!({})).await, true);
    let stage = window.crash().await;

    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    window.shows("[data-testid=legend-reworded][aria-pressed=false]").await;
    window.shows("[data-testid=legend-only][aria-pressed=true]").await;
    window.press_with_control('n').await;
    window.shows("[data-testid=empty]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_saved_is_offered_after_a_crash() {
    let window = with_unsaved_note().await;
    // Two seconds are promised.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let stage = window.crash().await;

    let window = Window::open(stage, &[]).await;
    window.until("the page", "return document.querySelector('.app') !== null").await;
    let offers = window.ask("start", json!({})).await["recoveries"].clone();
    assert_eq!(offers.as_array().unwrap().len(), 1, "{offers}");
    assert_eq!((offers[0]["sources"].clone(), offers[0]["steps"].clone()), (json!(2), json!(1)));
    window.picture("recovery").await;
    window.ask("recover", json!({ "id": offers[0]["id"] })).await;
    window.shows("[data-statement='B:0']").await;
    assert_eq!(window.notes(1).await, ["Not saved."]);
    assert_eq!(window.document().await["unsaved"], true);
    assert!(window.ask("start", json!({})).await["recoveries"].as_array().unwrap().is_empty());
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_article_file_is_noticed_and_read_again_when_asked() {
    let stage = Stage::new(1440, 900);
    let file = session(&stage);
    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    window.ask("save_session", json!({})).await;
    let stage = window.crash().await;
    stage.file("call.txt", CALL.replace("105 minutes", "95 minutes"));
    std::fs::remove_file(stage.folder.join("truce.txt")).unwrap();

    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='B:0']").await;
    let files = || async { window.ask("start", json!({})).await["event"]["files"].clone() };
    let begun = Instant::now();
    while files().await[0]["on_disk"] != "changed" {
        assert!(begun.elapsed() < Duration::from_secs(10), "{}", files().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(files().await[1]["on_disk"], "missing");
    window.says("105 minutes").await;
    window.ask("read_again", json!({ "key": files().await[0]["key"] })).await;
    window.says("95 minutes").await;
    assert_eq!((files().await[0]["on_disk"].clone(), files().await[0]["reading"].clone()), (json!("same"), json!(1)));
    window.ask("undo", json!({})).await;
    window.says("105 minutes").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_with_unsaved_work_asks_once() {
    let window = with_unsaved_note().await;
    window.ask_to_close().await;
    assert_eq!(window.ask("answer_unsaved", json!({ "answer": "cancel" })).await, false);
    assert_eq!(window.notes(1).await, ["Not saved."]);
    window.ask_to_close().await;
    window.picture("leaving").await;
    window.last_js("window.__TAURI_INTERNALS__.invoke('answer_unsaved', { answer: 'discard' })").await;
    let stage = window.ended().await;
    let window = Window::open(stage, &[]).await;
    window.until("the page", "return document.querySelector('.app') !== null").await;
    assert_eq!(window.ask("start", json!({})).await["recoveries"], json!([]), "what was given up is not offered");
    window.close().await;
}

/// The whole way of a session by the window's own keys, menus and the system's dialogs.
#[tokio::test(flavor = "multi_thread")]
async fn saved_under_a_name_begun_anew_and_opened_again_from_the_list_and_by_the_dialog() {
    let window = Window::sample().await;
    let place = window.statement("A", "105 minutes").await;
    window.click(&format!("[data-statement='{place}']")).await;
    window.write("[data-testid=claim-note]", "Which clock?").await;
    window.leave_field().await;
    window.shows("[data-testid=unsaved]").await;
    window.press_with_control('s').await;
    window.answer_dialog(&window.stage.folder.join("the call").to_string_lossy()).await;
    window.hides("[data-testid=unsaved]").await;
    window.says("the call.parallax").await;
    let file = window.stage.folder.join("the call.parallax");
    let there = std::fs::read(&file).unwrap();

    let reopened = |window: Window, place: String| async move {
        window.shows(&format!("[data-statement='{place}'] ")).await;
        window.click(&format!("[data-statement='{place}']")).await;
        window
            .sees("the note", "document.querySelector('[data-testid=claim-note]')?.value === 'Which clock?'", true)
            .await;
        window
    };
    window.press_with_control('n').await;
    window.shows("[data-testid=empty]").await;
    window.picture("recent").await;
    window.click("[data-testid=recent] .open").await;
    let window = reopened(window, place.clone()).await;
    window.press_with_control('n').await;
    window.shows("[data-testid=empty]").await;
    window
        .press(&format!(
            "{}{}o{}",
            fantoccini::key::Key::Control,
            fantoccini::key::Key::Shift,
            fantoccini::key::Key::Null
        ))
        .await;
    window.answer_dialog(&file.to_string_lossy()).await;
    let window = reopened(window, place).await;
    window.hides("[data-testid=unsaved]").await;
    assert_eq!(std::fs::read(&file).unwrap(), there, "opened and closed, it is the same file");
    // Taken off the list, it is gone from the list and not from the disk.
    window.press_with_control('n').await;
    window.shows("[data-testid=recent] .open").await;
    window.click("[data-testid=recent] .ib").await;
    window.hides("[data-testid=recent] .open").await;
    assert!(file.exists());
    window.close().await;
}
