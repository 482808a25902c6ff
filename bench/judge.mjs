// The tables, and the bars that what is measured must meet.

const bars = [];

/** What must be so; `limit` says it in words. */
export function bar(what, value, met, limit) {
  bars.push({ what, value, met, limit });
}

/** Prints the bars; one that is not met makes the command fail. */
export function verdict() {
  console.log("\nbars");
  table(["", "what", "measured", "bar"], bars.map(({ what, value, met, limit }) => [met ? "pass" : "FAIL", what, value, limit]));
  if (bars.some(({ met }) => !met)) process.exitCode = 1;
}

export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)));
  for (const row of lines) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()}`);
}

export function number(value) {
  return value.toPrecision(3);
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the ratios within each round. */
export function ratio(of, to) {
  return median(of.map((ms, round) => ms / to[round]));
}
