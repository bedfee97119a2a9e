//! Who has a vault open, who works at it, and what each may do. A vault of one person knows no staff: whoever opens it owns it.
//!
//! The staff is kept as a setting, which the log seals with the others; the key file knows a person by the same id.

use super::{ClinicError, Person, Vault, VaultError};
use crate::clock;
use lamina_api::{Access, role::Role, settings::Settings, staff::Profile};
use lamina_domain::Noun;
use lamina_store::{Act, Actor, Audit, ObjectKind, ObjectRef, Outcome, Store, Unit};
use lamina_vault::{KeyHolder, OpenedBy, is_same_name};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The setting that holds the staff.
const STAFF: &str = "staff";

/// Somebody who works or worked at a vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The id by which the key file knows them.
    pub id: Uuid,
    /// The name under which they sign in and that stands on what they record.
    pub name: String,
    /// Their role in the clinic.
    pub role: Role,
    /// What their letters say of them.
    #[serde(default)]
    pub profile: Profile,
    /// When they were let in, in microseconds since 1970-01-01 UTC.
    pub since_us: i64,
    /// When their passphrase was taken away; none of who works here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_us: Option<i64>,
    /// They have a code and set no passphrase of their own since.
    #[serde(default)]
    pub invited: bool,
}

impl Member {
    /// Whether they still work here.
    pub fn works_here(&self) -> bool {
        self.left_us.is_none()
    }

    pub(crate) fn holder(&self) -> KeyHolder {
        KeyHolder {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

/// Everybody who works or worked at a vault, in the order in which they came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Each of them once.
    pub people: Vec<Member>,
}

impl Staff {
    async fn of(store: &Store) -> Result<Self, ClinicError> {
        let kept = store.setting(STAFF).await?;
        Ok(kept.map(serde_json::from_value).transpose()?.unwrap_or_default())
    }

    /// Puts it in the place of the staff that was kept, as a part of this unit.
    pub(crate) async fn write(&self, unit: &mut Unit) -> Result<(), ClinicError> {
        Ok(unit.set_setting(STAFF, &serde_json::to_value(self)?).await?)
    }

    /// Who works here under that id.
    pub(crate) fn member(&self, id: Uuid) -> Option<&Member> {
        self.people.iter().find(|one| one.id == id && one.works_here())
    }

    pub(crate) fn member_mut(&mut self, id: Uuid) -> Result<&mut Member, ClinicError> {
        let found = self
            .people
            .iter_mut()
            .find(|one| one.id == id && one.works_here());
        found.ok_or_else(|| VaultError::NoSuchHolder.into())
    }

    pub(crate) fn is_taken(&self, name: &str) -> bool {
        self.people.iter().any(|one| is_same_name(&one.name, name))
    }
}

/// Who has a vault open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtWork {
    /// Their id; none for the one person of a vault.
    pub id: Option<Uuid>,
    /// The name under which what they do is recorded.
    pub name: String,
    /// Their role in the clinic.
    pub role: Role,
    /// They signed in by a code and may do nothing before they have set a passphrase of their own.
    pub by_code: bool,
    session_id: Uuid,
}

impl AtWork {
    /// Whose passphrase opened the vault in `store`. Where that was the recovery key, or a key file from before people had names,
    /// it is taken for the owner's.
    pub(crate) async fn of(
        store: &Store,
        opened_by: Option<OpenedBy>,
        person: &Person,
    ) -> Result<Self, ClinicError> {
        let staff = Staff::of(store).await?;
        let member = match opened_by {
            Some(by) => Some(staff.member(by.id).ok_or(VaultError::NoSuchHolder)?),
            None => staff
                .people
                .iter()
                .find(|one| one.works_here() && one.role == Role::Owner),
        };
        let session_id = clock::new_id();
        Ok(match member {
            Some(member) => Self {
                id: Some(member.id),
                name: member.name.clone(),
                role: member.role,
                by_code: opened_by.is_some_and(|by| by.by_code),
                session_id,
            },
            None => Self {
                id: None,
                name: person.name.clone(),
                role: Role::Owner,
                by_code: false,
                session_id,
            },
        })
    }

