import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';

/** The nearest folder above a path that is there. */
const standingAbove = (path: string): string => {
  const above = dirname(path);
  return existsSync(above) ? above : standingAbove(above);
};

/**
 * Refuses a place where no file can be written, before anything is computed for it.
 *
 * @throws UsageError that says what stands in the way
 */
export const checkOutputFile = (path: string): void => {
  const target = resolve(path);
  if (existsSync(target) && statSync(target).isDirectory()) {
    throw new UsageError(`--out '${path}' is a folder. Name a file.`);
  }
  const folder = standingAbove(target);
  if (!statSync(folder).isDirectory()) throw new UsageError(`--out '${path}': '${folder}' is a file, not a folder.`);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new UsageError(`--out '${path}': nothing can be written to '${folder}'.`);
  }
};

/** As `checkOutputFile`, for the folder that files are put into. */
export const checkOutputFolder = (folder: string): void => {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`--out '${folder}' is a file. Name a folder.`);
  }
  checkOutputFile(join(folder, 'any'));
};

/** Writes files, all or none of them: beside their places first, so that what stands there is lost only to what is whole. */
export const writeFiles = async (
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<void> => {
  const written: { path: string; aside: string }[] = [];
  try {
    for (const [path, content] of files) {
      const folder = dirname(resolve(path));
      await mkdir(folder, { recursive: true });
      const aside = join(folder, `.${basename(path)}-${process.pid}`);
      written.push({ path, aside });
      await writeFile(aside, content);
    }
    for (const { path, aside } of written) await rename(aside, path);
  } finally {
    for (const { aside } of written) await rm(aside, { force: true });
  }
};

/** Hears what has come in meanwhile, such as Ctrl+C, between two pieces of work that hold the thread. */
export const hearSignals = async (signal: AbortSignal): Promise<void> => {
  await new Promise((resolveTurn) => setImmediate(resolveTurn));
  signal.throwIfAborted();
};
