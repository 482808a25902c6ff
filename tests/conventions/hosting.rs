//! The files of `docs/hebergement` say what the page says, and `docs/integrer.md` what the element lets be changed.

use std::path::Path;

fn read(path: &str) -> String {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(top.join(path)).unwrap()
}

/// The headers, from `_headers`, which the server of the tests sends too.
fn headers() -> Vec<(String, String)> {
    let text = read("docs/hebergement/_headers");
    text.lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The file says every header in its own form, and no other.
#[track_caller]
fn check(path: &str, start: &str, form: impl Fn(&str, &str) -> String) {
    let text = read(path);
    let said: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(start))
        .collect();
    let expected: Vec<String> = headers()
        .iter()
        .map(|(name, value)| form(name, value))
        .collect();
    assert_eq!(
        said, expected,
        "{path} does not say the headers of docs/hebergement/_headers: correct it"
    );
}

#[test]
fn the_policy_is_the_page_s() {
    let page = read("www/index.html");
    let (_, rest) = page
        .split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .unwrap();
    let policy = rest.split('"').next().unwrap();
    assert!(policy.contains("connect-src 'none'"));
    let expected = format!("{policy}; frame-ancestors 'none'");
    assert!(
        headers().contains(&("Content-Security-Policy".to_owned(), expected.clone())),
        "docs/hebergement/_headers has another policy than www/index.html: write `{expected}`"
    );
}

#[test]
fn what_a_page_may_change_of_the_element_is_documented() {
    let documented = read("docs/integrer.md");
    let mut count = 0;
    for path in ["www/palette.css", "www/style.css"] {
        for part in read(path).split("var(--pre-depot-").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect();
            count += 1;
            assert!(
                documented.contains(&format!("`--pre-depot-{name}`")),
                "{path} lets --pre-depot-{name} be changed: say what it does in docs/integrer.md"
            );
        }
    }
    assert!(count > 20, "few properties were found: correct this test");
}

#[test]
fn what_a_page_cannot_say_of_itself_is_said() {
    let names: Vec<String> = headers().into_iter().map(|(name, _)| name).collect();
    for name in [
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
    ] {
        assert!(
            names.iter().any(|one| one == name),
            "{name} is missing in docs/hebergement/_headers"
        );
    }
}

#[test]
fn nginx_says_the_same() {
    check(
        "docs/hebergement/nginx.conf",
        "add_header ",
        |name, value| format!("add_header {name} \"{value}\" always;"),
    );
}

#[test]
fn apache_says_the_same() {
    check(
        "docs/hebergement/apache.htaccess",
        "Header ",
        |name, value| format!("Header always set {name} \"{value}\""),
    );
}
