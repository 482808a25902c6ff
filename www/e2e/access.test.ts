// For every hand and eye: the keyboard alone, narrow screens, names, contrast.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demande, deposit, example } from "../src/example";
import { NAME, Site, drop, eventually, rest, verdict, type Dropped } from "./site";
import { pdf, zip } from "./zip";
import type { Page } from "playwright-core";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

/** A JSON with faults, and a ZIP with others: a piece that is missing, one under nearly its name, one at fault, one of nobody's. */
const DEPOSIT: Dropped[] = [
  { name: NAME, content: example() },
  {
    name: "pieces.zip",
    content: [
      ...zip([
        { name: "MDV-LGC-Va1-BDC-00001.pdf" },
        { name: "mdv-lgc-va1-bdc-00002.pdf" },
        { name: "MDV-LGC-Va1-BDC-00003.pdf", content: Buffer.from("<html>") },
        { name: "MDV-LGC-Va1-BDC-00004.pdf", content: pdf(9) },
        { name: "Notes.pdf" },
      ]),
    ],
  },
];

const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = (tool().activeElement ?? document.activeElement) as HTMLElement | null;
    return element?.dataset["code"] ?? element?.textContent?.trim() ?? "";
  });

test("the keyboard alone is enough", async () => {
  const { page } = await site.visit();
  await page.waitForSelector("#modeles button");
  await page.keyboard.press("Tab");
  assert.equal(await active(page), "Aller au contenu");
  for (const language of ["Français", "English"]) {
    await page.keyboard.press("Tab");
    assert.equal(await active(page), language);
  }
  await page.keyboard.press("Tab");
  assert.equal(await active(page), "Choisir des fichiers");
  await page.keyboard.press("Tab");
  assert.equal(await active(page), "Choisir un dossier");
  await page.keyboard.press("Tab");
  assert.equal(await active(page), "Essayer avec un exemple");
  await page.keyboard.press("Enter");
  assert.equal(await verdict(page), "rejet-demandes");
  // That button is gone.
  assert.equal(await active(page), "Choisir des fichiers");
  await page.keyboard.press("F8");
  const first = await active(page);
  assert.match(first, /^[A-Z]\d{3}$/);
  await page.keyboard.press("Tab");
  assert.equal(await active(page), "Corriger");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".corrections");
});

test("F8 goes through the points, forwards and backwards", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075", nom: "Petit" }), demande(2, { montant: "10" })]) });
  const at = (): Promise<string> =>
    page.evaluate(() => {
      const button = tool().activeElement as HTMLElement;
      return `${button.dataset["code"]} ${button.dataset["line"]}`;
    });
  const seen: string[] = [];
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press("F8");
    seen.push(await at());
  }
  assert.deepEqual(seen, ["F008 14", "F008 62", "F006 25"]);
  await page.keyboard.press("Shift+F8");
  assert.equal(await at(), "F008 62");
  assert.match(await page.innerText("#annonce"), /Point 2 sur \d, ligne 62/);
  assert.equal(await page.locator('[aria-current="true"]').count(), 1);
});

test("what is said one after the other is all there to be heard, and once", async () => {
  const { page } = await site.visit();
  const said = (): Promise<string[]> => page.locator("#annonce p").allInnerTexts();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075", nom: "Petit" })]) });
  await page.click(".point .corriger");
  await eventually(said, ["Correction appliquée.", "Point 1 sur 3, ligne 25."]);
  await rest(page);
  // The point that is looked at stays the same.
  await page.click("#telecharger");
  await rest(page);
  assert.deepEqual(await said(), ["Point 1 sur 3, ligne 25.", `${NAME} est téléchargé.`]);
});

test("what is gone to has a name of its own", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: deposit([demande(1, { montant: "1075" })]) });
  await page.getByRole("heading", { name: /^Points\s3$/ }).waitFor();
  assert.equal(await page.getByRole("region", { name: /^Points 3$/ }).count(), 1);
  // Choosing is said once.
  assert.deepEqual(await page.getByRole("region", { name: "Déposez ici" }).getByRole("button").allInnerTexts(), ["Choisir des fichiers", "Choisir un dossier", "Tout retirer"]);
  await page.click(".fiche >> nth=0");
  await page.getByRole("region", { name: /^F008 / }).waitFor();
  await page.click('dialog .lien:text-is("MDV-LGC")');
  await page.getByRole("region", { name: /^MDV-LGC/ }).waitFor();
});

