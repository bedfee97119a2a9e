//! Medicines: ingredients, strength, form, route, dose and frequency, as prescribed and as taken.
//!
//! A [`Medicine`] is valid when it exists: it is made by [`read_line`], by [`Medicine::new`] or by serde, which check the
//! same. What was typed is kept beside what was understood. Nothing here advises a dose or converts one opioid into
//! another.

pub mod amount;
pub mod class;
pub mod frequency;
mod in_words;
pub mod kind;
mod line;
pub mod name;
pub mod number;
mod shown;
mod typed;
mod word;

pub use amount::{Amount, Dose, Strength, Unit};
pub use class::DrugClass;
pub use frequency::Frequency;
pub use in_words::in_words;
pub(crate) use in_words::named_in;
pub use kind::{Form, Release, Route};
pub use line::read_line;
pub use number::Number;
pub use typed::{Fault, TypedMedicine};

use crate::value::{misread::MedicineProblem, text::Text};
use name::{Class, Substance};
use serde::{Deserialize, Serialize};

/// One ingredient with its strength.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ingredient {
    /// Its name, lower case; a brand is told in [`Parts::brand`].
    pub name: Text,
    /// How much of it is in each piece, in so many mL, or let go in an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
}

impl Ingredient {
    /// What is known of it; nothing where the name is not known.
    pub fn substance(&self) -> Option<&'static Substance> {
        name::substance(self.name.as_str())
    }

    /// Its name, where nothing is known by it.
    pub fn unknown_name(&self) -> Option<&str> {
        self.substance().is_none().then(|| self.name.as_str())
    }

    /// It is an opioid.
    pub fn is_opioid(&self) -> bool {
        self.is(Class::Opioid)
    }

    pub(crate) fn is(&self, class: Class) -> bool {
        self.substance().is_some_and(|one| one.class == class)
    }
}

/// What a medicine says, before it is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The whole line as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_given: Option<Text>,
    /// The strength as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength_as_given: Option<Text>,
    /// The brand, or the fixed name of a combination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<Text>,
    /// One or more ingredients, in the order of their strengths.
    pub ingredients: Vec<Ingredient>,
    /// How it is made up.
    #[serde(default)]
    pub form: Form,
    /// By which way it is taken; where it is unknown, the form may still say.
    #[serde(default)]
    pub route: Route,
    /// How fast it is let go.
    #[serde(default)]
    pub release: Release,
    /// How much at a time, as prescribed; nothing means one of the strength given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<Dose>,
    /// How often, as prescribed. Never the time between changes of a patch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// How often a patch is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Frequency>,
    /// Taken as needed only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_needed: bool,
    /// At most in a day, as prescribed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_a_day: Option<Amount>,
    /// Actually taken in a day, on average. Zero means asked and not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_a_day: Option<Amount>,
    /// Bought without a prescription.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub over_the_counter: bool,
    /// Given to treat opioid use disorder, not pain.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_opioid_use_disorder: bool,
    /// What was understood and has no field: with food, for back pain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

/// A medicine as prescribed and as taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Medicine(Parts);

impl Medicine {
    /// Checks the parts against each other: ingredients have names, amounts fit them, units are the ones in use, and no patch
    /// is changed more than once a day.
    pub fn new(parts: Parts) -> Result<Self, MedicineProblem> {
        if parts.ingredients.is_empty() {
            return Err(MedicineProblem::NoName);
        }
        let several = parts.ingredients.len() > 1;
        let mass = |unit: Option<Unit>| unit.is_some_and(Unit::is_mass);
        let units = [
            parts.dose.map(|dose| dose.unit),
            parts.most_a_day.map(|most| most.unit),
            parts.taken_a_day.map(|taken| taken.unit),
        ];
        if several && units.into_iter().any(mass) {
            return Err(MedicineProblem::DoseOfMixture);
        }
        if parts.most_a_day.is_some_and(|most| most.value.is_zero()) {
            return Err(MedicineProblem::Zero);
        }
        for ingredient in &parts.ingredients {
            match name::find(ingredient.name.as_str()) {
                name::NameMatch::Refused(because) => {
                    return Err(MedicineProblem::RefusedName {
                        text: ingredient.name.to_string(),
                        because: because.to_owned(),
                    });
                }
                name::NameMatch::Brand(brand) => {
                    return Err(MedicineProblem::BrandAsIngredient {
                        brand: brand.name.clone(),
                        holds: brand.of.join(" and "),
                    });
                }
                name::NameMatch::Substance(_) | name::NameMatch::Unknown => {}
            }
        }
        let hourly = parts
            .ingredients
            .iter()
            .any(|one| matches!(one.strength, Some(Strength::AnHour(_))));
        if let Some(changed) = parts.changed
            && hourly
            && !changed.is_a_day_or_longer()
        {
            return Err(MedicineProblem::ChangedTooOften {
                changed: changed.to_string(),
            });
        }
        let medicine = Medicine(parts);
        medicine.units_are_the_usual_ones()?;
        medicine.amounts_are_not_exchanged()?;
        Ok(medicine)
    }

