//! Letters as outside programs see them: poppler reads them, qpdf checks them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is a failed test"
)]

mod judged;
mod pages;
mod property;
mod support;
mod widths;
