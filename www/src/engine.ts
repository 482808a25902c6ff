// What the engine says, and what can be asked of it. Shared by the page and the worker; knows no rule.

import type { Language } from "./language";

/** Bytes that can be posted and saved. */
export type Bytes = Uint8Array<ArrayBuffer>;

export type Verdict =
  | "pret"
  | "a-verifier"
  | "a-corriger"
  | "rejet-demandes"
  | "rejet-fichier"
  | "non-controle"
  | "retour-asp";

export interface Counts {
  erreur: number;
  avertissement: number;
  information: number;
}

export interface FileSummary {
  name: string;
  /** The name that it is to be deposited under: its own when nothing is wrong with it. */
  conformingName: string;
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
  /** Flat, read through `Demandes`. */
  demandes: Uint32Array;
  /** One for each demande, empty when it has none. */
  numerosEditeur: string[];
}

export interface Summary {
  verdict: Verdict;
  counts: Counts;
  files: FileSummary[];
}

export interface Related {
  /** Another file's name; null for the same file. */
  file: string | null;
  /** Null in a file that has no lines. */
  line: number | null;
  column: number | null;
  /** The name of the entry, in a ZIP. */
  entry?: string;
  message: string;
}

export interface Edit {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  before: string;
  text: string;
}

export interface Fix {
  title: string;
  safety: "sure" | "a-confirmer" | "a-saisir";
  /** The first ones, and how many others there are. */
  edits: Edit[];
  others: number;
  rename: { from: string; to: string } | null;
}

/** Edits of a file's lines, in document order; `unmarked` when they take its byte order mark away. */
export interface Corrections {
  name: string;
  unmarked: boolean;
  edits: Pick<Edit, "line" | "column" | "endLine" | "endColumn" | "text">[];
}

/** The words of one finding. What stands between backticks is a value. */
export interface Text {
  message: string;
  why: string;
  help: string;
  source: string | null;
  related: Related[];
  fix: Fix | null;
}

export interface RuleEntry {
  code: string;
  name: string;
  summary: string;
}

export interface Profile {
  id: string;
  title: string;
  rules: string;
}

/** An entry of a ZIP; `pending` while its content is still to be read. */
export interface Entry {
  name: string;
  size: number;
  folder: boolean;
  pending: boolean;
}

export type PieceState = "presente" | "absente" | "non-declaree" | "en-double" | "contenu-fautif" | "nom-proche" | "non-lue";

/** A loose piece, or an entry of a ZIP: both are indices. */
export interface Found {
  file: number;
  entry: number | null;
}

/** A line of the table of pieces. */
export interface PieceRow {
  expected: { file: number; demande: number; name: string; line: number; column: number } | null;
  found: Found[];
  state: PieceState;
}

/** The new ZIPs that can be made of the files, and what they leave out. */
export interface Preparation {
  /** They would be better than what was dropped. */
  needed: boolean;
  zips: { json: number; name: string; size: number; pieces: { from: Found; name: string }[] }[];
  /** Expected pieces that are in none, by their line of the table, and why. */
  left: { row: number; why: string }[];
  /** Files that are in none. */
  aside: Found[];
}

/** An answer of the portal, and a conforming name for the new file of the demandes that it rejects. */
export interface AspReturn {
  /** Three for each demande: code, label, `numeroASP`; empty for what is null. */
  texts: string[];
  newName: string;
}

/** The former name of a piece, and the name that its new JSON gives it. */
export interface Renaming {
  from: string;
  to: string;
}

/** What the user alone can make sure of; `demandes` are their ranks, "1, 4 et 7", empty for the whole file. */
export interface Duty {
  /** The same in both languages. */
  id: string;
  text: string;
  section: string;
  after: boolean;
  demandes: string;
}

/** What became of a rule on a file. */
export enum RuleState {
  Applied,
  /** It is of this profile, and had nothing to judge. */
  WithoutObject,
  /** It could not judge what is there. */
  NotApplied,
  /** It is of another profile, or of another kind of file. */
  Elsewhere,
}

/** What was looked at in a file, for each rule of the catalogue. */
export interface Scope {
  states: RuleState[];
  /** Why it was silent, as the end of a sentence; empty for the others. */
  reasons: string[];
  duties: Duty[];
}

/** A text is read up to this size, in bytes; the engine says what is larger. */
export const MOST_TEXT = 64 * 1024 * 1024;

/** A file on its way to the engine, which reads it and knows it again by its identifier. */
export type Delivery =
  | { id: number; name: string; content: Blob }
  | { id: number; name: string; unreadable: string };

/** What a report is written as. */
export type ReportFormat = "json" | "csv" | "markdown" | "sarif";

export interface About {
  version: string;
  catalogue: RuleEntry[];
  profiles: Profile[];
}

/** How far a reading is. */
export interface Progress {
  /** Bytes read, and in all. */
  read: number;
  size: number;
  /** Pieces read, and in all. */
  pieces: number;
  all: number;
}

/** What is known while a work goes on. */
export interface News {
  progress: Progress;
  /** When there is more to show. */
  checked: Checked | null;
}

/** A file that was made. */
export interface Made {
  name: string;
  content: Blob;
}

