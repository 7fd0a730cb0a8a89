//! Everything a person can do by hand, done in the real window as a person does it: clicked or typed, seen, undone, redone,
//! saved, killed, opened again, seen. One window does all of it, because starting windows is what takes time.
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::stage::Stage;
use crate::window::Window;

pub const LANTERN: &str = "River rises at Lower Marsh\n\nThe river Orla rose by two metres in one night. Four hundred people \
    left their homes in Lower Marsh. The mayor, Ida Brandt, asked the army for twelve boats. The railway to Port Selby is \
    closed until Friday. A baker gave away two hundred loaves of bread.\n";
pub const SENTRA: &str = "Hundreds leave their homes\n\nThe river Orla rose by three metres in one night. About 400 people left \
    their homes in Lower Marsh. Ida Brandt, the mayor, asked the army for twelve boats. Trains to Port Selby stand still \
    until Friday. Schools stay shut this week.\n";
pub const KURIER: &str = "Army asked for boats\n\nIn one night the river Orla rose by two metres. In Lower Marsh four hundred \
    people left their homes. The army was asked for twelve boats by the mayor, Ida Brandt. The bridge of Saint Olaf was \
    damaged. A cow was saved from a roof.\n";

/// A session file over three reports of a flood that have not been read yet.
pub fn flood(stage: &Stage) -> String {
    let files = [("lantern.txt", LANTERN), ("sentra.txt", SENTRA), ("kurier.txt", KURIER)];
    let source = |(at, (name, text)): (usize, (&str, &str))| json!({ "id": at + 1, "file": name, "path": stage.file(name, text) });
    let sources: Vec<_> = files.into_iter().enumerate().map(source).collect();
    let work = json!({ "marks": { "order": [1, 2, 3] } });
    let session = json!({ "format": "parallax.session", "version": 1, "sources": sources, "work": work });
    stage.file("flood.parallax", session.to_string())
}

/// A window with the reports of the flood, and its session file.
pub async fn flooded(stage: Stage) -> (Window, String) {
    let file = flood(&stage);
    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='C:5']").await;
    (window, file)
}

/// What a person can see of a thing that was done: whether it is so, as an expression over these functions.
const EYES: &str = "const all = (css) => [...document.querySelectorAll(css)], \
    claims = (key) => (document.querySelector(`[data-statement='${key}']`)?.dataset.claims ?? '').split(' ').filter(Boolean), \
    shared = (a, b) => claims(a).some((id) => claims(b).includes(id)), \
    text = (css) => document.querySelector(css)?.innerText ?? '', \
    kind = (key) => document.querySelector(`[data-statement='${key}']`)?.dataset.kind, \
    columns = () => all('section.col, button.strip').map((one) => one.dataset.source).join(''), \
    details = () => text('[data-testid=details]');";

impl Window {
    /// Waits until what a person sees is so, or is not so.
    pub async fn sees(&self, what: &str, seen: &str, so: bool) {
        self.until(&format!("{what}: {so}"), &format!("{EYES} return Boolean({seen}) === {so}")).await;
    }

    async fn element(&self, css: &str) -> Element {
        self.shows(css).await;
        self.client.find(Locator::Css(css)).await.unwrap()
    }

    /// Opens the details of the claim that a sentence stands in; of several, the one with `other`.
    pub async fn choose(&self, statement: &str, other: &str) {
        if self.count("[data-testid=details]").await > 0 {
            self.click("[data-testid=close-details]").await;
            self.hides("[data-testid=details]").await;
        }
        let line = format!("[data-statement='{statement}']");
        self.shows(&line).await;
        // A comparison that has just come may still move the lines: the click would meet another one.
        self.at_rest(&format!(
            "const box = document.querySelector({line:?}).getBoundingClientRect(); return [box.left, box.top, box.height]"
        ))
        .await;
        self.click(&line).await;
        self.shows("[data-testid=details]").await;
        let held = format!(
            "{EYES} return claims('{other}').includes(document.querySelector('[data-testid=details]').dataset.claim)"
        );
        if self.js(&held).await != true {
            let also =
                format!("{EYES} return all('.also button').findIndex((one) => one.innerText.includes({other:?}))");
            panic!("{statement} leads to another claim than {other}'s; {}", self.js(&also).await);
        }
    }

