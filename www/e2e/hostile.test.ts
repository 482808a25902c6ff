// Whatever is dropped, and whatever happens to the worker, the page goes on.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { demande, deposit } from "../src/example";
import { NAME, Site, drop, failingLines, rest, verdict } from "./site";
import { sabotage } from "./states";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const CLEAN = deposit([demande(1)]);

/** Drops something, expects this verdict and one of these codes with its words, then sees that a clean file is still checked. */
async function survives(content: string | number[] | { mebibytes: number }, expected: string, code: string, words: RegExp): Promise<void> {
  const { page, complaints } = await site.visit();
  assert.equal(await drop(page, { name: NAME, content }), expected);
  const point = page.locator(`button[data-code="${code}"]`).first();
  await point.locator(".point-message").waitFor();
  assert.match(await point.innerText(), words);
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
  assert.deepEqual(complaints, []);
  await page.context().close();
}

const utf16 = (text: string): number[] => [0xff, 0xfe, ...Buffer.from(text, "utf16le")];
const latin1 = (text: string): number[] => [...Buffer.from(text, "latin1")];

test("an empty file", () => survives("", "rejet-fichier", "J010", /vide/));
test("UTF-16", () => survives(utf16(CLEAN), "rejet-fichier", "J011", /UTF-16/));
test("a BOM", () => survives([0xef, 0xbb, 0xbf, ...Buffer.from(CLEAN)], "a-verifier", "J012", /BOM/));
test("bytes that are no text", () => survives([0x7b, 0, 1, 2, 0xff, 0xfe, 0, 0x80], "rejet-fichier", "J011", /texte/));
test("200,000 nested brackets", () => survives("[".repeat(200_000), "rejet-fichier", "J013", /emboîtés/));
test("a file beyond 64 MiB is not read", () => survives({ mebibytes: 65 }, "a-corriger", "X003", /64/));
test("64 MiB of spaces", () => survives({ mebibytes: 64 }, "rejet-fichier", "J010", /vide/));
test("one line of 6 MB", () => survives(`[${'"é",'.repeat(1_000_000)}1]`, "rejet-fichier", "S006", /liste entre crochets/));

test("UTF-8 without a BOM has nothing to say", async () => {
  const { page } = await site.visit();
  assert.equal(await drop(page, { name: NAME, content: deposit([demande(1, { nom: "LEFÈVRE" })]) }), "pret");
  assert.equal(await page.locator(".groupe:not(.ton-information)").count(), 0);
});

test("an image is not taken for a JSON", async () => {
  const { page } = await site.visit();
  await drop(page, { name: "image.png", content: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3] });
  assert.ok((await page.locator("button[data-finding]").count()) > 0);
  await page.click("text=Tout retirer");
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
});

test("Latin-1 is shown as it reads", async () => {
  const { page } = await site.visit();
  const accented = deposit([demande(1, { nom: "LEFÈVRE" })]);
  assert.equal(await drop(page, { name: NAME, content: latin1(accented) }), "rejet-fichier");
  assert.match(await page.innerText(".cm-content"), /LEFÈVRE/);
});

