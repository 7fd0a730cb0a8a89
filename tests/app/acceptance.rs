//! Acceptance checks of the design in the real window (docs/acceptance.md): a sentence that is left out is told (6), everything
//! by keys (9), what is exported after undo and redo (13), an article from right to left (14).
use serde_json::{Value, json};

use crate::by_hand::{LANTERN, SENTRA, flooded};
use crate::robust::Dice;
use crate::stage::Stage;
use crate::window::Window;

/// Written for this test: two reports of one flood, from right to left, that differ in two figures.
const NAHR: &str = "فيضان النهر يجبر المئات على الرحيل\n\nارتفع منسوب نهر أورلا مترين في ليلة واحدة. وغادر 400 شخص منازلهم في لوير \
    مارش. وطلبت رئيسة البلدية إيدا برانت من الجيش 12 قاربا. وأغلق خط السكة الحديد إلى بورت سلبي حتى يوم الجمعة.\n";
const SAIL: &str = "مئات يغادرون منازلهم بعد فيضان النهر\n\nارتفع منسوب نهر أورلا ثلاثة أمتار في ليلة واحدة. وغادر 450 شخصا منازلهم \
    في لوير مارش. وطلبت رئيسة البلدية إيدا برانت من الجيش 12 قاربا. وستبقى المدارس مغلقة هذا الأسبوع.\n";

