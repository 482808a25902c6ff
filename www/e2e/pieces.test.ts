// JSONs, ZIPs and loose pieces dropped together: the table of pieces, the reading that shows itself, the ZIP made right.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Download, Page } from "playwright-core";
import { demande, deposit } from "../src/example";
import { NAME, Site, eventually, forget, hold, verdict } from "./site";
import { pdf, zip, type Entry } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const bdc = (id: number): string => `MDV-LGC-Va1-BDC-${String(id).padStart(5, "0")}.pdf`;
const json = (demandes: number): string => deposit(Array.from({ length: demandes }, (_, at) => demande(at + 1)));

/** Gives files to the button, and waits for the verdict. */
async function give(page: Page, files: Record<string, string | Buffer>): Promise<string> {
  await hand(page, files);
  return verdict(page);
}

async function hand(page: Page, files: Record<string, string | Buffer>): Promise<void> {
  await forget(page);
  await page.setInputFiles(
    "#choisir",
    Object.entries(files).map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })),
  );
}

/** "presente MDV-….pdf" for each line of the table. */
function rows(page: Page): Promise<string[]> {
  return page.$$eval("#pieces [data-piece]", (rows) =>
    rows.map((row) => `${row.getAttribute("data-etat")} ${row.getAttribute("data-piece")}`),
  );
}

const active = (page: Page): Promise<string> => page.evaluate(() => tool().activeElement?.id ?? "");

async function download(page: Page, selector: string): Promise<{ name: string; path: string }> {
  const [saved]: [Download, unknown] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

const FAULTY: Entry[] = [
  // A truncated one, one under nearly its name, one twice; the fifth is missing.
  { name: bdc(1), content: Buffer.from("%PDF-1.7\n1 0 obj\n") },
  { name: "mdv-lgc-val-bdc-00002.PDF" },
  { name: bdc(3) },
  { name: `copie/${bdc(3)}`, content: pdf(8) },
  { name: bdc(4), content: Buffer.from("<html><body>Connexion expirée") },
  { name: "Notes.pdf" },
];

test("pieces that are all right have nothing to say", async () => {
  const { page, complaints } = await site.visit();
  assert.equal(await give(page, { [NAME]: json(2), "pieces.zip": zip([{ name: bdc(1) }, { name: bdc(2), deflated: false }]) }), "pret");
  assert.deepEqual(await rows(page), [`presente ${bdc(1)}`, `presente ${bdc(2)}`]);
  assert.match(await page.innerText("#pieces summary"), /2\sattendues · 2\sprésentes/);
  assert.equal(await page.locator("#preparation").count(), 0);
  assert.deepEqual(complaints, []);
});

test("a demande whose piece is missing or at fault is neither ready nor rejected by the portal", async () => {
  const { page } = await site.visit();
  const entries = [{ name: bdc(1) }, { name: bdc(3), content: Buffer.from("<html>") }];
  const failing = deposit([demande(1), demande(2), demande(3), demande(4, { montant: "1075" })]);
  assert.equal(await give(page, { [NAME]: failing, "pieces.zip": zip([...entries, { name: bdc(4) }]) }), "rejet-demandes");
  const states = (): Promise<string[]> => page.$$eval(".demande-etat", (all) => all.map((one) => (one.textContent ?? "").replace(/\s/g, " ")));
  await eventually(states, ["prête", "à corriger (1 point)", "pièce à corriger", "rejetée (1 point)"]);
  assert.match(await page.innerText("#verdict"), /: 2\spoints bloquants dans 2\sdemandes sur 4, et 1 ailleurs\.$/);
});

test("each expected piece has a line with its state, and what nobody declares has one too", async () => {
  const { page } = await site.visit();
  assert.equal(await give(page, { [NAME]: json(5), "pieces.zip": zip(FAULTY) }), "a-corriger");
  assert.deepEqual(await rows(page), [
    `presente ${bdc(1)}`,
    `nom-proche ${bdc(2)}`,
    `en-double ${bdc(3)}`,
    `contenu-fautif ${bdc(4)}`,
    `absente ${bdc(5)}`,
    "non-declaree Notes.pdf",
  ]);
  await page.click('[role="tab"]:has-text("pieces.zip")');
  assert.match(await page.innerText('button[data-code="Z023"]'), /MDV-LGC-Va1-BDC-00001/);
  await page.check("#pieces-filtre");
  assert.equal(await page.locator("#pieces tbody tr:visible").count(), 5);
});

/** Errors of its own, beside those of its pieces. */
const own = (demandes: number): string => json(demandes).replace('"montantSegurHT": 1075.00', '"montantSegurHT": 1075');
const isOpen = (page: Page, id: string): Promise<boolean> => page.$eval(`#${id}`, (element) => (element as HTMLDetailsElement).open);

test("while a JSON has errors of its own, its pieces take one line and the findings are in sight", async () => {
  const { page } = await site.visit({ viewport: { width: 1440, height: 900 } });
  await page.click("#exemple");
  await verdict(page);
  assert.deepEqual([await isOpen(page, "pieces"), await isOpen(page, "preparation")], [false, false]);
  assert.equal(
    (await page.innerText("#pieces > summary")).replace(/\s+/g, " "),
    "✕ Pièces justificatives 8 attendues · 6 présentes · 1 nom presque identique · 1 manquante · 1 non déclarée",
  );
  assert.match(await page.innerText("#preparation > summary"), /6\ssûres · 2 à régler/);
  // The first finding with its correction, and its line of the source, without scrolling.
  for (const seen of [".point.actuel .corriger", ".ligne-erreur"]) {
    await page.waitForSelector(seen);
    const bottom = await page.$eval(seen, (element) => element.getBoundingClientRect().bottom);
    assert.ok(bottom < 900, `${seen} ends at ${bottom}`);
  }
});

test("pieces unfold once they are what is left, and not under the hand of who is writing", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: own(5), "pieces.zip": zip(FAULTY) });
  assert.equal(await isOpen(page, "pieces"), false);
  await page.click(`[role="tab"]:has-text("${NAME}")`);
  await page.locator(".cm-line", { hasText: /: 1075$/ }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(".00");
  await page.waitForFunction(() => tool().querySelector('button[data-code="F008"]') === null);
  assert.equal(await isOpen(page, "pieces"), false);
  // Dropped again so: nobody is writing.
  await give(page, { [NAME]: json(5), "pieces.zip": zip(FAULTY) });
  assert.deepEqual([await isOpen(page, "pieces"), await isOpen(page, "preparation")], [true, true]);
});

