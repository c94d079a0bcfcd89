//! Files made of templates.

use serde::Serialize;

use super::Text;

/// What happens to a file that is made of a template.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum RenderEvent {
    #[serde(rename = "render.written")]
    Written { path: Text },
    #[serde(rename = "render.unchanged")]
    Unchanged { path: Text },
    #[serde(rename = "render.differs")]
    Differs { path: Text, diff: Text },
    #[serde(rename = "render.kept")]
    Kept { path: Text, message: Text },
    #[serde(rename = "render.reload_failed")]
    ReloadFailed { path: Text, code: u8 },
}
