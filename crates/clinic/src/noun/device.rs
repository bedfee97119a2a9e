//! An implanted system as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, until, when},
    details::Details,
    gates::implants,
    words::{Word, joined, message, say},
};
use lamina_api::shown::Shown;
use lamina_domain::{Device, implant::PartState};

impl Written for Device {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.implanted);
        cells.extend(until(["until_text", "until_to"], &self.removed));
        cells
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        for part in &self.parts {
            let label = crate::words::sentence(&implants::part(part));
            let text = joined(
                [Some(part.state.word()), Some(implants::labelling(&part.mri))],
                ", ",
            );
            details.add(&label, text);
        }
        details.text(&say!("shown-device-maker"), &self.maker);
        details.text(&say!("shown-device-model"), &self.model);
        details.text(&say!("shown-device-serial"), &self.serial);
        details.text(&say!("shown-device-udi"), &self.udi);
        let removed = (!self.removed.is_unknown()).then(|| self.removed.to_string());
        details.add(&say!("shown-device-removed"), removed);
        details.text(&say!("shown-note"), &self.note);
        details.told_by(self.told_by);
        Shown {
            when: self.implanted.to_string(),
            title: self.name.to_string(),
            details: details.0,
        }
    }
}

impl Entered for Device {}

impl Word for PartState {
    fn word(&self) -> String {
        say!(match self {
            PartState::InUse => message!("value-part-in-use"),
            PartState::Abandoned => message!("value-part-abandoned"),
            PartState::Fractured => message!("value-part-fractured"),
            PartState::Removed => message!("value-part-removed"),
            PartState::Unknown => message!("value-part-unknown"),
        })
    }
}
