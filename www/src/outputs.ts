// What the user takes away: files saved, the report copied.

import type { ReportFormat } from "./engine";
import { save } from "./h";
import { t } from "./language";
import type { Session } from "./session";
import { notify } from "./view/notice";

export function saveJson(name: string, content: BlobPart): void {
  save(name, content, "application/json");
  notify(t(`${name} est téléchargé.`, `${name} is downloaded.`));
}

export async function saveTemplate(session: Session, profile: string): Promise<void> {
  const template = await session.template(profile);
  if (template !== null) saveJson(t(`modele-${profile}.json`, `template-${profile}.json`), template);
}

/** How the file of a report ends, and what it is. */
const FORMATS: Record<ReportFormat, [extension: string, type: string]> = {
  json: ["json", "application/json"],
  csv: ["csv", "text/csv"],
  markdown: ["md", "text/markdown"],
  sarif: ["sarif", "application/json"],
};

/** A report is called after the first JSON; a masked one has no name of theirs. */
function nameOf(session: Session, format: ReportFormat, masked: boolean): string {
  const names = session.checked?.files.map(({ summary }) => summary) ?? [];
  const first = names.find(({ kind }) => kind === "json") ?? names[0];
  const stem = masked || first === undefined ? "predepot" : first.name.replace(/\.[^.]*$/, "");
  return `${t("rapport", "report")}-${stem}.${FORMATS[format][0]}`;
}

export async function saveReport(session: Session, format: ReportFormat, masked: boolean): Promise<void> {
  const name = nameOf(session, format, masked);
  const report = await session.report(format, masked);
  if (report === null) return;
  save(name, report, FORMATS[format][1]);
  notify(t(`${name} est téléchargé.`, `${name} is downloaded.`));
}

/** The whole report, for a message. */
export async function copyReport(session: Session, masked: boolean): Promise<void> {
  const report = await session.report("markdown", masked);
  if (report === null) return;
  try {
    await navigator.clipboard.writeText(new TextDecoder().decode(report));
    notify(t("Le rapport est copié : collez-le dans votre message.", "The report is copied: paste it into your message."));
  } catch {
    // No access to the clipboard: it is saved instead.
    save(nameOf(session, "markdown", masked), report, "text/markdown");
    notify(t("Le rapport est téléchargé.", "The report is downloaded."));
  }
}
