// Nothing leaves the browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { example } from "../src/example";
import type { Page } from "playwright-core";
import { NAME, Site, drop, rest } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/** What the badge says. */
const badge = (page: Page): Promise<string> => page.innerText("#reseau summary");

test("no request once the page is there, as the server and the browser's own count say", async () => {
  const { page, complaints } = await site.visit();
  await page.waitForSelector("#modeles button");
  assert.deepEqual([...site.requests].sort(), ["/", "/fiches.js", "/main.js", "/site.css"]);
  site.requests.length = 0;
  await drop(page, { name: NAME, content: example() });
  await page.keyboard.press("F8");
  await page.click("text=points sûrs");
  await page.waitForSelector(".corrections");
  await page.click("#exporter");
  await page.click("#exporter-json");
  await page.focus(".cm-content");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("RPPS");
  await page.keyboard.press("Escape");
  // What the mouse shows goes when the source is drawn again.
  await rest(page);
  await page.hover(".ligne-erreur");
  await page.waitForSelector(".infobulle");
  await page.locator(".fiche").first().click();
  await page.waitForSelector("dialog[open] h2");
  assert.deepEqual(site.requests, []);
  assert.match(await badge(page), /0\srequête depuis l’ouverture/);
  assert.deepEqual(complaints, []);
});

test("a planted request is seen by the badge and by the server, from the page and from the worker", async () => {
  // The page of the site, but for its policy.
  const html = await readFile("../dist/site/index.html", "utf8");
  const address = site.add("/sans-politique.html", html.replace(/<meta http-equiv.*>/, ""));
  const { page } = await site.visit({ address });
  await page.waitForSelector("#modeles button");
  site.requests.length = 0;
  assert.match(await badge(page), /0\srequête/);
  await page.evaluate(() => {
    new Image().src = "/image-plantee.png";
  });
  await page.waitForSelector("#reseau >> text=1\u00a0requête depuis l’ouverture");
  await page.workers()[0]?.evaluate((base) => void fetch(`${base}travailleur-plante`), site.address);
  await page.waitForSelector("#reseau >> text=2\u00a0requêtes depuis l’ouverture");
  await page.click("#reseau summary");
  assert.match(await page.innerText("#reseau ul"), /image-plantee\.png\s.*travailleur-plante/);
  assert.deepEqual(site.requests, ["/image-plantee.png", "/travailleur-plante"]);
});

test("the policy refuses what would leave, in the page and in the worker", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  const refused = (): Promise<boolean> =>
    fetch("/stolen").then(
      () => false,
      () => true,
    );
  site.requests.length = 0;
  assert.equal(await page.evaluate(refused), true);
  assert.equal(await page.workers()[0]?.evaluate(refused), true);
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: "/stolen.png" }));
  });
  await page.click("#reseau summary");
  // What both ask for, and the image.
  await page.waitForSelector("#reseau >> text=2\u00a0adresses refusées");
  assert.match(await badge(page), /0\srequête/);
  assert.deepEqual(site.requests, []);
});

/** What would write markup, store, send, or lead away. */
const FORBIDDEN = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "document.write",
  "DOMParser",
  "createContextualFragment",
  "fetch(",
  "XMLHttpRequest",
  "sendBeacon",
  "WebSocket",
  "EventSource",
  "RTCPeerConnection",
  "WebTransport",
  "importScripts",
  "import(",
  "eval(",
  "new Function",
  "_blank",
  "window.open",
  "location.href",
  "location.assign",
  "location.replace",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "document.cookie",
  "caches.open",
  "serviceWorker",
  "accepté par l'ASP",
  "accepté par l’ASP",
  "conforme ASP",
];

for (const path of ["site/index.html", "site/main.js", "site/fiches.js", "predepot.html", "element/pre-depot.js", "npm/predepot.mjs", "npm/predepot.cjs"]) {
  test(`nothing in ${path} could write markup, store or send`, async () => {
    const text = await readFile(`../dist/${path}`, "utf8");
    assert.deepEqual(FORBIDDEN.filter((word) => text.includes(word)), []);
    // The search can find: these are there.
    assert.ok(["postMessage", "initSync", "whenDefined", "Content-Security-Policy", "WebAssembly"].some((word) => text.includes(word)));
  });
}

test("opened from the disk, the page does the same", async () => {
  const { page, complaints } = await site.visit({ address: pathToFileURL(resolve("../dist/site/index.html")).href });
  assert.equal(await drop(page, { name: NAME, content: example() }), "rejet-demandes");
  assert.ok((await page.locator(".ligne-erreur").count()) > 0);
  assert.deepEqual(complaints, []);
});
