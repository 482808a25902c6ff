// From what the user drops or chooses to files for the engine. Nothing here reads them.

import type { Delivery } from "./engine";
import { t } from "./language";
import { reason } from "./reason";

/** A file as chosen; read again from disk as often as asked. */
export interface Origin {
  file: File;
  /** Where the browser gives one: it can still read the file after a change on disk. */
  handle: FileSystemFileHandle | null;
}

export interface Intake {
  origins: Origin[];
  /** What the user should know of what was left out. */
  notices: Notice[];
}

/** Said in the language of the moment when it is shown. */
export type Notice = () => string;

/** Files taken from folders. */
const MOST_FILES = 5000;

/** Of a folder, what the system put there is passed over: the user has not seen it. */
function isSystem(path: string): boolean {
  return /(^|\/)(\.|__MACOSX\/|(thumbs\.db|ehthumbs\.db|desktop\.ini)$)/i.test(path);
}

/** Files of an `<input>`, with their folders if it asks for one. */
export function fromInput(files: FileList | null): Intake {
  const all = [...(files ?? [])].filter((file) => file.webkitRelativePath === "" || !isSystem(file.webkitRelativePath));
  const notices = files !== null && all.length === 0 ? [() => t("Ce dossier ne contient aucun fichier lisible.", "This folder has no file that can be read.")] : limited(all.length);
  return { origins: all.slice(0, MOST_FILES).map((file) => ({ file, handle: null })), notices };
}

function limited(found: number): Notice[] {
  return found > MOST_FILES ? [() => t(`Seuls les ${MOST_FILES} premiers fichiers sont lus.`, `Only the first ${MOST_FILES} files are read.`)] : [];
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
  const notices: Notice[] = [];
  for (const drop of drops) {
    if (drop.entry?.isDirectory) {
      const before = origins.length;
      const { name } = drop.entry;
      await walk(drop.entry as FileSystemDirectoryEntry, origins);
      if (origins.length === before) {
        notices.push(() => t(`Le dossier « ${name} » ne contient aucun fichier lisible.`, `The folder “${name}” has no file that can be read.`));
      }
    } else if (drop.file !== null) {
      origins.push({ file: drop.file, handle: await drop.handle });
    }
  }
  notices.push(...limited(origins.length));
  origins.splice(MOST_FILES);
  if (drops.length === 0) {
    notices.push(() =>
      t(
        "Ce que vous avez déposé n’est pas un fichier : déposez un JSON, un ZIP, des pièces ou un dossier.",
        "What you dropped is not a file: drop a JSON, a ZIP, documents or a folder.",
      ),
    );
  }
  return { origins, notices };
}

async function walk(root: FileSystemDirectoryEntry, origins: Origin[]): Promise<void> {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const reader = folder.createReader();
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (entries.length === 0) break;
      for (const entry of entries) {
        if (origins.length > MOST_FILES) return;
        if (isSystem(entry.isDirectory ? `${entry.name}/` : entry.name)) continue;
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

let last = 0;

/** What the page makes is delivered likewise. */
export function deliver(name: string, content: Blob): Delivery {
  return { id: ++last, name, content };
}

/** The file as it is on disk now; what prevents reading it is for the engine to say. */
export async function take(origin: Origin): Promise<Delivery> {
  const { name } = origin.file;
  try {
    return deliver(name, origin.handle === null ? origin.file : await origin.handle.getFile());
  } catch (error) {
    return { id: ++last, name, unreadable: reason(error) };
  }
}
