// The page in English: chosen by the browser, by the page around or by hand, and without a French word left.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { AXE, OPTIONS, judge } from "./axe";
import { FUNCTION_WORDS, sentences, words } from "./sentences";
import { NAME, Site, drop, eventually, rest } from "./site";
import { CLEAN, FAILING, STATES } from "./states";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/** Words of French sentences of the page that are English too. */
const SHARED = "an comment compare date document documents encodage format formats information note opposition page points portal simulation structure total version".split(" ");

/** Words that no English page has. */
const FRENCH = new Set([...FUNCTION_WORDS, ...sentences().filter(({ side }) => side === 0).flatMap(({ text }) => words(text))].filter((word) => word.length > 1));
for (const word of [...SHARED, ...sentences().filter(({ side }) => side === 1).flatMap(({ text }) => words(text))]) FRENCH.delete(word);

/** What the page says, seen or heard; names and values of files, quoted documents, what says that it is in French and what is said of a click left out. */
function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const QUOTED = 'code, kbd, del, ins, .nom, .cm-content, .cm-gutters, .demande-id, .libelle, .section, select, script, style, noscript, [lang="fr"] [lang="fr"], .outil[lang="en"] [lang="fr"], #annonce, .avis, form .refus';
    const found: string[] = [];
    const say = (element: Element): void => {
      if (element.matches(QUOTED)) return;
      for (const name of ["aria-label", "title", "placeholder", "data-titre"]) {
        const label = element.getAttribute(name);
        // A name is said whole on what is cut.
        if (label !== null && !/\.(json|zip|pdf)/.test(label)) found.push(label);
      }
      for (const node of [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])]) {
        if (node instanceof Element) say(node);
        else if (node instanceof Text && node.data.trim() !== "") found.push(node.data.replace(/\s+/g, " ").trim());
      }
    };
    say(document.documentElement);
    return found;
  });
}

