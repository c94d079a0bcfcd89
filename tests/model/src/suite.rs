//! What is searched in each run: configurations in which every property must hold, and for each rule one in which it
//! must not, once the rule is switched off.

use std::num::NonZeroU32;
use std::time::Duration;

use etcdpat::pattern::lock::Claim;
use etcdpat::pattern::lock::Claim::{Exclusive, Shared};

use crate::config::Clock::{Exact, Fast, Slow};
use crate::config::{A, B, Bound, Breaks, Clock, Config, Contender, FOR_EVER, Faults};
use crate::property::{DEAD_IN_TIME, EXCLUSION, FENCES, GUARDED, ONE_NUMBER, SERVED};
use crate::rules::Rule;

fn one(claim: Claim, names: u8, clock: Clock) -> Contender {
    Contender { claim, names, clock, sections: 1 }
}

fn for_ever(claim: Claim, names: u8, clock: Clock) -> Contender {
    Contender { sections: FOR_EVER, ..one(claim, names, clock) }
}

fn permit(permits: u32) -> Claim {
    NonZeroU32::new(permits).map_or(Exclusive, Claim::Permit)
}

fn faults(losses: u8, renewals: u8, breaks: u8) -> Faults {
    Faults { losses, renewals, breaks, ..Faults::default() }
}

/// Three who want two names.
fn mixed() -> [Contender; 3] {
    [one(Exclusive, A | B, Slow), one(Shared, A, Fast), one(Shared, A | B, Exact)]
}

fn crossing(clock: Clock) -> [Contender; 3] {
    [one(Exclusive, A | B, clock), one(Exclusive, A, Exact), one(Exclusive, B, Exact)]
}

/// Those in which everything must hold.
pub fn sound() -> Vec<Config> {
    let (two, three) = (permit(2), permit(3));
    let writers = [one(Exclusive, A, Exact); 3];
    let readers = [for_ever(Shared, A, Exact), one(Exclusive, A, Exact), for_ever(Shared, A, Exact)];
    let pair = [one(Exclusive, A, Slow), one(Exclusive, A, Fast)];
    let numbers = [one(two, A, Exact), one(three, A, Exact), one(Exclusive, A, Exact)];
    let finer = Config::new("two contenders, finer time", &pair, faults(0, 0, 0));
    let slow = Config::new("two contenders, slow deaths", &[one(Exclusive, A, Exact); 2], faults(1, 1, 0));
    let holding = [one(Exclusive, A | B, Slow), one(Exclusive, A, Exact)];
    let holders = Config::new("holders broken", &holding, faults(0, 0, 2));
    let mut all = vec![
        Config::new("two names, mixed claims", &mixed(), faults(0, 0, 0)),
        Config::new("two names, broken waiters", &crossing(Exact), faults(0, 0, 1)),
        Config::new("writers", &writers, faults(0, 0, 0)),
        Config::new("permits", &[one(two, A, Exact); 3], faults(0, 0, 0)),
        Config::new("permits of two numbers", &numbers, faults(0, 0, 0)),
        Config::new("readers without end", &readers, faults(0, 0, 0)),
        Config::new("two contenders, all faults", &pair, faults(1, 1, 1)),
        Config { tick: Duration::from_millis(250), ..finer },
        Config { dying: 1, ..slow },
        Config { breaks: Breaks::Everybody, ..holders },
    ];
    all.extend(hostile());
    all
}

/// Two members, one of which has been replaced as the leader and does not know it.
fn replaced(renewals: u8, elections: u8) -> Config {
    let faults = Faults { renewals, elections, ..Faults::default() };
    Config { members: 2, ..Config::new("a replaced leader", &[one(Exclusive, A, Exact); 2], faults) }
}

/// Keys are written again without their leases.
fn overwritten() -> Config {
    let config = Config::new("keys written again", &[one(Exclusive, A, Exact); 2], faults(0, 1, 2));
    Config { breaks: Breaks::Overwrites, ..config }
}

/// Guardians that are late by half a margin, or stopped, and outputs that block; the clocks have the other half.
fn late(clocks: [Clock; 2], faults: Faults) -> Config {
    let config = Config::new("late guardians", &clocks.map(|clock| one(Exclusive, A, clock)), faults);
    Config { tick: Duration::from_millis(250), late: 1, ..config }
}

/// One guardian stopped, and one output that blocks.
fn stopped() -> Faults {
    Faults { stops: 1, blocks: 1, ..Faults::default() }
}

/// A holder is broken, while messages and keepers take as long as they like.
fn broken_at_any_time() -> Config {
    let config = Config::new("a holder broken, at any time", &[one(Exclusive, A, Exact); 2], faults(0, 1, 1));
    Config { breaks: Breaks::Everybody, bound: Some(Bound::Deadline), ..config }
}

/// A holder is broken, while keepers and members are prompt.
fn broken_in_time() -> Config {
    let faults = Faults { breaks: 1, renewals: FOR_EVER, blocks: 1, ..Faults::default() };
    let config = Config::new("a holder broken, all prompt", &[one(Exclusive, A, Exact)], faults);
    Config { breaks: Breaks::Everybody, bound: Some(Bound::Renewal), ttl: Duration::from_secs(4), dying: 1, ..config }
}

/// Leaders that have been replaced, holders that are broken, guardians that are late, outputs that block.
fn hostile() -> Vec<Config> {
    let one_term = Config { name: "a replaced leader, any member", without: Some(Rule::SameMember), ..replaced(1, 1) };
    vec![
        replaced(1, 1),
        one_term,
        overwritten(),
        late([Slow, Exact], stopped()),
        broken_at_any_time(),
        broken_in_time(),
    ]
}