test("what the user folds or unfolds stays so", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: own(5), "pieces.zip": zip(FAULTY) });
  await page.click("#pieces > summary");
  await page.click(`[role="tab"]:has-text("${NAME}")`);
  await page.click('.point:has([data-code="F008"]) .corriger');
  await page.waitForFunction(() => tool().querySelector('button[data-code="F008"]') === null);
  // Nothing is wrong with the JSON any more: the page opens what the user left alone.
  await page.waitForFunction(() => tool().querySelector<HTMLDetailsElement>("#preparation")?.open);
  await page.click("#pieces > summary");
  await page.click("#preparation > summary");
  await page.click('[role="tab"]:has-text("pieces.zip")');
  await page.waitForSelector(".entree");
  await give(page, { "autre.zip": zip([{ name: bdc(5) }]) });
  assert.deepEqual([await isOpen(page, "pieces"), await isOpen(page, "preparation")], [false, false]);
});

test("both sides of a piece lead to their place", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: json(5), "pieces.zip": zip(FAULTY) });
  await page.click(`[data-piece="Notes.pdf"] button`);
  await page.waitForSelector('#entree-5[aria-current="true"]');
  assert.equal(await active(page), "entree-5");
  await page.click(`[data-piece="${bdc(4)}"] button:has-text("00004")`);
  await page.waitForSelector(`[role="tab"][aria-selected="true"]:has-text("${NAME}")`);
  await page.waitForSelector(".cm-content:focus");
  const line = await page.evaluate(() => tool().querySelector(".cm-content")?.textContent?.includes("BDC-00004"));
  assert.equal(line, true);
  await page.click(`[data-piece="${bdc(4)}"] [data-entree="4"]`);
  await page.waitForSelector('#entree-4[aria-current="true"]');
  // An entry that has a point leads to it.
  await page.click("#entree-4");
  await page.waitForSelector('button[data-code="Z007"][aria-current="true"]');
});

