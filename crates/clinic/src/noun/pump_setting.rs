//! What an intrathecal pump holds and gives as columns and in words.

use super::{Entered, Written};
use crate::{
    cells::{Cells, levels, text, until, when},
    details::{self, Details},
    telling::Telling,
    words::{Word, joined, neuromodulation as words, say, say_with},
};
use lamina_api::shown::Shown;
use lamina_domain::{PumpSetting, pump_setting::PumpEvent};

impl Written for PumpSetting {
    fn columns(&self) -> Cells {
        let mut cells = when(&self.when);
        cells.extend(until(["refill_due_text", "refill_due_to"], &self.refill_due));
        cells.push(("catheter_tip", levels(&self.catheter_tip)));
        cells.push(("by_whom", text(&self.by)));
        cells
    }

    fn shown(&self) -> Shown {
        self.told(&Telling::default())
    }

    fn told(&self, telling: &Telling<'_>) -> Shown {
        let mut details = Details::default();
        let pump = self.pump.as_ref().and_then(|link| telling.entry(link));
        details.add(&say!("pump_setting-pump"), pump.map(|device| device.title));
        details.text(&say!("pump_setting-bolus"), &self.bolus);
        details.add(&say!("pump_setting-reservoir"), reservoir(self));
        details.add(&say!("pump_setting-refill-due"), refill(self));
        details.add(
            &say!("pump_setting-catheter-tip"),
            details::levels(&self.catheter_tip),
        );
        details.text(&say!("pump_setting-after-scan"), &self.after_scan);
        details.text(&say!("shown-neuromodulation-by"), &self.by);
        details.ended(&self.when, self.title(), &self.note, self.told_by)
    }

    fn title(&self) -> String {
        joined([Some(self.what.word()), words::drugs(&self.drugs)], ": ").unwrap_or_default()
    }
}

impl Entered for PumpSetting {}

/// How much the reservoir holds: "40 mL".
pub(crate) fn reservoir(setting: &PumpSetting) -> Option<String> {
    let held = setting.reservoir?;
    Some(say_with!(
        "pump_setting-millilitres",
        [("count", held.to_string().into())]
    ))
}

/// When it has to be refilled; that this is not recorded where something went in.
pub(crate) fn refill(setting: &PumpSetting) -> Option<String> {
    match (setting.refill_due.is_unknown(), setting.what) {
        (false, _) => Some(setting.refill_due.to_string()),
        (true, PumpEvent::Filled | PumpEvent::Refilled) => Some(say!("pump_setting-refill-missing")),
        (true, _) => None,
    }
}
