//! What the page may ask for. A command unpacks, calls and packs; it decides nothing about articles.
//! No command takes a path: files are named by the keys that the program gave them.
use std::path::PathBuf;

use parallax_engine::model::{Alike, Corrections, StatementRef, sent};
use parallax_engine::session::Filters;
use parallax_reader::Ask;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, Manager, State};
use tauri_plugin_opener::OpenerExt;

use crate::document::{Document, Then, is_session};
use crate::error::{Answer, CommandError};
use crate::event::{Event, Origin};
use crate::state::Desk;
use crate::view::{ReviewView, Settings, StartView};
use crate::{dialog, job, sample, saving, window};

/// All that the window needs when it starts.
#[tauri::command]
pub fn start(desk: State<'_, Desk>) -> StartView {
    StartView {
        version: env!("CARGO_PKG_VERSION").into(),
        settings: desk.settings().clone(),
        event: desk.event_view(),
        recent: desk.recent_views(),
        recoveries: desk.offers().clone(),
        trouble: desk.trouble().take(),
    }
}

/// The comparison, when there is one, as [`sent`] writes it. Async: a big one takes its time.
#[tauri::command]
pub async fn comparison(desk: State<'_, Desk>) -> Answer<Response> {
    let json = desk.event().comparison().map(sent).transpose().map_err(CommandError::failed)?;
    Ok(Response::new(json.unwrap_or_else(|| "null".into())))
}

/// Statements of all articles that say what a typed sentence, or else a statement of theirs, says; the surest first.
#[tauri::command]
pub async fn alike(app: AppHandle, sentence: Option<String>, statement: Option<StatementRef>) -> Answer<Vec<Alike>> {
    job::alike(app, sentence, statement).await.ok_or_else(|| CommandError::gone("This comparison"))
}

/// Lets the person choose files; they are added to the event.
#[tauri::command]
pub fn choose_files(app: AppHandle) {
    app.state::<Desk>().reader().warm();
    let endings: Vec<&str> = parallax_reader::ENDINGS.iter().copied().chain(["parallax"]).collect();
    let dialog = dialog::file(&app).add_filter("Articles", &endings).add_filter("*", &["*"]);
    dialog.pick_files(move |chosen| {
        let paths = chosen.into_iter().flatten().filter_map(|file| file.into_path().ok());
        open_paths(&app, paths);
    });
}

/// Opens the sample event in place of the open one.
#[tauri::command]
pub async fn open_sample(app: AppHandle) -> Answer<()> {
    saving::leave(&app, Then::Sample).await
}

/// Begins an empty event.
#[tauri::command]
pub async fn new_event(app: AppHandle) -> Answer<()> {
    saving::leave(&app, Then::New).await
}

/// Opens an event of the recent list in place of the open one.
#[tauri::command]
pub async fn open_recent(app: AppHandle, id: String) -> Answer<()> {
    let then = app.state::<Desk>().recent(&id).ok_or_else(|| CommandError::gone("This event"))?;
    saving::leave(&app, then).await
}

/// Takes an event off the recent list.
#[tauri::command]
pub fn forget_recent(app: AppHandle, id: String) {
    let desk = app.state::<Desk>();
    desk.forget(&id);
    let _ = app.emit("recent", desk.recent_views());
}

/// Adds pasted text as an article.
#[tauri::command]
pub fn add_text(app: AppHandle, text: String, outlet: Option<String>, date: Option<String>) {
    let given = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let corrections = Corrections { outlet: given(outlet), published: given(date), ..Corrections::default() };
    let name = corrections.outlet.clone().unwrap_or_else(|| "Pasted text".into());
    app.state::<Desk>().event().add([(Origin::Pasted(text), name, corrections)]);
    job::start(&app);
}

/// Takes files out of the event.
#[tauri::command]
pub fn remove_files(app: AppHandle, keys: Vec<u32>) -> Answer<()> {
    change(&app, |event| event.remove(&keys))
}

/// Wants files in the event although one is the same text as another, or seems to tell of another event.
#[tauri::command]
pub fn use_anyway(app: AppHandle, keys: Vec<u32>) -> Answer<()> {
    change(&app, |event| event.want(&keys))
}

/// Keeps what the person wants to see of the event.
#[tauri::command]
pub fn keep_filters(app: AppHandle, filters: Filters) {
    app.state::<Desk>().event().filter(filters);
}

/// Reads one of several articles of a file, counted from 1.
#[tauri::command]
pub fn choose_part(app: AppHandle, key: u32, part: u32) -> Answer<()> {
    change(&app, |event| event.choose(key, Ask { part: Some(part), password: None }))
}

/// Reads a protected file with its password.
#[tauri::command]
pub fn give_password(app: AppHandle, key: u32, password: String) -> Answer<()> {
    change(&app, |event| event.choose(key, Ask { part: None, password: Some(password) }))
}

