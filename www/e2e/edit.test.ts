// Writing in the source: what is typed is checked, undone, kept and saved.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { NAME, Site, delay, drop, eventually, failingLines, hold, rest, verdict } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const CLEAN = deposit([demande(1), demande(2)]);
/** One amount without decimals, on line 14. */
const FAILING = deposit([demande(1, { montant: "1075" }), demande(2)]);

const source = (page: Page): Promise<string> => page.$$eval(".cm-line", (lines) => lines.map((line) => line.textContent).join("\n"));

/** Puts the cursor at the end of a line among the first. */
async function goToEnd(page: Page, text: string): Promise<void> {
  await page.focus(".cm-content");
  await page.keyboard.press("Control+Home");
  await page.locator(".cm-line", { hasText: text }).first().click();
  await page.keyboard.press("End");
}

const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = tool().activeElement as HTMLElement | null;
    return element?.dataset["code"] || element?.id || element?.className || "";
  });

async function saved(page: Page): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#telecharger")]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Undoes until there is nothing left to undo: what is typed slowly is several steps. */
async function undoAll(page: Page): Promise<void> {
  while (await page.isEnabled("#source-annuler")) await page.keyboard.press("Control+z");
}

test("what is typed is checked as it is typed, and undone", async () => {
  const { page, complaints } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await goToEnd(page, '"montantSegurHT": 1075');
  await page.keyboard.type(".00");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.deepEqual(await failingLines(page, "erreur"), []);
  assert.equal(await page.locator(".bulle").count(), 0);
  assert.match(await page.innerText("#modifications"), /Modifié, pas encore téléchargé/);
  assert.match(await active(page), /cm-content/);
  await undoAll(page);
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
  await page.keyboard.press("Control+y");
  while (await page.isEnabled("#source-retablir")) await page.keyboard.press("Control+Shift+z");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.deepEqual(complaints, []);
});

test("the sure points of what is listed are corrected at once, and no others", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { montant: "1076" })]) });
  assert.equal(await page.innerText(".points-tete .corriger"), "Corriger les 2 points sûrs");
  await page.click('[data-demande="1"]');
  await page.click('.points-tete .corriger:has-text("Corriger le point sûr")');
  await page.waitForFunction(() => tool().querySelector(".points-tete .corriger") === null);
  await page.click("text=Voir toutes les demandes");
  await page.waitForSelector('.points-tete .corriger:has-text("Corriger le point sûr")');
  assert.deepEqual(await page.$$eval('button[data-code="F008"]', (all) => all.map((one) => (one as HTMLElement).dataset["line"])), ["14"]);
});

test("a mistake typed in is found", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN });
  await goToEnd(page, '"regimeTVA"');
  await page.keyboard.press("Backspace");
  await page.waitForSelector('[data-verdict="rejet-fichier"]');
  await page.waitForSelector('button[data-code="J003"]');
  assert.match(await active(page), /cm-content/);
});

test("a new line starts as far in, and the findings move with their lines", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await goToEnd(page, '"numeroASP"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="15"]');
  await page.waitForSelector('.ligne-erreur[data-ligne="15"]');
  const lines = (await source(page)).split("\n");
  assert.equal(lines[lines.findIndex((line) => line.includes("numeroASP")) + 1], "      ");
});

test("before the check answers, the findings stay at their text", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  // The engine does not answer any more.
  const silent = page.workers()[0]?.evaluate(() => {
    for (;;);
  });
  silent?.catch(() => undefined);
  await goToEnd(page, '"numeroASP"');
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.match(await page.innerText(".ligne-erreur"), /montantSegurHT/);
  assert.equal(await page.innerText(".valeur-erreur"), "1075");
});

/** Corrects the first point while what was typed is still to be checked. */
async function correctEarly(page: Page, type: () => Promise<void>): Promise<void> {
  const release = await delay(page);
  await type();
  await page.click(".point .corriger");
  await release();
  await rest(page);
}

