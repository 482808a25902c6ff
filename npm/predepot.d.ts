import type { Diagnostic, Fichier, Rapport } from "../docs/report";

/** A file of the deposit: the JSON, a ZIP of pieces, or a loose piece. */
export interface InputFile {
  /** Without its folders (`path.basename`): the rules say how a deposit's files are called. */
  name: string;
  /** A large ZIP is best given as a Blob, which is read by slices: `await fs.openAsBlob(path)` in Node, a `File` in a browser. */
  content: string | Uint8Array | ArrayBuffer | Blob;
}

export interface Wording {
  /** The language of the sentences; French otherwise. Codes, keys and values are the same in both. */
  language?: "fr" | "en" | undefined;
}

export interface Options extends Wording {
  /** `"MDV-LGC"`, `"MS1-DUI"`…: for every JSON, instead of the profile found in each. */
  profile?: string | undefined;
  /** The day of the deposit, as `"2026-11-21"` or a Date; today otherwise. */
  date?: string | Date | undefined;
}

/** The names that `predepot check --format` knows. */
export type Format = "json" | "csv" | "markdown" | "sarif";

/** The report that the page exports and that `predepot check --format json` prints. */
export interface Report extends Rapport {
  /** The same as a text: JSON, a table for spreadsheets (CSV), Markdown, SARIF 2.1.0; `masked`, without the values and the names of the files. */
  to(format: Format, options?: { masked?: boolean | undefined }): string;
}

/** Checks files that are deposited together: one at least. */
export declare function check(files: Iterable<InputFile>, options?: Options): Promise<Report>;

export interface FixOptions extends Options {
  /** Whether a correction that writes something is wanted; by default, those that change no information (`fix.safety` is `"sure"`). */
  accept?: ((diagnostic: Diagnostic, file: Fichier) => boolean) | undefined;
}

export interface Fixed {
  /** The JSON files that were corrected, under the name that their corrections give them; the others stay as they are. */
  files: { name: string; content: Uint8Array<ArrayBuffer> }[];
  /** How many corrections were asked for. Of two that write at the same place the first is applied: check again. */
  asked: number;
}

/** Applies the corrections of the report to the JSON files. What is not corrected keeps its bytes: order, indentation, line ends. */
export declare function applyFixes(files: Iterable<InputFile>, options?: FixOptions): Promise<Fixed>;

/** A conforming JSON of a profile, to start from. */
export declare function template(profile: string): Promise<string>;

export interface Rule {
  /** `"F008"`: never changes its meaning. */
  code: string;
  name: string;
  summary: string;
}

/** Every rule. */
export declare function catalogue(options?: Wording): Promise<Rule[]>;

export interface Profile {
  id: string;
  title: string;
  /** The version of its rules, as a day: `"2022-11-04"`. */
  rules: string;
}

/** Every profile. */
export declare function profiles(options?: Wording): Promise<Profile[]>;

/** The version of the engine. */
export declare function version(): Promise<string>;
