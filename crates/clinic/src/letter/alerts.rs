//! What must be seen on the first page: open red flags, and one line each for allergies, red flags, implants and blood thinners.
//! The lines are those of the banner.

use super::{About, flags};
use crate::{
    allergies, gates,
    words::{Word, say},
};
use lamina_domain::Answer;
use lamina_letters::Alert;

pub(super) fn alerts(about: &About<'_>) -> Vec<Alert> {
    let (record, today) = (about.record, about.today);
    let line = |label: &str, answer: Answer<Vec<String>>| Alert {
        label: label.to_owned(),
        serious: answer.value().is_some_and(|texts| !texts.is_empty()),
        text: match answer {
            Answer::Value(texts) => texts.join(", "),
            Answer::Missing(missing) => missing.word(),
        },
    };
    let mut alerts = flags::open_alerts(about.assessment);
    alerts.extend([
        line(
            &say!("letter-allergies"),
            allergies::in_short(&record.background.allergies),
        ),
        flags::standing_alert(about),
        line(
            &say!("letter-implants-and-mri"),
            gates::implants_line(record, today),
        ),
        line(
            &say!("letter-anticoagulants"),
            gates::thinners_line(record, today),
        ),
    ]);
    alerts
}
