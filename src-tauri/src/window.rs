//! The one window: made in code, so that its background has the right colour before the page is there.
use tauri::utils::config::Color;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, WebviewWindowBuilder, WindowEvent};

use crate::document::Then;
use crate::state::Desk;
use crate::view::{DragView, EventView, Theme};
use crate::{commands, files, printing, saving};

/// `--paper` of the light theme (ui/src/styles/tokens.css).
const PAPER_LIGHT: Color = Color(0xFB, 0xFA, 0xF7, 0xFF);
/// `--paper` of the dark theme.
const PAPER_DARK: Color = Color(0x17, 0x18, 0x1B, 0xFF);

/// Opens the window that tauri.conf.json describes, no larger than the screen.
///
/// # Errors
/// When the system has no display or no webview.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let theme = app.state::<Desk>().settings().theme;
    let Some(config) = app.config().app.windows.first() else { return Err(tauri::Error::WindowNotFound) };
    let mut config = config.clone();
    if let Some(screen) = app.primary_monitor()? {
        let room = screen.size().to_logical::<f64>(screen.scale_factor());
        config.width = config.width.min(room.width);
        config.height = config.height.min(room.height);
    }
    let builder = WebviewWindowBuilder::from_config(app, &config)?.theme(native(theme));
    #[cfg(target_os = "linux")]
    let builder = builder.initialization_script(crate::drawing::KEEP_PAINTING);
    let window = builder.build()?;
    let system_is_dark = || window.theme().is_ok_and(|theme| theme == tauri::Theme::Dark);
    let dark = theme == Theme::Dark || (theme == Theme::System && system_is_dark());
    window.set_background_color(Some(if dark { PAPER_DARK } else { PAPER_LIGHT }))?;
    let app = app.clone();
    window.on_window_event(move |event| {
        match event {
            WindowEvent::DragDrop(drag) => dragged(&app, drag),
            WindowEvent::CloseRequested { api, .. } => {
                if saving::asks(&app, &Then::Close) {
                    api.prevent_close();
                } else {
                    app.state::<Desk>().forget_kept();
                }
            }
            WindowEvent::Destroyed => printing::close(&app),
            // A file may have been changed while the person was in another program.
            WindowEvent::Focused(true) => saving::look_at_files(&app),
            _ => {}
        }
    });
    Ok(())
}

/// Brings the window to the front.
pub fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window manager may refuse; the files are opened all the same.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// What a window of the event is called.
pub fn title(event: &str) -> String {
    if event.is_empty() { "Parallax".to_owned() } else { format!("{event} – Parallax") }
}

/// Names the window after the event, with a dot before the name while there is unsaved work.
pub fn entitle(app: &AppHandle, event: &EventView) {
    let dot = if event.document.unsaved && !event.name.is_empty() { "• " } else { "" };
    let title = format!("{dot}{}", title(&event.name));
    let Some(window) = app.get_webview_window("main") else { return };
    // The window itself is not asked: its thread may be drawing, and work would wait for it.
    if app.state::<Desk>().is_new_title(&title) {
        let _ = window.set_title(&title);
    }
}

/// Gives the window's frame and background the theme that the person chose.
pub fn apply_theme(app: &AppHandle, theme: Theme) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.set_theme(native(theme));
    }
}

fn native(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

fn dragged(app: &AppHandle, drag: &DragDropEvent) {
    let over = DragView { over: false, readable: Vec::new(), others: 0 };
    match drag {
        DragDropEvent::Enter { paths, .. } => {
            // While a person still aims, the children that will read the files are started.
            app.state::<Desk>().reader().warm();
            let _ = app.emit("drag", files::drag(paths));
        }
        DragDropEvent::Drop { paths, .. } => {
            let _ = app.emit("drag", over);
            commands::open_paths(app, paths.iter().cloned());
        }
        DragDropEvent::Leave => {
            let _ = app.emit("drag", over);
        }
        _ => {}
    }
}
