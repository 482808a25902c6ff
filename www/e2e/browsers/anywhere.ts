// From the disk, without a network, in the page of others: the same tool, in whichever engine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { demande, deposit } from "../../src/example";
import { DIST, Server } from "../server";
import { pdf, zip } from "../zip";
import { isWholeZip, openSite, witnessed, type Browser } from "./browser";
import { CLEAN, FAILING, NAME, failing } from "./use";

/** The way from the drop to the download, as far as every form of the tool goes. */
async function works(page: Browser): Promise<void> {
  assert.equal(await page.drop({ name: NAME, content: FAILING }), "rejet-demandes");
  assert.deepEqual(await failing(page), ["14"]);
  await page.click('button[data-code="F008"]');
  await page.click(".fiche");
  await page.until(({ one }) => one("dialog[open]")?.textContent?.includes("montant-deux-decimales"));
  await page.clickOn("Fermer", "dialog button");
  await page.click(".point .corriger");
  await page.conclusion("pret");
  const saved = await page.download(() => page.click("#telecharger"));
  assert.equal(saved.content.toString(), CLEAN);
  // A ZIP is read by the worker, or by the page where the worker may not.
  const pieces = zip([{ name: "mdv-lgc-va1-bdc-00001.pdf", content: pdf(2_500_000), deflated: false }]);
  await page.clickOn("Tout retirer");
  assert.equal(await page.drop({ name: NAME, content: deposit([demande(1)]) }, { name: "pieces.zip", content: pieces }), "a-corriger");
  await page.click("#preparer");
  const made = await page.download(() => page.click("#telecharger-zip"), isWholeZip);
  assert.ok(made.content.includes(pdf(2_500_000)));
}

/** A page that has its own styles and its own policy, which allows no more than the tool needs. */
const FOREIGN = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Assistance</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; worker-src blob:; img-src data:">
<style>* { color: red; font-size: 30px !important } button, section { display: none !important } body { direction: rtl }</style></head>
<body><h1>Assistance</h1><p id="verdict">Leur texte</p><pre-depot></pre-depot>
<script type="module" src="pre-depot.js"></script></body></html>`;

export function anywhere(browser: () => Browser): void {
  for (const path of ["site/index.html", "predepot.html"]) {
    test(`from the disk: ${path}`, async () => {
      const page = browser();
      await page.visit(pathToFileURL(join(DIST, path)).href);
      await works(page);
      assert.deepEqual(await page.complaints(), []);
    });
  }

  test("without a network, once the page is there", async () => {
    const page = browser();
    const own = await openSite();
    await page.visit(own.address);
    await own.close();
    await works(page);
    assert.deepEqual(await page.complaints(), []);
  });

  test("as an element in the page of others", async () => {
    const page = browser();
    const theirs = await Server.open();
    theirs.add("/pre-depot.js", await readFile(join(DIST, "element/pre-depot.js")));
    await page.visit(witnessed(theirs, "/assistance.html", FOREIGN));
    theirs.requests.length = 0;
    await works(page);
    const looks = await page.run(({ one }) => {
      const of = (element: Element | null): string => (element === null ? "" : `${getComputedStyle(element).color} ${getComputedStyle(element).direction}`);
      return [of(document.querySelector("h1")), of(one(".depot h2"))];
    });
    assert.deepEqual(looks, ["rgb(255, 0, 0) rtl", "rgb(34, 38, 43) ltr"]);
    assert.equal(await page.run(() => document.querySelector("p#verdict")?.textContent), "Leur texte");
    assert.deepEqual(theirs.requests, []);
    assert.deepEqual(await page.complaints(), []);
    await theirs.close();
  });
}