/** Values, quoted words of the specifications, names of rules and of files: these stay. */
const NAMED = /`[^`]*`|“[^”]*”|\b[a-z]+(-[a-z]+)+\b|\S+\.(json|zip|pdf)\b/g;

/** The texts with a word of French. */
async function left(page: Page): Promise<string[]> {
  return (await said(page)).filter((text) => words(text.replace(NAMED, " ")).some((word) => FRENCH.has(word)));
}

/** By hand; a dialog may be over the button. */
function choose(page: Page, language: "fr" | "en"): Promise<void> {
  return page.evaluate((language) => tool().getElementById(`langue-${language}`)?.click(), language);
}

const ofTool = (page: Page): Promise<string> => page.evaluate(() => tool().querySelector<HTMLElement>(".outil")?.lang ?? "");

const WIDE = { colorScheme: "light", viewport: { width: 1440, height: 900 } } as const;
const NARROW = { colorScheme: "dark", viewport: { width: 320, height: 700 } } as const;

for (const [at, [state, reach]] of Object.entries(STATES).entries()) {
  test(`${state}: no French left, and back`, async () => {
    const { page } = await site.visit(at % 2 === 0 ? WIDE : NARROW);
    await page.waitForSelector("#modeles button");
    await reach(page);
    await rest(page);
    const french = await said(page);
    await choose(page, "en");
    await eventually(() => left(page), []);
    await rest(page);
    await page.evaluate(AXE);
    assert.deepEqual(await page.evaluate(judge, OPTIONS), []);
    await choose(page, "fr");
    await eventually(() => said(page), french);
    await page.context().close();
  });
}

for (const state of ["empty", "failing, with a ZIP", "an answer of the portal"]) {
  test(`${state}, reached in English`, async () => {
    const { page } = await site.visit({ locale: "en-GB", ...NARROW });
    await page.waitForSelector("#modeles button");
    await STATES[state]?.(page);
    await eventually(() => left(page), []);
    await rest(page);
    await page.evaluate(AXE);
    assert.deepEqual(await page.evaluate(judge, OPTIONS), []);
    await page.context().close();
  });
}

test("French would be seen", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  assert.ok((await left(page)).length > 30);
});

// Which language.

async function languageOf(locale: string, attributes = "", html = '<html lang="de">'): Promise<string> {
  const address = site.add("/host.html", `<!doctype html>${html}<title>x</title><script src="main.js" defer></script><pre-depot ${attributes}></pre-depot></html>`);
  const { page } = await site.visit({ locale, address });
  await page.waitForSelector("#modeles button");
  const language = await ofTool(page);
  await page.context().close();
  return language;
}

test("the site speaks the first language of the browser that it knows", async () => {
  const { page } = await site.visit({ locale: "en-GB" });
  await page.waitForSelector("#modeles button");
  assert.equal(await ofTool(page), "en");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.title(), "prédépôt: a local check before submission");
  assert.match((await page.getAttribute('meta[name="description"]', "content")) ?? "", /^Check on your own computer/);
  await page.click("#langue-fr");
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.equal(await page.title(), "prédépôt : contrôle local avant dépôt");
});
test("no language that it knows: French", async () => assert.equal(await languageOf("de-DE"), "fr"));
test("several languages: the first that it knows", async () => {
  const { page } = await site.visit({ address: "about:blank" });
  await page.addInitScript(() => Object.defineProperty(navigator, "languages", { value: ["de-AT", "en", "fr"] }));
  await page.goto(site.address);
  await page.waitForSelector("#modeles button");
  assert.equal(await ofTool(page), "en");
});
test("the page around speaks English", async () => assert.equal(await languageOf("fr-FR", "", '<html lang="en-GB">'), "en"));
test("the page around speaks another language: the browser's", async () => assert.equal(await languageOf("en-GB"), "en"));
test("the element says its language", async () => assert.equal(await languageOf("fr-FR", 'langue="en"'), "en"));
test("the element's own lang", async () => assert.equal(await languageOf("fr-FR", 'lang="en"'), "en"));
test("the reader's language, whatever the page around speaks", async () => assert.equal(await languageOf("en-GB", 'langue="auto"', '<html lang="fr">'), "en"));
test("the attribute changes the language, and nothing else of the page around changes", async () => {
  const address = site.add("/host.html", '<!doctype html><html lang="fr"><title>x</title><p>bonjour</p><script src="main.js" defer></script><pre-depot langue="fr"></pre-depot></html>');
  const { page } = await site.visit({ address });
  await page.waitForSelector("#modeles button");
  await page.evaluate(() => document.querySelector("pre-depot")?.setAttribute("langue", "en"));
  assert.equal(await ofTool(page), "en");
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.equal(await page.innerText("p >> nth=0"), "bonjour");
});

// The choice by hand.

test("the choice is made with the keyboard, says which it is and keeps the focus", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  await page.focus("#langue-en");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => tool().activeElement?.id), "langue-en");
  const said = await page.$$eval(".langues button", (all) => all.map((one) => [one.getAttribute("lang"), one.textContent, one.getAttribute("aria-pressed")]));
  assert.deepEqual(said, [
    ["fr", "Français", "false"],
    ["en", "English", "true"],
  ]);
  assert.equal(await page.getAttribute(".langues", "aria-label"), "Language");
});

test("a correction that is being looked at stays open, in the list and in the source, and of that point alone", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { nom: "Petit" }), demande(2, { nom: "Grand" })]) });
  await page.click('button[data-code="F006"] >> nth=0');
  await page.waitForSelector(".bulle .corriger");
  for (const place of [".point >> nth=0", ".bulle"]) await page.locator(place).locator("[aria-expanded]").click();
  await choose(page, "en");
  await page.waitForSelector('.bulle .apercu:has-text("Apply")');
  await page.waitForSelector('.point .apercu:has-text("Apply")');
  assert.equal(await page.locator(".apercu:visible").count(), 2);
  // The next one is not looked at yet.
  await page.click('.bulle .apercu button:has-text("Apply")');
  await page.waitForFunction(() => tool().querySelectorAll('button[data-code="F006"]').length === 1);
  await page.waitForSelector('.bulle:has-text("Grand")');
  assert.equal(await page.locator(".apercu:visible").count(), 0);
});

test("what the mouse shows over a line is not left in another language", async () => {
  const { page } = await site.visit(WIDE);
  await page.waitForSelector("#modeles button");
  await drop(page, ...FAILING);
  await rest(page);
  await page.hover(".valeur-erreur >> nth=0");
  await page.waitForSelector(".infobulle");
  await choose(page, "en");
  await eventually(() => left(page), []);
});

test("nothing is read nor checked again, and everything keeps its place", async () => {
  const { page, complaints } = await site.visit();
  await page.waitForSelector("#modeles button");
  await drop(page, ...FAILING);
  await page.locator(".cm-line", { hasText: '"montantSegurHT"' }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await page.waitForSelector("#telecharger");
  await page.click('button[data-code="F008"] >> nth=1');
  await page.waitForSelector('.bulle:has-text("2150.0")');
  for (const id of ["pieces", "preparation"]) await page.click(`#${id} > summary`);
  await page.check("#pieces-filtre");
  await page.click("#exporter");
  await page.check("#masquer");
  await page.evaluate(() => tool().querySelector("#limites")?.setAttribute("open", ""));
  await page.check("#a-verifier-1");
  const place = (): Promise<unknown[]> =>
    page.evaluate(() => [
      tool().querySelector<HTMLElement>('[aria-current="true"]')?.dataset["finding"],
      [...tool().querySelectorAll(".cm-line")].map((line) => line.textContent).find((line) => line?.includes("2150")),
      tool().querySelector<HTMLInputElement>("#pieces-filtre")?.checked,
      tool().querySelector<HTMLDetailsElement>("#pieces")?.open,
      tool().querySelector<HTMLDetailsElement>("#preparation")?.open,
      tool().querySelector<HTMLInputElement>("#masquer")?.checked,
      tool().querySelector<HTMLElement>("#exports")?.hidden,
      tool().querySelector<HTMLInputElement>("#a-verifier-1")?.checked,
      tool().querySelector("#source-annuler")?.getAttribute("aria-disabled"),
      tool().querySelector(".volet-points")?.scrollTop,
      tool().querySelectorAll(".groupe[open]").length,
    ]);
  const before = await place();
  // What is asked of the worker from now on, and of the files.
  await page.evaluate(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
      asked.push((args[0] as { name?: string }).name ?? "");
      return post.apply(this, args);
    } as typeof post;
    Object.assign(globalThis, { asked });
  });
  for (const language of ["en", "fr", "en"] as const) {
    await choose(page, language);
    await page.waitForFunction((words) => tool().querySelector(".bulle .point-aide")?.textContent?.startsWith(words), language === "en" ? "Write" : "Écri");
  }
  await eventually(() => left(page), []);
  assert.deepEqual(await place(), before);
  const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  assert.ok(asked.includes("speak") && asked.includes("texts"));
  assert.deepEqual(asked.filter((name) => !["speak", "texts", "scope"].includes(name)), []);
  // Its history is there.
  await page.click("#source-annuler");
  await page.waitForFunction(() => tool().querySelector("#source-annuler")?.getAttribute("aria-disabled") === "true");
  assert.deepEqual(complaints, []);
});

