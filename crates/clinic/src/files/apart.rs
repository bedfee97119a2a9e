//! The process that reads files that somebody else made: this program, started once more for one question about one file, without
//! keys, without the program's environment and within bounds. What a file does to it, it does to nothing else.
//!
//! Both programs begin with [`answered_apart`]. Where they were started with its argument they answer and end; where not, that call
//! declares that the program can be started so, and from then on every question goes to such a process and never elsewhere. A
//! program that declares nothing, as the tests of this library do, answers in place, within the same patience where it waits.
//!
//! On the wire a line of JSON goes first, with the length of the bytes behind it: of the file one way, of the picture the other.
//!
//! What must hold:
//! - Neither side believes a length beyond its limit, and reads no more than was told. What can't be read is
//!   [`Undrawn::CanNot`], as is a process that can't be started, fails, is ended by a bound or takes too long.
//! - No process outlives its question.

use super::{
    media::media,
    picture::{Sheets, Undrawn},
    question::{FileAnswer, FileQuestion, answer},
};
use lamina_domain::document::{MOST_BYTES, Media};
use lamina_vault::{keep_private, keep_within};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    env,
    io::{self, BufRead, BufReader, Read, Write},
    mem,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{OnceLock, mpsc},
    thread,
    time::Duration,
};

/// What the process is told apart by. It is for the program itself and no person, so that no help names it.
const ARGUMENT: &str = "--draw-apart";
/// What is kept of the environment: where libraries lie, without which a program may not start.
const KEPT: [&str; 2] = ["LD_LIBRARY_PATH", "SystemRoot"];
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest line that goes first, in bytes.
const MOST_LINE: u64 = 64 * 1024;
/// Most bytes of a picture: what the largest that is drawn has, and more.
const MOST_PICTURE: u64 = 64 * 1024 * 1024;
/// Stack of the thread that answers, in bytes; that of a first thread differs between systems.
const STACK: usize = 8 * 1024 * 1024;

/// The program to start, where it has declared that it can be.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What goes before the bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct RequestLine {
    question: FileQuestion,
    media: Media,
    length: u64,
}

/// What goes before the bytes of a picture, and alone where there is none.
#[derive(Debug, Serialize, Deserialize)]
struct AnswerLine {
    answer: Result<FileAnswer, Undrawn>,
    length: u64,
}

/// The first thing that a program does. True where it was started to read a file, which is done then: it has to end. Otherwise
/// this declares that it can be started so.
pub fn answered_apart() -> bool {
    if env::args_os().nth(1).is_none_or(|argument| argument != ARGUMENT) {
        PROGRAM.get_or_init(own_program);
        return false;
    }
    keep_private();
    keep_within();
    let answering = || answer_from(&mut io::stdin().lock());
    let thread = thread::Builder::new().stack_size(STACK).spawn(answering);
    let answered = thread.map(|thread| thread.join().unwrap_or(Err(Undrawn::CanNot)));
    // Where nobody reads the answer any more there is nobody to tell.
    tell(answered.unwrap_or(Err(Undrawn::CanNot)), &mut io::stdout().lock()).ok();
    true
}

/// What starts this program once more: on Linux the very file that runs, whatever lies in its place by now. Where it is not
/// known nothing can be started, and no file is read.
fn own_program() -> PathBuf {
    match cfg!(target_os = "linux") {
        true => PathBuf::from("/proc/self/exe"),
        false => env::current_exe().unwrap_or_default(),
    }
}

/// The answer to the one request that comes in.
fn answer_from(source: &mut impl BufRead) -> Result<FileAnswer, Undrawn> {
    let request: RequestLine = line(source)?;
    let bytes = exactly(source, request.length, MOST_BYTES)?;
    answer(request.question, request.media, bytes)
}

/// Tells an answer, its picture behind it.
fn tell(mut answer: Result<FileAnswer, Undrawn>, to: &mut impl Write) -> io::Result<()> {
    let picture = match &mut answer {
        Ok(FileAnswer::Picture(png)) => mem::take(png),
        _ => Vec::new(),
    };
    let length = picture.len() as u64;
    put(&AnswerLine { answer, length }, &picture, to)
}

/// The answer that a process tells.
fn told(source: &mut impl BufRead) -> Result<FileAnswer, Undrawn> {
    let AnswerLine { answer, length } = line(source)?;
    match answer? {
        FileAnswer::Picture(_) => {
            let png = exactly(source, length, MOST_PICTURE)?;
            let is_png = media(&png) == Some(Media::Png);
            is_png.then_some(FileAnswer::Picture(png)).ok_or(Undrawn::CanNot)
        }
        other => Ok(other),
    }
}

