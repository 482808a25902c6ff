// Which findings of a file were there before: by what they are, not by their line.

import { Severity, type Findings } from "./engine";
import type { Language } from "./language";

/** What findings are known again by (`Deposit.identities`): so many numbers each, the surest first. */
export type Identities = Float64Array;
const RANKS = 3;

/** What is kept of a file before it changes. */
export interface Remembered {
  /** When it was dropped. */
  since: Date;
  identities: Identities;
  findings: Findings;
  /** The words of its points, as far as they are kept, in each language: the engine will know them no more. */
  messages: Map<number, Record<Language, string>>;
}

/** For each finding of `after`, the same one of `before`, or -1. */
export function match(before: Identities, after: Identities): Int32Array {
  const found = new Int32Array(after.length / RANKS).fill(-1);
  const taken = new Uint8Array(before.length / RANKS);
  for (let rank = 0; rank < RANKS; rank++) {
    const waiting = new Map<number, number[]>();
    // The last one is taken out first: it is the first of the file.
    for (let index = taken.length - 1; index >= 0; index--) {
      if (taken[index] === 1) continue;
      const key = before[index * RANKS + rank] ?? 0;
      const others = waiting.get(key);
      if (others === undefined) waiting.set(key, [index]);
      else others.push(index);
    }
    if (waiting.size === 0) break;
    for (let index = 0; index < found.length; index++) {
      if (found[index] !== -1) continue;
      const same = waiting.get(after[index * RANKS + rank] ?? 0)?.pop();
      if (same === undefined) continue;
      found[index] = same;
      taken[same] = 1;
    }
  }
  return found;
}

export interface Comparison {
  /** Points that are gone: indices of the findings before. */
  gone: number[];
  /** Points that were not there: indices of the findings now. */
  fresh: Set<number>;
  /** How many are still there. */
  left: number;
}

/** Reminders are no points to correct. */
export const isPoint = (findings: Findings, index: number): boolean => findings.severity(index) !== Severity.Information;

export function compare(before: Pick<Remembered, "identities" | "findings">, findings: Findings, identities: Identities): Comparison {
  const found = match(before.identities, identities);
  const kept = new Set(found);
  const gone: number[] = [];
  for (let index = 0; index < before.findings.length; index++) if (!kept.has(index) && isPoint(before.findings, index)) gone.push(index);
  const fresh = new Set<number>();
  let left = 0;
  for (let index = 0; index < findings.length; index++) {
    if (!isPoint(findings, index)) continue;
    if (found[index] === -1) fresh.add(index);
    else left++;
  }
  return { gone, fresh, left };
}
