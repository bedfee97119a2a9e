//! Makes everything anew that is derived from the versions: the nouns' own tables and those of the search.

use sqlx::AssertSqlSafe;

use crate::act::Act;
use crate::audit::{Actor, Audit, AuditHead};
use crate::derived::{Derive, Placed};
use crate::error::StoreError;
use crate::lists;
use crate::noun::{Noun, Row, table};
use crate::store::Store;
use crate::unit::Unit;
use crate::version::Status;
use crate::versions::{Last, Pages, Stored};

impl Store {
    /// Throws away all that is derived and derives it again, in one change. `at_us` is the time of it in microseconds
    /// since 1970-01-01 UTC.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] where `derive` cannot read a fact; nothing was changed then.
    pub async fn rebuild(&self, actor: &Actor, at_us: i64, derive: Derive) -> Result<AuditHead, StoreError> {
        let mut unit = self.begin(actor, at_us).await?;
        unit.rebuild(derive).await?;
        unit.commit(Audit::done(Act::Rebuild)).await
    }
}

impl Unit {
    async fn rebuild(&mut self, derive: Derive) -> Result<(), StoreError> {
        self.step()?;
        let clinic = self.clinic();
        lists::clear(self.conn(), clinic).await?;
        for noun in Noun::ALL {
            let sql = format!("DELETE FROM {} WHERE clinic_id = $1", table(noun));
            sqlx::query(AssertSqlSafe(sql))
                .bind(clinic)
                .execute(self.conn())
                .await?;
        }
        let (mut pages, mut last) = (Pages::default(), Last::default());
        loop {
            let page = pages.next(self.conn(), clinic).await?;
            if page.is_empty() {
                break;
            }
            let counting: Vec<Stored> = page.into_iter().filter_map(|one| last.take(one)).collect();
            self.derive_all(&counting, derive).await?;
        }
        let end: Vec<Stored> = last.end().into_iter().collect();
        self.derive_all(&end, derive).await?;
        self.step_done();
        Ok(())
    }

    async fn derive_all(&mut self, versions: &[Stored], derive: Derive) -> Result<(), StoreError> {
        let mut rows: Vec<(&Stored, Row)> = Vec::with_capacity(versions.len());
        for one in versions.iter().filter(|one| one.status == Status::Active) {
            rows.push((one, derive(&one.content).ok_or(StoreError::Unreadable)?));
        }
        let placed: Vec<Placed<'_>> = rows
            .iter()
            .map(|(one, row)| Placed {
                patient: one.patient,
                id: one.id,
                number: one.number,
                row,
            })
            .collect();
        self.derive(&placed).await
    }
}
