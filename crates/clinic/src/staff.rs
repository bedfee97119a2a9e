//! The people who work at a vault: who is at work now, what they may do, and letting others in.
//!
//! A vault of one person knows no staff: whoever opens it owns it and is asked for no name. Once the owner has a name, others are
//! let in by a code, with which they set a passphrase of their own. The staff is kept as a setting, which the log seals with the
//! others; the key file knows a person by the same id.
//!
//! What must hold: a name belongs to one person for ever, also after they left, since the record and the log name them by it;
//! whoever changes the staff says their passphrase; nobody changes their own role or removes themselves, so that an owner stays.

use crate::{
    clock,
    recovery::InForce,
    vault::{ClinicError, KdfCost, Passphrase, Person, Vault, VaultError},
};
use lamina_api::{Access, role::Role, settings::Settings, staff::Profile};
use lamina_domain::{Noun, Text};
use lamina_store::{Act, Actor, Audit, ObjectKind, ObjectRef, Outcome, Store};
use lamina_vault::{KeyHolder, OneTimeCode, OpenedBy, Proof, Rekeying, is_same_name};
use serde::{Deserialize, Serialize};
use std::{path::Path, sync::Arc};
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

    fn holder(&self) -> KeyHolder {
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

    /// Who works here under that id.
    fn member(&self, id: Uuid) -> Option<&Member> {
        self.people.iter().find(|one| one.id == id && one.works_here())
    }

    fn member_mut(&mut self, id: Uuid) -> Result<&mut Member, ClinicError> {
        let found = self
            .people
            .iter_mut()
            .find(|one| one.id == id && one.works_here());
        found.ok_or_else(|| VaultError::NoSuchHolder.into())
    }

    fn is_taken(&self, name: &str) -> bool {
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
}

/// What somebody wants to do, as the log names it where it is not theirs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    kind: ObjectKind,
    id: &'a str,
}

impl<'a> Asked<'a> {
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
    pub(crate) async fn allow(&self, access: Access, asked: Asked<'_>) -> Result<(), ClinicError> {
        self.allow_if(self.me().may(access), asked).await
    }

    /// The same for recording facts of that kind.
    ///
    /// # Errors
    /// As for [`Vault::allow`].
    pub(crate) async fn allow_recording(&self, noun: Noun) -> Result<(), ClinicError> {
        self.allow_if(self.me().records(noun), Asked::noun(noun)).await
    }

    /// The same where it was found out already.
    ///
    /// # Errors
    /// As for [`Vault::allow`].
    pub(crate) async fn allow_if(&self, may: bool, asked: Asked<'_>) -> Result<(), ClinicError> {
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

    /// Gives the one person of this vault a name, by which they sign in from now on, and takes over what the settings say of the
    /// author of letters. What waits as a draft stays theirs.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NoSuchHolder`] where the vault has named people already; a full disk.
    pub async fn name_owner(&self, name: &Text, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::NameOwner;
        self.allow(Access::Manage, Asked::act(ACT)).await?;
        let mut staff = self.staff().await?;
        if !staff.people.is_empty() {
            return Err(VaultError::NoSuchHolder.into());
        }
        let settings = self.settings().await?;
        let owner = Member {
            id: clock::new_id(),
            name: name.to_string(),
            role: Role::Owner,
            profile: Profile {
                position: settings.author_role,
                registration: settings.author_registration,
                contact: settings.author_contact,
            },
            since_us: clock::now_us(),
            left_us: None,
            invited: false,
        };
        let holder = owner.holder();
        let named = move |vault: &Path, proof: Proof<'_>| lamina_vault::name_holder(vault, proof, &holder);
        let next = self.proven(ACT, passphrase, named).await?;
        let before = self.me().name;
        staff.people.push(owner.clone());
        self.staff_in_force(ACT, &owner, next, &staff).await?;
        self.goes_on_as(|me| {
            me.id = Some(owner.id);
            me.name.clone_from(&owner.name);
        });
        // What was noted under the name of the system belongs to the same person.
        self.store().hand_over(&before, &owner.name).await?;
        Ok(())
    }

    /// Lets somebody in: they get a code, and set a passphrase of their own with it.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NameTaken`]; [`VaultError::NameMissing`] where the owner has no name yet;
    /// [`VaultError::TooManyHolders`]; a full disk.
    pub async fn add_member(
        &self,
        name: &Text,
        role: Role,
        passphrase: Passphrase,
        cost: KdfCost,
    ) -> Result<OneTimeCode, ClinicError> {
        const ACT: Act = Act::LetIn;
        self.allow(Access::Manage, Asked::act(ACT)).await?;
        let mut staff = self.staff().await?;
        if staff.is_taken(name.as_str()) {
            return Err(VaultError::NameTaken.into());
        }
        let member = Member {
            id: clock::new_id(),
            name: name.to_string(),
            role,
            profile: Profile::default(),
            since_us: clock::now_us(),
            left_us: None,
            invited: true,
        };
        staff.people.push(member.clone());
        self.coded(ACT, &member, passphrase, cost, &staff).await
    }

    /// Gives somebody another code, in place of a passphrase that they forgot.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NoSuchHolder`] for oneself and for who does not work here; a full disk.
    pub async fn give_code(
        &self,
        id: Uuid,
        passphrase: Passphrase,
        cost: KdfCost,
    ) -> Result<OneTimeCode, ClinicError> {
        const ACT: Act = Act::GiveCode;
        let mut staff = self.others(ACT, id).await?;
        let member = staff.member_mut(id)?;
        member.invited = true;
        let member = member.clone();
        self.coded(ACT, &member, passphrase, cost, &staff).await
    }

    async fn coded(
        &self,
        act: Act,
        member: &Member,
        passphrase: Passphrase,
        cost: KdfCost,
        staff: &Staff,
    ) -> Result<OneTimeCode, ClinicError> {
        let code = Arc::new(OneTimeCode::generate()?);
        let (holder, given) = (member.holder(), Arc::clone(&code));
        let let_in = move |vault: &Path, proof: Proof<'_>| {
            lamina_vault::give_code(vault, proof, &holder, &given, cost)
        };
        let next = self.proven(act, passphrase, let_in).await?;
        self.staff_in_force(act, member, next, staff).await?;
        Arc::into_inner(code).ok_or(ClinicError::Interrupted)
    }

