// One browser, whichever the engine: what a user does in the page, and what the page shows. Everything is looked for in shadow roots too.

import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Key, type WebDriver, type WebElement } from "selenium-webdriver";
import { DIST, Server } from "../server";
import { start, type Engine, type Started } from "./engines";

export { Key };

const WAIT = 30_000;

/** In the page: what a script that is given to `run` finds things with. */
export interface Finder {
  /** In the order of the page, shadow roots included. */
  all(selector: string): HTMLElement[];
  /** The first. */
  one(selector: string): HTMLElement | null;
  /** The first that is shown and whose text has these words. */
  saying(words: string, selector?: string | null): HTMLElement | null;
  /** What has the focus, in the innermost shadow root. */
  active(): HTMLElement | null;
}

/** Written out into the page with each script. */
function finder(): Finder {
  const collect = (root: Document | ShadowRoot, selector: string): HTMLElement[] => {
    const found = [...root.querySelectorAll<HTMLElement>(selector)];
    for (const host of root.querySelectorAll("*")) if (host.shadowRoot !== null) found.push(...collect(host.shadowRoot, selector));
    return found;
  };
  const shown = (element: HTMLElement): boolean => element.getClientRects().length > 0;
  // No-break spaces are spaces, as a user reads them.
  const text = (element: HTMLElement): string => (element.textContent ?? "").replace(/\s+/g, " ");
  return {
    all: (selector) => collect(document, selector),
    one: (selector) => collect(document, selector)[0] ?? null,
    saying: (words, selector) =>
      collect(document, selector ?? "button, a, summary, label, [role=tab]").find((element) => shown(element) && text(element).includes(words)) ?? null,
    active: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active as HTMLElement | null;
    },
  };
}