    /// What it says, part by part.
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    /// The parts, to be changed and checked anew.
    pub fn into_parts(self) -> Parts {
        self.0
    }

    /// The route, from the form where it was not given itself.
    pub fn route(&self) -> Route {
        match self.0.route {
            Route::Unknown => self.0.form.route(),
            route => route,
        }
    }

    /// The ingredients by name: "hydrocodone + acetaminophen".
    pub fn name(&self) -> String {
        let names: Vec<&str> = self.0.ingredients.iter().map(|one| one.name.as_str()).collect();
        names.join(" + ")
    }

    /// An ingredient is an opioid.
    pub fn has_opioid(&self) -> bool {
        self.0.ingredients.iter().any(Ingredient::is_opioid)
    }

    /// It is given by others for one occasion: a drug of anaesthesia or emergency, or an injection that nothing says is
    /// repeated.
    pub fn is_for_one_occasion(&self) -> bool {
        let parts = &self.0;
        let repeated = parts.frequency.is_some() || parts.changed.is_some() || parts.most_a_day.is_some();
        let injected = matches!(
            self.route(),
            Route::Intravenous | Route::Intramuscular | Route::Epidural | Route::Intrathecal
        ) || parts.form == Form::Injection && self.route() == Route::Unknown;
        !repeated
            && parts.taken_a_day.is_none()
            && (self.is_of_procedure() || injected && parts.form != Form::Pump)
    }

    /// Every ingredient is a drug of anaesthesia, of an injection or of an emergency.
    pub fn is_of_procedure(&self) -> bool {
        self.0.ingredients.iter().all(|one| one.is(Class::Procedure))
    }

    /// A strength a hundred or a thousand times off shows as a unit that the medicine is not written in. Injections and
    /// pumps use other units.
    fn units_are_the_usual_ones(&self) -> Result<(), MedicineProblem> {
        let other = [
            Route::Intravenous,
            Route::Subcutaneous,
            Route::Intramuscular,
            Route::Epidural,
            Route::Intrathecal,
        ];
        if other.contains(&self.route()) || matches!(self.0.form, Form::Injection | Form::Pump) {
            return Ok(());
        }
        for one in &self.0.ingredients {
            let Some(known) = one.substance() else {
                continue;
            };
            let strength = match one.strength {
                Some(Strength::Each(mass) | Strength::In { mass, .. } | Strength::AnHour(mass)) => {
                    Some(mass.unit)
                }
                Some(Strength::Percent(_)) | None => None,
            };
            let alone = self.0.ingredients.len() == 1;
            let dose = self
                .0
                .dose
                .map(|dose| dose.unit)
                .filter(|unit| alone && unit.is_mass());
            for unit in [strength, dose].into_iter().flatten() {
                let hourly = matches!(one.strength, Some(Strength::AnHour(_)));
                let usual = known.unit.is_empty()
                    || known.unit.iter().any(|usual| Unit::parse(usual) == Some(unit)) && !hourly
                    || hourly && unit == Unit::Microgram;
                if !usual {
                    let hour = if hourly { "/h" } else { "" };
                    let words: Vec<&str> = known
                        .unit
                        .iter()
                        .filter_map(|usual| Unit::parse(usual))
                        .map(|usual| usual.name(Number::ZERO))
                        .collect();
                    return Err(MedicineProblem::UnusualUnit {
                        name: one.name.to_string(),
                        unit: format!("{}{hour}", unit.name(Number::whole(2))),
                        usual: if hourly {
                            "micrograms/h".to_owned()
                        } else {
                            words.join(" or ").replace("microgram", "micrograms")
                        },
                    });
                }
            }
        }
        Ok(())
    }

    /// No tablet holds more opioid than the paracetamol beside it; if it reads so, the amounts stand in the wrong order.
    fn amounts_are_not_exchanged(&self) -> Result<(), MedicineProblem> {
        let mass = |one: &Ingredient| match one.strength {
            Some(Strength::Each(mass) | Strength::In { mass, .. }) => Some(mass),
            _ => None,
        };
        let milligrams = |amount: Amount| amount::milligrams(amount).and_then(number::Exact::value);
        let beside = self
            .0
            .ingredients
            .iter()
            .find(|one| one.substance().is_some_and(|known| known.id == "paracetamol"));
        let Some(beside) = beside.and_then(mass).and_then(milligrams) else {
            return Ok(());
        };
        for one in self.0.ingredients.iter().filter(|one| one.is(Class::Opioid)) {
            if let Some(amount) = mass(one)
                && milligrams(amount).is_some_and(|opioid| opioid > beside)
            {
                return Err(MedicineProblem::AmountsExchanged {
                    name: one.name.to_string(),
                    amount: amount.to_string(),
                });
            }
        }
        Ok(())
    }
}

impl TryFrom<Parts> for Medicine {
    type Error = MedicineProblem;
    fn try_from(parts: Parts) -> Result<Self, MedicineProblem> {
        Medicine::new(parts)
    }
}

impl From<Medicine> for Parts {
    fn from(medicine: Medicine) -> Parts {
        medicine.0
    }
}
