//! What a child may use at most, and how long the program waits for it.
use std::time::Duration;

/// How long the program waits for a child. The slowest page in measurements took 0.3 s in a debug build.
pub(super) const WAIT: Duration = Duration::from_secs(20);
/// Seconds of processor time.
#[cfg(unix)]
const PROCESSOR: u64 = 15;
/// Bytes of address space beyond what the program itself takes when it starts.
#[cfg(any(unix, windows))]
const MEMORY: u64 = 1 << 30;
/// Most bytes of an answer.
pub(super) const ANSWER: u64 = 64 << 20;

/// Lowers this process's own limits. Where the system has none of a kind, the others still hold.
#[cfg(unix)]
pub(super) fn narrow() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, most: u64| {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    };
    set(Resource::Cpu, PROCESSOR);
    set(Resource::Core, 0);
    set(Resource::Fsize, 0);
    set(Resource::As, own_size().saturating_add(MEMORY));
}

/// Puts this process into a job of its own, with as much of the machine's memory as a file may take. What it asks for beyond
/// that is paged out, not refused: such a child grows slow, and the program's clock ends it. Never run by us
/// (docs/platforms.md).
#[cfg(windows)]
pub(super) fn narrow() {
    /// The least that Windows takes beside a largest working set.
    const LEAST: usize = 1 << 20;
    let mut limits = win32job::ExtendedLimitInfo::new();
    limits.limit_working_memory(LEAST, MEMORY as usize);
    let job = win32job::Job::create_with_limit_info(&limits);
    // A job lives as long as a process is in it; the handle is not needed for that.
    let _ = job.and_then(|job| job.assign_current_process());
}

/// Elsewhere the program's own clock is the only limit.
#[cfg(not(any(unix, windows)))]
pub(super) fn narrow() {}

/// Ends this process when nobody waits for its answer any more, also when the program itself has gone.
///
/// Not by the signal that a parent's death sends: that is sent when the *thread* ends that started the child.
pub(super) fn end_in_time() {
    std::thread::spawn(|| {
        std::thread::sleep(WAIT + Duration::from_secs(5));
        std::process::exit(1);
    });
}

/// Bytes of address space that this process has now.
#[cfg(unix)]
fn own_size() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages: Option<u64> = pages.and_then(|line| line.split(' ').next()?.parse().ok());
    pages.unwrap_or(0).saturating_mul(rustix::param::page_size() as u64)
}

/// Does what a faulty reader might, when a test asks for it by a file that no one else has.
#[cfg(debug_assertions)]
pub(super) fn misbehave(bytes: &[u8]) {
    let Some(what) = bytes.strip_prefix(b"<!doctype html><!-- parallax test: ") else { return };
    let is = |word: &[u8]| what.starts_with(word);
    if is(b"hang") {
        std::thread::sleep(Duration::from_secs(3600));
    } else if is(b"spin") {
        while std::hint::black_box(true) {}
    } else if is(b"abort") {
        std::process::abort();
    } else if is(b"memory") {
        std::hint::black_box(vec![1u8; 4 << 30]);
    } else if is(b"deep") {
        std::hint::black_box(deep(1));
    } else if is(b"flood") {
        let mut out = std::io::stdout().lock();
        while std::io::Write::write_all(&mut out, &[b' '; 1 << 16]).is_ok() {}
    } else if is(b"rights") {
        let opened = std::fs::File::open("/etc/passwd").is_ok();
        let wrote = std::fs::write("/tmp/parallax-test-rights", "x").is_ok();
        let connected = std::net::UdpSocket::bind("127.0.0.1:0").is_ok();
        let started = std::process::Command::new("/bin/true").status().is_ok();
        if !(opened || wrote || connected || started) {
            std::process::abort();
        }
    }
}

#[cfg(debug_assertions)]
fn deep(n: u64) -> u64 {
    let room = std::hint::black_box([n; 64]);
    if n == 0 { 0 } else { deep(n + 1) + room[0] }
}
