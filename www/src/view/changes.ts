// What was written in the file shown and is only in this page: to be saved, or undone.

import { fr, shown } from "../french";
import { h } from "../h";
import { saveJson } from "../outputs";
import { isUnsaved, type Session } from "../session";

/** Null while the file in the page is the one that the user has. */
export function changes(session: Session): HTMLElement | null {
  const held = session.files[session.file];
  if (held === undefined || !("content" in held.delivery)) return null;
  const written = (held.draft?.canGoBack ?? false) || held.former !== null;
  const unsaved = isUnsaved(held);
  if (!written && !unsaved) return null;
  const name = session.current?.summary.conformingName ?? held.delivery.name;
  const save = async (): Promise<void> => {
    const taken = await session.taken();
    if (taken !== null) saveJson(taken.name, taken.content);
  };
  const isNew = held.made && held.saved.size === 0;
  return h(
    "div",
    { "class": "corrections", "data-modifie": unsaved ? "oui" : "non" },
    h("span", {}, isNew ? "Ce nouveau JSON n’est encore que dans cette page" : unsaved ? "Modifié, pas encore téléchargé" : "Modifié et téléchargé"),
    h(
      "button",
      { type: "button", class: unsaved ? "principal" : "discret-bouton", id: "telecharger", title: name, click: () => void save() },
      isNew ? "Télécharger le nouveau JSON" : "Télécharger le fichier corrigé",
    ),
    name !== held.delivery.name && h("span", { class: "discret" }, fr(`sous le nom conforme : ${shown(name, 60)}`)),
    written && h("button", { type: "button", class: "discret-bouton", id: "defaire", click: () => void session.travel("back") }, "Annuler la dernière modification"),
  );
}
