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
  const rank = (group: Group): number => group.severity * 2 + (group.findings.some((index) => findings.control(index) === 1) ? 0 : 1);
  return [...groups.values()]
    .map((group) => ({ group, rank: rank(group) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ group }) => group);
}
