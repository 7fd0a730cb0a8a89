//! A person without a mouse (acceptance check 9): one run from opening to export, by keys alone. Whatever has the focus must be
//! seen.
use std::path::Path;

use crate::by_hand::{LANTERN, SENTRA};
use crate::stage::Stage;
use crate::window::Window;

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const F8: &str = "\u{e038}";
const UP: &str = "\u{e013}";
/// So many stops of Tab lie between any two parts of the window at most.
const STOPS: usize = 80;

/// What hides the focus: nothing, or the thing that lies over its middle.
const COVER: &str = "const on = document.activeElement; if (!on || on === document.body) return null; \
    const box = on.getBoundingClientRect(), x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 8); \
    const over = document.elementFromPoint(x, y); \
    return over && on.contains(over) ? null : `${on.outerHTML.slice(0, 120)} is under ${over?.outerHTML.slice(0, 120)}`";

impl Window {
    /// Presses keys, and looks whether what has the focus then is to be seen.
    async fn key(&self, keys: &str) {
        self.press(keys).await;
        self.until(&format!("the focus is seen after {keys:?}"), &format!("return (() => {{ {COVER} }})() === null"))
            .await;
    }

    /// Goes by Tab until the thing has the focus.
    async fn tab_to(&self, css: &str) {
        for _ in 0..STOPS {
            if self.js(&format!("return document.activeElement?.matches({css:?}) ?? false")).await == true {
                return;
            }
            self.key(TAB).await;
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
const AT: &str = "return (document.querySelector('[data-testid=live]')?.textContent.match(/Difference (\\d+) of (\\d+)/) ?? []).slice(1).map(Number)";

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_done_by_keys_alone() {
    let stage = Stage::new(1440, 900);
    let [lantern, sentra] =
        [("lantern.txt", LANTERN), ("sentra.txt", SENTRA)].map(|(name, text)| stage.file(name, text));
    let window = Window::open(stage, &[]).await;
    window.shows("[data-testid=open-files], [data-testid=choose]").await;
    window.add_by_keys(&lantern).await;
    window.add_by_keys(&sentra).await;
    window.shows("[data-statement='B:1']").await;

    // Through all differences, to the last.
    window.key(F8).await;
    let all = window
        .until("the first difference", &format!("const at = (() => {{ {AT} }})(); return at[0] === 1 && at[1]"))
        .await;
    let all = all.as_u64().unwrap();
    assert!(all > 3, "{all}");
    for n in 2..=all {
        window.key(F8).await;
        window.until(&format!("difference {n}"), &format!("return (() => {{ {AT} }})()[0] === {n}")).await;
    }

    // A column folded away and opened again.
    window.tab_to("[data-testid=fold-B]").await;
    window.key(ENTER).await;
    window.shows("button.strip[data-source=B]").await;
    window.tab_to("button.strip[data-source=B]").await;
    window.key(ENTER).await;
    window.shows("section.col[data-source=B]").await;

    // A sentence unlinked, and linked again by undo.
    window.press_with_control('1').await;
    let joined = "const of = (key) => document.querySelector(`[data-statement='${key}']`).dataset.claims.split(' '); \
        return of('A:1').some((id) => of('B:1').includes(id))";
    window.until("a row of A has the focus", "return document.activeElement.dataset.statement?.startsWith('A:')").await;
    while window.js("return document.activeElement.dataset.statement").await != "A:1" {
        window.key(UP).await;
    }
    assert_eq!(window.js(joined).await, true);
    window.key("u").await;
    window.until("unlinked", &joined.replace("return ", "return !")).await;
    window.press_with_control('z').await;
    window.until("linked again", joined).await;

    // A note.
    window.key("n").await;
    window.until("the note's field", "return document.activeElement.dataset.testid === 'claim-note'").await;
    window.key("Ask the gauge.").await;
    window.key(&format!("\u{e009}{ENTER}\u{e000}")).await;
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
    window.press(ENTER).await;
    window.answer_dialog(&report.to_string_lossy()).await;
    window.says("by keys.html").await;
    assert!(std::fs::read_to_string(&report).unwrap().contains("Ask the gauge."));
    window.key(ESCAPE).await;
    window.hides("[data-testid=export-dialog]").await;
    window.close().await;
}
