//! Files come and go in an open event; what the person reads stays.
use crate::window::{FOURTH, Window};

#[tokio::test(flavor = "multi_thread")]
async fn a_fourth_file_dropped_joins_and_the_place_is_kept() {
    let window = Window::sample().await;
    let fourth = window.stage.file("fourth.txt", FOURTH);
    let statement = window.statement("A", "150,000").await;
    window.click(&format!("[data-statement='{statement}']")).await;
    window.shows("[data-testid=details]").await;
    let drop = window.drag(&[&fourth], true).await;
    assert!(drop.finished);
    window.shows("[data-source=D]").await;
    window.shows(&format!("[data-statement='{statement}'].on")).await;
    window.picture("four-sources").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_source_goes_and_the_others_keep_their_letters() {
    let window = Window::sample().await;
    window.click("[data-testid=menu-B]").await;
    window.click("[data-testid=remove-source]").await;
    window.hides("[data-source=B]").await;
    window.shows("[data-source=A] [data-statement]").await;
    window.shows("[data-source=C] [data-statement]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_source_keeps_its_letter() {
    let window = Window::sample().await;
    window.click("[data-testid=menu-A]").await;
    window.click("[data-testid=move-right]").await;
    let order = "return [...document.querySelectorAll('[data-source]')].map((c) => c.dataset.source).join('')";
    window.until("B A C", &format!("return (() => {{ {order} }})() === 'BAC'")).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outlet_can_be_corrected() {
    let window = Window::sample().await;
    window.click("[data-testid=menu-A]").await;
    window.click("[data-testid=edit-details]").await;
    window.click("[data-testid=edit-outlet]").await;
    window.press_with_control('a').await;
    window.press("The Corrected Courier").await;
    window.click("[data-testid=edit-save]").await;
    window.says("The Corrected Courier").await;
    window.close().await;
}
