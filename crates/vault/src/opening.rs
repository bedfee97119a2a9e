//! How a file is opened that somebody else made: only a plain file, never through a link, and never one that could wait.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::Path,
};

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unopened {
    /// There is nothing of that name.
    Missing,
    /// A link, which leads somewhere else.
    Link,
    /// A folder, a pipe, a device.
    NotAFile,
    /// The system refuses it.
    Refused(io::ErrorKind),
}

impl From<io::Error> for Unopened {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            kind => Self::Refused(kind),
        }
    }
}

/// Opens a plain file to read it. What the name stands for is looked at before and what was opened afterwards, so that a pipe
/// is never waited for and a link that came there meanwhile is not followed.
///
/// # Errors
/// Why it was not opened; nothing was read then.
pub fn open_plain(place: &Path) -> Result<File, Unopened> {
    let about = fs::symlink_metadata(place)?;
    if about.is_symlink() {
        return Err(Unopened::Link);
    }
    if !about.is_file() {
        return Err(Unopened::NotAFile);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    let file = options.open(place)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(Unopened::NotAFile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_plain_file_is_read_and_what_is_none_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("report.pdf");
        fs::write(&place, b"bytes").unwrap();
        let mut read = Vec::new();
        open_plain(&place).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, b"bytes");
        assert_eq!(open_plain(folder.path()).unwrap_err(), Unopened::NotAFile);
        let missing = folder.path().join("missing.pdf");
        assert_eq!(open_plain(&missing).unwrap_err(), Unopened::Missing);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_wherever_it_leads() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link, loose) = (
            folder.path().join("file"),
            folder.path().join("link"),
            folder.path().join("loose"),
        );
        fs::write(&file, b"bytes").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        std::os::unix::fs::symlink(folder.path().join("nowhere"), &loose).unwrap();
        for link in [link, loose] {
            assert_eq!(open_plain(&link).unwrap_err(), Unopened::Link);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_is_refused_at_once_though_nobody_writes_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
            0,
        )
        .unwrap();
        assert_eq!(open_plain(&pipe).unwrap_err(), Unopened::NotAFile);
        assert_eq!(
            open_plain(Path::new("/dev/zero")).unwrap_err(),
            Unopened::NotAFile
        );
    }
}
