// What the worker reads of the files, and keeps from one check to the next: a ZIP or a piece is read once, by slices, never held whole.

import { Fingerprint, PieceReading, ZipReading, kind_of, type Deposit } from "wasm:glue";
import { bytesOf } from "./bytes";
import { MOST_TEXT, type Bytes, type Delivery, type Entry } from "./engine";
import { reason } from "./reason";

/** Read at once: more would only take memory. */
const SLICE = 2 * 1024 * 1024;
/** Enough to tell what a file is, and all of most JSONs. */
const FIRST = 64 * 1024;

/** A file, opened. */
export interface Opened {
  /** Bytes still to be read. */
  readonly left: number;
  readonly size: number;
  /** Reads a slice; false once there is nothing left to read. `alive` says, after each wait, whether it is still wanted. */
  step?(alive: () => boolean): Promise<boolean>;
  /** Entries done with, and in all. */
  readonly pieces: [number, number];
  readonly entries: Entry[] | null;
  addTo(deposit: Deposit): void;
  free(): void;
}

/** What there is of a file without reading more of it. */
function fixed(addTo: (deposit: Deposit) => void): Opened {
  return { left: 0, size: 0, pieces: [0, 0], entries: null, addTo, free: () => undefined };
}

/** What it is, and what needs no data. */
export async function open(delivery: Delivery): Promise<Opened> {
  const { name } = delivery;
  if ("unreadable" in delivery) return fixed((deposit) => deposit.add_unreadable(name, delivery.unreadable));
  const { content } = delivery;
  try {
    const first = await bytesOf(content, 0, Math.min(content.size, FIRST));
    const kind = kind_of(name, first);
    if (kind === "zip") {
      const zip = new OpenedZip(name, content);
      await zip.list();
      return zip;
    }
    if (content.size > MOST_TEXT) return fixed((deposit) => deposit.add_too_large(name, content.size));
    if (kind === "piece") return new OpenedPiece(name, content);
    // Not kept: the page has it, and its corrections are another file.
    const bytes = content.size === first.length ? first : await bytesOf(content, 0, content.size);
    return fixed((deposit) => deposit.add(name, bytes));
  } catch (error) {
    return unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Opened {
  // A defect of the engine is not one of the file.
  if (!(error instanceof DOMException)) throw error;
  return fixed((deposit) => deposit.add_unreadable(name, reason(error)));
}

/** The SHA-256 of a file, read a slice at a time; null when it cannot be read. */
export async function fingerprint(delivery: Delivery | undefined): Promise<string | null> {
  if (delivery === undefined || "unreadable" in delivery) return null;
  const { content } = delivery;
  const made = new Fingerprint();
  try {
    for (let at = 0; at < content.size; at += SLICE) made.give(await bytesOf(content, at, Math.min(content.size, at + SLICE)));
  } catch (error) {
    made.free();
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
  return made.finish();
}

/** The bytes of a file, range after range. Long ones come as a stream, in half the time of as many slices. */
class Slices {
  #stream: { at: number; reader: ReadableStreamDefaultReader<Bytes> } | null = null;
  #streams = true;

  constructor(private readonly blob: Blob) {}

  /** The first bytes of this range. */
  async take(start: number, end: number): Promise<Bytes> {
    if (this.#stream?.at !== start) {
      this.stop();
      if (!this.#streams || end - start <= SLICE) return bytesOf(this.blob, start, Math.min(end, start + SLICE));
      this.#stream = { at: start, reader: this.blob.slice(start, end).stream().getReader() };
    }
    const { value } = await this.#stream.reader.read().catch(() => ({ value: undefined }));
    if (value !== undefined) {
      this.#stream.at += value.length;
      return value;
    }
    // A stream does not say why it fails; a slice does, or is read where streams are not.
    this.#stream = null;
    this.#streams = false;
    return this.take(start, end);
  }

  /** Nothing more is wanted. */
  stop(): void {
    this.#stream?.reader.cancel().catch(() => undefined);
    this.#stream = null;
  }
}

class OpenedZip implements Opened {
  readonly size: number;
  readonly #reading: ZipReading;
  readonly #slices: Slices;
  #failed: Opened | null = null;

  constructor(
    private readonly name: string,
    blob: Blob,
  ) {
    this.size = blob.size;
    this.#reading = new ZipReading(blob.size);
    this.#slices = new Slices(blob);
  }

  async list(): Promise<void> {
    while (!this.#reading.is_listed()) await this.step(() => true);
  }

  async step(alive: () => boolean): Promise<boolean> {
    const [start, end] = this.#reading.wants();
    if (this.#failed !== null || start === undefined || end === undefined) return false;
    try {
      const bytes = await this.#slices.take(start, end);
      if (alive()) this.#reading.give(bytes);
      return true;
    } catch (error) {
      this.#failed = unreadable(this.name, error);
      return false;
    }
  }

  get left(): number {
    return this.#failed === null ? this.size - (this.#reading.progress()[0] ?? 0) : 0;
  }

  get pieces(): [number, number] {
    const [, done = 0, all = 0] = this.#reading.progress();
    return [done, all];
  }

  get entries(): Entry[] {
    return this.#reading.entries();
  }

  addTo(deposit: Deposit): void {
    if (this.#failed !== null) this.#failed.addTo(deposit);
    else deposit.add_zip(this.name, this.#reading);
  }

  free(): void {
    this.#slices.stop();
    this.#reading.free();
  }
}

class OpenedPiece implements Opened {
  readonly size: number;
  readonly entries = null;
  readonly #reading: PieceReading;
  readonly #slices: Slices;
  #at = 0;
  #finished = false;
  #failed: Opened | null = null;

  constructor(
    private readonly name: string,
    blob: Blob,
  ) {
    this.size = blob.size;
    this.#reading = new PieceReading(blob.size);
    this.#slices = new Slices(blob);
  }

  async step(alive: () => boolean): Promise<boolean> {
    if (this.#finished || this.#failed !== null) return false;
    try {
      if (this.#at < this.size) {
        const bytes = await this.#slices.take(this.#at, this.size);
        if (!alive()) return true;
        this.#reading.give(bytes);
        this.#at += bytes.length;
      }
      if (this.#at === this.size) {
        this.#reading.finish();
        this.#finished = true;
      }
      return true;
    } catch (error) {
      this.#failed = unreadable(this.name, error);
      return false;
    }
  }

  get left(): number {
    return this.#failed === null ? this.size - this.#at : 0;
  }

  get pieces(): [number, number] {
    return [this.#finished ? 1 : 0, 1];
  }

  addTo(deposit: Deposit): void {
    if (this.#failed !== null) this.#failed.addTo(deposit);
    else deposit.add_piece(this.name, this.#reading);
  }

  free(): void {
    this.#slices.stop();
    this.#reading.free();
  }
}
