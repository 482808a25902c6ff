// What the user takes away of a check, read back: tables by a reader that is not ours, logs by their form, the receipt on paper.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit } from "../src/example";
import { assertNoFormula, log, tableByPython } from "./readers";
import { NAME, Site, drop, verdict } from "./site";
import { pdf, zip } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
  site.add("/pre-depot.js", await readFile("../dist/element/pre-depot.js"));
});
after(() => site.close());

const CLEAN = deposit([demande(1)]);
/** One amount without decimals, on line 14. */
const FAILING = deposit([demande(1, { montant: "1075" }), demande(2)]);

/** Names and values that mean something to what reads a report. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2",
  "@SUM(1)",
  "<script>alert(1)</script>",
  "__proto__",
  "\u202efdp.exe",
  "a;=1+1",
  'a";"=1+1',
  "\t=1\r\n=2",
  "`[x](http://example.org)`",
  "\ud800",
  "x".repeat(5000),
];

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

async function open(page: Page): Promise<void> {
  if ((await page.getAttribute("#exporter", "aria-expanded")) === "false") await page.click("#exporter");
}

async function exported(page: Page, format: string): Promise<{ name: string; path: string; text: string }> {
  await open(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#exporter-${format}`)]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

/** Makes the receipt, without a printer. */
async function receipt(page: Page): Promise<string> {
  await open(page);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.click("#imprimer");
  await page.waitForFunction(() => (tool().querySelector("#recu")?.childElementCount ?? 0) > 0);
  await page.emulateMedia({ media: "print" });
  return page.innerText("#recu");
}

