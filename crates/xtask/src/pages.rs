//! The generated documents as pages of the site: rules, profiles and their schemas, the table of conformity.

use std::path::Path;

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::process::root;

/// Folder of `docs`, folder of the site.
const FOLDERS: [(&str, &str); 3] = [("rules", "regles"), ("profiles", "profils"), ("", "")];

/// Writes the pages. A `README.md` is the `index.html` of its folder.
pub(crate) fn build(site: &Path) -> Result<()> {
    let policy = policy(&std::fs::read_to_string(root().join("www/index.html"))?)
        .context("www/index.html has no <meta http-equiv=\"Content-Security-Policy\">")?
        .to_owned();
    let mut count = 0;
    for (from, to) in FOLDERS {
        let source = root().join("docs").join(from);
        let out = site.join(to);
        std::fs::create_dir_all(&out)?;
        for entry in std::fs::read_dir(&source)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            if let Some(stem) = name.strip_suffix(".md") {
                let markdown = std::fs::read_to_string(&path)?;
                let title = title(&markdown)
                    .with_context(|| format!("docs/{from}/{name} does not start with a title"))?;
                let up = if to.is_empty() { "" } else { "../" };
                let stem = if stem == "README" { "index" } else { stem };
                let html = page(&policy, title, &markdown, up);
                std::fs::write(out.join(format!("{stem}.html")), html)?;
                count += 1;
            } else if name.ends_with(".schema.json") {
                std::fs::copy(&path, out.join(name))?;
            }
        }
    }
    println!("pages of the documentation: {count}");
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

/// `up`: the way to the top of the site.
fn page(policy: &str, title: &str, markdown: &str, up: &str) -> String {
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
<link rel="stylesheet" href="{up}site.css">
<link rel="stylesheet" href="{up}pages.css">
</head>
<body class="document">
<nav><a href="{up}index.html">prédépôt</a> · <a href="{up}regles/index.html">Règles</a></nav>
<main>
{body}</main>
</body>
</html>
"#
    )
}

/// Where a document of `docs` is on the site.
fn in_site(link: &str) -> String {
    let mut link = link
        .replace("README.md", "index.html")
        .replace(".md", ".html");
    for (from, to) in FOLDERS.iter().filter(|(from, _)| !from.is_empty()) {
        link = link.replace(&format!("{from}/"), &format!("{to}/"));
    }
    link
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
            let dest_url = CowStr::from(in_site(&dest_url));
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
            "# F008\n\n[F017](F017.md) [MDV](../profiles/MDV-LGC.md) [Règles](README.md) [ASP](https://example.org/a.md)\n",
            "../",
        );
        assert!(html.contains("<meta policy>"));
        assert!(html.contains("<title>F008 &amp; co · prédépôt</title>"));
        assert!(html.contains("<a href=\"F017.html\">F017</a>"));
        assert!(html.contains("<a href=\"../profils/MDV-LGC.html\">MDV</a>"));
        assert!(html.contains("<a href=\"index.html\">Règles</a>"));
        for sheet in ["site.css", "pages.css"] {
            assert!(html.contains(&format!("<link rel=\"stylesheet\" href=\"../{sheet}\">")));
        }
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
