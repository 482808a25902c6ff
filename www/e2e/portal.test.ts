// The portal: seen through its eyes, its answer, and what neither it nor the page can know.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit } from "../src/example";
import { NAME, Site, drop, eventually, failingLines, rest, verdict } from "./site";
import { pdf, zip } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const CLEAN = deposit([demande(1), demande(2)]);
/** Two errors in the first demande, on lines 14 and 25; one in the third. */
const FAILING = deposit([demande(1, { montant: "1075", nom: "Martin" }), demande(2), demande(3, { montant: "1.0" })]);
/** An error of the 1st control, and one in a demande. */
const REFUSED = FAILING.replace('"impId": null', '"impId": 1');

async function saved(page: Page, selector: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: download.suggestedFilename(), text: await readFile((await download.path()) ?? "", "utf8") };
}

async function asPortal(page: Page, content: string): Promise<string> {
  await drop(page, { name: NAME, content });
  await page.check("#voir-portail");
  await page.waitForSelector("#portail");
  return (await page.innerText("#portail-phrase")).replace(/\s/g, " ");
}

/** The states listed, of the demandes. */
const states = (page: Page): Promise<string[]> => page.$$eval(".demande-etat", (all) => all.map((one) => one.textContent ?? ""));

// As the portal sees it.

test("the portal's view is followed by everything", async () => {
  const { page, complaints } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  assert.equal(await page.locator("#portail").count(), 0);
  assert.deepEqual(await failingLines(page, "erreur"), [14, 25]);
  assert.equal(await asPortal(page, FAILING), "Le portail s’arrête à la première erreur de chaque demande : il montrerait 2 points sur 5.");
  await page.waitForFunction(() => tool().querySelectorAll(".ligne-erreur").length === 1);
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
  assert.equal(await page.innerText(".volet-points h2 .nombre"), "2");
  assert.deepEqual(await states(page), ["rejetée", "non arrêtée", "rejetée"]);
  await page.check("#voir-tout");
  await page.waitForFunction(() => tool().querySelectorAll(".ligne-erreur").length === 2);
  assert.deepEqual((await states(page)).map((state) => state.replace(/\s/g, " ")), ["rejetée (2 points)", "prête", "rejetée (1 point)"]);
  assert.deepEqual(complaints, []);
});

test("nothing is ready in a file refused whole", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: REFUSED });
  await page.waitForFunction(() => tool().querySelectorAll(".demande-etat").length === 3);
  assert.deepEqual((await states(page)).map((state) => state.replace(/\s/g, " ")), ["rejetée (2 points)", "bloquée", "rejetée (1 point)"]);
});

test("the point that has the whole file refused says so, in the list and in the source, and no other does", async () => {
  const { page } = await site.visit();
  const words = "Fait refuser tout le fichier.";
  const lines = (): Promise<(string | null)[]> =>
    page.getByRole("button", { name: words }).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["line"] ?? null));
  // The same rule twice: in the header, and in a demande.
  await drop(page, { name: NAME, content: deposit([demande(1).replace('      "numeroASP": null,\n', "")]).replace('  "impId": null,\n', "") });
  await eventually(lines, ["1"]);
  assert.equal(await page.locator('button[data-code="S001"]').count(), 2);
  assert.match(await page.innerText(".bulle"), new RegExp(words));
  await page.click('button[data-code="S001"][data-line="5"]');
  await eventually(async () => (await page.innerText(".bulle")).includes("numeroASP"), true);
  assert.doesNotMatch(await page.innerText(".bulle"), new RegExp(words));
  // Where nothing else is checked, no refusal is foretold.
  assert.equal(await drop(page, { name: NAME, content: JSON.stringify({ numeroAns: "1234567890", SIRET: "12345678200010", lignesImport: [{ numLigne: 1 }] }) }), "non-controle");
  await page.waitForSelector('button[data-code="S001"]');
  await rest(page);
  assert.deepEqual(await lines(), []);
});

test("of a file whose model is not known, nothing is said to be ready, nor what the portal would answer", async () => {
  const { page } = await site.visit();
  const solde = JSON.stringify({ impId: null, numeroAns: "1234567890", SIRET: "12345678200010", lignesImport: [{ numLigne: 1, montantSolde: 1 }] }, null, 2);
  assert.match(await asPortal(page, solde), /n’ont pas été contrôlées : ce que le portail répondrait n’est pas connu\.$/);
  await eventually(() => states(page), ["non contrôlée"]);
  await page.check("#voir-tout");
  await eventually(() => states(page), ["non contrôlée"]);
});

