//! What an examination says again of an earlier one without having been examined again. Each such field is named together with
//! the examination that it was carried forward from, so that a copied finding is never taken for a new one: rules and courses
//! read what was examined then, and who reads the examination sees which is which.

use super::{
    Examination,
    found::{Reflex, Sensation, Sign, Tension},
    local::Provocation,
    walk::{Stance, Walk, WalkOn},
};
use crate::value::{answer::Answer, link::Link};
use serde::{Deserialize, Serialize};

/// A field that was carried forward.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarriedField {
    /// The field, as [`Examination::fields`] names it: `power.l5_left`.
    pub field: String,
    /// The examination in which it was found.
    pub from: Link,
}

impl Sensation {
    fn field(&self, sense: &str) -> String {
        format!(
            "{sense}.{}_{}",
            self.dermatome.root().to_lowercase(),
            self.side.name()
        )
    }
}

impl Reflex {
    fn field(&self) -> String {
        format!("reflex.{}_{}", self.reflex.name(), self.side.name())
    }
}

impl Sign {
    fn field(&self, of: &str) -> String {
        format!("{of}.{}_{}", self.sign.name(), self.side.name())
    }
}

impl Tension {
    fn field(&self, of: &str) -> String {
        format!("{of}.{}_{}", self.test.name(), self.side.name())
    }
}

impl Walk {
    fn field(&self) -> String {
        let on = match self.on {
            WalkOn::Heels => "heels",
            WalkOn::Toes => "toes",
        };
        format!("walk.{on}_{}", self.side.name())
    }
}

impl Stance {
    fn field(&self) -> String {
        format!("stance.{}", self.side.name())
    }
}

impl Provocation {
    fn field(&self) -> String {
        format!("provocation.{}_{}", self.test.name(), self.side.name())
    }
}

impl Examination {
    /// The names of all fields that hold a finding. What lies at a place of its own, behavioural signs and words have none: they
    /// are never carried forward.
    pub fn fields(&self) -> Vec<String> {
        let mut fields = Vec::new();
        self.of_fields(|field| {
            fields.push(field.to_owned());
            true
        });
        fields
    }

    /// What was examined then: without what was carried forward.
    pub fn examined(&self) -> Self {
        let carried = |field: &str| self.carried.iter().any(|one| one.field == field);
        Self {
            carried: Vec::new(),
            ..self.of_fields(|field| !carried(field))
        }
    }

    /// What was carried forward, by the examination that it came from.
    pub fn carried_from(&self) -> Vec<(&Link, Self)> {
        let mut sources: Vec<&Link> = Vec::new();
        for one in &self.carried {
            if !sources.contains(&&one.from) {
                sources.push(&one.from);
            }
        }
        let part = |from: &Link| Self {
            gait_words: None,
            local: Vec::new(),
            behavioural: Vec::new(),
            note: None,
            carried: Vec::new(),
            ..self.of_fields(|field| {
                self.carried
                    .iter()
                    .any(|one| one.field == field && one.from == *from)
            })
        };
        sources.into_iter().map(|from| (from, part(from))).collect()
    }

