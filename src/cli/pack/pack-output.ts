import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseJson } from '../../files/json.ts';
import { packPaths } from '../../files/pack/pack-layout.ts';
import { readPack } from '../../files/pack/pack-read.ts';
import type { Problem } from '../../model/problem.ts';
import { UsageError } from '../command.ts';
import { checkOutputFolder } from '../output.ts';

/** What the pack in a folder says it consists of, pack.json itself included; null where it holds none. */
const ownPaths = (folder: string): ReadonlySet<string> | null => {
  try {
    const manifest = parseJson(readFileSync(join(folder, packPaths.manifest)), packPaths.manifest);
    const { format, files } = manifest as { format?: unknown; files?: { path?: unknown }[] };
    if (format !== 'phusong-pack' || !Array.isArray(files)) return null;
    return new Set([packPaths.manifest, ...files.map(({ path }) => String(path))]);
  } catch {
    // whatever pack.json it is, it is none of a pack
    return null;
  }
};

/** Files of a folder, all the way down, by their paths in it with forward slashes. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
  );
};

/**
 * Refuses a folder that holds something else than a pack, and one where somebody's file stands under a name that a
 * pack's file takes: what a pack does not own is never replaced.
 */
export const checkOutput = (folder: string): void => {
  checkOutputFolder(folder);
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const own = ownPaths(folder);
  if (!own) {
    throw new UsageError(
      `'${folder}' holds files but no pack.json of a pack. Name a folder that is empty, new or a pack.`,
    );
  }
  const foreign = Object.values(packPaths).find((path) => !own.has(path) && existsSync(join(folder, path)));
  if (foreign !== undefined) {
    throw new UsageError(
      `'${folder}' holds '${foreign}', which is not of the pack there. Move it, or name another folder.`,
    );
  }
};

/** Takes what a pack that gave way did not own back to where it stood, and the rest away. */
const keepForeign = async (old: string, own: ReadonlySet<string>, target: string): Promise<void> => {
  for (const path of await filesIn(old)) {
    if (own.has(path)) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await rename(join(old, path), join(target, path));
  }
  await rm(old, { recursive: true });
};

/**
 * Puts a pack's files into a folder, all or nothing: they are written next to it, read back and checked, and only then
 * take its place. Whatever else stands in the folder stays. Gives the places without terrain, which only the whole pack
 * can tell.
 */
export const replaceFolder = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<Problem[]> => {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const { warnings } = await readPack({ name: basename(target), read: async (path) => files.get(path) ?? null });
  await mkdir(dirname(target), { recursive: true });
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const [fresh, old] = [join(aside, 'new'), join(aside, 'old')];
  const own = ownPaths(target) ?? new Set();
  try {
    await mkdir(fresh);
    for (const [path, bytes] of files) await writeFile(join(fresh, path), bytes);
    // somebody may have put files there while the pack was made
    if (existsSync(target)) checkOutput(target);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target);
    if (existsSync(old)) await keepForeign(old, own, target);
  } finally {
    if (!existsSync(target) && existsSync(old)) await rename(old, target);
    await rm(fresh, { recursive: true, force: true });
    // goes only where nothing of anybody's is left in it
    await rmdir(aside).catch(() => {});
  }
  return warnings.filter(({ rule }) => rule === 'no-terrain');
};
