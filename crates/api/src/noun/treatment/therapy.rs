//! How a therapy goes, as typed.

use crate::field::{fields, the_same};
use lamina_domain::{
    Answer, Text,
    treatment::{
        Adherence, Therapy,
        therapy::{Content, Sessions},
    },
};

the_same!(Vec<Content>, Answer<Adherence>);

fields! {
    /// How a therapy goes, as typed.
    Therapy as TherapyInput {
        /// Sessions that were planned.
        planned: Option<Sessions>,
        /// Sessions that were attended.
        attended: Option<Sessions>,
        /// What is done in the sessions.
        content: Vec<Content>,
        /// What else is done.
        content_words: Option<Text>,
        /// What is done at home; `absent` means asked and nothing.
        home: Answer<Text>,
    }
}
