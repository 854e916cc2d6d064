import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { InputFile } from '../../files/raster/elevation-files.ts';
import { asGiven } from '../../sources/given-files.ts';
import type { SourceId } from '../../sources/source.ts';
import { readGivenFile } from '../input-file.ts';

/** Files of a folder, all the way down, by their paths in it. */
const filesIn = async (folder: string): Promise<InputFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      name: relative(folder, path).normalize('NFC'),
      bytes: await readGivenFile(path),
    })),
  );
};

const filesAt = async (path: string, id: SourceId): Promise<InputFile[]> => {
  if ((await stat(path)).isDirectory()) return filesIn(path);
  const name = basename(path).normalize('NFC');
  const bytes = await readGivenFile(path);
  return asGiven(id, { name, bytes });
};

/** What was given instead of asking sources: files, zip archives or folders of them. */
export const readGivenFiles = async (
  paths: ReadonlyMap<SourceId, readonly string[]>,
): Promise<Partial<Record<SourceId, InputFile[]>>> => {
  const files: Partial<Record<SourceId, InputFile[]>> = {};
  for (const [id, given] of paths) files[id] = (await Promise.all(given.map((path) => filesAt(path, id)))).flat();
  return files;
};
