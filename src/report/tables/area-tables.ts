import type { AreaRow, StatusCount } from '../../findings/findings.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import { type ColumnOf, columnsOf, type ReportTable, type TableId, tableOf } from './report-table.ts';

const areaTable = (
  id: TableId,
  { findings, texts }: ReportContext,
  names: readonly ColumnOf<AreaRow>[],
  rows: readonly AreaRow[],
  withTotal: boolean,
): ReportTable => {
  const column = columnsOf<AreaRow>(texts);
  return tableOf(
    id,
    texts,
    [
      ...names,
      column('hamlets', 'count', 13, (row) => row.hamlets),
      column('people', 'count', 18, (row) => row.people, 'people'),
      column('served', 'count', 14, (row) => row.any.hamlets.served),
      column('hole', 'count', 14, (row) => row.any.hamlets.partial),
      column('none', 'count', 14, (row) => row.any.hamlets.none),
      column('peopleUnserved', 'count', 18, (row) => row.any.peopleUnserved, 'people'),
      column('unservedShare', 'share', 17, (row) => row.any.unservedShare, 'percent'),
      column('hamletsWithoutFibre', 'count', 17, (row) => row.withoutFibre.hamlets),
      column('peopleWithoutFibre', 'count', 18, (row) => row.withoutFibre.people, 'people'),
      column('sites', 'count', 13, (row) => row.sites),
      column('sharedSites', 'count', 16, (row) => row.sharedSites),
    ],
    rows,
    withTotal ? findings.province : undefined,
  );
};

const nameColumn = (texts: Texts, width: number): ColumnOf<AreaRow> =>
  columnsOf<AreaRow>(texts)('area', 'text', width, (row) => row.name);

export const districtsTable = (input: ReportContext): ReportTable =>
  areaTable('districts', input, [nameColumn(input.texts, 40)], input.findings.districts, true);

export const communesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const districts = new Map(findings.districts.map(({ code, name }) => [code, name]));
  const column = columnsOf<AreaRow>(texts);
  const names = [
    column('commune', 'text', 26, (row) => row.name),
    column('code', 'text', 12, (row) => row.code),
    column('district', 'text', 38, (row) => districts.get(row.parent ?? '') ?? row.parent ?? null),
  ];
  const table = areaTable('communes', input, names, findings.communes, true);
  return { ...table, total: table.total?.map((cell, i) => (i === 1 || i === 2 ? null : cell)) };
};

export const pilotsTable = (input: ReportContext): ReportTable =>
  areaTable('pilots', input, [nameColumn(input.texts, 34)], input.findings.pilots, false);

export const interestsTable = (input: ReportContext): ReportTable =>
  areaTable('interests', input, [nameColumn(input.texts, 46)], input.findings.interests, false);

/** Service by operator over the province, and by the best of them. */
export const operatorsTable = ({ findings, places, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const names = new Map(places.operators.map(({ id, name }) => [id, name]));
  const rows: { name: string; count: StatusCount }[] = Object.entries(findings.province.byOperator).map(
    ([id, count]) => ({ name: names.get(id) ?? id, count }),
  );
  rows.push({ name: t('table.anyOperator'), count: findings.province.any });
  const column = columnsOf<(typeof rows)[number]>(texts);
  return tableOf(
    'operators',
    texts,
    [
      column('operator', 'text', 24, ({ name }) => name),
      column('served', 'count', 12, ({ count }) => count.hamlets.served),
      column('hole', 'count', 12, ({ count }) => count.hamlets.partial),
      column('none', 'count', 12, ({ count }) => count.hamlets.none),
      column('peopleUnserved', 'count', 16, ({ count }) => count.peopleUnserved, 'people'),
      column('unservedShare', 'share', 14, ({ count }) => count.unservedShare, 'percent'),
    ],
    rows,
  );
};
