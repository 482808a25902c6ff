// The conclusion, in one sentence.

import { DemandeState, Severity, type Counts, type Verdict } from "../engine";
import { count, figure, t } from "../language";
import type { CheckedFile, Deposit } from "../session";
import { isAwaiting } from "./pieces";

/** What can be counted across the files. */
interface Totals {
  /** Errors of demandes. */
  own: number;
  demandes: number;
  /** Demandes by state. */
  states: Record<DemandeState, number>;
  /** Errors that the portal's first control would refuse the file for. */
  structure: number;
}

function totals(files: CheckedFile[]): Totals {
  const result: Totals = { own: 0, demandes: 0, states: [0, 0, 0, 0, 0] as unknown as Record<DemandeState, number>, structure: 0 };
  for (const { demandes, findings } of files) {
    result.demandes += demandes.length;
    for (let index = 0; index < demandes.length; index++) {
      result.states[demandes.state(index)]++;
      result.own += demandes.errors(index);
    }
    for (let index = 0; index < findings.length; index++) {
      if (findings.control(index) === 1 && findings.severity(index) === Severity.Erreur) result.structure++;
    }
  }
  return result;
}

/** The sentence, and what is worth adding under it. */
export function concluding(deposit: Deposit, halted: boolean): { sentence: string; more: string } {
  const { done, summary, rows } = deposit;
  // What the portal answered is no part of what is to be deposited beside it.
  const toDeposit = deposit.files.filter((file) => file.returned === null);
  const files = toDeposit.length > 0 ? toDeposit : deposit.files;
  const answers = deposit.files.length - files.length;
  const sum = (of: keyof Counts): number => files.reduce((total, file) => total + file.summary.counts[of], 0);
  const [erreur, avertissement, information] = [sum("erreur"), sum("avertissement"), sum("information")];
  const { own, demandes, states, structure } = totals(files);
  const among = (some: number): string =>
    demandes > 1 ? t(`${count(some, "demande")} sur ${demandes}`, `${count(some, "request")} of ${demandes}`) : count(some, t("demande", "request"));
  const blocking = (some: number): string => t(count(some, "point bloquant", "points bloquants"), count(some, "blocking point"));
  const having = (verdict: Verdict): number => files.filter((file) => file.summary.verdict === verdict).length;
  const unchecked = having("non-controle");
  const hasJson = files.some((file) => file.summary.kind === "json");
  const counted = [
    erreur > 0 ? count(erreur, t("erreur", "error")) : "",
    avertissement > 0 ? count(avertissement, t("avertissement", "warning")) : "",
    information > 0 ? count(information, t("information", "note")) : "",
    files.length > 1 ? t(`dans ${count(files.length, "fichier")}`, `in ${count(files.length, "file")}`) : "",
    answers > 0 ? t(`à côté de ${count(answers, "réponse")} de l’ASP`, `beside ${count(answers, "answer")} of the ASP`) : "",
    summary.verdict !== "non-controle" && unchecked > 0 ? t(count(unchecked, "fichier non contrôlé", "fichiers non contrôlés"), `${count(unchecked, "file")} not checked`) : "",
    hasJson || summary.verdict === "non-controle" ? "" : t("sans JSON, l’accord avec les demandes n’est pas vérifié", "without a JSON, the match with the requests is not checked"),
  ];
  const more = counted.filter((part) => part !== "").join(" · ");

  let sentence: string;
  if (!done) {
    const found = erreur > 0 ? t(` Déjà ${blocking(erreur)}.`, ` Already ${blocking(erreur)}.`) : "";
    const unread = rows.filter((row) => row.state === "non-lue").length;
    sentence = halted
      ? t(
          `Vérification arrêtée : ${unread === 0 ? "tout n’a pas été lu" : count(unread, "pièce n’a pas été lue", "pièces n’ont pas été lues")}.${found}`,
          `Check stopped: ${unread === 0 ? "not everything was read" : count(unread, "document was not read", "documents were not read")}.${found}`,
        )
      : t(`Vérification des pièces en cours.${found}`, `The documents are being checked.${found}`);
    return { sentence, more };
  }
  switch (summary.verdict) {
    case "pret":
      sentence =
        demandes === 0
          ? t("Rien à reprendre : aucun point relevé.", "Nothing to correct: no point found.")
          : isAwaiting(deposit)
            ? t(
                `JSON prêt : ${demandes === 1 ? "la demande est prête" : `les ${demandes} demandes sont prêtes`}, les pièces restent à vérifier.`,
                `JSON ready: ${demandes === 1 ? "the request is ready" : `the ${demandes} requests are ready`}, the documents are still to be checked.`,
              )
            : t(
                `Prêt à déposer : ${demandes === 1 ? "la demande est prête" : `les ${demandes} demandes sont prêtes`}, aucun point à reprendre.`,
                `Ready to submit: ${demandes === 1 ? "the request is ready" : `the ${demandes} requests are ready`}, nothing to correct.`,
              );
      break;
    case "a-verifier":
      sentence = t(`Rien de bloquant, mais ${count(avertissement, "point")} à vérifier avant de déposer.`, `Nothing blocking, but ${count(avertissement, "point")} to look at before you submit.`);
      break;
    case "a-corriger":
      sentence = t(`À corriger avant dépôt : ${blocking(erreur)}.`, `To be corrected before submission: ${blocking(erreur)}.`);
      break;
    case "rejet-demandes":
      sentence = t(
        `À corriger avant dépôt : ${blocking(own)} dans ${among(states[DemandeState.Rejetee])}${own < erreur ? `, et ${figure(erreur - own)} ailleurs` : ""}.`,
        `To be corrected before submission: ${blocking(own)} in ${among(states[DemandeState.Rejetee])}${own < erreur ? `, and ${figure(erreur - own)} elsewhere` : ""}.`,
      );
      break;
    case "rejet-fichier":
      sentence =
        files.length === 1
          ? t(`Le portail refuserait le fichier entier : ${blocking(structure)} dans sa structure.`, `The portal would reject the whole file: ${blocking(structure)} in its structure.`)
          : t(
              `Le portail refuserait ${count(having("rejet-fichier"), "fichier")} sur ${files.length} en entier : ${blocking(structure)} dans la structure.`,
              `The portal would reject ${count(having("rejet-fichier"), "file")} of ${files.length} whole: ${blocking(structure)} in the structure.`,
            );
      break;
    case "non-controle":
      sentence = files.every((file) => file.summary.kind !== "json")
        ? t("Non contrôlé : il n’y a ici aucun JSON de demandes.", "Not checked: there is no JSON of requests here.")
        : t(
            "Non contrôlé : ce couloir ou ce modèle n’est pas couvert, rien n’a été vérifié au-delà de la structure.",
            "Not checked: this corridor or this template is not covered, nothing was checked beyond the structure.",
          );
      break;
    case "retour-asp": {
      if (files.every(({ summary }) => summary.verdict !== "retour-asp" || summary.simulation)) {
        const foreseen = states[DemandeState.RejeteeAsp];
        sentence = t(
          `Simulation écrite par prédépôt, pas une réponse de l’ASP : ${count(foreseen, "rejet prévu", "rejets prévus")} sur ${count(demandes, "demande")}.`,
          `Simulation written by prédépôt, not an answer of the ASP: ${count(foreseen, "rejection")} foreseen among ${count(demandes, "request")}.`,
        );
        break;
      }
      const accepted = states[DemandeState.AccepteeAsp];
      const rejected = states[DemandeState.RejeteeAsp];
      sentence = t(
        `Réponse de l’ASP : ${count(accepted, "demande acceptée", "demandes acceptées")}, ${count(rejected, "rejetée")}.`,
        `Answer of the ASP: ${count(accepted, "request")} accepted, ${figure(rejected)} rejected.`,
      );
      break;
    }
  }
  return { sentence, more };
}
