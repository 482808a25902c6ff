// The states of the page, whatever its language.

import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { NAME, drop, type Dropped } from "./site";
import { pdf, zip } from "./zip";

export const CLEAN: Dropped = { name: NAME, content: deposit([demande(1), demande(2)]) };
const bdc = (id: number): string => `MDV-LGC-Va1-BDC-0000${id}.pdf`;
/** Faults of each kind, in the JSON and in its ZIP. */
export const FAILING: Dropped[] = [
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

/** The engine's memory is taken away under it: the next check traps. */
export async function sabotage(page: Page): Promise<void> {
  await page.workers()[0]?.evaluate(() => {
    // What it does by itself, while nothing is asked, ends: that would fail first.
    self.dispatchEvent(new MessageEvent("message", { data: "stop" }));
    Uint8Array.prototype.set = () => {
      throw new Error("planted");
    };
  });
}

/** Each state, and what brings the page there. */
export const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "empty": async () => undefined,
  "hovered with files": (page) => page.evaluate(() => document.querySelector("main")?.dispatchEvent(new DragEvent("dragenter", { dataTransfer: new DataTransfer(), bubbles: true, composed: true }))),
  "what was dropped is no file": async (page) => {
    await page.evaluate(() => document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, composed: true, cancelable: true })));
    await page.waitForSelector("#alerte p");
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
    await page.click("#pieces > summary");
    await page.waitForSelector('#pieces [data-etat="non-lue"]');
    await page.waitForSelector("#occupation:visible");
  },
  "clean": (page) => drop(page, CLEAN),
  "failing, with a ZIP": async (page) => {
    await drop(page, ...FAILING);
    await page.waitForSelector(".bulle");
    await page.click(".corriger[aria-expanded] >> nth=0");
    // The JSON's own errors come first.
    for (const id of ["pieces", "preparation"]) await page.click(`#${id} > summary`);
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
    await page.click("#voir-portail");
    await page.click('[data-demande="2"]');
    await page.waitForSelector(".filtre");
  },
  "corrected": async (page) => {
    await drop(page, { name: NAME, content: example() });
    await page.click(".points-tete .corriger");
    await page.waitForSelector(".corrections");
  },
  "typing in the source": async (page) => {
    await drop(page, CLEAN);
    // Not with the mouse: over a failing line it shows what is said of it, a while later.
    await page.focus(".cm-content");
    for (const key of ["Control+Home", "ArrowDown", "End", "Backspace"]) await page.keyboard.press(key);
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
  "the requests and the help open": async (page) => {
    for (const id of ["reseau", "aide-fichiers", "aide-lecture"]) await page.click(`#${id} summary`);
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
    await page.click('#renvoi button[type="submit"]');
    await page.waitForSelector(".refus");
  },
  "its rejected demandes made new": async (page) => {
    await drop(page, ANSWER);
    await page.fill("#nouveau-1", "A0002");
    await page.click("#renvoi button[type=submit]");
    await page.waitForSelector("#pieces-renommees");
  },
  "like the portal, refused whole": async (page) => {
    await drop(page, { name: NAME, content: example().replace('"impId": null', '"impId": 1') });
    await page.click("#voir-portail");
    await page.waitForSelector("#sans-simulation");
  },
  "what cannot be checked, all open": async (page) => {
    await drop(page, CLEAN);
    await page.click("#limites > summary");
    await page.check("#a-verifier-0");
    for (const id of ["appliquees", "sans-objet", "non-appliquees"]) await page.click(`#regles-${id} > summary`);
  },
  "crashed": async (page) => {
    await sabotage(page);
    await drop(page, CLEAN);
    await page.waitForSelector("#alerte button");
  },
};
