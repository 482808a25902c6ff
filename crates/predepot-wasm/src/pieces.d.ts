
export interface Entry { name: string; size: number; folder: boolean }

export type PieceState = "presente" | "absente" | "non-declaree" | "en-double" | "contenu-fautif" | "nom-proche";

/** A line of the table of pieces. Files are indices in the summary, entries indices in the ZIP; a loose piece has no entry. */
export interface PieceRow {
  expected: { file: number; demande: number; name: string; line: number; column: number } | null;
  found: { file: number; entry: number | null }[];
  state: PieceState;
}
