
/** An entry of a ZIP; `pending` while its content is still to be read. */
export interface Entry { name: string; size: number; folder: boolean; pending: boolean }

export type PieceState = "presente" | "absente" | "non-declaree" | "en-double" | "contenu-fautif" | "nom-proche" | "non-lue";

/** A line of the table of pieces. Files are indices in the summary, entries indices in the ZIP; a loose piece has no entry. */
export interface PieceRow {
  expected: { file: number; demande: number; name: string; line: number; column: number } | null;
  found: { file: number; entry: number | null }[];
  state: PieceState;
}

/** The new ZIPs that can be made of the files, and what they leave out. */
export interface Preparation {
  /** They would be better than what was dropped. */
  needed: boolean;
  zips: { json: number; name: string; size: number; pieces: { from: { file: number; entry: number | null }; name: string }[] }[];
  /** Expected pieces that are in none, by their line of the table, and why. */
  left: { row: number; why: string }[];
  /** Files that are in none. */
  aside: { file: number; entry: number | null }[];
}
