// The texts that the page's sources say, and in which argument of `t(french, english)` each stands.

import { readdirSync, readFileSync } from "node:fs";

export interface Literal {
  path: string;
  line: number;
  /** A template's values are left out. */
  text: string;
  /** 0 inside the French of a `t`, 1 inside its English, null elsewhere. */
  side: number | null;
}

interface Frame {
  closes: string;
  /** What is called, where it is a call. */
  call: string;
  argument: number;
}

/** Before these signs a `/` divides; elsewhere it begins a regular expression. */
const ENDS_VALUE = /[\w$)\]}"'`]$/;

/** Every string and template of a text, comments and regular expressions left out. */
export function literals(text: string, path = ""): Literal[] {
  const found: Literal[] = [];
  const frames: Frame[] = [];
  /** What the code is so far, without texts. */
  let code = "";
  let at = 0;

  const sideOf = (): number | null => frames.find((frame) => frame.call === "t")?.argument ?? null;
  const lineOf = (position: number): number => text.slice(0, position).split("\n").length;

  const quoted = (quote: string): void => {
    const start = at++;
    let said = "";
    while (at < text.length && text[at] !== quote) {
      if (quote === "`" && text.startsWith("${", at)) {
        said += "…";
        at += 2;
        frames.push({ closes: "}", call: "", argument: 0 });
        read(frames.length);
      } else {
        if (text[at] === "\\") at++;
        said += text[at++] ?? "";
      }
    }
    at++;
    code += quote;
    found.push({ path, line: lineOf(start), text: said, side: sideOf() });
  };

  /** Reads code until the frame of this depth is closed. */
  const read = (depth: number): void => {
    while (at < text.length) {
      const c = text[at] ?? "";
      if (text.startsWith("//", at)) at = text.indexOf("\n", at);
      else if (text.startsWith("/*", at)) at = text.indexOf("*/", at) + 2;
      else if (c === '"' || c === "'" || c === "`") quoted(c);
      else if (c === "/" && (!ENDS_VALUE.test(code.trimEnd()) || /\breturn\s*$/.test(code))) {
        let inClass = false;
        for (at++; text[at] !== "/" || inClass; at++) {
          if (text[at] === "\\") at++;
          else if (text[at] === "[") inClass = true;
          else if (text[at] === "]") inClass = false;
        }
        at++;
        code += '"';
      } else {
        if ("([{".includes(c)) frames.push({ closes: { "(": ")", "[": "]", "{": "}" }[c] ?? "", call: c === "(" ? (/[\w$.]+$/.exec(code)?.[0] ?? "") : "", argument: 0 });
        else if (frames.at(-1)?.closes === c) frames.pop();
        else if (c === ",") {
          const frame = frames.at(-1);
          if (frame !== undefined) frame.argument++;
        }
        code += c;
        at++;
        if (frames.length < depth) return;
      }
    }
  };
  read(0);
  return found;
}

/** Those of the page's sources. */
export function sentences(): Literal[] {
  return readdirSync("src", { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => literals(readFileSync(`src/${name}`, "utf8"), `www/src/${name}`));
}

export const words = (text: string): string[] => text.toLowerCase().match(/[a-zà-ÿœ]+/g) ?? [];

/** French words that are no English ones. */
export const FUNCTION_WORDS = new Set(
  "au aucun aucune aux avec c ce ces cette ceux d dans de des deux dont du elle en est et il ils j l la le les leur leurs lui mais n ne ni nos notre nous ont ou par pas plus pour qu que qui s sa sans se ses si son sont sous sur un une vos votre vous y".split(" "),
);

/** True for what says something in French. */
export function isFrench(text: string): boolean {
  // Names, which stay.
  const outside = text.replace(/prédépôt|Ségur|Français|sans-serif|…/g, " ");
  return /[à-ÿœ«»]/i.test(outside) || (/\s/.test(text.trim()) && words(outside).some((word) => word.length > 1 && FUNCTION_WORDS.has(word)));
}
