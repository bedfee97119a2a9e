//! The names in a line: one, several with "/", "+" or "and" between them, a brand, or a brand in brackets.

use super::{Reading, begins_a_part, once};
use crate::value::medicine::Ingredient;
use crate::value::medicine::name::{Brand, NameMatch, brand, find, substance};
use crate::value::medicine::word::Kind;
use crate::value::misread::MedicineProblem;
use crate::value::text::Text;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

impl Reading<'_> {
    /// The names before the first amount, a further ingredient after "+", or a brand in brackets.
    pub(super) fn names(&mut self) -> Result<bool, MedicineProblem> {
        if self.cursor.peek(0) == "(" {
            return self.bracketed();
        }
        let first = self.parts.ingredients.is_empty();
        let joined = self.cursor.clone();
        let more = !first && self.cursor.eat_any(&["+", "/", "&", "and", "with"]);
        if !first && !more {
            let mut after = joined.clone();
            let another = after.eat_any(&["then", "plus", "also", "or"]) && after.number()?.is_some();
            return if another {
                Err(self.second_amount())
            } else {
                Ok(false)
            };
        }
        if more && self.cursor.clone().number()?.is_some() {
            return Err(MedicineProblem::SecondAmount { text: joined.rest() });
        }
        let start = self.cursor.at();
        let mut phrases: Vec<Vec<String>> = vec![Vec::new()];
        while let Some(token) = self.cursor.token(0) {
            let between = matches!(token.text.as_str(), "+" | "/" | "&" | "and" | "with");
            if between && phrases.last().is_some_and(|phrase| !phrase.is_empty()) {
                phrases.push(Vec::new());
            } else if token.kind != Kind::Word || begins_a_part(&self.cursor) {
                break;
            } else if let Some(phrase) = phrases.last_mut() {
                phrase.push(token.text.clone());
            }
            self.cursor.skip(1);
        }
        if phrases.iter().any(Vec::is_empty) {
            return Ok(false);
        }
        let known = |phrase: &Vec<String>| find(&phrase.join(" ")) != NameMatch::Unknown;
        // A joining word begins an ingredient only where a known one follows, and before the dose is told.
        if more && !phrases.iter().all(known) {
            return Ok(false);
        }
        if more && (self.dose_is_told() || self.parts.dose.is_some()) {
            return Err(MedicineProblem::SecondAmount { text: joined.rest() });
        }
        let all = self.cursor.typed(start, self.cursor.at());
        if let NameMatch::Brand(brand) = find(&all) {
            self.hold(brand)?;
            return Ok(true);
        }
        for phrase in phrases {
            self.name(&phrase.join(" "))?;
        }
        Ok(true)
    }

    fn name(&mut self, phrase: &str) -> Result<(), MedicineProblem> {
        match find(phrase) {
            NameMatch::Brand(brand) => self.hold(brand),
            NameMatch::Substance(_) => self.ingredient(phrase),
            NameMatch::Refused(because) => Err(MedicineProblem::RefusedName {
                text: phrase.to_owned(),
                because: because.to_owned(),
            }),
            // "hydrocodone-acetaminophen" is two names, but only where both are known.
            NameMatch::Unknown => match phrase.split('-').map(substance).collect::<Option<Vec<_>>>() {
                Some(several) if several.len() > 1 => {
                    phrase.split('-').try_for_each(|one| self.ingredient(one))
                }
                // A known name with a word beside it that is not understood must not turn into an unknown name.
                _ if phrase.contains(' ')
                    && phrase.split(' ').any(|word| find(word) != NameMatch::Unknown) =>
                {
                    Err(MedicineProblem::NotUnderstood {
                        text: phrase.to_owned(),
                    })
                }
                _ => self.ingredient(phrase),
            },
        }
    }

    fn ingredient(&mut self, name: &str) -> Result<(), MedicineProblem> {
        let name =
            Text::within(name, LONGEST_NAME).map_err(|_| MedicineProblem::TooLong { limit: LONGEST_NAME })?;
        self.parts.ingredients.push(Ingredient { name, strength: None });
        Ok(())
    }

    /// A brand stands for its ingredients.
    fn hold(&mut self, brand: &'static Brand) -> Result<(), MedicineProblem> {
        self.call(brand)?;
        brand.of.iter().try_for_each(|one| self.ingredient(one))
    }

    fn call(&mut self, brand: &'static Brand) -> Result<(), MedicineProblem> {
        once(&mut self.brand, brand, "brand")?;
        self.parts.brand = Text::new(&brand.name).ok();
        Ok(())
    }

    /// "oxycodone (OxyContin)": the brand has to hold what stands beside it.
    fn bracketed(&mut self) -> Result<bool, MedicineProblem> {
        let mut words = Vec::new();
        let mut here = self.cursor.clone();
        here.skip(1);
        while let Some(token) = here.token(0).filter(|token| token.kind == Kind::Word) {
            words.push(token.text.as_str());
            here.skip(1);
        }
        let Some(brand) = brand(&words.join(" ")) else {
            return Ok(false);
        };
        if !here.eat(")") {
            return Ok(false);
        }
        let ids = self
            .parts
            .ingredients
            .iter()
            .map(|one| one.substance().map(|known| known.id.as_str()));
        if !ids.eq(brand.of.iter().map(|one| Some(one.as_str()))) {
            return Err(MedicineProblem::NamesDisagree {
                brand: brand.name.clone(),
            });
        }
        self.cursor = here;
        self.call(brand)?;
        Ok(true)
    }
}
