import type { HamletFinding } from '../../findings.ts';
import type { ReportInput } from '../report-input.ts';
import { operatorNames } from '../tables/hamlet-tables.ts';
import { columnsOf, type ReportTable, tableOf } from '../tables/report-table.ts';

/** The hamlets of one commune, by the numbers on its map. */
export const communeHamletsTable = (input: ReportInput, code: string): ReportTable => {
  const { findings, words } = input;
  const column = columnsOf<HamletFinding>(words);
  const nameOf = operatorNames(input);
  return tableOf(
    'hamlets',
    words,
    [
      column('order', 'count', 6, (_, index) => index + 1),
      column('hamlet', 'text', 26, (hamlet) => hamlet.name),
      column('people', 'count', 10, (hamlet) => hamlet.people, 'people'),
      column('status', 'text', 14, (hamlet) => words.status[hamlet.status]),
      column('peopleUnserved', 'count', 13, (hamlet) => hamlet.peopleUnserved, 'people'),
      column('bestRsrp', 'decimal1', 12, (hamlet) => hamlet.bestRsrpDbm, 'dbm'),
      column('bestOperator', 'text', 15, (hamlet) => nameOf(hamlet.bestOperator)),
      column('hasFibre', 'yesNo', 10, (hamlet) => hamlet.hasFibre),
    ],
    findings.hamlets.filter(({ communeCode }) => communeCode === code),
  );
};
