//! Commands for what a person does by hand to claims, passages, tags and sources. Each is one step that can be undone.
use parallax_engine::work::Change;
use tauri::{AppHandle, Manager};

use crate::error::{Answer, CommandError};
use crate::event::After;
use crate::job;
use crate::state::Desk;

/// Does one thing to claims, passages or tags.
#[tauri::command]
pub fn change_by_hand(app: AppHandle, change: Change) -> Answer<()> {
    let after = app.state::<Desk>().event().change(&change).map_err(|gone| CommandError::gone(gone.0))?;
    react(&app, after);
    Ok(())
}

/// Takes the last step back.
#[tauri::command]
pub fn undo(app: AppHandle) {
    let after = app.state::<Desk>().event().undo();
    react(&app, after);
}

/// Does the step that was taken back last again.
#[tauri::command]
pub fn redo(app: AppHandle) {
    let after = app.state::<Desk>().event().redo();
    react(&app, after);
}

/// Hides a source's column, or shows it again.
#[tauri::command]
pub fn hide_source(app: AppHandle, key: u32, hidden: bool) -> Answer<()> {
    let after = app.state::<Desk>().event().hide(key, hidden).ok_or_else(|| CommandError::gone("This file"))?;
    react(&app, after);
    Ok(())
}

/// Reads a source's file once more; its present text is kept as an earlier one.
#[tauri::command]
pub fn read_again(app: AppHandle, key: u32) -> Answer<()> {
    let there = app.state::<Desk>().event().read_again(key);
    if !there {
        return Err(CommandError::gone("This file"));
    }
    job::start(&app);
    Ok(())
}

/// Uses another of the texts that were read of a source.
#[tauri::command]
pub fn use_reading(app: AppHandle, key: u32, reading: u32) -> Answer<()> {
    let after = app.state::<Desk>().event().use_reading(key, reading);
    react(&app, after.ok_or_else(|| CommandError::gone("This text"))?);
    Ok(())
}

/// Does what has to be done after something was changed by hand.
pub fn react(app: &AppHandle, after: After) {
    match after {
        After::Nothing => {}
        After::Tell => job::announce(app),
        After::Compare => job::start(app),
    }
}
