//! The report on paper, or as a PDF: it is shown in a window of its own, and the system's dialog asks for the printer. "Save as
//! PDF" is one of its printers on every system, so the program needs no way of its own to make one.
use std::borrow::Cow;

use parallax_engine::export::{self, Form};
use tauri::http::{Request, Response};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, UriSchemeContext, Url, WebviewUrl, WebviewWindowBuilder, Wry};

use crate::error::{Answer, CommandError};
use crate::export::{ExportChoice, with_report};
use crate::state::Desk;
use crate::window::title;

/// The window of the report. It is in no capability: its page can call nothing.
pub const WINDOW: &str = "report";
/// The report comes to its window by this scheme, from memory.
pub const SCHEME: &str = "report";

/// Shows the report in a window of its own and asks for a printer.
#[tauri::command]
pub async fn export_print(app: AppHandle, choice: ExportChoice) -> Answer<()> {
    let desk = app.state::<Desk>();
    *desk.printed() = with_report(&desk, choice, |report| export::write(report, Form::Html))?;
    close(&app);
    let page = WebviewUrl::CustomProtocol(format!("{SCHEME}://localhost").parse().map_err(CommandError::failed)?);
    WebviewWindowBuilder::new(&app, WINDOW, page)
        .title(title(&desk.event_view().name))
        .inner_size(900.0, 900.0)
        // The addresses of the sources are links: nothing is loaded from there.
        .on_navigation(is_report)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                // When it fails, the report is there to be read.
                let _ = window.print();
            }
        })
        .build()
        .map_err(CommandError::failed)?;
    Ok(())
}

/// Whether an address is the report itself; WebView2 knows own schemes by a name of a host only.
fn is_report(address: &Url) -> bool {
    address.scheme() == SCHEME || address.host_str() == Some("report.localhost")
}

/// Answers the window of the report.
pub fn serve(context: UriSchemeContext<'_, Wry>, _: Request<Vec<u8>>) -> Response<Cow<'static, [u8]>> {
    let report = context.app_handle().state::<Desk>().printed().clone();
    let mut answer = Response::new(Cow::Owned(report));
    answer.headers_mut().insert("content-type", tauri::http::HeaderValue::from_static("text/html; charset=utf-8"));
    answer
}

/// Closes the window of the report, if it is there.
pub fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // It may be closing already.
        let _ = window.destroy();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_window_of_the_report_goes_nowhere_else() {
        let stays = |address: &str| is_report(&address.parse().unwrap());
        assert!(stays("report://localhost") && stays("http://report.localhost/"));
        assert!(!stays("https://news.example/article") && !stays("file:///etc/passwd") && !stays("data:text/html,x"));
    }
}
