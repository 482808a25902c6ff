//! The page as one file, `dist/predepot.html`, which works from the disk: its script and its style are inside, and its policy names them
//! by their hashes.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Writes the file from what the bundler wrote.
pub(crate) fn build(dist: &Path) -> Result<()> {
    let read = |path: &str| {
        std::fs::read_to_string(dist.join(path)).with_context(|| format!("cannot read dist/{path}"))
    };
    let page = page(
        &read("site/index.html")?,
        &read("site/site.css")?,
        &read("element/pre-depot.js")?,
    )?;
    std::fs::write(dist.join("predepot.html"), page)?;
    Ok(())
}

/// The page with its style and its script in the place of what loads them.
fn page(html: &str, style: &str, script: &str) -> Result<String> {
    ensure!(
        !script.contains("</script") && !script.contains("<!--"),
        "the script would end where it says `</script` or `<!--`"
    );
    ensure!(!style.contains("</style"), "the style would end too soon");
    let mut page = html.to_owned();
    // The script alone holds the sheets.
    replace(&mut page, "<script defer src=\"fiches.js\"></script>\n", "")?;
    replace(&mut page, "<script defer src=\"main.js\"></script>\n", "")?;
    replace(
        &mut page,
        "<link rel=\"stylesheet\" href=\"site.css\">",
        &format!("<style>{style}</style>"),
    )?;
    replace(
        &mut page,
        "script-src 'self'",
        &format!("script-src {}", hash(script)),
    )?;
    replace(
        &mut page,
        "style-src 'self'",
        &format!("style-src {}", hash(style)),
    )?;
    // Links to the site's other pages lead nowhere from here.
    without(&mut page, "<footer", "</footer>\n")?;
    // Last in the body, so that the page is seen while it is read.
    replace(
        &mut page,
        "</body>",
        &format!("<script>{script}</script>\n</body>"),
    )?;
    ensure!(
        !page.contains("'self'"),
        "the page would load from its site"
    );
    Ok(page)
}

/// The source of a policy that lets in this text and no other.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// `from` is there once.
fn replace(page: &mut String, from: &str, to: &str) -> Result<()> {
    ensure!(
        page.matches(from).count() == 1,
        "www/index.html has not exactly one `{from}`"
    );
    *page = page.replacen(from, to, 1);
    Ok(())
}

/// Takes out what is between the two, which are there once, and them.
fn without(page: &mut String, start: &str, end: &str) -> Result<()> {
    let (from, to) = page
        .find(start)
        .zip(page.find(end))
        .with_context(|| format!("www/index.html has no `{start}`"))?;
    page.replace_range(from..to + end.len(), "");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<meta content=\"script-src 'self' x; style-src 'self'\">\n<link rel=\"stylesheet\" href=\"site.css\">\n\
        <script defer src=\"main.js\"></script>\n<script defer src=\"fiches.js\"></script>\n<body><footer>a</footer>\n</body>";

    #[test]
    fn the_policy_names_the_hashes() -> Result<()> {
        // Those of the empty text, as known everywhere.
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert_eq!(
            page(HTML, "", "")?,
            format!(
                "<meta content=\"script-src {empty} x; style-src {empty}\">\n<style></style>\n<body><script></script>\n</body>"
            )
        );
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_too_soon_is_refused() {
        assert!(page(HTML, "", "\"</script>\"").is_err());
        assert!(page(HTML, "", "\"<!--\"").is_err());
    }

    #[test]
    fn a_page_of_another_form_is_refused() {
        assert!(page("<body></body>", "", "").is_err());
    }
}
