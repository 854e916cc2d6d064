import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProposalFile } from '../../workers/proposal/client.ts';
import { UsageError } from './command.ts';

/** A carrier's file by its path; two of one name can't be told apart and are the caller's to refuse. */
export const readProposalFile = async (path: string): Promise<ProposalFile> => {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    throw new UsageError(`${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : error}`);
  }
};
