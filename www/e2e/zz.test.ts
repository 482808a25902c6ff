import { after, before, test } from "node:test";
import { Site } from "./site";
import { STATES } from "./states";
let site: Site;
before(async () => { site = await Site.open(); });
after(() => site.close());
test("w", async () => {
  const { page, complaints } = await site.visit();
  await page.waitForSelector("#modeles button");
  page.setDefaultTimeout(5000);
  try { await STATES["working"]?.(page); } catch (e) { console.log(String(e).slice(0, 200)); }
  console.log(await page.evaluate(() => tool().querySelector("#occupation")?.outerHTML), complaints);
  console.log(await page.evaluate(() => tool().querySelector("#verdict")?.outerHTML));
  await page.screenshot({ path: "/tmp/lp-w.png" });
});
