//! Nothing is done twice: a step is done again only when what it was done from has changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// Runs `step` unless the stamp file says that it was done from the same `inputs`.
pub(crate) fn unless_done(
    stamp: &Path,
    inputs: &[&Path],
    step: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let wanted = fingerprint(inputs)?;
    if std::fs::read_to_string(stamp).is_ok_and(|done| done == wanted) {
        return Ok(());
    }
    step()?;
    std::fs::write(stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

fn fingerprint(inputs: &[&Path]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        let bytes =
            std::fs::read(input).with_context(|| format!("cannot read {}", input.display()))?;
        bytes.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