/// Writes a line, and the bytes behind it.
fn put(line: &impl Serialize, bytes: &[u8], to: &mut impl Write) -> io::Result<()> {
    let mut line = serde_json::to_vec(line)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads a line that goes first.
fn line<T: DeserializeOwned>(source: &mut impl BufRead) -> Result<T, Undrawn> {
    let mut line = Vec::new();
    let read = source.by_ref().take(MOST_LINE).read_until(b'\n', &mut line);
    read.map_err(|_| Undrawn::CanNot)?;
    serde_json::from_slice(&line).map_err(|_| Undrawn::CanNot)
}

/// Reads so many bytes and no more; all of them have to be there, and they may not be more than `most`.
fn exactly(source: &mut impl Read, length: u64, most: u64) -> Result<Vec<u8>, Undrawn> {
    let mut bytes = Vec::new();
    if length > most {
        return Err(Undrawn::CanNot);
    }
    match source.take(length).read_to_end(&mut bytes) {
        Ok(read) if read as u64 == length => Ok(bytes),
        Ok(_) | Err(_) => Err(Undrawn::CanNot),
    }
}

/// The call that starts the process, with nothing from here but its way in and its way out.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    let kept = KEPT.iter().filter_map(|name| Some((*name, env::var_os(name)?)));
    command.arg(ARGUMENT).env_clear().envs(kept);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    // What a panic says could quote the file.
    command.stderr(Stdio::null());
    if cfg!(unix) {
        command.current_dir("/");
    }
    command
}

/// A process that reads one file. It ends with this value.
struct Worker(Child);

impl Worker {
    fn start(program: &Path) -> Result<Self, Undrawn> {
        let started = command(program).spawn();
        started.map(Self).map_err(|_| Undrawn::CanNot)
    }

    /// Hands over what it is asked, and waits so long for what it tells.
    fn ask(mut self, request: RequestLine, bytes: &[u8], patience: Duration) -> Result<FileAnswer, Undrawn> {
        let (Some(mut to), Some(from)) = (self.0.stdin.take(), self.0.stdout.take()) else {
            return Err(Undrawn::CanNot);
        };
        let (sender, answers) = mpsc::channel();
        thread::scope(|scope| {
            // It ends before the two threads are waited for, and they end with it.
            let _worker = self;
            let write = move || put(&request, bytes, &mut to).ok();
            let read = move || sender.send(told(&mut BufReader::new(from))).ok();
            let writing = thread::Builder::new().spawn_scoped(scope, write);
            let reading = thread::Builder::new().spawn_scoped(scope, read);
            match (writing, reading) {
                (Ok(_), Ok(_)) => answers.recv_timeout(patience).unwrap_or(Err(Undrawn::CanNot)),
                _ => Err(Undrawn::CanNot),
            }
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that has ended by itself can't be ended, but has to be waited for all the same.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Asks about a file, and waits for the answer.
///
/// # Errors
/// Why there is none.
pub(super) fn ask(question: FileQuestion, media: Media, bytes: Vec<u8>) -> Result<FileAnswer, Undrawn> {
    let Some(program) = PROGRAM.get() else {
        return answer(question, media, bytes);
    };
    let request = RequestLine {
        question,
        media,
        length: bytes.len() as u64,
    };
    Worker::start(program)?.ask(request, &bytes, PATIENCE)
}

/// Asks aside, and waits no longer than anybody would, also for what is answered in place. What a panic said could quote the file,
/// so only that nothing came of it is told.
async fn aside(question: FileQuestion, media: Media, bytes: Vec<u8>) -> Result<FileAnswer, Undrawn> {
    let asking = tokio::task::spawn_blocking(move || ask(question, media, bytes));
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) | Err(_) => Err(Undrawn::CanNot),
    }
}

/// The pages of a file.
///
/// # Errors
/// Why they can't be told.
pub(crate) async fn sheets(media: Media, bytes: Vec<u8>) -> Result<Sheets, Undrawn> {
    match aside(FileQuestion::Sheets, media, bytes).await? {
        FileAnswer::Sheets(sheets) => Ok(sheets),
        _ => Err(Undrawn::CanNot),
    }
}

/// A page (from 1) as a PNG, about `width` pixels wide.
///
/// # Errors
/// Why it can't be drawn.
pub(crate) async fn page(media: Media, bytes: Vec<u8>, page: u32, width: u32) -> Result<Vec<u8>, Undrawn> {
    match aside(FileQuestion::Page { page, width }, media, bytes).await? {
        FileAnswer::Picture(png) => Ok(png),
        _ => Err(Undrawn::CanNot),
    }
}

#[cfg(test)]
mod tests;
