// Hostile names, keys and values, in whichever engine: shown as they are written, and nothing more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { demande, deposit } from "../../src/example";
import { FILE_NAMES, HOSTILE, hostileAnswer, hostileKeys, hostileValues, hostileZip } from "../hostile";
import { assertNoFormula, log, tableByPython } from "../readers";
import type { Server } from "../server";
import { Key, type Browser, type Given } from "./browser";

const NAME = "JSON-MDVLGC0001-20231002-001.json";

/** What no file may bring into the page, and the properties of every object. */
interface Trace {
  /** Elements that do something or show something else than text. */
  active: string[];
  prototype: string[];
  title: string;
  address: string;
}

const trace = (page: Browser): Promise<Trace> =>
  page.run(({ all }) => ({
    active: all("script, img:not(.cm-widgetBuffer), svg, iframe, object, embed, link, base, meta, b, [onerror], [href^=javascript]").map((element) => element.outerHTML),
    prototype: [...Object.getOwnPropertyNames(Object.prototype), ...Object.keys(Array.prototype)],
    title: document.title,
    address: location.href,
  }));

export function hostile(browser: () => Browser, site: () => Server): void {
  /** Drops the files, looks at all that there is of them, and finds the page as it was. */
  const inert = (name: string, files: () => Given[], look: (page: Browser) => Promise<void>): void => {
    test(name, async () => {
      const page = browser();
      await page.visit(site().address);
      const before = await trace(page);
      site().requests.length = 0;
      await page.drop(...files());
      for (let press = 0; press < 4; press++) await page.press(Key.F8);
      await look(page);
      await page.click("#exporter");
      const table = await page.download(() => page.click("#exporter-csv"));
      assertNoFormula(tableByPython(table.path));
      log((await page.download(() => page.click("#exporter-sarif"))).content.toString());
      // Unseen characters that turn a text around are written out, wherever the page speaks.
      const turned = await page.run(({ all }) =>
        all("*")
          .filter((element) => element.closest(".cm-editor, script, style") === null)
          .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
          .filter((node) => /[\u202a-\u202e\u2066-\u2069]/.test(node.textContent ?? ""))
          .map((node) => `${node.parentElement?.className}: ${node.textContent?.slice(0, 80)}`),
      );
      assert.deepEqual(turned, []);
      assert.deepEqual(await trace(page), before);
      assert.deepEqual(await page.complaints(), []);
      assert.deepEqual(site().requests, []);
      assert.ok((await page.run(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "nothing is wider than the page");
      // And it still checks.
      await page.clickOn("Tout retirer");
      assert.equal(await page.drop({ name: NAME, content: deposit([demande(1)]) }), "pret");
    });
  };

  inert(
    "hostile keys",
    () => [{ name: NAME, content: hostileKeys() }],
    async (page) => {
      for (const key of ["<script>alert(1)</script>", "__proto__"]) await page.says(".volet-points", key);
    },
  );

  inert(
    "hostile values",
    () => [{ name: NAME, content: hostileValues() }],
    async (page) => {
      assert.equal(await page.count(".demande"), HOSTILE.length + 1);
      for (const demande of [0, 1, 10]) await page.click(`[data-demande="${demande}"]`);
      await page.click('[data-demande="10"]');
    },
  );

  inert(
    "an answer with hostile labels",
    () => [{ name: NAME, content: hostileAnswer() }],
    async (page) => {
      await page.says(".volet-points", '<img src=x onerror="alert(1)">');
      assert.equal(await page.count(".renvoi-liste li"), HOSTILE.length);
    },
  );

  inert(
    "a ZIP of hostile names",
    () => [
      { name: NAME, content: hostileValues() },
      { name: "<b>\u202e.zip", content: hostileZip() },
    ],
    async (page) => {
      await page.clickOn(".zip", '[role="tab"]');
      await page.element(".entree");
      const list = await page.text(".entrees");
      assert.match(list, /<img src=x/);
      assert.match(list, /fdp\.⟨U\+202E⟩gnp\.exe/);
      assert.match(await page.text("#pieces"), /=cmd\|/);
    },
  );

  inert(
    "files of hostile names",
    () => FILE_NAMES.map((name) => ({ name, content: deposit([demande(1, { montant: "1075" })]) })),
    async (page) => {
      assert.equal(await page.count('[role="tab"]'), FILE_NAMES.length);
      for (const name of ["__proto__", "=cmd", "gnp.exe"]) await page.clickOn(name, '[role="tab"]');
      await page.until(({ one }) => one(".cm-content")?.getAttribute("aria-label")?.includes("gnp.exe"));
      await page.click('.point:has([data-code="F008"]) .corriger');
      await page.download(() => page.click("#telecharger"));
    },
  );
}
