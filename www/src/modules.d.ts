// What the build puts in place of these names.

declare module "inline:worker" {
  /** The bundled text of `src/worker.ts`. */
  const source: string;
  export default source;
}

declare module "inline:wasm" {
  /** The engine's wasm, compressed by gzip, in base64. */
  const packed: string;
  export default packed;
}

declare module "wasm:glue" {
  type Bytes = import("./engine").Bytes;
  type FileSummary = import("./engine").FileSummary;
  type Profile = import("./engine").Profile;
  type RuleEntry = import("./engine").RuleEntry;
  type Summary = import("./engine").Summary;
  type Text = import("./engine").Text;

  export function initSync(options: { module: WebAssembly.Module }): unknown;
  export function version(): string;
  export function catalogue(): RuleEntry[];
  export function profiles(): Profile[];
  export function template(profile: string): string;
  export class Deposit {
    constructor(year: number, month: number, day: number);
    add(name: string, bytes: Bytes): void;
    add_unreadable(name: string, reason: string): void;
    add_too_large(name: string, size: number): void;
    check(profile?: string): void;
    summary(): Omit<Summary, "files"> & { files: Omit<FileSummary, "demandes" | "numerosEditeur">[] };
    demandes(file: number): Uint32Array;
    numeros_editeur(file: number): string[];
    diagnostics(file: number): Uint32Array;
    portail(file: number): Uint32Array;
    texts_of(file: number, indices: Uint32Array): Text[];
    apply_fixes(file: number, indices: Uint32Array): Bytes;
    corrected_name(file: number, indices: Uint32Array): string;
    resubmit(file: number, ids: string[]): Bytes;
    report(): Bytes;
    free(): void;
  }
}
