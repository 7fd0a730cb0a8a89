//! The shell around the engine: one Tauri window, its commands, and the state behind them.
//!
//! The way a file takes: [`files`] (argument, drop, dialog) → [`event`] → [`job`] (reads and compares off the window's
//! thread) → [`event`] again → `event` message to the page → [`commands`] fetch the comparison.
mod by_hand;
mod commands;
mod dialog;
mod document;
#[cfg(target_os = "linux")]
mod drawing;
mod error;
mod event;
mod export;
mod files;
#[cfg(target_os = "linux")]
mod heap;
mod job;
mod printing;
mod recent;
mod sample;
mod saving;
mod state;
mod store;
mod view;
mod window;

use std::path::Path;

use tauri::{AppHandle, Manager};

use state::Desk;
use store::Store;

/// Runs the program until its window is closed.
///
/// # Errors
/// When the window cannot be opened.
pub fn run() -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    {
        drawing::choose();
        heap::choose();
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().with_denylist(&[printing::WINDOW]).build())
        .register_uri_scheme_protocol(printing::SCHEME, printing::serve)
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::comparison,
            commands::alike,
            commands::choose_files,
            commands::open_sample,
            commands::new_event,
            commands::open_recent,
            commands::forget_recent,
            commands::add_text,
            commands::remove_files,
            commands::use_anyway,
            commands::keep_filters,
            commands::choose_part,
            commands::give_password,
            commands::move_file,
            commands::review,
            commands::correct,
            commands::rename_event,
            commands::show_file,
            commands::cancel,
            commands::compare_now,
            commands::save_settings,
            export::export_preview,
            export::export_save,
            printing::export_print,
            export::citation,
            by_hand::change_by_hand,
            by_hand::undo,
            by_hand::redo,
            by_hand::hide_source,
            by_hand::read_again,
            by_hand::use_reading,
            saving::open_session,
            saving::save_session,
            saving::save_session_as,
            saving::overwrite_session,
            saving::revert_session,
            saving::answer_unsaved,
            saving::recover,
            saving::discard_recovery,
        ])
        .setup(|app| Ok(begin(app.handle())?))
        .build(tauri::generate_context!())?
        .run(heard());
    Ok(())
}

/// What the system tells the running program. On macOS a file that is double-clicked is no argument but such an event, and
/// may come before there is a desk to lay it on.
fn heard() -> impl FnMut(&AppHandle, tauri::RunEvent) {
    #[cfg(target_os = "macos")]
    let mut early = Vec::new();
    move |_app, event| match event {
        #[cfg(target_os = "macos")]
        tauri::RunEvent::Opened { urls } => {
            early.extend(files::from_urls(&urls));
            if _app.try_state::<Desk>().is_some() {
                commands::open_paths(_app, early.drain(..));
            }
        }
        #[cfg(target_os = "macos")]
        tauri::RunEvent::Ready => commands::open_paths(_app, early.drain(..)),
        _ => {}
    }
}

fn begin(app: &AppHandle) -> tauri::Result<()> {
    app.manage(Desk::new(Store::new(app.path().app_config_dir()?)));
    // Tests run several windows at once: they switch the single instance off. Here and not in `run`: of ten starts at once
    // nine hand their files over at once, and there has to be a desk to lay them on.
    if std::env::var_os("PARALLAX_MULTI").is_none() {
        app.plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            let args = args.into_iter().map(Into::into);
            commands::open_paths(app, files::arguments(args, Path::new(&folder)));
            window::focus(app);
        }))?;
    }
    let desk = app.state::<Desk>();
    *desk.offers() = saving::offers(&desk.recovery_folder());
    saving::keep_on(app);
    let folder = std::env::current_dir().unwrap_or_default();
    let arguments: Vec<_> = std::env::args_os().collect();
    if arguments.iter().any(|argument| argument == "--sample") {
        commands::replace(app, commands::sample_files());
    }
    commands::open_paths(app, files::arguments(arguments, &folder));
    window::open(app)
}
