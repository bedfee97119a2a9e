//! Passphrase -> wrapping key by Argon2id (RFC 9106), and the range of costs that is accepted.

use crate::{error::VaultError, passphrase::Passphrase};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::time::Duration;
use zeroize::Zeroizing;

/// A key that wraps the data key; boxed so that moving it leaves no copies.
pub(crate) type Kek = Box<Zeroizing<[u8; 32]>>;

/// The most work that is accepted, in KiB times passes: what two or three seconds of a usual machine can do, and about twenty
/// times what a new vault takes at least. A forged key file can ask for no more.
pub(crate) const MOST_WORK: u64 = 4 * 1024 * 1024;

/// What deriving a key from a passphrase costs. A value that exists is within the accepted range:
/// 19 MiB to 1 GiB of memory, 2 to 20 passes, 1 to 16 lanes, and 4 GiB of memory written in all passes together.
///
/// Floor: OWASP's minimum for Argon2id. Standard: the second recommendation of RFC 9106.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    m_kib: u32,
    t: u32,
    p: u32,
}

impl KdfCost {
    /// The cheapest accepted cost: 19 MiB, 2 passes, 1 lane. For tests and sample vaults.
    pub const FLOOR: Self = Self {
        m_kib: 19 * 1024,
        t: 2,
        p: 1,
    };
    /// For new vaults: 64 MiB, 3 passes, 4 lanes.
    pub const STANDARD: Self = Self {
        m_kib: 64 * 1024,
        t: 3,
        p: 4,
    };

    const MAX_M_KIB: u32 = 1024 * 1024;
    const MAX_T: u32 = 20;
    const MAX_P: u32 = 16;

    /// A cost of `m_kib` KiB, `t` passes and `p` lanes.
    ///
    /// # Errors
    /// [`VaultError::KdfOutOfRange`] outside the accepted range.
    pub fn new(m_kib: u32, t: u32, p: u32) -> Result<Self, VaultError> {
        let accepted = (Self::FLOOR.m_kib..=Self::MAX_M_KIB).contains(&m_kib)
            && (Self::FLOOR.t..=Self::MAX_T).contains(&t)
            && (Self::FLOOR.p..=Self::MAX_P).contains(&p)
            && u64::from(m_kib) * u64::from(t) <= MOST_WORK;
        if accepted {
            Ok(Self { m_kib, t, p })
        } else {
            Err(VaultError::KdfOutOfRange { m_kib, t, p })
        }
    }

    /// A cost by which unlocking takes about [`KdfCost::AIM`] on the machine on which `took` measures how long one cost takes:
    /// more memory first, up to 256 MiB, and then more passes. Never cheaper than [`KdfCost::STANDARD`].
    pub fn for_machine(mut took: impl FnMut(Self) -> Duration) -> Self {
        let standard = Self::STANDARD;
        let measured = took(standard).as_secs_f64().max(0.001);
        let times = Self::AIM.as_secs_f64() / measured;
        let memory = [4, 2, 1]
            .into_iter()
            .find(|by| f64::from(*by) <= times)
            .unwrap_or(1);
        let m_kib = standard.m_kib * memory;
        // Cut to whole passes, so that a machine that was quiet while it was measured is not made too slow.
        let passes = (f64::from(standard.t) * times / f64::from(memory)) as u32;
        let most = u32::try_from(MOST_WORK / u64::from(m_kib)).unwrap_or(Self::MAX_T);
        Self {
            m_kib,
            t: passes.clamp(standard.t, most.min(Self::MAX_T)),
            p: standard.p,
        }
    }

    /// How long deriving should take on the machine on which a vault is made.
    const AIM: Duration = Duration::from_millis(850);

    /// Derives a key from nothing at this cost, for whoever measures how long that takes.
    ///
    /// # Errors
    /// A machine short of memory.
    pub fn try_out(self) -> Result<(), VaultError> {
        derive_kek(&Passphrase::new(String::new()), &[0; 16], self).map(drop)
    }

    /// How much work it is, in KiB times passes.
    pub(crate) fn work(self) -> u64 {
        u64::from(self.m_kib) * u64::from(self.t)
    }