test("a correction that is asked for before what was typed is checked is made afterwards, at its place", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await goToEnd(page, '"numeroASP"');
  await correctEarly(page, () => page.keyboard.press("Enter"));
  assert.equal(await verdict(page), "pret");
  assert.equal((await saved(page)).content.toString(), CLEAN.replace('"numeroASP": null,\n', '"numeroASP": null,\n      \n'));
});

test("a correction of what was typed away corrects nothing else, and says so", async () => {
  const { page } = await site.visit();
  const two = deposit([demande(1, { montant: "1075" }), demande(2, { montant: "1076" })]);
  await drop(page, { name: NAME, content: two });
  await goToEnd(page, '"montantSegurHT": 1075');
  await correctEarly(page, () => page.keyboard.type(".00"));
  assert.equal(await page.innerText("#avis"), "Ce point n’est plus à corriger.");
  assert.equal((await saved(page)).content.toString(), two.replace("1075", "1075.00"));
});

test("a button that is held down is clicked, whatever is found meanwhile", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  for (const button of [".point .corriger", ".points-tete .corriger"]) {
    await goToEnd(page, '"numeroASP"');
    const release = await delay(page);
    await page.keyboard.press("Enter");
    await page.locator(button).first().hover();
    await page.mouse.down();
    await release();
    await rest(page);
    await page.mouse.up();
    await eventually(() => failingLines(page, "erreur"), []);
    await page.focus(".cm-content");
    await undoAll(page);
    await eventually(() => failingLines(page, "erreur"), [14]);
  }
});

test("the list stays where it is while one types", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  const group = page.locator(".groupe", { hasText: "F006" });
  await group.locator("summary").click();
  await page.click('[data-demande="1"]');
  await page.click("text=Voir toutes les demandes");
  await page.evaluate(() => {
    const list = tool().querySelector<HTMLElement>(".volet-demandes .volet-corps");
    if (list !== null) list.style.maxHeight = "60px";
    list?.scrollTo(0, 30);
    for (const item of tool().querySelectorAll<HTMLElement>(".point, .demande")) item.dataset["resté"] = "oui";
  });
  const before = await page.evaluate(() => window.scrollY);
  const count = await page.locator(".point").count();
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="63"]');
  assert.equal(await page.locator('.point[data-resté="oui"]').count(), count);
  assert.ok((await page.locator('.demande[data-resté="oui"]').count()) > 0);
  assert.equal(await group.evaluate((element) => (element as HTMLDetailsElement).open), false);
  assert.equal(await page.evaluate(() => tool().querySelector(".volet-demandes .volet-corps")?.scrollTop), 30);
  assert.equal(await page.evaluate(() => window.scrollY), before);
});

test("the conclusion is not spoken at each key, but once the user rests", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const live = tool().getElementById("annonce");
    if (live !== null) new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, { childList: true });
  });
  await goToEnd(page, '"montantSegurHT": 1075');
  await page.keyboard.type(".00");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.equal(await page.getAttribute("#verdict", "aria-live"), "off");
  await page.waitForFunction(() => ((window as unknown as { said: string[] }).said).some((sentence) => sentence.includes("prêtes")));
  await rest(page);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  assert.equal(said.filter((sentence) => sentence.includes("prêtes")).length, 1);
});

