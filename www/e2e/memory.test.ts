// The wasm's memory never shrinks: this file is a process of its own, so that nothing but what it reads has made it grow.

import assert from "node:assert/strict";
import { archives, corpora } from "./corpora";
import { byWasm, memory } from "./wasm";

const MOST = 64 * 1024 * 1024;

corpora("no archive takes more than 64 MiB", async () => {
  for (const path of await archives()) {
    await byWasm([path]);
    assert.ok(memory.buffer.byteLength <= MOST, `${memory.buffer.byteLength} after ${path}`);
  }
});
