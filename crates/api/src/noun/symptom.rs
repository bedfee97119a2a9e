//! A symptom, as typed.

use super::{Typed, typed};
use crate::reading::{Reading, shown, shown_all, shown_answer, shown_time};
use lamina_domain::{
    Anchor, Answer, Levels, Measure, Problem, Reply, Score, Side, Symptom, Target, ToldBy,
    score::{PainKind, Site},
    symptom::{
        Tolerance,
        area::{Area, Depth, Feeling},
        course::{Pattern, Relation, TimeOfDay, Trend},
        quality::{MuscularQuality, NeuropathicQuality, OtherQuality},
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

typed!(
    Symptom as SymptomInput,
    with MuscularQuality, NeuropathicQuality, OtherQuality, Relation, Pattern, Trend, TimeOfDay, Feeling, Depth, AreaInput
);

/// A marked region of the body map, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AreaInput {
    /// The code of the region.
    pub region: String,
    /// What is felt in that region.
    pub feeling: Feeling,
    /// How strong, 0 to 10; empty where it was not said.
    #[serde(default)]
    pub intensity: String,
    /// How deep; none where it was not said.
    #[serde(default)]
    pub depth: Option<Depth>,
}

impl AreaInput {
    fn of(area: &Area) -> Self {
        Self {
            region: area.region.to_string(),
            feeling: area.feeling,
            intensity: area
                .intensity
                .map(|nrs| nrs.rating().to_string())
                .unwrap_or_default(),
            depth: area.depth,
        }
    }

    fn read(&self, at: usize, reading: &mut Reading) -> Option<Area> {
        let region = reading.keep(&format!("areas.{at}.region"), self.region.parse());
        let intensity = match self.intensity.trim() {
            "" => None,
            typed => reading.whole(&format!("areas.{at}.intensity"), typed),
        };
        Some(Area {
            region: region?,
            feeling: self.feeling,
            intensity,
            depth: self.depth,
        })
    }
}

/// The areas that were marked; what can't be one is told at its place.
pub fn areas(typed: &[AreaInput], reading: &mut Reading) -> Vec<Area> {
    reading.rows("areas", typed.iter().enumerate(), |reading, at, one| {
        one.read(at, reading)
    })
}

/// A symptom, as typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct SymptomInput {
    /// Where it is felt: low back, leg, neck, arm, or in other words.
    pub site: String,
    /// Side of the patient.
    pub side: Answer<Side>,
    /// More on the side: "right more than left".
    pub side_words: String,
    /// Levels it is linked to.
    pub levels: String,
    /// Where it spreads to, in words.
    pub radiation: String,
    /// The dermatomes in which it is felt: "L5, S1".
    pub dermatomes: String,
    /// Whether it reaches below the knee.
    pub below_knee: Reply,
    /// Whether it reaches below the elbow.
    pub below_elbow: Reply,
    /// Where on the body map it is felt.
    pub areas: Vec<AreaInput>,
    /// What it feels like.
    pub qualities: Vec<String>,
    /// When it began, as it was told.
    pub onset: String,
    /// How it began, such as after a fall.
    pub onset_words: String,
    /// Whether it is over.
    pub over: bool,
    /// Since when it is over; what is typed here says that it is.
    pub resolved: String,
    /// What it has to do with an operation.
    pub relation: Answer<Relation>,
    /// With which operation of the record: "2" or "operation 2".
    pub operation: String,
    /// How it comes and goes over time.
    pub pattern: Answer<Pattern>,
    /// Whether it is getting better or worse.
    pub trend: Answer<Trend>,
    /// When in the day it is worst.
    pub time_of_day: Answer<TimeOfDay>,
    /// What makes it worse.
    pub aggravating: Vec<String>,
    /// What eases it or takes it away.
    pub relieving: Vec<String>,
    /// How long sitting is possible: "20 min", "unlimited".
    pub sitting: Answer<String>,
    /// How long standing is possible.
    pub standing: Answer<String>,
    /// How long walking is possible.
    pub walking: Answer<String>,
    /// How far walking goes until it comes: "200 m", "600 ft".
    pub walking_distance: Answer<String>,
    /// How strong, 0 to 10, whole.
    pub intensity: Answer<String>,
    /// Which pain that rates; none where it was not said.
    pub intensity_kind: Option<PainKind>,
    /// The time it looks back on.
    pub intensity_period: String,
    /// When the rating was given.
    pub intensity_when: String,
    /// As the pain of which site the rating is also recorded as a score; none where it is not. It is asked for anew with each
    /// rating and kept nowhere.
    pub rated_as: Option<Site>,
    /// From whom it is known: patient, clinician, document or device.
    pub told_by: ToldBy,
    /// Whatever has no field of its own.
    pub note: String,
}

