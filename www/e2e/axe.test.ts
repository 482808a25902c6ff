// axe-core finds nothing to say, in every state of the page.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { AXE, OPTIONS, judge } from "./axe";
import { Site, rest } from "./site";
import { STATES } from "./states";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const LOOKS = {
  "light and wide": { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  "dark, 320 px wide": { colorScheme: "dark", viewport: { width: 320, height: 700 } },
} as const;

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(judge, OPTIONS);
}

for (const [look, options] of Object.entries(LOOKS)) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`${state}, ${look}`, async () => {
      const { page } = await site.visit(options);
      await page.waitForSelector("#modeles button");
      await reach(page);
      await rest(page);
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
  }
}

test("axe-core would say it", async () => {
  const { page } = await site.visit();
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  assert.match((await violations(page)).join("\n"), /^button-name: /);
});

test("the pages of the rules and of the profiles", async () => {
  const { page } = await site.visit();
  const found: string[] = [];
  const pages = async (folder: string): Promise<string[]> => (await readdir(`../dist/site/${folder}`)).filter((name) => name.endsWith(".html"));
  const rules = await pages("regles");
  const profiles = await pages("profils");
  // One of each family: they are made from one form.
  const some = rules.filter((_, at) => at % 12 === 0);
  for (const path of [...some.map((name) => `regles/${name}`), ...profiles.map((name) => `profils/${name}`), "conformite.html"]) {
    await page.goto(site.address + path);
    for (const violation of await violations(page)) found.push(`${path} ${violation}`);
  }
  assert.deepEqual(found, []);
});
