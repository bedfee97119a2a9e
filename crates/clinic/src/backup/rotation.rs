//! Which backups are kept as time goes by: the newest, one for each of 14 days, 8 weeks and 12 months in which any was made.

use super::{ENDING, found_in};
use crate::clock;
use chrono::{Datelike, NaiveDateTime};
use std::{collections::BTreeSet, fs, path::Path};
use uuid::Uuid;

/// How many days, weeks and months keep their last backup.
const DAYS: usize = 14;
const WEEKS: usize = 8;
const MONTHS: usize = 12;

/// The day, the week or the month that a time lies in, with its year.
type Span = fn(NaiveDateTime) -> (i32, u32);

/// Removes the backups of one vault in a folder that are no longer needed. `newest` was just made and proven and stays whatever
/// its time says; files of another vault or with a name of another kind are not touched.
pub(super) fn thin_out(folder: &Path, vault: Uuid, newest: &Path) {
    let own: Vec<_> = found_in(folder)
        .into_iter()
        .filter(|(path, manifest)| manifest.vault_id == vault && has_own_name(path))
        .filter_map(|(path, manifest)| Some((path, clock::local(manifest.about.made_us)?)))
        .collect();
    let times: Vec<NaiveDateTime> = own.iter().map(|(_, at)| *at).collect();
    let kept = kept(&times);
    for (path, at) in &own {
        if path != newest
            && !kept.contains(at)
            && let Err(error) = fs::remove_file(path)
        {
            tracing::warn!(kind = %error.kind(), "a backup that is no longer needed could not be removed");
        }
    }
}

/// Whether it is a name that this program gives.
fn has_own_name(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let shape = |text: &str| {
        let mut parts = text.rsplitn(3, '-');
        let (time, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        digits(time, 6) && digits(day, 8) && parts.next().is_some()
    };
    name.strip_suffix(ENDING).is_some_and(shape)
}

/// The times that are kept. It counts back from the newest backup and not from today, so that a clock that is wrong or a long
/// holiday makes nothing go.
fn kept(times: &[NaiveDateTime]) -> BTreeSet<NaiveDateTime> {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.reverse();
    let mut kept: BTreeSet<NaiveDateTime> = times.first().copied().into_iter().collect();
    let rules: [(usize, Span); 3] = [
        (DAYS, |at| (at.year(), at.ordinal())),
        (WEEKS, |at| (at.iso_week().year(), at.iso_week().week())),
        (MONTHS, |at| (at.year(), at.month())),
    ];
    for (most, span) in rules {
        let mut seen = BTreeSet::new();
        for at in &times {
            if seen.len() == most {
                break;
            }
            if seen.insert(span(*at)) {
                kept.insert(*at);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, NaiveDate};
    use std::path::PathBuf;

    fn start() -> NaiveDateTime {
        let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        day.and_hms_opt(8, 0, 0).unwrap()
    }

    /// Three backups on each working day of two years, thinned out after each as the program does.
    #[test]
    fn over_two_years_the_newest_and_14_days_8_weeks_and_12_months_stay() {
        let mut there: Vec<NaiveDateTime> = Vec::new();
        let mut most = 0;
        for day in 0..731 {
            for hour in [0, 4, 9] {
                let at = start() + Duration::days(day) + Duration::hours(hour);
                if at.weekday().number_from_monday() > 5 {
                    continue;
                }
                there.push(at);
                let stay = kept(&there);
                assert!(stay.contains(&at), "the newest stays");
                there.retain(|one| stay.contains(one));
                most = most.max(there.len());
            }
        }
        assert!(most <= 1 + DAYS + WEEKS + MONTHS, "{most}");
        let newest = *there.iter().max().unwrap();
        assert_eq!(newest, start() + Duration::days(730) + Duration::hours(9));
        let count = |span: fn(&NaiveDateTime) -> String, since: Duration| {
            let recent = there.iter().filter(|at| newest - **at <= since);
            recent.map(span).collect::<BTreeSet<_>>().len()
        };
        let day = |at: &NaiveDateTime| at.format("%F").to_string();
        // Fourteen working days lie within 19 days, with one backup for each day gone by.
        assert_eq!(count(day, Duration::days(19)), 14);
        assert!(count(|at| at.format("%G-%V").to_string(), Duration::days(56)) >= 8);
        assert!(count(|at| at.format("%Y-%m").to_string(), Duration::days(366)) >= 12);
        // What stays of a span that has gone by is the last of it.
        let oldest = there.iter().min().unwrap();
        assert!((newest - *oldest) < Duration::days(370), "{oldest}");
        assert_eq!(oldest.format("%H").to_string(), "17", "{oldest}");
    }

    #[test]
    fn a_clock_that_was_wrong_or_a_long_pause_makes_nothing_go() {
        let ahead = start() + Duration::days(4000);
        let times = [start(), start() + Duration::days(1), ahead];
        assert_eq!(kept(&times).len(), 3);
        assert_eq!(kept(&[start()]).len(), 1);
        assert!(kept(&[]).is_empty());
    }

    #[test]
    fn only_names_that_the_program_gives_are_its_own() {
        for (name, own) in [
            ("clinic-20261130-010203.lamina-backup", true),
            ("my-clinic-20261130-010203.lamina-backup", true),
            ("before-the-move.lamina-backup", false),
            ("20261130-010203.lamina-backup", false),
            ("clinic-20261130-0102.lamina-backup", false),
            ("clinic-20261130-010203.zip", false),
        ] {
            assert_eq!(has_own_name(&PathBuf::from(name)), own, "{name}");
        }
    }
}
