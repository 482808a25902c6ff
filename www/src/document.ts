// From a file to the lines that the source view shows, a slice at a time so that the page keeps answering.

import { Text } from "@codemirror/state";
import type { FileSummary } from "./engine";
import { pause } from "./pause";

const SLICE = 4 * 1024 * 1024;

/** Null for what is no text, or cannot be read any more. Lines end as the engine counts them: LF, CRLF or a lone CR. */
export async function decode(content: Blob, encoding: FileSummary["encoding"]): Promise<Text | null> {
  if (encoding === "binaire") return null;
  const decoder = new TextDecoder(encoding);
  let text = Text.empty;
  let held = "";
  for (let from = 0; from < content.size; from += SLICE) {
    const last = from + SLICE >= content.size;
    const bytes = await content
      .slice(from, from + SLICE)
      .arrayBuffer()
      .catch(() => null);
    if (bytes === null) return null;
    let part = held + decoder.decode(bytes, { stream: !last });
    // A CR at the end of a slice may be the first half of a CRLF.
    held = !last && part.endsWith("\r") ? "\r" : "";
    if (held !== "") part = part.slice(0, -1);
    text = text.append(Text.of(part.split(/\r\n?|\n/)));
    if (!last) await pause();
  }
  return text;
}
