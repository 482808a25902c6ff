//! Files that raise no error, whatever their layout.

use predepot_tests::{check, several, template};

const PROFILES: [&str; 5] = ["MS1-DUI", "MDV-LGC", "HOP-DPI", "HOP-PFI", "HOP-RI"];

#[test]
fn templates_are_ready() {
    for profile in PROFILES {
        check(template(profile), &[]);
    }
}

#[test]
fn several_demandes_are_ready() {
    for profile in PROFILES {
        check(several(profile, 200), &[]);
    }
}
