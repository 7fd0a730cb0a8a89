//! Table, overview, search and palette in the real window: one selection for all of them.
use crate::window::Window;

const ALT: char = '\u{e00a}';
const RELEASE: char = '\u{e000}';

/// Another view, by its key.
async fn view(window: &Window, n: char, shows: &str) {
    window.press(&format!("{ALT}{n}{RELEASE}")).await;
    window.shows(shows).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_of_the_table_opens_its_claim_and_the_columns_line_up_on_it() {
    let window = Window::sample().await;
    window.click("[data-testid=view-table]").await;
    window.shows("[data-testid=table] [data-row]").await;
    window.picture("table").await;
    let cell = window
        .until(
            "a cell with the call's length",
            "return [...document.querySelectorAll('.td')].find((cell) => cell.innerText.includes('105 minutes'))?.dataset.cell ?? null",
        )
        .await;
    let cell = cell.as_str().unwrap().to_owned();
    window.click(&format!("[data-cell='{cell}']")).await;
    window.shows("[data-testid=details]").await;
    let claim = window.js("return document.querySelector('[data-testid=details]').dataset.claim").await;
    let row = window.js("return document.querySelector('.tr.on').dataset.row").await;
    assert_eq!(claim, row, "the details speak of the row that was chosen");
    window.says("What each source says").await;
    view(&window, '1', "section[data-source=A] [data-statement].on").await;
    window
        .until(
            "all on one line",
            r#"const tops = [...document.querySelectorAll("section[data-source]")]
                .map((column) => column.querySelector("[data-statement].on"))
                .filter(Boolean).map((line) => line.getBoundingClientRect().top);
            return tops.length >= 2 && Math.max(...tops) - Math.min(...tops) <= 2"#,
        )
        .await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_sorts_filters_and_goes_by_key() {
    let window = Window::sample().await;
    view(&window, '2', "[data-testid=table] [data-row]").await;
    window.shows("[data-row][data-kind=conflict]").await;
    window.js("document.querySelector(\"[data-cell='head:0']\").focus()").await;
    window.press("\u{e015}\u{e014}").await; // down, right
    window.press("\u{e007}").await; // Enter
    window.shows("[data-testid=details]").await;
    window.says("Row 1 of").await;
    window.press("\u{e00c}").await; // Esc
    window.hides("[data-testid=details]").await;
    window.click("[data-testid=legend-conflict]").await;
    window.hides("[data-row][data-kind=conflict]").await;
    window.shows("[data-row][data-kind=reworded]").await;
    window.says("claims shown").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disagreement_of_the_overview_leads_to_the_text() {
    let window = Window::sample().await;
    view(&window, '3', "[data-testid=disagreements] [data-claim]").await;
    window.shows("[data-testid=coverage] .blk").await;
    window.picture("overview").await;
    let claim =
        window.js("return document.querySelector('[data-testid=disagreements] [data-claim]').dataset.claim").await;
    window.click("[data-testid=disagreements] [data-claim]").await;
    window.shows("[data-testid=side-by-side] [data-statement].on").await;
    let chosen = window.js("return document.querySelector('[data-testid=details]').dataset.claim").await;
    assert_eq!(claim, chosen);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn search_finds_in_all_sources_and_the_palette_does_what_it_names() {
    let window = Window::sample().await;
    window.press_with_control('f').await;
    window.until("the field has the focus", "return document.activeElement.dataset.testid === 'search'").await;
    window.press("moscow").await;
    window.until("something is found", "return document.querySelectorAll('.hit').length > 0").await;
    window.press("\u{e007}").await; // Enter
    window.shows(".hit.current").await;
    window.picture("search").await;
    window.press("\u{e00c}").await; // Esc
    window.hides(".hit").await;
    // By meaning, a sentence that stands in no article so, in another language than the surest answer.
    window.press_with_control('f').await;
    window.click("[data-testid=search-mode] input[value=meaning]").await;
    window.press_with_control('f').await;
    window.press("pembicaraan telepon itu berlangsung 105 menit").await;
    let found = "const list = [...document.querySelectorAll('[data-testid=alike-list] [role=option]')]; \
        return list.length > 2 && new Set(list.slice(0, 3).map((one) => one.querySelector('.badge').innerText)).size === 3 && \
        list.slice(0, 3).every((one) => /105|40/.test(one.innerText))";
    window.until("all three reports say it", found).await;
    window.press("\u{e007}").await; // Enter
    window.shows(".st.alike.current").await;
    window.picture("search-by-meaning").await;
    window.press("\u{e00c}").await; // Esc
    window.hides(".st.alike").await;
    window.press_with_control('k').await;
    window.until("the palette has the focus", "return document.activeElement.dataset.testid === 'palette-field'").await;
    window.press("overview").await;
    window.press("\u{e007}").await;
    window.shows("[data-testid=overview]").await;
    window.press("\u{e031}").await; // F1
    window.shows("[data-testid=help-dialog]").await;
    window.picture("help").await;
    window.close().await;
}
