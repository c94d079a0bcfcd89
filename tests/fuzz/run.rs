//! One parser, and one input after the other.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::Random;
use super::inputs::Inputs;
use super::parsers::{Parser, Said};

/// The most time of the processor that an input of 64 KiB may take, in a build that is not optimised.
const SLOW: Duration = Duration::from_secs(5);
/// After so long it hangs.
const HANGS: Duration = Duration::from_secs(60);
/// What a parser may need at most, in KiB.
const MEMORY: u64 = 512 << 10;

/// The input that a parser has now, and since when.
type Current = Option<(Instant, Vec<u8>)>;

/// What became of it.
#[derive(Default)]
pub struct Report {
    pub count: u64,
    /// How many were no nonsense.
    pub understood: u64,
    pub slowest: Duration,
    /// KiB, of the whole process.
    pub memory: u64,
    pub faults: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, understood, slowest, memory, faults } = self;
        let slowest = slowest.as_millis();
        write!(f, "{count} inputs, {understood} understood, slowest {slowest} ms, {} MiB", memory >> 10)?;
        faults.iter().try_for_each(|fault| write!(f, "\n  FAULT {fault}"))
    }
}

/// Runs while `goes_on` says so of the count, up to a few faults.
pub fn run(parser: &Parser, random: Random, goes_on: impl Fn(u64) -> bool) -> Report {
    let (mut report, mut inputs) = (Report::default(), Inputs::new(parser, random));
    let current = Arc::new(Mutex::new(None));
    watch_over(parser.name, &current);
    while goes_on(report.count) && report.faults.len() < 5 {
        let input = inputs.next();
        *current.lock().unwrap() = Some((Instant::now(), input.clone()));
        let begun = worked();
        let said = catch_unwind(AssertUnwindSafe(|| (parser.parse)(&input)));
        let took = worked().saturating_sub(begun);
        report.count += 1;
        report.slowest = report.slowest.max(took);
        let fault = match said {
            Err(_) => Some("panic"),
            Ok(Said::Wrong(what)) => Some(what),
            Ok(_) if took > SLOW => Some("slow"),
            Ok(Said::Yes) => {
                report.understood += 1;
                None
            }
            Ok(Said::No) => None,
        };
        if report.count % 64 == 0 {
            report.memory = peak();
        }
        let fault = fault.or((report.memory > MEMORY).then_some("memory"));
        if let Some(what) = fault {
            let file = kept(parser.name, &report.faults.len().to_string(), &input);
            report.faults.push(format!("{what} ({file}): {}", shown(&input)));
        }
    }
    *current.lock().unwrap() = None;
    report.memory = peak();
    report
}

/// What this thread has taken of the processor.
fn worked() -> Duration {
    nix::time::clock_gettime(nix::time::ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap().into()
}

/// Ends the process when an input takes for ever, with that input.
fn watch_over(name: &'static str, current: &Arc<Mutex<Current>>) {
    let current = Arc::downgrade(current);
    std::thread::spawn(move || {
        while let Some(current) = current.upgrade() {
            let hangs = current.lock().unwrap().clone().filter(|(since, _)| since.elapsed() > HANGS);
            if let Some((_, input)) = hangs {
                let file = kept(name, "hangs", &input);
                eprintln!("{name}: FAULT it hangs ({file}): {}", shown(&input));
                std::process::abort();
            }
            drop(current);
            std::thread::sleep(Duration::from_secs(1));
        }
    });
}

/// The most memory that this process has had, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Keeps an input in a file; its path.
fn kept(parser: &str, which: &str, input: &[u8]) -> String {
    let file = std::env::temp_dir().join(format!("etcdpat-fuzz-{parser}-{which}"));
    std::fs::write(&file, input).unwrap();
    file.display().to_string()
}

/// An input as a byte string of Rust; of a long one its ends.
fn shown(input: &[u8]) -> String {
    let text = |bytes: &[u8]| bytes.escape_ascii().to_string();
    match input.len() {
        0..=2000 => format!("b\"{}\"", text(input)),
        long => format!("{long} bytes: b\"{}\" ... b\"{}\"", text(&input[..1000]), text(&input[long - 200..])),
    }
}