export interface Checked {
  /** False while there is more to read: what is found so far is right but not all. The findings of a JSON are all there. */
  done: boolean;
  summary: Summary;
  /** One flat list for each file, read through `Findings`. */
  diagnostics: Uint32Array[];
  /** For each finding of each file, its entry in the ZIP + 1; 0 for none. */
  entryOf: Uint32Array[];
  /** For each file, the findings that the portal would show: indices, ascending. */
  portail: Uint32Array[];
  /** The entries of each ZIP. */
  entries: (Entry[] | null)[];
  rows: PieceRow[];
  preparation: Preparation;
  /** For each file, what the portal answers in it. */
  returns: (AspReturn | null)[];
  /** What the findings of each file are known again by (`compare.ts`), when it was asked for. */
  identities: Float64Array[] | null;
}

/** Listens to a work that is long. */
export type Tell = (news: News) => void;

/** What the page asks and the worker answers. */
export interface Operations {
  start(module: WebAssembly.Module, language: Language): About;
  /** Says everything in this language from now on; what was said of the last deposit without being asked for, again. */
  speak(language: Language): { about: About; preparation: Preparation | null };
  /**
   * When not `whole`, only what needs no reading of pieces; when `identified`, with what findings are known again by. Pieces may have had other
   * names (`renamings`). Null when something else was asked meanwhile.
   */
  check(
    files: Delivery[],
    profile: string | null,
    today: [number, number, number],
    whole: boolean,
    identified: boolean,
    renamings: Renaming[],
    tell: Tell,
  ): Promise<Checked | null>;
  /** Makes the ZIPs of the preparation and checks them; `sure` when nothing is wrong with them. Null when it was stopped. */
  make(profile: string | null, today: [number, number, number], tell: Tell): Promise<{ zips: Made[]; sure: boolean } | null>;
  /** Masked, without the values of the files. */
  texts(file: number, indices: Uint32Array, masked: boolean): Text[];
  corrections(file: number, indices: Uint32Array): Corrections;
  /** What the findings of a file are known again by, and the messages of some, in each language. */
  remember(file: number, indices: Uint32Array): { identities: Float64Array; messages: Record<Language, string[]> };
  report(format: ReportFormat, masked: boolean): Bytes;
  /** The SHA-256 of a file; null when it cannot be read. */
  fingerprint(file: number): Promise<string | null>;
  resubmit(file: number, ids: string[]): { bytes: Bytes; renamings: Renaming[] };
  /** The file as the portal would hand it back; null when it would write nothing in it. */
  simulate(file: number): Bytes | null;
  scope(file: number): Scope | null;
  template(profile: string): string;
}

type Asked<Args extends unknown[]> = Args extends [...infer Rest, Tell] ? Rest : Args;

/** What is given with a question: functions stay where they are. */
export type Args<Name extends keyof Operations> = Asked<Parameters<Operations[Name]>>;

export type Question = {
  [Name in keyof Operations]: { id: number; name: Name; args: Args<Name> };
}[keyof Operations];

export type Answer = { id: number; value: unknown } | { id: number; failure: string } | { id: number; news: News };

export enum Severity {
  Erreur,
  Avertissement,
  Information,
}

export enum Safety {
  None,
  Sure,
  AConfirmer,
  ASaisir,
}

/** The findings of one file, in document order, as numbers. Their words are asked for apart. */
export class Findings {
  static readonly #stride = 12;
  readonly length: number;

  constructor(
    private readonly flat: Uint32Array,
    private readonly entries: Uint32Array,
  ) {
    this.length = Math.floor(flat.length / Findings.#stride);
  }

  #at(index: number, field: number): number {
    return this.flat[index * Findings.#stride + field] ?? 0;
  }

  /** Index in the catalogue. */
  rule(index: number): number {
    return this.#at(index, 0);
  }
  severity(index: number): Severity {
    return this.#at(index, 1);
  }
  /** 1 or 2; 0 for none. */
  control(index: number): number {
    return this.#at(index, 2);
  }
  line(index: number): number {
    return this.#at(index, 3);
  }
  column(index: number): number {
    return this.#at(index, 4);
  }
  endLine(index: number): number {
    return this.#at(index, 5);
  }
  endColumn(index: number): number {
    return this.#at(index, 6);
  }
  /** Index of the demande, or -1. */
  demande(index: number): number {
    return this.#at(index, 7) - 1;
  }
  fix(index: number): Safety {
    return this.#at(index, 8);
  }
  /** Index of the entry of the ZIP, or -1. */
  entry(index: number): number {
    return (this.entries[index] ?? 0) - 1;
  }
  /** True when it is about the file and no place in it. */
  isWhole(index: number): boolean {
    return this.#at(index, 9) === 0 && this.#at(index, 10) === 0 && this.entry(index) < 0;
  }
}

export enum DemandeState {
  Conforme,
  AVerifier,
  Rejetee,
  AccepteeAsp,
  RejeteeAsp,
}

/** The demandes of one file, in order. */
export class Demandes {
  static readonly #stride = 7;
  readonly length: number;

  constructor(private readonly summary: FileSummary) {
    this.length = summary.demandes.length / Demandes.#stride;
  }

  #at(index: number, field: number): number {
    return this.summary.demandes[index * Demandes.#stride + field] ?? 0;
  }

  /** As written in the file; 0 when it is not a number. */
  numLigne(index: number): number {
    return this.#at(index, 0);
  }
  state(index: number): DemandeState {
    return this.#at(index, 1);
  }
  startLine(index: number): number {
    return this.#at(index, 2);
  }
  errors(index: number): number {
    return this.#at(index, 4);
  }
  warnings(index: number): number {
    return this.#at(index, 5);
  }
  numeroEditeur(index: number): string {
    return this.summary.numerosEditeur[index] ?? "";
  }
}
