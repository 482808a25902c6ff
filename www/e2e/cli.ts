// The command line, built from the same sources: the other voice of the same engine.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Builds it if it is not, and says where it is. */
export function commandLine(): string {
  const { stdout, status } = spawnSync(
    process.env["CARGO"] ?? "cargo",
    ["build", "--quiet", "--package", "predepot-cli", "--message-format", "json"],
    { encoding: "utf8", cwd: resolve(".."), stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, "the command line cannot be built");
  const messages = stdout.trim().split("\n").map((line) => JSON.parse(line) as { executable?: string | null });
  return messages.map(({ executable }) => executable ?? "").filter((path) => path !== "").at(-1) ?? "";
}

/** The report of these files, dropped together on this day. */
export function reportOf(program: string, day: string, paths: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["check", "--format", "json", "--date", day, "--", ...paths], { stdio: ["ignore", "pipe", "ignore"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", () => resolve(Buffer.concat(parts)));
  });
}
