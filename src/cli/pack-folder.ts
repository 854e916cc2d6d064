import { join } from 'node:path';
import { type ReadPack, readPack } from '../files/pack/pack-read.ts';
import type { PackSource } from '../files/pack/pack-source.ts';
import { describeProblem } from '../i18n/problems.ts';
import type { CommandIo } from './command.ts';
import { readRegularFile } from './input-file.ts';

const folderSource = (folder: string): PackSource => ({
  name: folder.replace(/[/\\]+$/, ''),
  read: (path) => readRegularFile(join(folder, path)),
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
