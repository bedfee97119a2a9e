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
        println!("{:<58}{:>14}{:>12}{:>10}", "", "measured", "budget", "ratio");
        for [what, value, budget, ratio] in &self.0 {
            println!("{what:<58}{value:>14}{budget:>12}{ratio:>10}");
        }
    }
}
