import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
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

/** What is put at a place: written beside it first; what stood there waits under another name until all are in place. */
interface Placing {
  path: string;
  fresh: string;
  before: string;
}

/** Puts every file in its place; where one can't be, those before it give way again to what stood there. */
const placeAll = async (placings: readonly Placing[]): Promise<void> => {
  const placed: (Placing & { hadBefore: boolean })[] = [];
  try {
    for (const placing of placings) {
      const hadBefore = existsSync(placing.path);
      // some file systems have no links
      if (hadBefore) await link(placing.path, placing.before).catch(() => copyFile(placing.path, placing.before));
      placed.push({ ...placing, hadBefore });
      await rename(placing.fresh, placing.path);
    }
  } catch (error) {
    for (const { path, fresh, before, hadBefore } of placed.reverse()) {
      if (hadBefore) await rename(before, path);
      // what could not be placed still stands beside its place, and nothing of it in it
      else if (!existsSync(fresh)) await rm(path, { force: true });
    }
    throw error;
  }
};

/** Writes files, all or none of them: beside their places first, so that what stands there is lost only to what is whole. */
export const writeFiles = async (
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<void> => {
  const placings: Placing[] = [];
  try {
    for (const [path, content] of files) {
      const folder = dirname(resolve(path));
      await mkdir(folder, { recursive: true });
      const aside = join(folder, `.${basename(path)}-${process.pid}`);
      placings.push({ path, fresh: aside, before: `${aside}-before` });
      await writeFile(aside, content);
    }
    await placeAll(placings);
  } finally {
    for (const { fresh, before } of placings) {
      await rm(fresh, { force: true });
      await rm(before, { force: true });
    }
  }
};

/** Hears what has come in meanwhile, such as Ctrl+C, between two pieces of work that hold the thread. */
export const hearSignals = async (signal: AbortSignal): Promise<void> => {
  await new Promise((resolveTurn) => setImmediate(resolveTurn));
  signal.throwIfAborted();
};
