//! What is searched: who contends for what, on which clocks, and how much may go wrong.

use std::fmt;
use std::time::Duration;

use etcdpat::clock::BootTime;
use etcdpat::deadline::{Plan, deadline, renew_at, renewal_limits};
use etcdpat::pattern::lock::Claim;

use crate::rules::Rule;

/// How a contender's clock runs beside the server's. It is off by one margin in each TTL, the most that is assumed, or by
/// what others leave of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Margin more in each TTL.
    Fast,
    /// As the server's.
    Exact,
    /// Margin less in each TTL.
    Slow,
}

/// The first name, as a bit.
pub const A: u8 = 1;
/// The second name, as a bit.
pub const B: u8 = 2;
/// How many names there are.
pub const NAMES: usize = 2;
/// As many sections as time has room for.
pub const FOR_EVER: u8 = u8::MAX;

/// One process that wants locks.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    /// How it excludes others.
    pub claim: Claim,
    /// The locks that it wants at once: bits.
    pub names: u8,
    /// Its clock.
    pub clock: Clock,
    /// How often it wants them, or [`FOR_EVER`].
    pub sections: u8,
}

/// How often each fault may happen, in all. Delays and pauses are not counted: they may happen everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Faults {
    /// Lost answers, lost renewals and lost revokes.
    pub losses: u8,
    /// Renewals that are sent, each at its time or later.
    pub renewals: u8,
    /// Leases revoked, keys deleted and keys written again by an administrator.
    pub breaks: u8,
    /// Leaders replaced.
    pub elections: u8,
    /// Guardians stopped.
    pub stops: u8,
    /// Outputs that block.
    pub blocks: u8,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { losses, renewals, breaks, elections, stops, blocks } = self;
        let renewals = if *renewals == FOR_EVER { "for ever".to_owned() } else { renewals.to_string() };
        write!(f, "losses {losses}, renewals {renewals}, breaks {breaks}")?;
        let others = [("elections", elections), ("guardians stopped", stops), ("outputs blocked", blocks)];
        others.into_iter().filter(|(_, most)| **most > 0).try_for_each(|(what, most)| write!(f, ", {what} {most}"))
    }
}

/// Which contenders an administrator's break may hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Breaks {
    /// Those that the queue makes wait.
    #[default]
    Waiters,
    /// All: no exclusion is promised then, and the fence is the answer.
    Everybody,
    /// All, but their keys are only written again without their leases: they go on blocking.
    Overwrites,
}

/// By when a child must be dead whose key is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// By its deadline, whatever else happens: messages and keepers may take as long as they like.
    Deadline,
    /// By the end of the next renewal and the kill: keepers send in time, and are answered within a renewal's limit.
    Renewal,
}

/// One search.
#[derive(Clone, Debug)]
pub struct Config {
    /// What it is called in the report.
    pub name: &'static str,
    /// Who contends.
    pub contenders: Vec<Contender>,
    /// How much may go wrong.
    pub faults: Faults,
    /// Whom a break may hit.
    pub breaks: Breaks,
    /// The unit of time.
    pub tick: Duration,
    /// The leases' TTL.
    pub ttl: Duration,
    /// How many ticks killed processes may take to end.
    pub dying: u8,
    /// How many ticks a guardian may be late.
    pub late: u8,
    /// The members that clients ask: one, or two.
    pub members: u8,
    /// By when a child whose key is gone must be dead; only looked at where it is given.
    pub bound: Option<Bound>,
    /// The rule that is switched off.
    pub without: Option<Rule>,
    /// The one property that is looked at; by default all.
    pub only: Option<&'static str>,
}

impl Config {
    /// The least TTL that has a default plan, 2 s, in ticks of 500 ms: margin and grace are one tick each.
    pub fn new(name: &'static str, contenders: &[Contender], faults: Faults) -> Self {
        Self {
            name,
            contenders: contenders.to_vec(),
            faults,
            breaks: Breaks::default(),
            tick: Duration::from_millis(500),
            ttl: Duration::from_secs(2),
            dying: 0,
            late: 0,
            members: 1,
            bound: None,
            without: None,
            only: None,
        }
    }

    /// Whether a rule is kept.
    pub fn keeps(&self, rule: Rule) -> bool {
        self.without != Some(rule)
    }

