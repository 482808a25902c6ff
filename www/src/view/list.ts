// The list of findings as text, for an email.

import { Severity, type Text } from "../engine";
import { count, fr, shown } from "../french";
import type { CheckedFile } from "../session";
import { ofSeverity } from "./state";

/** Findings written out; a longer list is for the JSON report. */
export const MOST_LISTED = 500;

/** Markdown that reads as plain text too. */
export function listing(sentence: string, file: CheckedFile, indices: number[], texts: Text[]): string {
  const lines = [`**${sentence}**`, "", file.summary.name, ""];
  texts.forEach((text, at) => {
    const index = indices[at];
    if (index === undefined) return;
    const word = ofSeverity(file.findings.severity(index)).word;
    const entry = file.entries?.[file.findings.entry(index)];
    const place = entry !== undefined ? shown(entry.name) : file.summary.kind === "json" ? `ligne ${file.findings.line(index)}` : "fichier";
    lines.push(`- ${place} (${word}) : ${text.message} ${text.help}`);
  });
  const rest = indices.length - texts.length;
  if (rest > 0) lines.push(`- et ${count(rest, "autre point", "autres points")}`);
  if (file.findings.length === 0) lines.push("Aucun point.");
  return fr(`${lines.join("\n")}\n`);
}

/** The findings that are worth an email: what is to be corrected or looked at. */
export function listable(file: CheckedFile, kept: number[]): number[] {
  return kept.filter((index) => file.findings.severity(index) !== Severity.Information);
}
