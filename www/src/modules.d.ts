// What the build puts in place of these names.

declare module "inline:worker" {
  /** The bundled text of `src/worker.ts`. */
  const source: string;
  export default source;
}

declare module "inline:sheets" {
  /** The pages of the rules and profiles as data (`crates/xtask/src/sheets.rs`), compressed by gzip, in base64. */
  const packed: string;
  export default packed;
}

declare module "inline:style" {
  /** The bundled text of `style.css`. */
  const styles: string;
  export default styles;
}

declare module "inline:wasm" {
  /** The engine's wasm, compressed by gzip, in base64. */
  const packed: string;
  export default packed;
}

declare module "wasm:glue" {
  type Bytes = import("./engine").Bytes;
  type Corrections = import("./engine").Corrections;
  type Entry = import("./engine").Entry;
  type Scope = import("./engine").Scope;
  type FileSummary = import("./engine").FileSummary;
  type PieceRow = import("./engine").PieceRow;
  type Preparation = import("./engine").Preparation;
  type Profile = import("./engine").Profile;
  type RuleEntry = import("./engine").RuleEntry;
  type Summary = import("./engine").Summary;
  type Text = import("./engine").Text;

  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export function version(): string;
  export function catalogue(language?: string): RuleEntry[];
  export function profiles(language?: string): Profile[];
  export function template(profile: string): string;
  export function kind_of(name: string, first: Bytes): FileSummary["kind"];
  export class ZipReading {
    constructor(size: number);
    wants(): Float64Array;
    give(bytes: Bytes): void;
    progress(): Float64Array;
    is_listed(): boolean;
    entries(): Entry[];
    free(): void;
  }
  export class Fingerprint {
    constructor();
    give(bytes: Bytes): void;
    finish(): string;
    free(): void;
  }
  export class PieceReading {
    constructor(size: number);
    give(bytes: Bytes): void;
    finish(): void;
    free(): void;
  }
  export class Deposit {
    constructor(year: number, month: number, day: number);
    speak(language: string): void;
    add(name: string, bytes: Bytes): void;
    add_unreadable(name: string, reason: string): void;
    add_too_large(name: string, size: number): void;
    add_zip(name: string, reading: ZipReading): void;
    add_piece(name: string, reading: PieceReading): void;
    check(profile?: string): void;
    summary(): Omit<Summary, "files"> & { files: Omit<FileSummary, "conformingName" | "demandes" | "numerosEditeur">[] };
    demandes(file: number): Uint32Array;
    numeros_editeur(file: number): string[];
    diagnostics(file: number): Uint32Array;
    entry_of_diagnostics(file: number): Uint32Array;
    portail(file: number): Uint32Array;
    pieces(): PieceRow[];
    preparation(): Preparation;
    zip_records(zip: number): Bytes[];
    zip_slices(zip: number): Float64Array;
    texts_of(file: number, indices: Uint32Array, masked?: boolean): Text[];
    apply_fixes(file: number, indices: Uint32Array): Bytes;
    corrected_name(file: number, indices: Uint32Array): string;
    corrections(file: number, indices: Uint32Array): Corrections;
    identities(file: number): Float64Array;
    resubmit(file: number, ids: string[]): Bytes;
    report(format?: string, masked?: boolean): Bytes;
    resubmission_name(file: number): string;
    renamings(file: number, ids: string[]): string[];
    rename(from: string, to: string): void;
    simulation(file: number): Bytes | undefined;
    answers(file: number): string[];
    scope(file: number): Scope | null;
    free(): void;
  }
}