test("a file refused whole shows one point, and no demande is looked at", async () => {
  const { page } = await site.visit();
  assert.match(await asPortal(page, REFUSED), /^Le portail refuserait le fichier entier à son premier contrôle : il ne montrerait que ce point, sur \d+\.$/);
  assert.deepEqual(await states(page), ["non lue", "non lue", "non lue"]);
  assert.equal(await page.locator("#simuler").count(), 0);
  assert.match(await page.innerText("#sans-simulation"), /rendu sans rien d’écrit/);
});

test("a clean file shows nothing", async () => {
  const { page } = await site.visit();
  assert.match(await asPortal(page, CLEAN), /^Le portail ne montrerait aucun des 2 points/);
  assert.deepEqual(await states(page), ["non arrêtée", "non arrêtée"]);
});

test("the simulated answer says that it is one, also when it comes back", async () => {
  const { page, complaints } = await site.visit();
  await asPortal(page, FAILING);
  const { name, text } = await saved(page, "#simuler");
  assert.equal(name, `SIMULATION-${NAME}`);
  const parsed = JSON.parse(text) as { lignesImport: Record<string, unknown>[] };
  const sent = JSON.parse(FAILING) as typeof parsed;
  assert.deepEqual(parsed.lignesImport.map((one) => one["codeTraitement"]), ["F008", "0000", "F008"]);
  for (const one of parsed.lignesImport) assert.match(String(one["libelleTraitement"]), /^Simulation prédépôt\u00a0: /);
  for (const one of [...parsed.lignesImport, ...sent.lignesImport]) one["codeTraitement"] = one["libelleTraitement"] = null;
  assert.deepEqual(parsed, sent);
  await page.click("#recommencer");
  assert.equal(await drop(page, { name, content: text }), "retour-asp");
  assert.match(await page.innerText("#verdict"), /Simulation écrite par prédépôt, pas une réponse de l’ASP/);
  assert.match(await page.innerText("#titre-reponse"), /Réponse simulée par prédépôt/);
  assert.equal(await page.locator(".renvoi, #exporter-numeros").count(), 0);
  assert.deepEqual(complaints, []);
});

// The portal's answer.

interface Said {
  code: string;
  label?: string;
  asp?: string;
}

/** A deposit of these demandes, answered. */
function answered(demandes: string[], said: Said[]): string {
  const text = (value: string | undefined): string => (value === undefined ? "null" : JSON.stringify(value));
  return deposit(
    demandes.map((one, at) =>
      one
        .replace('"codeTraitement": null', `"codeTraitement": ${text(said[at]?.code)}`)
        .replace('"libelleTraitement": null', `"libelleTraitement": ${text(said[at]?.label)}`)
        .replace('"numeroASP": null', `"numeroASP": ${text(said[at]?.asp)}`),
    ),
  );
}

const ANSWER = answered(
  [demande(1), demande(2, { montant: "1075" }), demande(3), demande(4)],
  [
    { code: "0000", label: "Demande acceptée", asp: "=HYPERLINK(\"x\";\"1\")" },
    { code: "0102", label: "Le montant <b>est</b> incorrect" },
    { code: "0103", label: "RPPS inconnu" },
    { code: "0000", label: "Demande acceptée", asp: "SEG-42" },
  ],
);

/** The cells of the answer's lines that are seen. */
const lines = (page: Page): Promise<string[]> =>
  page.$$eval("#reponse tbody tr", (rows) =>
    rows
      .filter((row) => row.checkVisibility())
      .map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()).join(" | ")),
  );

