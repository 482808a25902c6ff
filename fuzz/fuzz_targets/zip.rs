//! Any bytes as a ZIP, or a ZIP made from them, given by slices of any size: what `tests/archive/oracle.rs` asks of them.
//! `cargo +nightly fuzz run zip -- -max_len=512`
#![no_main]

#[path = "../../tests/archive/oracle.rs"]
mod oracle;

use predepot_tests::random::Recipe;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((&[how, first, second], rest)) = input.split_first_chunk::<3>() else {
        return;
    };
    let sizes = [first, second];
    if how & 1 == 0 {
        oracle::check(rest, &sizes);
    } else {
        oracle::check(&Recipe::new(rest).zip(), &sizes);
    }
});
