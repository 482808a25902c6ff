// axe-core finds nothing to say, in every state of the page.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { AXE, OPTIONS, judge } from "./axe";
import { NAME, Site, drop, type Dropped } from "./site";
import { pdf, zip } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const CLEAN: Dropped = { name: NAME, content: deposit([demande(1), demande(2)]) };
const bdc = (id: number): string => `MDV-LGC-Va1-BDC-0000${id}.pdf`;
/** Faults of each kind, in the JSON and in its ZIP. */
const FAILING: Dropped[] = [
  { name: NAME, content: example() },
  {
    name: "pieces.zip",
    content: [
      ...zip([
        { name: bdc(1) },
        { name: bdc(2).toLowerCase() },
        { name: bdc(3), content: Buffer.from("<html>") },
        { name: bdc(4), content: pdf(9) },
        { name: "Notes.pdf" },
      ]),
    ],
  },
];
const none = '"codeTraitement": null,\n      "libelleTraitement": null';
const ANSWER: Dropped = {
  name: NAME,
  content: deposit([demande(1), demande(2)])
    .replace(none, '"codeTraitement": "0000",\n      "libelleTraitement": "Demande acceptée"')
    .replace(none, '"codeTraitement": "0102",\n      "libelleTraitement": "Format du RPPS invalide"'),
};

/** Each state, and what brings the page there. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "empty": async () => undefined,
  "hovered with files": (page) => page.evaluate(() => document.querySelector("main")?.dispatchEvent(new DragEvent("dragenter", { dataTransfer: new DataTransfer(), bubbles: true, composed: true }))),
  "what was dropped is no file": async (page) => {
    await page.evaluate(() => document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, composed: true, cancelable: true })));
    await page.waitForSelector("text=n’est pas un fichier");
  },
  "working": async (page) => {
    await page.workers()[0]?.evaluate(() => {
      // The directory of the ZIP is read; its pieces, which come as a stream, never come.
      Blob.prototype.stream = () => new ReadableStream({});
    });
    const pieces = zip([1, 2, 3, 4, 5].map((id) => ({ name: bdc(id), content: pdf(2_000_000 + id), deflated: false })));
    await page.setInputFiles("#choisir", [
      { name: NAME, mimeType: "", buffer: Buffer.from(example()) },
      { name: "pieces.zip", mimeType: "", buffer: pieces },
    ]);
    await page.waitForSelector('#pieces [data-etat="non-lue"]');
    await page.waitForSelector("#occupation:visible");
  },
  "clean": (page) => drop(page, CLEAN),
  "failing, with a ZIP": async (page) => {
    await drop(page, ...FAILING);
    await page.waitForSelector(".bulle");
    await page.click("text=Corriger (à confirmer) >> nth=0");
    await page.click("#preparer");
    await page.waitForSelector("#telecharger-zip");
  },
  "the ZIP shown": async (page) => {
    await drop(page, ...FAILING);
    await page.click('[role="tab"]:has-text("pieces.zip")');
    await page.click(".entree[data-point]");
  },
  "one demande, like the portal": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click("text=comme le portail");
    await page.click('[data-demande="2"]');
    await page.waitForSelector(".filtre");
  },
  "corrected": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click("text=points sûrs");
    await page.waitForSelector(".corrections");
  },
  "typing in the source": async (page) => {
    await drop(page, CLEAN);
    await page.locator(".cm-line", { hasText: '"regimeTVA"' }).first().click();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.waitForSelector('button[data-code="J003"]');
  },
  "before and after": async (page) => {
    await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { nom: "Petit" })]) });
    await drop(page, { name: NAME, content: deposit([demande(1), demande(2, { nom: "Petit", montant: "1" })]) });
    await page.click("#corriges summary");
  },
  "what can be exported": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click("#exporter");
    await page.waitForSelector("#exporter-csv");
  },
  "what cannot be checked": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click("#limites > summary");
    await page.check("#a-verifier-0");
    for (const id of ["appliquees", "sans-objet", "non-appliquees"]) await page.click(`#regles-${id} > summary`);
  },
  "the requests and the help open": async (page) => {
    await page.click("#reseau summary");
    await page.click("#aide-fichiers summary");
    await page.click("#aide-lecture summary");
  },
  "searching the source": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.focus(".cm-content");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("RPPS");
    await page.waitForSelector(".cm-searchMatch");
  },
  "a rule's page open": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click(".fiche >> nth=0");
    await page.waitForSelector("dialog[open] h1, dialog[open] h2");
  },
  "an answer of the portal": async (page) => {
    await drop(page, ANSWER);
    await page.fill("#nouveau-1", "00002");
    await page.click("text=Créer le nouveau JSON");
    await page.waitForSelector(".refus");
  },
  "crashed": async (page) => {
    await page.workers()[0]?.evaluate(() => {
      Uint8Array.prototype.set = () => {
        throw new Error("planted");
      };
    });
    await drop(page, CLEAN);
    await page.waitForSelector("text=Vérifier à nouveau");
  },
};

const LOOKS = {
  "light and wide": { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  "dark, 320 px wide": { colorScheme: "dark", viewport: { width: 320, height: 700 } },
} as const;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(judge, OPTIONS);
}

for (const [look, options] of Object.entries(LOOKS)) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`${state}, ${look}`, async () => {
      const { page } = await site.visit(options);
      await page.waitForSelector("#modeles button");
      await reach(page);
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
  }
}

test("axe-core would say it", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  assert.match((await violations(page)).join("\n"), /^button-name: /);
});

test("the pages of the rules and of the profiles", async () => {
  const { page } = await site.visit();
  const found: string[] = [];
  const pages = async (folder: string): Promise<string[]> => (await readdir(`../dist/site/${folder}`)).filter((name) => name.endsWith(".html"));
  const rules = await pages("regles");
  const profiles = await pages("profils");
  // One of each family: they are made from one form.
  const some = rules.filter((_, at) => at % 12 === 0);
  for (const path of [...some.map((name) => `regles/${name}`), ...profiles.map((name) => `profils/${name}`), "conformite.html"]) {
    await page.goto(site.address + path);
    for (const violation of await violations(page)) found.push(`${path} ${violation}`);
  }
  assert.deepEqual(found, []);
});