test("what cannot be seen in a text, or would turn it around, is written out in the source", async () => {
  const { page } = await site.visit();
  const unseen = ["\u0007", "\u061c", "\u200b", "\u200d", "\u200e", "\u202e", "\u2028", "\u2069", "\ufeff", "\u{e0041}"];
  const names = unseen.map((character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
  const hostile = deposit([demande(1, { nom: `a${unseen.join("b")}c` })]);
  await drop(page, { name: NAME, content: hostile });
  await page.waitForSelector(".cache");
  const marks = page.locator(".cm-line .cache");
  assert.deepEqual(await marks.allInnerTexts(), names);
  const raw = await page.$eval(".cm-line:has(.cache)", (line) => /[\u0007\u061c\u200b-\u200e\u2028\u202e\u2069\ufeff]/.test(line.textContent ?? ""));
  assert.equal(raw, false);
  assert.equal(await marks.nth(5).getAttribute("aria-label"), "Caractère qui ne se voit pas, U+202E");
  await page.click("#langue-en");
  await page.waitForSelector('.cache[aria-label="Character that cannot be seen, U+202E"]');
  // Written beside, each stays as it was.
  await page.locator(".cm-line", { has: page.locator(".cache") }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await page.waitForSelector("#telecharger");
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click("#telecharger")]);
  const line = hostile.split("\n").find((one) => one.includes("\u202e")) ?? "";
  assert.equal(await readFile(await saved.path(), "utf8"), hostile.replace(line, `${line} `));
  assert.equal(await marks.count(), unseen.length);
});

test("a lone CR ends a line, and a BOM is in no column", async () => {
  const { page } = await site.visit();
  const old = deposit([demande(1, { montant: "1075" })]).replaceAll("\n", "\r");
  await drop(page, { name: NAME, content: [0xef, 0xbb, 0xbf, ...Buffer.from(old)] });
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
  assert.equal(await page.innerText(".valeur-erreur"), "1075");
});

test("thousands of demandes and findings stay within reach", async () => {
  const { page } = await site.visit();
  const many = Array.from({ length: 7000 }, (_, index) => demande(index + 1, { montant: "1075", nom: "Petit" }));
  assert.equal(await drop(page, { name: NAME, content: deposit(many) }), "rejet-fichier");
  await page.waitForFunction(() => tool().querySelectorAll(".demande").length === 7000);
  assert.ok((await page.locator("button[data-finding]").count()) < 400);
  const group = page.locator(".groupe", { hasText: "F008" });
  const before = await group.locator("button[data-finding]").count();
  await group.locator("text=Afficher la suite").click();
  assert.equal(await group.locator("button[data-finding]").count(), before + 50);
});

test("a file deleted meanwhile is said to be", async () => {
  const { page } = await site.visit();
  const folder = await mkdtemp(join(tmpdir(), "predepot-"));
  const path = join(folder, NAME);
  await writeFile(path, CLEAN);
  await page.setInputFiles("#choisir", path);
  assert.equal(await verdict(page), "pret");
  await rm(folder, { recursive: true });
  await page.click("text=Relire le fichier");
  await page.waitForSelector('[data-verdict="a-corriger"]');
  assert.equal(await page.locator('button[data-code="X002"]').count(), 1);
});

test("a dropped folder gives its files", async () => {
  const { page } = await site.visit();
  await page.evaluate((content) => {
    const file = { isDirectory: false, name: "a.json", file: (take: (file: File) => void) => take(new File([content], "JSON-MDVLGC0001-20231002-001.json")) };
    const hidden = { isDirectory: false, name: ".DS_Store", file: () => undefined };
    const folder = {
      isDirectory: true,
      name: "dossier",
      createReader: () => {
        const batches = [[file, hidden], []];
        return { readEntries: (take: (entries: unknown[]) => void) => take(batches.shift() ?? []) };
      },
    };
    DataTransferItem.prototype.webkitGetAsEntry = () => folder as never;
  }, CLEAN);
  assert.equal(await drop(page, { name: "dossier", content: "" }), "pret");
});

test("an empty folder is said to be, and nothing is checked", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => {
    const folder = { isDirectory: true, name: "vide", createReader: () => ({ readEntries: (take: (entries: unknown[]) => void) => take([]) }) };
    DataTransferItem.prototype.webkitGetAsEntry = () => folder as never;
    const data = new DataTransfer();
    data.items.add(new File([""], "vide"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector("#alerte >> text=ne contient aucun fichier");
  await rest(page);
  assert.equal(await page.locator("[data-verdict]").count(), 0);
});

test("something that is no file is said to be", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "bonjour");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  const notice = await page.waitForSelector("text=n’est pas un fichier");
  assert.ok(((await notice.boundingBox())?.y ?? Infinity) < 700, "without scrolling");
});

test("a worker that dies is replaced", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" })]) });
  // Nothing is asked when it dies.
  await rest(page);
  const [worker] = page.workers();
  assert.ok(worker);
  const gone = worker.waitForEvent("close");
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("planted");
    });
  });
  await gone;
  // The next question is answered, by another worker.
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.notEqual(page.workers()[0], worker);
});

test("files dropped before the engine is there are checked by it", async () => {
  const { page, complaints } = await site.visit();
  const first = drop(page, { name: NAME, content: CLEAN });
  const second = drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" })]) });
  await Promise.all([first, second]);
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
  assert.deepEqual(complaints, []);
});

test("garbage from and to the worker changes nothing", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN });
  await page.workers()[0]?.evaluate(() => {
    for (const garbage of [null, 1, "x", {}, { id: -1 }, { id: "a", failure: 3 }]) self.postMessage(garbage);
    self.dispatchEvent(new MessageEvent("message", { data: { id: 999, name: "nothing", args: [] } }));
    self.dispatchEvent(new MessageEvent("message", { data: null }));
  });
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
});

test("a failing engine is said, and tried again on demand", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  await sabotage(page);
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "non-controle");
  assert.match(await page.innerText("#alerte"), /s’est interrompue/);
  await page.click("text=Vérifier à nouveau");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("a silent worker can be stopped at once", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  // From the next question on.
  await page.workers()[0]?.evaluate(() => self.addEventListener("message", () => {
    for (;;);
  }, { capture: true }));
  const dropped = drop(page, { name: NAME, content: CLEAN });
  await page.click("text=Annuler");
  assert.equal(await dropped, "non-controle");
  assert.match(await page.innerText("#alerte"), /annulée/);
  await page.click("text=Vérifier à nouveau");
  await page.waitForSelector('[data-verdict="pret"]');
});