    /// The contenders, for people.
    pub fn describe(&self) -> String {
        let names = |bits| {
            if bits == A | B {
                "a+b"
            } else if bits == A {
                "a"
            } else {
                "b"
            }
        };
        let one = |c: &Contender| {
            let sections = if c.sections == FOR_EVER { "for ever".to_owned() } else { c.sections.to_string() };
            format!("{} on {} ({:?}, sections: {sections})", c.claim, names(c.names), c.clock).to_lowercase()
        };
        self.contenders.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}

/// The product's own arithmetic, tabulated by the ticks that have passed since the acknowledged request was sent.
#[derive(Clone, Debug)]
pub struct Timing {
    /// The TTL in ticks; no age is counted beyond it.
    pub ttl: u8,
    /// What is left of the margin for clocks, in ticks: guardians and processes that take time to die have the rest.
    pub drift: u8,
    /// How long a renewal that is sent in time may take, in ticks.
    pub limit: u8,
    may_start: Vec<bool>,
    kill: Vec<bool>,
    kill_by: Vec<bool>,
    renew: Vec<bool>,
}

impl Timing {
    /// The tables of a configuration.
    ///
    /// # Panics
    /// When the TTL has no plan, or TTL and margin are not whole ticks: a mistake in the configuration.
    pub fn new(config: &Config) -> Self {
        let plan = Plan::new(config.ttl, None).expect("the TTL has a plan");
        let up = |span: Duration| u8::try_from(span.as_nanos().div_ceil(config.tick.as_nanos())).expect("few ticks");
        let ticks = |span: Duration| {
            assert_eq!(config.tick * up(span).into(), span, "a whole number of ticks");
            up(span)
        };
        let (ttl, margin) = (ticks(config.ttl), ticks(plan.margin()));
        assert!(config.late == 0 || config.tick * config.late.into() == plan.kill_within(), "half a margin late");
        let late = config.late + u8::from(!config.keeps(Rule::KillInTime));
        let sent = BootTime::from_nanos(1_000_000_000_000);
        let end = deadline(sent, config.ttl);
        let kill_at = if config.keeps(Rule::Margin) { plan.schedule(end).kill_at } else { end };
        let table =
            |holds: &dyn Fn(BootTime) -> bool| (0..=ttl).map(|age| holds(sent + config.tick * age.into())).collect();
        let renew: Vec<bool> = table(&|now| now >= renew_at(sent, config.ttl));
        let due = (0..=ttl).find(|&age| renew[usize::from(age)]).expect("renewals are due in time");
        let now = sent + config.tick * due.into();
        Self {
            ttl,
            drift: margin.checked_sub(config.late + config.dying).expect("the margin is enough"),
            limit: up(renewal_limits(now, end, config.ttl).0),
            may_start: table(&|now| plan.may_start(now, end)),
            kill: table(&|now| now >= kill_at),
            kill_by: table(&|now| now >= kill_at + config.tick * late.into()),
            renew,
        }
    }

    /// By which tick a child must be dead whose key is gone.
    pub fn bound(&self, config: &Config) -> Option<u8> {
        let first = |table: &[bool]| (0..).zip(table).find(|(_, holds)| **holds).map_or(self.ttl, |(age, _)| age);
        let alive = match config.bound? {
            Bound::Deadline => first(&self.kill_by),
            Bound::Renewal => first(&self.renew) + self.limit,
        };
        Some(alive + config.dying)
    }

    /// Whether a child may be started.
    pub fn may_start(&self, age: u8) -> bool {
        self.may_start[usize::from(age)]
    }

    /// Whether SIGKILL's time has come.
    pub fn kill(&self, age: u8) -> bool {
        self.kill[usize::from(age)]
    }

    /// Whether the child has to be killed by now: the guardian's time for that is over.
    pub fn kill_by(&self, age: u8) -> bool {
        self.kill_by[usize::from(age)]
    }

    /// Whether the next renewal is due.
    pub fn renew(&self, age: u8) -> bool {
        self.renew[usize::from(age)]
    }

    /// An age after `ticks` more.
    pub fn older(&self, age: u8, ticks: u8) -> u8 {
        self.ttl.min(age + ticks)
    }

    /// How far a clock goes in the tick of this phase.
    pub fn advance(&self, clock: Clock, phase: u8) -> u8 {
        match clock {
            Clock::Exact => 1,
            Clock::Slow => u8::from(phase >= self.drift),
            Clock::Fast => 1 + u8::from(phase < self.drift),
        }
    }
}
