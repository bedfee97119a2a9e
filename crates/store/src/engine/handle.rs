//! The few calls into SQLite's own interface that sqlx does not offer: giving the key, setting a
//! connection's switches, and the list of statements a connection may prepare.
#![allow(
    unsafe_code,
    reason = "sqlx gives no way to key a connection that keeps the key out of statement text and logs"
)]

use std::ffi::{CStr, CString, c_char, c_int, c_void};

use libsqlite3_sys as ffi;
use sqlx::{Connection, SqliteConnection};

use super::sqlite::Role;

fn check(code: c_int) -> Result<(), sqlx::Error> {
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(sqlx::Error::Protocol(format!(
            "SQLite refused a connection setting (code {code})"
        )))
    }
}

/// Gives the connection its key. Nothing of the file is read or written by this.
pub(super) async fn key(conn: &mut SqliteConnection, spec: &[u8]) -> Result<(), sqlx::Error> {
    let length = c_int::try_from(spec.len()).map_err(|e| sqlx::Error::Protocol(e.to_string()))?;
    let mut handle = conn.lock_handle().await?;
    let raw = handle.as_raw_handle().as_ptr();
    // SAFETY: `handle` holds the connection's lock, so `raw` is live and used by no other thread;
    // `spec` outlives the call and SQLCipher copies `length` bytes from it.
    check(unsafe { ffi::sqlite3_key_v2(raw, c"main".as_ptr(), spec.as_ptr().cast(), length) })
}

async fn switch(conn: &mut SqliteConnection, option: c_int, value: c_int) -> Result<c_int, sqlx::Error> {
    let mut handle = conn.lock_handle().await?;
    let raw = handle.as_raw_handle().as_ptr();
    let mut now: c_int = 0;
    // SAFETY: `raw` is live and locked as above; these options take an int and a pointer to an int,
    // which is what is passed.
    check(unsafe { ffi::sqlite3_db_config(raw, option, value, &raw mut now) })?;
    Ok(now)
}

/// Whether closing this connection leaves the write-ahead log alone.
pub(super) async fn no_checkpoint_on_close(conn: &mut SqliteConnection, on: bool) -> Result<(), sqlx::Error> {
    switch(conn, ffi::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, c_int::from(on))
        .await
        .map(drop)
}

/// Whether this connection leaves the write-ahead log alone when it closes.
#[cfg(test)]
pub(crate) async fn skips_checkpoint_on_close(conn: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    switch(conn, ffi::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1)
        .await
        .map(|now| now == 1)
}

/// Gives a fresh connection room for the values of its statements. What lies in it is locked against being swapped out as all
/// of SQLCipher's memory is, and wiped when the connection closes; without it each value of each row is locked, wiped and
/// given back by system calls of its own, which take most of the time of loading.
pub(super) async fn make_room(conn: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    const SIZE: c_int = 1200;
    const COUNT: c_int = 2000;
    conn.clear_cached_statements().await?;
    let mut handle = conn.lock_handle().await?;
    let raw = handle.as_raw_handle().as_ptr();
    let none = std::ptr::null_mut::<c_void>();
    // What was prepared while connecting lies in the usual room, which can be exchanged only while it is empty.
    // SAFETY: `raw` is live and locked as above; this option takes a pointer, here null so that SQLite makes the room
    // itself, and two ints, which is what is passed.
    let code = unsafe { ffi::sqlite3_db_config(raw, ffi::SQLITE_DBCONFIG_LOOKASIDE, none, SIZE, COUNT) };
    // Where some of the usual room is in use already it stays as it is, which is slower and nothing else.
    if code == ffi::SQLITE_BUSY {
        tracing::debug!("the room for values is as it was");
        return Ok(());
    }
    check(code)
}

/// Refuses direct writes to the schema and to shadow tables.
pub(super) async fn defend(conn: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    switch(conn, ffi::SQLITE_DBCONFIG_DEFENSIVE, 1).await.map(drop)
}

/// Narrows what the connection may prepare, by its role.
pub(super) async fn authorize(conn: &mut SqliteConnection, role: Role) -> Result<(), sqlx::Error> {
    let rules = match role {
        Role::Reader | Role::Looker => reader_rules,
        Role::Writer => writer_rules,
        Role::Copier => nothing_yet,
        Role::Probe | Role::Migrator => return Ok(()),
    };
    let mut handle = conn.lock_handle().await?;
    let raw = handle.as_raw_handle().as_ptr();
    // SAFETY: `raw` is live and locked as above; the callback is a plain function that lives for
    // ever and is given no data.
    check(unsafe { ffi::sqlite3_set_authorizer(raw, Some(rules), std::ptr::null_mut()) })
}

