// A file as it was opened: its bytes, and the lines that the source view shows of them.

import { Text } from "@codemirror/state";
import type { Bytes, FileSummary } from "./engine";
import { pause } from "./pause";

/** Decoded at once, so that the page keeps answering. */
const SLICE = 4 * 1024 * 1024;
const BOM = [0xef, 0xbb, 0xbf];
const LF = 10;
const CR = 13;

const encoder = new TextEncoder();

export class Original {
  /** The UTF-8 byte order mark, which is in no line. */
  readonly mark: number;
  /** Where each line starts, once somebody writes. */
  #starts: number[] | null = null;

  constructor(
    readonly bytes: Bytes,
    readonly encoding: FileSummary["encoding"],
    /** Its lines, which end as the engine counts them: LF, CRLF or a lone CR. */
    readonly doc: Text,
  ) {
    this.mark = markOf(bytes);
  }

  get #lineStarts(): number[] {
    if (this.#starts !== null) return this.#starts;
    const { bytes } = this;
    const starts = [this.mark];
    for (let at = this.mark; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) starts.push(at + 1);
    }
    return (this.#starts = starts);
  }

  /** The byte that a position of `doc` is at. */
  offset(position: number): number {
    const { number, from, text } = this.doc.lineAt(position);
    const before = text.slice(0, position - from);
    const length = this.encoding === "utf-8" ? encoder.encode(before).length : before.length;
    return (this.#lineStarts[number - 1] ?? 0) + length;
  }

  /** What ends the line of a position; the last one would end like the one before. */
  lineEnd(position: number): string {
    const { number } = this.doc.lineAt(position);
    const next = this.#lineStarts[Math.min(number, this.doc.lines - 1)];
    if (this.doc.lines === 1 || next === undefined) return "\n";
    if (this.bytes[next - 1] === CR) return "\r";
    return this.bytes[next - 2] === CR ? "\r\n" : "\n";
  }
}

function markOf(bytes: Bytes): number {
  return BOM.every((byte, at) => bytes[at] === byte) ? BOM.length : 0;
}

/** Null when it cannot be read any more. What is no text has no lines. */
export async function read(content: Blob, encoding: FileSummary["encoding"]): Promise<Original | null> {
  const buffer = await content.arrayBuffer().catch(() => null);
  if (buffer === null) return null;
  const bytes = new Uint8Array(buffer);
  if (encoding === "binaire") return new Original(bytes, encoding, Text.empty);
  const decoder = new TextDecoder(encoding);
  let text = Text.empty;
  let held = "";
  for (let from = markOf(bytes); from < bytes.length; from += SLICE) {
    const last = from + SLICE >= bytes.length;
    let part = held + decoder.decode(bytes.subarray(from, from + SLICE), { stream: !last });
    // A CR at the end of a slice may be the first half of a CRLF.
    held = !last && part.endsWith("\r") ? "\r" : "";
    if (held !== "") part = part.slice(0, -1);
    text = text.append(lines(part));
    if (!last) await pause();
  }
  return new Original(bytes, encoding, text);
}

function lines(text: string): Text {
  return Text.of(text.split(/\r\n?|\n/));
}

/** Characters of two bytes and more in UTF-8, or a byte that belongs to none. */
const BEYOND_ASCII =
  /[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}|[\x80-\xFF]/g;

/** The same text in UTF-8. Of a file that is Windows-1252 in some places only, what is UTF-8 already stays. */
export function toUtf8({ bytes, encoding }: Pick<Original, "bytes" | "encoding">): Original {
  const utf8 = encoding === "windows-1252" ? mixed(bytes) : new TextDecoder(encoding).decode(bytes);
  return new Original(encoder.encode(utf8), "utf-8", lines(utf8.replace(/^\uFEFF/, "")));
}

function mixed(bytes: Bytes): string {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  const ansi = new TextDecoder("windows-1252");
  let raw = "";
  for (let from = 0; from < bytes.length; from += 8192) raw += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return raw.replace(BEYOND_ASCII, (found) => (found.length > 1 ? utf8 : ansi).decode(Uint8Array.from(found, (byte) => byte.charCodeAt(0))));
}
