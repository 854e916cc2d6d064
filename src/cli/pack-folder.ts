import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReadPack, readPack } from '../files/pack/pack-read.ts';
import type { PackSource } from '../files/pack/pack-source.ts';
import { describeProblem } from '../i18n/problems.ts';
import type { CommandIo } from './command.ts';

const folderSource = (folder: string): PackSource => ({
  name: folder.replace(/[/\\]+$/, ''),
  read: async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  },
});

/**
 * Reads the pack in a folder; its warnings go to stderr.
 *
 * @throws InputError with everything that is wrong with it
 */
export const readPackFolder = async (folder: string, io: CommandIo): Promise<ReadPack> => {
  const read = await readPack(folderSource(folder));
  for (const warning of read.warnings) io.stderr(`${describeProblem(warning, 'en')}\n`);
  return read;
};
