//! `cargo xtask bench`: how fast Lamina is on a clinic of ten thousand (or as many as its argument says), as figures beside their budgets.
//!
//! Nothing here passes or fails: the machine decides. A figure is given with its budget and the ratio of the two, and
//! the window's start and memory are given beyond those of an empty window on the same machine.

mod record;
mod report;
#[cfg(target_os = "linux")]
mod scores;
mod search;
#[cfg(target_os = "linux")]
mod start;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        #[cfg(target_os = "linux")]
        ["once", vault] => start::once(Some(vault)),
        #[cfg(target_os = "linux")]
        ["once"] => start::once(None),
        #[cfg(target_os = "linux")]
        ["scores", vault] => scores::once(vault),
        patients @ ([] | [_]) => {
            let mut report = report::Report::default();
            let patients = patients.first().map_or(Ok(10_000), |number| number.parse());
            record::measure(&mut report, patients.expect("the number of patients in digits"));
            report.print();
            #[cfg(target_os = "linux")]
            {
                let mut report = report::Report::default();
                scores::measure(&mut report);
                start::measure(&mut report);
                report.print();
            }
        }
        _ => eprintln!("bench takes the number of patients, or nothing for ten thousand"),
    }
}
