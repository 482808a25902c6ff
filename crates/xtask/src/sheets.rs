//! The pages of the rules and of the profiles as data that the tool carries and builds elements from (`www/src/view/rule.ts`):
//! it writes no markup, and asks for no page once it is open.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use crate::gzip::gzipped;
use crate::process::root;

/// Folders of `docs` whose pages are carried.
const FOLDERS: [&str; 2] = ["rules", "profiles"];

/// Writes them compressed, and says where.
pub(crate) fn build() -> Result<PathBuf> {
    let mut texts = BTreeMap::new();
    for folder in FOLDERS {
        for entry in std::fs::read_dir(root().join("docs").join(folder))? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            // The list of profiles is only a list.
            if name.ends_with(".md") && (folder, name) != ("profiles", "README.md") {
                texts.insert(key(name).to_owned(), std::fs::read_to_string(&path)?);
            }
        }
    }
    let sheets: BTreeMap<&str, Value> = texts
        .iter()
        .map(|(key, text)| (key.as_str(), sheet(text, &|link| texts.contains_key(link))))
        .collect();
    let out = root().join("target/sheets.json.gz");
    std::fs::create_dir_all(out.parent().context("target has no parent")?)?;
    std::fs::write(&out, gzipped(serde_json::to_string(&sheets)?.as_bytes())?)?;
    Ok(out)
}

/// What a page is called by the others: `F008` for `../rules/F008.md`.
fn key(link: &str) -> &str {
    let name = link.rsplit('/').next().unwrap_or(link);
    name.strip_suffix(".md").unwrap_or(name)
}

/// A page: texts, and elements as `[tag, content…]`; `["a", key, content…]` leads to another page.
fn sheet(markdown: &str, is_carried: &dyn Fn(&str) -> bool) -> Value {
    let mut open: Vec<Vec<Value>> = vec![Vec::new()];
    let mut cell = "td";
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(tag) => {
                let start = match &tag {
                    Tag::TableHead => {
                        cell = "th";
                        vec![json!("tr")]
                    }
                    Tag::TableCell => vec![json!(cell)],
                    Tag::Link { dest_url, .. } if is_carried(key(dest_url)) => {
                        vec![json!("a"), json!(key(dest_url))]
                    }
                    _ => vec![json!(name(&tag))],
                };
                open.push(start);
            }
            Event::End(end) => {
                if end == TagEnd::TableHead {
                    cell = "td";
                }
                if let (Some(element), Some(parent)) = (open.pop(), open.last_mut()) {
                    parent.push(Value::Array(element));
                }
            }
            Event::Text(text) => push(&mut open, json!(&*text)),
            Event::Code(text) => push(&mut open, json!(["code", &*text])),
            Event::SoftBreak | Event::HardBreak => push(&mut open, json!(" ")),
            _ => {}
        }
    }
    Value::Array(open.swap_remove(0))
}

fn push(open: &mut [Vec<Value>], value: Value) {
    if let Some(element) = open.last_mut() {
        element.push(value);
    }
}

/// Headings are one level below the tool's own.
fn name(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Heading { level, .. } => match level {
            HeadingLevel::H1 => "h2",
            HeadingLevel::H2 => "h3",
            _ => "h4",
        },
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => "pre",
        Tag::List(None) => "ul",
        Tag::List(Some(_)) => "ol",
        Tag::Item => "li",
        Tag::Table(_) => "table",
        Tag::TableRow => "tr",
        Tag::Strong => "strong",
        Tag::Emphasis => "em",
        // A link that leads nowhere from here is its text.
        Tag::Link { .. } => "span",
        _ => "p",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_elements() {
        let sheet = sheet(
            "# F008 `a`\n\n[F017](F017.md) [M](../profiles/M.md)\n\n```\n{}\n```\n\n| A | B |\n|---|---|\n| 1 | **2** |\n",
            &|link| link == "F017",
        );
        assert_eq!(
            sheet,
            json!([
                ["h2", "F008 ", ["code", "a"]],
                ["p", ["a", "F017", "F017"], " ", ["span", "M"]],
                ["pre", "{}\n"],
                [
                    "table",
                    ["tr", ["th", "A"], ["th", "B"]],
                    ["tr", ["td", "1"], ["td", ["strong", "2"]]]
                ]
            ])
        );
    }
}
