import type { HamletFinding } from '../../findings/findings.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from '../tables/hamlet-tables.ts';
import { type ColumnOf, columnsOf, type ReportTable, tableOf } from '../tables/report-table.ts';

/** More hamlets than this stand side by side, so that a commune keeps to its page. */
export const sideBySideFrom = 24;

interface Numbered {
  number: number;
  hamlet: HamletFinding;
}

/** The hamlets of one commune, by the numbers on its map. */
export const communeHamletsTable = (input: ReportContext, code: string): ReportTable => {
  const hamlets = input.findings.hamlets
    .filter(({ communeCode }) => communeCode === code)
    .map((hamlet, i) => ({ number: i + 1, hamlet }));
  return hamlets.length < sideBySideFrom ? oneColumn(input, hamlets) : twoColumns(input, hamlets);
};

const oneColumn = (input: ReportContext, hamlets: readonly Numbered[]): ReportTable => {
  const { texts } = input;
  const { t } = texts;
  const column = columnsOf<Numbered>(texts);
  const nameOf = operatorNames(input);
  return tableOf(
    'hamlets',
    texts,
    [
      column('order', 'count', 6, ({ number }) => number),
      column('hamlet', 'text', 26, ({ hamlet }) => hamlet.name),
      column('people', 'count', 10, ({ hamlet }) => hamlet.people, 'people'),
      column('status', 'text', 14, ({ hamlet }) => t(`status.${hamlet.status}`)),
      column('peopleUnserved', 'count', 13, ({ hamlet }) => hamlet.peopleUnserved, 'people'),
      column('bestRsrp', 'decimal1', 12, ({ hamlet }) => hamlet.bestLevelDbm, 'dbm'),
      column('bestOperator', 'text', 15, ({ hamlet }) => nameOf(hamlet.bestOperator)),
      column('hasFibre', 'yesNo', 10, ({ hamlet }) => hamlet.hasFibre),
    ],
    hamlets,
  );
};

const twoColumns = ({ texts }: ReportContext, hamlets: readonly Numbered[]): ReportTable => {
  const { t } = texts;
  const rows = Math.ceil(hamlets.length / 2);
  type Pair = readonly [Numbered, Numbered | undefined];
  const pairs = hamlets.slice(0, rows).map((left, i): Pair => [left, hamlets[rows + i]]);
  const column = columnsOf<Pair>(texts);
  const side = (of: 0 | 1): ColumnOf<Pair>[] => [
    column('order', 'count', 5, (pair) => pair[of]?.number ?? null),
    column('hamlet', 'text', 20, (pair) => pair[of]?.hamlet.name ?? null),
    column('peopleUnserved', 'count', 10, (pair) => pair[of]?.hamlet.peopleUnserved ?? null, 'people'),
    column('status', 'text', 11, (pair) => {
      const status = pair[of]?.hamlet.status;
      return status ? t(`status.${status}`) : null;
    }),
    column('hasFibre', 'yesNo', 8, (pair) => pair[of]?.hamlet.hasFibre ?? null),
  ];
  return tableOf('hamlets', texts, [...side(0), ...side(1)], pairs);
};
