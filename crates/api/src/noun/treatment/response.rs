//! What came of a treatment, as typed.

use crate::field::{fields, the_same};
use lamina_domain::{
    Answer, Response, Text, ToldBy, When,
    response::{AdverseAction, AdverseEffect, Analgesics, Impression, Relief, Severity},
    surgery::{Outcome, PainFree},
};

the_same!(
    Option<ToldBy>,
    Option<Severity>,
    Option<AdverseAction>,
    Answer<Analgesics>,
    Answer<Impression>,
);

fields! {
    /// An adverse effect, as typed.
    #[derive(Eq)]
    AdverseEffect as AdverseEffectInput {
        /// What it was, in words.
        what: Text,
        /// How bad it was.
        severity: Option<Severity>,
        /// What was done about it.
        action: Option<AdverseAction>,
    }
}

fields! {
    /// What came of a treatment, as typed.
    Response as ResponseInput {
        /// When it was told or found.
        when: When,
        /// Percent relief, 0 to 100, whole; more is better.
        relief: Answer<Relief>,
        /// It made things worse.
        worsened: bool,
        /// The response in words.
        words: Option<Text>,
        /// How long the response lasted.
        lasted: Option<Text>,
        /// For how long half of the pain or more was gone: "never", "still", "6 weeks".
        half_relief: Option<PainFree>,
        /// What became of what the patient can do.
        function: Answer<Outcome>,
        /// What became of the need for pain medicines.
        analgesics: Answer<Analgesics>,
        /// The patient's own impression of change.
        impression: Answer<Impression>,
        /// Adverse effects; `absent` means asked and none.
        adverse_effects: Answer<Vec<AdverseEffectInput>>,
        /// Who judged it, by name or role.
        assessed_by: Option<Text>,
        /// Who said it, where that is another than who told of the treatment.
        told_by: Option<ToldBy>,
    }
}

impl ResponseInput {
    /// Whether nothing was typed; who would have said it does not count.
    pub(super) fn is_blank(&self) -> bool {
        let said = Self {
            told_by: None,
            ..self.clone()
        };
        let texts = [
            &self.when,
            &self.words,
            &self.lasted,
            &self.half_relief,
            &self.assessed_by,
        ];
        let untyped = Self {
            when: String::new(),
            words: String::new(),
            lasted: String::new(),
            half_relief: String::new(),
            assessed_by: String::new(),
            ..said
        };
        texts.iter().all(|text| text.trim().is_empty()) && untyped == Self::default()
    }
}
