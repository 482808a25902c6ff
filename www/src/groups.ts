// Findings by rule: the order of the list, and of F8.

import type { Findings, Severity } from "./engine";

export interface Group {
  /** Index of the rule in the catalogue. */
  rule: number;
  severity: Severity;
  /** In document order. */
  findings: number[];
}

/** What would have the whole file refused comes first, then the other errors, then what is less; otherwise in document order. */
export function grouped(findings: Findings, listed: number[]): Group[] {
  const groups = new Map<number, Group>();
  for (const index of listed) {
    const severity = findings.severity(index);
    const rule = findings.rule(index);
    const key = severity * 1000 + rule;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule, severity, findings: [index] });
    else group.findings.push(index);
  }
  const rank = ({ severity, findings: [first = 0] }: Group): number =>
    severity * 2 + (findings.control(first) === 1 ? 0 : 1);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
