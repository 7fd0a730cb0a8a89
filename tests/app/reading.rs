//! Side by side: lining up, going through the differences, filtering, folding, linked scrolling.
use crate::window::Window;

/// Distance in pixels between the tops of the first statements of the chosen claim in all columns.
const SPREAD: &str = r#"
    const claim = document.querySelector("[data-statement].on")?.dataset.claims.split(" ");
    if (!claim) return null;
    const tops = [...document.querySelectorAll("section[data-source]")]
        .map((column) => column.querySelector("[data-statement].on"))
        .filter(Boolean).map((line) => line.getBoundingClientRect().top);
    return tops.length < 2 ? null : Math.max(...tops) - Math.min(...tops);
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_clicked_statement_lines_up_its_matches() {
    let window = Window::sample().await;
    let statement = window.statement("A", "105 minutes").await;
    window.click(&format!("[data-statement='{statement}']")).await;
    window.shows("[data-testid=details]").await;
    window.until("all on one line", &format!("const s = (() => {{ {SPREAD} }})(); return s !== null && s <= 2")).await;
    window.picture("details").await;
    window.says("What each source says").await;
    window.press("\u{e00c}").await; // Esc
    window.hides("[data-testid=details]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn differences_are_gone_through_by_key_and_by_button() {
    let window = Window::sample().await;
    window.click("[data-testid=next-difference]").await;
    window.says("Difference 1 of").await;
    let first = window.js("return document.querySelector('[data-statement].on')?.dataset.statement").await;
    window.press("\u{e038}").await; // F8
    window.says("Difference 2 of").await;
    let second = window.js("return document.querySelector('[data-statement].on')?.dataset.statement").await;
    assert_ne!(first, second);
    window.click("[data-testid=previous-difference]").await;
    window.says("Difference 1 of").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_legend_filters() {
    let window = Window::sample().await;
    let conflicts = window.count("section mark.m-conflict").await;
    assert!(conflicts > 0);
    window.click("[data-testid=legend-conflict]").await;
    window.until("no conflict marks", "return document.querySelectorAll('section mark.m-conflict').length === 0").await;
    window.shows("[data-testid=legend-conflict][aria-pressed=false]").await;
    window.says("claims shown").await;
    window.picture("filtered").await;
    window.click("[data-testid=show-all]").await;
    window
        .until(
            "the marks are back",
            &format!("return document.querySelectorAll('section mark.m-conflict').length === {conflicts}"),
        )
        .await;
    window.close().await;
}

/// The edges of a ribbon are those of the statements that it joins, also after the bundled typeface has come in.
#[tokio::test(flavor = "multi_thread")]
async fn ribbons_end_where_their_statements_stand() {
    let window = Window::sample().await;
    window.painted().await;
    let widened = window
        .client
        .execute_async(
            r#"
            const done = arguments[0];
            // What a late typeface does: every row gets another height, and nothing else tells of it.
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(".st { padding-block: 11px !important; }");
            document.adoptedStyleSheets = [sheet];
            const frames = (n) => n === 0 ? Promise.resolve() : new Promise((r) => requestAnimationFrame(r)).then(() => frames(n - 1));
            frames(6).then(() => {
                const claim = document.querySelector("[data-statement='A:2']").dataset.claims.split(" ")[0];
                const top = (source) => document
                    .querySelector(`section[data-source=${source}] [data-statement][data-claims~="${claim}"]`)
                    .getBoundingClientRect().top;
                // The upper edge of a ribbon's box is that of the higher of its two ends.
                const ends = Math.min(top("A"), top("B"));
                const ribbons = [...document.querySelectorAll(`g.rb[data-claim="${claim}"]`)];
                const tops = ribbons.map((ribbon) => ribbon.getBoundingClientRect().top);
                done({ ends, tops, off: Math.min(...tops.map((t) => Math.abs(t - ends))) });
            });"#,
            vec![],
        )
        .await
        .unwrap();
    assert!(widened["off"].as_f64().unwrap() <= 8.0, "the ribbon starts at its statement: {widened}");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_folds_to_a_strip_and_opens_again() {
    let window = Window::sample().await;
    window.click("[data-testid=fold-B]").await;
    window.shows("[data-testid=strip-B]").await;
    assert_eq!(window.count("section[data-source]").await, 2);
    window.picture("folded").await;
    window.click("[data-testid=strip-B]").await;
    window.shows("section[data-source=B]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_one_column_takes_the_others_along_without_jumps() {
    let window = Window::sample().await;
    let jumps = window
        .client
        .execute_async(
            r#"
            const done = arguments[0];
            const columns = ["A", "B", "C"].map((id) => document.querySelector(`section[data-source=${id}] .scroll`));
            const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
            (async () => {
                let most = 0;
                for (let step = 0; step < 30; step++) {
                    const before = columns.map((column) => column.scrollTop);
                    columns[0].scrollTop += 20;
                    await frame();
                    columns.slice(1).forEach((column, i) => { most = Math.max(most, Math.abs(column.scrollTop - before[i + 1])); });
                }
                done({ most, moved: columns.map((column) => column.scrollTop) });
            })();"#,
            vec![],
        )
        .await
        .unwrap();
    let moved: Vec<f64> = jumps["moved"].as_array().unwrap().iter().map(|m| m.as_f64().unwrap()).collect();
    assert!(moved.iter().all(|&by| by > 50.0), "every column moved: {moved:?}");
    assert!(jumps["most"].as_f64().unwrap() < 450.0, "no jump of half a window: {jumps}");
    window.close().await;
}