test("an office document is named: beside the JSON it is no ZIP of pieces, in a ZIP it is no archive", async () => {
  const { page } = await site.visit();
  const docx = zip([{ name: "[Content_Types].xml" }, { name: "word/document.xml" }]);
  const said = (): Promise<(string | undefined)[]> =>
    page.$$eval("button[data-finding]", (points) => points.map((point) => (point as HTMLElement).dataset["code"]));
  await give(page, { [NAME]: json(1), "commande.docx": docx });
  await page.click('[role="tab"]:has-text("commande.docx")');
  await eventually(said, ["X001"]);
  await page.waitForSelector("button[data-finding] >> text=mais un document Word");
  assert.deepEqual(await rows(page), []);
  await give(page, { [NAME]: json(1), "pieces.zip": zip([{ name: "commande.docx", content: docx }]) });
  await page.click('[role="tab"]:has-text("pieces.zip")');
  await eventually(said, ["Z007"]);
  await page.waitForSelector("button[data-finding] >> text=un document Word");
});

test("a click on a piece leads to its place, although the page had not come to its end", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  const worker = page.workers()[0];
  // Words come late.
  await worker?.evaluate(() => {
    const { postMessage } = self;
    const held: unknown[] = [];
    self.postMessage = (answer: { value?: unknown }) => (Array.isArray(answer.value) ? held.push(answer) : postMessage(answer));
    Object.assign(self, { release: () => held.forEach((answer) => postMessage(answer)) });
  });
  await give(page, { [NAME]: own(5), "pieces.zip": zip(FAULTY) });
  await page.click("#pieces > summary");
  const release = await hold(page);
  await page.click(`[data-piece="Notes.pdf"] button`);
  await worker?.evaluate(() => (self as unknown as { release(): void }).release());
  await page.waitForSelector(".bulle");
  await release();
  await page.waitForSelector('#entree-5[aria-current="true"]');
  assert.equal(await active(page), "entree-5");
});

test("a finding of two files names and links both", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: json(5), "pieces.zip": zip(FAULTY) });
  await page.click(`[role="tab"]:has-text("${NAME}")`);
  const near = page.locator(".point", { has: page.locator('button[data-code="Z018"]') });
  assert.match(await near.innerText(), /pieces\.zip, mdv-lgc-val-bdc-00002\.PDF/);
  await near.locator(".lies button").click();
  await page.waitForSelector('#entree-1[aria-current="true"]');
});

test("what is dropped later joins what is there", async () => {
  const { page } = await site.visit();
  assert.equal(await give(page, { "un.zip": zip([{ name: bdc(1) }]) }), "pret");
  assert.match(await page.innerText("#verdict-suite"), /sans JSON/);
  assert.equal(await give(page, { [NAME]: json(3) }), "a-corriger");
  assert.equal(await give(page, { [bdc(2)]: pdf() }), "a-corriger");
  assert.equal(await give(page, { "deux.zip": zip([{ name: bdc(3), content: pdf(3) }]) }), "a-verifier");
  assert.deepEqual((await rows(page)).map((row) => row.split(" ")[0]), ["presente", "presente", "presente"]);
  // The same name takes the place of the earlier one.
  assert.equal(await give(page, { "deux.zip": zip([{ name: "autre.pdf" }]) }), "a-corriger");
  assert.deepEqual((await rows(page)).map((row) => row.split(" ")[0]), ["presente", "presente", "absente", "non-declaree"]);
  await page.click('[role="tab"]:has-text("deux.zip")');
  await page.click("text=Retirer ce fichier");
  await page.waitForFunction(() => tool().querySelectorAll("#pieces [data-piece]").length === 3);
  await page.click("text=Tout retirer");
  assert.equal(await page.locator("#resultat:visible").count(), 0);
  assert.equal(await give(page, { [NAME]: json(1) }), "pret");
});

