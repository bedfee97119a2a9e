//! One unambiguous byte string for what is authenticated, independent of how the file spells it.
//!
//! Every part is preceded by its length, so no two different lists of parts give the same bytes.

/// Collects the parts of an authenticated text.
pub(crate) struct Canonical(Vec<u8>);

impl Canonical {
    /// Starts with a label that keeps texts of different purpose apart.
    pub(crate) fn new(label: &str) -> Self {
        Self(Vec::new()).part(label.as_bytes())
    }

    pub(crate) fn part(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_a_boundary_changes_the_text() {
        let a = Canonical::new("t").part(b"ab").part(b"c").finish();
        let b = Canonical::new("t").part(b"a").part(b"bc").finish();
        assert_ne!(a, b);
    }
}
