// The conclusion, in one sentence.

import { DemandeState, Severity, type Counts, type Verdict } from "../engine";
import { count, fr } from "../french";
import type { CheckedFile, Deposit } from "../session";
import { isAwaiting } from "./pieces";

/** What can be counted across the files. */
interface Totals {
  demandes: number;
  /** Demandes by state. */
  states: Record<DemandeState, number>;
  /** Errors that the portal's first control would refuse the file for. */
  structure: number;
}

function totals(files: CheckedFile[]): Totals {
  const result: Totals = { demandes: 0, states: [0, 0, 0, 0, 0] as unknown as Record<DemandeState, number>, structure: 0 };
  for (const { demandes, findings } of files) {
    result.demandes += demandes.length;
    for (let index = 0; index < demandes.length; index++) result.states[demandes.state(index)]++;
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
  const { demandes, states, structure } = totals(files);
  const among = (some: number): string =>
    demandes > 1 ? `${count(some, "demande")} sur ${demandes}` : count(some, "demande");
  const having = (verdict: Verdict): number => files.filter((file) => file.summary.verdict === verdict).length;
  const unchecked = having("non-controle");
  const hasJson = files.some((file) => file.summary.kind === "json");
  const counted = [
    erreur > 0 ? count(erreur, "erreur") : "",
    avertissement > 0 ? count(avertissement, "avertissement") : "",
    information > 0 ? count(information, "information") : "",
    files.length > 1 ? `dans ${count(files.length, "fichier")}` : "",
    answers > 0 ? `à côté de ${count(answers, "réponse", "réponses")} de l’ASP` : "",
    summary.verdict !== "non-controle" && unchecked > 0 ? count(unchecked, "fichier non contrôlé", "fichiers non contrôlés") : "",
    hasJson || summary.verdict === "non-controle" ? "" : "sans JSON, l’accord avec les demandes n’est pas vérifié",
  ];
  const more = counted.filter((part) => part !== "").join(" · ");

  let sentence: string;
  if (!done) {
    const found = erreur > 0 ? ` Déjà ${count(erreur, "point bloquant", "points bloquants")}.` : "";
    const unread = rows.filter((row) => row.state === "non-lue").length;
    sentence = halted
      ? `Vérification arrêtée : ${unread === 0 ? "tout n’a pas été lu" : count(unread, "pièce n’a pas été lue", "pièces n’ont pas été lues")}.${found}`
      : `Vérification des pièces en cours.${found}`;
    return { sentence: fr(sentence), more: fr(more) };
  }
  switch (summary.verdict) {
    case "pret":
      sentence =
        demandes === 0
          ? "Rien à reprendre : aucun point relevé."
          : isAwaiting(deposit)
            ? `JSON prêt : ${demandes === 1 ? "la demande est prête" : `les ${demandes} demandes sont prêtes`}. Ajoutez ${demandes === 1 ? "ses" : "leurs"} pièces pour les vérifier aussi.`
          : demandes === 1
            ? "Prêt à déposer : la demande est prête, aucun point à reprendre."
            : `Prêt à déposer : les ${demandes} demandes sont prêtes, aucun point à reprendre.`;
      break;
    case "a-verifier":
      sentence = `Rien de bloquant, mais ${count(avertissement, "point")} à vérifier avant de déposer.`;
      break;
    case "a-corriger":
      sentence = `À corriger avant dépôt : ${count(erreur, "point bloquant", "points bloquants")}.`;
      break;
    case "rejet-demandes":
      sentence = `À corriger avant dépôt : ${count(erreur, "point bloquant", "points bloquants")} dans ${among(states[DemandeState.Rejetee])}.`;
      break;
    case "rejet-fichier":
      sentence =
        files.length === 1
          ? `Le portail refuserait le fichier entier : ${count(structure, "point bloquant", "points bloquants")} dans sa structure.`
          : `Le portail refuserait ${count(having("rejet-fichier"), "fichier")} sur ${files.length} en entier : ${count(structure, "point bloquant", "points bloquants")} dans la structure.`;
      break;
    case "non-controle":
      sentence = files.every((file) => file.summary.kind !== "json")
        ? "Non contrôlé : il n’y a ici aucun JSON de demandes."
        : "Non contrôlé : ce couloir ou ce modèle n’est pas couvert, rien n’a été vérifié au-delà de la structure.";
      break;
    case "retour-asp": {
      if (files.every(({ summary }) => summary.verdict !== "retour-asp" || summary.simulation)) {
        sentence = `Simulation écrite par prédépôt, pas une réponse de l’ASP : ${count(states[DemandeState.RejeteeAsp], "rejet prévu", "rejets prévus")} sur ${count(demandes, "demande")}.`;
        break;
      }
      const accepted = states[DemandeState.AccepteeAsp];
      const rejected = states[DemandeState.RejeteeAsp];
      sentence = `Réponse de l’ASP : ${count(accepted, "demande acceptée", "demandes acceptées")}, ${count(rejected, "rejetée", "rejetées")}.`;
      break;
    }
  }
  return { sentence: fr(sentence), more: fr(more) };
}