const LINE_ENDS: [string, (text: string) => string][] = [
  ["LF", (text) => text],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["lone CR", (text) => text.replaceAll("\n", "\r")],
  ["mixed", (text) => text.split("\n").reduce((all, line, at) => `${all}${["\n", "\r\n", "\r"][at % 3]}${line}`)],
  ["BOM and CRLF", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
];
for (const [kind, ends] of LINE_ENDS) {
  test(`what is saved is what was dropped, but for what was typed: ${kind}`, async () => {
    const { page } = await site.visit();
    const odd = FAILING.replace('"regimeTVA": "TTC"', '"regimeTVA"  :\t"TTC"').replace("MARTIN", "MARTIN 😀 É");
    const dropped = ends(odd);
    await drop(page, { name: NAME, content: dropped });
    await goToEnd(page, '"montantSegurHT": 1075');
    await page.keyboard.type(".00");
    await page.waitForFunction(() => tool().querySelector('button[data-code="F008"]') === null);
    const { name, content } = await saved(page);
    assert.equal(name, NAME);
    assert.deepEqual(content, Buffer.from(dropped.replace("1075\n", "1075.00\n").replace("1075\r", "1075.00\r")));
    await page.waitForSelector('[data-modifie="non"]');
  });
}

test("typing and corrections have one history", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { montant: "10" })]) });
  await page.click('.point:has([data-line="14"]) >> text=Corriger');
  await page.waitForFunction(() => tool().querySelectorAll('button[data-code="F008"]').length === 1);
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="63"]');
  await page.keyboard.press("Control+z");
  await page.waitForSelector('button[data-code="F008"][data-line="62"]');
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => tool().querySelectorAll('button[data-code="F008"]').length === 2);
  assert.equal(await page.locator("#telecharger").count(), 0);
});

test("a wrong name becomes the conforming one with the saving, and that too is undone", async () => {
  const { page } = await site.visit();
  await drop(page, { name: "JSON-MDVLGC0001-20231002-001 (1).json", content: CLEAN });
  await page.waitForSelector('button[data-code="N001"]');
  await goToEnd(page, '"regimeTVA"');
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+z");
  await goToEnd(page, '"SIRET"');
  await page.keyboard.type(" ");
  await page.waitForSelector('[data-modifie="oui"]');
  assert.match(await page.innerText("#modifications"), /sous le nom conforme\s: JSON-MDVLGC0001-20231002-001\.json/);
  assert.equal((await saved(page)).name, NAME);
  await page.waitForFunction(() => tool().querySelector('button[data-code="N001"]') === null);
  await page.click("#defaire");
  await page.waitForSelector('button[data-code="N001"]');
});

test("leaving asks only when something would be lost", async () => {
  const { page } = await site.visit();
  const asks = (): Promise<boolean> => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await drop(page, { name: NAME, content: FAILING });
  assert.equal(await asks(), false);
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-modifie="oui"]');
  assert.equal(await asks(), true);
  await saved(page);
  await page.waitForSelector('[data-modifie="non"]');
  assert.equal(await asks(), false);
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-modifie="oui"]');
  assert.equal(await asks(), true);
  // The file as dropped is on the user's disk.
  await undoAll(page);
  await page.waitForSelector("#modifications:empty", { state: "attached" });
  assert.equal(await asks(), false);
});

test("taking everything away asks when something would be lost", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-modifie="oui"]');
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.click("text=Tout retirer");
  assert.ok(await page.isVisible("#resultat"));
  page.once("dialog", (dialog) => void dialog.accept());
  await page.click("text=Tout retirer");
  await page.waitForSelector("#resultat", { state: "hidden" });
});

test("what only the user knows: the value is selected where it is, with what is expected beside it", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { date: "31/09/2023" })]) });
  await page.click(".point >> text=Saisir dans la source");
  await page.waitForSelector(".cm-content:focus");
  assert.match(await page.innerText(".bulle"), /par exemple|JJ\/MM\/AAAA/);
  await page.keyboard.type("30/09/2023");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.match(await source(page), /"dateCommande": "30\/09\/2023"/);
});

