//! The audit log as lines, as a table for a spreadsheet, or as JSON.

use crate::{
    passphrase::SignInFrom,
    print::{Failure, print_line},
    vault::{READ, with},
};
use lamina_clinic::{
    audit::{
        AuditQuestion, Row,
        table::{COLUMNS, LogTable, cells},
    },
    clock, say,
    vault::Uuid,
};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// What a call of the verb says.
#[derive(clap::Args)]
pub struct AuditCall {
    vault: PathBuf,
    #[arg(long, value_name = "ID")]
    patient: Option<Uuid>,
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
    #[arg(long)]
    csv: bool,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[command(flatten)]
    passphrase: SignInFrom,
}

fn in_json(row: &Row) -> String {
    let named = COLUMNS.into_iter().zip(cells(row));
    let mut object = serde_json::Map::from_iter(named.map(|(name, cell)| (name.to_owned(), cell.into())));
    object.insert("row".to_owned(), row.seq.into());
    object.insert("version".to_owned(), row.version.into());
    object.insert("at_us".to_owned(), row.at_us.into());
    serde_json::Value::Object(object).to_string()
}

fn in_line(row: &Row) -> String {
    let whom = match (row.patient_name.as_str(), row.patient) {
        ("", Some(id)) => id.to_string(),
        (name, _) => name.to_owned(),
    };
    let object = match row.version {
        Some(version) => format!("{} {} v{version}", row.object, row.object_id),
        None => format!("{} {}", row.object, row.object_id),
    };
    let at = clock::shown(row.at_us);
    let cells = [
        &row.seq.to_string(),
        &at,
        &row.person,
        &row.action,
        &row.outcome,
        &whom,
        object.trim(),
        &row.reason,
    ];
    cells.map(one_line).join("\t").trim_end().to_owned()
}

/// With a break in it a reason would look like several rows.
fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prints rows of the log.
pub fn audit(call: &AuditCall) -> Result<(), Failure> {
    let asked = AuditQuestion {
        patient: call.patient,
        person: call.person.clone(),
        ..AuditQuestion::default()
    };
    let unwritten = |error: io::Error| Failure::File {
        path: say!("cli-standard-output").into(),
        error,
    };
    let mut printed: Result<(), Failure> = Ok(());
    let table = call.csv.then(|| LogTable::begin(io::stdout()));
    let mut table = table.transpose().map_err(unwritten)?;
    let count = with(&call.vault, &call.passphrase, READ, async |vault| {
        let each = |row: Row| {
            printed = match &mut table {
                Some(table) => table.add(&row).map_err(unwritten),
                None if call.json => print_line(&in_json(&row)),
                None => print_line(&in_line(&row)),
            };
            printed.is_ok()
        };
        vault.examine(&asked, each).await
    })?;
    printed?;
    if let Some(table) = table {
        table.end().map_err(unwritten)?;
    }
    io::stdout().flush().map_err(unwritten)?;
    if count == 0 {
        crate::print::tell(&say!("cli-audit-no-row"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_in_a_reason_forges_no_row() {
        assert_eq!(
            one_line("mistaken\n7\t30 Nov 2026\tanna"),
            "mistaken 7 30 Nov 2026 anna"
        );
    }
}
