//! Hands on the mouse and the keyboard. Every key is a real key event, and what has the focus decides where it goes.

use super::Window;
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    key::Key,
};
use serde_json::Value;

/// The most presses of Tab that any screen needs from one end to the other.
const ROUND: usize = 120;

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// Name of the group of choices that it stands in; empty where it stands in none.
    pub group: String,
    /// Whether it is checked.
    pub on: bool,
}

impl Window {
    /// Clicks the one thing of this role and name; waits for it.
    ///
    /// # Panics
    /// When it does not come or can't be clicked.
    pub fn click(&self, role: &str, name: &str) {
        self.wait_until(&format!("{role} “{name}” to click"), |window| {
            window
                .all(role, name)
                .first()
                .and_then(|found| found.try_click().ok())
        });
    }

    /// Clicks the first of this role whose name holds `part`; waits for it.
    ///
    /// # Panics
    /// When it does not come or can't be clicked.
    pub fn click_part(&self, role: &str, part: &str) {
        self.wait_until(
            &format!("{role} with “{part}” in its name to click"),
            |window| {
                window
                    .all_with(role, part)
                    .first()
                    .and_then(|found| found.try_click().ok())
            },
        );
    }

    /// Clicks one of a group of choices.
    ///
    /// # Panics
    /// When it does not come or can't be clicked.
    pub fn choose(&self, group: &str, choice: &str) {
        self.see("radiogroup", group).see("radio", choice).click();
    }

    /// Puts this text into a field in place of what is there.
    ///
    /// # Panics
    /// When the field does not come or takes other text.
    pub fn fill(&self, label: &str, words: &str) {
        self.click("field", label);
        self.chord(&[Key::Control.into(), 'a']);
        self.press(Key::Delete);
        self.write(words);
        self.wait_until(&format!("“{words}” in the field {label}"), |window| {
            let field = window.all("field", label).into_iter().next()?;
            (field.value() == words).then_some(())
        });
    }

    /// Presses and releases one key.
    ///
    /// # Panics
    /// When the driver can't.
    pub fn press(&self, key: impl Into<char>) {
        let key = key.into();
        self.act(&[(key, true), (key, false)]);
    }

    /// Presses these keys one upon another and releases them: Ctrl and S.
    ///
    /// # Panics
    /// When the driver can't.
    pub fn chord(&self, keys: &[char]) {
        let down = keys.iter().map(|key| (*key, true));
        let up = keys.iter().rev().map(|key| (*key, false));
        self.act(&down.chain(up).collect::<Vec<_>>());
    }

    /// Ctrl with a letter.
    ///
    /// # Panics
    /// When the driver can't.
    pub fn ctrl(&self, letter: char) {
        self.chord(&[Key::Control.into(), letter]);
    }

    /// Types text key by key into whatever has the focus.
    ///
    /// # Panics
    /// When the driver can't.
    pub fn write(&self, words: &str) {
        let keys = words.chars().map(|letter| {
            if letter == '\n' {
                Key::Return.into()
            } else {
                letter
            }
        });
        let events: Vec<(char, bool)> = keys.flat_map(|key| [(key, true), (key, false)]).collect();
        self.act(&events);
    }

    /// Moves the mouse to this place of the page, in CSS pixels.
    ///
    /// # Panics
    /// When the driver can't.
    pub fn point_at(&self, x: f64, y: f64) {
        let to = PointerAction::MoveTo { duration: None, x, y };
        let actions = MouseActions::new("mouse".to_owned()).then(to);
        self.driven("the mouse", async |client| client.perform_actions(actions).await);
    }

    /// What has the focus now.
    ///
    /// # Panics
    /// When the page can't be asked.
    pub fn focus(&self) -> Focus {
        let script = "const el = document.activeElement; const group = el.closest('[role=\"radiogroup\"], fieldset, \
                    [role=\"group\"]'); return [role(el), name(el), group ? name(group) : '', el.checked === true];";
        let told = self.ask(script);
        let word = |at: usize| {
            told.get(at)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Focus {
            role: word(0),
            name: word(1),
            group: word(2),
            on: told.get(3) == Some(&Value::Bool(true)),
        }
    }

    /// Presses Tab until this field has the focus.
    ///
    /// # Panics
    /// When Tab does not lead there; with what it led to.
    pub fn tab_to(&self, role: &str, name: &str) {
        let is_field = |focus: &Focus| ["textbox", "searchbox", "combobox"].contains(&focus.role.as_str());
        self.tab_until(&format!("{role} “{name}”"), |focus| {
            focus.name == name && (focus.role == role || role == "field" && is_field(focus))
        });
    }

    /// Goes to a field by Tab and types into it.
    ///
    /// # Panics
    /// As [`Window::tab_to`].
    pub fn tab_and_write(&self, label: &str, words: &str) {
        self.tab_to("field", label);
        self.write(words);
    }

    /// Goes to a group of choices by Tab and to the choice by the arrow keys.
    ///
    /// # Panics
    /// When the keys do not lead there.
    pub fn tab_and_choose(&self, group: &str, choice: &str) {
        self.tab_until_group(group);
        if self.focus().name == choice {
            self.press(' ');
        }
        let mut key = Key::Right;
        for _ in 0..ROUND {
            let focus = self.focus();
            if focus.name == choice && focus.on {
                return;
            }
            self.press(key);
            // The web view of Linux stops at either end.
            if self.focus().name == focus.name {
                key = Key::Left;
            }
        }
        self.fail(&format!("the arrow keys do not lead to {choice} in {group}"));
    }

    /// Goes to a group of choices by Tab.
    ///
    /// # Panics
    /// When Tab does not lead there.
    pub fn tab_until_group(&self, group: &str) {
        self.tab_until(&format!("the group {group}"), |focus| {
            focus.group == group && focus.role == "radio"
        });
    }

    fn tab_until(&self, what: &str, is_there: impl Fn(&Focus) -> bool) {
        let mut passed = Vec::new();
        for _ in 0..ROUND {
            let focus = self.focus();
            if is_there(&focus) {
                return;
            }
            passed.push(format!("{} “{}”", focus.role, focus.name));
            self.press(Key::Tab);
        }
        self.fail(&format!(
            "Tab does not lead to {what}, but to {}",
            passed.join(", ")
        ));
    }

    fn act(&self, keys: &[(char, bool)]) {
        let actions = keys
            .iter()
            .fold(KeyActions::new("keys".to_owned()), |actions, (value, down)| {
                let value = *value;
                actions.then(if *down {
                    KeyAction::Down { value }
                } else {
                    KeyAction::Up { value }
                })
            });
        self.driven("a key", async |client| client.perform_actions(actions).await);
    }
}