test("the ASP's verdict stands beside ours", async () => {
  const { page, complaints } = await site.visit();
  assert.equal(await drop(page, { name: NAME, content: ANSWER }), "retour-asp");
  assert.deepEqual(await lines(page), [
    'Demande 1 00001 | ✓ acceptée | Numéro ASP : =HYPERLINK("x";"1") Demande acceptée | —',
    "Demande 2 00002 | ✕ rejetée | 0102 Le montant <b>est</b> incorrect | ✕ 1 point à corriger",
    "Demande 3 00003 | ✕ rejetée | 0103 RPPS inconnu | prédépôt ne voit rien à reprocher à cette demande : lisez le libellé de l’ASP.",
    "Demande 4 00004 | ✓ acceptée | Numéro ASP : SEG-42 Demande acceptée | —",
  ]);
  await page.check('input[name="reponse-filtre"][value="rejetee"]');
  assert.deepEqual((await lines(page)).map((line) => line.slice(0, 9)), ["Demande 2", "Demande 3"]);
  await page.click('[data-demande="1"]');
  await page.waitForSelector('[data-demande="1"][aria-pressed="true"]');
  assert.match(await page.innerText(".filtre"), /Demande 2 seulement/);
  assert.equal(await page.innerText(".volet-points h2 .nombre"), "2");
  // The choice and what is typed stay where they are.
  assert.equal((await lines(page)).length, 2);
  assert.deepEqual(complaints, []);
});

test("the numbers to keep are copied and saved, without a formula", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: ANSWER });
  await page.click("#copier-numeros");
  await page.waitForSelector("#avis:not([hidden])");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "numeroEditeur\tnumeroASP\n00001\t'=HYPERLINK(\"x\";\"1\")\n00004\tSEG-42");
  const { name, text } = await saved(page, "#exporter-numeros");
  assert.equal(name, "numeros-asp.csv");
  assert.equal(text, '\ufeff"numeroEditeur";"numeroASP"\r\n"00001";"\'=HYPERLINK(""x"";""1"")"\r\n"00004";"SEG-42"\r\n');
});

test("beside the JSON that was sent, what was accepted all the same is said", async () => {
  const { page } = await site.visit();
  const sent = [demande(1, { montant: "1075" }), demande(2)];
  await drop(page, { name: NAME, content: deposit(sent) }, { name: "retour.json", content: answered(sent, [{ code: "0000", asp: "1" }, { code: "0000", asp: "2" }]) });
  await page.click("#onglet-1");
  await page.waitForSelector("#reponse");
  const ours = (await lines(page)).map((line) => line.split(" | ")[3]);
  assert.deepEqual(ours, ["l’ASP accepte cette demande, où prédépôt relève 1 point bloquant : fiez-vous à l’ASP.", "rien de bloquant dans le JSON envoyé"]);
});

test("rejected demandes are deposited again, with their pieces under the new names", async () => {
  const { page, complaints } = await site.visit();
  const sent = [demande(1), demande(2, { montant: "1075" }), demande(3)];
  const said = [{ code: "0000", asp: "1" }, { code: "12" }, { code: "13" }];
  const bdc = (id: string): string => `MDV-LGC-Va1-BDC-${id}.pdf`;
  const pieces = zip([bdc("00001"), bdc("00002"), bdc("00003")].map((name) => ({ name, content: pdf() })));
  await drop(page, { name: "retour.json", content: answered(sent, said) }, { name: NAME, content: deposit(sent) });
  await page.click("#onglet-0");
  await page.waitForSelector("#nouveau-1");
  // Checked before anything is made.
  for (const [ids, why] of [
    [["A1", "A0003"], /n’a pas 5 caractères/],
    [["00001", "A0003"], /est déjà dans le fichier de retour/],
    [["A0002", "A0002"], /est donné deux fois/],
  ] as const) {
    await page.fill("#nouveau-1", ids[0]);
    await page.fill("#nouveau-2", ids[1]);
    await page.click("text=Créer le nouveau JSON");
    assert.match(await page.innerText(".refus"), why);
  }
  await page.fill("#nouveau-1", "A0002");
  await page.fill("#nouveau-2", "A0003");
  const proposed = await page.inputValue("#nouveau-nom");
  assert.match(proposed, /^JSON-MDVLGC0001-\d{8}-001\.json$/);
  await page.fill("#nouveau-nom", proposed.replace("-001", "-002"));
  await page.click("text=Créer le nouveau JSON");
  // It joins the answer; the JSON that was sent is no longer to be deposited.
  await page.waitForSelector("#pieces-renommees");
  assert.deepEqual(await page.$$eval(".onglet-nom", (all) => all.map((one) => one.textContent)), [proposed.replace("-001", "-002"), "retour.json"]);
  assert.match(await page.innerText("#verdict"), /1\spoint bloquant dans 1\sdemande sur 2/);
  assert.match(await page.innerText("#pieces-renommees"), /BDC-00002\.pdf → MDV-LGC-Va1-BDC-A0002\.pdf/);
  // Corrected here, and its pieces from the former ZIP.
  await page.click(".point button.corriger");
  await page.waitForSelector('[data-verdict="pret"]');
  await drop(page, { name: "pieces.zip", content: [...pieces] });
  await page.click("#preparer");
  await page.waitForSelector("#telecharger-zip");
  assert.match(await page.innerText("#renommees"), /2\spièces renommées/);
  assert.match(await page.textContent("#renommees ul") ?? "", /BDC-00003\.pdf → MDV-LGC-Va1-BDC-A0003\.pdf/);
  const made = await saved(page, "#telecharger");
  assert.equal(made.name, proposed.replace("-001", "-002"));
  const parsed = JSON.parse(made.text) as { lignesImport: Record<string, unknown>[] };
  assert.deepEqual(
    parsed.lignesImport.map((one) => [one["numLigne"], one["numeroEditeur"], one["codeTraitement"], one["libelleTraitement"], one["numeroASP"]]),
    [
      [1, "A0002", null, null, null],
      [2, "A0003", null, null, null],
    ],
  );
  assert.match(made.text, /"montantSegurHT": 1075\.00/);
  assert.deepEqual(complaints, []);
});

