import { basename } from 'node:path';
import type { ProposalFile } from '../../workers/proposal/client.ts';
import { type MappedColumn, withMap } from '../files/import/guess/column-map.ts';
import { proposeImport } from '../files/import/guess/propose.ts';
import { readTable } from '../files/import/table/read-table.ts';
import type { Pack } from '../model/pack.ts';
import { checkColumnMap, guessLine } from './column-map.ts';
import { type CommandIo, UsageError } from './command.ts';
import { readRegularFile } from './input-file.ts';

const readOne = async (path: string): Promise<ProposalFile> => {
  const bytes = await readRegularFile(path);
  if (!bytes) throw new UsageError(`${path}: no such file`);
  return { name: basename(path), bytes: new Uint8Array(bytes) };
};

/** Carriers' files by their paths. Refuses files of one name: an assessment tells them apart by it. */
export const readProposalFiles = async (paths: readonly string[]): Promise<ProposalFile[]> => {
  const names = paths.map((path) => basename(path));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(`Two files are called '${twice}'; rename one, so that they can be told apart.`);
  return Promise.all(paths.map(readOne));
};

/** The files with what was guessed of their columns and what was said of them; the guess goes to stderr. */
export const withColumns = async (
  files: readonly ProposalFile[],
  { manifest }: Pack,
  map: readonly MappedColumn[],
  io: CommandIo,
): Promise<ProposalFile[]> => {
  const read = await Promise.all(
    files.map(async (file) => {
      const table = await readTable(file.bytes, file.name);
      const { choice: guessed } = await proposeImport(table, manifest.boundingBox, 'sites');
      return { file, table, choice: withMap(guessed, table, map) };
    }),
  );
  checkColumnMap(
    map,
    read.map(({ table }) => table),
  );
  for (const { file, table, choice } of read) io.stderr(guessLine(file.name, table, choice));
  return read.map(({ file, choice }) => ({ ...file, choice }));
};