    /// Memory for one derivation, in KiB.
    pub fn m_kib(self) -> u32 {
        self.m_kib
    }

    /// Passes over the memory.
    pub fn t(self) -> u32 {
        self.t
    }

    /// Lanes that are filled at the same time.
    pub fn p(self) -> u32 {
        self.p
    }
}

impl Default for KdfCost {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// Derives the wrapping key of one slot. Takes from a tenth of a second to several seconds.
pub(crate) fn derive_kek(passphrase: &Passphrase, salt: &[u8], cost: KdfCost) -> Result<Kek, VaultError> {
    let out_of_range = || VaultError::KdfOutOfRange {
        m_kib: cost.m_kib,
        t: cost.t,
        p: cost.p,
    };
    let mut kek: Kek = Box::default();
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(kek.len())).map_err(|_| out_of_range())?;
    // Our own buffer, because what Argon2 leaves in it is as good as the key: it is wiped here. Reserved so
    // that a machine short of memory answers with an error instead of ending the program.
    let mut memory = Zeroizing::new(Vec::new());
    let blocks = params.block_count();
    memory.try_reserve_exact(blocks).map_err(|_| VaultError::Io {
        kind: std::io::ErrorKind::OutOfMemory,
    })?;
    memory.resize(blocks, Block::new());
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.expose(), salt, &mut kek[..], &mut memory[..])
        .map_err(|_| VaultError::Crypto)?;
    Ok(kek)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_is_exact_at_both_ends() {
        assert_eq!(KdfCost::new(19_456, 2, 1), Ok(KdfCost::FLOOR));
        assert_eq!(KdfCost::new(65_536, 3, 4), Ok(KdfCost::default()));
        assert!(KdfCost::new(1_048_576, 4, 16).is_ok());
        assert!(KdfCost::new(209_715, 20, 16).is_ok());
        for (m_kib, t, p) in [
            (19_455, 2, 1),
            (19_456, 1, 1),
            (19_456, 2, 0),
            (1_048_577, 2, 1),
            (1_048_576, 5, 16),
            (209_716, 20, 16),
            (19_456, 21, 1),
            (19_456, 2, 17),
            (u32::MAX, u32::MAX, u32::MAX),
            (0, 0, 0),
        ] {
            assert_eq!(
                KdfCost::new(m_kib, t, p),
                Err(VaultError::KdfOutOfRange { m_kib, t, p })
            );
        }
    }

    /// A machine that needs so long for the standard cost, and in proportion for others.
    fn machine(standard_ms: u64) -> (KdfCost, f64) {
        let took = |cost: KdfCost| {
            Duration::from_secs_f64(
                standard_ms as f64 / 1000.0 * cost.work() as f64 / KdfCost::STANDARD.work() as f64,
            )
        };
        let cost = KdfCost::for_machine(took);
        (cost, took(cost).as_secs_f64())
    }

    #[test]
    fn a_new_vault_takes_most_of_a_second_on_fast_and_slow_machines_and_never_less_than_the_standard() {
        for ms in [60, 110, 200, 300] {
            let (cost, seconds) = machine(ms);
            assert!((0.6..=1.0).contains(&seconds), "{ms} ms: {cost:?}, {seconds} s");
            assert_eq!(KdfCost::new(cost.m_kib, cost.t, cost.p), Ok(cost));
        }
        for slow in [700, 5_000, 600_000] {
            assert_eq!(machine(slow).0, KdfCost::STANDARD);
        }
        assert_eq!(
            machine(0).0.work(),
            256 * 1024 * 16,
            "no machine is so fast that a key file is refused"
        );
    }

    #[test]
    fn a_cost_can_be_tried_out() {
        assert_eq!(KdfCost::FLOOR.try_out(), Ok(()));
    }

    #[test]
    fn the_key_depends_on_passphrase_and_salt() {
        let key = |passphrase: &str, salt: u8| {
            **derive_kek(&Passphrase::new(passphrase.into()), &[salt; 16], KdfCost::FLOOR).unwrap()
        };
        let first = key("one", 1);
        assert_eq!(first, key("one", 1));
        assert_ne!(first, key("two", 1));
        assert_ne!(first, key("one", 2));
    }
}
