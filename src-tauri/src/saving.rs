//! Opening, saving and leaving the session file; taking up what a crash left behind.
//!
//! Whatever would lose unsaved work asks once: it waits as a [`Then`] while the window asks, and goes on by
//! [`answer_unsaved`].
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use parallax_engine::session::Session;
use parallax_session::{Trouble, disk, recovery};
use tauri::{AppHandle, Emitter, Manager};
use tokio::task::spawn_blocking;

use crate::document::{self, Document, Then};
use crate::error::{Answer, CommandError};
use crate::event::Opened;
use crate::state::Desk;
use crate::view::{OnDisk, RecoveryView, UnsavedAnswer};
use crate::{commands, dialog, job};

/// How long after a change the work is kept for the case of a crash.
const KEEP_AFTER: Duration = Duration::from_millis(700);

/// Lets the person choose a session file and opens it.
#[tauri::command]
pub async fn open_session(app: AppHandle) -> Answer<()> {
    let (tell, chosen) = tokio::sync::oneshot::channel();
    let dialog = dialog::file(&app).add_filter("Parallax", &["parallax"]);
    dialog.pick_file(move |file| drop(tell.send(file)));
    match chosen.await.ok().flatten().and_then(|file| file.into_path().ok()) {
        Some(path) => leave(&app, Then::Session(path)).await,
        None => Ok(()),
    }
}

/// Saves the event in its session file; asks for one when it has none. `false`: the person thought better of it.
#[tauri::command]
pub async fn save_session(app: AppHandle) -> Answer<bool> {
    let path = app.state::<Desk>().document().path.clone();
    match path {
        Some(path) => save(&app, path, false).await.map(|()| true),
        None => save_session_as(app).await,
    }
}

/// Saves the event in another session file.
#[tauri::command]
pub async fn save_session_as(app: AppHandle) -> Answer<bool> {
    let name: String = app.state::<Desk>().event().view().name;
    let name: String = name.chars().map(|c| if c.is_alphanumeric() || " -_,".contains(c) { c } else { ' ' }).collect();
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
    let (tell, chosen) = tokio::sync::oneshot::channel();
    let name = format!("{}.parallax", name.trim());
    let dialog = dialog::file(&app).add_filter("Parallax", &["parallax"]).set_file_name(name);
    dialog.save_file(move |file| drop(tell.send(file)));
    match chosen.await.ok().flatten().and_then(|file| file.into_path().ok()) {
        Some(path) => save(&app, document::with_ending(path), false).await.map(|()| true),
        None => Ok(false),
    }
}

/// Saves over a file that another program changed.
#[tauri::command]
pub async fn overwrite_session(app: AppHandle) -> Answer<()> {
    let path = app.state::<Desk>().document().path.clone();
    save(&app, path.ok_or_else(|| CommandError::gone("The session file"))?, true).await
}

/// Goes back to what was saved.
#[tauri::command]
pub async fn revert_session(app: AppHandle) -> Answer<()> {
    let path = app.state::<Desk>().document().path.clone();
    leave(&app, Then::Revert(path.ok_or_else(|| CommandError::gone("The session file"))?)).await
}

/// Goes on with what waited for unsaved work, or does not. `true`: it went on.
#[tauri::command]
pub async fn answer_unsaved(app: AppHandle, answer: UnsavedAnswer) -> Answer<bool> {
    let waiting = || app.state::<Desk>().leaving().take();
    match answer {
        UnsavedAnswer::Cancel => {
            waiting();
            return Ok(false);
        }
        // What waits is still there when saving fails, so that the person can answer again.
        UnsavedAnswer::Save if !save_session(app.clone()).await? => return Ok(false),
        UnsavedAnswer::Save | UnsavedAnswer::Discard => {}
    }
    let Some(then) = waiting() else { return Ok(false) };
    go_on(&app, then).await.map(|()| true)
}

/// Takes up what a crash left behind.
#[tauri::command]
pub async fn recover(app: AppHandle, id: String) -> Answer<()> {
    leave(&app, Then::Recover(id)).await
}

