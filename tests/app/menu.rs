//! The menu of a sentence, by a right click and by the keyboard. The webview's own never comes up on it.
use fantoccini::key::Key;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, MOTION_NOTIFY_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::wrapper::ConnectionExt as _;

use crate::window::Window;

/// The button, as X counts.
const RIGHT: u8 = 3;

/// By the X server: the driver lets go of the left button when it has pressed the right one.
fn click(display: &str, x: i16, y: i16) {
    let (c, n) = x11rb::connect(Some(display)).unwrap();
    let root = c.setup().roots[n].root;
    for (event, button) in [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, RIGHT), (BUTTON_RELEASE_EVENT, RIGHT)] {
        c.xtest_fake_input(event, button, CURRENT_TIME, root, x, y, 0).unwrap();
    }
    c.sync().unwrap();
}

async fn right_click(window: &Window, css: &str) {
    let find =
        format!("const box = document.querySelector({css:?}).getBoundingClientRect(); return [box.x + 60, box.y + 12]");
    let at: (f64, f64) = serde_json::from_value(window.js(&find).await).unwrap();
    click(&window.stage.display, at.0 as i16, at.1 as i16);
    window.shows("[role=menu] [data-testid=menu-details]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_click_offers_what_can_be_done_and_it_is_done_there() {
    let window = Window::sample().await;
    let statement = window.statement("B", "They also want the Trilateral").await;
    let css = format!("[data-statement='{statement}']");
    right_click(&window, &css).await;
    window.picture("sentence-menu").await;
    assert_eq!(window.count("[data-testid=details]").await, 0, "nothing is chosen yet");
    window.click("[data-testid=menu-compare]").await;
    window.shows("[data-testid=column-B] [data-testid=base]").await;
    right_click(&window, &css).await;
    window.click("[data-testid=menu-check]").await;
    window.says("Checked.").await;

    window.js(&format!("document.querySelector({css:?}).focus()")).await;
    window.press(&format!("{}{}{}", Key::Shift, Key::F10, Key::Null)).await;
    window.shows("[role=menu] [data-testid=menu-check][aria-checked=true]").await;
    window.press(&Key::Escape.to_string()).await;
    window.hides("[role=menu]").await;
    let focused = window.js("return document.activeElement?.dataset.statement").await;
    assert_eq!(focused, statement.as_str(), "the focus is where it was");
    window.close().await;
}