/** Comes before the page's own script: what must never happen is written down, whatever the engine's console gives. */
function witness(): void {
  const complaints: string[] = [];
  Object.assign(window, { complaints });
  window.addEventListener("securitypolicyviolation", (event) => complaints.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  window.addEventListener("error", (event) => complaints.push(`error: ${event.message}`));
  window.addEventListener("unhandledrejection", (event) => complaints.push(`rejection: ${String(event.reason)}`));
  console.error = (...words: unknown[]) => complaints.push(`console: ${words.join(" ")}`);
  for (const name of ["alert", "confirm", "prompt", "open", "print"]) {
    Object.assign(window, { [name]: () => complaints.push(`dialog: ${name}`) });
  }
}

/** Serves a page with the witness in it, which its policy must allow as a script of its own. */
export function witnessed(server: Server, path: string, html: string): string {
  server.add("/witness.js", `(${witness.toString()})()`);
  return server.add(path, html.replace("<script", '<script src="witness.js"></script>\n<script'));
}

/** The site, with the witness. */
export async function openSite(): Promise<Server> {
  const server = await Server.open();
  witnessed(server, "/index.html", await readFile(join(DIST, "site/index.html"), "utf8"));
  return server;
}

export interface Given {
  name: string;
  content: string | Buffer;
}

export interface Downloaded {
  name: string;
  path: string;
  content: Buffer;
}

/** A ZIP has its end: not every engine hides a file until it is written. */
export const isWholeZip = (content: Buffer): boolean => content.subarray(-22).toString("latin1").startsWith("PK\x05\x06");

export const isWholeJson = (content: Buffer): boolean => content.subarray(-4).toString("latin1").includes("\n}");

export class Browser {
  readonly driver: WebDriver;

  private constructor(
    readonly engine: Engine,
    private readonly started: Started,
  ) {
    this.driver = started.driver;
  }

  static async open(engine: Engine): Promise<Browser> {
    const started = await start(engine);
    await started.driver.manage().setTimeouts({ script: WAIT, pageLoad: WAIT });
    return new Browser(engine, started);
  }

  close(): Promise<void> {
    return this.started.stop();
  }

  /** Opens a page, and waits for its engine. */
  async visit(address: string): Promise<void> {
    // What was said of another page.
    await this.complaints();
    if (this.engine === "webkitgtk") await this.renew();
    await this.driver.get(address);
    await this.until(({ one }) => one("#modeles button") !== null);
  }

  /** Another window: WebKitGTK's small browser lists the downloads of each in it, until nothing is left of the page. */
  private async renew(): Promise<void> {
    const old = await this.driver.getWindowHandle();
    await this.driver.switchTo().newWindow("window");
    const own = await this.driver.getWindowHandle();
    await this.driver.switchTo().window(old);
    await this.driver.close();
    await this.driver.switchTo().window(own);
  }

  /** Runs a script in the page. It is written out: it sees nothing but what it is given. */
  run<A extends unknown[], T>(script: (find: Finder, ...args: A) => T, ...args: A): Promise<T> {
    return this.driver.executeScript<T>(`return (${script.toString()})((${finder.toString()})(), ...arguments)`, ...args);
  }

  /** Waits until the script gives something, and gives it. */
  async until<A extends unknown[], T>(script: (find: Finder, ...args: A) => T, ...args: A): Promise<T> {
    const waited = `${script.toString()} ${JSON.stringify(args)}`;
    return (await this.driver.wait(() => this.run(script, ...args), WAIT, `waited for ${waited}`, 40)) as T;
  }

  /** Waits for an element. */
  element(selector: string): Promise<WebElement> {
    return this.until(({ one }, selector) => one(selector), selector) as unknown as Promise<WebElement>;
  }

  click(selector: string): Promise<void> {
    return this.push(selector, () => this.element(selector));
  }

  /** Clicks the first button, link or tab that has these words. */
  clickOn(words: string, selector?: string): Promise<void> {
    return this.push(words, async () => {
      const element = await this.until(({ saying }, words, selector) => saying(words, selector), words, selector ?? null);
      return element as unknown as WebElement;
    });
  }

  /** Clicks as soon as it can be: what is drawn again may be gone, out of sight or under something for a moment. */
  private async push(what: string, find: () => Promise<WebElement>): Promise<void> {
    let last: unknown;
    const clicked = async (): Promise<boolean> => {
      try {
        const element = await find();
        // WebKitGTK does not look for what is scrolled out of a part of the page.
        await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
        await element.click();
        return true;
      } catch (refusal) {
        last = refusal;
        return false;
      }
    };
    await this.driver.wait(clicked, WAIT, undefined, 100).catch((error: unknown) => {
      throw new Error(`cannot click on ${what}: ${String(last ?? error)}`);
    });
  }

  /** Takes the mouse off what the page has drawn under it: over a failing line it shows what is said of it, a while later. */
  async away(): Promise<void> {
    await this.driver.actions().move({ x: 1, y: 1 }).perform();
  }

  async press(...keys: string[]): Promise<void> {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** Keys pressed while another is held. */
  async chord(held: string, ...keys: string[]): Promise<void> {
    await this.driver.actions().keyDown(held).sendKeys(...keys).keyUp(held).perform();
  }

  /** What is written in an element, no-break spaces made spaces; empty when it is not there. */
  async text(selector: string): Promise<string> {
    const text = await this.run(({ one }, selector) => one(selector)?.textContent ?? "", selector);
    return text.replace(/\s+/g, " ").trim();
  }

  /** Waits until an element has these words. */
  async says(selector: string, words: string): Promise<void> {
    await this.until(({ one }, selector, words) => one(selector)?.textContent?.replace(/\s+/g, " ").includes(words), selector, words);
  }

  /** What has the focus: its code, its identifier, or what it says. */
  focused(): Promise<string> {
    return this.run(({ active }) => {
      const element = active();
      return element === null || element === document.body ? "" : element.dataset["code"] || element.id || (element.textContent ?? "").trim();
    });
  }

  count(selector: string): Promise<number> {
    return this.run(({ all }, selector) => all(selector).length, selector);
  }

  /** An attribute of each element that has it. */
  attributes(selector: string, name: string): Promise<string[]> {
    return this.run(({ all }, selector, name) => all(selector).map((element) => element.getAttribute(name) ?? ""), selector, name);
  }

  /** Drops files on the page, made in it, and waits for the verdict. */
  async drop(...files: Given[]): Promise<string> {
    await this.forget();
    await this.run(
      ({ one }, files) => {
        const data = new DataTransfer();
        for (const { name, content } of files) {
          const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
          data.items.add(new File([bytes], name));
        }
        const zone = one(".depot");
        for (const type of ["dragenter", "dragover", "drop"]) {
          zone?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
        }
      },
      files.map(({ name, content }) => ({ name, content: Buffer.from(content).toString("base64") })),
    );
    return this.verdict();
  }

  /** Forgets the verdict, so that the next one is waited for. */
  async forget(): Promise<void> {
    await this.run(({ one }) => one("[data-verdict]")?.removeAttribute("data-verdict"));
  }

  /** The verdict, once there is one. */
  verdict(): Promise<string> {
    return this.until(({ one }) => one("[data-verdict]")?.dataset["verdict"] ?? "");
  }

  /** Waits for this verdict. */
  async conclusion(verdict: string): Promise<void> {
    await this.until(({ one }, verdict) => one(`[data-verdict="${verdict}"]`) !== null, verdict);
  }

  /** The file that an action downloads, read back from the disk once it is whole. */
  async download(action: () => Promise<void>, isWhole = (content: Buffer) => content.length > 0): Promise<Downloaded> {
    const { downloads } = this.started;
    let size = -1;
    for (const name of await readdir(downloads)) await rm(join(downloads, name));
    await action();
    return (await this.driver.wait(
      async () => {
        const names = await readdir(downloads);
        const [name = ""] = names;
        // Until it is whole, the file has a fellow or another name.
        if (names.length !== 1 || /^\.|\.(part|crdownload|wkdownload)$/.test(name)) return null;
        const path = join(downloads, name);
        const content = await readFile(path);
        const isGrowing = content.length !== size;
        size = content.length;
        return !isGrowing && isWhole(content) ? { name, path, content } : null;
      },
      WAIT,
      "a file was expected to be downloaded",
      40,
    )) as Downloaded;
  }

  /** What the page, or the console where the engine gives it, complained of. */
  async complaints(): Promise<string[]> {
    const seen = await this.driver.executeScript<string[]>("return window.complaints ?? []");
    if (this.engine !== "chromium") return seen;
    const entries = await this.driver.manage().logs().get("browser");
    return [...seen, ...entries.filter((entry) => entry.level.name === "SEVERE").map((entry) => entry.message)];
  }
}
