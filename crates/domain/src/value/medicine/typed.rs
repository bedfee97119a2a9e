//! A medicine as a form takes it, in two texts and two marks: the line as prescribed, and what is taken in a day. What was
//! read can be put back into the same texts, so that amending starts from what was typed.

use super::{Amount, Medicine, Number, Parts, Unit, read_line};
use crate::value::misread::MedicineProblem;

/// What is typed into the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedMedicine {
    /// The medicine as one line.
    pub line: String,
    /// What is taken in a day on average: "3 tablets", "40 mg", "not taking". Empty where the line says it or nobody asked.
    pub taken_a_day: String,
    /// Bought without a prescription. The line may say so too.
    pub over_the_counter: bool,
    /// Given to treat opioid use disorder. The line or the brand may say so too.
    pub for_opioid_use_disorder: bool,
}

/// What is wrong, and with which of the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The line as prescribed is wrong.
    Line(MedicineProblem),
    /// What is taken in a day is wrong.
    Taken(MedicineProblem),
}

impl TypedMedicine {
    /// The medicine; it keeps the line as it was typed.
    ///
    /// # Errors
    /// What is wrong with the line first, then with what is taken.
    pub fn read(&self) -> Result<Medicine, Fault> {
        let mut parts = read_line(&self.line).map_err(Fault::Line)?.into_parts();
        let typed = self.taken_a_day.trim();
        if !typed.is_empty() {
            parts.taken_a_day = Some(taken(&self.line, &parts, typed).map_err(Fault::Taken)?);
        }
        parts.over_the_counter |= self.over_the_counter;
        parts.for_opioid_use_disorder |= self.for_opioid_use_disorder;
        Medicine::new(parts).map_err(Fault::Line)
    }

    /// The texts that read as `medicine`: what was typed where that still says it, else the normal form.
    pub fn of(medicine: &Medicine) -> TypedMedicine {
        let parts = medicine.parts();
        let mut plain = parts.clone();
        plain.taken_a_day = None;
        plain.over_the_counter = false;
        plain.for_opioid_use_disorder = false;
        let given = parts.as_given.as_ref().map(ToString::to_string);
        let normal = Medicine::new(plain).ok().map(|plain| plain.to_string());
        let whole = medicine.to_string();
        given
            .into_iter()
            .chain(normal)
            .filter_map(|line| {
                let read = read_line(&line).ok()?.into_parts();
                Some(TypedMedicine {
                    taken_a_day: match parts.taken_a_day {
                        Some(taken) if read.taken_a_day != Some(taken) => in_words(taken),
                        _ => String::new(),
                    },
                    over_the_counter: parts.over_the_counter && !read.over_the_counter,
                    for_opioid_use_disorder: parts.for_opioid_use_disorder && !read.for_opioid_use_disorder,
                    line,
                })
            })
            .find(|typed| typed.read().is_ok_and(|again| says(&again) == says(medicine)))
            .unwrap_or(TypedMedicine {
                line: whole,
                ..TypedMedicine::default()
            })
    }
}

/// What a medicine says, apart from how it was typed.
fn says(medicine: &Medicine) -> Parts {
    Parts {
        as_given: None,
        strength_as_given: None,
        ..medicine.parts().clone()
    }
}

fn in_words(taken: Amount) -> String {
    if taken.value == Number::ZERO && taken.unit == Unit::Dose {
        "not taking".to_owned()
    } else {
        taken.to_string()
    }
}

