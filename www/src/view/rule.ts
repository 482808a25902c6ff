// The page of a rule, over the files: leaving the page would lose them.

import { byId, h } from "../h";

const dialog = byId<HTMLDialogElement>("fiche");
const body = byId("fiche-corps");

export function openRule(code: string): void {
  const frame = h("iframe", { src: `regles/${code}.html`, title: `Fiche de la règle ${code}` });
  // The rule's way back to the page would open a second one in here; from file:// its document cannot be reached.
  frame.addEventListener("load", () => frame.contentDocument?.querySelector("nav")?.remove());
  body.replaceChildren(frame);
  dialog.showModal();
}

byId("fiche-fermer").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => body.replaceChildren());