test("numbers typed for an answer are there again after another file, or another language", async () => {
  const { page } = await site.visit();
  const sent = [demande(1), demande(2, { montant: "1075" })];
  await drop(page, { name: "retour.json", content: answered(sent, [{ code: "0000", asp: "1" }, { code: "12" }]) }, { name: NAME, content: deposit(sent) });
  await page.click("#onglet-0");
  await page.fill("#nouveau-1", "A0002");
  await page.fill("#nouveau-nom", "autre.json");
  await page.click("#onglet-1");
  await page.waitForSelector("#nouveau-1", { state: "detached" });
  await page.click("#langue-en");
  await page.click("#onglet-0");
  await page.waitForSelector('text=Make the new JSON');
  assert.equal(await page.inputValue("#nouveau-1"), "A0002");
  assert.equal(await page.inputValue("#nouveau-nom"), "autre.json");
  // Other files have their own.
  await page.click("#recommencer");
  await drop(page, { name: "retour.json", content: answered(sent, [{ code: "0000", asp: "1" }, { code: "12" }]) });
  assert.equal(await page.inputValue("#nouveau-1"), "");
});

test("which demandes of an answer are shown is the same after another file, and is of that answer alone", async () => {
  const { page } = await site.visit();
  const sent = [demande(1), demande(2)];
  const answer = answered(sent, [{ code: "0000" }, { code: "12" }]);
  const listed = (): Promise<string[]> => page.locator(".reponse tbody tr:visible").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-etat") ?? ""));
  await drop(page, { name: "a.json", content: answer }, { name: "b.json", content: answer });
  await page.click("#onglet-0");
  await page.check('[name="reponse-filtre"][value="rejetee"]');
  await page.click("#onglet-1");
  await eventually(listed, ["acceptee", "rejetee"]);
  await page.click("#onglet-0");
  await eventually(listed, ["rejetee"]);
  assert.ok(await page.isChecked('[name="reponse-filtre"][value="rejetee"]'));
});

test("hostile answers are only shown", async () => {
  const { page, complaints } = await site.visit();
  const hostile = "<img src=x onerror=alert(1)>\u202egnp.exe __proto__ \ud800";
  page.on("dialog", () => assert.fail("a dialog"));
  await drop(page, { name: NAME, content: answered([demande(1), demande(2)], [{ code: hostile, label: hostile }, { code: "0000", label: hostile, asp: hostile }]).replaceAll("\ud800", "") });
  await page.waitForSelector("#reponse tbody tr");
  assert.equal(await page.locator("#reponse img").count(), 0);
  assert.match((await lines(page)).join("\n"), /<img src=x onerror=alert\(1\)>⟨U\+202E⟩gnp\.exe/);
  assert.deepEqual(complaints, []);
});

