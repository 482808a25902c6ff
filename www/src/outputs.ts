// What the user takes away: files saved, the list copied.

import { save } from "./h";
import type { Session } from "./session";
import { MOST_LISTED, listable, listing } from "./view/list";
import { notify } from "./view/notice";

export function saveJson(name: string, content: BlobPart): void {
  save(name, content, "application/json");
  notify(`${name} est téléchargé.`);
}

export async function saveTemplate(session: Session, profile: string): Promise<void> {
  const template = await session.template(profile);
  if (template !== null) saveJson(`modele-${profile}.json`, template);
}

export async function saveReport(session: Session): Promise<void> {
  const report = await session.report();
  if (report !== null) saveJson("rapport-predepot.json", report);
}

/** The findings listed, under the conclusion. */
export async function copyList(session: Session, conclusion: string): Promise<void> {
  const { current } = session;
  if (current === null) return;
  const indices = listable(current, session.listed());
  const texts = await session.texts(indices.slice(0, MOST_LISTED));
  if (texts === null) return;
  const list = listing(conclusion, current, indices, texts);
  try {
    await navigator.clipboard.writeText(list);
    notify("La liste est copiée : collez-la dans votre message.");
  } catch {
    // No access to the clipboard: the list is saved instead.
    save("liste-predepot.txt", list, "text/plain");
    notify("La liste est téléchargée.");
  }
}