test("what is typed for the new JSON stays, and what became of the file is said in English", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  await STATES["an answer of the portal"]?.(page);
  await choose(page, "en");
  await page.waitForSelector("text=Submit 1 rejected request again");
  assert.equal(await page.inputValue("#nouveau-1"), "00002");
});

test("what is gone is said in the language of the moment", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  await page.click(".points-tete .corriger");
  await page.waitForSelector("#comparaison:visible");
  await page.click("#corriges summary");
  await choose(page, "en");
  await page.waitForSelector("#corriges li:has-text('Request')");
  assert.match(await page.innerText("#comparaison p"), /^Since \d\d:\d\d: \d+\spoints? corrected, /);
});

test("a file dropped in English is told in English, with its figures", async () => {
  const { page } = await site.visit({ locale: "en-GB" });
  await page.waitForSelector("#modeles button");
  assert.equal(await drop(page, CLEAN), "pret");
  assert.match(await page.innerText(".verdict-phrase"), /^JSON ready: the 2 requests are ready, the documents are still to be checked\.$/);
  assert.match(await page.innerText("#recap"), /€2,150\.00 before VAT/);
  assert.match(await page.innerText("#recap"), /\d\.\d\sKB/);
});

test("the reports are in English", async () => {
  const { page } = await site.visit({ locale: "en-GB" });
  await page.waitForSelector("#modeles button");
  await drop(page, { name: NAME, content: example() });
  await page.click("#exporter");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#exporter-markdown")]);
  assert.equal(download.suggestedFilename(), `report-${NAME.replace(".json", ".md")}`);
  const report = await readFile((await download.path()) ?? "", "utf8");
  assert.match(report, /To be corrected before submission/);
  assert.deepEqual(report.split("\n").filter((line) => words(line.replace(NAMED, " ")).some((word) => FRENCH.has(word))), []);
});

test("the receipt is in English", async () => {
  const { page } = await site.visit({ locale: "en-GB" });
  await page.waitForSelector("#modeles button");
  await drop(page, ...FAILING);
  await page.evaluate(() => (window.print = () => undefined));
  await page.click("#exporter");
  await page.click("#imprimer");
  await page.waitForSelector("#recu h1", { state: "attached" });
  assert.equal(await page.textContent("#recu h1"), "Receipt of a check before submission");
  assert.deepEqual(await left(page), []);
});

test("the sheets of the rules are in French, and say so", async () => {
  const { page } = await site.visit({ locale: "en-GB" });
  await page.waitForSelector("#modeles button");
  await STATES["a rule's page open"]?.(page);
  assert.match(await page.innerText(".fiche-note"), /are in French/);
  assert.equal(await page.getAttribute(".fiche-corps > div", "lang"), "fr");
});

test("a worker that starts again speaks English", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  await choose(page, "en");
  await STATES["crashed"]?.(page);
  await page.click("#alerte button");
  await page.waitForSelector('[data-verdict="pret"]');
  await eventually(() => left(page), []);
});
