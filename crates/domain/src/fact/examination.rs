//! A neurological and physical examination on a day: muscle power by key muscle and side, sensation, reflexes, nerve tension,
//! gait and balance, how far the spine moves, tests that provoke pain, what was found at a place, the saddle and the anal
//! sphincter. What was not examined is not in it and is never normal. Every rule that reads an examination reads these,
//! whichever form they were typed in.

pub mod behavioural;
pub mod carried;
pub mod found;
pub mod local;
pub mod measured;
pub mod motion;
pub mod power;
pub mod walk;

use self::{
    behavioural::BehaviouralSign,
    carried::CarriedField,
    found::{Gait, Presence, Reflex, Sensation, Sense, Sign, Tension, Tone, Tract},
    local::{LocalFinding, Provocation},
    motion::Motion,
    power::{MuscleFinding, repeated},
    walk::{Aid, Falls, Manner, Stance, Walk},
};
use crate::fact::clinical::{Clinical, InTime};
use crate::value::{
    answer::Answer,
    context::{Context, ToldBy},
    issue::{Issue, Problem},
    link::Link,
    text::Text,
    when::When,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What one examination found; what was not examined is not in it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examination {
    /// When. Where no day is known, power is compared with and never current.
    #[serde(default, skip_serializing_if = "When::is_unknown")]
    pub when: When,
    /// When it was put into the record, where it came from another vault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<DateTime<Utc>>,
    /// Muscle power, by key muscle and side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub power: Vec<MuscleFinding>,
    /// Sensation, by dermatome and side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensation: Vec<Sensation>,
    /// Tendon reflexes, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reflexes: Vec<Reflex>,
    /// Signs of the long tracts, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Sign>,
    /// Tension tests, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tension: Vec<Tension>,
    /// How the patient walks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gait: Vec<Gait>,
    /// The gait in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gait_words: Option<Text>,
    /// What the patient walks with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aids: Vec<Aid>,
    /// Walking on heels and toes, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walks: Vec<Walk>,
    /// Walking heel to toe on a line.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub tandem: Answer<Manner>,
    /// Standing with closed eyes (Romberg).
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub romberg: Answer<Manner>,
    /// Standing on one leg, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stance: Vec<Stance>,
    /// Falls in the last twelve months.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub falls: Answer<Falls>,
    /// How far the back and the neck move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motion: Vec<Motion>,
    /// Tests that provoke pain at sacroiliac and facet joints, by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provocation: Vec<Provocation>,
    /// Tenderness, trigger points, scars, wounds and pockets of devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub local: Vec<LocalFinding>,
    /// Behavioural signs by their group; they belong to their day and are never carried forward.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behavioural: Vec<BehaviouralSign>,
    /// Sensation in the saddle, S3 to S5.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub saddle: Answer<Sense>,
    /// Anal tone; "declined" where the examination was offered.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub anal_tone: Answer<Tone>,
    /// How strong the anal sphincter is when it is squeezed; "declined" where the examination was offered.
    #[serde(default, skip_serializing_if = "Answer::is_not_asked")]
    pub anal_squeeze: Answer<Tone>,
    /// Fields that say again what an earlier examination found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<CarriedField>,
    /// Who told this or where it was read.
    #[serde(default)]
    pub told_by: ToldBy,
    /// Anything else; never read as a finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Examination {
    /// How the saddle was felt, by itself or by its dermatomes, S3 to S5: the worst of what was found; not tested where that is all
    /// that was said. Nothing where nobody looked.
    pub fn saddle_sense(&self) -> Option<Sense> {
        let of_the_saddle = |one: &&Sensation| {
            matches!(
                one.dermatome,
                found::Dermatome::S3 | found::Dermatome::S4 | found::Dermatome::S5
            )
        };
        let felt = self.sensation.iter().filter(of_the_saddle);
        let felt = felt.flat_map(|one| [one.light_touch, one.pinprick]).flatten();
        let all: Vec<Sense> = felt.chain(self.saddle.value().copied()).collect();
        let worst_first = [Sense::Absent, Sense::Altered, Sense::Normal, Sense::NotTested];
        worst_first.into_iter().find(|sense| all.contains(sense))
    }

    /// Whether nothing was examined; what was carried forward was not.
    fn is_empty(&self) -> bool {
        let examined = self.examined();
        // A row that says nothing is told at its own field.
        let says_nothing = self.sensation.iter().any(Sensation::says_nothing)
            || self.tension.iter().any(Tension::says_nothing);
        let found = says_nothing || !examined.fields().is_empty();
        self.gait_words.is_none() && self.local.is_empty() && self.behavioural.is_empty() && !found
    }

    /// What is wrong with what was carried forward: each field holds a finding, is named once, and was found in an examination.
    fn check_carried(&self, issues: &mut Vec<Issue>) {
        let fields = self.fields();
        for (at, one) in self.carried.iter().enumerate() {
            let issue = |field, problem| Issue::at(format!("carried.{at}.{field}"), problem);
            if !fields.contains(&one.field) {
                issues.push(issue("field", Problem::Required));
            }
            if self.carried.iter().take(at).any(|other| other.field == one.field) {
                issues.push(issue("field", Problem::NamedTwice));
            }
            if Some(one.from.what()) != Self::CALLED {
                let text = one.from.to_string();
                issues.push(issue("from", Problem::NotALink { text }));
            }
        }
    }
}

/// Places of a list that repeat the place of the body of an earlier one.
fn twice<T, K: PartialEq>(list: &[T], place: impl Fn(&T) -> K) -> Vec<usize> {
    let again = |(at, one): &(usize, &T)| list.iter().take(*at).any(|other| place(other) == place(one));
    let found = list.iter().enumerate().filter(again);
    found.map(|(at, _)| at).collect()
}

impl Clinical for Examination {
    const CALLED: Option<&'static str> = Some("examination");

    fn told_by(&self) -> Option<ToldBy> {
        Some(self.told_by)
    }

    /// It lies in the patient's life, something was examined, nothing twice, and each finding says something.
    fn check(&self, context: &Context) -> Vec<Issue> {
        let mut issues = Vec::new();
        context.judge("when", &self.when, &mut issues);
        if self.is_empty() {
            issues.push(Issue::at("power", Problem::Required));
        }
        let lists = [
            ("power", "muscle", repeated(&self.power).collect()),
            (
                "sensation",
                "dermatome",
                twice(&self.sensation, |one| (one.dermatome, one.side)),
            ),
            (
                "reflexes",
                "reflex",
                twice(&self.reflexes, |one| (one.reflex, one.side)),
            ),
            ("signs", "sign", twice(&self.signs, |one| (one.sign, one.side))),
            (
                "tension",
                "test",
                twice(&self.tension, |one| (one.test, one.side)),
            ),
            ("gait", "gait", twice(&self.gait, |one| *one)),
            ("aids", "aid", twice(&self.aids, |one| *one)),
            ("walks", "on", twice(&self.walks, |one| (one.on, one.side))),
            ("stance", "side", twice(&self.stance, |one| one.side)),
            ("motion", "movement", twice(&self.motion, Motion::place)),
            (
                "provocation",
                "test",
                twice(&self.provocation, |one| (one.test, one.side)),
            ),
            ("behavioural", "group", twice(&self.behavioural, |one| one.group)),
        ];
        for (list, field, places) in lists {
            issues.extend(places.into_iter().map(|at| {
                Issue::at(
                    format!("{list}.{at}.{field}"),
                    Problem::OutOfRange { min: 1, max: 1 },
                )
            }));
        }
        for (at, one) in self.sensation.iter().enumerate() {
            if one.says_nothing() {
                issues.push(Issue::at(
                    format!("sensation.{at}.light_touch"),
                    Problem::Required,
                ));
            }
        }
        for (at, one) in self.tension.iter().enumerate() {
            if one.says_nothing() {
                issues.push(Issue::at(format!("tension.{at}.reproduced"), Problem::Required));
            }
        }
        for (at, one) in self.signs.iter().enumerate() {
            let counted = one.sign == Tract::Clonus && one.found == Presence::Present;
            if one.beats.is_some() && !counted {
                issues.push(Issue::at(format!("signs.{at}.beats"), Problem::DoNotGoTogether));
            }
        }
        if self.aids.contains(&Aid::NoAid) && self.aids.len() > 1 {
            issues.push(Issue::at("aids", Problem::DoNotGoTogether));
        }
        issues.extend(
            self.motion
                .iter()
                .enumerate()
                .filter_map(|(at, one)| one.issue(at)),
        );
        issues.extend(
            self.local
                .iter()
                .enumerate()
                .filter_map(|(at, one)| one.issue(at)),
        );
        self.check_carried(&mut issues);
        issues
    }

    fn whens_mut(&mut self) -> Vec<(&'static str, &mut When)> {
        vec![("when", &mut self.when)]
    }

    fn in_time(&self) -> InTime<'_> {
        InTime::Told(&self.when)
    }

    fn links_mut(&mut self) -> Vec<(String, &mut Link)> {
        let numbered = self.carried.iter_mut().enumerate();
        numbered
            .map(|(at, one)| (format!("carried.{at}.from"), &mut one.from))
            .collect()
    }

    fn words(&self) -> Vec<String> {
        let local = self.local.iter().filter_map(|one| one.words.as_ref());
        let texts = self.gait_words.iter().chain(local);
        texts.map(ToString::to_string).collect()
    }

    fn moment_mut(&mut self) -> Option<&mut Option<DateTime<Utc>>> {
        Some(&mut self.recorded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::born::Birth;
    use rstest::rstest;

    #[rstest]
    #[case(r#""note":"nothing found""#, &["power"])]
    #[case(r#""gait_words":"walks with a crutch""#, &[])]
    #[case(r#""anal_tone":{"missing":"declined"}"#, &[])]
    #[case(r#""power":[{"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"right","power":"NT"}]"#, &[])]
    #[case(
        r#""power":[{"muscle":"l5","side":"left","power":"4-"},{"muscle":"l5","side":"left","power":"5"}]"#,
        &["power.1.muscle"]
    )]
    #[case(r#""sensation":[{"dermatome":"s1","side":"left"}]"#, &["sensation.0.light_touch"])]
    #[case(
        r#""reflexes":[{"reflex":"ankle","side":"left","grade":"0"},{"reflex":"ankle","side":"left","grade":"NT"}]"#,
        &["reflexes.1.reflex"]
    )]
    #[case(r#""tension":[{"test":"straight_leg_raise","side":"left","angle":30}]"#, &[])]
    #[case(r#""tension":[{"test":"straight_leg_raise","side":"left"}]"#, &["tension.0.reproduced"])]
    #[case(r#""when":"2027","saddle":{"value":"normal"}"#, &["when"])]
    #[case(r#""signs":[{"sign":"clonus","side":"left","found":"present","beats":"4"}]"#, &[])]
    #[case(r#""signs":[{"sign":"clonus","side":"left","found":"absent","beats":"4"}]"#, &["signs.0.beats"])]
    #[case(r#""aids":["no_aid","one_stick"]"#, &["aids"])]
    #[case(r#""gait":["antalgic","antalgic"]"#, &["gait.1.gait"])]
    #[case(r#""sensation":[{"dermatome":"t10","side":"left","pinprick":"altered"}]"#, &[])]
    #[case(r#""behavioural":[{"group":"regional","found":"no"}]"#, &[])]
    #[case(
        r#""behavioural":[{"group":"regional","found":"no"},{"group":"regional","found":"yes"}]"#,
        &["behavioural.1.group"]
    )]
    #[case(
        r#""motion":[{"part":"lumbar","movement":"flexion","method":"inclinometer","value":40},
            {"part":"lumbar","movement":"flexion","method":"schober","value":4}]"#,
        &[]
    )]
    #[case(
        r#""motion":[{"part":"lumbar","movement":"flexion","method":"inclinometer","value":40},
            {"part":"lumbar","movement":"flexion","method":"estimated_share","value":50}]"#,
        &["motion.1.movement"]
    )]
    #[case(r#""local":[{"what":"scar","states":["red","open"]},{"what":"scar","states":["quiet"]}]"#, &[])]
    #[case(r#""local":[{"what":"scar","states":["quiet","red"]}]"#, &["local.0.states"])]
    #[case(r#""local":[{"what":"tenderness","states":["open"]}]"#, &["local.0.states"])]
    #[case(r#""local":[{"what":"wound","states":[]}]"#, &["local.0.states"])]
    #[case(
        r#""power":[{"muscle":"l5","side":"left","power":"5"}],"carried":[{"field":"power.l5_left","from":"examination 1"}]"#,
        &["power"]
    )]
    #[case(
        r#""gait":["normal"],"carried":[{"field":"power.l5_left","from":"examination 1"}]"#,
        &["carried.0.field"]
    )]
    #[case(
        r#""gait":["normal"],"saddle":{"value":"normal"},"carried":[{"field":"saddle","from":"imaging 1"}]"#,
        &["carried.0.from"]
    )]
    fn something_is_examined_once_and_says_something(#[case] fields: &str, #[case] wanted: &[&str]) {
        let examination: Examination = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        let context = Context {
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
            born: Birth::AgeAtFirstVisit(50),
        };
        let issues = examination.check(&context);
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(paths, wanted);
    }

    #[rstest]
    #[case(r#""saddle":{"value":"normal"}"#, Some(Sense::Normal))]
    #[case(
        r#""saddle":{"value":"normal"},"sensation":[{"dermatome":"s4","side":"left","pinprick":"altered"}]"#,
        Some(Sense::Altered)
    )]
    #[case(
        r#""sensation":[{"dermatome":"s3","side":"left","light_touch":"not_tested"},
            {"dermatome":"s2","side":"left","light_touch":"absent"}]"#,
        Some(Sense::NotTested)
    )]
    #[case(r#""saddle":{"missing":"declined"}"#, None)]
    fn the_saddle_is_felt_by_itself_and_by_its_dermatomes(
        #[case] fields: &str,
        #[case] wanted: Option<Sense>,
    ) {
        let examination: Examination = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
        assert_eq!(examination.saddle_sense(), wanted);
    }

    #[test]
    fn an_angle_beyond_a_leg_is_refused() {
        let wrong = r#"{"tension":[{"test":"slump","side":"left","angle":190}]}"#;
        assert!(serde_json::from_str::<Examination>(wrong).is_err());
    }
}