/// Larger ones: many minutes, many GB.
pub fn deep() -> Vec<Config> {
    vec![
        Config::new(
            "deep: writers",
            &[one(Exclusive, A, Slow), one(Exclusive, A, Exact), one(Exclusive, A, Fast)],
            faults(0, 0, 0),
        ),
        Config::new("deep: a renewal", &mixed(), faults(0, 1, 0)),
        Config::new("deep: a message lost", &mixed(), faults(1, 0, 0)),
        Config::new("deep: broken waiters", &crossing(Slow), faults(0, 0, 1)),
        Config::new(
            "deep: permits",
            &[one(permit(2), A, Slow), one(permit(2), A, Fast), one(permit(2), A, Exact)],
            faults(0, 0, 0),
        ),
        Config { name: "deep: a replaced leader, two renewals", ..replaced(2, 1) },
        Config { name: "deep: two replaced leaders", ..replaced(1, 2) },
        Config { name: "deep: late guardians", ..late([Slow, Fast], Faults { renewals: 1, ..stopped() }) },
    ]
}

/// For each rule: where it is switched off, and what breaks then.
pub fn broken() -> Vec<Config> {
    let pair = [one(Exclusive, A, Exact); 2];
    let slow = [one(Exclusive, A, Slow), one(Exclusive, A, Exact)];
    let both = [one(Exclusive, A | B, Exact); 2];
    let split = [one(Exclusive, A | B, Exact), one(Exclusive, A | B, Exact), one(Exclusive, A, Exact)];
    let readers = [one(Shared, A, Exact), one(Exclusive, A, Exact), one(Shared, A, Exact)];
    let without = |rule, only, contenders: &[Contender], faults| {
        let config = Config::new("", contenders, faults);
        Config { without: Some(rule), only: Some(only), ..config }
    };
    let holders = |config| Config { breaks: Breaks::Everybody, ..config };
    vec![
        without(Rule::DeadlineFromSending, EXCLUSION, &pair, faults(0, 0, 0)),
        without(Rule::OnlyAcknowledged, EXCLUSION, &pair, faults(0, 1, 0)),
        without(Rule::FirstAttempt, EXCLUSION, &pair, faults(1, 0, 0)),
        without(Rule::OneRenewalAtATime, EXCLUSION, &pair, faults(0, 2, 0)),
        without(Rule::Margin, EXCLUSION, &slow, faults(0, 0, 0)),
        without(Rule::Guardian, EXCLUSION, &pair, faults(0, 0, 0)),
        without(Rule::LookAtTheClock, EXCLUSION, &pair, faults(0, 0, 0)),
        without(Rule::ReadAfterWake, EXCLUSION, &[one(Exclusive, A, Exact); 3], faults(0, 0, 0)),
        without(Rule::ReapBeforeRelease, EXCLUSION, &pair, faults(0, 0, 0)),
        without(Rule::OneTransaction, SERVED, &both, faults(0, 0, 0)),
        without(Rule::AllOrNothing, EXCLUSION, &split, faults(0, 0, 1)),
        without(Rule::WaitBehindWriter, EXCLUSION, &readers, faults(0, 0, 0)),
        without(Rule::ClaimsConflict, EXCLUSION, &[one(Exclusive, A, Exact), one(Shared, A, Exact)], faults(0, 0, 0)),
        without(Rule::PermitCount, EXCLUSION, &[one(permit(2), A, Exact); 3], faults(0, 0, 0)),
        without(
            Rule::GuardedPermits,
            ONE_NUMBER,
            &[one(permit(2), A, Exact), one(permit(3), A, Exact)],
            faults(0, 0, 0),
        ),
        without(Rule::Requeue, SERVED, &pair, faults(0, 0, 0)),
        holders(without(Rule::GuardedWrite, GUARDED, &pair, faults(0, 0, 1))),
    ]
    .into_iter()
    .chain(broken_by_hostility())
    .collect()
}

fn broken_by_hostility() -> Vec<Config> {
    let without = |rule, only, config: Config| Config { without: Some(rule), only: Some(only), ..config };
    vec![
        without(Rule::Witness, EXCLUSION, replaced(1, 1)),
        without(Rule::KeepaliveHeader, EXCLUSION, replaced(1, 1)),
        without(Rule::HeaderBeforeRenewal, EXCLUSION, replaced(1, 1)),
        without(Rule::ReadOwnKeys, DEAD_IN_TIME, broken_in_time()),
        without(Rule::ReadOwnKeys, DEAD_IN_TIME, broken_at_any_time()),
        without(Rule::ForeignLeaseBlocks, EXCLUSION, overwritten()),
        without(Rule::KillInTime, EXCLUSION, late([Slow, Exact], Faults::default())),
        without(Rule::OrdersFirst, EXCLUSION, late([Exact; 2], stopped())),
        without(Rule::OrdersFirst, DEAD_IN_TIME, broken_in_time()),
    ]
}

/// What is not promised when a lock is broken that is held, or is about to be.
pub fn not_promised() -> Vec<Config> {
    let pair = [one(Exclusive, A, Exact); 2];
    let config = Config { breaks: Breaks::Everybody, ..Config::new("", &pair, faults(0, 0, 1)) };
    [EXCLUSION, FENCES].map(|property| Config { only: Some(property), ..config.clone() }).into()
}
