//! The system's own dialogs for files, tied to the window: they stay above it, and it waits for them.
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// A dialog for files that belongs to the window.
pub fn file(app: &AppHandle) -> FileDialogBuilder<Wry> {
    let dialog = app.dialog().file();
    let Some(window) = app.get_webview_window("main") else { return dialog };
    #[cfg(target_os = "linux")]
    tie(&window);
    dialog.set_parent(&window)
}

/// The dialog's library passes no parent to GTK. The dialog comes a moment later, in a turn of GTK's own: it is waited for.
#[cfg(target_os = "linux")]
fn tie(window: &tauri::WebviewWindow) {
    use gtk::prelude::*;

    const LOOK_EVERY: std::time::Duration = std::time::Duration::from_millis(20);
    const LOOKS: u32 = 250;
    let owner = window.clone();
    // Without a window there is nothing to tie to.
    let _ = window.run_on_main_thread(move || {
        let Ok(owner) = owner.gtk_window() else { return };
        let mut looks = 0;
        gtk::glib::timeout_add_local(LOOK_EVERY, move || {
            looks += 1;
            let windows = gtk::Window::list_toplevels().into_iter();
            let free = |dialog: &gtk::FileChooserDialog| dialog.transient_for().is_none();
            let dialog = windows.filter_map(|one| one.downcast::<gtk::FileChooserDialog>().ok()).find(free);
            if let Some(dialog) = &dialog {
                dialog.set_transient_for(Some(&owner));
                dialog.set_modal(true);
            }
            if dialog.is_some() || looks == LOOKS {
                gtk::glib::ControlFlow::Break
            } else {
                gtk::glib::ControlFlow::Continue
            }
        });
    });
}