    /// Gives somebody another role.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NoSuchHolder`] for oneself and for who does not work here; a full disk.
    pub async fn set_role(&self, id: Uuid, role: Role, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::SetRole;
        let mut staff = self.others(ACT, id).await?;
        let member = staff.member_mut(id)?;
        member.role = role;
        let member = member.clone();
        self.proven(ACT, passphrase, lamina_vault::check).await?;
        self.keep_staff(row(ACT, &member), &staff).await
    }

    /// Takes somebody's passphrase away, so that it opens nothing any more. What they recorded stays theirs.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NoSuchHolder`] for oneself and for who does not work here; a full disk.
    pub async fn remove_member(&self, id: Uuid, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::RemovePerson;
        let mut staff = self.others(ACT, id).await?;
        let member = staff.member_mut(id)?;
        member.left_us = Some(clock::now_us());
        member.invited = false;
        let member = member.clone();
        let removed = move |vault: &Path, proof: Proof<'_>| lamina_vault::remove_holder(vault, proof, id);
        let next = self.proven(ACT, passphrase, removed).await?;
        self.staff_in_force(ACT, &member, next, &staff).await
    }

    /// Sets what letters of who is at work say of them.
    ///
    /// # Errors
    /// [`VaultError::NoSuchHolder`] in a vault of one person, where the settings say it; a full disk.
    pub async fn set_profile(&self, profile: Profile) -> Result<(), ClinicError> {
        let id = self.me().id.ok_or(VaultError::NoSuchHolder)?;
        let mut staff = self.staff().await?;
        let mine = staff.member_mut(id)?;
        if mine.profile == profile {
            return Ok(());
        }
        mine.profile = profile;
        let mine = mine.clone();
        self.keep_staff(row(Act::SetProfile, &mine), &staff).await
    }

    /// The staff, for a change of somebody else.
    async fn others(&self, act: Act, id: Uuid) -> Result<Staff, ClinicError> {
        self.allow(Access::Manage, Asked::act(act)).await?;
        if self.me().id == Some(id) {
            return Err(VaultError::NoSuchHolder.into());
        }
        self.staff().await
    }

    /// Notes that who is at work has a passphrase of their own now; what is written with the change of the key file.
    pub(crate) async fn with_own_passphrase(
        &self,
    ) -> Result<Option<(String, serde_json::Value)>, ClinicError> {
        let me = self.me();
        let Some(id) = me.id.filter(|_| me.by_code) else {
            return Ok(None);
        };
        let mut staff = self.staff().await?;
        staff.member_mut(id)?.invited = false;
        Ok(Some((STAFF.to_owned(), serde_json::to_value(staff)?)))
    }

    async fn staff_in_force(
        &self,
        act: Act,
        member: &Member,
        next: Rekeying,
        staff: &Staff,
    ) -> Result<(), ClinicError> {
        let change = InForce {
            row: row(act, member),
            also: Some((STAFF.to_owned(), serde_json::to_value(staff)?)),
            next,
        };
        self.put_in_force(change).await
    }

    async fn keep_staff(&self, row: Audit, staff: &Staff) -> Result<(), ClinicError> {
        let mut unit = self.store().begin(&self.actor(), clock::now_us()).await?;
        unit.set_setting(STAFF, &serde_json::to_value(staff)?).await?;
        unit.commit(row).await?;
        Ok(())
    }
}

/// The row of the log about somebody who works here.
fn row(act: Act, member: &Member) -> Audit {
    Audit {
        object: Some(ObjectRef {
            kind: ObjectKind::Staff,
            id: format!("{} ({})", member.name, member.role.name()),
        }),
        ..Audit::done(act)
    }
}

#[cfg(test)]
mod tests;
