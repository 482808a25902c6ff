// Bytes of a file, for the worker. In a page from the disk, WebKit (Safari, WebKitGTK) lets a worker hold and slice files but not read them:
// the page then reads for it.

import type { Bytes } from "./engine";

/** The worker asks the page for the bytes of a slice. */
export interface Wanted {
  read: number;
  slice: Blob;
}

/** The page's answer: the bytes, or the name of what prevented it. */
export interface Given {
  read: number;
  result: ArrayBuffer | string;
}

let last = 0;
let isReader: Promise<boolean> | null = null;

export async function bytesOf(blob: Blob, start: number, end: number): Promise<Bytes> {
  isReader ??= new Blob(["?"]).arrayBuffer().then(() => true, () => false);
  const slice = blob.slice(start, end);
  const bytes = new Uint8Array(await ((await isReader) ? slice.arrayBuffer() : byThePage(slice)));
  // Asking again would never end.
  if (bytes.length < end - start) throw new DOMException("short", "NotReadableError");
  return bytes;
}

function byThePage(slice: Blob): Promise<ArrayBuffer> {
  const read = ++last;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (!isGiven(data) || data.read !== read) return;
      self.removeEventListener("message", hear);
      if (typeof data.result === "string") reject(new DOMException("", data.result));
      else resolve(data.result);
    };
    self.addEventListener("message", hear);
    self.postMessage({ read, slice } satisfies Wanted);
  });
}

/** True for what the page answers here, and not to a question. */
export function isGiven(data: unknown): data is Given {
  return typeof data === "object" && data !== null && "read" in data;
}

/** In the page: reads what the worker wants. */
export async function give(worker: Worker, { read, slice }: Wanted): Promise<void> {
  const result = await slice.arrayBuffer().catch((error: unknown) => (error instanceof DOMException ? error.name : "NotReadableError"));
  worker.postMessage({ read, result } satisfies Given, typeof result === "string" ? [] : [result]);
}
