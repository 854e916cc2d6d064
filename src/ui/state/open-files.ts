import { refusal } from './study.ts';
import { open } from './work.ts';

/** A file with its path inside the folder it was chosen or dropped with. */
export interface GivenFile {
  path: string;
  file: File;
}

const filesOfEntry = async (entry: FileSystemEntry): Promise<GivenFile[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: GivenFile[] = [];
  // a reader gives a folder in batches, and an empty one at its end
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return files;
    for (const child of batch) files.push(...(await filesOfEntry(child)));
  }
};

/** Files of a drop, folders walked. The entries must be taken before the event ends. */
export const filesOfDrop = async ({ items, files }: DataTransfer): Promise<GivenFile[]> => {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...files].map((file) => ({ path: file.name, file }));
  return (await Promise.all(entries.map(filesOfEntry))).flat();
};

/** Opens a pack's folder or a zip archive; a refused one is told and changes nothing. */
export const openFiles = async (given: readonly GivenFile[]): Promise<void> => {
  if (given.length === 0) return;
  try {
    const entries = await Promise.all(
      given.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    await open(entries);
  } catch (error) {
    // the browser could not read a file, as when it was moved meanwhile
    refusal.value = { problems: [], message: error instanceof Error ? error.message : String(error) };
  }
};
