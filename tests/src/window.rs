//! The real window, driven as a person drives it: by what it says and by its keys.
//!
//! What must hold:
//! - A window has a home folder and a driver of its own, and, where the environment names no display, a display of its
//!   own. All of them are gone when it is dropped.
//! - Nothing sleeps: every step waits for what it needs and says what it waited for, with a picture and the text on
//!   the screen.

mod alone;
mod found;
mod hands;
mod manager;
mod page;
mod processes;
mod rooms;
mod wait;

pub use alone::{Alone, held};
pub use fantoccini::key::Key;
pub use found::Found;
pub use hands::Focus;

use fantoccini::{Client, ClientBuilder, error::CmdError};
use hyper_util::client::legacy::connect::HttpConnector;
use processes::{Display, Driver, runs, signal};
use serde_json::{Value, json};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    rc::Rc,
    time::Duration,
};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use wait::until;

/// A home folder and a display, in which windows are opened one after another or beside each other.
struct Room {
    home: TempDir,
    display: Display,
}

impl Room {
    /// The system's viewer is a stand-in here: it opens nothing and copies the file that it is given to `viewed`.
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a home folder");
        let programs = home.path().join("bin");
        let viewer = programs.join("xdg-open");
        fs::create_dir(&programs)
            .and_then(|()| fs::write(&viewer, "#!/bin/sh\ncp \"$1\" \"$HOME/viewed.part\" && mv \"$HOME/viewed.part\" \"$HOME/viewed\"\n"))
            .and_then(|()| fs::set_permissions(&viewer, fs::Permissions::from_mode(0o700)))
            .expect("a writable home folder");
        Self {
            home,
            display: Display::open(),
        }
    }
}

/// An open window.
pub struct Window {
    runtime: Runtime,
    client: Option<Client>,
    driver: Option<Driver>,
    app: u32,
    vault: Option<PathBuf>,
    /// The name under which the system knows the person at work.
    person: String,
    room: Rc<Room>,
}

/// Who works in a window unless a test says otherwise.
const PERSON: &str = "Window Test";

impl Window {
    /// Opens the app in a new home, on the vault named or on the usual one.
    ///
    /// # Panics
    /// When the app is not built or does not open.
    pub fn open(vault: Option<&Path>) -> Self {
        Self::in_room(Rc::new(Room::new()), vault)
    }

