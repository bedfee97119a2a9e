//! How an injection, a block or radiofrequency was done, as typed.

use crate::field::{fields, has_to_be_chosen, the_same};
use chrono::NaiveTime;
use lamina_domain::{
    Answer, Reply, Text,
    medicine::Number,
    score::Nrs,
    treatment::{
        Injection,
        injection::{Agent, AgentKind, Celsius, Guidance, LesionSeconds, Lesions, Sedation, Type},
    },
};

the_same!(Option<Type>, Answer<Guidance>, Answer<Sedation>);
has_to_be_chosen!(AgentKind);

fields! {
    /// One thing that was injected, as typed.
    #[derive(Eq)]
    Agent as AgentInput {
        /// What it is; has to be chosen.
        kind: AgentKind,
        /// Its name, generic or brand.
        name: Option<Text>,
        /// Its strength in percent.
        percent: Option<Number>,
        /// How many milligrams of it.
        mg: Option<Number>,
        /// How many millilitres of it.
        ml: Option<Number>,
    }
}

fields! {
    /// How it was done, as typed.
    Injection as InjectionInput {
        /// What was done, by its usual name.
        of_type: Option<Type>,
        /// The muscle of a trigger point.
        muscle: Option<Text>,
        /// By what the needle was guided; `absent` is without guidance.
        guidance: Answer<Guidance>,
        /// Whether contrast was used.
        contrast: Reply,
        /// The way of the needle.
        approach: Option<Text>,
        /// What was injected, a line each.
        agents: Vec<AgentInput>,
        /// The whole volume in millilitres.
        volume: Option<Number>,
        /// How deep the sedation was; `absent` is without one.
        sedation: Answer<Sedation>,
        /// Pain right before, 0 to 10.
        before: Answer<Nrs>,
        /// At what time it was rated.
        before_at: Option<NaiveTime>,
        /// Pain right after, 0 to 10.
        after: Answer<Nrs>,
        /// At what time it was rated.
        after_at: Option<NaiveTime>,
        /// Whether relief lasted as long as the agent does, as somebody judged.
        concordant: Reply,
        /// Temperature in degrees Celsius.
        celsius: Option<Celsius>,
        /// Seconds for each lesion.
        seconds: Option<LesionSeconds>,
        /// How many lesions were made.
        lesions: Option<Lesions>,
        /// What went wrong; `absent` means asked and none.
        complications: Answer<Vec<Text>>,
        /// What was done about blood thinners, in words.
        blood_thinners: Option<Text>,
    }
}
