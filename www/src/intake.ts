// From what the user drops or chooses to bytes. Nothing here looks at what the bytes say.

import type { Delivery } from "./engine";

/** A file as chosen; read again from disk as often as asked. */
export interface Origin {
  file: File;
  /** Where the browser gives one: it can still read the file after a change on disk. */
  handle: FileSystemFileHandle | null;
}

export interface Intake {
  origins: Origin[];
  /** What the user should know of what was left out. */
  notice: string | null;
}

/** Beyond this a JSON is not read (the engine says it). */
const MOST_BYTES = 64 * 1024 * 1024;
/** Files taken from dropped folders. */
const MOST_FILES = 1000;

/** Files of an `<input>`. */
export function fromInput(files: FileList | null): Intake {
  return { origins: [...(files ?? [])].map((file) => ({ file, handle: null })), notice: null };
}

/** What was dropped: files, and the files of folders. Must be called within the event: its data does not outlive it. */
export function fromDrop(data: DataTransfer): Promise<Intake> {
  const items = [...data.items].filter((item) => item.kind === "file");
  const drops = items.map((item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry?.() ?? null,
    handle: handleOf(item),
  }));
  return gather(drops);
}

interface Drop {
  file: File | null;
  entry: FileSystemEntry | null;
  handle: Promise<FileSystemFileHandle | null>;
}

async function gather(drops: Drop[]): Promise<Intake> {
  const origins: Origin[] = [];
  const notices: string[] = [];
  for (const drop of drops) {
    if (drop.entry?.isDirectory) {
      const before = origins.length;
      await walk(drop.entry as FileSystemDirectoryEntry, origins);
      if (origins.length === before) notices.push(`Le dossier « ${drop.entry.name} » ne contient aucun fichier lisible.`);
    } else if (drop.file !== null) {
      origins.push({ file: drop.file, handle: await drop.handle });
    }
  }
  if (origins.length >= MOST_FILES) notices.push(`Seuls les ${MOST_FILES} premiers fichiers sont lus.`);
  if (drops.length === 0) notices.push("Ce que vous avez déposé n’est pas un fichier : déposez un fichier JSON.");
  return { origins, notice: notices.length > 0 ? notices.join(" ") : null };
}

/** Hidden files (`.DS_Store`) are the system's, not the user's: they are passed over. */
async function walk(root: FileSystemDirectoryEntry, origins: Origin[]): Promise<void> {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const reader = folder.createReader();
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (entries.length === 0) break;
      for (const entry of entries) {
        if (origins.length >= MOST_FILES) return;
        if (entry.name.startsWith(".")) continue;
        if (entry.isDirectory) {
          folders.push(entry as FileSystemDirectoryEntry);
          continue;
        }
        const file = await new Promise<File | null>((resolve) => {
          (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
        });
        if (file !== null) origins.push({ file, handle: null });
      }
    }
  }
}

async function handleOf(item: DataTransferItem): Promise<FileSystemFileHandle | null> {
  // Chromium's; TypeScript's library does not describe it.
  const ask = (item as { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }).getAsFileSystemHandle;
  if (ask === undefined) return null;
  try {
    const handle = await ask.call(item);
    return handle?.kind === "file" ? (handle as FileSystemFileHandle) : null;
  } catch {
    return null;
  }
}

/** The file as it is on disk now; what prevents reading it is for the engine to say. */
export async function read(origin: Origin): Promise<Delivery> {
  const name = origin.file.name;
  try {
    const file = origin.handle === null ? origin.file : await origin.handle.getFile();
    if (file.size > MOST_BYTES) return { name, tooLarge: file.size };
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    return { name, unreadable: reason(error) };
  }
}

/** In a few words: the engine puts them in its sentence, and says what to do. */
function reason(error: unknown): string {
  const kind = error instanceof DOMException ? error.name : "";
  if (kind === "NotFoundError") return "il n’est plus à sa place";
  if (kind === "NotReadableError") return "il a été modifié, déplacé ou supprimé depuis que vous l’avez choisi";
  return "le navigateur n’a pas pu le lire";
}
