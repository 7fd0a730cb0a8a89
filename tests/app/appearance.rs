//! Themes, text size and the language of the window; they outlive the window.
use crate::window::Window;

const PAPER: &str = "return getComputedStyle(document.body).backgroundColor";

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_can_be_changed() {
    let window = Window::sample().await;
    assert_eq!(window.js(PAPER).await, "rgb(251, 250, 247)");
    window.picture("light").await;
    window.click("[data-testid=settings]").await;
    window.click("label:has(input[value=dark])").await;
    window.until("dark paper", &format!("return (() => {{ {PAPER} }})() === 'rgb(23, 24, 27)'")).await;
    window.press("\u{e00c}").await;
    window.picture("dark").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn large_text_fits_the_window() {
    let window = Window::sample().await;
    for _ in 0..12 {
        window.press_with_control('+').await;
    }
    window.until("200%", "return document.documentElement.style.fontSize === '32px'").await;
    window.picture("text-200").await;
    let wider = window.js("return document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wider, false, "no sideways scrolling");
    let column = window.js("return document.querySelector('section[data-source=A]').clientWidth").await;
    assert!(column.as_u64().unwrap() > 900, "one open column fills the window: {column}");
    assert_eq!(window.count("section[data-source]").await, 1);
    assert_eq!(window.count("[data-testid^=strip-]").await, 2);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_speaks_indonesian() {
    let window = Window::sample().await;
    window.click("[data-testid=settings]").await;
    window.click("label:has(input[value=id])").await;
    window.press("\u{e00c}").await;
    window.says("Bertentangan").await;
    window.says("Hanya satu sumber").await;
    window.picture("indonesian").await;
    window.close().await;
}
