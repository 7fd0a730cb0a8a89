//! A Tauri window with a green page and nothing else: what any window of this kind costs, for `make bench`.
#![allow(clippy::expect_used)]
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// Drawn by the page, so that it shows when the webview is there and not the frame alone.
const GREEN: &str = "document.documentElement.style.background = 'rgb(0, 160, 0)'";

fn main() {
    let page = WebviewUrl::External("about:blank".parse().expect("an address"));
    tauri::Builder::default()
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "empty", page)
                .inner_size(1440.0, 900.0)
                .initialization_script(GREEN)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window");
}