    /// Leaves the field that has the focus, so that what was written in it counts.
    pub async fn leave_field(&self) {
        self.press(&Key::Tab.to_string()).await;
    }

    /// Writes into a field in place of what stands there.
    pub async fn write(&self, css: &str, words: &str) {
        let field = self.element(css).await;
        field.click().await.unwrap();
        self.press_with_control('a').await;
        field.send_keys(words).await.unwrap();
    }

    /// Selects words of a sentence by drawing the mouse over them.
    async fn draw_over(&self, statement: &str, words: &str) {
        let find = format!(
            "const line = document.querySelector(\"[data-statement='{statement}']\"); \
             const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT); \
             for (let text = walker.nextNode(); text; text = walker.nextNode()) {{ \
               const at = text.data.indexOf({words:?}); if (at < 0) continue; \
               const range = document.createRange(); range.setStart(text, at); range.setEnd(text, at + {}); \
               const box = range.getClientRects()[0]; return [box.left + 1, box.right + 1, box.top + box.height / 2]; }} return null",
            words.len()
        );
        self.until(words, &find).await;
        // Once: what is lined up comes back to its line, and the mouse must meet it there.
        self.js(&format!(
            "document.querySelector(\"[data-statement='{statement}']\").scrollIntoView({{ block: 'center' }})"
        ))
        .await;
        let [from, to, y]: [f64; 3] = serde_json::from_value(self.at_rest(&find).await).unwrap();
        let at = |x: f64| PointerAction::MoveTo { duration: None, x, y };
        let mouse = MouseActions::new("mouse".into())
            .then(at(from))
            .then(PointerAction::Down { button: 0 })
            .then(at((from + to) / 2.0))
            .then(at(to))
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(mouse).await.unwrap();
    }

    /// Draws one sentence onto another with the mouse, as a person does: looks whether it is taken up and where it would land
    /// before letting go, and begins again when the page has moved under the mouse.
    pub async fn draw(&self, from: &str, onto: &str) {
        let find = format!(
            "return ['{from}', '{onto}'].flatMap((key) => {{ const line = document.querySelector(`[data-statement='${{key}}']`); \
             line.scrollIntoView({{ block: 'nearest' }}); const box = line.getClientRects()[0]; return [box.left + 30, box.top + 12]; }})"
        );
        let lands = format!(
            "const is = (key, what) => document.querySelector(`[data-statement='${{key}}']`).classList.contains(what); \
             return is('{from}', 'from') && is('{onto}', 'onto')"
        );
        for _ in 0..5 {
            let [x, y, to_x, to_y]: [f64; 4] = serde_json::from_value(self.at_rest(&find).await).unwrap();
            let at = |x: f64, y: f64| PointerAction::MoveTo { duration: None, x, y };
            let mouse = || MouseActions::new("mouse".into());
            let press = mouse().then(at(x, y)).then(PointerAction::Down { button: 0 });
            let drawn = press.then(at((x + to_x) / 2.0, (y + to_y) / 2.0)).then(at(to_x, to_y));
            self.client.perform_actions(drawn).await.unwrap();
            let begun = Instant::now();
            let mut seen = false;
            while !seen && begun.elapsed() < Duration::from_secs(4) {
                tokio::time::sleep(Duration::from_millis(30)).await;
                seen = self.js(&lands).await == true;
            }
            if !seen {
                self.press(&char::from(Key::Escape).to_string()).await;
            }
            self.client.perform_actions(mouse().then(PointerAction::Up { button: 0 })).await.unwrap();
            if seen {
                return;
            }
        }
        self.picture("failed").await;
        panic!("{from} cannot be drawn onto {onto}");
    }

    /// What `script` tells of places once nothing moves any more.
    async fn at_rest(&self, script: &str) -> Value {
        let mut at = self.js(script).await;
        loop {
            self.painted().await;
            tokio::time::sleep(Duration::from_millis(150)).await;
            let now = self.js(script).await;
            if now == at {
                return at;
            }
            at = now;
        }
    }

