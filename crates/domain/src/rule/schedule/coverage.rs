//! Which of the core outcome domains a visit covers. A domain that no instrument of the visit belongs to was not
//! assessed then; that is said and never filled in.

use crate::value::instrument::{Domain as Measures, Instrument};

/// A core outcome domain that is measured at a visit (IMMPACT 2003 and 2005; sleep is a supplementary one).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Domain {
    /// Pain itself; an instrument that only names its kind does not cover it.
    Pain,
    /// Physical functioning, by questionnaire or by a test that is watched.
    Function,
    /// Emotional functioning: mood, worry and beliefs about pain.
    Emotion,
    /// The person's own rating of improvement.
    Global,
    /// Sleep, the one supplementary domain.
    Sleep,
}

impl Domain {
    /// All of them in the order in which they are listed.
    pub const ALL: [Domain; 5] = [
        Domain::Pain,
        Domain::Function,
        Domain::Emotion,
        Domain::Global,
        Domain::Sleep,
    ];
}

/// The domains that an instrument covers; none for what sorts, screens or rates quality of life as a whole.
pub fn covered(instrument: &Instrument) -> &'static [Domain] {
    match (instrument.id.as_str(), instrument.domain) {
        // Pain and how much it interferes, in one form.
        ("peg" | "bpi-sf", _) => &[Domain::Pain, Domain::Function],
        ("promis-pain-interference", _) => &[Domain::Function],
        (_, Measures::Pain) => &[Domain::Pain],
        (_, Measures::Function | Measures::Performance) => &[Domain::Function],
        (_, Measures::Mood | Measures::Beliefs) => &[Domain::Emotion],
        (_, Measures::Sleep) => &[Domain::Sleep],
        (_, Measures::Global) => &[Domain::Global],
        (_, Measures::PainKind | Measures::Life | Measures::Risk) => &[],
    }
}

/// The domains that these instruments cover together, in the order in which domains are listed.
pub fn assessed<'a>(instruments: impl IntoIterator<Item = &'a Instrument>) -> Vec<Domain> {
    let found: Vec<Domain> = instruments
        .into_iter()
        .flat_map(|one| covered(one).iter().copied())
        .collect();
    Domain::ALL
        .into_iter()
        .filter(|domain| found.contains(domain))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::instrument::{instrument, instruments};

    #[test]
    fn every_domain_has_an_instrument_and_what_sorts_covers_none() {
        for domain in Domain::ALL {
            assert!(
                instruments().iter().any(|one| covered(one).contains(&domain)),
                "{domain:?}"
            );
        }
        let of = |id: &str| covered(instrument(id).unwrap());
        assert_eq!(of("peg"), [Domain::Pain, Domain::Function]);
        assert_eq!(of("pcs"), [Domain::Emotion]);
        assert!(of("dn4").is_empty() && of("eq-vas").is_empty());
        let taken = ["isi", "peg", "dn4"].map(|id| instrument(id).unwrap());
        assert_eq!(assessed(taken), [Domain::Pain, Domain::Function, Domain::Sleep]);
        assert!(assessed([]).is_empty());
    }
}
