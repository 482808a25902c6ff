//! Compression, for what the page carries and for the budgets. The same bytes in, the same bytes out.

use std::io::Write;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use zopfli::{Format, Options};

/// As servers compress what they send: what the budgets count.
pub(crate) fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(gzip.finish()?)
}

/// Smaller by a few percent and much slower to make: for what is compressed once.
pub(crate) fn packed(content: &[u8]) -> Result<Vec<u8>> {
    // A module's code, data and texts change more often than its default of 15.
    let options = Options {
        maximum_block_splits: 40,
        ..Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, Format::Gzip, content, &mut packed)?;
    Ok(packed)
}
