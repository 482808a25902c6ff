// What the page carries compressed: the engine's module, the sheets of the rules.

import type { Bytes } from "./engine";

/** `packed`: the wasm, compressed by gzip, in base64. */
export async function compile(packed: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack(packed).arrayBuffer());
}

/** The content of what gzip compressed, from base64. */
export function unpack(packed: string): Response {
  return new Response(new Blob([fromBase64(packed)]).stream().pipeThrough(new DecompressionStream("gzip")));
}

function fromBase64(text: string): Bytes {
  // Ten times as fast where the browser has it; TypeScript's library does not describe it yet.
  const { fromBase64: native } = Uint8Array as { fromBase64?(text: string): Bytes };
  if (native !== undefined) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
