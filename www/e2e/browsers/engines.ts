// How each engine is started: without a window, an empty profile, downloads in a folder of its own, and nobody to talk to beyond this machine.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

export type Engine = "chromium" | "firefox" | "webkitgtk";

/** What is not for this machine goes through this proxy, where nobody is: browsers have much to say to their makers. */
const [PROXY_HOST, PROXY_PORT] = ["127.0.0.1", 9] as const;
const PROXY = `${PROXY_HOST}:${PROXY_PORT}`;

/** Where Debian puts it. */
const MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

export interface Started {
  driver: WebDriver;
  /** Where its downloads come. */
  downloads: string;
  stop(): Promise<void>;
}

export async function start(engine: Engine): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), `predepot-${engine}-`));
  const downloads = join(folder, "downloads");
  await mkdir(downloads);
  const processes: ChildProcess[] = [];
  const kill = (): void => {
    for (const one of processes) end(one);
  };
  // The test runner stops a test that waits for ever.
  process.once("exit", kill);
  process.once("SIGTERM", () => process.exit(1));
  const open = { chromium, firefox: gecko, webkitgtk }[engine];
  const driver = await open({ folder, downloads, processes });
  const stop = async (): Promise<void> => {
    await driver.quit().catch(() => undefined);
    kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { driver, downloads, stop };
}

/** Ends a program and those that it started. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

interface Place {
  folder: string;
  downloads: string;
  /** To be ended with the engine. */
  processes: ChildProcess[];
}

function chromium({ folder, downloads }: Place): Promise<WebDriver> {
  const options = new chrome.Options();
  options.setBinaryPath("/usr/bin/chromium");
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--lang=fr",
    "--accept-lang=fr",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
    `--user-data-dir=${join(folder, "profile")}`,
    `--proxy-server=http://${PROXY}`,
  );
  options.setUserPreferences({ "download.default_directory": downloads, "download.prompt_for_download": false });
  options.set("goog:loggingPrefs", { browser: "ALL" });
  return new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder("/usr/bin/chromedriver"))
    .build();
}

function gecko({ downloads }: Place): Promise<WebDriver> {
  const options = new firefox.Options();
  options.setBinary("/usr/bin/firefox-esr");
  options.addArguments("-headless", "--width=1280", "--height=900");
  const preferences: Record<string, string | number | boolean> = {
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.manager.showWhenStarting": false,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,application/zip,text/plain,text/csv,text/markdown,application/sarif+json",
    "network.proxy.type": 1,
    "network.proxy.http": PROXY_HOST,
    "network.proxy.http_port": PROXY_PORT,
    "network.proxy.ssl": PROXY_HOST,
    "network.proxy.ssl_port": PROXY_PORT,
    "intl.accept_languages": "fr",
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  return new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(process.env["GECKODRIVER"] ?? "geckodriver"))
    .build();
}

/** WebKitGTK draws on a screen: one in memory, its own. */
async function webkitgtk({ folder, downloads, processes }: Place): Promise<WebDriver> {
  const config = join(folder, "config");
  await mkdir(config);
  await writeFile(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const port = await freePort();
  const server = spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      DISPLAY: await screen(processes),
      HOME: folder,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(folder, "data"),
      XDG_CACHE_HOME: join(folder, "cache"),
      LANG: "C.UTF-8",
      LANGUAGE: "fr",
      // No accessibility bus, no dconf: neither is there.
      NO_AT_BRIDGE: "1",
      GSETTINGS_BACKEND: "memory",
      GDK_BACKEND: "x11",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    },
  });
  processes.push(server);
  const capabilities = new Capabilities();
  capabilities.set("browserName", "MiniBrowser");
  capabilities.set("proxy", { proxyType: "manual", httpProxy: PROXY, sslProxy: PROXY, noProxy: ["127.0.0.1"] });
  capabilities.set("webkitgtk:browserOptions", { binary: MINI_BROWSER, args: ["--automation"] });
  await answering(port);
  return new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
}

/** Xvfb chooses its number, and tells. */
async function screen(processes: ChildProcess[]): Promise<string> {
  const xvfb = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
  });
  processes.push(xvfb);
  const number = await new Promise<string>((tell, refuse) => {
    let read = "";
    xvfb.once("error", refuse);
    xvfb.once("exit", () => refuse(new Error("Xvfb does not start")));
    xvfb.stdio[3]?.on("data", (data: Buffer) => {
      read += data.toString();
      if (read.includes("\n")) tell(read.trim());
    });
  });
  return `:${number}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Waits for a driver that has just been started. */
async function answering(port: number): Promise<void> {
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status !== null) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}
