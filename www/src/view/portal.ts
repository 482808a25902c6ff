// What the portal would show of the file, and the file as it would hand it back: a simulation that says it is one.

import { count, fr } from "../french";
import { h } from "../h";
import { saveJson } from "../outputs";
import type { CheckedFile, Session } from "../session";

/** Under the switch, while the file is seen as the portal would. Null otherwise. */
export function portal(session: Session): HTMLElement | null {
  const { current } = session;
  if (current === null || !session.asPortal) return null;
  const why = withoutSimulation(current);
  return h(
    "div",
    { class: "portail", id: "portail" },
    h("p", { id: "portail-phrase" }, fr(shows(current))),
    why === null
      ? h(
          "p",
          {},
          h("button", { type: "button", class: "discret-bouton", id: "simuler", click: () => void saveSimulation(session) }, "Télécharger la réponse simulée (JSON)"),
          h("span", { class: "discret" }, fr("Votre JSON, où le code et le libellé de traitement disent ce que le portail répondrait. Il s’annonce comme une simulation : ne le déposez pas.")),
        )
      : h("p", { class: "discret", id: "sans-simulation" }, fr(`Pas de réponse simulée : ${why}`)),
  );
}

/** How many of the points the portal would show. */
function shows({ summary, findings, portail }: CheckedFile): string {
  const all = findings.length;
  if (summary.verdict === "rejet-fichier") {
    return all < 2
      ? "Le portail refuserait le fichier entier à son premier contrôle, et ne montrerait que ce point."
      : `Le portail refuserait le fichier entier à son premier contrôle : il ne montrerait que ce point, sur ${all}.`;
  }
  if (all === 0) return "Le portail n’aurait rien à montrer.";
  if (portail.length === 0) return `Le portail ne montrerait ${all === 1 ? "pas ce point" : `aucun des ${all} points`} : ses deux contrôles ne l’arrêteraient nulle part.`;
  if (portail.length === all) return `Le portail s’arrête à la première erreur de chaque demande : il montrerait ${all === 1 ? "ce point" : `ces ${all} points`}.`;
  return `Le portail s’arrête à la première erreur de chaque demande : il montrerait ${count(portail.length, "point")} sur ${all}.`;
}

/** Why there is no simulation; null when there is one. */
function withoutSimulation({ summary, demandes }: CheckedFile): string | null {
  if (summary.verdict === "rejet-fichier") return "un fichier refusé au premier contrôle est rendu sans rien d’écrit pour chaque demande.";
  if (summary.verdict === "non-controle" || demandes.length === 0) return "les demandes de ce fichier n’ont pas été contrôlées.";
  if (summary.truncated) return "ce fichier a trop de points pour que le premier de chaque demande soit connu.";
  return null;
}

async function saveSimulation(session: Session): Promise<void> {
  const name = session.current?.summary.name ?? "";
  const simulated = await session.simulate();
  if (simulated !== null) saveJson(`SIMULATION-${name}`, simulated);
}
