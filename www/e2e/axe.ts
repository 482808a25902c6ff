// axe-core's judgement of a page: WCAG 2.2 A and AA, and its best practices.

import axe, { type AxeResults, type RunOptions } from "axe-core";

/** To be run in the page before `JUDGE`. */
export const AXE = axe.source;

export const OPTIONS: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // Off unless asked for, also by its tag.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** To be run in the page: `axe` is there. */
export function judge(options: RunOptions): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } };
  return axe
    .run(document, options)
    .then(({ violations }) => violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`)));
}
