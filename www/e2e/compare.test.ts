// Before and after: what is corrected, what is left, what is new, and the list that stays where it is.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { compare, match } from "../src/compare";
import { Findings } from "../src/engine";
import { demande, deposit } from "../src/example";
import { NAME, Site, drop, verdict } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/** Three numbers for each finding: a letter stands for one. */
const keys = (...findings: string[]): Float64Array => Float64Array.from(findings.flatMap((finding) => [...finding].map((letter) => letter.charCodeAt(0))));
const matched = (before: string[], after: string[]): number[] => [...match(keys(...before), keys(...after))];

test("what is the same in every respect is the same", () => assert.deepEqual(matched(["aaa", "bbb"], ["bbb", "aaa"]), [1, 0]));
test("of several alike, the first is the first", () => assert.deepEqual(matched(["aaa", "aaa"], ["aaa", "aaa", "aaa"]), [0, 1, -1]));
test("the surest goes first", () => assert.deepEqual(matched(["axx", "bxx"], ["bxx", "cxx"]), [1, 0]));
test("what is known by its rank alone is the same", () => assert.deepEqual(matched(["abc"], ["xby"]), [0]));
test("what has nothing in common is new", () => assert.deepEqual(matched(["abc"], ["xyz"]), [-1]));
test("nothing before, nothing after", () => assert.deepEqual(matched([], []), []));

test("reminders are not counted", () => {
  const findings = (...severities: number[]): Findings =>
    new Findings(Uint32Array.from(severities.flatMap((severity) => [0, severity, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0])), new Uint32Array());
  const before = { findings: findings(0, 1, 2), identities: keys("aaa", "bbb", "ccc") };
  const { gone, left, fresh } = compare(before, findings(0, 2, 0), keys("aaa", "ddd", "eee"));
  assert.deepEqual([gone, left, [...fresh]], [[1], 1, [2]]);
});

const sentence = (page: Page): Promise<string> => page.innerText("#comparaison > p");

const three = (slips: [object, object, object]): string => deposit(slips.map((slip, at) => demande(at + 1, slip)));
const FAULTY = three([{ montant: "1075" }, { nom: "Petit" }, { montant: "10", date: "31/09/2023" }]);

test("the corrected file dropped again: corrected, left, new", async () => {
  const { page, complaints } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  assert.ok(!(await page.isVisible("#comparaison")));
  // Lines move, one point goes, another comes.
  const next = three([{}, { nom: "Petit", montant: "1" }, { montant: "10", date: "31/09/2023" }]).replace('  "impId"', '\n\n  "impId"');
  await drop(page, { name: NAME, content: next });
  assert.match(await sentence(page), /^Depuis \d\d:\d\d\s: 1\spoint corrigé, 3\srestants, 1\snouveau\.$/);
  assert.deepEqual(
    await page.$$eval("button[data-finding]:has(.point-nouveau:not([hidden]))", (buttons) => buttons.map((button) => `${button.getAttribute("data-code")} ${button.getAttribute("data-line")}`)),
    ["F008 64"],
  );
  await page.click("#corriges summary");
  assert.match(await page.innerText("#corriges li"), /^Ligne 14\s: .*montantSegurHT.*1075/);
  // A third time, still since the first.
  await drop(page, { name: NAME, content: three([{}, {}, {}]) });
  assert.match(await sentence(page), /: 4\spoints corrigés, 0\srestant, 0\snouveau\.$/);
  assert.deepEqual(complaints, []);
});

test("the list keeps its place when the corrected file is dropped", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await page.locator(".groupe", { hasText: "F006" }).locator("summary").click();
  await page.click('[data-demande="2"]');
  await page.click('button[data-code="F008"]');
  await page.waitForSelector('[aria-current="true"]');
  await drop(page, { name: NAME, content: FAULTY.replace("Petit", "PETIT").replace('  "impId"', '\n  "impId"') });
  assert.equal(await page.getAttribute('[data-demande="2"]', "aria-pressed"), "true");
  assert.equal(await page.getAttribute('button[data-code="F008"]', "aria-current"), "true");
  assert.equal(await page.locator("button[data-finding]").count(), 2);
  assert.match(await sentence(page), /: 1\spoint corrigé, 3\srestants, 0\snouveau/);
});

