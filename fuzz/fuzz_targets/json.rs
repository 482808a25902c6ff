//! Any bytes: what `tests/json_oracle.rs` asks of them. `cargo +nightly fuzz run json -- -max_len=512`
#![no_main]

#[path = "../../crates/predepot/tests/json_support/mod.rs"]
mod json_support;
#[path = "../../crates/predepot/tests/json_support/oracle.rs"]
mod oracle;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| oracle::check(bytes));
