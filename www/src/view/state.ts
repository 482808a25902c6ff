// States in a sign and a word: never in colour alone.

import { DemandeState, Severity, type FileSummary, type PieceState, type Verdict } from "../engine";
import { h } from "../h";

/** How serious, for the eye: the class that colours it. */
export type Tone = "erreur" | "avertissement" | "information" | "bon" | "neutre";

interface State {
  tone: Tone;
  sign: string;
  word: string;
}

const VERDICTS: Record<Verdict, State> = {
  "pret": { tone: "bon", sign: "✓", word: "prêt" },
  "a-verifier": { tone: "avertissement", sign: "!", word: "à vérifier" },
  "a-corriger": { tone: "erreur", sign: "✕", word: "à corriger" },
  "rejet-demandes": { tone: "erreur", sign: "✕", word: "à corriger" },
  "rejet-fichier": { tone: "erreur", sign: "✕", word: "fichier refusé" },
  "non-controle": { tone: "neutre", sign: "?", word: "non contrôlé" },
  "retour-asp": { tone: "information", sign: "↩", word: "retour de l’ASP" },
};

const SEVERITIES: Record<Severity, State> = {
  [Severity.Erreur]: { tone: "erreur", sign: "✕", word: "erreur" },
  [Severity.Avertissement]: { tone: "avertissement", sign: "!", word: "avertissement" },
  [Severity.Information]: { tone: "information", sign: "i", word: "information" },
};

const DEMANDES: Record<DemandeState, State> = {
  [DemandeState.Conforme]: { tone: "bon", sign: "✓", word: "prête" },
  [DemandeState.AVerifier]: { tone: "avertissement", sign: "!", word: "à vérifier" },
  [DemandeState.Rejetee]: { tone: "erreur", sign: "✕", word: "rejetée" },
  [DemandeState.AccepteeAsp]: { tone: "bon", sign: "✓", word: "acceptée" },
  [DemandeState.RejeteeAsp]: { tone: "erreur", sign: "✕", word: "rejetée" },
};

interface PieceWords extends State {
  /** For several. */
  words: string;
}

const PIECES: Record<PieceState, PieceWords> = {
  "presente": { tone: "bon", sign: "✓", word: "présente", words: "présentes" },
  "absente": { tone: "erreur", sign: "✕", word: "manquante", words: "manquantes" },
  "nom-proche": { tone: "erreur", sign: "✕", word: "nom presque identique", words: "noms presque identiques" },
  "en-double": { tone: "erreur", sign: "✕", word: "en double", words: "en double" },
  "contenu-fautif": { tone: "erreur", sign: "✕", word: "mauvais contenu", words: "mauvais contenus" },
  "non-declaree": { tone: "avertissement", sign: "!", word: "non déclarée", words: "non déclarées" },
  "non-lue": { tone: "neutre", sign: "…", word: "pas encore lue", words: "pas encore lues" },
};

export const ofVerdict = (verdict: Verdict): State => VERDICTS[verdict];
/** Of a file; a simulation is not said to be an answer. */
export const ofFile = ({ verdict, simulation }: Pick<FileSummary, "verdict" | "simulation">): State =>
  simulation ? { tone: "information", sign: "≈", word: "simulation" } : VERDICTS[verdict];
export const ofSeverity = (severity: Severity): State => SEVERITIES[severity];
export const ofDemande = (state: DemandeState): State => DEMANDES[state];
/** As the portal would see it: stopped or not, or not even looked at. */
export const ofDemandeAtPortal = (stopped: boolean | null): State => {
  if (stopped === null) return { tone: "neutre", sign: "–", word: "non lue" };
  return stopped ? DEMANDES[DemandeState.Rejetee] : { tone: "bon", sign: "✓", word: "non arrêtée" };
};
export const ofPiece = (state: PieceState): PieceWords => PIECES[state];

/** The sign alone; the word is beside it or is said by the label of what holds it. */
export function sign(state: State): HTMLElement {
  return h("span", { class: `signe ton-${state.tone}`, "aria-hidden": "true" }, state.sign);
}
