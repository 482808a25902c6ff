// States in a sign and a word: never in colour alone.

import { DemandeState, Severity, type FileSummary, type PieceState, type Verdict } from "../engine";
import { h } from "../h";
import { t } from "../language";

/** How serious, for the eye: the class that colours it. */
export type Tone = "erreur" | "avertissement" | "information" | "bon" | "neutre";

interface State {
  tone: Tone;
  sign: string;
  word: string;
}

const state = (tone: Tone, sign: string, word: string): State => ({ tone, sign, word });

const VERDICTS: Record<Verdict, () => State> = {
  "pret": () => state("bon", "✓", t("prêt", "ready")),
  "a-verifier": () => state("avertissement", "!", t("à vérifier", "to check")),
  "a-corriger": () => state("erreur", "✕", t("à corriger", "to correct")),
  "rejet-demandes": () => state("erreur", "✕", t("à corriger", "to correct")),
  "rejet-fichier": () => state("erreur", "✕", t("fichier refusé", "file rejected")),
  "non-controle": () => state("neutre", "?", t("non contrôlé", "not checked")),
  "retour-asp": () => state("information", "↩", t("retour de l’ASP", "answer of the ASP")),
};

const SEVERITIES: Record<Severity, () => State> = {
  [Severity.Erreur]: () => state("erreur", "✕", t("erreur", "error")),
  [Severity.Avertissement]: () => state("avertissement", "!", t("avertissement", "warning")),
  [Severity.Information]: () => state("information", "i", t("information", "note")),
};

const DEMANDES: Record<DemandeState, () => State> = {
  [DemandeState.Conforme]: () => state("bon", "✓", t("prête", "ready")),
  [DemandeState.AVerifier]: () => state("avertissement", "!", t("à vérifier", "to check")),
  [DemandeState.Rejetee]: () => state("erreur", "✕", t("rejetée", "rejected")),
  [DemandeState.AccepteeAsp]: () => state("bon", "✓", t("acceptée", "accepted")),
  [DemandeState.RejeteeAsp]: () => state("erreur", "✕", t("rejetée", "rejected")),
};

interface PieceWords extends State {
  /** For several. */
  words: string;
}

const pieces = (tone: Tone, sign: string, word: string, words: string): PieceWords => ({ tone, sign, word, words });

const PIECES: Record<PieceState, () => PieceWords> = {
  "presente": () => pieces("bon", "✓", t("présente", "present"), t("présentes", "present")),
  "absente": () => pieces("erreur", "✕", t("manquante", "missing"), t("manquantes", "missing")),
  "nom-proche": () => pieces("erreur", "✕", t("nom presque identique", "under a similar name"), t("noms presque identiques", "under a similar name")),
  "en-double": () => pieces("erreur", "✕", t("en double", "there twice"), t("en double", "there twice")),
  "contenu-fautif": () => pieces("erreur", "✕", t("mauvais contenu", "with wrong content"), t("mauvais contenus", "with wrong content")),
  "non-declaree": () => pieces("avertissement", "!", t("non déclarée", "not declared"), t("non déclarées", "not declared")),
  "non-lue": () => pieces("neutre", "…", t("pas encore lue", "not read yet"), t("pas encore lues", "not read yet")),
};

export const ofVerdict = (verdict: Verdict): State => VERDICTS[verdict]();
/** Of a file; a simulation is not said to be an answer. */
export const ofFile = ({ verdict, simulation }: Pick<FileSummary, "verdict" | "simulation">): State =>
  simulation ? state("information", "≈", t("simulation", "simulation")) : VERDICTS[verdict]();
export const ofSeverity = (severity: Severity): State => SEVERITIES[severity]();
export const ofDemande = (state: DemandeState): State => DEMANDES[state]();
/** What its own errors do not say of a demande. */
export const ofDemandeElsewhere = {
  /** Nothing was looked at in it. */
  unchecked: () => state("neutre", "–", t("non contrôlée", "not checked")),
  /** The portal would refuse its file whole. */
  held: () => state("neutre", "–", t("bloquée", "blocked")),
  /** The portal would take it as it is. */
  taken: () => state("erreur", "✕", t("à corriger", "to correct")),
  /** What is in a piece of it is at fault. */
  piece: () => state("erreur", "✕", t("pièce à corriger", "document to correct")),
};
/** As the portal would see it: stopped or not, or not even looked at. */
export const ofDemandeAtPortal = (stopped: boolean | null): State => {
  if (stopped === null) return state("neutre", "–", t("non lue", "not read"));
  return stopped ? DEMANDES[DemandeState.Rejetee]() : state("bon", "✓", t("non arrêtée", "not stopped"));
};
export const ofPiece = (state: PieceState): PieceWords => PIECES[state]();

/** The sign alone; the word is beside it or is said by the label of what holds it. */
export function sign(state: State): HTMLElement {
  return h("span", { class: `signe ton-${state.tone}`, "aria-hidden": "true" }, state.sign);
}
