// Nothing leaves the browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { example } from "../src/example";
import { NAME, Site, drop } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

test("no request after the page is there, and a planted one would be seen", async () => {
  const { page, complaints } = await site.visit();
  await page.waitForSelector("#modeles button");
  assert.deepEqual([...site.requests].sort(), ["/", "/main.js", "/site.css"]);
  site.requests.length = 0;
  await drop(page, { name: NAME, content: example() });
  await page.keyboard.press("F8");
  await page.click("text=points sûrs");
  await page.waitForSelector(".corrections");
  await page.click("text=Exporter le rapport (JSON)");
  await page.focus(".cm-content");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("RPPS");
  await page.keyboard.press("Escape");
  await page.hover(".ligne-erreur");
  await page.waitForSelector(".infobulle");
  assert.deepEqual(site.requests, []);
  assert.deepEqual(complaints, []);
  // The witness works: a request that the policy lets through is written down.
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "planted.html";
    document.body.append(frame);
  });
  await page.waitForTimeout(300);
  assert.deepEqual(site.requests, ["/planted.html"]);
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
  await page.waitForTimeout(200);
  assert.deepEqual(site.requests, []);
});

test("nothing in the bundle could store or send", async () => {
  const bundle = await readFile("../dist/site/main.js", "utf8");
  const html = await readFile("../dist/site/index.html", "utf8");
  const words = [
    "_blank",
    "window.open",
    "RTCPeerConnection",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "document.cookie",
    "sendBeacon",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "location.href",
    "location.assign",
    "accepté par l'ASP",
    "accepté par l’ASP",
    "conforme ASP",
  ];
  for (const word of words) {
    assert.ok(!bundle.includes(word), `main.js contains ${word}`);
    assert.ok(!html.includes(word), `index.html contains ${word}`);
  }
  // The grep can find: this is there.
  assert.ok(bundle.includes("postMessage"));
});

test("opened from the disk, the page does the same", async () => {
  const { page, complaints } = await site.visit({ address: pathToFileURL(resolve("../dist/site/index.html")).href });
  assert.equal(await drop(page, { name: NAME, content: example() }), "rejet-demandes");
  assert.ok((await page.locator(".ligne-erreur").count()) > 0);
  assert.deepEqual(complaints, []);
});
