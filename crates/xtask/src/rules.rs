//! The rule pages: `docs/rules/*.md` as `regles/*.html` of the site.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::process::root;

/// Writes the pages and their list. Before the first `docs/rules` there is nothing to write.
pub(crate) fn build(site: &Path) -> Result<()> {
    let source = root().join("docs/rules");
    if !source.exists() {
        return Ok(());
    }
    let policy = policy(&std::fs::read_to_string(root().join("www/index.html"))?)
        .context("www/index.html has no <meta http-equiv=\"Content-Security-Policy\">")?
        .to_owned();
    let mut names: Vec<String> = std::fs::read_dir(&source)?
        .filter_map(|entry| {
            Some(
                entry
                    .ok()?
                    .file_name()
                    .to_str()?
                    .strip_suffix(".md")?
                    .to_owned(),
            )
        })
        .collect();
    names.sort();

    let out = site.join("regles");
    std::fs::create_dir_all(&out)?;
    let mut list = String::from("# Règles\n\n");
    for name in &names {
        let markdown = std::fs::read_to_string(source.join(format!("{name}.md")))?;
        let title = title(&markdown)
            .with_context(|| format!("docs/rules/{name}.md does not start with a title"))?;
        std::fs::write(
            out.join(format!("{name}.html")),
            page(&policy, title, &markdown),
        )?;
        writeln!(list, "- [{title}]({name}.md)")?;
    }
    std::fs::write(out.join("index.html"), page(&policy, "Règles", &list))?;
    println!("rule pages: {}", names.len());
    Ok(())
}

/// The page's own policy, as its `<meta>` element.
fn policy(html: &str) -> Option<&str> {
    let start = html.find("<meta http-equiv=\"Content-Security-Policy\"")?;
    let end = html[start..].find('>')?;
    Some(&html[start..=start + end])
}

fn title(markdown: &str) -> Option<&str> {
    markdown.lines().next()?.strip_prefix("# ")
}

fn page(policy: &str, title: &str, markdown: &str) -> String {
    let mut body = String::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(link_to_page);
    html::push_html(&mut body, events);
    let title = title
        .replace(['`', '*'], "")
        .replace('&', "&amp;")
        .replace('<', "&lt;");
    format!(
        r#"<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
{policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · prédépôt</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<nav><a href="../index.html">prédépôt</a> · <a href="index.html">Règles</a></nav>
<main>
{body}</main>
</body>
</html>
"#
    )
}

/// A link to a sister document becomes a link to its page.
fn link_to_page(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) if !dest_url.contains("://") => {
            let dest_url = CowStr::from(dest_url.replace(".md", ".html"));
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_page_has_the_policy_and_links_to_pages() {
        let html = page(
            "<meta policy>",
            "F008 & co",
            "# F008\n\n[F017](F017.md) [ASP](https://example.org/a.md)\n",
        );
        assert!(html.contains("<meta policy>"));
        assert!(html.contains("<title>F008 &amp; co · prédépôt</title>"));
        assert!(html.contains("<a href=\"F017.html\">F017</a>"));
        assert!(html.contains("https://example.org/a.md"));
    }

    #[test]
    fn the_policy_is_the_whole_element() {
        let html = "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"\n content=\"a\"><title>";
        assert_eq!(
            policy(html),
            Some("<meta http-equiv=\"Content-Security-Policy\"\n content=\"a\">")
        );
    }
}
