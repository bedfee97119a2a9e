//! What a window manager does: it gives the keyboard to the window at work, and when a person closes a window, it asks the
//! window, which may finish its work first.

use std::error::Error;
use x11rb::{
    CURRENT_TIME,
    connection::Connection,
    protocol::{
        xproto::{
            AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, InputFocus, KEY_PRESS_EVENT,
            KEY_RELEASE_EVENT, Window,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

/// What the Enter key means (`keysymdef.h`).
pub(super) const RETURN: u32 = 0xff0d;
const CONTROL: u32 = 0xffe3;

/// The keys of a display, pressed as a hand does.
pub(super) struct Keyboard {
    connection: RustConnection,
    /// What each key means without any other, from the first key on.
    meanings: Vec<u32>,
    first: u8,
}

impl Keyboard {
    /// The keyboard of a display.
    ///
    /// # Errors
    /// A display that does not answer.
    pub(super) fn of(display: &str) -> Result<Self, Box<dyn Error>> {
        let (connection, _) = x11rb::connect(Some(display))?;
        let first = connection.setup().min_keycode;
        let count = connection.setup().max_keycode - first + 1;
        let mapping = connection.get_keyboard_mapping(first, count)?.reply()?;
        let each = usize::from(mapping.keysyms_per_keycode.max(1));
        let meanings = mapping.keysyms.into_iter().step_by(each).collect();
        Ok(Self {
            connection,
            meanings,
            first,
        })
    }

    /// Presses the key of this meaning and lets it go.
    ///
    /// # Errors
    /// A meaning that no key has alone, or a display that does not answer.
    pub(super) fn press(&self, meaning: u32) -> Result<(), Box<dyn Error>> {
        self.strike(KEY_PRESS_EVENT, meaning)?;
        self.strike(KEY_RELEASE_EVENT, meaning)
    }

    /// Presses it while Ctrl is down.
    ///
    /// # Errors
    /// As [`Keyboard::press`].
    pub(super) fn with_control(&self, meaning: u32) -> Result<(), Box<dyn Error>> {
        self.strike(KEY_PRESS_EVENT, CONTROL)?;
        self.press(meaning)?;
        self.strike(KEY_RELEASE_EVENT, CONTROL)
    }

    fn strike(&self, what: u8, meaning: u32) -> Result<(), Box<dyn Error>> {
        let at = self.meanings.iter().position(|one| *one == meaning);
        let key = u8::try_from(at.ok_or("no key has this meaning")?)? + self.first;
        self.connection
            .xtest_fake_input(what, key, CURRENT_TIME, x11rb::NONE, 0, 0, 0)?
            .check()?;
        Ok(())
    }
}

/// Asks every window of a process to close.
///
/// # Errors
/// A display that does not answer, or a process without a window.
pub(super) fn ask_to_close(display: &str, process: u32) -> Result<(), Box<dyn Error>> {
    let (connection, screen) = x11rb::connect(Some(display))?;
    let screen = connection
        .setup()
        .roots
        .get(screen)
        .ok_or("the display has no screen")?;
    let atom = |name: &str| -> Result<u32, Box<dyn Error>> {
        Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    };
    let (owner, protocols, close) = (
        atom("_NET_WM_PID")?,
        atom("WM_PROTOCOLS")?,
        atom("WM_DELETE_WINDOW")?,
    );
    let mut asked = false;
    for window in connection.query_tree(screen.root)?.reply()?.children {
        if numbers(&connection, window, owner, AtomEnum::CARDINAL) != [process]
            || !numbers(&connection, window, protocols, AtomEnum::ATOM).contains(&close)
        {
            continue;
        }
        let message = ClientMessageEvent::new(32, window, protocols, [close, 0, 0, 0, 0]);
        connection.send_event(false, window, EventMask::NO_EVENT, message)?;
        asked = true;
    }
    connection.flush()?;
    if asked {
        Ok(())
    } else {
        Err("the process has no window that can be asked to close".into())
    }
}

/// Gives the keyboard to the window of a process. Without a manager it goes where the pointer is, which may lie beside a
/// window that was made smaller.
///
/// # Errors
/// A display that does not answer.
pub(super) fn give_keyboard(display: &str, process: u32) -> Result<(), Box<dyn Error>> {
    let (connection, screen) = x11rb::connect(Some(display))?;
    let root = connection
        .setup()
        .roots
        .get(screen)
        .ok_or("the display has no screen")?
        .root;
    let owner = connection.intern_atom(false, b"_NET_WM_PID")?.reply()?.atom;
    let protocols = connection.intern_atom(false, b"WM_PROTOCOLS")?.reply()?.atom;
    for window in connection.query_tree(root)?.reply()?.children {
        let its = numbers(&connection, window, owner, AtomEnum::CARDINAL) == [process];
        if its && !numbers(&connection, window, protocols, AtomEnum::ATOM).is_empty() {
            connection.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?;
        }
    }
    connection.flush()?;
    Ok(())
}

/// Where the window of a process is and how large: x, y, width, height, in pixels of the display.
///
/// # Errors
/// A display that does not answer, or a process without a window.
pub(super) fn place(display: &str, process: u32) -> Result<[i32; 4], Box<dyn Error>> {
    let (connection, window) = of(display, process)?;
    let shown = connection.get_geometry(window)?.reply()?;
    Ok([
        shown.x.into(),
        shown.y.into(),
        shown.width.into(),
        shown.height.into(),
    ])
}

/// The window of a process that a person can close.
fn of(display: &str, process: u32) -> Result<(RustConnection, Window), Box<dyn Error>> {
    let (connection, screen) = x11rb::connect(Some(display))?;
    let root = connection
        .setup()
        .roots
        .get(screen)
        .ok_or("the display has no screen")?
        .root;
    let owner = connection.intern_atom(false, b"_NET_WM_PID")?.reply()?.atom;
    let protocols = connection.intern_atom(false, b"WM_PROTOCOLS")?.reply()?.atom;
    let all = connection.query_tree(root)?.reply()?.children;
    let its = all.into_iter().filter(|window| {
        let owned = numbers(&connection, *window, owner, AtomEnum::CARDINAL) == [process];
        owned && !numbers(&connection, *window, protocols, AtomEnum::ATOM).is_empty()
    });
    // Beside it a process may have small ones that nobody sees.
    let area = |window: &Window| {
        let shown = connection.get_geometry(*window).ok()?.reply().ok()?;
        Some(u32::from(shown.width) * u32::from(shown.height))
    };
    let found = its.max_by_key(area);
    let window = found.ok_or("the process has no window")?;
    Ok((connection, window))
}

/// A property that holds numbers; empty where the window has none, or is gone.
fn numbers(connection: &RustConnection, window: Window, property: u32, kind: AtomEnum) -> Vec<u32> {
    let reply = connection
        .get_property(false, window, property, kind, 0, 64)
        .ok()
        .and_then(|asked| asked.reply().ok());
    reply
        .iter()
        .filter_map(|reply| reply.value32())
        .flatten()
        .collect()
}