    /// The examination with those fields alone that `keeps` keeps, which is asked of each that holds a finding.
    fn of_fields(&self, mut keeps: impl FnMut(&str) -> bool) -> Self {
        let mut kept = self.clone();
        kept.power.retain(|one| keeps(&format!("power.{}", one.field())));
        kept.sensation.retain_mut(|one| {
            let (touch, pin) = (one.field("touch"), one.field("pin"));
            one.light_touch = one.light_touch.filter(|_| keeps(&touch));
            one.pinprick = one.pinprick.filter(|_| keeps(&pin));
            one.light_touch.is_some() || one.pinprick.is_some()
        });
        kept.reflexes.retain(|one| keeps(&one.field()));
        kept.signs.retain_mut(|one| {
            let beats = one.field("beats");
            one.beats = one.beats.filter(|_| keeps(&beats));
            keeps(&one.field("sign"))
        });
        kept.tension.retain_mut(|one| {
            let (angle, brought) = (one.field("angle"), one.field("brought"));
            one.angle = one.angle.filter(|_| keeps(&angle));
            one.reproduced = one.reproduced.filter(|_| keeps(&brought));
            one.angle.is_some() || one.reproduced.is_some()
        });
        kept.motion.retain_mut(|one| {
            let place = one.place();
            one.extent = one.extent.filter(|_| keeps(&format!("motion.{place}")));
            one.pain = one.pain.filter(|_| keeps(&format!("pain.{place}")));
            one.extent.is_some() || one.pain.is_some()
        });
        kept.walks.retain(|one| keeps(&one.field()));
        kept.stance.retain(|one| keeps(&one.field()));
        kept.provocation.retain(|one| keeps(&one.field()));
        if !kept.gait.is_empty() && !keeps("gait") {
            kept.gait.clear();
        }
        if !kept.aids.is_empty() && !keeps("aids") {
            kept.aids.clear();
        }
        answer(&mut kept.tandem, "tandem", &mut keeps);
        answer(&mut kept.romberg, "romberg", &mut keeps);
        answer(&mut kept.falls, "falls", &mut keeps);
        answer(&mut kept.saddle, "saddle", &mut keeps);
        answer(&mut kept.anal_tone, "anal_tone", &mut keeps);
        answer(&mut kept.anal_squeeze, "anal_squeeze", &mut keeps);
        kept
    }
}

/// An answer stays where it is kept; that nobody asked is no finding.
fn answer<T>(answer: &mut Answer<T>, field: &str, keeps: &mut impl FnMut(&str) -> bool) {
    if !answer.is_not_asked() && !keeps(field) {
        *answer = Answer::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Examination {
        serde_json::from_str(json).unwrap()
    }

    const EARLIER: &str = "examination 1";

    fn both() -> Examination {
        read(
            r#"{"power":[{"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"right","power":"5"}],
            "sensation":[{"dermatome":"s1","side":"left","light_touch":"normal","pinprick":"altered"}],
            "tension":[{"test":"straight_leg_raise","side":"left","angle":40,"reproduced":"leg_pain"}],
            "motion":[{"part":"lumbar","movement":"flexion","method":"inclinometer","value":40,"pain":"painful"}],
            "stance":[{"side":"left","seconds":12}],"gait":["antalgic"],"gait_words":"slow",
            "saddle":{"value":"normal"},"anal_tone":{"missing":"declined"},
            "carried":[{"field":"power.l5_right","from":"examination 1"},{"field":"pin.s1_left","from":"examination 1"},
                {"field":"motion.lumbar_flexion","from":"examination 1"},{"field":"saddle","from":"examination 1"}]}"#,
        )
    }

    #[test]
    fn trap_50_what_was_carried_forward_is_told_apart_from_what_was_examined() {
        let whole = both();
        let examined = whole.examined();
        assert_eq!(
            examined.fields(),
            [
                "power.l5_left",
                "touch.s1_left",
                "angle.straight_leg_raise_left",
                "brought.straight_leg_raise_left",
                "pain.lumbar_flexion",
                "stance.left",
                "gait",
                "anal_tone"
            ]
        );
        assert!(examined.carried.is_empty());
        let [(from, carried)] = &whole.carried_from()[..] else {
            panic!("{:?}", whole.carried_from());
        };
        assert_eq!(from.to_string(), EARLIER);
        assert_eq!(
            carried.fields(),
            ["power.l5_right", "pin.s1_left", "motion.lumbar_flexion", "saddle"]
        );
        assert_eq!(carried.gait_words, None);
        assert_eq!(
            whole.fields().len(),
            examined.fields().len() + carried.fields().len()
        );
    }

    #[test]
    fn trap_50_a_value_that_was_carried_forward_is_no_point_of_its_course() {
        let codes = |examination: Examination| -> Vec<(String, f64)> {
            let measured = examination.measured().into_iter();
            measured.map(|one| (one.course.code(), one.value)).collect()
        };
        let angle = ("straight_leg_raise".to_owned(), 40.0);
        let stance = ("single_leg_stance".to_owned(), 12.0);
        assert_eq!(codes(both()), [angle.clone(), stance.clone()]);
        let flexion = ("lumbar_flexion.inclinometer".to_owned(), 40.0);
        let all = Examination {
            carried: Vec::new(),
            ..both()
        };
        assert_eq!(codes(all), [angle, flexion, stance]);
    }
}
