// What a user does, from the drop to the download, in whichever engine.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { demande, deposit, example } from "../../src/example";
import { commandLine, reportOf } from "../cli";
import { log, readByPython, tableByPython } from "../readers";
import type { Server } from "../server";
import { scripts } from "../unicode";
import { pdf, zip, type Entry } from "../zip";
import { Key, isWholeJson, isWholeZip, type Browser } from "./browser";

export const NAME = "JSON-MDVLGC0001-20231002-001.json";
export const CLEAN = deposit([demande(1), demande(2)]);
/** One amount without decimals, on line 14. */
export const FAILING = deposit([demande(1, { montant: "1075" }), demande(2)]);

const bdc = (id: number): string => `MDV-LGC-Va1-BDC-${String(id).padStart(5, "0")}.pdf`;
const json = (demandes: number): string => deposit(Array.from({ length: demandes }, (_, at) => demande(at + 1)));

/** Lines of the source that stand out. */
export const failing = (browser: Browser): Promise<string[]> => browser.attributes(".ligne-erreur", "data-ligne");

/** The states of the table of pieces. */
const states = (browser: Browser): Promise<string[]> => browser.attributes("#pieces [data-piece]", "data-etat");

export function use(browser: () => Browser, site: () => Server): void {
  /** A scenario starts on a fresh page, and ends without a complaint of it. */
  const scenario = (name: string, play: (browser: Browser) => Promise<void>): void => {
    test(name, async () => {
      await browser().visit(site().address);
      await play(browser());
      assert.deepEqual(await browser().complaints(), []);
    });
  };

  scenario("a clean file is ready", async (page) => {
    assert.equal(await page.drop({ name: NAME, content: CLEAN }), "pret");
    assert.match(await page.text("#verdict"), /2 demandes sont prêtes/);
    assert.deepEqual(await failing(page), []);
    assert.match(await page.text(".recap"), /MDV-LGC.*du 04\/11\/2022.*2 150,00 € HT/);
  });

  scenario("a failing line is said, listed and highlighted", async (page) => {
    assert.equal(await page.drop({ name: NAME, content: FAILING }), "rejet-demandes");
    assert.match(await page.text("#verdict"), /1 point bloquant dans 1 demande sur 2/);
    assert.deepEqual(await failing(page), ["14"]);
    await page.says('button[data-code="F008"]', "montantSegurHT");
    await page.says(".bulle", "1075.00");
    assert.equal(await page.text(".valeur-erreur"), "1075");
  });

  scenario("a file chosen with the button is checked", async (page) => {
    const folder = await mkdtemp(join(tmpdir(), "predepot-"));
    const path = join(folder, NAME);
    await writeFile(path, FAILING);
    await (await page.element("#choisir")).sendKeys(path);
    assert.equal(await page.verdict(), "rejet-demandes");
    assert.equal(await page.text('[id="titre-source"], .volet-source h2'), NAME);
    await rm(folder, { recursive: true });
  });

  scenario("the example is one click away", async (page) => {
    await page.clickOn("Essayer avec un exemple");
    assert.equal(await page.verdict(), "rejet-demandes");
    assert.ok((await page.count(".groupe")) >= 4);
    assert.equal(await page.count(".demande"), 8);
  });

  scenario("a click and F8 jump to a point, in the list and in the source", async (page) => {
    await page.drop({ name: NAME, content: deposit([demande(1, { montant: "1075", nom: "Petit" }), demande(2, { montant: "10" })]) });
    const current = (before: string): Promise<string> =>
      page.until(({ one }, before) => {
        const button = one('[aria-current="true"][data-code]');
        const place = `${button?.dataset["code"]} ${button?.dataset["line"]}`;
        return button === null || place === before ? "" : place;
      }, before);
    const seen: string[] = [];
    for (let press = 0; press < 3; press++) {
      await page.press(Key.F8);
      seen.push(await current(press === 0 ? "" : (seen.at(-1) ?? "")));
    }
    assert.deepEqual(seen, ["F008 14", "F008 62", "F006 25"]);
    await page.chord(Key.SHIFT, Key.F8);
    await page.until(({ one }) => /Point 2 sur \d, ligne 62/.test(one("#annonce")?.textContent ?? ""));
    assert.equal(await page.count('[aria-current="true"]'), 1);
    await page.click('button[data-code="F006"]');
    await page.until(({ one }) => one(".bulle")?.textContent?.includes("PETIT"));
    assert.ok((await failing(page)).includes("25"));
  });

  scenario("a sure correction is applied, and the file downloaded is the corrected one", async (page) => {
    await page.drop({ name: NAME, content: FAILING });
    await page.clickOn("Corriger", ".point button");
    await page.conclusion("pret");
    const saved = await page.download(() => page.click("#telecharger"));
    assert.equal(saved.name, NAME);
    assert.equal(saved.content.toString(), CLEAN);
    await page.click("#defaire");
    await page.conclusion("rejet-demandes");
  });

  scenario("a correction to confirm is looked at first", async (page) => {
    await page.drop({ name: NAME, content: deposit([demande(1, { nom: "Bernard" })]) });
    await page.clickOn("Corriger (à confirmer)", ".point button");
    assert.match(await page.text(".point .apercu"), /Bernard.*BERNARD/);
    assert.equal(await page.verdict(), "rejet-demandes");
    await page.clickOn("Appliquer", ".point button");
    await page.conclusion("pret");
  });

  scenario("what is typed in the source is checked, undone, and downloaded", async (page) => {
    // A zero is missing, among zeros: wherever the click puts the caret, it is typed in its place.
    await page.drop({ name: NAME, content: CLEAN.replace('"00001"', '"0001"') });
    // The message under the line moves nothing more.
    await page.element(".bulle");
    await page.click(".valeur-erreur");
    await page.until(({ active }) => active()?.matches(".cm-content"));
    await page.press("0");
    await page.conclusion("pret");
    assert.deepEqual(await failing(page), []);
    await page.chord(Key.CONTROL, "z");
    await page.conclusion("rejet-demandes");
    await page.click("#source-retablir");
    await page.conclusion("pret");
    const saved = await page.download(() => page.click("#telecharger"));
    assert.equal(saved.content.toString(), CLEAN);
  });

  scenario("what only the user knows is written where it goes", async (page) => {
    await page.drop({ name: NAME, content: deposit([demande(1, { date: "31/09/2023" })]) });
    await page.clickOn("Saisir dans la source", ".point button");
    await page.until(({ active }) => active()?.matches(".cm-content"));
    await page.press("30/09/2023");
    await page.conclusion("pret");
    const saved = await page.download(() => page.click("#telecharger"));
    assert.equal(saved.content.toString(), deposit([demande(1, { date: "30/09/2023" })]));
  });

  scenario("the corrected file dropped again is compared with the one before", async (page) => {
    const three = (slips: [object, object, object]): string => deposit(slips.map((slip, at) => demande(at + 1, slip)));
    await page.drop({ name: NAME, content: three([{ montant: "1075" }, { nom: "Petit" }, { montant: "10", date: "31/09/2023" }]) });
    await page.drop({ name: NAME, content: three([{}, { nom: "Petit", montant: "1" }, { montant: "10", date: "31/09/2023" }]) });
    assert.match(await page.text("#comparaison"), /1 point corrigé, 3 restants, 1 nouveau/);
  });

  scenario("the report is read back in each of its forms", async (page) => {
    await page.drop({ name: NAME, content: FAILING });
    await page.click("#exporter");
    const { name, content } = await page.download(() => page.click("#exporter-json"));
    assert.equal(name, `rapport-${NAME}`);
    const report = JSON.parse(content.toString()) as { schemaVersion: number; verdict: string; files: { name: string; sha256: string }[] };
    const sha256 = createHash("sha256").update(FAILING).digest("hex");
    assert.deepEqual([report.schemaVersion, report.verdict, report.files[0]?.name, report.files[0]?.sha256], [1, "rejet-demandes", NAME, sha256]);
    const table = tableByPython((await page.download(() => page.click("#exporter-csv"))).path);
    const line = table.find((line) => line["Code"] === "F008");
    assert.deepEqual([line?.["Fichier"], line?.["Ligne"], line?.["Demande"]], [NAME, "14", "1"]);
    const run = log((await page.download(() => page.click("#exporter-sarif"))).content.toString());
    assert.equal(run.results.find(({ ruleId }) => ruleId === "F008")?.locations[0]?.physicalLocation.region?.startLine, 14);
    const markdown = await page.download(() => page.click("#exporter-markdown"));
    assert.match(markdown.content.toString(), /\*\*F008\*\* erreur, ligne 14/);
    // On paper, without a printer.
    await page.run(() => void (window.print = () => undefined));
    await page.click("#imprimer");
    await page.until(({ one }) => (one("#recu")?.childElementCount ?? 0) > 0);
    const paper = await page.text("#recu");
    for (const said of [NAME, sha256, "F008", "04/11/2022"]) assert.ok(paper.includes(said), said);
  });

  scenario("the report is the command line's, byte for byte, whatever tables of Unicode the engine has", async (page) => {
    const folder = await mkdtemp(join(tmpdir(), "predepot-"));
    // A letter that is younger than an engine has no capital in it.
    const files = scripts(15).map((content, at) => ({ name: NAME.replace("001.json", `${String(at + 1).padStart(3, "0")}.json`), content }));
    for (const { name, content } of files) await writeFile(join(folder, name), content);
    await page.drop(...files);
    const day = await page.run(() => new Intl.DateTimeFormat("sv").format(new Date()));
    await page.click("#exporter");
    const saved = await page.download(() => page.click("#exporter-json"), isWholeJson);
    const native = await reportOf(commandLine(), day, files.map(({ name }) => join(folder, name)));
    const [one, other] = [native.toString().trimEnd().split("\n"), saved.content.toString().trimEnd().split("\n")];
    assert.deepEqual(one.flatMap((line, at) => (line === other[at] ? [] : [`${line} natively, ${other[at]} in the page`])).slice(0, 10), []);
    assert.equal(one.length, other.length);
    await rm(folder, { recursive: true });
  });

  scenario("the page speaks English too, when it is asked to", async (page) => {
    await page.click("#langue-en");
    assert.equal(await page.drop({ name: NAME, content: FAILING }), "rejet-demandes");
    assert.match(await page.text("#verdict"), /blocking/);
    await page.says(".points", "Write 1075.00");
    await page.click("#langue-fr");
    await page.says("#verdict", "bloquant");
  });

  scenario("the portal's view, and its answer as a simulation", async (page) => {
    await page.drop({ name: NAME, content: FAILING });
    await page.click("#voir-portail");
    await page.until(({ one }) => one("#portail")?.textContent?.includes("première erreur de chaque demande"));
    const { name, content } = await page.download(() => page.click("#simuler"));
    assert.equal(name, `SIMULATION-${NAME}`);
    const { lignesImport } = JSON.parse(content.toString()) as { lignesImport: { codeTraitement: string; libelleTraitement: string }[] };
    assert.deepEqual(lignesImport.map((line) => line.codeTraitement), ["F008", "0000"]);
    for (const line of lignesImport) assert.match(line.libelleTraitement, /^Simulation prédépôt/);
  });

  scenario("what the page cannot check is a list to tick", async (page) => {
    await page.drop({ name: NAME, content: CLEAN });
    await page.click("#limites > summary");
    await page.click("#a-verifier-0");
    await page.until(({ one }) => /^1\ssur\s\d/.test(one("#limites-compte")?.textContent ?? ""));
  });

  const FAULTY: Entry[] = [
    { name: bdc(1) },
    { name: "mdv-lgc-val-bdc-00002.PDF" },
    { name: bdc(3), content: Buffer.from("<html><body>Connexion expirée") },
    { name: "Notes.pdf" },
  ];

  scenario("each piece of the ZIP has a line with its state, which leads to its place", async (page) => {
    assert.equal(await page.drop({ name: NAME, content: json(4) }, { name: "pieces.zip", content: zip(FAULTY) }), "a-corriger");
    assert.deepEqual(await states(page), ["presente", "nom-proche", "contenu-fautif", "absente", "non-declaree"]);
    await page.click('[data-piece="Notes.pdf"] button');
    await page.element('#entree-3[aria-current="true"]');
    assert.equal(await page.focused(), "entree-3");
  });

  scenario("the ZIP made of what is there is read by others", async (page) => {
    const entries: Entry[] = [{ name: `dossier/${bdc(1)}`, content: pdf(40) }, { name: "mdv-lgc-val-bdc-00002.PDF", content: pdf(50) }];
    await page.drop({ name: NAME, content: json(2) }, { name: "pieces.zip", content: zip(entries) });
    await page.click("#preparer");
    await page.element('#preparation[data-etat="prete"]');
    const made = await page.download(() => page.click("#telecharger-zip"), isWholeZip);
    assert.equal(made.name, "PIECES-MDVLGC0001-20231002-001.zip");
    assert.deepEqual(readByPython(made.path), [
      { name: bdc(1), content: pdf(40) },
      { name: bdc(2), content: pdf(50) },
    ]);
    await page.clickOn("Tout retirer");
    assert.equal(await page.drop({ name: NAME, content: json(2) }, { name: made.name, content: made.content }), "pret");
  });

  scenario("a model to fill in is downloaded", async (page) => {
    for (const id of ["MDV-LGC", "MS1-DUI", "HOP-DPI", "HOP-PFI", "HOP-RI"]) {
      const { content } = await page.download(() => page.clickOn(id, "#modeles button"));
      const model = JSON.parse(content.toString()) as { lignesImport: unknown[] };
      assert.equal(model.lignesImport.length, 1);
    }
  });

  scenario("the rule's page opens over the files", async (page) => {
    await page.drop({ name: NAME, content: FAILING });
    await page.click(".fiche");
    await page.until(({ one }) => one("dialog[open]")?.textContent?.includes("montant-deux-decimales"));
    await page.clickOn("Fermer");
    await page.until(({ one }) => one("dialog[open]") === null);
    assert.equal(await page.verdict(), "rejet-demandes");
  });

  scenario("an answer of the portal makes a new file of its rejected demandes", async (page) => {
    const none = '"codeTraitement": null,\n      "libelleTraitement": null';
    const answered = json(2)
      .replace(none, '"codeTraitement": "0000",\n      "libelleTraitement": "Demande acceptée"')
      .replace(none, '"codeTraitement": "0102",\n      "libelleTraitement": "Format du RPPS invalide"');
    assert.equal(await page.drop({ name: NAME, content: answered }), "retour-asp");
    assert.match(await page.text("#verdict"), /1 demande acceptée, 1 rejetée/);
    await (await page.element("#nouveau-1")).sendKeys("00012");
    await page.clickOn("Créer le nouveau JSON");
    const { content } = await page.download(() => page.clickOn("Télécharger le nouveau JSON"));
    assert.match(content.toString(), /"numeroEditeur": "00012"/);
    assert.doesNotMatch(content.toString(), /0102/);
  });

  scenario("nothing is asked for after the page is there, and a planted request would be seen", async (page) => {
    site().add("/planted.js", "");
    site().requests.length = 0;
    await page.drop({ name: NAME, content: example() }, { name: "pieces.zip", content: zip(FAULTY) });
    await page.press(Key.F8);
    await page.click("#exporter");
    await page.download(() => page.click("#exporter-json"));
    assert.deepEqual(site().requests, []);
    assert.match(await page.text("#reseau summary"), /0 requête/);
    await page.run(() => document.head.append(Object.assign(document.createElement("script"), { src: "planted.js" })));
    await page.until(({ one }) => /1\srequête/.test(one("#reseau summary")?.textContent ?? ""));
    assert.deepEqual(site().requests, ["/planted.js"]);
  });
}
