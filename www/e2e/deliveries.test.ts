// The same tool as one file from the disk, and as an element in the page of others.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { NAME, Site, drop, rest, verdict } from "./site";
import { pdf, zip } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
  site.add("/pre-depot.js", await readFile("../dist/element/pre-depot.js"));
});
after(() => site.close());

const CLEAN = deposit([demande(1)]);

test("one file from the disk, without a network, does all that the site does", async () => {
  const address = pathToFileURL(resolve("../dist/predepot.html")).href;
  const { page, complaints } = await site.visit({ address, offline: true });
  assert.equal(await drop(page, { name: NAME, content: example() }), "rejet-demandes");
  assert.ok((await page.locator(".ligne-erreur").count()) > 0);
  await page.locator(".fiche").first().click();
  await page.waitForSelector("dialog[open] >> text=montant-deux-decimales");
  await page.click("#fiche-fermer");
  await page.click("text=points sûrs");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Télécharger le fichier corrigé")]);
  assert.equal(download.suggestedFilename(), NAME);
  assert.match(await page.innerText("#reseau summary"), /0\srequête/);
  assert.equal(await page.locator("footer").count(), 0);
  assert.deepEqual(complaints, []);
});

test("where a worker may not read files, the page reads for it", async () => {
  const { page, complaints } = await site.visit({ address: pathToFileURL(resolve("../dist/predepot.html")).href });
  await page.waitForSelector("#modeles button");
  await page.workers()[0]?.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
  });
  const pieces = zip([{ name: "mdv-lgc-va1-bdc-00001.pdf", content: pdf(2_500_000), deflated: false }]);
  const files = [
    { name: NAME, mimeType: "", buffer: Buffer.from(CLEAN) },
    { name: "pieces.zip", mimeType: "", buffer: pieces },
  ];
  await page.setInputFiles("#choisir", files);
  assert.equal(await verdict(page), "a-corriger");
  await page.click("#preparer");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#telecharger-zip")]);
  assert.ok((await readFile(await download.path())).includes(pdf(2_500_000)));
  assert.equal(await page.locator('button[data-code="X002"]').count(), 0);
  assert.deepEqual(complaints, []);
});

test("the single file's policy refuses a script and a style that are not its own", async () => {
  const { page, complaints } = await site.visit({ address: pathToFileURL(resolve("../dist/predepot.html")).href });
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement("script"), { textContent: "document.title = 'planté'" }));
    document.head.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }));
  });
  assert.equal(await page.title(), "prédépôt : contrôle local avant dépôt");
  assert.ok(await page.isVisible("h1"));
  assert.equal(complaints.length, 2);
});

// What `integrer.html` tells who has the site's files alone.

/** The examples of that page, by their kind. */
async function told(page: Page): Promise<{ kind: string; text: string }[]> {
  await page.goto(new URL("integrer.html", site.address).href);
  return page.$$eval("pre code", (all) => all.map((code) => ({ kind: code.className, text: code.textContent ?? "" })));
}

test("who hosts the site is told every file of it, and every header that it is tried with", async () => {
  const { page, complaints } = await site.visit();
  const [first] = await told(page);
  const named = await page.$$eval("table >> nth=0 >> td:first-child code", (all) => all.map((code) => (code.textContent ?? "").replace(/\/$/, "")));
  assert.deepEqual(named.sort(), (await readdir("../dist/site")).sort());
  const { headers } = await fetch(site.address);
  const sent = (first?.text ?? "").trim().split("\n").map((line) => line.split(": ")[0] ?? "");
  assert.ok(sent.includes("Content-Security-Policy"));
  const own = [...headers.keys()].filter((name) => !["connection", "content-type", "date", "keep-alive", "transfer-encoding"].includes(name));
  assert.deepEqual(sent.map((name) => name.toLowerCase()).sort(), own.sort());
  assert.equal((first?.text ?? "").trim(), sent.map((name) => `${name}: ${headers.get(name)}`).join("\n"));
  assert.deepEqual(complaints, []);
});

test("who hosts the site is told what nginx is to be told", async () => {
  const { page } = await site.visit();
  const nginx = (await told(page)).find(({ kind }) => kind === "language-nginx")?.text.split("\n") ?? [];
  const lines = (await readFile("../docs/hebergement/nginx.conf", "utf8")).trim().split("\n");
  // The first says where the files are.
  assert.deepEqual(nginx.slice(1), [...lines.slice(1), ""]);
});