test("the value stays selected, however late the browser tells where the caret is", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { date: "31/09/2023" })]) });
  // A second between any two looks at the clock.
  await page.evaluate(() => {
    let now = Date.now();
    Date.now = () => (now += 1000);
  });
  await page.click(".point >> text=Saisir dans la source");
  await page.waitForSelector(".cm-content:focus");
  await rest(page);
  await page.keyboard.insertText("30/09/2023");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("a missing key: the cursor is where it goes", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: CLEAN.replace('  "impId": null,\n', "") });
  await page.waitForSelector('button[data-code="S001"]');
  const write = page.locator('.point:has([data-code="S001"]) >> text=Saisir dans la source');
  if ((await write.count()) === 0) return;
  await write.click();
  await page.waitForSelector(".cm-content:focus");
  await page.keyboard.type('"impId": null,');
  await page.waitForSelector('[data-verdict="pret"]');
});

test("a correction to confirm shows the lines as they are and as they would be", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { nom: "Bernard" })]) });
  await page.focus('.point:has([data-code="F006"]) >> text=Corriger (à confirmer)');
  await page.keyboard.press("Enter");
  assert.equal(await page.innerText(".point .difference-del code"), '"nomMedecin": "Bernard",');
  assert.equal(await page.innerText(".point .difference-ins code"), '"nomMedecin": "BERNARD",');
  assert.match(await page.innerText(".point .difference-del"), /Avant, ligne 25/);
  // The focus is on what is asked; Escape goes back.
  assert.equal(await page.evaluate(() => tool().activeElement?.textContent), "Appliquer");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => tool().activeElement?.textContent), "Corriger (à confirmer)");
  assert.ok(!(await page.isVisible(".point .apercu")));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.ok(!(await page.isVisible(".point .apercu")));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("a name to confirm is shown before and after", async () => {
  const { page } = await site.visit();
  await drop(page, { name: "JSON-MDVLGC0001-20231002-001 (1).json", content: CLEAN });
  await page.click(".point >> text=Corriger (à confirmer)");
  assert.match(await page.innerText(".point .difference-del"), /001 \(1\)\.json/);
  await page.click(".point >> text=Appliquer");
  await page.waitForFunction(() => tool().querySelector('button[data-code="N001"]') === null);
  await eventually(() => page.innerText("#titre-source"), NAME);
  assert.equal((await saved(page)).name, NAME);
});

test("after a correction the focus goes to the next point", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075", nom: "Petit" }), demande(2, { montant: "10" })]) });
  await page.click('.point:has([data-line="14"]) >> text=Corriger');
  await page.waitForFunction(() => (tool().activeElement as HTMLElement | null)?.dataset["line"] === "25");
});

test("no key is a trap: Tab goes on, Escape goes back to the list", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.keyboard.press("F8");
  await page.focus(".cm-content");
  assert.match((await page.getAttribute(".cm-content", "aria-describedby")) ?? "", /source-aide/);
  await page.keyboard.press("Escape");
  assert.equal(await active(page), "F008");
  await page.focus(".cm-content");
  const before = await source(page);
  for (let press = 0; press < 5 && (await active(page)).includes("cm-"); press++) await page.keyboard.press("Tab");
  assert.ok(!(await active(page)).includes("cm-content"));
  assert.equal(await source(page), before);
});

test("F8 goes on inside the source", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075", nom: "Petit" }), demande(2, { montant: "10" })]) });
  await page.focus(".cm-content");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await page.waitForSelector('[aria-current="true"][data-line="62"]');
  assert.match(await active(page), /cm-content/);
  await page.keyboard.type("9");
  await page.waitForSelector('.cm-line:has-text("910")');
  await page.keyboard.press("Shift+F8");
  await page.waitForSelector('[aria-current="true"][data-line="14"]');
});

test("beyond the lines that are drawn, the keyboard goes too", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit(Array.from({ length: 40 }, (_, at) => demande(at + 1))) });
  await page.focus(".cm-content");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("]");
  await page.waitForSelector('button[data-code="J009"]');
  await undoAll(page);
  await page.waitForSelector('[data-verdict="pret"]');
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.waitForSelector('button[data-code="J010"]');
  await page.keyboard.type("{}");
  await page.waitForFunction(() => tool().querySelectorAll('button[data-code="S001"]').length > 2);
});

