//! How an injection, a block or a radiofrequency treatment was done: its kind, the guidance, what was injected, the pain right
//! before and after it, the settings. Whether a block was concordant is judged by somebody and never worked out here.

use super::Kind;
use crate::{
    fact::score::Nrs,
    value::{
        answer::Answer,
        issue::{Issue, Problem},
        medicine::Number,
        reply::Reply,
        text::Text,
        within::Within,
    },
};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// What was done, by its usual name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InjectionType"))]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Epidural from behind, between the laminae.
    InterlaminarEpidural,
    /// Epidural through a foramen, along a root.
    TransforaminalEpidural,
    /// Epidural through the sacral hiatus.
    CaudalEpidural,
    /// Into a facet joint.
    FacetJoint,
    /// Of medial branches, to find out whether the pain comes from there.
    MedialBranchDiagnostic,
    /// Of medial branches, to treat.
    MedialBranchTherapeutic,
    /// Of a nerve root outside the epidural space.
    NerveRoot,
    /// Into a sacroiliac joint.
    SacroiliacJoint,
    /// Of lateral branches at the sacrum.
    LateralBranch,
    /// Of a trigger point in a muscle.
    TriggerPoint,
    /// Of the sympathetic chain.
    Sympathetic,
    /// Of adhesions in the epidural space.
    Adhesiolysis,
    /// Radiofrequency with continuous heat.
    RadiofrequencyConventional,
    /// Radiofrequency in pulses, without a lesion by heat.
    RadiofrequencyPulsed,
    /// Radiofrequency with a cooled electrode.
    RadiofrequencyCooled,
    /// Another, told by its name.
    Other,
}

impl Type {
    /// It is given into the epidural space.
    pub fn is_epidural(self) -> bool {
        matches!(
            self,
            Self::InterlaminarEpidural | Self::TransforaminalEpidural | Self::CaudalEpidural
        )
    }

    /// It is a block of medial branches.
    pub fn is_medial_branch(self) -> bool {
        matches!(self, Self::MedialBranchDiagnostic | Self::MedialBranchTherapeutic)
    }

    fn is_radiofrequency(self) -> bool {
        matches!(
            self,
            Self::RadiofrequencyConventional | Self::RadiofrequencyPulsed | Self::RadiofrequencyCooled
        )
    }

    /// Whether a treatment of that kind can be of this type.
    fn fits(self, kind: Kind) -> bool {
        match kind {
            Kind::Radiofrequency => self.is_radiofrequency() || self == Self::Other,
            _ => !self.is_radiofrequency(),
        }
    }
}

/// By what the needle was guided; that there was no guidance is `absent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Guidance {
    /// X-ray while the needle moves.
    Fluoroscopy,
    /// Computed tomography of the slice.
    Ct,
    /// Ultrasound of the soft tissue.
    Ultrasound,
}

/// How deep the sedation was (continuum of the American Society of Anesthesiologists); that there was none is `absent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sedation {
    /// Answers as somebody awake does.
    Minimal,
    /// Answers when spoken to or touched.
    Moderate,
    /// Answers only to repeated or painful stimuli.
    Deep,
    /// General anaesthesia, with no answer.
    General,
}

/// What of it is an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AgentKind {
    /// A local anaesthetic, such as bupivacaine.
    LocalAnaesthetic,
    /// A steroid, such as dexamethasone.
    Steroid,
    /// A contrast medium that shows the spread.
    Contrast,
    /// Saline, alone or to dilute.
    Saline,
    /// Something else, told by its name.
    Other,
}

/// One thing that was injected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// Its name, generic or brand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Its strength in percent, up to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Number>,
    /// How many milligrams of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mg: Option<Number>,
    /// How many millilitres of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ml: Option<Number>,
}

/// Degrees Celsius at the tip of the electrode, 30 to 100.
pub type Celsius = Within<30, 100>;
/// Seconds for each lesion, 1 second to one hour.
pub type LesionSeconds = Within<1, 3600>;
/// Number of lesions, 1 to 50.
pub type Lesions = Within<1, 50>;

