// What a user does, and what the page answers.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { demande, deposit, example } from "../src/example";
import type { Page } from "playwright-core";
import { NAME, Site, drop, eventually, failingLines, rest, verdict } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const CLEAN = deposit([demande(1), demande(2)]);
/** One amount without decimals, on line 14. */
const FAILING = deposit([demande(1, { montant: "1075" }), demande(2)]);

/** The codes of the points listed. */
const codes = (page: Page): Promise<(string | undefined)[]> =>
  page.$$eval("button[data-finding]", (buttons) => buttons.map((button) => (button as HTMLElement).dataset["code"]));

test("a clean file is ready", async () => {
  const { page, complaints } = await site.visit();
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
  assert.match(await page.innerText("#verdict"), /2 demandes sont prêtes/);
  assert.deepEqual(await failingLines(page, "erreur"), []);
  assert.deepEqual(complaints, []);
});

test("a failing line is said, listed and highlighted", async () => {
  const { page, complaints } = await site.visit();
  assert.equal(await drop(page, { name: NAME, content: FAILING }), "rejet-demandes");
  assert.match(await page.innerText("#verdict"), /1\spoint bloquant dans 1\sdemande sur 2/);
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
  const point = page.locator('button[data-code="F008"]');
  assert.equal(await point.getAttribute("data-line"), "14");
  await page.waitForSelector(".point-message");
  assert.match(await point.innerText(), /montantSegurHT/);
  assert.match(await page.innerText(".bulle"), /1075\.00/);
  assert.deepEqual(complaints, []);
});

test("the conclusion is there before the lists and the source are made", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => {
    const sentence = tool().getElementById("verdict");
    const seen = new MutationObserver(() => {
      document.body.dataset["premier"] = `${sentence?.textContent} ${tool().querySelectorAll(".ligne-erreur, .point").length}`;
      seen.disconnect();
    });
    if (sentence !== null) seen.observe(sentence, { childList: true });
  });
  await drop(page, { name: NAME, content: FAILING });
  assert.match((await page.getAttribute("body", "data-premier")) ?? "", /1\spoint bloquant .* 0$/);
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
});

test("the recap says what was understood", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN });
  const recap = await page.innerText(".recap");
  assert.match(recap, /MDV-LGC/);
  assert.match(recap, /du 04\/11\/2022/);
  assert.match(recap, /2\s150,00\s€ HT/);
  assert.equal(await page.locator("#profil option").count(), 6);
});

test("a profile chosen by hand is the one that is checked", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN });
  await page.selectOption("#profil", "HOP-DPI");
  await page.waitForSelector('[data-verdict="rejet-fichier"], [data-verdict="rejet-demandes"]');
  await page.selectOption("#profil", "");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("each demande has a line with its state, which filters the points", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  assert.equal(await page.locator(".demande").count(), 8);
  assert.match(await page.innerText('[data-demande="1"]'), /rejetée \(1\spoint\)/);
  assert.match(await page.innerText('[data-demande="0"]'), /prête/);
  const all = await page.locator("button[data-finding]").count();
  await page.click('[data-demande="2"]');
  await eventually(() => codes(page), ["F006"]);
  await page.click("text=Voir toutes les demandes");
  await eventually(() => page.locator("button[data-finding]").count(), all);
});

test("a sure correction is applied, undone, and downloaded", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-verdict="pret"]');
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#telecharger")]);
  assert.equal(download.suggestedFilename(), NAME);
  assert.equal(await readFile((await download.path()) ?? "", "utf8"), CLEAN);
  await page.click("#defaire");
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
  assert.equal(await page.locator("#telecharger").count(), 0);
});

test("a correction to confirm is looked at first", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { nom: "Bernard" })]) });
  await page.click(".point >> text=Corriger (à confirmer)");
  const preview = await page.innerText(".point .apercu");
  assert.match(preview, /Bernard/);
  assert.match(preview, /BERNARD/);
  assert.equal(await verdict(page), "rejet-demandes");
  await page.click(".point >> text=Appliquer");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("all sure corrections are applied at once", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  await page.click("text=points sûrs");
  await page.waitForSelector(".corrections");
  await verdict(page);
  assert.equal(await page.locator('button[data-code="F008"]').count(), 0);
  assert.equal(await page.locator('button[data-code="F006"]').count(), 1);
});

