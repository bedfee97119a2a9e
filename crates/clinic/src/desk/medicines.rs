//! The opioid load at the window, by the table that the clinic chose.

use super::{Desk, errors::internal};
use crate::{medicines::medicines, rules::factors, words::opioid as words};
use lamina_api::{
    ApiError, Nothing,
    medicine::{LoadLine, OpioidLoadView, OpioidTable, OpioidTableView},
    patient::PatientKey,
};

impl Desk {
    /// The opioid load of what the patient takes today, in words.
    ///
    /// # Errors
    /// `not_found`, `locked`, or a damaged file.
    pub async fn opioid_load(&self, request: PatientKey) -> Result<OpioidLoadView, ApiError> {
        let choice = self.get_settings(Nothing {}).await?.opioid_table;
        let table = factors(choice.name()).map_err(|error| internal(&error))?;
        let session = self.session().await?;
        // Conditions and visits add to what the list should be looked at for.
        let facts = session.vault()?.facts(request.patient).await?;
        let medicines = medicines(&facts.record, self.today(), table);
        let told = medicines.told();
        let lines = |said: Vec<(usize, String)>| -> Vec<LoadLine> {
            said.into_iter()
                .filter_map(|(at, text)| {
                    let given = medicines.list.get(at)?;
                    Some(LoadLine {
                        number: u32::try_from(at + 1).unwrap_or(u32::MAX),
                        entry: facts.record.treatments.get(given.place)?.id()?,
                        medicine: given.text.clone(),
                        text,
                    })
                })
                .collect()
        };
        Ok(OpioidLoadView {
            present: medicines.present(),
            summary: medicines.summary(),
            as_taken: words::as_taken(&medicines.load),
            at_most: words::at_most(&medicines.load),
            counted: lines(told.counted),
            left_out: lines(told.left_out),
            pumps: told.pumps,
            reached: told.reached,
            prompts: told.prompts,
            caveats: medicines.load.caveats.clone(),
            table: told.table,
        })
    }

    /// The tables that the clinic can choose from.
    ///
    /// # Errors
    /// None for the tables that come with the program.
    pub async fn list_opioid_tables(&self, _: Nothing) -> Result<Vec<OpioidTableView>, ApiError> {
        OpioidTable::ALL
            .into_iter()
            .map(|choice| {
                let table = factors(choice.name()).map_err(|error| internal(&error))?;
                Ok(OpioidTableView {
                    table: choice,
                    name: table.name.clone(),
                    jurisdiction: table.jurisdiction.clone(),
                    version: table.version,
                    unit: table.unit.clone(),
                    source: table.source.clone(),
                })
            })
            .collect()
    }
}
