// What can be done with the file shown and its list.

import { h } from "../h";
import { t } from "../language";
import type { Mode, Session } from "../session";
import type { ExportsView } from "./exports";

/** With an id, so that the focus comes back to it after what it does. */
function button(id: string, text: string, click: () => void, kind = "discret-bouton"): HTMLElement {
  return h("button", { type: "button", class: kind, id, click }, text);
}

export function tools(session: Session, exports: ExportsView): HTMLElement[] {
  const mode = (value: Mode, text: string): HTMLElement =>
    h(
      "label",
      { class: "choix" },
      h("input", {
        type: "radio",
        name: "voir",
        id: `voir-${value}`,
        value,
        checked: session.mode === value,
        change: () => session.look(value),
      }),
      h("span", {}, text),
    );
  const bar = h(
    "div",
    { class: "barre" },
    h("fieldset", { class: "voir", hidden: !session.hasPortal }, h("legend", {}, t("Voir :", "Show:")), mode("tout", t("tout", "everything")), mode("portail", t("comme le portail", "like the portal"))),
    h(
      "div",
      { class: "boutons" },
      button("relire", session.files.length === 1 ? t("Relire le fichier", "Read the file again") : t("Relire les fichiers", "Read the files again"), () => void session.reread()),
      session.files.length > 1 && button("retirer", t("Retirer ce fichier", "Remove this file"), () => void session.remove()),
      exports.button,
    ),
  );
  return [bar, exports.panel];
}