test("the site's files alone make an element in a page of others, whatever that is written in", async () => {
  const { page: reader } = await site.visit();
  const html = (await told(reader)).find(({ kind }) => kind === "language-html")?.text ?? "";
  const address = site.add("/support.html", `<!doctype html><html lang="fr"><meta charset="windows-1252"><link rel="icon" href="data:,"><title>Support</title><body>${html}`);
  const { page, complaints } = await site.visit({ address });
  await page.waitForSelector("#modeles button");
  await dropOn(page, "pre-depot .depot", example());
  assert.equal(await verdict(page), "rejet-demandes");
  assert.match(await page.innerText("#verdict"), /^À corriger avant dépôt/m);
  await page.locator(".fiche").first().click();
  await page.waitForSelector("dialog[open] >> text=montant-deux-decimales");
  assert.deepEqual(complaints, []);
});

test("the checks that the hosting page asks for are as it says", async () => {
  const { page } = await site.visit();
  await page.click("text=Essayer avec un exemple");
  await verdict(page);
  assert.match(await page.innerText("#verdict"), /^À corriger avant dépôt/m);
  assert.match(await page.innerText("#reseau summary"), /0\srequête depuis l’ouverture/);
  assert.equal(await page.evaluate(() => fetch("index.html").then(() => "there", () => "refused")), "refused");
});

/** A page that does its worst: its styles reach for everything, its identifiers are ours, its texts are small and to the right. */
function hostile(policy: string, style = ""): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>
:root { color-scheme: light dark; font-size: 62.5%; }
* { color: red; font-size: 30px !important; letter-spacing: 3px; box-sizing: content-box; }
body { direction: rtl; text-align: right; text-transform: uppercase; line-height: 3; font-family: cursive; white-space: pre; cursor: wait; }
div, section, ol, button, input, table, summary { display: none !important; }
#verdict, #resultat, .depot, .point { visibility: hidden !important; }
pre-depot { display: block; width: 900px; }
${style}
</style></head>
<body><h1>Support</h1><p id="verdict">Theirs</p><p id="choisir">Theirs</p>
<pre-depot></pre-depot>
<input id="depot-titre">
<script type="module" src="pre-depot.js"></script></body></html>`;
}

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; worker-src blob:";

/** Drops on an element, not on the page. */
async function dropOn(page: Page, selector: string, content: string): Promise<void> {
  await page.locator(selector).evaluate(
    (element, { name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name));
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
    },
    { name: NAME, content },
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in a hostile page nothing leaks in or out, ${colorScheme}`, async () => {
    const address = site.add("/hostile.html", hostile(POLICY));
    const { page, complaints } = await site.visit({ address, colorScheme, viewport: { width: 1280, height: 900 } });
    await page.waitForSelector("#modeles button");
    const outside = await page.locator("h1").evaluate((heading) => getComputedStyle(heading).cssText);
    site.requests.length = 0;
    await dropOn(page, "pre-depot .depot", example());
    assert.equal(await verdict(page), "rejet-demandes");
    await page.waitForSelector(".bulle");
    const styles = await page.locator(".point-message").first().evaluate((element) => {
      const { color, fontSize, letterSpacing, direction, textTransform, textAlign, whiteSpace, visibility } = getComputedStyle(element);
      return { color, fontSize, letterSpacing, direction, textTransform, textAlign, whiteSpace, visibility };
    });
    assert.deepEqual(styles, {
      color: colorScheme === "light" ? "rgb(34, 38, 43)" : "rgb(230, 228, 223)",
      // The reader's, not the page's 62.5 %.
      fontSize: "16px",
      letterSpacing: "normal",
      direction: "ltr",
      textTransform: "none",
      textAlign: "start",
      whiteSpace: "normal",
      visibility: "visible",
    });
    assert.ok(await page.isVisible("pre-depot .depot"));
    // The element is too narrow for columns; the window is not.
    const columns = await page.locator("#atelier").evaluate((panel) => getComputedStyle(panel).gridTemplateColumns.split(" ").length);
    assert.equal(columns, 1);
    assert.equal(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).cssText), outside);
    assert.equal(await page.locator("p#verdict >> nth=0").textContent(), "Theirs");
    await page.locator(".fiche").first().click();
    await page.waitForSelector("dialog[open] >> text=montant-deux-decimales");
    assert.match(String(await page.textContent("#reseau")), /0\srequête.*pour la page entière/s);
    assert.deepEqual(site.requests, []);
    assert.deepEqual(complaints, []);
  });
}