test("a demande that moved is looked at where it is now", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await page.click('[data-demande="2"]');
  const moved = deposit([demande(1, { montant: "1075" }), demande(3, { montant: "10", date: "31/09/2023" })]);
  await drop(page, { name: NAME, content: moved });
  assert.equal(await page.getAttribute('[data-demande="1"]', "aria-pressed"), "true");
  // A number that is out of order is new.
  assert.match(await sentence(page), /: 1\spoint corrigé, 3\srestants, 1\snouveau/);
});

test("the view like the portal stays", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await page.click("text=comme le portail");
  await drop(page, { name: NAME, content: FAULTY.replace("Petit", "PETIT") });
  assert.ok(await page.isChecked("#voir-portail"));
});

test("read again from the disk", async () => {
  const { page } = await site.visit();
  const folder = await mkdtemp(join(tmpdir(), "predepot-"));
  const path = join(folder, NAME);
  await writeFile(path, FAULTY);
  await page.setInputFiles("#choisir", path);
  await verdict(page);
  await page.click("text=Relire le fichier");
  await page.waitForSelector("#comparaison:not([hidden])");
  assert.match(await sentence(page), /: 0\spoint corrigé, 4\srestants, 0\snouveau/);
  await rm(folder, { recursive: true });
});

test("what is typed is compared with the file as dropped, and undone it has nothing to say", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await page.click('.point:has([data-line="14"]) >> text=Corriger');
  await page.waitForSelector("#comparaison >> text=1\u00a0point corrigé");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Delete");
  await page.waitForSelector("#comparaison >> text=nouveau");
  await page.click("#source-annuler");
  await page.click("#source-annuler");
  await page.waitForFunction(() => /0\spoint corrigé, 4\srestants, 0\snouveau/.test(tool().querySelector("#comparaison")?.textContent ?? ""));
});

test("a changed number of a demande moves none of its other points", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await drop(page, { name: NAME, content: FAULTY.replaceAll("00003", "C0003") });
  assert.match(await sentence(page), /: 0\spoint corrigé, 4\srestants, 0\snouveau/);
});

test("by other rules there is nothing to compare", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await drop(page, { name: NAME, content: FAULTY.replace("Petit", "PETIT") });
  await page.waitForSelector("#comparaison:not([hidden])");
  await page.selectOption("#profil", "HOP-DPI");
  await page.waitForSelector("#comparaison", { state: "hidden" });
});

test("another file has its own before", async () => {
  const { page } = await site.visit();
  const other = "JSON-MDVLGC0001-20231002-002.json";
  await drop(page, { name: NAME, content: FAULTY }, { name: other, content: FAULTY.replaceAll('"0000', '"A000').replaceAll("BDC-0000", "BDC-A000") });
  await page.click(`[role="tab"]:has-text("002.json")`);
  await page.waitForSelector('.cm-content[aria-label*="002.json"]');
  await drop(page, { name: NAME, content: FAULTY.replace("Petit", "PETIT") });
  assert.ok(!(await page.isVisible("#comparaison")));
  await page.click(`[role="tab"]:has-text("001.json")`);
  await page.waitForSelector("#comparaison:not([hidden])");
  assert.match(await sentence(page), /1\spoint corrigé, 3\srestants/);
});

test("what is taken away has nothing to compare when it comes again", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: FAULTY });
  await page.click("text=Tout retirer");
  await drop(page, { name: NAME, content: FAULTY.replace("Petit", "PETIT") });
  assert.ok(!(await page.isVisible("#comparaison")));
});
