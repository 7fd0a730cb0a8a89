//! Everything a person can do while something else runs, at random, in the real program. The seed is printed; the same one
//! does the same things (their timing is the machine's). `make robust` runs many; each failure that was found has a name below.
use std::time::{Duration, Instant};

use parallax_engine::session::Session;
use serde_json::{Value, json};

use crate::by_hand::{KURIER, LANTERN, SENTRA, flood};
use crate::ending::running;
use crate::stage::Stage;
use crate::window::{CALL, FLOOD, TRUCE, Window};
use crate::xdnd;

/// How long one seed runs when nobody says otherwise (`PARALLAX_ROBUST`, in seconds).
const SECONDS: u64 = 12;

/// What the page keeps an eye on, and how it is asked for many things at once without waiting for any.
const EYES: &str = "window.faults = []; window.errors = []; \
    addEventListener('error', (event) => faults.push(String(event.message))); \
    addEventListener('unhandledrejection', (event) => faults.push(String(event.reason?.message ?? event.reason))); \
    window.ask = (acts) => { for (const [command, args] of acts) window.__TAURI_INTERNALS__.invoke(command, args) \
        .catch((error) => errors.push([command, error])); };";

/// Buttons that open a dialog of the system or leave the program.
const OUTSIDE: [&str; 11] = [
    "open-files",
    "menu-open",
    "menu-add",
    "menu-save",
    "menu-save-as",
    "export-save",
    "export-print",
    "show-file",
    "save-elsewhere",
    "leaving-save",
    "overwrite",
];

/// SplitMix64: small, and the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.roll(all.len()))
    }
}

/// What a person sees before the next act.
struct Sight {
    event: Value,
    comparison: Value,
}

impl Sight {
    fn keys(&self) -> Vec<Value> {
        self.event["files"].as_array().into_iter().flatten().map(|file| file["key"].clone()).collect()
    }

    fn is_saved_somewhere(&self) -> bool {
        self.event["document"]["file"].is_string()
    }

    fn claims(&self) -> &[Value] {
        self.comparison["claims"].as_array().map(Vec::as_slice).unwrap_or_default()
    }

    /// Some statement of some article.
    fn statement(&self, dice: &mut Dice) -> Option<Value> {
        let article = dice.pick(self.comparison["articles"].as_array()?)?;
        let count = article["statements"].as_array()?.len();
        Some(json!({ "article": article["id"], "statement": dice.roll(count) }))
    }

    fn change(&self, dice: &mut Dice) -> Option<Value> {
        let claim = dice.pick(self.claims())?["id"].clone();
        let (a, b) = (self.statement(dice)?, self.statement(dice)?);
        Some(match dice.roll(9) {
            0 => json!({ "kind": "link", "a": a, "b": b }),
            1 => json!({ "kind": "unlink", "claim": claim, "statement": a }),
            2 => json!({ "kind": "merge", "claim": claim, "other": dice.pick(self.claims())?["id"] }),
            3 => json!({ "kind": "note_claim", "claim": claim, "text": format!("Note {}", dice.roll(9)) }),
            4 => json!({ "kind": "note_passage", "at": a, "part": null, "text": format!("On it {}", dice.roll(9)) }),
            5 => json!({ "kind": "mark_conflict", "claim": claim, "conflict": dice.roll(2) == 0 }),
            6 => json!({ "kind": "check", "claim": claim, "checked": dice.roll(2) == 0 }),
            7 => json!({ "kind": "name_claim", "claim": claim, "name": format!("Name {}", dice.roll(9)) }),
            _ => {
                json!({ "kind": "edit_tag", "tag": null, "name": format!("Tag {}", dice.roll(9)), "colour": dice.roll(8) })
            }
        })
    }
}

/// A person in a hurry.
struct Hurry {
    window: Window,
    dice: Dice,
    /// Article files that may be dropped, changed and taken away.
    files: Vec<(String, &'static str)>,
}

impl Hurry {
    async fn begin(seed: u64) -> Hurry {
        let stage = Stage::new(1440, 900);
        let session = flood(&stage);
        let texts = [
            ("call.txt", CALL),
            ("truce.txt", TRUCE),
            ("flood.txt", FLOOD),
            ("lantern.txt", LANTERN),
            ("sentra.txt", SENTRA),
            ("kurier.txt", KURIER),
        ];
        let files = texts.map(|(name, text)| (stage.file(name, text), text)).to_vec();
        stage.file("broken.pdf", b"%PDF-1.7 and nothing else");
        let window = Window::open(stage, &[&session]).await;
        window.until("the page", "return document.querySelector('.app') !== null").await;
        window.js(EYES).await;
        Hurry { window, dice: Dice(seed), files }
    }

    async fn sight(&self) -> Sight {
        let event = self.window.ask("start", json!({})).await["event"].clone();
        Sight { event, comparison: self.window.comparison().await }
    }