impl SymptomInput {
    /// The symptom as typed values.
    pub fn of(symptom: &Symptom) -> Self {
        Self {
            site: symptom.site.to_string(),
            side: symptom.side.clone(),
            side_words: shown(&symptom.side_words),
            levels: symptom.levels.to_string(),
            radiation: shown(&symptom.radiation),
            dermatomes: symptom.dermatomes.to_string(),
            below_knee: symptom.below_knee,
            below_elbow: symptom.below_elbow,
            areas: symptom.areas.iter().map(AreaInput::of).collect(),
            qualities: shown_all(&symptom.qualities),
            onset: symptom.onset.to_string(),
            onset_words: shown(&symptom.onset_words),
            over: symptom.resolved.is_some(),
            resolved: symptom.resolved.as_ref().map(shown_time).unwrap_or_default(),
            relation: symptom.relation.clone(),
            operation: shown(&symptom.operation),
            pattern: symptom.pattern.clone(),
            trend: symptom.trend.clone(),
            time_of_day: symptom.time_of_day.clone(),
            aggravating: shown_all(&symptom.aggravating),
            relieving: shown_all(&symptom.relieving),
            sitting: shown_answer(&symptom.sitting, ToString::to_string),
            standing: shown_answer(&symptom.standing, ToString::to_string),
            walking: shown_answer(&symptom.walking, ToString::to_string),
            walking_distance: shown_answer(&symptom.walking_distance, ToString::to_string),
            intensity: shown_answer(&symptom.intensity, |nrs| nrs.rating().to_string()),
            intensity_kind: symptom.intensity_kind,
            intensity_period: shown(&symptom.intensity_period),
            intensity_when: shown_time(&symptom.intensity_when),
            rated_as: None,
            told_by: symptom.told_by,
            note: shown(&symptom.note),
        }
    }

    /// The symptom, where everything typed can be kept.
    pub fn read(&self, reading: &mut Reading) -> Option<Symptom> {
        let site = reading.required("site", &self.site);
        let intensity = reading.answer(&self.intensity, |reading, typed| {
            reading.whole("intensity", typed)
        });
        let resolved = reading.when("resolved", &self.resolved);
        let is_over = self.over || !self.resolved.trim().is_empty();
        if self.side.is_not_asked() && self.side_words.trim().is_empty() && is_paired(&self.site) {
            reading.keep::<()>("side", Err(Problem::SideNeeded));
        }
        Some(Symptom {
            side: self.side.clone(),
            side_words: reading.text("side_words", &self.side_words),
            levels: reading.levels("levels", &self.levels),
            radiation: reading.text("radiation", &self.radiation),
            dermatomes: dermatomes(&self.dermatomes, reading),
            below_knee: self.below_knee,
            below_elbow: self.below_elbow,
            areas: areas(&self.areas, reading),
            qualities: reading.texts("qualities", &self.qualities),
            onset: reading.when("onset", &self.onset),
            onset_words: reading.text("onset_words", &self.onset_words),
            resolved: is_over.then_some(resolved),
            relation: self.relation.clone(),
            operation: operation(&self.operation, reading),
            pattern: self.pattern.clone(),
            trend: self.trend.clone(),
            time_of_day: self.time_of_day.clone(),
            aggravating: reading.texts("aggravating", &self.aggravating),
            relieving: reading.texts("relieving", &self.relieving),
            sitting: tolerance("sitting", &self.sitting, reading),
            standing: tolerance("standing", &self.standing, reading),
            walking: tolerance("walking", &self.walking, reading),
            walking_distance: reading.answer(&self.walking_distance, |reading, typed| {
                reading.keep("walking_distance", typed.parse())
            }),
            intensity,
            intensity_kind: self.intensity_kind,
            intensity_period: period(&self.intensity_period, reading),
            intensity_when: reading.when("intensity_when", &self.intensity_when),
            told_by: self.told_by,
            note: reading.text("note", &self.note),
            site: site?,
        })
    }

