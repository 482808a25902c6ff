//! The tasks: set-up, build, serve, test, bench.
fn main() {}
