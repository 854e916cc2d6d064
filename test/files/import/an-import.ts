import type { ImportContext } from '../../../src/files/import/context.ts';
import { convertTable, type ImportResult } from '../../../src/files/import/convert/convert.ts';
import type { ImportTarget } from '../../../src/files/import/guess/fields.ts';
import { type ImportProposal, proposeImport } from '../../../src/files/import/guess/propose.ts';
import { readTable } from '../../../src/files/import/table/read-table.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { aPackWith } from '../../study/a-study.ts';

const { communes, facts, manifest } = aPackWith([]);
/** Two communes around 105.8…105.9° E, 21.6…21.65° N. */
export const smallContext: ImportContext = { communes, facts, box: manifest.boundingBox };
export const openContext: ImportContext = { communes: null, facts: null, box: null };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a file as the dialog does when nobody corrects its guesses. */
export const imported = async (
  file: string,
  content: Uint8Array | string,
  context: ImportContext = smallContext,
  asked?: ImportTarget,
): Promise<ImportResult & { proposal: ImportProposal }> => {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const table = await readTable(bytes, file);
  const proposal = await proposeImport(table, context.box, asked);
  return { ...(await convertTable(table, proposal.choice, context, file)), proposal };
};

export const errorsOf = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');