test("what is not in UTF-8 is converted before it is written in", async () => {
  const { page } = await site.visit();
  const accented = deposit([demande(1, { nom: "LEFÈVRE" })]);
  await drop(page, { name: NAME, content: [...Buffer.from(accented, "latin1")] });
  await goToEnd(page, '"SIRET"');
  await page.keyboard.type("x");
  assert.ok(!(await source(page)).includes(",x"));
  await page.click("#convertir");
  await page.waitForSelector('[data-verdict="pret"]');
  assert.ok(!(await page.isVisible("#convertir")));
  await goToEnd(page, '"SIRET"');
  await page.keyboard.type(" ");
  await page.waitForSelector('.cm-line:has-text("12345678200010\\", ")');
  assert.deepEqual((await saved(page)).content.toString("utf8"), accented.replace('200010",', '200010", '));
  await undoAll(page);
  await page.waitForSelector('button[data-code="J011"]');
});

test("a correction asked for while what is typed is being checked is made where it is by then", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="15"]');
  const worker = page.workers()[0];
  await worker?.evaluate(() => {
    const { postMessage } = self;
    const held: unknown[] = [];
    self.postMessage = (answer: unknown) => void held.push(answer);
    const release = (): void => {
      Object.assign(self, { postMessage });
      for (const answer of held) postMessage(answer);
    };
    Object.assign(self, { release });
  });
  await page.keyboard.press("Enter");
  await page.click(".point >> text=Corriger");
  await worker?.evaluate(() => (self as unknown as { release(): void }).release());
  await page.waitForSelector('[data-verdict="pret"]');
  assert.match(await source(page), /"montantSegurHT": 1075\.00\n/);
});

test("a correction asked for in a list that is one check old is that of its own point", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" }), demande(2, { nom: "Petit", montant: "1076" })]) });
  await rest(page);
  const release = await hold(page);
  await page.click('.point:has([data-line="14"]) >> text=Corriger');
  await page.waitForSelector("#verdict >> text=2\u00a0points");
  await page.click('.point:has([data-line="62"]) >> text=Corriger');
  await release();
  await eventually(() => page.locator('button[data-code="F008"]').count(), 0);
  assert.equal((await saved(page)).content.toString(), deposit([demande(1), demande(2, { nom: "Petit", montant: "1076.00" })]));
});

test("the focus is not lost between two tasks of a drawing", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await rest(page);
  await hold(page);
  await page.click(".point >> text=Corriger");
  await page.waitForSelector("#verdict >> text=prêtes");
  await page.focus("#voir-tout");
  await page.keyboard.press("ArrowRight");
  assert.equal(await active(page), "voir-portail");
});

test("a file that is checked again before its text is there has its failing lines", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    const released = new Promise<void>((release) => Object.assign(window, { release }));
    Blob.prototype.arrayBuffer = async function () {
      await released;
      return arrayBuffer.call(this);
    };
  });
  await page.setInputFiles("#choisir", { name: NAME, mimeType: "", buffer: Buffer.from(FAILING) });
  await page.selectOption("#profil", "MDV-LGC");
  await rest(page);
  await page.evaluate(() => (window as unknown as { release(): void }).release());
  assert.equal(await verdict(page), "rejet-demandes");
  assert.deepEqual(await failingLines(page, "erreur"), [14]);
});

test("what was done from the list is undone from the list", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-verdict="pret"]');
  await page.keyboard.press("Control+z");
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
  await page.keyboard.press("Control+y");
  await page.waitForSelector('[data-verdict="pret"]');
  await page.focus("#defaire");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
  assert.equal(await active(page), "titre-points");
});

test("a group that the user closed stays closed while he types", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await page.click('button[data-code="F008"]');
  const group = page.locator(".groupe", { hasText: "F008" });
  await group.locator("summary").click();
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="15"]', { state: "attached" });
  assert.equal(await group.evaluate((element) => (element as HTMLDetailsElement).open), false);
});