    /// As the log names them.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            id: self.name.clone(),
            role: self.role.name().to_owned(),
            session_id: self.session_id,
        }
    }

    /// Whether they may do it now.
    pub fn may(&self, access: Access) -> bool {
        match self.by_code {
            true => matches!(access, Access::Always | Access::SignedIn),
            false => self.role.may(access),
        }
    }

    /// Whether they may record facts of that kind now.
    pub fn records(&self, noun: Noun) -> bool {
        !self.by_code && self.role.records(noun)
    }

    /// Whether they may let a paused walking plan go on now.
    pub fn reopens_walking(&self) -> bool {
        !self.by_code && self.role.reopens_walking()
    }
}

/// What somebody wants to do, as the log names it where it is not theirs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempt<'a> {
    kind: ObjectKind,
    id: &'a str,
}

impl<'a> Attempt<'a> {
    /// A command, or a part of one.
    pub(crate) fn task(id: &'a str) -> Self {
        Self {
            kind: ObjectKind::Command,
            id,
        }
    }

    /// What would stand in the log as this act.
    pub(crate) fn act(act: Act) -> Self {
        Self::task(act.name())
    }

    /// Writing facts of that kind.
    pub(crate) fn noun(noun: Noun) -> Self {
        Self {
            kind: ObjectKind::Noun,
            id: noun.name(),
        }
    }
}

impl Vault {
    /// Lets nobody go on who may not do it. That they tried stands in the log.
    ///
    /// # Errors
    /// [`ClinicError::NotInRole`], [`ClinicError::OwnPassphraseFirst`].
    pub(crate) async fn allow(&self, access: Access, asked: Attempt<'_>) -> Result<(), ClinicError> {
        self.allow_if(self.me().may(access), asked).await
    }

    /// The same for recording facts of that kind.
    ///
    /// # Errors
    /// As for [`Vault::allow`].
    pub(crate) async fn allow_recording(&self, noun: Noun) -> Result<(), ClinicError> {
        self.allow_if(self.me().records(noun), Attempt::noun(noun)).await
    }

    /// The same where it was found out already.
    ///
    /// # Errors
    /// As for [`Vault::allow`].
    pub(crate) async fn allow_if(&self, may: bool, asked: Attempt<'_>) -> Result<(), ClinicError> {
        if may {
            return Ok(());
        }
        let row = Audit {
            object: Some(ObjectRef {
                kind: asked.kind,
                id: asked.id.to_owned(),
            }),
            outcome: Outcome::Refused,
            ..Audit::done(Act::Try)
        };
        self.note(row).await?;
        let me = self.me();
        Err(match me.by_code {
            true => ClinicError::OwnPassphraseFirst,
            false => ClinicError::NotInRole { role: me.role },
        })
    }

    /// Everybody who works or worked here.
    ///
    /// # Errors
    /// A damaged file.
    pub async fn staff(&self) -> Result<Staff, ClinicError> {
        Staff::of(self.store()).await
    }

    /// What the clinic set, with who is at work as the author of letters where they have a name of their own.
    ///
    /// # Errors
    /// A damaged file.
    pub(crate) async fn author_settings(&self) -> Result<Settings, ClinicError> {
        let settings = self.settings().await?;
        let Some(id) = self.me().id else {
            return Ok(settings);
        };
        let staff = self.staff().await?;
        let Some(Member { name, profile, .. }) = staff.member(id).cloned() else {
            return Ok(settings);
        };
        Ok(Settings {
            author_name: name,
            author_role: profile.position,
            author_registration: profile.registration,
            author_contact: profile.contact,
            ..settings
        })
    }
}
