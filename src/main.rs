//! `etcdpat`: put signals in order, parse, run, exit.

fn main() {
    // A kernel that refuses this is none that etcdpat runs on; there is nothing to be done about it.
    let _ = etcdpat::shutdown::begin();
    let code = match etcdpat::cli::Cli::from_command_line() {
        Ok(cli) => etcdpat::command::run(cli),
        Err(code) => code,
    };
    code.exit();
}
