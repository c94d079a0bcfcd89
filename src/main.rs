//! `etcdpat`: parse, run, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    let code = match etcdpat::cli::Cli::from_command_line() {
        Ok(cli) => etcdpat::command::run(cli),
        Err(code) => code,
    };
    ExitCode::from(code.number())
}