    /// The rating as a score of its own, where that was asked for; its side and who said it are those of the symptom.
    pub fn rating(&self, symptom: &Symptom) -> Option<Score> {
        let (site, value) = (self.rated_as?, *symptom.intensity.value()?);
        Some(Score {
            when: symptom.intensity_when,
            measure: Measure::Nrs {
                site,
                side: symptom.side.value().copied(),
                kind: symptom.intensity_kind,
                period: symptom.intensity_period,
                value,
            },
            told_by: symptom.told_by,
            note: None,
        })
    }
}

/// Dermatomes as their roots: "L5, S1" means the roots here, as "L5 root" does anywhere.
///
/// # Errors
/// What [`Levels`] objects to, and [`Problem::NotARoot`].
pub fn roots(typed: &str) -> Result<Levels, Problem> {
    let plain: Levels = typed.parse()?;
    let is_bare = |target: &Target| matches!(target, Target::Vertebra(_) | Target::Segment(..));
    let roots: Levels = match plain.targets().iter().all(is_bare) && !plain.is_empty() {
        true => format!("{} roots", plain.to_string().replace(", ", " roots, ")).parse()?,
        false => plain,
    };
    let other = |target: &&Target| !matches!(target, Target::Root(..));
    match roots.targets().iter().find(other) {
        Some(target) => Err(Problem::NotARoot {
            text: target.to_string(),
        }),
        None => Ok(roots),
    }
}

fn dermatomes(typed: &str, reading: &mut Reading) -> Levels {
    let read = roots(typed);
    reading.keep("dermatomes", read).unwrap_or_default()
}

fn operation(typed: &str, reading: &mut Reading) -> Option<Anchor> {
    let typed = typed.trim().to_lowercase();
    let named = match typed.parse::<u32>() {
        Ok(number) => format!("operation {number}"),
        Err(_) if typed.is_empty() => return None,
        Err(_) => typed,
    };
    let none = Problem::NoSuchAnchor {
        what: "operation".to_owned(),
        number: 0,
    };
    reading.keep("operation", named.parse().map_err(|_| none))
}

fn period(typed: &str, reading: &mut Reading) -> Option<lamina_domain::Interval> {
    match typed.trim() {
        "" => None,
        typed => reading.keep("intensity_period", typed.parse()),
    }
}

fn tolerance(path: &str, typed: &Answer<String>, reading: &mut Reading) -> Answer<Tolerance> {
    reading.answer(typed, |reading, typed| reading.keep(path, typed.parse()))
}

/// What the symptoms that stand and are not over say together. Counts of words are counts and no diagnosis.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct SymptomsToday {
    /// How many are not over.
    pub present: u32,
    /// How many are over.
    pub over: u32,
    /// How many of their words are of the muscular pattern.
    pub muscular: u32,
    /// How many of their words are of the neuropathic pattern.
    pub neuropathic: u32,
    /// The questionnaires that ask on about neuropathic words; none where one of them is recorded.
    pub asks_on: Vec<AsksOn>,
}

/// A questionnaire that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AsksOn {
    /// Its id in the catalogue.
    pub instrument: String,
    /// Its name as it is printed.
    pub name: String,
}

