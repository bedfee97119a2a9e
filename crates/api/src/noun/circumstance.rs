//! How somebody lives, as typed. What was not touched was not asked.

use super::{Typed, typed};
use crate::{
    field::{fields, the_same},
    reading::Reading,
};
use lamina_domain::{
    Answer, Circumstance, Text, ToldBy, When,
    circumstance::{Capacity, Care, Claim, Driving, Home, Interpreter, Senses, Smoking, Work},
};

typed!(
    Circumstance as CircumstanceInput,
    with Smoking, Work, Claim, Home, Care, Driving, Capacity, Interpreter, Senses
);

the_same!(
    Answer<Smoking>,
    Answer<Work>,
    Answer<Claim>,
    Answer<Home>,
    Answer<Care>,
    Answer<Driving>,
    Answer<Capacity>,
    Answer<Interpreter>,
    Answer<Senses>,
);

fields! {
    /// What was told of somebody's circumstances on a day, as typed.
    Circumstance as CircumstanceInput {
        /// The day on which it was told.
        when: When,
        /// Whether somebody smokes or ever did.
        smoking: Answer<Smoking>,
        /// Since when, or since when no longer.
        smoking_since: When,
        /// How much is or was smoked.
        smoking_amount: Option<Text>,
        /// Whether somebody works, and if not why.
        work: Answer<Work>,
        /// Since when that is so.
        work_since: When,
        /// What somebody does for a living.
        occupation: Option<Text>,
        /// Whether a claim concerns the pain; `absent` means asked and none.
        claim: Answer<Claim>,
        /// More on the claim.
        claim_words: Option<Text>,
        /// With whom somebody lives.
        home: Answer<Home>,
        /// The home in words.
        home_words: Option<Text>,
        /// Who cares for whom; `absent` means neither.
        care: Answer<Care>,
        /// Who the carer is.
        care_words: Option<Text>,
        /// Whether somebody drives or was advised not to.
        driving: Answer<Driving>,
        /// Whether somebody can decide about treatment.
        capacity: Answer<Capacity>,
        /// Who decides with or for somebody.
        capacity_words: Option<Text>,
        /// The language to be spoken.
        language: Option<Text>,
        /// Whether an interpreter is needed.
        interpreter: Answer<Interpreter>,
        /// How well somebody hears, with or without an aid.
        hearing: Answer<Senses>,
        /// How well somebody sees, with or without an aid.
        vision: Answer<Senses>,
        /// The state of mind.
        mental_health: Option<Text>,
        /// What the family has or had.
        family_history: Option<Text>,
        /// Who told this or where it was read.
        told_by: ToldBy,
        /// Whatever has no field of its own.
        note: Option<Text>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamina_domain::{Missing, Typing};

    #[test]
    fn what_was_typed_reads_back_as_the_same() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = CircumstanceInput {
            when: "25 Nov 2026".into(),
            smoking: Answer::Value(Smoking::Former),
            smoking_since: "2019".into(),
            work: Answer::Value(Work::SickLeave),
            work_since: "Sep 2026".into(),
            occupation: "roofer".into(),
            claim: Answer::Missing(Missing::Absent),
            driving: Answer::Missing(Missing::Declined),
            family_history: "father: ankylosing spondylitis".into(),
            ..CircumstanceInput::default()
        };
        let fact = typed.read(&mut reading).unwrap();
        assert_eq!(CircumstanceInput::of(&fact), typed);
        assert_eq!(reading.issues, []);
    }
}
