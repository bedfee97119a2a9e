//! An imaging note, as typed.

use super::surgery::NumberingInput;
use super::{Typed, typed};
use crate::{
    field::{WhenOrUnknown, fields, has_to_be_chosen, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Imaging, Levels, Side, Text, ToldBy,
    imaging::{Finding, Modality, Position},
};

typed!(Imaging as ImagingInput, with FindingInput);

has_to_be_chosen!(Modality);
the_same!(Answer<Position>);

fields! {
    /// A finding, as typed.
    Finding as FindingInput {
        /// What was seen.
        what: Text,
        /// At which levels.
        levels: Levels,
        /// On which side of the patient.
        side: Answer<Side>,
    }
}

fields! {
    /// An imaging note, as typed.
    Imaging as ImagingInput {
        /// How; has to be chosen.
        modality: Modality,
        /// When.
        when: WhenOrUnknown,
        /// Position.
        position: Answer<Position>,
        /// How the levels were counted.
        numbering: NumberingInput,
        /// What was found.
        findings: Vec<FindingInput>,
        /// The conclusion.
        conclusion: Option<Text>,
        /// Who said it.
        told_by: ToldBy,
        /// Anything else.
        note: Option<Text>,
    }
}
