//! The export dialog of the real window, with what the engine gives for every form, and the clipboard. The system's own dialog
//! for the file cannot be driven from here; what is written behind it is tested in `src-tauri/src/export.rs`.
use crate::window::Window;

/// What the preview shows of a form.
async fn preview(window: &Window, form: &str, ready: &str) -> serde_json::Value {
    window.click(&format!("[data-testid=export-{form}]")).await;
    let of = format!("const p = document.querySelector('[data-testid=export-preview]'); {ready}");
    window.until(form, &of).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_has_a_preview_and_its_numbers_are_the_windows() {
    let window = Window::sample().await;
    let conflicts = window.js("return document.querySelector('[data-testid=legend-conflict]').dataset.count").await;
    let claims = window.js("return document.querySelector('[data-testid=event-summary]').innerText").await;
    window.press_with_control('e').await;
    window.shows("[data-testid=export-dialog]").await;
    let text = preview(&window, "markdown", "return p.innerText.startsWith('# ') && p.innerText").await;
    let text = text.as_str().unwrap();
    let number = conflicts.as_str().unwrap();
    assert!(text.contains(&format!("| ≠ Conflict | {number} |")), "{number} conflicts in the window; {text}");
    let made = text.split(" make ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert!(claims.as_str().unwrap().contains(&format!("{made} claims")), "{claims}; {text}");
    assert!(text.contains("SHA-256"), "{text}");
    let rows = preview(&window, "xlsx", "return p.querySelectorAll('tbody tr').length").await;
    assert!(rows.as_u64().unwrap() > 10, "{rows}");
    let width = preview(&window, "png", "return p.querySelector('img')?.naturalWidth ?? 0").await;
    assert!(width.as_u64().unwrap() > 300, "{width}");
    window.picture("export").await;
    preview(&window, "tei", "return p.innerText.includes('<app type=')").await;
    preview(&window, "json", "return p.innerText.includes('parallax.comparison/1')").await;
    window.press("\u{e00c}").await; // Esc
    window.hides("[data-testid=export-dialog]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_is_copied_with_its_sources() {
    let window = Window::sample().await;
    let place = window.statement("A", "105 minutes").await;
    window.click(&format!("[data-statement='{place}']")).await;
    window.click("[data-testid=copy-claim]").await;
    window
        .until("it is said", "return document.querySelector('[data-testid=live]').innerText.includes('Copied')")
        .await;
    window.press_with_control('f').await;
    window.shows("[data-testid=search]").await;
    window.press_with_control('v').await;
    window
        .until(
            "what was copied, in the search field",
            "const words = document.querySelector('[data-testid=search]').value; return words.includes('105 minutes') && words.includes('SHA-256')",
        )
        .await;
    window.close().await;
}
