//! The project's own files.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
pub(crate) struct Source {
    /// From the top of the repository, with `/`.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

/// Folders of what others wrote or what is built.
const NOT_OURS: &[&str] = &["target", "dist", "node_modules", "corpus", "artifacts"];

/// Files whose names end so.
pub(crate) fn sources(extensions: &[&str]) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy();
            let is_ours = !name.starts_with('.') && !NOT_OURS.contains(&name.as_ref());
            if path.is_dir() {
                folders.extend(is_ours.then_some(path));
            } else if path
                .extension()
                .is_some_and(|of| extensions.iter().any(|one| of == *one))
            {
                let names: Vec<_> = path
                    .strip_prefix(top)
                    .unwrap()
                    .iter()
                    .map(|name| name.to_string_lossy())
                    .collect();
                found.push(Source {
                    path: names.join("/"),
                    text: fs::read_to_string(&path).unwrap(),
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every dependency of every manifest that is not of this project: manifest, name.
pub(crate) fn dependencies() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for Source { path, text } in sources(&["toml", "json"]) {
        let names = match path.rsplit('/').next() {
            Some("Cargo.toml") => of_cargo(&text),
            Some("package.json") => of_npm(&text),
            _ => continue,
        };
        found.extend(
            names
                .into_iter()
                .map(|name| (path.clone(), name.to_owned())),
        );
    }
    found.retain(|(_, name)| !name.starts_with("predepot"));
    found
}

/// Keys of the sections named `…dependencies`.
fn of_cargo(text: &str) -> Vec<&str> {
    let mut is_inside = false;
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            is_inside = section.ends_with("dependencies]");
        } else if is_inside && line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            names.extend(line.split([' ', '.', '=']).next());
        }
    }
    names
}

/// Keys of the objects named `…ependencies`, one a line as npm writes them.
fn of_npm(text: &str) -> Vec<&str> {
    let mut is_inside = false;
    let mut names = Vec::new();
    for line in text.lines() {
        let mut parts = line.trim().split('"').skip(1);
        match (parts.next(), line.trim_end().ends_with('{')) {
            (Some(name), true) => is_inside = name.ends_with("ependencies"),
            (Some(name), false) if is_inside => names.push(name),
            _ => is_inside = is_inside && !line.trim().starts_with('}'),
        }
    }
    names
}

#[test]
fn manifests_are_read() {
    assert_eq!(
        of_cargo(
            "[package]\nname = \"a\"\n[dependencies]\n# why\nb = \"1\"\nc.workspace = true\n\n[dev-dependencies]\nd = { version = \"1\" }\n[lints]\ne = 1\n"
        ),
        ["b", "c", "d"]
    );
    assert_eq!(
        of_npm(
            "{\n  \"name\": \"a\",\n  \"scripts\": {\n    \"x\": \"y\"\n  },\n  \"devDependencies\": {\n    \"@b/c\": \"1\",\n    \"d\": \"2\"\n  },\n  \"type\": \"module\"\n}\n"
        ),
        ["@b/c", "d"]
    );
}