test("the page around keeps its own drops and keys", async () => {
  const { page } = await site.visit({ address: site.add("/hostile.html", hostile(POLICY)) });
  await page.waitForSelector("#modeles button");
  const taken = await page.evaluate(() => {
    const events = [
      new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true }),
      new KeyboardEvent("keydown", { key: "F8", bubbles: true, cancelable: true }),
    ];
    return events.map((event) => !document.body.dispatchEvent(event));
  });
  assert.deepEqual(taken, [false, false]);
});

test("colours and margins are the page's when it gives them", async () => {
  const style = "pre-depot { --pre-depot-accent: rgb(1, 2, 3); --pre-depot-fond: rgb(4, 5, 6); --pre-depot-marge: 7px; }";
  const { page } = await site.visit({ address: site.add("/hostile.html", hostile(POLICY, style)) });
  await page.waitForSelector("#modeles button");
  const found = await page.locator(".outil").evaluate((tool) => {
    const { backgroundColor, padding } = getComputedStyle(tool);
    return [backgroundColor, padding, getComputedStyle(tool.querySelector(".principal") ?? tool).backgroundColor];
  });
  assert.deepEqual(found, ["rgb(4, 5, 6)", "7px", "rgb(1, 2, 3)"]);
});

test("a page whose policy forbids the engine is said to", async () => {
  const { page } = await site.visit({ address: site.add("/fermee.html", hostile("default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; worker-src blob:")) });
  await page.waitForSelector("#alerte >> text=wasm-unsafe-eval");
  const { page: other } = await site.visit({ address: site.add("/fermee.html", hostile("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; worker-src 'none'")) });
  await other.waitForSelector("#alerte >> text=wasm-unsafe-eval");
});

test("moved it goes on; removed it stops its worker and forgets; put back it begins anew", async () => {
  const { page, complaints } = await site.visit({ address: site.add("/hostile.html", hostile(POLICY)) });
  await page.waitForSelector("#modeles button");
  await dropOn(page, "pre-depot .depot", CLEAN);
  assert.equal(await verdict(page), "pret");
  await page.evaluate(() => document.body.prepend(document.querySelector("pre-depot") ?? ""));
  assert.equal(await page.getAttribute("#verdict[data-verdict]", "data-verdict"), "pret");
  const worker = page.workers()[0];
  const [closed] = await Promise.all([
    new Promise((done) => worker?.once("close", done)),
    page.evaluate(() => {
      const element = document.querySelector("pre-depot");
      Object.assign(globalThis, { kept: element });
      element?.remove();
    }),
  ]);
  assert.equal(closed, worker);
  await page.evaluate(() => document.body.append((globalThis as unknown as { kept: HTMLElement }).kept));
  await page.waitForSelector("#modeles button");
  assert.equal(await page.locator("pre-depot [data-verdict]").count(), 0);
  await dropOn(page, "pre-depot .depot", CLEAN);
  assert.equal(await verdict(page), "pret");
  assert.deepEqual(complaints, []);
});

test("removed while a question is open, it asks nothing again", async () => {
  const { page, complaints } = await site.visit({ address: site.add("/hostile.html", hostile(POLICY)) });
  await page.waitForSelector("#modeles button");
  await dropOn(page, "pre-depot .depot", CLEAN);
  await rest(page);
  const worker = page.workers()[0];
  await worker?.evaluate(() => {
    self.postMessage = () => undefined;
  });
  await page.click("#exporter");
  await page.click("#exporter-json");
  const gone = worker?.waitForEvent("close");
  await page.evaluate(() => {
    const element = document.querySelector("pre-depot");
    Object.assign(globalThis, { kept: element });
    element?.remove();
  });
  await gone;
  await page.evaluate(() => document.body.append((globalThis as unknown as { kept: HTMLElement }).kept));
  await page.waitForSelector("#modeles button");
  assert.equal(page.workers().length, 1);
  assert.equal(await page.getAttribute("pre-depot", "data-etat"), "accueil");
  assert.deepEqual(complaints, []);
});

test("two in one page do not know of each other", async () => {
  const html = hostile(POLICY).replace("<pre-depot></pre-depot>", '<pre-depot class="un"></pre-depot><pre-depot class="deux"></pre-depot>');
  const { page, complaints } = await site.visit({ address: site.add("/deux.html", html) });
  await page.waitForSelector(".deux #modeles button");
  await dropOn(page, ".un .depot", CLEAN);
  await page.waitForSelector('.un [data-verdict="pret"]');
  await dropOn(page, ".deux .depot", example());
  await page.waitForSelector('.deux [data-verdict="rejet-demandes"]');
  assert.equal(await page.getAttribute(".un #verdict", "data-verdict"), "pret");
  assert.deepEqual(complaints, []);
});