/// What is taken, read as the end of the line, since a bare number counts what the dose of the line counts. It may say
/// nothing else.
fn taken(line: &str, prescribed: &Parts, typed: &str) -> Result<Amount, MedicineProblem> {
    if prescribed.taken_a_day.is_some() {
        return Err(MedicineProblem::Twice {
            what: "actual use".to_owned(),
            text: typed.to_owned(),
        });
    }
    let mut problem = None;
    for way in [
        format!("{line}, {typed}"),
        format!("{line}, taking {typed}"),
        format!("{line}, taking {typed} a day"),
    ] {
        match read_line(&way).map(Medicine::into_parts) {
            Ok(read) => {
                let alone = Parts {
                    as_given: prescribed.as_given.clone(),
                    taken_a_day: None,
                    ..read.clone()
                };
                if let Some(taken) = read.taken_a_day.filter(|_| alone == *prescribed) {
                    return Ok(taken);
                }
            }
            Err(MedicineProblem::NotUnderstood { .. }) => {}
            Err(other) => problem = Some(other),
        }
    }
    // A problem of the bare text is none of the whole: only what the last and fullest way says is told.
    match problem {
        Some(
            told @ (MedicineProblem::TwoMeanings { .. }
            | MedicineProblem::TwoNumbers { .. }
            | MedicineProblem::RangeReversed { .. }
            | MedicineProblem::DoseOfMixture),
        ) => Err(told),
        _ => Err(MedicineProblem::NotUnderstood {
            text: typed.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn typed(line: &str, taken: &str) -> TypedMedicine {
        TypedMedicine {
            line: line.to_owned(),
            taken_a_day: taken.to_owned(),
            ..TypedMedicine::default()
        }
    }

    #[rstest]
    #[case("oxycodone 10 mg q12h", "1", "1 dose")]
    #[case("oxycodone 10 mg q12h", "10 mg", "10 mg")]
    #[case("oxycodone 10 mg q12h", "takes about 10 mg a day", "10 mg")]
    #[case("tramadol 50 mg 1 tab q4-6h PRN max 8/day", "3", "3 tablets")]
    #[case("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day", "3 tabs/day", "3 tablets")]
    #[case("tramadol 50 mg 1-2 tabs q4-6h PRN max 8/day", "3 tablets", "3 tablets")]
    #[case("tramadol 50 mg 1 tab qid", "not taking", "0 doses")]
    #[case("tramadol 50 mg 1 tab qid", "none", "0 doses")]
    #[case("tramadol 50 mg 1 tab qid for back pain.", "2 tablets", "2 tablets")]
    fn trap_21_what_is_taken_is_kept_apart_from_what_is_prescribed(
        #[case] line: &str,
        #[case] taken: &str,
        #[case] read: &str,
    ) {
        let medicine = typed(line, taken).read().unwrap();
        let amount = medicine.parts().taken_a_day.unwrap();
        assert_eq!(in_words(amount).replace("not taking", "0 doses"), read);
        assert_eq!(medicine.parts().as_given.as_ref().unwrap().as_str(), line);
        let again = TypedMedicine::of(&medicine);
        assert_eq!(again.line, line);
        assert_eq!(again.read().as_ref().map(says), Ok(says(&medicine)));
    }

    #[rstest]
    #[case("oxycodone 10 mg q12h", "some")]
    #[case("oxycodone 10 mg q12h", "2-3")]
    #[case("oxycodone 10 mg q12h", "20 mg with food")]
    #[case("oxycodone 10 mg q12h", "20 mg bd")]
    fn what_is_not_a_sum_for_a_day_is_not_guessed(#[case] line: &str, #[case] taken: &str) {
        assert_eq!(
            typed(line, taken).read(),
            Err(Fault::Taken(MedicineProblem::NotUnderstood {
                text: taken.to_owned()
            }))
        );
    }

    #[test]
    fn a_bare_number_with_two_readings_is_asked_back_at_its_own_field() {
        let two = typed("tramadol 50 mg 2 tabs qid", "3").read();
        assert!(matches!(
            two,
            Err(Fault::Taken(MedicineProblem::TwoMeanings { .. }))
        ));
        let twice = typed("tramadol 50 mg 1 tab qid taking 3 a day", "3").read();
        assert!(matches!(twice, Err(Fault::Taken(MedicineProblem::Twice { .. }))));
        let mixture = typed("co-codamol 30/500 2 tabs qid", "60 mg").read();
        assert!(matches!(
            mixture,
            Err(Fault::Taken(MedicineProblem::DoseOfMixture))
        ));
        assert_eq!(
            typed("oxy 10 mg", "3").read().map(|_| ()),
            Err(Fault::Line(read_line("oxy 10 mg").unwrap_err()))
        );
    }

    #[test]
    fn marks_are_added_to_what_the_line_says() {
        let mut given = typed("methadone 40 mg od", "");
        given.for_opioid_use_disorder = true;
        let medicine = given.read().unwrap();
        assert!(medicine.parts().for_opioid_use_disorder);
        assert_eq!(TypedMedicine::of(&medicine), given);
        let said = typed("methadone 40 mg od for opioid use disorder", "")
            .read()
            .unwrap();
        assert_eq!(
            TypedMedicine::of(&said),
            typed("methadone 40 mg od for opioid use disorder", "")
        );
    }

    #[test]
    fn what_came_without_its_text_is_put_into_its_normal_form() {
        let json = r#"{"as_given":"as on the box","ingredients":[{"name":"tramadol","strength":"50 mg"}],"form":"tablet",
            "dose":"1 tablet","frequency":"4 times a day","taken_a_day":"3 tablets","over_the_counter":true}"#;
        let medicine: Medicine = serde_json::from_str(json).unwrap();
        let typed = TypedMedicine::of(&medicine);
        assert_eq!(typed.line, "tramadol 50 mg tablets, 1 tablet 4 times a day");
        assert_eq!(typed.taken_a_day, "3 tablets");
        assert!(typed.over_the_counter);
        assert_eq!(typed.read().as_ref().map(says), Ok(says(&medicine)));
    }
}
