//! Every way in: arguments, the sample, drops, a second start, pasted text.
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::stage::{Bus, Process, Stage, dying_with_us, program};
use crate::window::{CALL, FLOOD, TRUCE, Window};

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_is_one_click_away() {
    let window = Window::open(Stage::new(1440, 900), &[]).await;
    window.shows("[data-testid=empty]").await;
    window.picture("empty").await;
    window.click("[data-testid=open-sample]").await;
    window.shows("[data-source=C] [data-statement]").await;
    assert_eq!(window.count("section[data-source]").await, 3);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn arguments_are_opened() {
    let stage = Stage::new(1440, 900);
    let (call, truce) = (stage.file("call.txt", CALL), stage.file("truce.txt", TRUCE));
    let window = Window::open(stage, &[&call, &truce]).await;
    window.shows("[data-statement='B:0']").await;
    window.says("105 minutes").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_dropped_from_outside_are_compared() {
    let stage = Stage::new(1440, 900);
    let (call, truce) = (stage.file("the call.txt", CALL), stage.file("gencatan-é.txt", TRUCE));
    let window = Window::open(stage, &[]).await;
    window.shows("[data-testid=empty]").await;
    let drop = window.drag(&[&call, &truce], true).await;
    assert!(drop.accepted && drop.finished, "{drop:?}");
    window.shows("[data-statement='B:0']").await;
    window.hides("[data-testid=drag-over]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drag_that_leaves_opens_nothing() {
    let stage = Stage::new(1440, 900);
    let call = stage.file("call.txt", CALL);
    let window = Window::open(stage, &[]).await;
    window.shows("[data-testid=empty]").await;
    let drag = window.drag(&[&call], false).await;
    assert!(drag.accepted && !drag.finished, "{drag:?}");
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    window.hides("[data-testid=drag-over]").await;
    assert_eq!(window.count("[data-testid=file]").await, 0);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_article_waits_for_another() {
    let stage = Stage::new(1440, 900);
    let call = stage.file("call.txt", CALL);
    let window = Window::open(stage, &[&call]).await;
    window.says("1 article is here. Add at least one more.").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pasted_text_becomes_an_article() {
    let stage = Stage::new(1440, 900);
    let call = stage.file("call.txt", CALL);
    let window = Window::open(stage, &[&call]).await;
    window.says("1 article is here").await;
    let paste = format!(
        "const data = new DataTransfer(); data.setData('text/plain', {TRUCE:?}); \
         document.body.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true }}))"
    );
    window.js(&paste).await;
    window.shows("[data-testid=paste-outlet]").await;
    window.click("[data-testid=paste-outlet]").await;
    window.press("The Pasted Post").await;
    window.click("[data-testid=paste-add]").await;
    window.shows("[data-statement='B:0']").await;
    window.says("The Pasted Post").await;
    window.close().await;
}

/// The program as a desktop starts it, over one session bus: the driver cannot, and the other tests switch the single instance
/// off.
struct Starts {
    stage: Stage,
    bus: Bus,
}

impl Starts {
    fn new() -> Option<Starts> {
        let bus = Bus::start();
        if bus.is_none() {
            eprintln!("skipped: no D-Bus here");
        }
        Some(Starts { stage: Stage::new(1440, 900), bus: bus? })
    }

    fn start(&self, files: &[&str]) -> Process {
        let mut command = dying_with_us(program());
        command.args(files).env("DISPLAY", &self.stage.display).env("GDK_BACKEND", "x11");
        for (name, sub) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
            command.env(name, self.stage.folder.join(sub));
        }
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
            .env("NO_AT_BRIDGE", "1")
            .env_remove("PARALLAX_MULTI");
        let said = std::fs::File::options().create(true).append(true).open(self.said()).unwrap();
        Process(command.stdout(Stdio::null()).stderr(said).spawn().unwrap())
    }

    fn said(&self) -> std::path::PathBuf {
        self.stage.folder.join("starts-said")
    }

    /// Waits until the window has listed an event with all of these files: it does when it has compared them.
    async fn lists(&self, names: &[String]) {
        let begun = Instant::now();
        loop {
            let recent = find(&self.stage.folder, "recent.json").and_then(|path| std::fs::read_to_string(path).ok());
            if recent.as_ref().is_some_and(|recent| names.iter().all(|name| recent.contains(name.as_str()))) {
                return;
            }
            let said = std::fs::read_to_string(self.said()).unwrap_or_default();
            assert!(begun.elapsed() < Duration::from_secs(60), "not {names:?} but {recent:?}; {said}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_gives_its_files_to_the_first() {
    let Some(starts) = Starts::new() else { return };
    let names = ["a.txt", "b.txt", "c.txt"].map(str::to_owned);
    let [a, b, c] = [(0, CALL), (1, TRUCE), (2, FLOOD)].map(|(at, text)| starts.stage.file(&names[at], text));
    let mut first = starts.start(&[&a, &b]);
    starts.lists(&names[..2]).await;
    // The second ends by itself once it has handed its file over.
    let mut second = starts.start(&[&c]);
    assert!(ends(&mut second).await.success());
    starts.lists(&names).await;
    assert!(first.0.try_wait().unwrap().is_none(), "the first is there still");
}

/// Ten starts at once: nine find the first while it has hardly begun.
#[tokio::test(flavor = "multi_thread")]
async fn ten_starts_at_once_make_one_event() {
    let Some(starts) = Starts::new() else { return };
    let names: Vec<String> = (0..10).map(|at| format!("report-{at}.txt")).collect();
    let text = |at: usize| CALL.replace("105", &format!("1{at}5"));
    let files: Vec<String> = names.iter().enumerate().map(|(at, name)| starts.stage.file(name, text(at))).collect();
    let mut all: Vec<Process> = files.iter().map(|file| starts.start(&[file])).collect();
    starts.lists(&names).await;
    let begun = Instant::now();
    while all.iter_mut().filter_map(|start| start.0.try_wait().unwrap()).count() < 9 {
        assert!(begun.elapsed() < Duration::from_secs(60), "more than one is left");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let ended: Vec<_> = all.iter_mut().filter_map(|start| start.0.try_wait().unwrap()).collect();
    assert!(ended.len() == 9 && ended.iter().all(std::process::ExitStatus::success), "one stays: {ended:?}");
    let faults = std::fs::read_to_string(starts.said()).unwrap();
    assert!(!faults.contains("panicked"), "{faults}");
}

async fn ends(start: &mut Process) -> std::process::ExitStatus {
    let begun = Instant::now();
    loop {
        if let Some(status) = start.0.try_wait().unwrap() {
            return status;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it does not end");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn find(folder: &std::path::Path, name: &str) -> Option<std::path::PathBuf> {
    std::fs::read_dir(folder).ok()?.filter_map(Result::ok).find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) }
    })
}