// What this page cannot check.

test("what cannot be checked is a list to tick, of what the file calls for", async () => {
  const { page, complaints } = await site.visit();
  const mandataire = demande(2).replace('"isMandataire": false', '"isMandataire": true');
  await drop(page, { name: NAME, content: deposit([demande(1), mandataire]) });
  await page.waitForFunction(() => /0 sur \d+/.test(tool().getElementById("limites-compte")?.textContent ?? ""));
  await page.click("#limites > summary");
  const duties = await page.locator(".a-cocher li").allInnerTexts();
  assert.ok(duties.some((duty) => /Le mandat existe.*demande 2$/s.test(duty)), duties.join("\n"));
  assert.ok(!duties.some((duty) => duty.includes("preuve HT")), duties.join("\n"));
  await page.check("#a-verifier-0");
  await page.check("#a-verifier-2");
  assert.equal(await page.innerText("#limites-compte"), `2 sur ${duties.length}\u00a0vérifiés`);
  // The same file again: what was ticked stays. Nothing held: it is forgotten.
  await drop(page, { name: NAME, content: CLEAN });
  await page.waitForFunction((all) => tool().querySelectorAll(".a-cocher li").length < all, duties.length);
  assert.equal(await page.isChecked("#a-verifier-2"), true);
  await page.click("#recommencer");
  await drop(page, { name: NAME, content: CLEAN });
  await page.waitForFunction(() => /^0 sur/.test(tool().getElementById("limites-compte")?.textContent ?? ""));
  assert.deepEqual(complaints, []);
});

test("every rule is in one of the lists, with its page and its reason", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN });
  await page.click("#limites > summary");
  await page.waitForSelector("#regles-appliquees");
  for (const id of ["appliquees", "sans-objet", "non-appliquees"]) await page.click(`#regles-${id} > summary`);
  const texts = await page.locator("#limites details[open] li").allInnerTexts();
  const of = (start: string): string => texts.find((text) => text.replace(/\s/g, " ").startsWith(start)) ?? "";
  assert.match(of("Cohérence :"), /C026 commande-contradictoire/);
  assert.match(of("Aucune demande n'a de mandataire à nommer :"), /C001 mandataire-requis/);
  assert.match(of("Ni ZIP ni pièce n'est déposé ici :"), /Z005 piece-absente/);
  const codes = await page.$$eval("#limites .regle code", (all) => all.map((one) => one.textContent ?? ""));
  assert.equal(new Set(codes).size, codes.length);
  // A ZIP beside it gives its rules something to judge.
  await drop(page, { name: "pieces.zip", content: [...zip([{ name: "MDV-LGC-Va1-BDC-00001.pdf", content: pdf() }])] });
  await page.waitForFunction(() => !tool().getElementById("regles-non-appliquees")?.textContent?.includes("Z005"));
  await page.click('.regle:has-text("C001")');
  await page.waitForSelector("dialog[open] >> text=mandataire-requis");
});

test("before any file, the panel says what it will list", async () => {
  const { page } = await site.visit();
  await page.click("#limites > summary");
  assert.match(await page.innerText("#limites"), /référencement.*plafonds.*éligibilité.*doublons.*signatures/s);
  await drop(page, { name: NAME, content: CLEAN });
  await page.waitForSelector("#a-verifier-0");
  assert.equal(await verdict(page), "pret");
});

test("320 px are enough, and the keyboard alone", async () => {
  const { page } = await site.visit({ viewport: { width: 320, height: 700 } });
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  await drop(page, { name: NAME, content: ANSWER });
  assert.equal(await width(), 320);
  await page.focus("#demande-1");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".filtre");
  assert.equal(await page.evaluate(() => tool().activeElement?.id), "demande-1");
  await page.focus("#nouveau-1");
  await page.keyboard.type("A0002");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A0003");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#pieces-renommees");
  assert.equal(await width(), 320);
  await page.focus("#voir-tout");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#portail");
  assert.equal(await page.evaluate(() => tool().activeElement?.id), "voir-portail");
  await page.focus("#limites > summary");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#a-verifier-0:visible");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.match(await page.innerText("#limites-compte"), /^1 sur/);
  await page.click("#regles-appliquees > summary");
  assert.equal(await width(), 320);
});
