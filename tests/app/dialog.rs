//! Answers the system's own dialogs, for a file and for a printer, as a person does: by their keys.
use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::*;
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::wrapper::ConnectionExt as _;

type R<T> = Result<T, Box<dyn std::error::Error>>;

const RETURN: u32 = 0xff0d;
const DOWN: u32 = 0xff54;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// Waits for the dialog, writes `path` in place of the name that it offers, and presses Enter until it closes.
pub fn answer(display: &str, path: &str) -> R<()> {
    let (c, root, dialog) = wait(display)?;
    belongs_to_a_window(&c, dialog)?;
    let keys = focused(&c, dialog)?;
    if Path::new(path).exists() {
        // A dialog for opening has a field for a path only when it is asked for.
        keys.press(&c, root, u32::from('l'), &[CONTROL])?;
        std::thread::sleep(Duration::from_millis(300));
    }
    keys.press(&c, root, u32::from('a'), &[CONTROL])?;
    for letter in path.chars() {
        keys.press(&c, root, u32::from(letter), &[])?;
    }
    // The first Enter may only choose what the field completes.
    enter(&c, root, &keys)
}

/// Waits for the dialog of the printers, takes the first of them (here the only one: a PDF), and prints.
pub fn print(display: &str) -> R<()> {
    let (c, root, dialog) = wait(display)?;
    let keys = focused(&c, dialog)?;
    keys.press(&c, root, DOWN, &[])?;
    enter(&c, root, &keys)
}

fn wait(display: &str) -> R<(impl Connection, Window, Window)> {
    let (c, n) = x11rb::connect(Some(display))?;
    let root = c.setup().roots[n].root;
    let begun = Instant::now();
    loop {
        if let Some(dialog) = find(&c, root)? {
            return Ok((c, root, dialog));
        }
        if begun.elapsed() > Duration::from_secs(15) {
            return Err("no dialog".into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Gives the dialog the focus: without a window manager nobody else does.
fn focused(c: &impl Connection, dialog: Window) -> R<Keys> {
    c.set_input_focus(InputFocus::PARENT, dialog, CURRENT_TIME)?;
    c.sync()?;
    std::thread::sleep(Duration::from_millis(700));
    Keys::read(c)
}

/// Presses Enter until there is no dialog any more.
fn enter(c: &impl Connection, root: Window, keys: &Keys) -> R<()> {
    for _ in 0..8 {
        std::thread::sleep(Duration::from_millis(400));
        if find(c, root)?.is_none() {
            return Ok(());
        }
        keys.press(c, root, RETURN, &[])?;
    }
    Err("the dialog does not close".into())
}

/// Whether it says whose it is: then window managers keep it above its window.
fn belongs_to_a_window(c: &impl Connection, dialog: Window) -> R<()> {
    let begun = Instant::now();
    loop {
        let owner = c.get_property(false, dialog, AtomEnum::WM_TRANSIENT_FOR, AtomEnum::WINDOW, 0, 1)?.reply()?;
        let root = c.query_tree(dialog)?.reply()?.root;
        if owner.value32().and_then(|mut owner| owner.next()).is_some_and(|owner| owner != 0 && owner != root) {
            return Ok(());
        }
        if begun.elapsed() > Duration::from_secs(10) {
            return Err("the dialog belongs to no window".into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A window that says of itself that it is a dialog.
fn find(c: &impl Connection, root: Window) -> R<Option<Window>> {
    let kind = c.intern_atom(false, b"_NET_WM_WINDOW_TYPE")?.reply()?.atom;
    let dialog = c.intern_atom(false, b"_NET_WM_WINDOW_TYPE_DIALOG")?.reply()?.atom;
    for window in c.query_tree(root)?.reply()?.children {
        let kinds = c.get_property(false, window, kind, AtomEnum::ATOM, 0, 8)?.reply()?;
        let is_dialog = kinds.value32().is_some_and(|mut kinds| kinds.any(|one| one == dialog));
        let shown = c.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE;
        let size = c.get_geometry(window)?.reply()?;
        if is_dialog && shown && size.width > 200 && size.height > 200 {
            return Ok(Some(window));
        }
    }
    Ok(None)
}

/// Which key writes which sign.
struct Keys {
    first: u8,
    each: usize,
    signs: Vec<u32>,
}

impl Keys {
    fn read(c: &impl Connection) -> R<Keys> {
        let (first, last) = (c.setup().min_keycode, c.setup().max_keycode);
        let mapping = c.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        Ok(Keys { first, each: mapping.keysyms_per_keycode as usize, signs: mapping.keysyms })
    }

    fn press(&self, c: &impl Connection, root: Window, sign: u32, with: &[u32]) -> R<()> {
        let at = self.signs.iter().position(|known| *known == sign).ok_or_else(|| format!("no key for {sign:#x}"))?;
        let shifted = at % self.each == 1;
        let held = with.iter().copied().chain(shifted.then_some(SHIFT));
        let held: Vec<u8> = held.filter_map(|key| self.code(key)).collect();
        let key = self.first + (at / self.each) as u8;
        let send = |kind: u8, key: u8| c.xtest_fake_input(kind, key, CURRENT_TIME, root, 0, 0, 0).map(drop);
        held.iter().try_for_each(|key| send(KEY_PRESS_EVENT, *key))?;
        send(KEY_PRESS_EVENT, key)?;
        send(KEY_RELEASE_EVENT, key)?;
        held.iter().try_for_each(|key| send(KEY_RELEASE_EVENT, *key))?;
        c.sync()?;
        std::thread::sleep(Duration::from_millis(4));
        Ok(())
    }

    fn code(&self, sign: u32) -> Option<u8> {
        let at = self.signs.iter().position(|known| *known == sign)?;
        Some(self.first + (at / self.each) as u8)
    }
}