/// Whether a site exists on either side, so that the complaint says little without one. "Unknown" is an answer.
fn is_paired(site: &str) -> bool {
    const PAIRED: [&str; 18] = [
        "leg", "arm", "buttock", "thigh", "calf", "foot", "toe", "hip", "knee", "groin", "shin", "ankle",
        "shoulder", "elbow", "hand", "finger", "wrist", "limb",
    ];
    site.to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| PAIRED.contains(&word) || PAIRED.contains(&word.trim_end_matches('s')) || word == "feet")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use lamina_domain::Typing;

    fn issues(site: &str, side: Answer<Side>) -> Vec<lamina_domain::Issue> {
        let mut reading = Reading::of(Typing::on(NaiveDate::default()));
        let input = SymptomInput {
            site: site.into(),
            side,
            ..SymptomInput::default()
        };
        input.read(&mut reading);
        reading.issues
    }

    #[test]
    fn a_limb_needs_its_side_and_unknown_is_an_answer() {
        let needed = [lamina_domain::Issue::at("side", Problem::SideNeeded)];
        assert_eq!(issues("Leg", Answer::default()), needed);
        assert_eq!(issues("pain in both legs", Answer::default()), needed);
        assert_eq!(issues("Low back", Answer::default()), []);
        assert_eq!(
            issues("Leg", Answer::Missing(lamina_domain::Missing::Unknown)),
            []
        );
        assert_eq!(issues("Leg", Answer::Value(Side::Left)), []);
    }

    #[test]
    fn what_was_typed_of_a_course_reads_back_as_the_same() {
        let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
        let typed = SymptomInput {
            site: "Low back".into(),
            levels: "L4-L5".into(),
            dermatomes: "L5 root, S1 root".into(),
            below_knee: Reply::No,
            onset: "2019".into(),
            over: true,
            resolved: "May 2021".into(),
            areas: vec![AreaInput {
                region: "back.low_back.left".into(),
                feeling: Feeling::Numbness,
                intensity: "3".into(),
                depth: Some(Depth::Skin),
            }],
            relation: Answer::Value(Relation::New),
            operation: "operation 2".into(),
            pattern: Answer::Value(Pattern::Attacks),
            trend: Answer::Missing(lamina_domain::Missing::Unknown),
            time_of_day: Answer::Value(TimeOfDay::AnyTime),
            sitting: Answer::Value("20 min".into()),
            standing: Answer::Value("unlimited".into()),
            intensity: Answer::Value("7".into()),
            intensity_kind: Some(PainKind::Average),
            intensity_period: "7 days".into(),
            intensity_when: "3 May 2020".into(),
            ..SymptomInput::default()
        };
        let symptom = typed.read(&mut reading).unwrap();
        assert_eq!(reading.issues, []);
        assert_eq!(SymptomInput::of(&symptom), typed);
        assert_eq!(typed.rating(&symptom), None, "nobody asked for a score");
        let rated = SymptomInput {
            rated_as: Some(Site::Back),
            ..typed
        };
        let score = rated.rating(&symptom).unwrap();
        assert_eq!(
            (score.measure.value(), score.when),
            (Some(7.0), symptom.intensity_when)
        );
    }

    #[test]
    fn what_is_typed_means_what_people_mean() {
        let read = |input: SymptomInput| {
            let mut reading = Reading::of(Typing::on("2026-11-25".parse().unwrap()));
            let input = SymptomInput {
                site: "Low back".into(),
                ..input
            };
            let symptom = input.read(&mut reading);
            (symptom.unwrap(), reading.issues)
        };
        for (typed, roots) in [
            ("L5", "L5 root"),
            ("l5, s1", "L5 root, S1 root"),
            ("L5-S1", "L5 root, S1 root"),
            ("C8 root", "C8 root"),
            ("", ""),
        ] {
            let (symptom, issues) = read(SymptomInput {
                dermatomes: typed.into(),
                ..SymptomInput::default()
            });
            assert_eq!(
                (symptom.dermatomes.to_string().as_str(), issues.len()),
                (roots, 0),
                "{typed}"
            );
        }
        let (symptom, _) = read(SymptomInput {
            operation: " 2 ".into(),
            over: true,
            ..SymptomInput::default()
        });
        assert_eq!(
            symptom.operation.map(|one| one.to_string()).as_deref(),
            Some("operation 2")
        );
        assert_eq!(
            symptom.resolved,
            Some(lamina_domain::When::default()),
            "over, and nobody knows since when"
        );
        let (_, issues) = read(SymptomInput {
            dermatomes: "SI joint".into(),
            sitting: Answer::Value("a while".into()),
            areas: vec![AreaInput {
                region: "front.tail.left".into(),
                feeling: Feeling::Pain,
                intensity: "11".into(),
                depth: None,
            }],
            ..SymptomInput::default()
        });
        let paths: Vec<&str> = issues.iter().map(|issue| issue.path.as_str()).collect();
        assert_eq!(
            paths,
            ["dermatomes", "areas.0.region", "areas.0.intensity", "sitting"]
        );
    }
}