/** The report on the clipboard, which every page of the browser shares. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.click("#copier");
  const held = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  let text = "";
  while (text === "") text = await held();
  return text;
}

test("what is exported is behind one button, by keyboard too", async () => {
  const { page, complaints } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  assert.equal(await page.isVisible("#exports"), false);
  await page.focus("#exporter");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("#exporter", "aria-expanded"), "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.ok(await page.isChecked("#masquer"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => tool().activeElement?.id), "exporter-csv");
  // It stays as it is while the page is drawn again.
  await page.click("text=comme le portail");
  await page.waitForFunction(() => tool().querySelector<HTMLInputElement>("#voir-portail")?.checked);
  assert.ok((await page.isVisible("#exports")) && (await page.isChecked("#masquer")));
  await page.focus("#imprimer");
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#exports"), false);
  assert.equal(await page.evaluate(() => tool().activeElement?.id), "exporter");
  assert.deepEqual(complaints, []);
});

test("the table has a line for each finding", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  const { name, path } = await exported(page, "csv");
  assert.equal(name, "rapport-JSON-MDVLGC0001-20231002-001.csv");
  const lines = tableByPython(path);
  const amount = lines.find((line) => line["Code"] === "F008");
  assert.equal(amount?.["Fichier"], NAME);
  assert.equal(amount?.["Ligne"], "14");
  assert.equal(amount?.["Demande"], "1");
  assert.match(amount?.["Constat"] ?? "", /montantSegurHT/);
  assert.equal(amount?.["Quoi faire"], "Écrivez `1075.00`.");
});

test("the report is exported as JSON and as SARIF, with the file's fingerprint and its correction", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  const json = await exported(page, "json");
  assert.equal(json.name, "rapport-JSON-MDVLGC0001-20231002-001.json");
  const report = JSON.parse(json.text) as { schemaVersion: number; verdict: string; files: { sha256: string }[] };
  assert.deepEqual([report.schemaVersion, report.verdict], [1, "rejet-demandes"]);
  assert.equal(report.files[0]?.sha256, sha256(FAILING));
  const sarif = await exported(page, "sarif");
  assert.equal(sarif.name, "rapport-JSON-MDVLGC0001-20231002-001.sarif");
  const run = log(sarif.text);
  assert.equal(run.artifacts[0]?.hashes?.["sha-256"], sha256(FAILING));
  const result = run.results.find(({ ruleId }) => ruleId === "F008");
  assert.equal(result?.locations[0]?.physicalLocation.region?.startLine, 14);
  const [replacement] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
  const { byteOffset = 0, byteLength = 0 } = replacement?.deletedRegion ?? {};
  assert.equal(FAILING.slice(byteOffset, byteOffset + byteLength), "1075");
  assert.equal(replacement?.insertedContent.text, "1075.00");
});

test("the report is copied and saved as Markdown", async () => {
  const { page } = await site.visit();
  const pieces = zip([{ name: "MDV-LGC-Va1-BDC-00001.pdf", content: Buffer.alloc(0) }]);
  await drop(page, { name: NAME, content: FAILING }, { name: "pieces.zip", content: [...pieces] });
  await open(page);
  const text = (await copied(page)).replaceAll("\u00a0", " ");
  assert.match(text, /^## À corriger avant dépôt : le portail rejetterait des demandes\n/);
  assert.match(text, /\n### `JSON-MDVLGC0001-20231002-001\.json`\n/);
  assert.match(text, /\n- \*\*F008\*\* erreur, ligne 14, colonne \d+ : Demande 1 .*\n {2}- Écrivez `1075\.00`\.\n/);
  assert.match(text, /\n- \*\*Z008\*\* erreur, `MDV-LGC-Va1-BDC-00001\.pdf` : /);
  const saved = await exported(page, "markdown");
  assert.equal(saved.name, "rapport-JSON-MDVLGC0001-20231002-001.md");
  assert.equal(saved.text.replaceAll("\u00a0", " "), text);
});

test("hostile names and values make no formula, no markup and no pollution", async () => {
  for (const value of HOSTILE) {
    const { page, complaints } = await site.visit();
    const quoted = JSON.stringify(value);
    const content = CLEAN.replace('"impId": null', `${quoted}: ${quoted}, "impId": ${quoted}`).replace('"numeroEditeur": "00001"', `"numeroEditeur": ${quoted}`);
    const pieces = zip([{ name: value, content: pdf() }]);
    await drop(page, { name: `${value}.json`, content }, { name: "pieces.zip", content: [...pieces] });
    const lines = tableByPython((await exported(page, "csv")).path);
    assert.ok(lines.length > 2);
    assertNoFormula(lines);
    log((await exported(page, "sarif")).text);
    const markdown = (await exported(page, "markdown")).text;
    // What is between backticks is only shown.
    assert.doesNotMatch(markdown.replace(/`[^`\n]*`/g, ""), /[<>[\]|@\\]|:\/\//);
    await receipt(page);
    assert.equal(await page.locator("#recu :is(script, img, a, button, input)").count(), 0);
    assert.equal(await page.evaluate(() => Object.keys(Object.prototype).length), 0);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test("masked, no value nor name is in any report", async () => {
  const { page } = await site.visit();
  const content = deposit([demande(1, { montant: "9876.5", nom: "Zqxwv" })]).replace('"numeroASP": null', '"numeroASP": "KJVQ-1"');
  const pieces = zip([{ name: "zqxwv-kjvq.pdf", content: pdf() }]);
  await drop(page, { name: "zqxwv.json", content }, { name: "kjvq.zip", content: [...pieces] });
  const secret = /zqxwv|kjvq|9876|00001/i;
  for (const format of ["csv", "json", "markdown", "sarif"]) {
    assert.match((await exported(page, format)).text, secret);
  }
  assert.match(await receipt(page), secret);
  await page.emulateMedia({ media: "screen" });
  await page.check("#masquer");
  for (const format of ["csv", "json", "markdown", "sarif"]) {
    const { name, text } = await exported(page, format);
    assert.match(name, /^rapport-predepot\./);
    // A fingerprint is made of the same figures.
    assert.doesNotMatch(text.replace(/[0-9a-f]{64}/g, ""), secret, format);
    assert.match(text, /fichier-1\.json/);
    assert.match(text, /F006/);
  }
  assert.doesNotMatch((await copied(page)).replace(/[0-9a-f]{64}/g, ""), secret);
  const paper = await receipt(page);
  assert.doesNotMatch(paper.replace(/[0-9a-f]{64}/g, ""), secret);
  for (const kept of [/fichier-1\.json/, /fichier-2\.zip/, /piece-1\.pdf/, /Ligne \d+/, /F006/, /masqué/, new RegExp(sha256(content))]) assert.match(paper, kept);
});

test("the receipt says what was checked, by what and when, and what was found", async () => {
  const { page, complaints } = await site.visit();
  const pieces = zip([{ name: "MDV-LGC-Va1-BDC-00001.pdf", content: pdf() }]);
  await drop(page, { name: NAME, content: FAILING }, { name: "pieces.zip", content: [...pieces] });
  assert.equal(await page.locator("#recu > *").count(), 0);
  const text = (await receipt(page)).replace(/[\u00a0\u202f]/g, " ");
  for (const said of [
    /^Reçu de contrôle avant dépôt\n/,
    /À corriger avant dépôt : 2 points bloquants dans 2 demandes sur 2/,
    new RegExp(`Contrôle du\\s+\\d+ \\S+ ${new Date().getFullYear()} à \\d\\d:\\d\\d`),
    /Outil\s+prédépôt, version \d+\.\d+\.\d+/,
    /Règles\s+MDV-LGC du 04\/11\/2022/,
    /2, dont 2 rejetées/,
    /MDV-LGC, règles du 04\/11\/2022\. SHA-256 : [0-9a-f]{64}/,
    new RegExp(sha256(FAILING)),
    new RegExp(sha256(pieces)),
    /Pièces : 1 présente · 1 manquante/,
    /F008 · Un montant s'écrit/,
    /Ligne 14 Demande 1 .* doit avoir deux décimales\. Trouvé : 1075\. Écrivez 1075\.00\./,
    /Ce que cette page ne peut pas vérifier/,
    /ne préjuge pas de leur décision/,
  ]) assert.match(text, said);
  // Nothing else is on the paper.
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll("body > *")].filter((one) => !one.contains(document.querySelector("pre-depot")) && getComputedStyle(one).display !== "none").map((one) => one.tagName)),
    [],
  );
  assert.equal(await page.isVisible(".corps"), false);
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.isVisible("#recu"), false);
  // Another check puts it away.
  await page.emulateMedia({ media: "screen" });
  await page.click(".point >> text=Corriger");
  await page.waitForSelector(".corrections");
  await verdict(page);
  assert.equal(await page.locator("#recu > *").count(), 0);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  assert.deepEqual(complaints, []);
});

test("the receipt is printed on A4 pages, as many as it takes", async () => {
  const { page } = await site.visit();
  const pages = async (): Promise<number> => {
    await receipt(page);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    // 210 by 297 mm, in points.
    assert.match(file, /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.emulateMedia({ media: "screen" });
    return file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  };
  await drop(page, { name: NAME, content: CLEAN });
  const short = await pages();
  assert.ok(short <= 3, String(short));
  await drop(page, { name: NAME, content: deposit(Array.from({ length: 150 }, (_, at) => demande(at + 1, { montant: "1075" }))) });
  const long = await pages();
  assert.ok(long > 5 && long < 60, String(long));
});

test("beyond two thousand findings of a file, the receipt names the lines alone", async () => {
  const { page } = await site.visit();
  const unknown = Array.from({ length: 2500 }, (_, at) => `"inconnue${at}": 1,\n`).join("");
  await drop(page, { name: NAME, content: CLEAN.replace('"typeAction"', `${unknown}"typeAction"`) });
  const text = await receipt(page);
  assert.equal(await page.locator("#recu .recu-groupe li").count(), 2000);
  assert.match(text, /Et aussi\s: (Ligne \d\s\d{3}, ){499}Ligne/);
});

test("in a page of others, the receipt is alone on the paper, and their page is as it was afterwards", async () => {
  const address = site.add("/leur-page.html", '<!doctype html><meta charset="utf-8"><body><h1>Support</h1><div><p>Texte</p><pre-depot></pre-depot></div><p>Pied</p><script src="pre-depot.js"></script></body>');
  const { page } = await site.visit({ address });
  await page.waitForSelector("#modeles button");
  await page.click("text=Essayer avec un exemple");
  await verdict(page);
  await receipt(page);
  assert.equal(await page.isVisible("text=Support"), false);
  assert.equal(await page.isVisible("text=Texte"), false);
  assert.ok(await page.isVisible("#recu h1"));
  await page.emulateMedia({ media: "screen" });
  await page.click("text=comme le portail");
  await page.waitForFunction(() => document.adoptedStyleSheets.length === 0);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.isVisible("text=Texte"));
});
