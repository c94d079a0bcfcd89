//! How output is written, and for whom.

/// For whom output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Tables and plain lines.
    Human,
    /// One JSON object a line.
    Json,
}

/// How output is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// For whom.
    pub format: Format,
    /// Colour on standard error.
    pub color: bool,
    /// Colour on standard output.
    pub color_out: bool,
    /// -1 quiet, 0, or the number of `-v`.
    pub verbosity: i8,
    /// What standard output is for.
    pub stdout: Stdout,
}

/// What standard output is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stdout {
    /// Results and, in JSON, events.
    Events,
    /// Results alone.
    Results,
    /// It belongs to a child: everything goes to standard error.
    Taken,
}
