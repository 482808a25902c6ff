//! The links of the documents lead somewhere.

use std::path::{Path, PathBuf};

use crate::sources::{Source, sources};

/// Where the links of a Markdown text lead, code left out.
fn links(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    });
    let outside_code = lines.flat_map(|line| line.split('`').step_by(2));
    let after_text = outside_code.flat_map(|text| text.split("](").skip(1));
    after_text
        .filter_map(|rest| rest.split(')').next())
        .collect()
}

/// `path` without its `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path {
        match part.to_str() {
            Some("..") => drop(plain.pop()),
            _ => plain.push(part),
        }
    }
    plain
}

#[test]
fn links_lead_to_files() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut read = 0;
    for Source { path, text } in sources(&["md"]) {
        for link in links(&text) {
            let file = link.split('#').next().unwrap_or_default();
            if link.contains("://") || link.starts_with("mailto:") || file.is_empty() {
                continue;
            }
            read += 1;
            let target = plain(&Path::new(&path).with_file_name("").join(file));
            assert!(
                top.join(&target).exists(),
                "{path} links to {link}, which does not exist. Correct the link, or what generates the document."
            );
            assert!(
                !path.starts_with("docs/") || target.starts_with("docs"),
                "{path} links to {link}, which is not on the site. Keep the links of docs/ inside docs/."
            );
        }
    }
    assert!(read > 100, "few links were read: correct this test");
}

#[test]
fn links_are_read() {
    assert_eq!(
        links("[a](b.md), `[c](d.md)`\n```\n[e](f.md)\n```\n[`g`](h.md#i)"),
        ["b.md", "h.md#i"]
    );
}
