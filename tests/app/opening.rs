//! Every way in: arguments, the sample, drops, a second start, pasted text.
use std::process::Stdio;

use crate::stage::{Process, Stage, dying_with_us, program};
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

/// The single instance needs a session bus and must not be switched off, so the program is started by hand here.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_gives_its_files_to_the_first() {
    let stage = Stage::new(1440, 900);
    let files = [("a.txt", CALL), ("b.txt", TRUCE), ("c.txt", FLOOD)].map(|(name, text)| stage.file(name, text));
    // One bus for both starts. The second ends by itself once it has handed its file over.
    let script = format!(
        "'{0}' '{1}' '{2}' & first=$!; sleep 6; timeout 20 '{0}' '{3}'; echo second ended with $?; sleep 5; kill $first",
        program(),
        files[0],
        files[1],
        files[2]
    );
    let mut starts = dying_with_us("dbus-run-session");
    starts.args(["--", "bash", "-c", &script]).env("DISPLAY", &stage.display).env("GDK_BACKEND", "x11");
    for (name, sub) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
        starts.env(name, stage.folder.join(sub));
    }
    let child = Process(starts.env_remove("PARALLAX_MULTI").stdout(Stdio::piped()).spawn().unwrap());
    let output = tokio::task::spawn_blocking(move || {
        let mut child = child;
        let mut said = String::new();
        std::io::Read::read_to_string(&mut child.0.stdout.take().unwrap(), &mut said).unwrap();
        said
    });
    assert!(output.await.unwrap().contains("second ended with 0"));
    // The first window listed the event of three files before it was closed.
    let recent = find(&stage.folder, "recent.json").expect("recent.json");
    assert!(std::fs::read_to_string(recent).unwrap().contains("c.txt"));
}

/// Ten starts at once: nine find the first while it has hardly begun.
#[tokio::test(flavor = "multi_thread")]
async fn ten_starts_at_once_make_one_event() {
    let stage = Stage::new(1440, 900);
    let files: Vec<String> =
        (0..10).map(|at| stage.file(&format!("report-{at}.txt"), CALL.replace("105", &format!("1{at}5")))).collect();
    let starts: String = files.iter().map(|file| format!("'{}' '{file}' & ", program())).collect();
    let script = format!(
        "{starts} for i in $(seq 120); do sleep 0.5; [ $(jobs -r | wc -l) = 1 ] && break; done; \
         echo left $(jobs -r | wc -l); sleep 6; kill $(jobs -p) 2>/dev/null"
    );
    let mut bus = dying_with_us("dbus-run-session");
    bus.args(["--", "bash", "-c", &script]).env("DISPLAY", &stage.display).env("GDK_BACKEND", "x11");
    for (name, sub) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")] {
        bus.env(name, stage.folder.join(sub));
    }
    let child = bus.env_remove("PARALLAX_MULTI").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let output = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let (said, faults) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("left 1"), "{said}{faults}");
    assert!(!faults.contains("panicked"), "{faults}");
    let recent = find(&stage.folder, "recent.json").expect("recent.json");
    let recent = std::fs::read_to_string(recent).unwrap();
    for at in 0..10 {
        assert!(recent.contains(&format!("report-{at}.txt")), "{recent}{faults}");
    }
}

fn find(folder: &std::path::Path, name: &str) -> Option<std::path::PathBuf> {
    std::fs::read_dir(folder).ok()?.filter_map(Result::ok).find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) }
    })
}