test("a JSON alone says that its pieces are awaited, not missing", async () => {
  const { page } = await site.visit();
  assert.equal(await give(page, { [NAME]: json(2) }), "pret");
  const plain = async (selector: string): Promise<string> => (await page.innerText(selector)).replace(/\s+/g, " ");
  assert.equal(await plain("#verdict .verdict-phrase"), "JSON prêt : les 2 demandes sont prêtes, les pièces restent à vérifier.");
  // What to do about it is said once, whatever the verdict.
  const awaited = "Pièces justificatives : pour les vérifier aussi, déposez sur cette page leurs ZIP, leurs fichiers ou leur dossier. Ils rejoignent le JSON.";
  assert.equal(await plain("#pieces-attendues"), awaited);
  assert.equal(await page.locator("#pieces").count(), 0);
  assert.equal(await give(page, { [NAME]: json(2).replace("1075.00", "1075") }), "rejet-demandes");
  assert.doesNotMatch(await plain("#verdict .verdict-phrase"), /pièce/);
  assert.equal(await plain("#pieces-attendues"), awaited);
});

test("a folder gives its pieces, without what the system put there", async () => {
  const { page } = await site.visit();
  const folder = await mkdtemp(join(tmpdir(), "predepot-"));
  await mkdir(join(folder, "pieces"));
  await writeFile(join(folder, NAME), json(2));
  await writeFile(join(folder, "pieces", bdc(1)), pdf());
  await writeFile(join(folder, "pieces", bdc(2)), pdf(5));
  await writeFile(join(folder, "pieces", "Thumbs.db"), "x");
  await writeFile(join(folder, ".DS_Store"), "x");
  await page.setInputFiles("#choisir-dossier", folder);
  assert.equal(await verdict(page), "a-verifier");
  assert.deepEqual(await rows(page), [`presente ${bdc(1)}`, `presente ${bdc(2)}`]);
  await rm(folder, { recursive: true });
});

/** Each slice of 2 MB that the worker reads takes so long. */
async function slowly(page: Page, milliseconds: number): Promise<void> {
  await page.waitForSelector("#modeles button");
  await page.workers()[0]?.evaluate((milliseconds) => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return read.call(this);
    };
    Blob.prototype.stream = function () {
      let at = 0;
      return new ReadableStream({
        pull: async (controller) => {
          const bytes = await this.slice(at, at + 2_000_000).arrayBuffer();
          at += bytes.byteLength;
          if (bytes.byteLength > 0) controller.enqueue(new Uint8Array(bytes));
          else controller.close();
        },
      });
    };
  }, milliseconds);
}

/** Pieces that are long to read, the last one at fault. */
const LONG = zip([
  ...Array.from({ length: 8 }, (_, at) => ({ name: bdc(at + 1), content: pdf(2_000_000 + at), deflated: false })),
  { name: bdc(9), content: pdf(2_000_000), deflated: false, crc: 1 },
]);

test("a long reading shows what is known, how far it is, and each piece as it is read", async () => {
  const { page } = await site.visit();
  await slowly(page, 150);
  await hand(page, { [NAME]: json(9), "pieces.zip": LONG });
  await page.waitForSelector('#pieces [data-etat="non-lue"]');
  assert.match(await page.innerText("#verdict"), /en cours/);
  await page.waitForSelector('#pieces [data-etat="presente"]');
  assert.ok((await page.locator('#pieces [data-etat="non-lue"]').count()) > 0);
  assert.match(await page.innerText("#occupation-compte"), /Mo sur 17,2\sMo, \d\spièces? lues? sur 9/);
  assert.ok((await page.getAttribute("#occupation-barre", "value")) !== null);
  assert.equal(await verdict(page), "a-corriger");
  assert.equal((await rows(page)).at(-1), `contenu-fautif ${bdc(9)}`);
  assert.ok(!(await page.isVisible("#occupation")));
});

test("a reading is halted at once, keeps what it found, and is gone on with", async () => {
  const { page } = await site.visit();
  await slowly(page, 150);
  await hand(page, { [NAME]: json(9), "pieces.zip": LONG });
  await page.waitForSelector('#pieces [data-etat="presente"]');
  await page.click("#annuler");
  await page.waitForSelector("#occupation", { state: "hidden" });
  assert.equal(await verdict(page), "incomplet");
  assert.match(await page.innerText("#verdict"), /arrêtée\s: \d\spièces n’ont pas été lues/);
  const read = await page.locator('#pieces [data-etat="presente"]').count();
  assert.ok(read > 0 && read < 9);
  await page.click("#reprendre");
  await page.waitForSelector('[data-verdict="a-corriger"]');
  assert.equal(await page.locator('#pieces [data-etat="non-lue"]').count(), 0);
});