/// Lets a connection that copies make its one copy, at `place` and nowhere else.
pub(crate) async fn allow_copy(conn: &mut SqliteConnection, place: &str) -> Result<(), sqlx::Error> {
    let place = CString::new(place).map_err(|e| sqlx::Error::Protocol(e.to_string()))?;
    // Kept for as long as the program runs: a copy whose caller went away goes on for a moment on its own thread.
    let place: &'static CStr = Box::leak(place.into_boxed_c_str());
    let mut handle = conn.lock_handle().await?;
    let raw = handle.as_raw_handle().as_ptr();
    // SAFETY: `raw` is live and locked as above; the callback lives for ever and so does the text it is given.
    check(unsafe { ffi::sqlite3_set_authorizer(raw, Some(copier_rules), place.as_ptr().cast_mut().cast()) })
}

/// Text of an authorizer argument; empty when there is none.
fn argument<'a>(text: *const c_char) -> &'a [u8] {
    if text.is_null() {
        return b"";
    }
    // SAFETY: SQLite passes either null or a NUL-terminated string that lives as long as the callback
    // runs; no caller in this module keeps the slice longer.
    unsafe { CStr::from_ptr(text) }.to_bytes()
}

fn verdict(allowed: bool) -> c_int {
    if allowed { ffi::SQLITE_OK } else { ffi::SQLITE_DENY }
}

fn changes_schema(action: c_int) -> bool {
    matches!(
        action,
        ffi::SQLITE_ALTER_TABLE
            | ffi::SQLITE_ATTACH
            | ffi::SQLITE_CREATE_INDEX
            | ffi::SQLITE_CREATE_TABLE
            | ffi::SQLITE_CREATE_TRIGGER
            | ffi::SQLITE_CREATE_VIEW
            | ffi::SQLITE_CREATE_VTABLE
            | ffi::SQLITE_DROP_INDEX
            | ffi::SQLITE_DROP_TABLE
            | ffi::SQLITE_DROP_TRIGGER
            | ffi::SQLITE_DROP_VIEW
            | ffi::SQLITE_DROP_VTABLE
    )
}

/// Whether anything is changed by it but a setting of the connection.
fn writes(action: c_int) -> bool {
    matches!(
        action,
        ffi::SQLITE_INSERT | ffi::SQLITE_UPDATE | ffi::SQLITE_DELETE
    )
}

/// A connection that copies and was not told where to.
unsafe extern "C" fn nothing_yet(
    _: *mut c_void,
    action: c_int,
    _: *const c_char,
    second: *const c_char,
    _: *const c_char,
    _: *const c_char,
) -> c_int {
    let sets = action == ffi::SQLITE_PRAGMA && !second.is_null();
    verdict(!sets && !writes(action) && !changes_schema(action))
}

/// `VACUUM INTO` attaches the file that it makes under a name of its own that begins like this, and writes there.
const COPY: &[u8] = b"vacuum_";

unsafe extern "C" fn copier_rules(
    place: *mut c_void,
    action: c_int,
    first: *const c_char,
    second: *const c_char,
    database: *const c_char,
    _: *const c_char,
) -> c_int {
    if action == ffi::SQLITE_PRAGMA {
        return verdict(second.is_null() && !argument(first).eq_ignore_ascii_case(b"wal_checkpoint"));
    }
    if action == ffi::SQLITE_ATTACH {
        return verdict(argument(first) == argument(place.cast()));
    }
    verdict(!(writes(action) || changes_schema(action)) || argument(database).starts_with(COPY))
}

unsafe extern "C" fn reader_rules(
    _: *mut c_void,
    action: c_int,
    first: *const c_char,
    second: *const c_char,
    _: *const c_char,
    _: *const c_char,
) -> c_int {
    if action == ffi::SQLITE_PRAGMA {
        let name = argument(first);
        // Reading a setting is harmless; giving one a value, or checkpointing, is the writer's part.
        return verdict(second.is_null() && !name.eq_ignore_ascii_case(b"wal_checkpoint"));
    }
    verdict(!writes(action) && !changes_schema(action))
}

unsafe extern "C" fn writer_rules(
    _: *mut c_void,
    action: c_int,
    first: *const c_char,
    second: *const c_char,
    _: *const c_char,
    _: *const c_char,
) -> c_int {
    const FIXED: [&[u8]; 8] = [
        b"writable_schema",
        b"recursive_triggers",
        b"foreign_keys",
        b"journal_mode",
        b"synchronous",
        b"trusted_schema",
        b"ignore_check_constraints",
        b"rekey",
    ];
    if action == ffi::SQLITE_PRAGMA {
        let name = argument(first);
        let fixed = FIXED.iter().any(|fixed| name.eq_ignore_ascii_case(fixed));
        return verdict(second.is_null() || !fixed);
    }
    let kept = [
        b"audit".as_slice(),
        b"version",
        b"request_done",
        b"content",
        b"content_piece",
    ]
    .contains(&argument(first))
        && matches!(action, ffi::SQLITE_UPDATE | ffi::SQLITE_DELETE);
    verdict(!kept && !changes_schema(action))
}
