//! What the page says: finding things by role and accessible name, and reading them.
//!
//! A role is an ARIA role, "field" for anything that one types into, or "" for any. While a dialog is open, only it is
//! within reach, as for a person.

use super::Window;
use fantoccini::{
    elements::{Element, ElementRef},
    error::CmdError,
};
use serde_json::{Value, json};

const QUERY: &str = include_str!("query.js");
/// The key under which a driver names an element, from the WebDriver standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Something found in the page.
pub struct Found<'w> {
    pub(super) window: &'w Window,
    handle: Value,
}

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
        text(&self.run("return document.body.innerText", vec![]))
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

    pub(super) fn ask(&self, then: &str, role: &str, name: &str, partly: bool, within: &Value) -> Value {
        let script = format!("{QUERY}\n{then}");
        self.run(
            &script,
            vec![json!(role), json!(name), json!(partly), within.clone()],
        )
    }

    fn query(&self, role: &str, name: &str, partly: bool, within: &Value) -> Vec<Found<'_>> {
        let then = "return [...root.querySelectorAll('*')].filter(fits);";
        let found = self.ask(then, role, name, partly, within);
        let found = found.as_array().cloned().unwrap_or_default();
        found
            .into_iter()
            .map(|handle| Found { window: self, handle })
            .collect()
    }
}

impl<'w> Found<'w> {
    /// The first of this role and name inside this; waits for it.
    ///
    /// # Panics
    /// When it does not come.
    pub fn see(&self, role: &str, name: &str) -> Found<'w> {
        let window = self.window;
        window.wait_until(&format!("{role} “{name}” inside"), |window| {
            window
                .query(role, name, false, &self.handle)
                .into_iter()
                .next()
                .map(|found| found.handle)
        });
        let mut all = window.query(role, name, false, &self.handle);
        all.swap_remove(0)
    }

    /// Everything of this role and name inside this. Does not wait.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn all(&self, role: &str, name: &str) -> Vec<Found<'w>> {
        self.window.query(role, name, false, &self.handle)
    }

    /// Its accessible name.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn name(&self) -> String {
        text(
            &self
                .window
                .ask("return name(within);", "", "", false, &self.handle),
        )
    }

    /// Its text as it is read.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn text(&self) -> String {
        flat(&text(
            &self
                .window
                .run("return arguments[0].innerText", vec![self.handle.clone()]),
        ))
    }

    /// What is typed or chosen in it.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn value(&self) -> String {
        text(
            &self
                .window
                .run("return arguments[0].value", vec![self.handle.clone()]),
        )
    }

    /// Whether it is checked, pressed or chosen.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn is_on(&self) -> bool {
        let script = "const el = arguments[0]; return el.checked === true || el.getAttribute('aria-pressed') === 'true' \
                      || el.getAttribute('aria-current') === 'page'";
        self.window.run(script, vec![self.handle.clone()]) == json!(true)
    }

    /// What describes it: hint, message and reading.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn described(&self) -> String {
        let script = "return (arguments[0].getAttribute('aria-describedby') || '').split(' ').filter(Boolean)\
                      .map((id) => document.getElementById(id)?.textContent ?? '').join(' ')";
        flat(&text(&self.window.run(script, vec![self.handle.clone()])))
    }

    /// Whether it is marked as needing another look.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn is_invalid(&self) -> bool {
        let script = "return arguments[0].getAttribute('aria-invalid') === 'true'";
        self.window.run(script, vec![self.handle.clone()]) == json!(true)
    }

    /// Whether one chooses from a list here instead of typing.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn is_choice_list(&self) -> bool {
        self.window.run(
            "return arguments[0].tagName === 'SELECT'",
            vec![self.handle.clone()],
        ) == json!(true)
    }

    /// An attribute, empty where there is none.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn attribute(&self, name: &str) -> String {
        let script = "return arguments[0].getAttribute(arguments[1]) ?? ''";
        text(&self.window.run(script, vec![self.handle.clone(), json!(name)]))
    }

    /// Clicks it. Of a choice that is drawn by its label, the label is clicked.
    ///
    /// # Panics
    /// When it can't be clicked.
    pub fn click(&self) {
        let what = format!("a click on “{}”", self.name());
        self.window.wait_until(&what, |_| self.try_click().ok());
    }

    /// Clicks it if it is still there and nothing lies over it: a page that is being drawn moves under the hand.
    pub(super) fn try_click(&self) -> Result<(), CmdError> {
        let script = "const el = arguments[0]; el.scrollIntoView({ block: 'nearest' }); \
                      return getComputedStyle(el).opacity === '0' && el.labels?.length ? el.labels[0] : el";
        self.window.attempt(async |client| {
            let target = client.execute(script, vec![self.handle.clone()]).await?;
            let id = target.get(ELEMENT).map(text).unwrap_or_default();
            Element::from_element_id(client.clone(), ElementRef::from(id))
                .click()
                .await
        })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
