//! A thing found in the page: reading it and clicking it. Of a thing that is gone meanwhile nothing is told.

use super::{
    Window,
    page::{QUERY, flat, text},
};
use fantoccini::{
    elements::{Element, ElementRef},
    error::CmdError,
};
use serde_json::{Value, json};

/// The key under which a driver names an element, from the WebDriver standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Something found in the page.
pub struct Found<'w> {
    pub(super) window: &'w Window,
    pub(super) handle: Value,
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
        let script = format!("{QUERY}\nreturn name(within);");
        let arguments = vec![json!(""), json!(""), json!(false), self.handle.clone()];
        text(&self.asked(&script, arguments))
    }

    /// Its text as it is read.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn text(&self) -> String {
        let script = format!("{QUERY}\nreturn plain(within.innerText);");
        let arguments = vec![json!(""), json!(""), json!(false), self.handle.clone()];
        flat(&text(&self.window.run(&script, arguments)))
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
        self.told(script, vec![]) == json!(true)
    }

    /// What describes it: hint, message and reading.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn described(&self) -> String {
        let script = "return (arguments[0].getAttribute('aria-describedby') || '').split(' ').filter(Boolean)\
                      .map((id) => document.getElementById(id)?.textContent ?? '').join(' ')";
        flat(&text(&self.told(script, vec![])))
    }

    /// Whether it is marked as needing another look.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn is_invalid(&self) -> bool {
        let script = "return arguments[0].getAttribute('aria-invalid') === 'true'";
        self.told(script, vec![]) == json!(true)
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
        text(&self.told(script, vec![json!(name)]))
    }

    /// Runs a script on it, as `arguments[0]`.
    fn told(&self, script: &str, more: Vec<Value>) -> Value {
        self.asked(script, [vec![self.handle.clone()], more].concat())
    }

    /// What a script returns; nothing where the thing is gone.
    fn asked(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self
            .window
            .attempt(async |client| client.execute(script, arguments).await)
        {
            Ok(value) => value,
            Err(error) if is_gone(&error) => Value::Null,
            Err(error) => self
                .window
                .fail(&format!("the page could not be asked: {error:?}")),
        }
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
        // What comes late above it moves it: the hand waits until it has stayed where it is for some frames.
        let script = "const [el, done] = arguments; el.scrollIntoView({ block: 'nearest' }); \
                      const target = getComputedStyle(el).opacity === '0' && el.labels?.length ? el.labels[0] : el; \
                      let [last, same, frames] = ['', 0, 0]; \
                      const look = () => { \
                        const { left, top, width, height } = target.getBoundingClientRect(); \
                        const now = [left, top, width, height].join(); \
                        same = now === last ? same + 1 : 0; last = now; frames += 1; \
                        if (same >= 4 || frames >= 120) done(target); else requestAnimationFrame(look); \
                      }; look();";
        self.window.attempt(async |client| {
            let target = client.execute_async(script, vec![self.handle.clone()]).await?;
            let id = target.get(ELEMENT).map(text).unwrap_or_default();
            Element::from_element_id(client.clone(), ElementRef::from(id))
                .click()
                .await
        })
    }
}

pub(super) fn is_gone(error: &CmdError) -> bool {
    error.is_stale_element_reference()
}
