// The built site, and Chromium to look at it.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { Server } from "./server";

export interface Visit {
  page: Page;
  /** What the console said that it should not: errors, refusals of the page's policy. */
  complaints: string[];
}

declare global {
  /** In the page: the inside of `<pre-depot>`, which `document` does not look into. */
  function tool(): ShadowRoot;
  /** In the page: what its workers were asked, and have said nothing of yet. */
  var unanswered: Map<Worker, Set<number>>;
}

export class Site {
  /** Paths asked for, in order. */
  readonly requests: string[];
  readonly address: string;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
  ) {
    this.requests = server.requests;
    this.address = server.address;
  }

  static async open(): Promise<Site> {
    const server = await Server.open();
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    return new Site(server, browser);
  }

  /** Serves a page of others, or a file of theirs: without our headers. */
  add(path: string, content: string | Buffer): string {
    return this.server.add(path, content);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** `text` is the size of text that the reader chose, in percent. */
  async visit({ address = this.address, text = 100, ...options }: BrowserContextOptions & { address?: string; text?: number } = {}): Promise<Visit> {
    const context = await this.browser.newContext({
      // The page's first language, whatever the machine's.
      locale: "fr-FR",
      viewport: { width: 1280, height: 860 },
      colorScheme: "light",
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    const page = await context.newPage();
    await page.addInitScript(prepare);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    if (text !== 100) {
      const inner = await context.newCDPSession(page);
      await inner.send("Page.setFontSizes", { fontSizes: { standard: (16 * text) / 100 } });
    }
    await page.goto(address);
    return { page, complaints };
  }
}

/** Comes before the page's own script. */
function prepare(): void {
  globalThis.tool = () => document.querySelector("pre-depot")?.shadowRoot as ShadowRoot;
  globalThis.unanswered = new Map();
  const { postMessage, terminate } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
    const asked = unanswered.get(this) ?? new Set();
    // The page listens since it has the worker: it has heard an answer when this one does.
    if (!unanswered.has(this)) this.addEventListener("message", ({ data }: MessageEvent<{ id?: number } | null>) => asked.delete(data?.id ?? -1));
    unanswered.set(this, asked);
    const { id } = args[0] as { id?: number };
    if (id !== undefined) asked.add(id);
    postMessage.apply(this, args);
  } as typeof postMessage;
  Worker.prototype.terminate = function () {
    unanswered.delete(this);
    terminate.call(this);
  };
}

/**
 * Waits until the page has shown all that it has to: its workers owe it nothing, and nothing changes in it up to a timer and a frame that are
 * asked for after its own. Its timers are shorter: however slow the machine, they come first.
 */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let timer = 0;
        let changes = 0;
        const again = (): void => {
          const before = ++changes;
          window.clearTimeout(timer);
          timer = window.setTimeout(() => {
            requestAnimationFrame(() => {
              if (changes !== before) return;
              if ([...unanswered.values()].some((asked) => asked.size > 0)) return again();
              seen.disconnect();
              done();
            });
          }, 100);
        };
        const seen = new MutationObserver(again);
        seen.observe(tool(), { subtree: true, childList: true, attributes: true, characterData: true });
        again();
      }),
  );
}

/** Between two tasks of a drawing the page does nothing more, until what is given is called: the user is faster. */
export async function hold(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { setTimeout } = window;
    const held: (() => void)[] = [];
    window.setTimeout = ((call: () => void, after = 0) => (after === 0 ? held.push(call) : setTimeout(call, after))) as typeof setTimeout;
    const release = (): void => {
      Object.assign(window, { setTimeout });
      for (const call of held) call();
    };
    Object.assign(window, { release });
  });
  return () => page.evaluate(() => (window as unknown as { release(): void }).release());
}

/** What the page asks its worker for does not reach it until what is given is called: the user is faster. */
export async function delay(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
      held.push(() => postMessage.apply(this, args));
    } as typeof postMessage;
    const release = (): void => {
      Object.assign(Worker.prototype, { postMessage });
      for (const post of held) post();
    };
    Object.assign(window, { release });
  });
  return () => page.evaluate(() => (window as unknown as { release(): void }).release());
}

/** Reads until it is as expected, and tells the last difference when it never is. */
export async function eventually<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected) || Date.now() > end) return assert.deepEqual(found, expected);
    await sleep(50);
  }
}

export interface Dropped {
  name: string;
  /** Text, bytes, or so many mebibytes of spaces made in the page. */
  content: string | number[] | { mebibytes: number };
}

/** Forgets the verdict, so that the next one is waited for. A drawing under way would give it again: it comes to its end first. */
export async function forget(page: Page): Promise<void> {
  if ((await page.locator("[data-verdict]").count()) === 0) return;
  await rest(page);
  await page.evaluate(() => tool().querySelector("[data-verdict]")?.removeAttribute("data-verdict"));
}

/** Drops files on the page and waits for the verdict. */
export async function drop(page: Page, ...files: Dropped[]): Promise<string> {
  await forget(page);
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, content } of files) {
      const part =
        typeof content === "string"
          ? content
          : Array.isArray(content)
            ? new Uint8Array(content)
            : new Uint8Array(content.mebibytes * 1024 * 1024).fill(0x20);
      data.items.add(new File([part], name, { type: "application/json" }));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
  return verdict(page);
}

/** The verdict, once there is one. */
export async function verdict(page: Page): Promise<string> {
  const element = await page.waitForSelector("[data-verdict]", { timeout: 60_000 });
  return (await element.getAttribute("data-verdict")) ?? "";
}

/** Lines of the source that stand out, of those on screen. */
export function failingLines(page: Page, kind: "erreur" | "avertissement"): Promise<number[]> {
  return page.$$eval(`.ligne-${kind}`, (lines) => lines.map((line) => Number(line.getAttribute("data-ligne"))));
}

export const NAME = "JSON-MDVLGC0001-20231002-001.json";
