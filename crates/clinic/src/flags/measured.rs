//! What was measured and examined at a screening, in words: for the entry on the screen, and by kind with all dates for a
//! letter, also what fired nothing.

use crate::{
    record::Record,
    words::{Word, joined, message, say, say_with, taking},
};
use lamina_domain::{
    Flag,
    flag::{
        measured::CrpUnit,
        power::{LimbSide, MuscleFinding},
    },
};

impl Word for LimbSide {
    fn word(&self) -> String {
        say!(match self {
            LimbSide::Left => message!("flag-side-left"),
            LimbSide::Right => message!("flag-side-right"),
        })
    }
}

/// One kind of reading: its name, and the value with its unit.
pub(crate) struct Measured {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// Everything that was measured and examined at one screening, in a fixed order.
pub(crate) fn measured(flag: &Flag) -> Vec<Measured> {
    let tenths = |number: u16| format!("{}.{}", number / 10, number % 10);
    let below = |below: bool| if below { "below " } else { "" };
    let unit = |id: taking!["value"], value: String| say_with!(id, [("value", value.into())]);
    let crp = flag.crp.map(|crp| {
        let unit = match crp.unit {
            CrpUnit::MilligramPerLitre => "mg/L",
            CrpUnit::MilligramPerDecilitre => "mg/dL",
        };
        format!(
            "{}{} {unit}",
            below(crp.amount.below),
            tenths(crp.amount.tenths.get())
        )
    });
    let esr = flag.esr.map(|esr| {
        say_with!(
            "shown-mm-h",
            [
                ("below", below(esr.below).to_string().into()),
                ("value", esr.value.to_string().into()),
            ],
        )
    });
    let temperature = flag
        .temperature
        .map(|value| format!("{} °C", tenths(value.get())));
    let residual = flag
        .residual_urine
        .map(|value| unit(message!("shown-ml"), value.to_string()));
    let breaths = flag
        .breaths
        .map(|value| unit(message!("shown-a-minute"), value.to_string()));
    let power = joined(flag.power.iter().map(|one| Some(muscle(one))), "; ");
    [
        (message!("shown-temperature"), temperature),
        (message!("shown-residual-urine"), residual),
        (message!("shown-breathing-rate"), breaths),
        (message!("shown-crp"), crp),
        (message!("shown-esr"), esr),
        (message!("shown-power"), power),
    ]
    .into_iter()
    .filter_map(|(id, value)| {
        Some(Measured {
            label: say!(id),
            value: value?,
        })
    })
    .collect()
}

/// The power of a muscle: "left great-toe extensor (L5) 4-", and whether it is known and unchanged.
fn muscle(finding: &MuscleFinding) -> String {
    say_with!(
        match finding.known {
            true => message!("flag-power-known"),
            false => message!("flag-power"),
        },
        [
            ("side", finding.side.word().into()),
            ("muscle", finding.muscle.word().into()),
            ("grade", finding.power.to_string().into()),
        ],
    )
}

/// Every reading of the record by its kind with its day, the newest first: "CRP: 85.0 mg/L (24 Nov 2026), 12.0 mg/L (3 May
/// 2026)."
pub(crate) fn by_kind(record: &Record) -> Vec<String> {
    let mut flags: Vec<&Flag> = record.flags.iter().map(|one| &one.fact).collect();
    flags.sort_by_key(|flag| std::cmp::Reverse(flag.asked_on.span()));
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for flag in flags {
        for one in measured(flag) {
            let value = format!("{} ({})", one.value, flag.asked_on);
            match kinds.iter_mut().find(|(label, _)| *label == one.label) {
                Some((_, values)) => values.push(value),
                None => kinds.push((one.label, vec![value])),
            }
        }
    }
    kinds
        .into_iter()
        .map(|(label, values)| format!("{label}: {}.", values.join(", ")))
        .collect()
}