/// How it was done.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Injection {
    /// What was done, by its usual name.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub of_type: Option<Type>,
    /// The muscle of a trigger point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muscle: Option<Text>,
    /// By what the needle was guided; `absent` is without guidance.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub guidance: Answer<Guidance>,
    /// Whether contrast was used.
    #[serde(skip_serializing_if = "Reply::is_not_asked")]
    pub contrast: Reply,
    /// The way of the needle, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approach: Option<Text>,
    /// What was injected, each agent once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agents: Vec<Agent>,
    /// The whole volume in millilitres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<Number>,
    /// How deep the sedation was; `absent` is without one.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub sedation: Answer<Sedation>,
    /// Pain right before, 0 to 10.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub before: Answer<Nrs>,
    /// At what time it was rated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_at: Option<NaiveTime>,
    /// Pain right after, 0 to 10.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub after: Answer<Nrs>,
    /// At what time it was rated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_at: Option<NaiveTime>,
    /// Whether relief lasted as long as the agent does, as somebody judged.
    #[serde(skip_serializing_if = "Reply::is_not_asked")]
    pub concordant: Reply,
    /// Temperature at the tip in radiofrequency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub celsius: Option<Celsius>,
    /// Seconds for each lesion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<LesionSeconds>,
    /// How many lesions were made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesions: Option<Lesions>,
    /// What went wrong; `absent` means asked and none.
    #[serde(skip_serializing_if = "Answer::is_not_asked")]
    pub complications: Answer<Vec<Text>>,
    /// What was done about blood thinners, in words; never a proposal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blood_thinners: Option<Text>,
}

/// Highest strength in percent.
const MOST_PERCENT: i64 = 100;
/// More milligrams than anybody injects at once.
const MOST_MG: i64 = 10_000;
/// More millilitres than anybody injects at once.
const MOST_ML: i64 = 500;

impl Injection {
    /// The kind of treatment is one that is injected or done through a needle, the type fits it, amounts are more than nothing
    /// and no more than can be, and an epidural or trigger point says what only it can.
    pub(super) fn check(&self, kind: Kind, issues: &mut Vec<Issue>) {
        if !Self::is_told_of(kind) {
            issues.push(Issue::at("kind", Problem::InjectionOfOtherKind));
        } else if self.of_type.is_some_and(|of_type| !of_type.fits(kind)) {
            issues.push(Issue::at("injection.type", Problem::InjectionOfOtherKind));
        }
        for (at, agent) in self.agents.iter().enumerate() {
            for (field, amount, most) in [
                ("percent", agent.percent, MOST_PERCENT),
                ("mg", agent.mg, MOST_MG),
                ("ml", agent.ml, MOST_ML),
            ] {
                let path = format!("injection.agents.{at}.{field}");
                issues.extend(amount.and_then(|amount| amiss(&path, amount, most)));
            }
        }
        issues.extend(self.volume.and_then(|ml| amiss("injection.volume", ml, MOST_ML)));
    }

    /// By how many percent of what it was before the pain was less right after; rounded down, so that 79.9 is not 80. Nothing
    /// where it was 0 or 1 before, where one of the two is not known, and where it was not less.
    pub fn eased(&self) -> Option<u8> {
        let (before, after) = (self.before.value()?.rating(), self.after.value()?.rating());
        let less = before.checked_sub(after).filter(|less| *less > 0)?;
        (before > 1).then(|| u8::try_from(u16::from(less) * 100 / u16::from(before)).unwrap_or(u8::MAX))
    }

    /// Whether it is told of a treatment of that kind how it was injected.
    pub fn is_told_of(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Injection | Kind::Block | Kind::Radiofrequency | Kind::Intervention
        )
    }
}

fn amiss(path: &str, amount: Number, most: i64) -> Option<Issue> {
    let value = amount.value();
    let fits = !amount.is_zero() && value <= most.into();
    (!fits).then(|| Issue::at(path, Problem::NotAboveZero { max: most }))
}

#[cfg(test)]
mod tests {
    use super::super::Treatment;
    use crate::fact::clinical::Clinical;
    use crate::value::{born::Birth, context::Context};
    use rstest::rstest;

