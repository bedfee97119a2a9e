//! What the page says: finding things by role and accessible name, and reading them.
//!
//! A role is an ARIA role, "field" for anything that one types into, or "" for any. While a dialog is open, only it is
//! within reach, as for a person.

use super::{Found, Window, found::is_gone};
use serde_json::{Value, json};

pub(super) const QUERY: &str = include_str!("query.js");
const SEEN: &str = include_str!("seen.js");

impl Window {
    /// Everything of this role and name that is in reach now. Does not wait.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn all(&self, role: &str, name: &str) -> Vec<Found<'_>> {
        self.query(role, name, false, &Value::Null)
    }

    /// Everything of this role whose name holds `part` that is in reach now. Does not wait.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn all_with(&self, role: &str, part: &str) -> Vec<Found<'_>> {
        self.query(role, part, true, &Value::Null)
    }

    /// The first of this role and name; waits for it.
    ///
    /// # Panics
    /// When it does not come.
    pub fn see(&self, role: &str, name: &str) -> Found<'_> {
        self.wait_until(&format!("{role} “{name}”"), |window| {
            window.all(role, name).into_iter().next()
        })
    }

    /// The first of this role whose name holds `part`; waits for it.
    ///
    /// # Panics
    /// When it does not come.
    pub fn see_part(&self, role: &str, part: &str) -> Found<'_> {
        self.wait_until(&format!("{role} with “{part}” in its name"), |window| {
            window.all_with(role, part).into_iter().next()
        })
    }

    /// Waits until nothing of this role and name is in reach.
    ///
    /// # Panics
    /// When it stays.
    pub fn gone(&self, role: &str, name: &str) {
        self.wait_until(&format!("no {role} “{name}”"), |window| {
            window.all(role, name).is_empty().then_some(())
        });
    }

    /// The text on the screen, as it is read.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn text(&self) -> String {
        text(&self.ask("return plain(document.body.innerText);"))
    }

    /// Waits until the screen says this.
    ///
    /// # Panics
    /// When it does not.
    pub fn says(&self, words: &str) {
        self.wait_until(&format!("the words “{words}”"), |window| {
            flat(&window.text()).contains(words).then_some(())
        });
    }

    /// Waits until the screen no longer says this.
    ///
    /// # Panics
    /// When it still does.
    pub fn unsays(&self, words: &str) {
        self.wait_until(&format!("the words “{words}” to go"), |window| {
            (!flat(&window.text()).contains(words)).then_some(())
        });
    }

    /// Waits until the address ends so.
    ///
    /// # Panics
    /// When it does not.
    pub fn at(&self, end: &str) {
        self.wait_until(&format!("the address to end in {end}"), |window| {
            text(&window.run("return location.hash", vec![]))
                .ends_with(end)
                .then_some(())
        });
    }

    /// Goes to an address inside the window, as a link would.
    ///
    /// # Panics
    /// When the page can't be told.
    pub fn go(&self, hash: &str) {
        self.run("location.hash = arguments[0]", vec![json!(hash)]);
    }

    /// The whole document as the page holds it now, with what is typed into its fields.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn document(&self) -> String {
        text(&self.run(
            "return document.documentElement.outerHTML + document.title + location.href + \
             [...document.querySelectorAll('input, textarea, select')].map((one) => one.value).join('\\n')",
            vec![],
        ))
    }

    /// Notes from now on what the page's policy refuses; [`Window::refused`] tells.
    ///
    /// # Panics
    /// When the page can't be told.
    pub fn watch_policy(&self) {
        self.run(
            "if (window.refused === undefined) { window.refused = []; document.addEventListener('securitypolicyviolation', \
             (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)); }",
            vec![],
        );
    }

    /// What the page's policy has refused since [`Window::watch_policy`].
    ///
    /// # Panics
    /// When the page was not watched, or was loaded anew since.
    pub fn refused(&self) -> Vec<String> {
        let refused = self.run("return window.refused ?? null", vec![]);
        let refused = refused.as_array().expect("the page is watched");
        refused.iter().map(text).collect()
    }

    /// What is wrong with what has the focus once the page holds still: that nothing has it, that no ring is drawn on it and
    /// on it alone, that something lies over it, or that the frame has moved. Nothing where it is seen.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn unseen(&self) -> Option<String> {
        let script = format!(
            "const finish = arguments[arguments.length - 1]; const given = [...arguments].slice(0, 4); \
             const look = function () {{ {QUERY}\n{SEEN} }}; \
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => finish(look(...given)))))"
        );
        let arguments = vec![json!(""), json!(""), json!(false), Value::Null];
        let told = self.driven("a look at the focus", async |client| {
            client.execute_async(&script, arguments).await
        });
        told.as_str().map(str::to_owned)
    }

    /// Runs a script that may use the functions of the query.
    pub(super) fn ask(&self, script: &str) -> Value {
        let arguments = vec![json!(""), json!(""), json!(false), Value::Null];
        self.run(&format!("{QUERY}\n{script}"), arguments)
    }

    pub(super) fn query(&self, role: &str, name: &str, partly: bool, within: &Value) -> Vec<Found<'_>> {
        let script = format!("{QUERY}\nreturn reach.filter(fits);");
        let arguments = vec![json!(role), json!(name), json!(partly), within.clone()];
        // Things may go while they are handed over; then one looks again.
        let found = self.wait_until("the page to hold still", |window| {
            let asked = window.attempt(async |client| client.execute(&script, arguments.clone()).await);
            match asked {
                Err(error) if is_gone(&error) => None,
                asked => Some(asked),
            }
        });
        let found =
            found.unwrap_or_else(|error| self.fail(&format!("the page could not be asked: {error:?}")));
        let found = found.as_array().cloned().unwrap_or_default();
        found
            .into_iter()
            .map(|handle| Found { window: self, handle })
            .collect()
    }
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