    /// Opens another copy of the app beside this one, in the same home.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn another(&self, vault: Option<&Path>) -> Self {
        Self::in_room(Rc::clone(&self.room), vault)
    }

    /// Opens the app again after it was closed or killed.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn reopen(&mut self) {
        assert!(self.client.is_none(), "the window is still open");
        let (runtime, client, driver, app) = start(&self.room, self.vault.as_deref(), &self.person);
        self.runtime = runtime;
        (self.client, self.driver, self.app) = (Some(client), Some(driver), app);
    }

    /// Opens the app again as another person of the system.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn reopen_as(&mut self, person: &str) {
        person.clone_into(&mut self.person);
        self.reopen();
    }

    /// Closes the window as a person does, and waits until the app has ended.
    ///
    /// # Panics
    /// When it does not end.
    pub fn close(&mut self) {
        let app = self.app;
        // Not through the driver: it ends the app by force as soon as its last window is closed.
        if let Err(error) = manager::ask_to_close(&self.room.display.name, app) {
            self.fail(&format!("the window could not be asked to close: {error}"));
        }
        until("the app ends after its window was closed", || {
            (!runs(app)).then_some(())
        })
        .unwrap_or_else(|said| panic!("{said}"));
        self.client = None;
        self.driver = None;
    }

    /// Ends the app as a power cut does: no chance to save, flush or say goodbye.
    ///
    /// # Panics
    /// When it does not end.
    pub fn kill(&mut self) {
        signal("KILL", self.app);
        let app = self.app;
        until("the app ends after it was killed", || (!runs(app)).then_some(()))
            .unwrap_or_else(|said| panic!("{said}"));
        self.client = None;
        self.driver = None;
    }

    /// The process of the app.
    pub fn process(&self) -> u32 {
        self.app
    }

    /// The home folder of the app.
    pub fn home(&self) -> &Path {
        self.room.home.path()
    }

    /// The vault that this window opens.
    pub fn vault(&self) -> PathBuf {
        self.vault
            .clone()
            .unwrap_or_else(|| self.home().join(".local/share/org.lamina.app/clinic.vault"))
    }

    /// Saves what the window shows now as PNG.
    ///
    /// # Panics
    /// When the driver has no picture or the file can't be written.
    pub fn picture(&self, path: &Path) {
        // What was just put into the page is in the picture only once it is painted.
        let painted = "const done = arguments[arguments.length - 1]; const drawn = [...document.images].map((one) => \
                       one.decode().catch(() => 0)); Promise.all([document.fonts.ready, ...drawn]).then(() => \
                       requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))";
        let png = self.driven("a picture", async |client| {
            client.execute_async(painted, vec![]).await?;
            client.screenshot().await
        });
        fs::write(path, png).expect("a writable folder");
    }

    /// Gives the page this size in CSS pixels. The driver has no zoom, but a page at 200 % on 1280 × 800 lays out exactly
    /// as one of half the size, which is also the smallest that the window allows: 640 × 400.
    ///
    /// # Panics
    /// When the page does not take the size.
    pub fn resize(&self, width: u32, height: u32) {
        self.driven("a size", async |client| {
            client.set_window_size(width, height).await
        });
        self.wait_until(&format!("the page is {width} × {height}"), |window| {
            (window.run("return [innerWidth, innerHeight]", vec![]) == json!([width, height])).then_some(())
        });
        if let Err(error) = manager::give_keyboard(&self.room.display.name, self.app) {
            self.fail(&format!("the window could not be given the keyboard: {error}"));
        }
        self.wait_until("the window is at work", |window| {
            (window.run("return document.hasFocus()", vec![]) == json!(true)).then_some(())
        });
    }

    /// Where the window is on its display and how large: x, y, width, height.
    ///
    /// # Panics
    /// When the display does not tell.
    pub fn place(&self) -> [i32; 4] {
        match manager::place(&self.room.display.name, self.app) {
            Ok(place) => place,
            Err(error) => self.fail(&format!("the place of the window could not be told: {error}")),
        }
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Panics
    /// When the script fails.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driven("a script", async |client| client.execute(script, arguments).await)
    }

    /// Runs a script that calls its last argument once it is done, and answers with what it was called with.
    ///
    /// # Panics
    /// When the script fails.
    pub fn run_until_done(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driven("a script that takes its time", async |client| {
            client.execute_async(script, arguments).await
        })
    }

    /// The address of the page that is shown.
    pub fn address(&self) -> String {
        self.run("return location.href", vec![])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Looks until `look` finds something.
    ///
    /// # Panics
    /// After half a minute, with a picture and the text on the screen.
    pub fn wait_until<'w, T>(&'w self, what: &str, look: impl Fn(&'w Self) -> Option<T>) -> T {
        until(what, || look(self)).unwrap_or_else(|said| self.fail(&said))
    }

    /// Stops the test with what was wrong, where the picture is, and what the screen says.
    fn fail(&self, said: &str) -> ! {
        let picture = self.failure_picture();
        let text = self.screen_text();
        panic!("{said}\n-- picture: {picture}\n-- the screen says:\n{text}")
    }

    fn failure_picture(&self) -> String {
        let folder = std::env::temp_dir().join("lamina-window");
        let name = std::thread::current()
            .name()
            .unwrap_or("window")
            .replace("::", "-");
        let path = folder.join(format!("{name}.png"));
        let Some(client) = &self.client else {
            return "none, the window is closed".to_owned();
        };
        match self.runtime.block_on(client.screenshot()) {
            Ok(png) if fs::create_dir_all(&folder).is_ok() && fs::write(&path, &png).is_ok() => {
                path.display().to_string()
            }
            Ok(_) => format!("{} could not be written", path.display()),
            Err(error) => format!("none: {error}"),
        }
    }

    fn screen_text(&self) -> String {
        let Some(client) = &self.client else {
            return String::new();
        };
        let script = "return location.hash + '\\n' + document.body.innerText";
        match self.runtime.block_on(client.execute(script, vec![])) {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn driven<T>(&self, what: &str, work: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
        match self.attempt(work) {
            Ok(done) => done,
            Err(error) => self.fail(&format!("the driver could not do {what}: {error:?}")),
        }
    }

    fn attempt<T>(&self, work: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> Result<T, CmdError> {
        let client = self.client.as_ref().expect("the window is open");
        self.runtime.block_on(work(client))
    }

    fn in_room(room: Rc<Room>, vault: Option<&Path>) -> Self {
        let (runtime, client, driver, app) = start(&room, vault, PERSON);
        Self {
            runtime,
            client: Some(client),
            driver: Some(driver),
            app,
            vault: vault.map(Path::to_owned),
            person: PERSON.to_owned(),
            room,
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Without its driver the app would live on.
        self.client = None;
        self.driver = None;
    }
}

/// Now and then the driver never answers when it is asked for a window; another one does.
const TRIES: usize = 3;

/// Far longer than a window takes to open on two busy cores.
const MOST_TO_OPEN: Duration = Duration::from_secs(90);

fn start(room: &Room, vault: Option<&Path>, person: &str) -> (Runtime, Client, Driver, u32) {
    let arguments: Vec<String> = vault.iter().map(|path| path.display().to_string()).collect();
    let wanted = json!({
        "webkitgtk:browserOptions": { "binary": crate::programs::app(), "args": arguments },
    });
    let Value::Object(wanted) = wanted else {
        unreachable!("an object was written")
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    for _ in 0..TRIES {
        let driver = Driver::start(room.home.path(), &room.display, person);
        let address = driver.address();
        let opening = async { tokio::time::timeout(MOST_TO_OPEN, connect(&address, wanted.clone())).await };
        if let Ok(client) = runtime.block_on(opening) {
            let app = driver.app().expect("the driver started the app");
            return (runtime, client, driver, app);
        }
    }
    panic!("no driver opened a window within {MOST_TO_OPEN:?}, in {TRIES} tries");
}

async fn connect(address: &str, wanted: serde_json::Map<String, Value>) -> Client {
    ClientBuilder::new(HttpConnector::new())
        .capabilities(wanted)
        .connect(address)
        .await
        .expect("the app opens its window to the driver: a debug build opens it, a release build doesn't")
}
