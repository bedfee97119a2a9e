//! A decision about a red flag as columns and in words.

use super::{Entered, Written, or};
use crate::{
    cells::{Cells, plain},
    clock,
    details::Details,
    flags::view as flags,
    words::{self, Word, say, say_with},
};
use lamina_api::{noun::resolution::ResolutionInput, shown::Shown};
use lamina_domain::{Resolution, resolution::Decision};
use lamina_store::Cell;

impl Written for Resolution {
    fn columns(&self) -> Cells {
        let (decision, level) = match self.decision {
            Decision::Resolved => ("resolved", Cell::Null),
            Decision::LoweredTo(level) => (
                "lowered",
                serde_json::to_value(level).map_or(Cell::Null, |level| plain(&level)),
            ),
        };
        vec![
            ("rule_version", Cell::Int(self.version.into())),
            ("decision", Cell::from(decision)),
            ("lowered_to", level),
            ("decided_by", Cell::Text(self.by.to_string())),
            ("why", Cell::Text(self.reason.to_string())),
        ]
    }

    fn shown(&self) -> Shown {
        let mut details = Details::default();
        details.add(
            &say!("shown-decision"),
            Some(match self.decision {
                Decision::Resolved => say!("shown-resolved"),
                Decision::LoweredTo(level) => {
                    say_with!("shown-still-open-lowered-to", [("level", level.word().into())])
                }
            }),
        );
        details.add(&say!("shown-why"), Some(self.reason.to_string()));
        let role = self.role_words.as_ref().map(ToString::to_string);
        let role = role.unwrap_or_else(|| self.role.word());
        details.add(
            &say!("shown-by"),
            Some(words::name_and_role(&self.by.to_string(), &role)),
        );
        Shown {
            when: self
                .at
                .map(|at| clock::shown(at.timestamp_micros()))
                .unwrap_or_default(),
            title: say_with!(
                "shown-red-flag-dealt-with",
                [("title", (flags::title(&self.rule)).to_string().into())],
            ),
            details: details.0,
        }
    }
}

impl Entered for Resolution {
    const SIGNED: bool = true;

    const KEEPS_MOMENT: bool = true;

    fn sign(input: &mut ResolutionInput, by: &str, role: &str) {
        or(&mut input.by, by);
        or(&mut input.role, role);
    }
}
