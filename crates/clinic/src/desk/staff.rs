//! The people who work at the vault, at the desk: looked at by everybody, changed by who answers for it.
//!
//! What must hold: every change asks for the passphrase of who makes it, and a wrong one costs the same wait as at the lock; a
//! code is shown once and kept nowhere.

use super::Desk;
use crate::{
    clock,
    vault::{Member, Passphrase, Staff, Vault},
};
use lamina_api::{
    ApiError, Changed, Nothing,
    staff::{AddStaff, NameOwner, Profile, SetRole, StaffCode, StaffMember, StaffRequest, StaffView},
};
use lamina_domain::{Issue, Problem, Text};
use std::time::Instant;
use uuid::Uuid;

/// The key of what changed.
const CHANGED: &str = "staff";
/// Longest name of a person, and longest line of what a letter says of them, in characters.
const LINE: usize = 100;

impl Desk {
    /// Everybody who works or worked at the open vault.
    ///
    /// # Errors
    /// `locked`, or a damaged file.
    pub async fn staff(&self, _: Nothing) -> Result<StaffView, ApiError> {
        let session = self.session().await?;
        view(session.vault()?).await
    }

    /// Gives the one person of the vault a name.
    ///
    /// # Errors
    /// `invalid` by field; `vault` with a wrong passphrase.
    pub async fn name_owner(&self, request: NameOwner) -> Result<Changed<StaffView>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        let name = name(&request.name)?;
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let vault = session.vault()?;
        self.told(vault.name_owner(&name, passphrase).await)?;
        self.keep_last_name(&vault.me());
        changed(view(vault).await?)
    }

    /// Lets somebody in by a code.
    ///
    /// # Errors
    /// `invalid` by field; `vault` with a wrong passphrase, a name that is taken, or where nobody more has room.
    pub async fn add_staff(&self, request: AddStaff) -> Result<Changed<StaffCode>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        let name = name(&request.name)?;
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let (vault, cost) = (session.vault()?, self.cost().await?);
        let code = self.told(vault.add_member(&name, request.role, passphrase, cost).await)?;
        changed(StaffCode {
            code: code.written().to_owned(),
            name: name.to_string(),
            staff: view(vault).await?,
        })
    }

    /// Gives somebody another code in place of a passphrase that they forgot.
    ///
    /// # Errors
    /// `vault` with a wrong passphrase, or for who does not work here.
    pub async fn give_code(&self, request: StaffRequest) -> Result<Changed<StaffCode>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let (vault, cost) = (session.vault()?, self.cost().await?);
        let code = self.told(vault.give_code(request.id, passphrase, cost).await)?;
        let staff = view(vault).await?;
        let theirs = staff.people.iter().find(|one| one.id == request.id);
        changed(StaffCode {
            code: code.written().to_owned(),
            name: theirs.map(|one| one.name.clone()).unwrap_or_default(),
            staff,
        })
    }

    /// Gives somebody another role.
    ///
    /// # Errors
    /// `vault` with a wrong passphrase, or for who does not work here.
    pub async fn set_role(&self, request: SetRole) -> Result<Changed<StaffView>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let vault = session.vault()?;
        self.told(vault.set_role(request.id, request.role, passphrase).await)?;
        changed(view(vault).await?)
    }

    /// Takes somebody's passphrase away.
    ///
    /// # Errors
    /// `vault` with a wrong passphrase, or for who does not work here.
    pub async fn remove_staff(&self, request: StaffRequest) -> Result<Changed<StaffView>, ApiError> {
        let passphrase = Passphrase::new(request.passphrase);
        self.may_try(Instant::now())?;
        let session = self.session().await?;
        let vault = session.vault()?;
        self.told(vault.remove_member(request.id, passphrase).await)?;
        changed(view(vault).await?)
    }

    /// Sets what letters of who is at work say of them.
    ///
    /// # Errors
    /// `invalid` by field; `vault` in a vault of one person, where the settings say it.
    pub async fn set_profile(&self, request: Profile) -> Result<Changed<StaffView>, ApiError> {
        let profile = Profile {
            position: request.position.trim().to_owned(),
            registration: request.registration.trim().to_owned(),
            contact: request.contact.trim().to_owned(),
        };
        let fields = [
            ("position", &profile.position),
            ("registration", &profile.registration),
            ("contact", &profile.contact),
        ];
        let filled = fields.into_iter().filter(|(_, text)| !text.is_empty());
        let issues: Vec<Issue> = filled
            .filter_map(|(field, text)| line(text).err().map(|problem| Issue::at(field, problem)))
            .collect();
        if !issues.is_empty() {
            return Err(ApiError::Invalid { issues });
        }
        let session = self.session().await?;
        let vault = session.vault()?;
        vault.set_profile(profile).await?;
        changed(view(vault).await?)
    }
}

/// A line of a letter, or of a list.
fn line(text: &str) -> Result<Text, Problem> {
    let text = Text::within(text, LINE)?;
    text.is_line().then_some(text).ok_or(Problem::ControlCharacter)
}

fn name(typed: &str) -> Result<Text, ApiError> {
    line(typed).map_err(|problem| ApiError::issue("name", problem))
}

fn changed<T>(value: T) -> Result<Changed<T>, ApiError> {
    Ok(Changed {
        value,
        changes: vec![CHANGED.to_owned()],
    })
}

async fn view(vault: &Vault) -> Result<StaffView, ApiError> {
    let (staff, me) = (vault.staff().await?, vault.me());
    let mut people: Vec<StaffMember> = staff.people.iter().map(|one| row(one, me.id)).collect();
    people.sort_by_cached_key(|one| (one.left.is_some(), one.name.to_lowercase()));
    let suggested = match &staff {
        Staff { people } if people.is_empty() => vault.settings().await?.author_name,
        _ => String::new(),
    };
    Ok(StaffView { people, suggested })
}

fn row(member: &Member, me: Option<Uuid>) -> StaffMember {
    StaffMember {
        id: member.id,
        name: member.name.clone(),
        role: member.role,
        profile: member.profile.clone(),
        since: clock::shown_day(member.since_us),
        left: member.left_us.map(clock::shown_day),
        invited: member.invited,
        me: me == Some(member.id),
    }
}
