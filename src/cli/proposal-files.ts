import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProposalFile } from '../../workers/proposal/client.ts';
import { UsageError } from './command.ts';

const readOne = async (path: string): Promise<ProposalFile> => {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    throw new UsageError(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : error}`);
  }
};

/** Carriers' files by their paths. Refuses files of one name: an assessment tells them apart by it. */
export const readProposalFiles = async (paths: readonly string[]): Promise<ProposalFile[]> => {
  const names = paths.map((path) => basename(path));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(`Two files are called '${twice}'; rename one, so that they can be told apart.`);
  return Promise.all(paths.map(readOne));
};
