import type { BoundingBox } from '../../../model/place.ts';
import type { Problem } from '../../../model/problem.ts';
import { ProblemList } from '../../problem-list.ts';
import { proposeImport } from '../guess/propose.ts';
import { readTable } from '../table/read-table.ts';
import { columnValues } from './column-values.ts';
import { tellDoubts } from './doubts.ts';
import { Notes } from './notes.ts';
import { type Place, placing } from './placing.ts';
import { RowTaker } from './take-rows.ts';
import { checkAreas, type RawArea } from './to-boundaries.ts';

/**
 * The areas of a file of boundaries in any format, with the code and name each states; degrees stay as they stand.
 * Throws InputError naming every row that is no area.
 */
export const readAreas = async (
  bytes: Uint8Array,
  file: string,
  box: BoundingBox | null,
): Promise<{ areas: readonly RawArea[]; warnings: readonly Problem[] }> => {
  const table = await readTable(bytes, file);
  const { choice } = await proposeImport(table, box, 'boundaries');
  const problems = new ProblemList();
  const notes = new Notes();
  if (choice.swapped) problems.warning({ file, place: '', value: '', rule: 'swapped' });
  problems.add(table.warnings);
  const { columns } = choice;
  const values = columnValues(table, columns);
  tellDoubts(table, columns, values, file, problems);
  const asTheyStand: Place = (x, y) => [x, y];
  const place = choice.epsg === 4326 && !choice.swapped ? asTheyStand : await placing(choice, file);
  const context = { communes: null, facts: null, box };
  const taker = new RowTaker(table, choice, context, place, { file, table, columns, values, problems, notes });
  table.rows.forEach((row, i) => {
    taker.take(row, i);
  });
  notes.tell(file, problems);
  problems.throwIfErrors(file);
  checkAreas(taker.areas, file);
  return { areas: taker.areas, warnings: problems.warnings };
};
