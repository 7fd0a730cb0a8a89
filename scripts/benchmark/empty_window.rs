//! A Tauri window with a green page and nothing else: what any window of this kind costs, for `make bench`.
#![allow(clippy::expect_used)]
use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// Drawn by the page, so that it shows when the webview is there and not the frame alone.
const GREEN: &str = "<!doctype html><title>Empty</title><body style='background: rgb(0, 160, 0)'>";

fn main() {
    let page = WebviewUrl::CustomProtocol("empty://localhost".parse().expect("an address"));
    let served = || Response::builder().header("Content-Type", "text/html").body(GREEN.as_bytes());
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", move |_, _| served().expect("a page"))
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "empty", page).inner_size(1440.0, 900.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window");
}