    fn paths(kind: &str, injection: &str) -> Vec<String> {
        let json = format!(r#"{{"kind":"{kind}","name":"one","injection":{injection}}}"#);
        let treatment: Treatment = serde_json::from_str(&json).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let again = serde_json::to_string(&treatment).unwrap();
        assert_eq!(serde_json::from_str::<Treatment>(&again).unwrap(), treatment);
        treatment
            .check(&context)
            .into_iter()
            .map(|one| one.path)
            .collect()
    }

    #[rstest]
    #[case("injection", r#"{"type":"caudal_epidural","guidance":{"missing":"absent"}}"#, &[])]
    #[case("radiofrequency", r#"{"type":"radiofrequency_cooled","celsius":60,"seconds":150,"lesions":3}"#, &[])]
    #[case("block", r#"{"type":"radiofrequency_pulsed"}"#, &["injection.type"])]
    #[case("radiofrequency", r#"{"type":"facet_joint"}"#, &["injection.type"])]
    #[case("physiotherapy", r#"{"contrast":"yes"}"#, &["kind"])]
    #[case("injection", r#"{"agents":[{"kind":"local_anaesthetic","name":"bupivacaine","percent":"0.25","ml":"2"}]}"#, &[])]
    #[case(
        "injection",
        r#"{"agents":[{"kind":"steroid"},{"kind":"local_anaesthetic","percent":"250"},{"kind":"saline","ml":"0"}],"volume":"900"}"#,
        &["injection.agents.1.percent", "injection.agents.2.ml", "injection.volume"]
    )]
    fn what_can_not_be_is_told_at_its_field(
        #[case] kind: &str,
        #[case] injection: &str,
        #[case] wanted: &[&str],
    ) {
        assert_eq!(paths(kind, injection), wanted);
    }

    #[rstest]
    #[case(7, 5, Some(28))]
    #[case(10, 7, Some(30))]
    #[case(6, 3, Some(50))]
    #[case(9, 2, Some(77))]
    #[case(8, 8, None)]
    #[case(3, 6, None)]
    #[case(1, 0, None)]
    #[case(0, 0, None)]
    fn trap_10_and_52_what_eased_is_rounded_down_and_a_baseline_of_one_gives_none(
        #[case] before: u8,
        #[case] after: u8,
        #[case] wanted: Option<u8>,
    ) {
        let json = format!(r#"{{"before":{{"value":{before}}},"after":{{"value":{after}}}}}"#);
        let injection: super::Injection = serde_json::from_str(&json).unwrap();
        assert_eq!(injection.eased(), wanted);
    }

    #[rstest]
    #[case("transforaminal_epidural", "L5 root")]
    #[case("transforaminal_epidural", "L5-S1")]
    #[case("facet_joint", "L4-L5 facet")]
    #[case("medial_branch_diagnostic", "L3 medial branch, L4 medial branch")]
    #[case("sacroiliac_joint", "SI joint")]
    fn trap_14_a_type_makes_no_other_target_of_a_level(#[case] of_type: &str, #[case] levels: &str) {
        let json = format!(
            r#"{{"kind":"block","name":"one","levels":"{levels}","injection":{{"type":"{of_type}"}}}}"#
        );
        let treatment: Treatment = serde_json::from_str(&json).unwrap();
        assert_eq!(treatment.levels.to_string(), levels);
        let again: Treatment = serde_json::from_str(&serde_json::to_string(&treatment).unwrap()).unwrap();
        assert_eq!(again.levels, treatment.levels);
    }

    #[test]
    fn trap_39_whether_a_block_was_concordant_and_a_blood_thinner_stopped_is_never_worked_out() {
        let json =
            r#"{"before":{"value":8},"before_at":"10:15:00","after":{"value":0},"after_at":"10:45:00"}"#;
        let injection: super::Injection = serde_json::from_str(json).unwrap();
        assert_eq!(injection.concordant, crate::value::reply::Reply::NotAsked);
        assert_eq!(injection.blood_thinners, None);
        assert!(serde_json::from_str::<super::Injection>(r#"{"hold_days":7}"#).is_err());
    }
}
