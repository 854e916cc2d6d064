import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readPack } from '../../files/pack/pack-read.ts';
import type { Problem } from '../../model/problem.ts';
import { UsageError } from '../command.ts';
import { checkOutputFolder } from '../output.ts';

/** Refuses a folder that holds something else than a pack: it is replaced as a whole. */
export const checkOutput = (folder: string): void => {
  checkOutputFolder(folder);
  if (!existsSync(folder) || existsSync(join(folder, 'pack.json'))) return;
  if (readdirSync(folder).length > 0) {
    throw new UsageError(`'${folder}' holds files but no pack.json. Name a folder that is empty, new or a pack.`);
  }
};

/**
 * Puts a pack's files into a folder, all or nothing: they are written next to it, read back and checked, and only then
 * take its place. Gives the places without terrain, which only the whole pack can tell.
 */
export const replaceFolder = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<Problem[]> => {
  const target = resolve(folder);
  const { warnings } = await readPack({ name: basename(target), read: async (path) => files.get(path) ?? null });
  await mkdir(dirname(target), { recursive: true });
  const aside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const fresh = join(aside, 'new');
  try {
    await mkdir(fresh);
    for (const [path, bytes] of files) await writeFile(join(fresh, path), bytes);
    if (existsSync(target)) await rename(target, join(aside, 'old'));
    await rename(fresh, target);
  } finally {
    if (!existsSync(target) && existsSync(join(aside, 'old'))) await rename(join(aside, 'old'), target);
    await rm(aside, { recursive: true, force: true });
  }
  return warnings.filter(({ rule }) => rule === 'no-terrain');
};
