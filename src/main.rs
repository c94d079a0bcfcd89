//! `etcdpat`: parse, run, exit.

fn main() {
    let code = match etcdpat::cli::Cli::from_command_line() {
        Ok(cli) => etcdpat::command::run(cli),
        Err(code) => code,
    };
    code.exit();
}
