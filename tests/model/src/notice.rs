//! What a search comes across.

use etcdpat::client::Confirmation;

use crate::action::Action;
use crate::fair;
use crate::model::{LockModel, Seen};
use crate::renewal::Leg;
use crate::state::{Stage, State, owner};

/// Looks at one step.
pub fn notice(model: &LockModel, last: &State, action: Action, next: &State) {
    let mut both = last.clients.iter().zip(&next.clients);
    let is_killed =
        |stage| matches!(stage, Stage::Dying(_)) || !matches!(action, Action::End(_)) && stage == Stage::Ended;
    let unheard =
        both.any(|(before, after)| before.stage == Stage::Running && before.fails.output && is_killed(after.stage));
    model.see(Seen::KilledUnheard, unheard);
    match action {
        Action::Tick => tick(model, last, next),
        Action::Expire(slot) => {
            let waits = matches!(last.clients[owner(slot)].stage, Stage::Waiting(_));
            model.see(Seen::WaiterExpired, waits && last.in_use(slot));
        }
        Action::Look(at) => model.see(Seen::Requeued, next.clients[at].again),
        Action::Renewal(at) => renewal(model, last, at, next),
        Action::Renewed(at) => renewed(model, last, at, next),
        Action::LoseAnswer(at) => {
            model.see(Seen::LostGrant, matches!(last.clients[at].stage, Stage::Granting { .. }));
        }
        Action::LoseRenewal(_) => model.see(Seen::LostRenewal, true),
        Action::Start(_) => {
            model.see(Seen::Together, next.clients.iter().filter(|one| one.stage.alive()).count() > 1);
        }
        Action::Release(_) => model.see(Seen::AllServed, fair::all_served(next)),
        Action::Revoke(_) | Action::Break(..) | Action::Overwrite(..) => model.see(Seen::Interfered, true),
        Action::LoseRelease(_) => model.see(Seen::LostRevoke, true),
        _ => {}
    }
}

fn tick(model: &LockModel, last: &State, next: &State) {
    for (before, after) in last.clients.iter().zip(&next.clients) {
        model.see(Seen::PutOff, after.stage == Stage::Ready && !model.timing.may_start(after.age));
        let killed = before.stage == Stage::Running && after.stage != Stage::Running;
        let over = after.slot.is_some_and(|slot| next.server.leases[usize::from(slot)] == Some(0));
        model.see(Seen::KilledByTheClock, killed);
        model.see(Seen::KilledInTheLastMoment, killed && over);
        model.see(Seen::KilledLate, killed && model.config.late > 0);
        model.see(Seen::KilledByTheKeeper, killed && before.fails.guardian);
        model.see(Seen::AliveToTheLastMoment, model.bound == Some(after.keyless + 1));
    }
}

fn renewal(model: &LockModel, last: &State, at: usize, next: &State) {
    let leg = |state: &State| state.clients[at].renewal.map(|one| one.leg);
    let (Some(Leg::Taken { renewer, .. }), Some(Leg::Acknowledged(_))) = (leg(last), leg(next)) else { return };
    model.see(Seen::RenewedInVain, last.members.is_replaced(renewer));
}

fn renewed(model: &LockModel, last: &State, at: usize, next: &State) {
    let (before, after) = (&last.clients[at], &next.clients[at]);
    let said = before.renewal.and_then(|one| if let Leg::Read(said) = one.leg { Some(said) } else { None });
    model.see(Seen::Requeued, after.again);
    model.see(Seen::RenewedWhileRunning, after.stage == Stage::Running && after.age < before.age);
    model.see(Seen::RenewedAgain, said == Some(Confirmation::Changed));
    model.see(Seen::LossShown, matches!(said, Some(Confirmation::Gone | Confirmation::Taken)));
}
