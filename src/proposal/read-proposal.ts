import type { ImportContext } from '../files/import/context.ts';
import { convertTable } from '../files/import/convert/convert.ts';
import { type ImportChoice, proposeImport } from '../files/import/guess/propose.ts';
import { cellText } from '../files/import/table/raw-table.ts';
import { readTable } from '../files/import/table/read-table.ts';
import { ProblemList } from '../files/problem-list.ts';
import { sha256Hex } from '../files/sha256.ts';
import type { Problem } from '../model/problem.ts';
import { InputError } from '../model/problem.ts';
import type { Site } from '../model/site.ts';

/** Masts a carrier would build, as its file has them. */
export interface Proposal {
  file: string;
  /** SHA-256 of the file. */
  checksum: string;
  proposedSites: readonly Site[];
  /** Rows of the file, those left out included. */
  rows: number;
  /** Errors first, each a row left out; then warnings. */
  problems: readonly Problem[];
}

/** More sites than a province has are no proposal, and would take an hour. */
const maxProposedSites = 1_000;

/**
 * Reads a file of proposed sites: GeoJSON as public/schema has it, or any table of places with the same columns. A bad
 * row is told and left out, as is a site whose id a standing one has.
 *
 * @param chosen which column holds what, in which system; guessed where it is not given
 * @throws InputError where the file can't be read, or not one of its rows
 */
export const readProposal = async (
  bytes: Uint8Array,
  file: string,
  context: ImportContext,
  standing: readonly Pick<Site, 'id'>[],
  chosen?: ImportChoice,
): Promise<Proposal> => {
  const table = await readTable(bytes, file);
  const choice = chosen ?? (await proposeImport(table, context.box, 'sites')).choice;
  const { entries, problems: found, rows } = await convertTable(table, choice, context, file);
  const problems = new ProblemList();
  problems.add(found);
  const taken = new Set(standing.map(({ id }) => id));
  const idColumn = choice.columns.id ?? table.columns.indexOf('id');
  const proposedSites = (entries.sites ?? []).filter(({ id }) => {
    if (!taken.has(id)) return true;
    const place = table.rows.find(({ values }) => cellText(values[idColumn]) === id)?.place ?? '';
    problems.error({ file, place, value: id, rule: 'id-standing' });
    return false;
  });
  if (proposedSites.length > maxProposedSites) {
    problems.error({
      file,
      place: '',
      value: String(proposedSites.length),
      rule: 'too-large',
      ruleValues: { max: maxProposedSites, unit: '' },
    });
  }
  if (proposedSites.length === 0 || proposedSites.length > maxProposedSites) problems.throwIfErrors(file);
  return { file, checksum: sha256Hex(bytes), proposedSites, rows, problems: allOf(problems, file) };
};

const allOf = (problems: ProblemList, file: string): Problem[] => {
  try {
    problems.throwIfErrors(file);
    return [...problems.warnings];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.problems, ...problems.warnings];
  }
};
