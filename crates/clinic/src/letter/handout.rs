//! A page that is handed over: it goes to nobody by name, asks nothing and names no diagnosis.

use super::fixed_words;
use chrono::NaiveDate;
use lamina_letters::{Form, Letter, Letterhead, Paper, PatientLine, Section, Sender, Size};

/// A handout with these sections, of this day and with the day as it is printed. Whom it is about, who made it and on what sheet
/// is added by whoever makes one.
pub(crate) fn handout(title: String, (dated, date): (NaiveDate, String), sections: Vec<Section>) -> Letter {
    Letter {
        paper: Paper::default(),
        form: Form::Handout,
        language: "en-GB".into(),
        title,
        dated,
        date,
        letterhead: Letterhead::default(),
        recipient: Vec::new(),
        sender: Sender::default(),
        urgency: String::new(),
        patient: PatientLine::default(),
        diagnosis: String::new(),
        reason: String::new(),
        question: String::new(),
        alerts: Vec::new(),
        size: Size::default(),
        sections,
        copies: Vec::new(),
        footer_note: String::new(),
        not_recorded: Vec::new(),
        left_out: Vec::new(),
        sample_mark: None,
        words: fixed_words(),
    }
}
