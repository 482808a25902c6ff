// How long typing takes in the largest deposit there can be, told with the results: `node e2e/run.mjs typing`. No time is asserted: the machine may
// be busy.

import assert from "node:assert/strict";
import { after, before, test, type TestContext } from "node:test";
import { demande, deposit } from "../src/example";
import { NAME, Site, drop } from "./site";

let site: Site;
before(async () => {
  site = await Site.open();
});
after(() => site.close());

const KEYS = 40;

function told(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95 % under ${at(0.95)} ms, ${times.length} times`;
}

async function type(context: TestContext, faulty: number): Promise<void> {
  const { page } = await site.visit({ viewport: { width: 1440, height: 900 } });
  const text = deposit(Array.from({ length: 200 }, (_, at) => demande(at + 1, at < faulty ? { montant: "1075", nom: "Petit" } : {})));
  await drop(page, { name: NAME, content: text });
  const worker = page.workers()[0];
  assert.ok(worker);
  await worker.evaluate(() => {
    const times: number[] = [];
    Object.assign(self, { times });
    const asked = new Map<number, number>();
    self.addEventListener("message", ({ data }: MessageEvent<{ name: string; id: number }>) => {
      if (data.name === "check") asked.set(data.id, performance.now());
    });
    const post = self.postMessage.bind(self) as (answer: unknown) => void;
    self.postMessage = (answer: { id: number }) => {
      const since = asked.get(answer.id);
      if (since !== undefined && asked.delete(answer.id)) times.push(performance.now() - since);
      post(answer);
    };
  });
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const painted = (event: Event): void => {
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - event.timeStamp)));
    };
    window.addEventListener("beforeinput", painted, true);
  });
  await page.focus(".cm-content");
  await page.keyboard.press("Control+Home");
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type(key % 2 === 0 ? "}" : " ");
    // Each key is checked apart.
    await page.waitForFunction((lines) => tool().querySelector('[data-code^="J"]') !== null || lines < 0, key);
  }
  const checks = await worker.evaluate(() => (self as unknown as { times: number[] }).times);
  const paints = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  assert.ok(checks.length > 0 && paints.length > 0);
  context.diagnostic(`${text.length} bytes, ${faulty} demandes at fault. Check in the worker, reading included: ${told(checks)}. Key to paint: ${told(paints)}.`);
}

test("200 demandes, none at fault", (context) => type(context, 0));
test("200 demandes, all at fault", (context) => type(context, 200));