    /// Seen, undone by the button, redone by the keys: each is seen, and undo names the step.
    pub async fn done(&self, step: &str, seen: &str) {
        self.sees(step, seen, true).await;
        let named = format!("document.querySelector('[data-testid=undo]').ariaLabel === 'Undo: {step}'");
        self.sees("the name of the step", &named, true).await;
        self.click("[data-testid=undo]").await;
        self.sees(step, seen, false).await;
        self.press(&format!("{}{}z{}", Key::Control, Key::Shift, Key::Null)).await;
        self.sees(step, seen, true).await;
    }
}

/// What was done, and how it is seen.
type Lasting = Vec<(&'static str, &'static str)>;

impl Window {
    async fn lasts(&self, lasting: &mut Lasting, step: &'static str, seen: &'static str) {
        self.done(step, seen).await;
        lasting.push((step, seen));
    }

    /// Which sentences make a claim together.
    async fn claims_by_hand(&self, lasting: &mut Lasting) {
        // Two sentences that nobody else has are linked: by the button, then by clicking the partner.
        self.choose("A:5", "A:5").await;
        self.click("[data-testid=link]").await;
        self.shows("[data-testid=link-bar]").await;
        self.click("[data-statement='C:5']").await;
        self.lasts(lasting, "link sentences in A and C", "shared('A:5', 'C:5')").await;
        self.choose("A:5", "C:5").await;
        self.sees("who linked", "text('[data-testid=linked-by-you]').includes('A and C')", true).await;

        // Others by drawing one onto the other.
        self.draw("B:4", "C:4").await;
        self.lasts(lasting, "link sentences in B and C", "shared('B:4', 'C:4')").await;

        self.choose("A:2", "B:2").await;
        self.click("[data-testid=unlink]").await;
        self.click("[data-testid=pick-C-2]").await;
        self.lasts(lasting, "unlink sentence in C", "!shared('A:2', 'C:2')").await;

        self.choose("A:3", "B:3").await;
        self.click("[data-testid=split]").await;
        self.click("[data-testid=split-C-3]").await;
        self.click("[data-testid=split-C-0]").await;
        self.picture("split").await;
        self.click("[data-testid=split-go]").await;
        self.lasts(lasting, "split “Army asked for boats”", "!shared('A:3', 'C:3') && shared('A:3', 'B:3')").await;

        self.choose("B:5", "B:5").await;
        self.click("[data-testid=merge]").await;
        self.write("[data-testid=merge-field]", "cow").await;
        self.sees("one is left", "all('[data-testid=merge-dialog] .pick').length === 1", true).await;
        self.click("[data-testid=merge-dialog] .pick").await;
        self.lasts(lasting, "join two claims", "shared('B:5', 'C:5')").await;
    }

