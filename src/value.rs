//! What events, records and errors are made of.
//!
//! What must stay true: text that another may have written is a [`Text`], from where it is read to where it is printed.

mod lease_id;
mod shell;
mod text;
mod time;

pub use lease_id::{LeaseId, NotALeaseId};
pub use shell::{shell_text, shell_word};
pub use text::{Text, harmless_json, whole_characters};
pub use time::Time;
