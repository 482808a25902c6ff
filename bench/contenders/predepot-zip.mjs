// The product as the page uses it on a ZIP: from slices of the file, one read while another is looked at, to the whole report.

import { Deposit, ZipReading, initSync } from "bench:glue";
import packed from "bench:wasm";
import { day } from "bench:day";
import { compile } from "../../www/src/module.ts";

const SLICE = 2 << 20;
/** No more than this is asked for at once before the data is. */
const BEFORE_DATA = 1 << 20;

let memory;

export async function init() {
  ({ memory } = initSync({ module: await compile(packed) }));
}

export async function run(file) {
  const start = performance.now();
  const since = () => performance.now() - start;
  const slices = new Slices(file);
  const reading = new ZipReading(file.size);
  let listed;
  let before;
  for (;;) {
    if (listed === undefined && reading.entries().length > 0) listed = since();
    const [from, to] = reading.wants();
    if (before === undefined && !(to - from <= BEFORE_DATA)) before = since();
    if (from === undefined) break;
    reading.give(await slices.take(from, to));
  }
  const [, entries] = reading.progress();
  const deposit = new Deposit(...day);
  deposit.add_zip(file.name, reading);
  deposit.check();
  const { counts } = deposit.summary();
  deposit.diagnostics(0);
  deposit.pieces();
  deposit.free();
  return { errors: counts.erreur, entries, listed, before, memory: memory.buffer.byteLength };
}

/** Slices of a file, the next one read ahead. */
class Slices {
  #file;
  #ahead = null;

  constructor(file) {
    this.#file = file;
  }

  /** The first bytes of this range. */
  async take(start, end) {
    const until = Math.min(end, start + SLICE);
    const bytes = this.#ahead?.start === start ? this.#ahead.bytes : this.#read(start, until);
    this.#ahead = until < end ? { start: until, bytes: this.#read(until, Math.min(end, until + SLICE)) } : null;
    return bytes;
  }

  async #read(start, end) {
    return new Uint8Array(await this.#file.slice(start, end).arrayBuffer());
  }
}