test("tabs are moved through with the arrows", async () => {
  const { page } = await site.visit();
  await drop(page, { name: "a.json", content: example() }, { name: "b.json", content: example() });
  await page.focus('[role="tab"][aria-selected="true"]');
  await page.keyboard.press("ArrowRight");
  assert.match(await page.innerText('[role="tab"][aria-selected="true"]'), /b\.json/);
  assert.match(await active(page), /b\.json/);
});

test("nothing overflows at 320 px, where the source comes after the list", async () => {
  const { page } = await site.visit({ viewport: { width: 320, height: 700 } });
  const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await overflow()) <= 0, "empty");
  await drop(page, ...DEPOSIT);
  assert.ok((await overflow()) <= 0, "with results");
  await page.click('button[data-code="F006"]');
  await page.waitForSelector(".bulle");
  assert.ok((await overflow()) <= 0, "with a point in sight");
  assert.ok(await page.isVisible(".bulle"));
  await page.click("text=↑ Liste");
  assert.equal(await active(page), "F006");
  await page.click('[role="tab"]:has-text("pieces.zip")');
  await page.click(".entree[data-point]");
  assert.ok((await overflow()) <= 0, "with a ZIP");
  await page.click("text=↑ Liste");
  assert.match(await active(page), /^Z/);
});

test("the table of pieces is read and used by the keyboard alone", async () => {
  const { page } = await site.visit();
  await drop(page, ...DEPOSIT);
  for (const id of ["pieces", "preparation"]) {
    await page.focus(`#${id} > summary`);
    await page.keyboard.press("Enter");
  }
  assert.equal(await page.getByRole("table", { name: "Pièces justificatives" }).getByRole("row").count(), 10);
  assert.deepEqual(await page.getByRole("columnheader").allInnerTexts(), ["État", "Demande", "Pièce attendue", "Trouvée dans"]);
  const missing = page.getByRole("row", { name: /manquante/ }).first();
  assert.match(await missing.innerText(), /00005\.pdf/);
  await missing.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cm-content:focus");
  await page.focus("#preparer");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#telecharger-zip:focus");
});

test("everything that can be used has a name", async () => {
  const { page } = await site.visit();
  await drop(page, ...DEPOSIT);
  await page.focus(".cm-content");
  await page.keyboard.press("Control+f");
  const nameless = await page.$$eval("button, input, select, a[href], iframe, [tabindex='0']", (elements) =>
    elements
      .filter((element) => element.checkVisibility() && element.ariaHidden === null)
      .filter((element) => {
        const labels = (element as HTMLInputElement).labels;
        const name =
          element.getAttribute("aria-label") ?? (labels && labels.length > 0 ? labels[0]?.textContent : element.textContent);
        return (name ?? "").trim() === "" && !element.getAttribute("title");
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(nameless, []);
  assert.equal(await page.getAttribute("#verdict", "role"), "status");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
  assert.equal(await page.locator("h1").count(), 1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`text stands out from its ground, ${colorScheme}`, async () => {
    const { page } = await site.visit({ colorScheme });
    await drop(page, ...DEPOSIT);
    await page.waitForSelector(".bulle");
    await page.waitForSelector(".point-aide");
    for (const id of ["pieces", "preparation"]) await page.click(`#${id} > summary`);
    await page.click("#preparer");
    await page.waitForSelector("#telecharger-zip");
    const weak = await page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      if (canvas === null) throw new Error("no canvas");
      // Paints grounds from the page up, then the colour, as the screen does.
      const painted = (colours: string[]): [number, number, number] => {
        for (const colour of colours) {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b];
      };
      const luminance = (colour: [number, number, number]): number => {
        const [r = 0, g = 0, b = 0] = colour.map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const found = new Set<string>();
      for (const root of [document.body, tool()]) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const element = node.parentElement;
          if (element === null || (node.textContent ?? "").trim() === "" || !element.checkVisibility()) continue;
          const grounds: string[] = [];
          for (let up: Element | null = element; up !== null; up = up.parentElement) grounds.unshift(getComputedStyle(up).backgroundColor);
          const ground = luminance(painted(grounds));
          const ink = luminance(painted([...grounds, getComputedStyle(element).color]));
          const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
          if (contrast < 4.5) found.add(`${element.className} ${contrast.toFixed(2)}`);
        }
      }
      return [...found];
    });
    assert.deepEqual(weak, []);
  });
}

test("on paper, the conclusion and the list", async () => {
  const { page } = await site.visit();
  await drop(page, { name: NAME, content: example() });
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.isVisible("#verdict"));
  assert.ok(await page.isVisible(".point-message >> nth=0"));
  assert.ok(!(await page.isVisible(".source")));
  assert.ok(!(await page.isVisible("#outils")));
});
