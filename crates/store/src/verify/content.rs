//! The bytes of attached files against the facts that name them: a content has the length and the hash that it is named by, all
//! its pieces are there, and nothing lies there that no version names.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::Problem;
use crate::content::is_hash_of;
use crate::error::StoreError;
use crate::store::Store;

/// Contents whose names are read at a time.
const PAGE: i64 = 500;

impl Store {
    /// Reads every content, a piece at a time; `named` are the hashes that versions name. Answers how many were read.
    pub(super) async fn check_contents(
        &self,
        conn: &mut SqliteConnection,
        mut named: BTreeSet<String>,
        problems: &mut Vec<Problem>,
    ) -> Result<i64, StoreError> {
        // What was named once can be named again: a second look needs no list of its own.
        let all = named.clone();
        let (mut after, mut count) = (String::new(), 0);
        loop {
            let page: Vec<(String, i64)> = sqlx::query_as(
                "SELECT sha256, bytes FROM content WHERE clinic_id = $1 AND sha256 > $2 ORDER BY sha256 LIMIT $3",
            )
            .bind(self.clinic())
            .bind(&after)
            .bind(PAGE)
            .fetch_all(&mut *conn)
            .await?;
            if page.is_empty() {
                break;
            }
            for (sha256, bytes) in page {
                count += 1;
                if !self.is_whole(conn, &sha256, bytes).await? {
                    problems.push(Problem::FileChanged {
                        sha256: sha256.clone(),
                    });
                }
                if !named.remove(&sha256) {
                    problems.push(Problem::FileUnnamed {
                        sha256: sha256.clone(),
                    });
                }
                after = sha256;
            }
        }
        let missing = named.into_iter().map(|sha256| Problem::FileMissing { sha256 });
        problems.extend(missing);
        let loose: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT sha256 FROM content_piece p WHERE clinic_id = $1 AND NOT EXISTS
                (SELECT 1 FROM content c WHERE c.clinic_id = p.clinic_id AND c.sha256 = p.sha256) ORDER BY sha256",
        )
        .bind(self.clinic())
        .fetch_all(conn)
        .await?;
        // Where a version names it, it is told as missing already.
        let loose = loose.into_iter().filter(|sha256| !all.contains(sha256));
        problems.extend(loose.map(|sha256| Problem::FileUnnamed { sha256 }));
        Ok(count)
    }

    /// Whether the pieces of a content, one after the other and none left out, have this hash and length.
    async fn is_whole(
        &self,
        conn: &mut SqliteConnection,
        sha256: &str,
        bytes: i64,
    ) -> Result<bool, StoreError> {
        let mut hash = Sha256::new();
        let (mut length, mut expected, mut after) = (0_i64, 0_i64, -1_i64);
        loop {
            let piece: Option<(i64, Vec<u8>)> = sqlx::query_as(
                "SELECT place, data FROM content_piece WHERE clinic_id = $1 AND sha256 = $2 AND place > $3
                 ORDER BY place LIMIT 1",
            )
            .bind(self.clinic())
            .bind(sha256)
            .bind(after)
            .fetch_optional(&mut *conn)
            .await?;
            let Some((place, data)) = piece else {
                break;
            };
            if place != expected {
                return Ok(false);
            }
            length += data.len() as i64;
            hash.update(&data);
            (after, expected) = (place, place + 1);
        }
        Ok(length == bytes && is_hash_of(sha256, hash))
    }
}
