// However it is looked at: narrow, enlarged, with room between letters, in the system's own colours, without movement.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { demande, deposit, example } from "../src/example";
import { NAME, Site, drop, type Dropped } from "./site";
import { zip } from "./zip";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const bdc = (id: number): string => `MDV-LGC-Va1-BDC-0000${id}.pdf`;
const FAILING: Dropped[] = [
  { name: NAME, content: example() },
  { name: "pieces.zip", content: [...zip([{ name: bdc(1) }, { name: bdc(2).toLowerCase() }, { name: "Notes.pdf" }])] },
];

/** What sticks out of the page, and by how much; what scrolls by itself may be wider than it. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    const out = [...document.body.querySelectorAll("*"), ...tool().querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    );
    return [`${wide} px`, ...out.map((element) => element.outerHTML.slice(0, 80))];
  });
}

/** The states that hold the most. */
async function through(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  await look("empty");
  await drop(page, ...FAILING);
  await page.waitForSelector(".bulle");
  await look("failing");
  await page.click("text=Corriger (à confirmer) >> nth=0");
  for (const id of ["pieces", "preparation"]) await page.click(`#${id} > summary`);
  await look("unfolded");
  await page.click("#preparer");
  await page.waitForSelector("#telecharger-zip");
  await look("prepared");
  await page.click('[role="tab"]:has-text("pieces.zip")');
  await page.waitForSelector(".entree");
  await look("the ZIP");
}

test("each line of the source has its number beside it, also under what is said of a line", async () => {
  const { page } = await site.visit();
  await drop(page, ...FAILING);
  await page.waitForSelector(".bulle");
  const apart = await page.waitForFunction(() => {
    const tops = (selector: string): number[] => [...tool().querySelectorAll(selector)].map((one) => one.getBoundingClientRect().top);
    const lines = tops(".cm-line");
    // The first is a measure, out of sight.
    const numbers = tops(".cm-lineNumbers .cm-gutterElement").slice(1);
    return lines.length > 20 && lines.length === numbers.length && { apart: Math.max(...lines.map((top, at) => Math.abs(top - (numbers[at] ?? 0)))) };
  });
  const { apart: most } = (await apart.jsonValue()) as { apart: number };
  assert.ok(most < 2, `${most} px`);
});

for (const [name, viewport] of Object.entries({
  "320 px wide": { width: 320, height: 640 },
  "1280 px enlarged to 200 %": { width: 640, height: 400 },
  "1280 px enlarged to 400 %": { width: 320, height: 256 },
})) {
  test(`nothing is cut off nor scrolled to: ${name}`, async () => {
    const { page } = await site.visit({ viewport });
    await through(page, async (state) => assert.deepEqual(await overflow(page), [], state));
  });
}

test("text alone at twice its size stays within the page", async () => {
  const { page } = await site.visit({ text: 200 });
  assert.equal(await page.evaluate(() => getComputedStyle(tool().querySelector(".outil") as Element).fontSize), "32px");
  await through(page, async (state) => assert.deepEqual(await overflow(page), [], state));
});

test("with room between lines, words and letters, no text is cut off", async () => {
  const { page } = await site.visit({ viewport: { width: 360, height: 700 } });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
    for (const root of [document, tool()]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
  await through(page, async (state) => {
    assert.deepEqual(await overflow(page), [], state);
    const cut = await page.evaluate(() =>
      [...tool().querySelectorAll<HTMLElement>("button, label, summary, h2, p, th, td")]
        .filter((element) => element.checkVisibility() && element.closest(".invisible") === null && getComputedStyle(element).overflow !== "visible")
        .filter((element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(cut, [], state);
  });
});

test("in the system's own colours, states and the focus are still seen", async () => {
  const { page } = await site.visit({ forcedColors: "active" });
  await drop(page, ...FAILING);
  await page.waitForSelector(".bulle");
  const line = page.locator(".ligne-erreur").first();
  assert.notEqual(await line.evaluate((element) => getComputedStyle(element).outlineStyle), "none");
  // What a colour says, a sign and a word say too.
  assert.deepEqual([...new Set(await page.locator(".groupe.ton-erreur .signe").allInnerTexts())], ["✕"]);
  assert.match(await page.locator(".groupe.ton-erreur summary").first().innerText(), /erreur/);
  const chosen = page.locator('[aria-pressed="true"], [aria-selected="true"], .actuel');
  await page.click('[data-demande="1"]');
  for (const element of await chosen.all()) {
    const [own, other] = await element.evaluate((element) => {
      const look = (of: Element): string => ["outlineStyle", "borderInlineStartWidth", "borderBottomWidth", "textDecorationLine", "fontWeight"].map((name) => getComputedStyle(of)[name as "outlineStyle"]).join(" ");
      const sibling = [...(element.closest("ol, ul, [role=tablist]")?.querySelectorAll(element.tagName) ?? [])].find(
        (one) => one !== element && one.className.split(" ")[0] === element.className.split(" ")[0],
      );
      return [look(element), sibling === undefined ? "" : look(sibling)];
    });
    assert.notEqual(own, other, await element.evaluate((element) => element.outerHTML.slice(0, 120)));
  }
  // Bold letters alone are hardly seen.
  const outline = (selector: string): Promise<string> => page.locator(selector).evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.notEqual(await outline('[role="tab"][aria-selected="true"]'), "none");
  await page.focus("#exporter");
  await page.keyboard.press("Shift");
  assert.notEqual(await page.locator("#exporter").evaluate((element) => getComputedStyle(element).outlineStyle), "none");
});

test("in the system's own colours, the demande that is chosen in an answer is seen", async () => {
  const { page } = await site.visit({ forcedColors: "active" });
  await drop(page, { name: "retour.json", content: deposit([demande(1), demande(2)]).replaceAll('"codeTraitement": null', '"codeTraitement": "12"') });
  await page.click('.reponse [data-demande="1"]');
  await page.waitForSelector('.reponse [aria-pressed="true"]');
  assert.deepEqual(await page.locator(".reponse tbody tr").evaluateAll((rows) => rows.map((row) => getComputedStyle(row).outlineStyle !== "none")), [false, true]);
});

test("nothing moves for who asked for no movement, and something does for others", async () => {
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    const { page } = await site.visit({ reducedMotion });
    await drop(page, ...FAILING);
    const moving = await page.evaluate(() =>
      [...tool().querySelectorAll("*")].filter((element) =>
        ["", "::before", "::after"].some((part) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part || null);
          return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
        }),
      ).length,
    );
    assert.equal(moving > 0, reducedMotion === "no-preference", `${reducedMotion}: ${moving}`);
  }
});

test("a long number or name takes no more room than there is", async () => {
  const { page } = await site.visit({ viewport: { width: 320, height: 640 } });
  const long = "X".repeat(5000);
  await drop(page, { name: `${long}.json`, content: deposit([demande(1, { nom: long, piece: long }).replace('"00001"', `"${long}"`)]) });
  await page.waitForSelector(".point-message");
  assert.deepEqual(await overflow(page), []);
});