    /// What is set on claims and on words.
    async fn marks_by_hand(&self, lasting: &mut Lasting) {
        self.choose("A:4", "B:4").await;
        self.click("[data-testid=conflict]").await;
        self.lasts(lasting, "mark as conflict", "kind('A:4') === 'conflict'").await;
        self.choose("A:1", "B:1").await;
        self.press("c").await;
        self.lasts(lasting, "not a conflict", "kind('A:1') !== 'conflict'").await;

        self.click("[data-testid=claim-name]").await;
        self.write("[data-testid=claim-name-field]", "How far the river rose").await;
        self.press(&char::from(Key::Enter).to_string()).await;
        let named = "all('[data-statement=\"A:1\"] .vh, [data-testid=claim-name]').some((one) => one.textContent.includes('How far the river'))";
        self.lasts(lasting, "name a claim", named).await;
        self.click("[data-testid=checked]").await;
        self.lasts(
            lasting,
            "checked",
            "details().includes('Checked') && document.querySelector('[data-testid=checked]').ariaPressed === 'true'",
        )
        .await;
        self.write("[data-testid=claim-note]", "Ask the gauge at Orla bridge.").await;
        self.leave_field().await;
        self.lasts(
            lasting,
            "note",
            "document.querySelector('[data-testid=claim-note]')?.value.includes('Ask the gauge')",
        )
        .await;

        self.click("[data-testid=edit-tags]").await;
        self.write("[data-testid=new-tag]", "ask again").await;
        self.click("[data-testid=add-tag]").await;
        self.shows("[data-testid=delete-tag-1]").await;
        self.click(".tag-row button.tag").await;
        self.shows(".tag-row .tag.t1").await;
        self.picture("tags").await;
        self.press(&char::from(Key::Escape).to_string()).await;
        self.hides("[data-testid=tags-dialog]").await;
        self.click("[data-testid=details] [data-testid=tag-1]").await;
        self.lasts(
            lasting,
            "tag “ask again”",
            "document.querySelector('[data-testid=details] [data-testid=tag-1]')?.ariaPressed === 'true'",
        )
        .await;

        // Words drawn over with the mouse take a note of their own, and a tag.
        self.draw_over("B:3", "twelve boats").await;
        self.press("n").await;
        self.shows("[data-testid=note-dialog]").await;
        self.sees("the words", "text('[data-testid=note-dialog] .quoted') === 'twelve boats'", true).await;
        self.write("[data-testid=passage-note-field]", "Or fourteen?").await;
        self.click("[data-testid=note-keep]").await;
        self.lasts(
            lasting,
            "note",
            "document.querySelector('[data-statement=\"B:3\"] .noted')?.title.includes('Or fourteen?')",
        )
        .await;
    }

    /// The event and its sources.
    async fn sources_by_hand(&self, lasting: &mut Lasting) {
        self.click("[data-testid=event-name]").await;
        self.write("[data-testid=event-name-field]", "The flood at Lower Marsh").await;
        self.press(&char::from(Key::Enter).to_string()).await;
        self.lasts(lasting, "rename event", "text('[data-testid=event-name]') === 'The flood at Lower Marsh'").await;
        self.click("[data-testid=menu-C]").await;
        self.click("[data-testid=move-left]").await;
        self.lasts(lasting, "move C", "columns().startsWith('AC')").await;

        // Renamed and dated.
        self.click("[data-testid=menu-A]").await;
        self.click("[data-testid=edit-details]").await;
        self.write("[data-testid=edit-outlet]", "Lantern Post").await;
        self.click("[data-testid=edit-save]").await;
        self.lasts(lasting, "correct A", "text('[data-testid=column-A] h2') === 'Lantern Post'").await;

        self.click("[data-testid=menu-B]").await;
        self.click("[data-testid=remove-source]").await;
        self.done("remove B", "columns() === 'AC'").await;
        self.click("[data-testid=undo]").await;
        self.sees("B is back", "columns() === 'ACB'", true).await;
        self.click("[data-testid=menu-B]").await;
        self.click("[data-testid=hide-source]").await;
        self.lasts(lasting, "hide B", "columns() === 'AC'").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_by_hand_is_done_undone_saved_killed_and_there_again() {
    let (window, file) = flooded(Stage::new(1440, 900)).await;
    let mut lasting = Lasting::new();
    window.claims_by_hand(&mut lasting).await;
    window.marks_by_hand(&mut lasting).await;
    window.sources_by_hand(&mut lasting).await;
    window.picture("by-hand").await;
    window.shows("[data-testid=unsaved]").await;
    window.press_with_control('s').await;
    window.hides("[data-testid=unsaved]").await;
    let stage = window.crash().await;

    let window = Window::open(stage, &[&file]).await;
    window.shows("[data-statement='C:5']").await;
    window.hides("[data-testid=recovery-dialog]").await;
    window.sees("B is hidden", "columns() === 'AC'", true).await;
    // Shown again, to look at what was done on it.
    window.click("[data-testid=undo]").await;
    window.shows("[data-statement='B:5']").await;
    lasting.pop();
    window.choose("A:1", "B:1").await;
    for (step, seen) in lasting {
        window.sees(step, seen, true).await;
    }
    window.close().await;
}
