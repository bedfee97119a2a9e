//! Changing who works at a vault: giving the owner a name, letting others in, other roles, leaving.
//!
//! Once the owner has a name, others are let in by a code, with which they set a passphrase of their own.
//!
//! What must hold: a name belongs to one person for ever, also after they left, since the record and the log name them by it;
//! whoever changes the staff says their passphrase; nobody changes their own role or removes themselves, so that an owner stays.

use crate::{
    clock,
    recovery::InForce,
    vault::{Attempt, ClinicError, KdfCost, Member, Passphrase, Staff, Vault, VaultError},
};
use lamina_api::{Access, role::Role, staff::Profile};
use lamina_domain::Text;
use lamina_store::{Act, Audit, ObjectKind, ObjectRef};
use lamina_vault::{OneTimeCode, Proof, Rekeying};
use std::{path::Path, sync::Arc};
use uuid::Uuid;

impl Vault {
    /// Gives the one person of this vault a name, by which they sign in from now on, and takes over what the settings say of the
    /// author of letters. What waits as a draft stays theirs.
    ///
    /// # Errors
    /// A wrong passphrase; [`VaultError::NoSuchHolder`] where the vault has named people already; a full disk.
    pub async fn name_owner(&self, name: &Text, passphrase: Passphrase) -> Result<(), ClinicError> {
        const ACT: Act = Act::NameOwner;
        self.allow(Access::Manage, Attempt::act(ACT)).await?;
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
        self.staff_in_force(ACT, &owner, next, staff).await?;
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
        self.allow(Access::Manage, Attempt::act(ACT)).await?;
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
        self.coded(ACT, &member, passphrase, cost, staff).await
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
        self.coded(ACT, &member, passphrase, cost, staff).await
    }

    async fn coded(
        &self,
        act: Act,
        member: &Member,
        passphrase: Passphrase,
        cost: KdfCost,
        staff: Staff,
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
        self.staff_in_force(ACT, &member, next, staff).await
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
        self.allow(Access::Manage, Attempt::act(act)).await?;
        if self.me().id == Some(id) {
            return Err(VaultError::NoSuchHolder.into());
        }
        self.staff().await
    }

    /// Notes that who is at work has a passphrase of their own now; what is written with the change of the key file.
    pub(crate) async fn with_own_passphrase(&self) -> Result<Option<Staff>, ClinicError> {
        let me = self.me();
        let Some(id) = me.id.filter(|_| me.by_code) else {
            return Ok(None);
        };
        let mut staff = self.staff().await?;
        staff.member_mut(id)?.invited = false;
        Ok(Some(staff))
    }

    async fn staff_in_force(
        &self,
        act: Act,
        member: &Member,
        next: Rekeying,
        staff: Staff,
    ) -> Result<(), ClinicError> {
        let change = InForce {
            row: row(act, member),
            staff: Some(staff),
            next,
        };
        self.put_in_force(change).await
    }

    async fn keep_staff(&self, row: Audit, staff: &Staff) -> Result<(), ClinicError> {
        let mut unit = self.store().begin(&self.actor(), clock::now_us()).await?;
        staff.write(&mut unit).await?;
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