test("what is dropped or corrected during a reading does not begin it anew", async () => {
  const { page } = await site.visit();
  await slowly(page, 150);
  await hand(page, { [NAME]: json(9).replace("1075.00", "1075"), "pieces.zip": LONG });
  await page.click("#pieces > summary");
  await page.waitForSelector('#pieces [data-etat="presente"]');
  await page.click(`[role="tab"]:has-text("${NAME}")`);
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-modifie="oui"]');
  assert.ok((await page.locator('#pieces [data-etat="presente"]').count()) > 0);
  assert.equal(await verdict(page), "a-corriger");
  assert.equal(await page.locator('button[data-code="F008"]').count(), 0);
});

test("the page answers while pieces are read", async (told) => {
  const { page } = await site.visit();
  await slowly(page, 150);
  await page.evaluate(() => {
    let worst = 0;
    window.addEventListener("keydown", (event) => {
      worst = Math.max(worst, performance.now() - event.timeStamp);
      document.body.dataset["attente"] = String(Math.round(worst));
    });
  });
  const folder = await mkdtemp(join(tmpdir(), "predepot-"));
  await writeFile(join(folder, NAME), json(9));
  await writeFile(join(folder, "pieces.zip"), LONG);
  const start = performance.now();
  await page.setInputFiles("#choisir-dossier", folder);
  let reading = true;
  const typing = (async () => {
    while (reading) await page.keyboard.press("Shift");
  })();
  assert.equal(await verdict(page), "a-corriger");
  const took = performance.now() - start;
  reading = false;
  await typing;
  await rm(folder, { recursive: true });
  const wait = Number(await page.getAttribute("body", "data-attente"));
  told.diagnostic(`a key was answered within ${wait} ms of ${Math.round(took)}`);
  // On a machine with nothing else to do, 100 ms is the aim; on a slow one the reading takes longer too.
  assert.ok(wait < took / 2, `${wait} ms of ${took}`);
});

/** Names and contents, as Python's zipfile reads them. */
function readByPython(path: string): string[] {
  const script = "import sys, zipfile, hashlib\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nfor i in z.infolist(): print(i.filename, hashlib.sha256(z.read(i)).hexdigest(), i.compress_type)";
  const { stdout, stderr, status } = spawnSync("python3", ["-c", script, path], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim().split("\n");
}

test("the ZIP made of what is sure conforms, without a byte of a piece changed", async () => {
  const { page, complaints } = await site.visit();
  const entries: Entry[] = [
    { name: "dossier/", content: Buffer.alloc(0), deflated: false },
    { name: `dossier/${bdc(1)}`, content: pdf(40) },
    { name: "mdv-lgc-val-bdc-00002.PDF", content: pdf(50) },
    { name: bdc(4), content: pdf(60) },
    { name: "Notes.pdf" },
    { name: "__MACOSX/._x", content: Buffer.from("x") },
  ];
  await give(page, { [NAME]: json(5), "pieces.zip": zip(entries), "copie.zip": zip([{ name: bdc(4), content: pdf(60), deflated: false }]), [bdc(3)]: pdf(70) });
  assert.equal(await page.getAttribute("#preparation", "data-etat"), "proposee");
  assert.match(String(await page.textContent("#restantes")), /BDC-00005\.pdf\s: introuvable/);
  assert.match(String(await page.textContent("#ecartees")), /Notes\.pdf/);
  await page.click("#preparer");
  await page.waitForSelector('#preparation[data-etat="prete"]');
  assert.equal(await active(page), "telecharger-zip");
  const made = await download(page, "#telecharger-zip");
  assert.equal(made.name, "PIECES-MDVLGC0001-20231002-001.zip");
  const python = readByPython(made.path);
  const line = (id: number, weight: number, method: number): string => `${bdc(id)} ${createHash("sha256").update(pdf(weight)).digest("hex")} ${method}`;
  assert.deepEqual(python, [line(1, 40, 8), line(2, 50, 8), line(3, 70, 0), line(4, 60, 8)]);
  const names = await download(page, "#noms");
  assert.match(await readFile(names.path, "utf8"), /pieces\.zip › dossier\/MDV-LGC-Va1-BDC-00001\.pdf\tMDV-LGC-Va1-BDC-00001\.pdf/);
  // Dropped again, with the JSON of what is there.
  await page.click("text=Tout retirer");
  const bytes = await readFile(made.path);
  assert.equal(await give(page, { [NAME]: json(4), [made.name]: bytes }), "pret");
  assert.deepEqual(await rows(page), [1, 2, 3, 4].map((id) => `presente ${bdc(id)}`));
  assert.deepEqual(complaints, []);
});

test("what is not sure is left to the user", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: json(5), "pieces.zip": zip(FAULTY) });
  const left = String(await page.textContent("#restantes"));
  assert.match(left, /BDC-00003\.pdf\s: plusieurs fichiers différents/);
  assert.match(left, /BDC-00004\.pdf\s: le fichier trouvé est en faute/);
  assert.match(left, /BDC-00005\.pdf\s: introuvable/);
});

