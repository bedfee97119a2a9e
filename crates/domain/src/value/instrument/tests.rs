//! Tests of the instruments as a whole: their files, bands of a score, published vectors, and what holds for every answer.

mod bands;
mod files;
mod properties;
mod spine;
mod vectors;

use super::*;