test("search and replace speak French, and are undone at once", async () => {
  const { page } = await site.visit({ viewport: { width: 320, height: 800 } });
  await drop(page, { name: NAME, content: CLEAN });
  await page.focus(".cm-content");
  await page.keyboard.press("Control+f");
  assert.doesNotMatch(await page.innerText(".cm-search"), /replace|match|next/i);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  await page.fill(".cm-search [name=search]", "MARTIN");
  await page.fill(".cm-search [name=replace]", "Martin");
  await page.click(".cm-search >> text=tout remplacer");
  await page.waitForFunction(() => tool().querySelectorAll('button[data-code="F006"]').length === 2);
  await page.click("#source-annuler");
  await page.waitForSelector('[data-verdict="pret"]');
});

test("each file has its own history", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING }, { name: "JSON-MDVLGC0001-20231002-002.json", content: CLEAN.replaceAll("0000", "0001") });
  await page.click(".point >> text=Corriger");
  await page.waitForSelector('[data-modifie="oui"]');
  await page.click('[role="tab"]:has-text("002.json")');
  await page.waitForSelector('.cm-content[aria-label*="002.json"]');
  assert.ok(await page.isDisabled("#source-annuler"));
  await page.click('[role="tab"]:has-text("001.json")');
  await page.waitForSelector('.cm-content[aria-label*="001.json"]');
  await page.click("#source-annuler");
  await page.waitForSelector('[data-verdict="rejet-demandes"]');
});

test("only a JSON is written in", async () => {
  const { page } = await site.visit();
  await drop(page, { name: "notes.txt", content: "bonjour\n" });
  assert.equal(await page.getAttribute(".cm-content", "contenteditable"), "false");
  assert.match(await page.innerText(".source-refus"), /Seuls les JSON/);
});

test("a file dropped while another check goes on is not lost to what is typed", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAILING });
  await goToEnd(page, '"numeroAns"');
  await page.keyboard.press("Enter");
  assert.equal(await drop(page, { name: NAME, content: CLEAN }), "pret");
  assert.match(await page.innerText("#avis"), /Annuler\s» rend/);
  await page.click("#source-annuler");
  await page.waitForSelector('button[data-code="F008"][data-line="15"]');
  assert.equal(await verdict(page), "rejet-demandes");
});

test("a thousand keys are followed without a queue", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit(Array.from({ length: 200 }, (_, at) => demande(at + 1, at % 10 === 0 ? { montant: "1075" } : {}))) });
  const worker = page.workers()[0];
  assert.ok(worker);
  await worker.evaluate(() => {
    const checks = { most: 0, open: 0, all: 0 };
    Object.assign(self, { checks });
    const asked = new Set<number>();
    self.addEventListener("message", ({ data }: MessageEvent<{ name: string; id: number }>) => {
      if (data.name !== "check") return;
      asked.add(data.id);
      checks.all++;
      checks.most = Math.max(checks.most, ++checks.open);
    });
    const post = self.postMessage.bind(self) as (answer: unknown) => void;
    self.postMessage = (answer: { id: number; news?: unknown }) => {
      if (answer.news === undefined && asked.delete(answer.id)) checks.open--;
      post(answer);
    };
  });
  await goToEnd(page, '"numeroAns"');
  for (let press = 0; press < 50; press++) await page.keyboard.insertText(" ".repeat(20));
  await page.waitForFunction(() => tool().querySelector(".cm-line:nth-child(3)")?.textContent?.endsWith(" ".repeat(1000)));
  await page.keyboard.press("Enter");
  await page.waitForSelector('button[data-code="F008"][data-line="15"]');
  const checks = await worker.evaluate(() => (self as unknown as { checks: { most: number; all: number } }).checks);
  assert.equal(checks.most, 1);
  assert.ok(checks.all > 0 && checks.all <= 52, `${checks.all} checks`);
});