    /// One thing that is asked of the program.
    fn act(&mut self, sight: &Sight) -> Option<(&'static str, Value)> {
        let dice = &mut self.dice;
        let key = dice.pick(&sight.keys()).cloned();
        Some(match dice.roll(26) {
            0..=5 => ("change_by_hand", json!({ "change": sight.change(dice)? })),
            6..=8 => ("undo", json!({})),
            9..=10 => ("redo", json!({})),
            11 => ("remove_files", json!({ "keys": [key?] })),
            12 if dice.roll(4) == 0 => {
                ("keep_filters", json!({ "filters": { "kinds": ["same"], "noted": dice.roll(2) == 0 } }))
            }
            12 => ("move_file", json!({ "key": key?, "to": dice.roll(4) })),
            13 => ("hide_source", json!({ "key": key?, "hidden": dice.roll(2) == 0 })),
            14 => ("read_again", json!({ "key": key? })),
            15 => ("correct", json!({ "key": key?, "corrections": { "outlet": format!("Outlet {}", dice.roll(5)) } })),
            16 => ("rename_event", json!({ "name": format!("Event {}", dice.roll(9)) })),
            17 if sight.is_saved_somewhere() => ("save_session", json!({})),
            18 if sight.is_saved_somewhere() => ("revert_session", json!({})),
            19 => ("cancel", json!({})),
            20 => ("compare_now", json!({})),
            21 => ("open_sample", json!({})),
            22 => ("new_event", json!({})),
            23 => ("answer_unsaved", json!({ "answer": dice.pick(&["discard", "cancel"])? })),
            24 => ("add_text", json!({ "text": FLOOD, "outlet": "Pasted", "date": null })),
            _ => return None,
        })
    }

    /// Several things at once, files among them, a click somewhere, and a change on the disk.
    async fn rush(&mut self, sight: &Sight) -> String {
        let wanted = 1 + self.dice.roll(6);
        let mut acts: Vec<(&str, Value)> = (0..wanted).filter_map(|_| self.act(sight)).collect();
        // Without a file to save in, the program would ask for one, and nobody answers.
        if acts.iter().any(|(command, _)| ["new_event", "open_sample", "answer_unsaved"].contains(command)) {
            acts.retain(|(command, _)| !command.ends_with("_session"));
        }
        let told = format!("{acts:?}");
        if self.dice.roll(4) == 0 {
            let (path, text) = &self.files[self.dice.roll(6)];
            match self.dice.roll(3) {
                0 => drop(std::fs::remove_file(path)),
                1 => std::fs::write(path, text.replace("two", "nine").replace("105", "95")).unwrap(),
                _ => std::fs::write(path, text).unwrap(),
            }
        }
        let drop_some = self.dice.roll(3) == 0;
        let paths: Vec<String> = (0..=self.dice.roll(3)).map(|_| self.files[self.dice.roll(6)].0.clone()).collect();
        let display = self.window.stage.display.clone();
        let dropping = tokio::task::spawn_blocking(move || {
            let uris: Vec<String> = paths.iter().map(|path| format!("file://{path}")).collect();
            drop_some.then(|| xdnd::drag(&display, "parallax", &uris, (300, 300), true).map(drop).ok())
        });
        let click = self.dice.roll(1000);
        let script = format!(
            "ask({}); const outside = {}; const all = [...document.querySelectorAll('button:not(:disabled), [data-statement]')] \
             .filter((one) => !outside.includes(one.dataset.testid) && !one.closest('a')); \
             const one = all[{click} % all.length]; one?.click(); return one?.dataset.testid ?? one?.innerText ?? ''",
            json!(acts),
            json!(OUTSIDE)
        );
        let clicked = self.window.js(&script).await;
        let pause = self.dice.roll(250) as u64;
        dropping.await.unwrap();
        tokio::time::sleep(Duration::from_millis(pause)).await;
        format!("{told} and a click on {clicked}")
    }

    /// Waits until nothing runs, and looks whether everything fits.
    async fn rests_well(&self, after: &str) {
        let begun = Instant::now();
        let sight = loop {
            let sight = self.sight().await;
            let busy = ["reading", "aligning", "comparing"].iter().any(|phase| sight.event["phase"] == *phase);
            let same = self.sight().await.event == sight.event;
            if !busy && same {
                break sight;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "after {after}: never rests: {}", sight.event);
            tokio::time::sleep(Duration::from_millis(40)).await;
        };
        let letters: Vec<&str> =
            sight.event["files"].as_array().unwrap().iter().filter_map(|file| file["letter"].as_str()).collect();
        let mut once = letters.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), letters.len(), "after {after}: a letter twice: {}", sight.event);
        if sight.event["phase"] == "ready" && sight.comparison.is_object() {
            let articles: Vec<&str> =
                sight.comparison["articles"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
            assert_eq!(articles, letters, "after {after}: {}", sight.event);
        }
        let seen = "if (faults.length > 0) return 'faults: ' + JSON.stringify(faults); \
            if (!document.querySelector('.app')) return 'no window: ' + document.body.innerText.slice(0, 300); \
            const bad = errors.filter(([, error]) => error?.code !== 'gone' && error?.code !== 'changed_elsewhere' && !/has to stay|file_gone/.test(error?.code + error?.message)); \
            return bad.length > 0 ? 'errors: ' + JSON.stringify(bad) : ''";
        let seen = self.window.js(seen).await;
        assert_eq!(seen, "", "after {after}");
        let said = self.window.stage.said();
        assert!(!said.contains("panicked"), "after {after}: {said}");
    }
}

