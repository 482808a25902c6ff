
export interface Counts { erreur: number; avertissement: number; information: number }

export type Verdict = "pret" | "a-verifier" | "a-corriger" | "rejet-demandes" | "rejet-fichier" | "non-controle" | "retour-asp";

export interface FileSummary {
  name: string;
  kind: "json" | "zip" | "piece" | "inconnu";
  size: number;
  encoding: "utf-8" | "windows-1252" | "utf-16le" | "utf-16be" | "binaire";
  profile: string | null;
  profileTitle: string | null;
  profileBasis: "document" | "deduit" | "choisi" | null;
  /** The version of the rules, as a day: "2022-11-04". */
  rules: string | null;
  verdict: Verdict;
  counts: Counts;
  byCode: Record<string, number>;
  truncated: boolean;
  /** The sum of the amounts that can be read, in cents, as a decimal string: it may be beyond what a number holds. Null without any. */
  totalHT: string | null;
  /** It has the form of the portal's answer, but this tool wrote it. */
  simulation: boolean;
}

export interface Summary { verdict: Verdict; counts: Counts; files: FileSummary[] }

/** A place in a ZIP has no line; `entry` names its entry, if it has one. */
export interface Related { file: string | null; line: number | null; column: number | null; entry?: string; message: string }

export interface Edit { line: number; column: number; endLine: number; endColumn: number; before: string; text: string }

export interface Fix {
  title: string;
  safety: "sure" | "a-confirmer" | "a-saisir";
  edits: Edit[];
  /** Further edits, which are not listed. */
  others: number;
  rename: { from: string; to: string } | null;
}

/** Edits of a file's lines, in document order; `unmarked` when they take its byte order mark away. */
export interface Corrections {
  name: string;
  unmarked: boolean;
  /** `before` is empty. */
  edits: Edit[];
}

/** The words of a finding. What stands between backticks is a value. */
export interface Text {
  message: string;
  why: string;
  help: string;
  source: string | null;
  related: Related[];
  fix: Fix | null;
}

export interface RuleEntry { code: string; name: string; summary: string }

export interface Profile { id: string; title: string; rules: string }