test("like the portal: the first error of each demande", async () => {
  const { page } = await site.visit();
  const two = deposit([demande(1, { date: "31/09/2023", montant: "1075", nom: "Bernard" }), demande(2, { nom: "Petit" })]);
  await drop(page, { name: NAME, content: two });
  await page.click("text=comme le portail");
  await eventually(() => codes(page), ["F007", "F006"]);
  // The name of a file is nothing that the portal's control of a demande sees.
  await page.click("#recommencer");
  await drop(page, { name: "autre.json", content: two });
  await page.click("text=comme le portail");
  await eventually(() => codes(page), ["F007", "F006"]);
});

test("several files have a tab each, and the worst is shown", async () => {
  const { page } = await site.visit();
  const other = "JSON-MDVLGC0001-20231002-002.json";
  const files = [
    { name: other, content: CLEAN.replaceAll("0000", "0001") },
    { name: NAME, content: FAILING },
  ];
  assert.equal(await drop(page, ...files), "rejet-demandes");
  assert.equal(await page.locator('[role="tab"]').count(), 2);
  assert.match(await page.innerText('[role="tab"][aria-selected="true"]'), /001\.json/);
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
  await page.click(`[role="tab"]:has-text("002.json")`);
  await page.waitForSelector('.cm-content[aria-label*="002.json"]');
  assert.deepEqual(await failingLines(page, "erreur"), []);
});

test("the button opens files too, and the same file twice", async () => {
  const { page } = await site.visit();
  for (const content of [FAILING, CLEAN]) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("text=Choisir des fichiers")]);
    await chooser.setFiles({ name: NAME, mimeType: "application/json", buffer: Buffer.from(content) });
    await page.waitForSelector(`[data-verdict="${content === CLEAN ? "pret" : "rejet-demandes"}"]`);
  }
});

test("the example shows what the page does", async () => {
  const { page } = await site.visit();
  await page.click("text=Essayer avec un exemple");
  assert.equal(await verdict(page), "rejet-demandes");
  assert.match(await page.innerText("#alerte"), /un exemple/);
  assert.ok((await page.locator(".groupe").count()) >= 4);
  const states = await page.$$eval("#pieces [data-piece]", (rows) => rows.map((row) => row.getAttribute("data-etat")));
  const count = (state: string): number => states.filter((one) => one === state).length;
  assert.deepEqual([count("presente"), count("absente"), count("nom-proche"), count("non-declaree"), states.length], [6, 1, 1, 1, 9]);
  // Nothing else is wrong with its ZIP: it is no trap.
  await page.click('[role="tab"]:has-text("pieces.zip")');
  await eventually(() => codes(page), ["Z006"]);
  // It makes room for the user's own files.
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
});

test("what is asked first is answered on the page", async () => {
  const { page } = await site.visit();
  await page.click("text=Les trois fichiers");
  assert.match(await page.innerText("#aide-fichiers"), /Le ZIP des pièces justificatives/);
  await page.click("text=Comment lire le résultat");
  assert.match(await page.innerText("#aide-lecture"), /Avertissement/);
});

test("an answer of the ASP is shown, and its rejected demandes make a new file", async () => {
  const { page } = await site.visit();
  const answered = deposit([demande(1), demande(2)])
    .replace('"codeTraitement": null,\n      "libelleTraitement": null', '"codeTraitement": "0000",\n      "libelleTraitement": "Demande acceptée"')
    .replace('"codeTraitement": null,\n      "libelleTraitement": null', '"codeTraitement": "0102",\n      "libelleTraitement": "Format du RPPS invalide"');
  assert.equal(await drop(page, { name: NAME, content: answered }), "retour-asp");
  assert.match(await page.innerText("#verdict"), /1\sdemande acceptée, 1\srejetée/);
  assert.match(await page.innerText('tr:has([data-demande="1"])'), /rejetée/);
  await page.click("text=Créer le nouveau JSON");
  assert.match(await page.innerText(".refus"), /nouveau numéro éditeur, de 5 caractères/);
  assert.equal(await page.getAttribute("#nouveau-1", "aria-describedby"), "refus-renvoi");
  await page.fill("#nouveau-1", "00002");
  await page.click("text=Créer le nouveau JSON");
  assert.match(await page.innerText(".refus"), /déjà dans le fichier/);
  await page.fill("#nouveau-1", "00012");
  await page.click("text=Créer le nouveau JSON");
  await page.waitForSelector("text=Télécharger le nouveau JSON");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Télécharger le nouveau JSON")]);
  const made = await readFile((await download.path()) ?? "", "utf8");
  assert.match(made, /"numeroEditeur": "00012"/);
  assert.match(made, /MDV-LGC-Va1-BDC-00012\.pdf/);
  assert.doesNotMatch(made, /0102/);
});

