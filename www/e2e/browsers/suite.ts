// The same suite for each engine.

import { after, before } from "node:test";
import type { Server } from "../server";
import { Browser, openSite } from "./browser";
import type { Engine } from "./engines";
import { anywhere } from "./anywhere";
import { hostile } from "./hostile";
import { keyboard } from "./keyboard";
import { use } from "./use";

export function suite(engine: Engine): void {
  let browser: Browser;
  let site: Server;
  before(async () => {
    site = await openSite();
    browser = await Browser.open(engine);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  for (const part of [use, anywhere, keyboard, hostile]) {
    part(
      () => browser,
      () => site,
    );
  }
}