/// Throws away what a crash left behind.
#[tauri::command]
pub fn discard_recovery(app: AppHandle, id: String) {
    recovery::discard(&app.state::<Desk>().recovery_folder(), &id);
    forget_offer(&app, &id);
}

/// Does what may lose unsaved work; asks first when there is some.
pub async fn leave(app: &AppHandle, then: Then) -> Answer<()> {
    if asks(app, &then) { Ok(()) } else { go_on(app, then).await }
}

/// Whether there is unsaved work; the window is asked what becomes of it then.
pub fn asks(app: &AppHandle, then: &Then) -> bool {
    let desk = app.state::<Desk>();
    let unsaved = {
        let event = desk.event();
        desk.document().unsaved(&event)
    };
    if unsaved {
        let leaving = then.leaving();
        *desk.leaving() = Some(then.clone());
        let _ = app.emit("leaving", leaving);
    }
    unsaved
}

async fn go_on(app: &AppHandle, then: Then) -> Answer<()> {
    match then {
        Then::Close => {
            app.state::<Desk>().forget_kept();
            if let Some(window) = app.get_webview_window("main") {
                window.destroy().map_err(CommandError::failed)?;
            }
        }
        Then::New => commands::replace(app, std::iter::empty()),
        Then::Sample => commands::replace(app, commands::sample_files()),
        Then::Files(files) => commands::replace_by_files(app, files),
        Then::Session(path) | Then::Revert(path) => open(app, path).await?,
        Then::Recover(id) => take_up(app, id).await?,
    }
    Ok(())
}

async fn open(app: &AppHandle, path: PathBuf) -> Answer<()> {
    let from = path.clone();
    let read = spawn_blocking(move || disk::open(&from).map(|(session, stamp)| (Opened::read(session), stamp)));
    let (opened, stamp) = read.await.map_err(CommandError::failed)??;
    begin(app, opened, |locks, revision| Document::opened(locks, path, Some(stamp), revision));
    Ok(())
}

async fn take_up(app: &AppHandle, id: String) -> Answer<()> {
    let folder = app.state::<Desk>().recovery_folder();
    let (from, name) = (folder.clone(), id.clone());
    let read = spawn_blocking(move || {
        let left = recovery::left(&from).into_iter().find(|left| left.id == name);
        left.map(|left| (left.kept.document, Opened::read(left.kept.session)))
    });
    let read = read.await.map_err(CommandError::failed)?;
    let (path, opened) = read.ok_or_else(|| CommandError::gone("This work"))?;
    begin(app, opened, |locks, revision| Document::recovered(locks, path, revision));
    // Only when it is kept anew is the old one thrown away.
    let desk = app.state::<Desk>();
    if keep(app).is_ok() {
        recovery::discard(&desk.recovery_folder(), &id);
        forget_offer(app, &id);
    }
    Ok(())
}

/// Puts an opened session in place of the open event.
fn begin(app: &AppHandle, opened: Opened, document: impl FnOnce(&std::path::Path, u64) -> Document) {
    let desk = app.state::<Desk>();
    let settings = crate::view::Settings { strictness: opened.strictness(), ..desk.settings().clone() };
    {
        let mut event = desk.event();
        *event = event.restored(opened);
        let revision = event.revision();
        // The old hold is let go first: the same file may be opened again.
        let mut held = desk.document();
        *held = Document::default();
        *held = document(&desk.locks_folder(), revision);
    }
    *desk.settings() = settings.clone();
    if desk.keep_settings().is_err() {
        eprintln!("parallax: the settings could not be saved");
    }
    let _ = app.emit("settings", settings);
    job::start(app);
    look_at_files(app);
}

async fn save(app: &AppHandle, path: PathBuf, overwrite: bool) -> Answer<()> {
    let handle = app.clone();
    let work = spawn_blocking(move || {
        let desk = handle.state::<Desk>();
        let (session, revision) = session_now(&desk);
        let known = desk.document().known(&path).filter(|_| !overwrite);
        let stamp = document::write(&path, &session, known)?;
        desk.document().saved(&desk.locks_folder(), path, stamp, revision);
        // What is in the file is not offered after a crash.
        if let Err(trouble) = keep(&handle) {
            eprintln!("parallax: {}", trouble.message);
        }
        desk.remember();
        Ok::<(), CommandError>(())
    });
    work.await.map_err(CommandError::failed)??;
    let desk = app.state::<Desk>();
    desk.changed().notify_one();
    job::announce(app);
    let _ = app.emit("recent", desk.recent_views());
    Ok(())
}

