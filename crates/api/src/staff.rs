//! The people who work at a vault, as the window sees them: each with a role, and each with a passphrase of their own. A passphrase
//! only ever goes in; a code leaves the core once, to be handed on.

use crate::{hidden::hidden, role::Role, table::Access};
use lamina_domain::Noun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Who has the vault open, and what they may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Me {
    /// The name under which what they do is recorded.
    pub name: String,
    /// Their role in the clinic.
    pub role: Role,
    /// They signed in by a code and have to set a passphrase of their own before anything else.
    pub by_code: bool,
    /// What they may do.
    pub may: Vec<Access>,
    /// What they may record.
    pub records: Vec<Noun>,
    /// Whether they may let a paused walking plan go on.
    pub reopens_walking: bool,
}

/// What a person's letters say of who wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Their position, as it stands under a letter.
    pub position: String,
    /// Their registration number with its body.
    pub registration: String,
    /// How to reach them.
    pub contact: String,
}

/// Somebody who works or worked at this vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffMember {
    /// The id by which the key file knows them.
    pub id: Uuid,
    /// The name under which they sign in and under which what they do is recorded. It never changes, and nobody else gets it.
    pub name: String,
    /// Their role in the clinic.
    pub role: Role,
    /// What their letters say of them.
    pub profile: Profile,
    /// The day on which they were let in.
    pub since: String,
    /// The day on which their passphrase was taken away; none of who works here.
    pub left: Option<String>,
    /// They have a code and did not sign in with it yet.
    pub invited: bool,
    /// It is the one who asks.
    pub me: bool,
}

/// Everybody who works or worked at this vault; empty where it has one person, who needs no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffView {
    /// Those who work here first, each group by name.
    pub people: Vec<StaffMember>,
    /// The name that is offered for the one person of the vault.
    pub suggested: String,
}

/// Gives the one person of a vault a name, so that others can be let in.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameOwner {
    /// The name under which what they do is recorded from now on.
    pub name: String,
    /// Their passphrase, which stays.
    pub passphrase: String,
}

/// Lets somebody in by a code.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddStaff {
    /// The name under which they sign in.
    pub name: String,
    /// Their role in the clinic.
    pub role: Role,
    /// The passphrase of who lets them in.
    pub passphrase: String,
}

/// Something about somebody who works here, which needs the passphrase of who asks.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StaffRequest {
    /// Whom it is about.
    pub id: Uuid,
    /// The passphrase of who asks.
    pub passphrase: String,
}

/// Gives somebody another role.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRole {
    /// Whose role it is.
    pub id: Uuid,
    /// The role from now on.
    pub role: Role,
    /// The passphrase of who asks.
    pub passphrase: String,
}

/// A code for one sign-in, to be handed to whom it is for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffCode {
    /// The code, in its groups.
    pub code: String,
    /// Whom it is for.
    pub name: String,
    /// Everybody as they are now.
    pub staff: StaffView,
}

hidden!(NameOwner AddStaff StaffRequest SetRole StaffCode);