/// One seed: in a hurry for so long, then everything undone and redone, saved, and killed or closed.
async fn hurry(seed: u64, time: Duration) {
    println!("PARALLAX_SEED={seed}");
    let mut hurry = Hurry::begin(seed).await;
    let begun = Instant::now();
    while begun.elapsed() < time {
        let sight = hurry.sight().await;
        let done = hurry.rush(&sight).await;
        hurry.rests_well(&done).await;
    }
    undone_and_redone(&hurry).await;
    let kill = hurry.dice.roll(2) == 0;
    let Hurry { window, .. } = hurry;
    // What waits for an answer is given up, so that a save is a save of this event.
    window.ask("answer_unsaved", json!({ "answer": "cancel" })).await;
    let saved = window.document().await["file"].is_string();
    let session = window.stage.folder.join("flood.parallax");
    if saved {
        window.js("ask([['overwrite_session', {}]])").await;
    }
    let stage = if kill { window.crash().await } else { closes(window).await };
    Session::parse(&std::fs::read(&session).unwrap()).expect("the file is whole");
    let said = stage.said();
    assert!(!said.contains("panicked"), "{said}");
}

/// Every step back and forth again: the same is set by hand.
async fn undone_and_redone(hurry: &Hurry) {
    let step = |history: &'static str, command: &'static str| async move {
        for _ in 0..2000 {
            if hurry.window.ask("start", json!({})).await["event"]["history"][history].is_null() {
                return;
            }
            hurry.window.ask(command, json!({})).await;
        }
    };
    step("redo", "redo").await;
    // Work that was stopped leaves the comparison of before.
    hurry.window.ask("compare_now", json!({})).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    hurry.rests_well("redoing all").await;
    let before = hurry.sight().await.comparison["by_hand"].clone();
    step("undo", "undo").await;
    hurry.rests_well("undoing all").await;
    step("redo", "redo").await;
    hurry.window.ask("compare_now", json!({})).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    hurry.rests_well("redoing all again").await;
    assert_eq!(hurry.sight().await.comparison["by_hand"], before, "undone and redone");
}

/// Closes the window while it saves.
async fn closes(window: Window) -> Stage {
    xdnd::ask_to_close(&window.stage.display, "parallax").unwrap();
    let begun = Instant::now();
    while !running(&window.stage).is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the program ends");
        // There may be work that is not saved: asked once.
        window.last_js("window.__TAURI_INTERNALS__.invoke('answer_unsaved', { answer: 'discard' })").await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    window.ended().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_in_a_hurry_does_breaks_it() {
    let given = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let clock = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as u64;
    let seed = given("PARALLAX_SEED").unwrap_or(clock);
    let total = Duration::from_secs(given("PARALLAX_ROBUST").unwrap_or(SECONDS));
    let begun = Instant::now();
    for round in 0.. {
        // A long run is many short ones, each from its own seed.
        hurry(seed + round, total.min(Duration::from_secs(30))).await;
        if begun.elapsed() >= total {
            break;
        }
    }
}

/// Found by seed 1795540596070: a source was removed and brought back while the sources were matched; the comparison that came
/// then was of the sources without it, and stayed.
#[tokio::test(flavor = "multi_thread")]
async fn an_undo_while_sources_are_matched_is_not_lost() {
    let hurry = Hurry::begin(1).await;
    hurry.window.shows("[data-statement='C:5']").await;
    for round in 0..24 {
        let key = &hurry.sight().await.keys()[round % 3];
        // From at once to a little later, so that every step of the work is met.
        let script = format!(
            "ask([['remove_files', {{ keys: [{key}] }}]]); setTimeout(() => ask([['undo', {{}}]]), {})",
            (round % 12) * 3
        );
        hurry.window.js(&script).await;
        tokio::time::sleep(Duration::from_millis(60)).await;
        hurry.rests_well(&format!("round {round}")).await;
    }
    hurry.window.close().await;
}

/// The coverage map made itself higher while sizes were being told, and browsers report that as a fault of the page.
#[tokio::test(flavor = "multi_thread")]
async fn seed_1795739600728_tells_of_no_sizes_in_a_circle() {
    hurry(1_795_739_600_728, Duration::from_secs(4)).await;
}
