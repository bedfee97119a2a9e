//! The figures, beside their budgets.

use std::time::Duration;

/// Figures in the order in which they were taken.
#[derive(Default)]
pub struct Report(Vec<[String; 4]>);

impl Report {
    /// A time beside its budget.
    pub fn time(&mut self, what: &str, taken: Duration, budget_ms: f64) {
        self.figure(what, taken.as_secs_f64() * 1000.0, "ms", Some(budget_ms));
    }

    /// The median and the 95th percentile of several times, the latter beside its budget.
    pub fn times(&mut self, what: &str, mut taken: Vec<Duration>, budget_ms: f64) {
        taken.sort();
        let at = |share: usize| taken.get(taken.len() * share / 100).copied().unwrap_or_default();
        self.figure(&format!("{what}, p50"), at(50).as_secs_f64() * 1000.0, "ms", None);
        self.time(&format!("{what}, p95"), at(95), budget_ms);
    }

    /// The median and the 95th percentile of several times, the latter beside its budget, and beside three times that of
    /// another way to the same.
    pub fn beside(&mut self, what: &str, taken: Vec<Duration>, other: &[Duration], budget_ms: f64) {
        let mut other = other.to_vec();
        other.sort();
        let other = other.get(other.len() * 95 / 100).copied().unwrap_or_default();
        let mut sorted = taken.clone();
        sorted.sort();
        let ours = sorted.get(sorted.len() * 95 / 100).copied().unwrap_or_default();
        self.times(what, taken, budget_ms);
        let plain = other.as_secs_f64() * 1000.0;
        self.0.push([
            "  the same in plain SQLite, p95, and how many times that".to_owned(),
            format!("{plain:.1} ms"),
            "3 times".to_owned(),
            format!("{:.2}", ours.as_secs_f64() * 1000.0 / plain),
        ]);
    }

    /// A number with its unit, beside its budget where there is one.
    pub fn figure(&mut self, what: &str, value: f64, unit: &str, budget: Option<f64>) {
        let (budget, ratio) = match budget {
            Some(budget) => (format!("{budget} {unit}"), format!("{:.2}", value / budget)),
            None => (String::new(), String::new()),
        };
        self.0
            .push([what.to_owned(), format!("{value:.1} {unit}"), budget, ratio]);
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("{:<66}{:>14}{:>12}{:>10}", "", "measured", "budget", "ratio");
        for [what, value, budget, ratio] in &self.0 {
            println!("{what:<66}{value:>14}{budget:>12}{ratio:>10}");
        }
    }
}
