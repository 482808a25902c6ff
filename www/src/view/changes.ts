// What was written in the file shown and is only in this page: to be saved, or undone.

import { shown, t } from "../language";
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
    h("span", {}, isNew
        ? t("Ce nouveau JSON n’est encore que dans cette page", "This new JSON is still only in this page")
        : unsaved
          ? t("Modifié, pas encore téléchargé", "Changed, not downloaded yet")
          : t("Modifié et téléchargé", "Changed and downloaded")),
    h(
      "button",
      { type: "button", class: unsaved ? "principal" : "discret-bouton", id: "telecharger", title: name, click: () => void save() },
      isNew ? t("Télécharger le nouveau JSON", "Download the new JSON") : t("Télécharger le fichier corrigé", "Download the corrected file"),
    ),
    name !== held.delivery.name && h("span", { class: "discret" }, t(`sous le nom conforme : ${shown(name, 60)}`, `under the conforming name: ${shown(name, 60)}`)),
    written && h("button", { type: "button", class: "discret-bouton", id: "defaire", click: () => void session.travel("back") }, t("Annuler la dernière modification", "Undo the last change")),
  );
}