/// The number that the legend shows of "not mentioned".
const GAPS: &str = "Number(document.querySelector('[data-testid=legend-gap]').dataset.count)";

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_that_is_gone_from_a_file_is_not_mentioned_there() {
    let (window, _) = flooded(Stage::new(1440, 900)).await;
    window.says("asked the army for twelve boats").await;
    let before = window.js(&format!("return {GAPS}")).await.as_u64().unwrap();
    assert_eq!(window.count("[data-testid=gap-B]").await, 0, "B mentions all");
    let shorter = SENTRA.replace("Ida Brandt, the mayor, asked the army for twelve boats. ", "");
    assert_ne!(shorter, SENTRA);
    window.stage.file("sentra.txt", shorter);
    // The program looks at its files when a person comes back to its window.
    crate::xdnd::turn_away_and_back(&window.stage.display, "parallax").unwrap();
    window.click("[data-testid=column-B] [data-testid=on-disk]").await;
    window.until("one more is not mentioned", &format!("return {GAPS} === {}", before + 1)).await;
    let place = "const rows = [...document.querySelectorAll('section[data-source=B] [data-row]')]; \
        const at = rows.findIndex((row) => row.dataset.gap !== undefined && /boats/.test(row.innerText)); \
        return [at > 0 && rows[at - 1].innerText, rows[at].innerText, rows[at + 1]?.innerText]";
    let place = window.js(place).await;
    let line = |at: usize| place[at].as_str().unwrap_or_default().to_owned();
    assert!(line(0).contains("400 people left"), "after what stood before it: {place}");
    assert!(line(1).starts_with("Not mentioned: "), "{place}");
    assert!(line(2).contains("Trains to Port Selby"), "before what stood after it: {place}");
    let hatched = "return getComputedStyle(document.querySelector('[data-testid=gap-B]')).backgroundImage";
    assert!(window.js(hatched).await.as_str().unwrap().contains("gradient"), "the line is hatched");
    window.click("[data-testid=view-table]").await;
    let cell = "const row = [...document.querySelectorAll('.tr[data-row]')].find((row) => /boats/.test(row.querySelector('.rh').innerText)); \
        return row?.querySelectorAll('[role=gridcell]')[1].innerText.trim() ?? ''";
    assert_eq!(window.until("its row", cell).await, "Not mentioned");
    window.picture("left-out").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_from_right_to_left_is_shown_so() {
    let stage = Stage::new(1440, 900);
    let files =
        [("nahr.txt", NAHR), ("sail.txt", SAIL), ("lantern.txt", LANTERN)].map(|(name, text)| stage.file(name, text));
    let window = Window::open(stage, &[&files[0], &files[1], &files[2]]).await;
    window.shows("[data-testid=side-by-side] [data-statement='C:1'], [data-testid=problems] [data-testid=compare-now], [data-testid=problems] [data-testid=back]").await;
    // Nothing of the third is in the others: the program says so first.
    if window.count("[data-testid=problems]").await > 0 {
        window.click("[data-testid=back], [data-testid=compare-now]").await;
    }
    window.shows("section[data-source=B] [data-statement='B:2']").await;
    window.painted().await;
    window.picture("right-to-left").await;
    let seen = window
        .js(
            "return ['A', 'B'].map((id) => { const column = document.querySelector(`section[data-source=${id}] .scroll`); \
             const line = column.querySelector(`[data-statement='${id}:1']`), box = line.getBoundingClientRect(); \
             const words = document.createRange(); words.selectNodeContents(line); const text = words.getBoundingClientRect(); \
             const bar = getComputedStyle(line, '::before'); \
             const head = document.querySelector(`section[data-source=${id}] h2`).getBoundingClientRect(); \
             return { lang: column.lang, direction: getComputedStyle(line).direction, atRight: box.right - text.right, \
                 bar: [parseFloat(bar.left), parseFloat(bar.right)], width: box.width, head: head.left - box.left, \
                 marks: column.querySelectorAll('mark').length, \
                 figures: [...column.querySelectorAll('mark')].map((mark) => mark.innerText) }; })",
        )
        .await;
    for column in seen.as_array().unwrap() {
        assert_eq!(column["lang"], "ar", "{column}");
        assert_eq!(column["direction"], "rtl", "{column}");
        assert!(column["atRight"].as_f64().unwrap() < 24.0, "the text begins at the right: {column}");
        assert!(column["bar"][1].as_f64().unwrap() < 1.0, "the bar of the kind is at the right: {column}");
        assert!(column["bar"][0].as_f64().unwrap() > 100.0, "{column}");
        assert!(column["head"].as_f64().unwrap() < 80.0, "the head stays in the direction of the window: {column}");
        assert!(column["marks"].as_u64().unwrap() >= 2, "what differs is marked: {column}");
    }
    assert!(seen[0]["figures"].to_string().contains("400"), "{seen}");
    let third = "return getComputedStyle(document.querySelector('section[data-source=C] [data-statement]')).direction";
    assert_eq!(window.js(third).await, "ltr");
    // A ribbon ends at the inner edges of its columns, whatever the direction inside.
    let ends = "const claims = (key) => document.querySelector(`[data-statement='${key}']`).dataset.claims.split(' '); \
        const claim = claims('A:2').find((id) => claims('B:2').includes(id)); \
        const [a, b] = ['A', 'B'].map((id) => document.querySelector(`section[data-source=${id}] .scroll`).getBoundingClientRect()); \
        const ribbon = [...document.querySelectorAll(`.ribbons g.rb[data-claim='${claim}'] .rb-edge`)].map((edge) => edge.getBoundingClientRect()).find((edge) => edge.left < b.left); \
        return ribbon ? [Math.abs(ribbon.left - a.right), Math.abs(ribbon.right - b.left)] : null";
    let ends: Vec<f64> = serde_json::from_value(window.until("a ribbon from A to B", ends).await).unwrap();
    assert!(ends.iter().all(|off| *off <= 6.0), "{ends:?}");
    window.click("[data-statement='A:2']").await;
    window.shows("[data-testid=details]").await;
    window.click("[data-testid=view-table]").await;
    let cells = "return [...document.querySelectorAll('.tr[data-row] .td[data-source=A] p, .tr[data-row] .td[data-source=B] p')].map((p) => getComputedStyle(p).direction)";
    let cells = window
        .until("cells", &format!("const cells = (() => {{ {cells} }})(); return cells.length > 3 && cells"))
        .await;
    assert!(cells.as_array().unwrap().iter().all(|direction| direction == "rtl"), "{cells}");
    window.picture("right-to-left-table").await;
    window.close().await;
}

impl Window {
    /// Waits until the program has nothing to do, and gives the comparison.
    async fn rested(&self) -> Value {
        loop {
            let event = self.ask("start", json!({})).await["event"].clone();
            let comparison = self.comparison().await;
            if event["phase"] == "ready" && self.ask("start", json!({})).await["event"] == event {
                return comparison;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    async fn exported(&self, name: &str) -> Vec<u8> {
        let path = self.stage.folder.join(name);
        self.export_as("json", &path).await;
        std::fs::read(path).unwrap()
    }
}

/// Some change that a person could make on what stands there.
fn change(comparison: &Value, dice: &mut Dice) -> Value {
    let claims = comparison["claims"].as_array().unwrap();
    let claim = dice.pick(claims).unwrap();
    let id = &claim["id"];
    let articles = comparison["articles"].as_array().unwrap();
    let first = dice.roll(articles.len());
    let second = (first + 1 + dice.roll(articles.len() - 1)) % articles.len();
    let statement = |at: usize, dice: &mut Dice| {
        let article = &articles[at];
        json!({ "article": article["id"], "statement": dice.roll(article["statements"].as_array().unwrap().len()) })
    };
    match dice.roll(8) {
        0 | 1 => json!({ "kind": "link", "a": statement(first, dice), "b": statement(second, dice) }),
        2 => {
            let shared: Vec<&Value> =
                claims.iter().filter(|one| one["members"].as_object().unwrap().len() > 1).collect();
            let claim = dice.pick(&shared).unwrap();
            let (article, statements) = claim["members"].as_object().unwrap().iter().next().unwrap();
            json!({ "kind": "unlink", "claim": claim["id"], "statement": { "article": article, "statement": statements[0] } })
        }
        3 => json!({ "kind": "note_claim", "claim": id, "text": format!("Note {}", dice.roll(1000)) }),
        4 => json!({ "kind": "mark_conflict", "claim": id, "conflict": dice.roll(2) == 0 }),
        5 => json!({ "kind": "check", "claim": id, "checked": true }),
        6 => json!({ "kind": "name_claim", "claim": id, "name": format!("Name {}", dice.roll(1000)) }),
        _ => {
            json!({ "kind": "edit_tag", "tag": null, "name": format!("Tag {}", dice.roll(1000)), "colour": dice.roll(8) })
        }
    }
}

/// Whether a person's link holds sentence 5 of A and of C together.
fn linked(comparison: &Value) -> bool {
    let holds =
        |claim: &Value, article: &str| claim["members"][article].as_array().is_some_and(|all| all.contains(&json!(5)));
    let by_hand = |pair: &Value| pair["by_hand"] == true;
    let claims = comparison["claims"].as_array().unwrap();
    claims
        .iter()
        .any(|claim| holds(claim, "A") && holds(claim, "C") && claim["pairs"].as_array().unwrap().iter().any(by_hand))
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_changes_undone_and_redone_are_exported_byte_for_byte() {
    const CHANGES: usize = 20;
    let (window, _) = flooded(Stage::new(1440, 900)).await;
    let seed = 20_261_126;
    let mut dice = Dice(seed);
    let untouched = window.exported("untouched.json").await;
    let mut made = 0;
    let mut steps = Vec::new();
    while made < CHANGES {
        let comparison = window.rested().await;
        let change = change(&comparison, &mut dice);
        window.ask("change_by_hand", json!({ "change": change })).await;
        // What changes nothing is no step.
        let after = window.rested().await;
        if after != comparison {
            steps.push(change);
            made += 1;
        }
    }
    let done = window.exported("done.json").await;
    assert_ne!(done, untouched);
    window.js("document.activeElement?.blur()").await;
    for _ in 0..CHANGES {
        window.press_with_control('z').await;
        window.rested().await;
    }
    window.sees("all is undone", "document.querySelector('[data-testid=undo]').disabled", true).await;
    assert!(window.exported("undone.json").await == untouched, "seed {seed}: {CHANGES} undone: {steps:?}");
    for _ in 0..CHANGES {
        window.press("\u{e009}\u{e008}z\u{e000}").await; // Control, Shift
        window.rested().await;
    }
    window.sees("all is redone", "document.querySelector('[data-testid=redo]').disabled", true).await;
    assert!(window.exported("redone.json").await == done, "seed {seed}: {CHANGES} redone: {steps:?}");

    // What is linked by hand holds at every strictness.
    window.ask("change_by_hand", json!({ "change": { "kind": "link", "a": { "article": "A", "statement": 5 }, "b": { "article": "C", "statement": 5 } } })).await;
    assert!(linked(&window.rested().await));
    window.click("[data-testid=settings]").await;
    window.shows("[data-testid=strictness]").await;
    for end in ['\u{e011}', '\u{e010}'] {
        // Home: strict; End: loose.
        window.js("document.querySelector('[data-testid=strictness]').focus()").await;
        window.press(&end.to_string()).await;
        let at = if end == '\u{e011}' { 0 } else { 100 };
        window
            .sees("the slider", &format!("document.querySelector('[data-testid=strictness]').value === '{at}'"), true)
            .await;
        let strictness = window.ask("start", json!({})).await["settings"]["strictness"].clone();
        assert_eq!(strictness.as_f64(), Some(1.0 - f64::from(at) / 100.0));
        assert!(linked(&window.rested().await), "at {at}");
    }
    window.close().await;
}
