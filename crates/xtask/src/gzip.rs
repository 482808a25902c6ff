//! Compression, for what the page carries and for the budgets. The same bytes in, the same bytes out.

use std::io::Write;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

/// As small as gzip makes it.
pub(crate) fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?)
}