/// Moves a source to position `to` of the columns.
#[tauri::command]
pub fn move_file(app: AppHandle, key: u32, to: usize) -> Answer<()> {
    change(&app, |event| event.shift(key, to))
}

/// What was taken of a source beside its whole text.
#[tauri::command]
pub async fn review(desk: State<'_, Desk>, key: u32) -> Answer<ReviewView> {
    desk.event().review(key).ok_or_else(|| CommandError::gone("This file"))
}

/// Corrects what was read of a source, and compares anew.
#[tauri::command]
pub fn correct(app: AppHandle, key: u32, corrections: Corrections) -> Answer<()> {
    let corrected = app.state::<Desk>().event().correct(key, corrections);
    match corrected.ok_or_else(|| CommandError::gone("This file"))? {
        true => job::start(&app),
        false => return Err(CommandError::failed("At least one paragraph has to stay.")),
    }
    Ok(())
}

/// Names the event.
#[tauri::command]
pub fn rename_event(app: AppHandle, name: String) {
    app.state::<Desk>().event().rename(&name);
    app.state::<Desk>().remember();
    job::announce(&app);
}

/// Shows a file in the system's file manager.
#[tauri::command]
pub fn show_file(app: AppHandle, key: u32) -> Answer<()> {
    let origin = app.state::<Desk>().event().file(key).map(|file| file.origin.clone());
    let Some(Origin::Path(path)) = origin else { return Err(CommandError::gone("This file")) };
    app.opener().reveal_item_in_dir(path).map_err(CommandError::failed)
}

/// Stops the work; the file list stays.
#[tauri::command]
pub fn cancel(app: AppHandle) {
    job::cancel(&app);
}

/// Goes on after a stop.
#[tauri::command]
pub fn compare_now(app: AppHandle) {
    job::start(&app);
}

/// Keeps what the person set; a new strictness compares anew.
#[tauri::command]
pub fn save_settings(app: AppHandle, settings: Settings) -> Answer<()> {
    let desk = app.state::<Desk>();
    let stricter = (desk.settings().strictness - settings.strictness).abs() > f32::EPSILON;
    if stricter {
        desk.event().touch();
    }
    if desk.settings().theme != settings.theme {
        window::apply_theme(&app, settings.theme);
    }
    *desk.settings() = settings;
    if stricter && desk.event().comparison().is_some() {
        job::start(&app);
    }
    // Afterwards: the disk may be slow.
    desk.keep_settings().map_err(|error| CommandError::failed(format!("The settings could not be saved: {error}")))
}

/// Adds files by their paths: from the dialog, the command line, a second start or a drop. A folder stands for the article
/// files in it; a session file is opened in place of the open event, and the other files come to it.
pub fn open_paths(app: &AppHandle, paths: impl IntoIterator<Item = PathBuf>) {
    let (sessions, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| is_session(path));
    let Some(session) = sessions.into_iter().next() else { return add_paths(app, files) };
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        match saving::leave(&app, Then::Session(session)).await {
            Ok(()) => add_paths(&app, files),
            Err(trouble) => {
                // The page hears of it at once, or when it starts.
                *app.state::<Desk>().trouble() = Some(trouble.clone());
                let _ = app.emit("trouble", trouble);
            }
        }
    });
}

fn add_paths(app: &AppHandle, paths: Vec<PathBuf>) {
    let files = paths.into_iter().flat_map(|path| parallax_reader::files_in(&path)).map(crate::files::origin);
    let added = app.state::<Desk>().event().add(files);
    if added > 0 {
        job::start(app);
    }
}

/// The reports of the sample event.
pub fn sample_files() -> impl Iterator<Item = (Origin, String, Corrections)> {
    sample::files().map(|(at, name)| (Origin::Sample(at), name.to_owned(), Corrections::default()))
}

/// Puts an event of these files in place of the open one.
pub fn replace(app: &AppHandle, files: impl Iterator<Item = (Origin, String, Corrections)>) {
    begin_anew(app, |event| {
        event.add(files);
    });
}

/// The same by paths, with the article that was chosen of each that holds several.
pub fn replace_by_files(app: &AppHandle, files: Vec<(PathBuf, Option<u32>)>) {
    begin_anew(app, |event| {
        event.add(files.iter().map(|(path, _)| crate::files::origin(path.clone())));
        files.iter().for_each(|(path, part)| event.ask_part(path, *part));
    });
}

fn begin_anew(app: &AppHandle, fill: impl FnOnce(&mut Event)) {
    {
        let desk = app.state::<Desk>();
        let mut event = desk.event();
        *event = event.successor();
        fill(&mut event);
        *desk.document() = Document::default();
    }
    job::start(app);
}

/// Changes the event and compares anew; `false` means that what it names is gone.
fn change(app: &AppHandle, change: impl FnOnce(&mut Event) -> bool) -> Answer<()> {
    let changed = change(&mut app.state::<Desk>().event());
    if !changed {
        return Err(CommandError::gone("This file"));
    }
    job::start(app);
    Ok(())
}