fn session_now(desk: &Desk) -> (Session, u64) {
    let strictness = desk.settings().strictness;
    let event = desk.event();
    (event.session(strictness), event.revision())
}

/// Keeps the work for the case of a crash whenever it has changed, as long as the program runs.
pub fn keep_on(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let mut told = false;
        loop {
            app.state::<Desk>().changed().notified().await;
            tokio::time::sleep(KEEP_AFTER).await;
            let handle = app.clone();
            let kept = spawn_blocking(move || keep(&handle)).await;
            // Said once, not with every letter that is typed.
            match kept {
                Ok(Err(trouble)) if !std::mem::replace(&mut told, true) => drop(app.emit("trouble", trouble)),
                Ok(Ok(())) => told = false,
                _ => {}
            }
        }
    });
}

fn keep(app: &AppHandle) -> Result<(), Trouble> {
    let desk = app.state::<Desk>();
    let (session, path, revision) = {
        let strictness = desk.settings().strictness;
        let event = desk.event();
        let document = desk.document();
        let safe = event.is_empty() || (document.path.is_some() && !document.unsaved(&event));
        ((!safe).then(|| event.session(strictness)), document.path.clone(), event.revision())
    };
    desk.with_recovery(|recovery| document::keep(recovery, path, session))?;
    desk.set_kept(revision);
    look_around(app);
    Ok(())
}

/// Looks whether another window has the session file open, and says so when that is news.
fn look_around(app: &AppHandle) {
    let news = app.state::<Desk>().document().look_around();
    if news {
        job::announce(app);
    }
}

/// Looks in the background whether the articles' files are still what was read, and who else has the session file.
pub fn look_at_files(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        look_around(&app);
        let desk = app.state::<Desk>();
        let files = desk.event().on_paths();
        let mut news = false;
        for file in files {
            let crate::event::Origin::Path(path) = &file.origin else { continue };
            let looked = path.metadata().ok().and_then(|m| Some((m.len(), m.modified().ok()?)));
            if looked.is_some() && looked == file.looked {
                continue;
            }
            let on_disk = match parallax_engine::open::read(path) {
                Ok(source) if Some(source.sha256.as_str()) == file.sha256() => OnDisk::Same,
                Ok(_) => OnDisk::Changed,
                Err(_) => OnDisk::Missing,
            };
            news |= desk.event().set_on_disk(file.key, on_disk, looked);
        }
        if news {
            job::announce(&app);
        }
    });
}

/// What a crash left behind, as the window offers it.
pub fn offers(folder: &std::path::Path) -> Vec<RecoveryView> {
    let view = |left: recovery::Left| {
        let session = &left.kept.session;
        let marks = &session.work.marks;
        let title = || session.sources.iter().find_map(|s| s.readings.first()?.article.title.clone());
        let file = || session.sources.first().map(|source| source.file.clone());
        RecoveryView {
            name: marks.name.clone().or_else(title).or_else(file).unwrap_or_default(),
            written: left.written.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_secs()),
            sources: marks.order.len() as u32,
            steps: session.work.done.len() as u32,
            file: left.kept.document.as_ref().and_then(|p| Some(p.file_name()?.to_string_lossy().into_owned())),
            id: left.id,
        }
    };
    let mut offers = Vec::new();
    for left in recovery::left(folder) {
        let saved = left.kept.document.as_ref().and_then(|path| std::fs::read(path).ok());
        // The crash came between the save and forgetting what was kept: there is nothing to offer.
        if saved.is_some() && saved == left.kept.session.bytes().ok() {
            recovery::discard(folder, &left.id);
        } else {
            offers.push(view(left));
        }
    }
    offers
}

fn forget_offer(app: &AppHandle, id: &str) {
    let desk = app.state::<Desk>();
    desk.offers().retain(|offer| offer.id != id);
    let offers = desk.offers().clone();
    let _ = app.emit("recoveries", offers);
}
