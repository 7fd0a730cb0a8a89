//! A real X11 drag-and-drop source (XDND version 5): what a file manager does, without the mouse.
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::*;
use x11rb::wrapper::ConnectionExt as _;

x11rb::atom_manager! {
    pub Atoms: AtomsCookie {
        XdndAware, XdndEnter, XdndPosition, XdndStatus, XdndDrop, XdndLeave, XdndFinished,
        XdndSelection, XdndActionCopy, WM_CLASS, WM_PROTOCOLS, WM_DELETE_WINDOW,
        URI: b"text/uri-list",
    }
}

type R<T> = Result<T, Box<dyn std::error::Error>>;

/// What became of a drag.
#[derive(Debug)]
pub struct Outcome {
    pub accepted: bool,
    pub finished: bool,
    pub requests: usize,
}

fn find(c: &impl Connection, a: &Atoms, root: Window, class: &str) -> R<Option<Window>> {
    for w in c.query_tree(root)?.reply()?.children {
        let cl = c.get_property(false, w, a.WM_CLASS, AtomEnum::STRING, 0, 64)?.reply()?.value;
        let aware = c.get_property(false, w, a.XdndAware, AtomEnum::ATOM, 0, 1)?.reply()?;
        let (attr, geo) = (c.get_window_attributes(w)?.reply()?, c.get_geometry(w)?.reply()?);
        if String::from_utf8_lossy(&cl).contains(class)
            && aware.value_len > 0
            && attr.map_state == MapState::VIEWABLE
            && geo.width > 50
        {
            return Ok(Some(w));
        }
        if let Some(w) = find(c, a, w, class)? {
            return Ok(Some(w));
        }
    }
    Ok(None)
}

/// Asks the window of `class` to close, as a window manager does when its cross is clicked.
pub fn ask_to_close(display: &str, class: &str) -> R<()> {
    let (c, n) = x11rb::connect(Some(display))?;
    let a = Atoms::new(&c)?.reply()?;
    let target = find(&c, &a, c.setup().roots[n].root, class)?.ok_or("no window")?;
    let close = ClientMessageEvent::new(32, target, a.WM_PROTOCOLS, [a.WM_DELETE_WINDOW, x11rb::CURRENT_TIME, 0, 0, 0]);
    c.send_event(false, target, EventMask::NO_EVENT, close)?;
    // The answer to this comes after the message has gone out.
    c.sync()?;
    Ok(())
}

/// Takes the keyboard away from the window of `class` and gives it back, as when a person turns to another program.
pub fn turn_away_and_back(display: &str, class: &str) -> R<()> {
    let (c, n) = x11rb::connect(Some(display))?;
    let a = Atoms::new(&c)?.reply()?;
    let target = find(&c, &a, c.setup().roots[n].root, class)?.ok_or("no window")?;
    for focus in [u32::from(InputFocus::POINTER_ROOT), target] {
        c.set_input_focus(InputFocus::POINTER_ROOT, focus, x11rb::CURRENT_TIME)?;
        c.sync()?;
        std::thread::sleep(Duration::from_millis(300));
    }
    Ok(())
}

/// Drags `uris` to (x, y) inside the window of `class` on `display`; drops, or leaves when `drop` is false.
pub fn drag(display: &str, class: &str, uris: &[String], (x, y): (i16, i16), drop: bool) -> R<Outcome> {
    let (c, n) = x11rb::connect(Some(display))?;
    let root = c.setup().roots[n].root;
    let a = Atoms::new(&c)?.reply()?;
    let target = find(&c, &a, root, class)?.ok_or("no XdndAware window")?;
    let at = c.translate_coordinates(target, root, x, y)?.reply()?;
    let src = c.generate_id()?;
    c.create_window(
        0,
        src,
        root,
        -10,
        -10,
        1,
        1,
        0,
        WindowClass::INPUT_OUTPUT,
        0,
        &CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE),
    )?;
    c.set_selection_owner(src, a.XdndSelection, x11rb::CURRENT_TIME)?;
    let body = uris.iter().map(|u| format!("{u}\r\n")).collect::<String>();
    let mut out = Outcome { accepted: false, finished: false, requests: 0 };

    let send = |ty: Atom, d: [u32; 5]| -> R<()> {
        c.send_event(false, target, EventMask::NO_EVENT, ClientMessageEvent::new(32, target, ty, d))?;
        c.flush()?;
        Ok(())
    };
    // serve events until `until` is seen or the time is over
    let serve = |until: Option<Atom>, ms: u64, out: &mut Outcome| -> R<bool> {
        let t = Instant::now();
        while t.elapsed() < Duration::from_millis(ms) {
            match c.poll_for_event()? {
                None => std::thread::sleep(Duration::from_millis(3)),
                Some(Event::SelectionRequest(r)) => {
                    out.requests += 1;
                    let prop = if r.property == 0 { r.target } else { r.property };
                    let ok = r.target == a.URI;
                    if ok {
                        c.change_property8(PropMode::REPLACE, r.requestor, prop, r.target, body.as_bytes())?;
                    }
                    let n = SelectionNotifyEvent {
                        response_type: SELECTION_NOTIFY_EVENT,
                        sequence: 0,
                        time: r.time,
                        requestor: r.requestor,
                        selection: r.selection,
                        target: r.target,
                        property: if ok { prop } else { 0 },
                    };
                    c.send_event(false, r.requestor, EventMask::NO_EVENT, n)?;
                    c.flush()?;
                }
                Some(Event::ClientMessage(m)) => {
                    let d = m.data.as_data32();
                    if m.type_ == a.XdndStatus {
                        out.accepted = d[1] & 1 == 1;
                    }
                    if m.type_ == a.XdndFinished {
                        out.finished = d[1] & 1 == 1;
                    }
                    if Some(m.type_) == until {
                        return Ok(true);
                    }
                }
                Some(_) => {}
            }
        }
        Ok(false)
    };

    send(a.XdndEnter, [src, 5 << 24, a.URI, 0, 0])?;
    for i in 0..4u32 {
        let (px, py) = ((at.dst_x as u32) + i, at.dst_y as u32);
        send(a.XdndPosition, [src, 0, px << 16 | py, x11rb::CURRENT_TIME, a.XdndActionCopy])?;
        serve(Some(a.XdndStatus), 1500, &mut out)?;
        serve(None, 40, &mut out)?; // let the target ask for the data
    }
    if drop {
        send(a.XdndDrop, [src, 0, x11rb::CURRENT_TIME, 0, 0])?;
        serve(Some(a.XdndFinished), 5000, &mut out)?;
    } else {
        send(a.XdndLeave, [src, 0, 0, 0, 0])?;
        serve(None, 100, &mut out)?;
    }
    Ok(out)
}
