//! Helpers of the tests: one `check` per boundary.
