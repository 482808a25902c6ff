// The built site, and Chromium to look at it.

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
    await page.addInitScript(() => {
      globalThis.tool = () => document.querySelector("pre-depot")?.shadowRoot as ShadowRoot;
    });
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

export interface Dropped {
  name: string;
  /** Text, bytes, or so many mebibytes of spaces made in the page. */
  content: string | number[] | { mebibytes: number };
}

/** Drops files on the page and waits for the verdict. */
export async function drop(page: Page, ...files: Dropped[]): Promise<string> {
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
    tool().querySelector("[data-verdict]")?.removeAttribute("data-verdict");
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
