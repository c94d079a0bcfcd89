//! `etcdpat`: put signals in order, parse, run, exit.

use etcdpat::cli::Cli;

fn main() {
    // A kernel that refuses this is none that etcdpat runs on; there is nothing to be done about it.
    let _ = etcdpat::shutdown::begin();
    let code = match Cli::from_command_line() {
        Ok(cli) => cli.run(),
        Err(code) => code,
    };
    code.exit();
}