test("a file changed on disk is read again", async () => {
  const { page } = await site.visit();
  // A handle, as Chromium gives for a file that is really dropped.
  await page.evaluate((contents) => {
    const texts = [...contents];
    (DataTransferItem.prototype as { getAsFileSystemHandle?: unknown }).getAsFileSystemHandle = () =>
      Promise.resolve({ kind: "file", getFile: () => Promise.resolve(new File([texts.shift() ?? ""], "a.json")) });
  }, [FAILING, CLEAN]);
  assert.equal(await drop(page, { name: NAME, content: FAILING }), "rejet-demandes");
  await page.click("text=Relire le fichier");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("the rule's sheet opens over the files, and leads to others", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.locator(".fiche").first().click();
  await page.waitForSelector("dialog[open] >> text=montant-deux-decimales");
  await page.click("dialog >> text=Toutes les règles");
  await page.click("dialog >> text=F006 majuscules-attendues");
  await page.waitForSelector("dialog >> h2:has-text('F006')");
  await page.click("#fiche-retour");
  await page.click("#fiche-retour");
  await page.waitForSelector("dialog >> h2:has-text('F008')");
  assert.ok(!(await page.isVisible("#fiche-retour")));
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog:not([open])", { state: "attached" });
  assert.equal(await verdict(page), "rejet-demandes");
});

test("a model to fill in is a conforming file", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  for (const id of ["MDV-LGC", "MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#modeles >> text=${id}`)]);
    JSON.parse(await readFile((await download.path()) ?? "", "utf8"));
  }
});

test("the same number in two files: one goes to the other", async () => {
  const { page } = await site.visit();
  const other = "JSON-MDVLGC0001-20231002-002.json";
  const second = deposit([demande(1).replaceAll("00001", "00009"), demande(2)]);
  assert.equal(await drop(page, { name: NAME, content: CLEAN }, { name: other, content: second }), "a-verifier");
  await page.click('[role="tab"]:has-text("002.json")');
  await page.click(".lies button");
  await page.waitForSelector('[role="tab"][aria-selected="true"]:has-text("001.json")');
});

test("what is shown differently keeps the focus", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  const focused = (): Promise<string> => page.evaluate(() => tool().activeElement?.id ?? "");
  await page.focus("#voir-tout");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#portail");
  await rest(page);
  assert.equal(await focused(), "voir-portail");
  await page.focus("#demande-2");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".filtre");
  await rest(page);
  assert.equal(await focused(), "demande-2");
});

test("a file on one line is scrolled to the failing value, and the page stays where it is", async () => {
  const { page } = await site.visit();
  const line = JSON.stringify(JSON.parse(CLEAN)).replaceAll("1075", "1075.00").replace(/1075\.00(?!.*1075)/, "1075");
  assert.equal(await drop(page, { name: NAME, content: line }), "rejet-demandes");
  await page.waitForSelector(".bulle");
  assert.equal(await page.locator(".valeur-erreur").innerText(), "1075");
  const [value, bubble, frame] = await Promise.all(
    [".valeur-erreur", ".bulle", ".cm-scroller"].map((selector) => page.locator(selector).boundingBox()),
  );
  assert.ok(value && bubble && frame);
  for (const box of [value, bubble]) {
    assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width, "within the source");
  }
  assert.equal(await page.evaluate(() => window.scrollY), 0);
});

test("on a line with an error and a warning, the error wins", async () => {
  const { page } = await site.visit();
  // The number is too short; the key of the SIRET is wrong, which is a warning.
  const both = CLEAN.replace(/"numeroAns": .*\n.*"SIRET": .*/, '"numeroAns": "MDV", "SIRET": "12345678200011",');
  await drop(page, { name: NAME, content: both });
  assert.equal(await page.locator('button[data-code="F015"]').getAttribute("data-line"), "3");
  assert.deepEqual(await failingLines(page, "erreur"), [3]);
  assert.deepEqual(await failingLines(page, "avertissement"), []);
});
