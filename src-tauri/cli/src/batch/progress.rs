//! How far a batch is, on standard error: a bar on a terminal, else a line now and then.
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Between two lines where there is no terminal.
const PAUSE: Duration = Duration::from_secs(10);

/// How far a batch is.
pub struct Progress {
    bar: ProgressBar,
    lines: bool,
    total: Option<usize>,
    begun: Instant,
    said: Mutex<Instant>,
    count: AtomicUsize,
}

impl Progress {
    /// Progress over `total` events, of which `known` were compared in a former run.
    pub fn new(total: Option<usize>, known: usize) -> Progress {
        let lines = !std::io::stderr().is_terminal();
        let left = total.map(|total| total.saturating_sub(known));
        let bar = match left {
            _ if lines => ProgressBar::hidden(),
            Some(left) => ProgressBar::new(left as u64),
            None => ProgressBar::new_spinner(),
        };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} events, {per_sec}, {eta} left{msg}") {
            bar.set_style(style);
        }
        if known > 0 {
            eprintln!("parallax-cli: {known} events stand in the output already");
        }
        let now = Instant::now();
        Progress { bar, lines, total: left, begun: now, said: Mutex::new(now), count: AtomicUsize::new(0) }
    }

    /// One event more; `failed` of all have failed.
    pub fn step(&self, failed: usize) {
        let count = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar.inc(1);
        if failed > 0 {
            self.bar.set_message(format!(", {failed} failed"));
        }
        let Ok(mut said) = self.said.lock() else { return };
        if self.lines && said.elapsed() >= PAUSE {
            *said = Instant::now();
            self.say(count, failed);
        }
    }

    /// The last word; returns how many events there were in this run.
    pub fn finish(&self, failed: usize) -> usize {
        self.bar.finish_and_clear();
        let count = self.count.load(Ordering::Relaxed);
        self.say(count, failed);
        count
    }

    fn say(&self, count: usize, failed: usize) {
        let of = self.total.map(|total| format!(" of {total}")).unwrap_or_default();
        let rate = count as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        eprintln!("parallax-cli: {count}{of} events, {failed} failed, {rate:.1} a second");
    }
}
