//! A person without a mouse (acceptance check 9): one run from opening to export, by keys alone. Whatever has the focus must be
//! seen.
use std::fmt::Display;
use std::path::Path;

use fantoccini::key::Key;

use crate::by_hand::{LANTERN, SENTRA};
use crate::stage::Stage;
use crate::window::Window;

/// So many stops of Tab lie between any two parts of the window at most.
const STOPS: usize = 80;

/// Nothing lies over the middle of what has the focus; true where nothing has it.
const IN_SIGHT: &str = "(() => { const on = document.activeElement; if (!on || on === document.body) return true; \
    const box = on.getBoundingClientRect(), x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 8); \
    return on.contains(document.elementFromPoint(x, y)); })()";

impl Window {
    /// Presses keys, and looks whether what has the focus then is to be seen.
    async fn key(&self, keys: impl Display) {
        let keys = keys.to_string();
        self.press(&keys).await;
        self.sees(&format!("the focus after {keys:?}"), IN_SIGHT, true).await;
    }

    /// Goes by Tab until the thing has the focus.
    async fn tab_to(&self, css: &str) {
        for _ in 0..STOPS {
            if self.js(&format!("return document.activeElement?.matches({css:?}) ?? false")).await == true {
                return;
            }
            self.key(Key::Tab).await;
        }
        panic!("{css}: not reached by {STOPS} tabs");
    }

    async fn add_by_keys(&self, path: &str) {
        self.press_with_control('o').await;
        self.answer_dialog(path).await;
        self.says(&Path::new(path).file_name().unwrap().to_string_lossy()).await;
    }
}

/// The number of the difference that was announced last, and how many there are.
const AT: &str = "(document.querySelector('[data-testid=live]')?.textContent.match(/Difference (\\d+) of (\\d+)/) ?? []).slice(1).map(Number)";

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_done_by_keys_alone() {
    let stage = Stage::new(1440, 900);
    let [lantern, sentra] =
        [("lantern.txt", LANTERN), ("sentra.txt", SENTRA)].map(|(name, text)| stage.file(name, text));
    let window = Window::open(stage, &[]).await;
    window.shows("[data-testid=open-files]").await;
    window.add_by_keys(&lantern).await;
    window.add_by_keys(&sentra).await;
    window.shows("[data-statement='B:1']").await;

    // Through all differences, to the last.
    window.key(Key::F8).await;
    let all = window.until("the first difference", &format!("const at = {AT}; return at[0] === 1 && at[1]")).await;
    let all = all.as_u64().unwrap();
    assert!(all > 3, "{all}");
    for n in 2..=all {
        window.key(Key::F8).await;
        window.sees(&format!("difference {n}"), &format!("{AT}[0] === {n}"), true).await;
    }

    // A column folded away and opened again.
    window.tab_to("[data-testid=fold-B]").await;
    window.key(Key::Enter).await;
    window.shows("button.strip[data-source=B]").await;
    window.tab_to("button.strip[data-source=B]").await;
    window.key(Key::Enter).await;
    window.shows("section.col[data-source=B]").await;

    // A sentence unlinked, and linked again by undo.
    window.press_with_control('1').await;
    let joined = "shared('A:1', 'B:1')";
    window.until("a row of A has the focus", "return document.activeElement.dataset.statement?.startsWith('A:')").await;
    while window.js("return document.activeElement.dataset.statement").await != "A:1" {
        window.key(Key::Up).await;
    }
    window.sees("linked", joined, true).await;
    window.key("u").await;
    window.sees("linked", joined, false).await;
    window.press_with_control('z').await;
    window.sees("linked", joined, true).await;

    // A note.
    window.key("n").await;
    window.until("the note's field", "return document.activeElement.dataset.testid === 'claim-note'").await;
    window.key("Ask the gauge.").await;
    window.key(format!("{}{}{}", Key::Control, Key::Enter, Key::Null)).await;
    window
        .until(
            "the note is kept",
            "return document.querySelector('[data-testid=claim-note]').value === 'Ask the gauge.'",
        )
        .await;

    // The report.
    let report = window.stage.folder.join("by keys.html");
    window.press_with_control('e').await;
    window.shows("[data-testid=export-dialog]").await;
    window.tab_to("[data-testid=export-save]").await;
    window.press(&Key::Enter.to_string()).await;
    window.answer_dialog(&report.to_string_lossy()).await;
    window.says("by keys.html").await;
    assert!(std::fs::read_to_string(&report).unwrap().contains("Ask the gauge."));
    window.key(Key::Escape).await;
    window.hides("[data-testid=export-dialog]").await;
    window.close().await;
}