test("ZIPs of no one's making are made of loose pieces", async () => {
  const { page } = await site.visit();
  await give(page, { [NAME]: json(2), [bdc(1)]: pdf(5), [bdc(2)]: pdf(9) });
  assert.equal(await page.locator('button[data-code="Z025"]').count(), 1);
  await page.click("#preparer");
  const made = await download(page, "#telecharger-zip");
  assert.equal(readByPython(made.path).length, 2);
});

test("hostile names are shown as they are, and do nothing", async () => {
  const { page, complaints } = await site.visit();
  const names = ['<img src=x onerror="document.title=1">.pdf', "../../etc/passwd", "fdp.\u202egnp.exe", "x".repeat(5000) + ".pdf", "a\nb.pdf", "C:\\Windows\\x.pdf"];
  assert.equal(await give(page, { [NAME]: json(1), "<b>\u202e.zip": zip(names.map((name) => ({ name }))) }), "a-corriger");
  await page.click('[role="tab"]:has-text("<b>")');
  await page.waitForSelector(".entree");
  const list = String(await page.textContent(".entrees"));
  assert.match(list, /<img src=x/);
  assert.match(list, /fdp\.⟨U\+202E⟩gnp\.exe/);
  assert.match(list, /a⟨U\+000A⟩b\.pdf/);
  assert.ok(!list.includes("\u202e"));
  assert.ok(list.length < 1500);
  assert.equal(await page.locator(".entrees img, #pieces img, #resultat b").count(), 0);
  assert.notEqual(await page.title(), "1");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  assert.deepEqual(complaints, []);
});

test("300 pieces stay readable at 320 px and by keyboard", async () => {
  const { page } = await site.visit({ viewport: { width: 320, height: 700 } });
  const demandes = Array.from({ length: 200 }, (_, at) => at + 1);
  const entries = demandes.filter((id) => id % 50 !== 0).map((id) => ({ name: bdc(id) }));
  await give(page, { [NAME]: json(200), "pieces.zip": zip([...entries, ...Array.from({ length: 100 }, (_, at) => ({ name: `scan ${at}.pdf` }))]) });
  await page.waitForFunction(() => tool().querySelectorAll("#pieces [data-piece]").length === 300);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  assert.equal(await page.locator('#pieces [data-etat="absente"]').count(), 4);
  assert.equal(await page.locator("#pieces [role=row]").count(), 301);
  await page.focus(".pieces-cadre");
  await page.keyboard.press("End");
  await page.waitForFunction(() => (tool().querySelector(".pieces-cadre")?.scrollTop ?? 0) > 0);
});

test("a ZIP that disappears while it is read is said to", async () => {
  const { page } = await site.visit();
  const folder = await mkdtemp(join(tmpdir(), "predepot-"));
  const path = join(folder, "pieces.zip");
  await writeFile(path, LONG);
  await slowly(page, 150);
  await page.setInputFiles("#choisir", path);
  await page.waitForSelector(".entree");
  await rm(folder, { recursive: true });
  await page.waitForSelector('[data-verdict="a-corriger"]');
  assert.equal(await page.locator('button[data-code="X002"]').count(), 1);
});
