//! Declares the commands that the page may call; capabilities/main.json then allows them one by one.
#![allow(clippy::expect_used)]

const COMMANDS: &[&str] = &[
    "start",
    "comparison",
    "alike",
    "choose_files",
    "open_sample",
    "new_event",
    "open_recent",
    "forget_recent",
    "add_text",
    "remove_files",
    "use_anyway",
    "keep_filters",
    "choose_part",
    "give_password",
    "move_file",
    "review",
    "correct",
    "rename_event",
    "show_file",
    "cancel",
    "compare_now",
    "save_settings",
    "export_preview",
    "export_save",
    "export_print",
    "citation",
    "change_by_hand",
    "undo",
    "redo",
    "hide_source",
    "read_again",
    "use_reading",
    "open_session",
    "save_session",
    "save_session_as",
    "overwrite_session",
    "revert_session",
    "answer_unsaved",
    "recover",
    "discard_recovery",
];

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes).expect("tauri build script");
}
