// What the portal would show of the file, and the file as it would hand it back: a simulation that says it is one.

import { count, t } from "../language";
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
    h("p", { id: "portail-phrase" }, shows(current)),
    why === null
      ? h(
          "p",
          {},
          h("button", { type: "button", class: "discret-bouton", id: "simuler", click: () => void saveSimulation(session) }, t("Télécharger la réponse simulée (JSON)", "Download the simulated answer (JSON)")),
          h("span", { class: "discret" }, t(
              "Votre JSON, où le code et le libellé de traitement disent ce que le portail répondrait. Il s’annonce comme une simulation : ne le déposez pas.",
              "Your JSON, where the processing code and label say what the portal would answer. It says that it is a simulation: do not submit it.",
            )),
        )
      : h("p", { class: "discret", id: "sans-simulation" }, t(`Pas de réponse simulée : ${why}`, `No simulated answer: ${why}`)),
  );
}

/** How many of the points the portal would show. */
function shows({ summary, findings, portail }: CheckedFile): string {
  const all = findings.length;
  if (summary.verdict === "non-controle") return t("Les demandes de ce fichier n’ont pas été contrôlées : ce que le portail répondrait n’est pas connu.", "The requests of this file were not checked: what the portal would answer is not known.");
  if (summary.verdict === "rejet-fichier") {
    return all < 2
      ? t(
          "Le portail refuserait le fichier entier à son premier contrôle, et ne montrerait que ce point.",
          "The portal would reject the whole file in its first check, and would show this point alone.",
        )
      : t(
          `Le portail refuserait le fichier entier à son premier contrôle : il ne montrerait que ce point, sur ${all}.`,
          `The portal would reject the whole file in its first check: it would show this point alone, of ${all}.`,
        );
  }
  if (all === 0) return t("Le portail n’aurait rien à montrer.", "The portal would have nothing to show.");
  if (portail.length === 0) {
    return t(
      `Le portail ne montrerait ${all === 1 ? "pas ce point" : `aucun des ${all} points`} : ses deux contrôles ne l’arrêteraient nulle part.`,
      `The portal would ${all === 1 ? "not show this point" : `show none of the ${all} points`}: its two checks would stop it nowhere.`,
    );
  }
  if (portail.length === all) {
    return t(
      `Le portail s’arrête à la première erreur de chaque demande : il montrerait ${all === 1 ? "ce point" : `ces ${all} points`}.`,
      `The portal stops at the first error of each request: it would show ${all === 1 ? "this point" : `these ${all} points`}.`,
    );
  }
  return t(
    `Le portail s’arrête à la première erreur de chaque demande : il montrerait ${count(portail.length, "point")} sur ${all}.`,
    `The portal stops at the first error of each request: it would show ${count(portail.length, "point")} of ${all}.`,
  );
}

/** Why there is no simulation; null when there is one. */
function withoutSimulation({ summary, demandes }: CheckedFile): string | null {
  if (summary.verdict === "rejet-fichier") {
    return t("un fichier refusé au premier contrôle est rendu sans rien d’écrit pour chaque demande.", "a file rejected in the first check is given back with nothing written for each request.");
  }
  if (summary.verdict === "non-controle" || demandes.length === 0) {
    return t("les demandes de ce fichier n’ont pas été contrôlées.", "the requests of this file were not checked.");
  }
  if (summary.truncated) {
    return t("ce fichier a trop de points pour que le premier de chaque demande soit connu.", "this file has too many points for the first of each request to be known.");
  }
  return null;
}

async function saveSimulation(session: Session): Promise<void> {
  const name = session.current?.summary.name ?? "";
  const simulated = await session.simulate();
  if (simulated !== null) saveJson(`SIMULATION-${name}`, simulated);
}
