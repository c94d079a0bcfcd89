//! Files that steps read and write.

use std::io;
use std::path::PathBuf;

use crate::random;

/// A directory among the temporary ones, that is gone with all that is in it when this is dropped.
#[derive(Default)]
pub(super) struct Files(Option<PathBuf>);

impl Files {
    /// The path of a file that has this name.
    pub(super) fn path(&mut self, name: &str) -> io::Result<PathBuf> {
        let dir = match &self.0 {
            Some(dir) => dir.clone(),
            None => {
                let dir = std::env::temp_dir().join(format!("etcdpat-examples-{:016x}", random::number()));
                std::fs::create_dir(&dir)?;
                self.0.insert(dir).clone()
            }
        };
        Ok(dir.join(name))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        self.0.as_ref().map(std::fs::remove_dir_all);
    }
}
