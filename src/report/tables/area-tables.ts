import { type AreaRow, hasDistricts, isAbsent, type StatusCount } from '../../findings/findings.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import { type ColumnOf, columnsOf, ifDistricts, type ReportTable, type TableId, tableOf } from './report-table.ts';

/** Hamlets of a status; blank where the technology is absent, which is told beside. */
const counted = (count: StatusCount, status: 'served' | 'partial' | 'none' | 'unknown'): number | null =>
  isAbsent(count) ? null : count.hamlets[status];

/** Of what is not known there are columns where there is any of it. */
export const hasUnknown = ({ findings: { province } }: Pick<ReportContext, 'findings'>): boolean =>
  province.any.hamlets.unknown > 0 || province.any.peopleUnknown > 0;

const areaTable = (
  id: TableId,
  input: ReportContext,
  names: readonly ColumnOf<AreaRow>[],
  rows: readonly AreaRow[],
  withTotal: boolean,
): ReportTable => {
  const { findings, texts } = input;
  const column = columnsOf<AreaRow>(texts);
  return tableOf(
    id,
    texts,
    [
      ...names,
      column('hamlets', 'count', 13, (row) => row.hamlets),
      column('people', 'count', 18, (row) => row.people, 'people'),
      column('served', 'count', 14, ({ any }) => counted(any, 'served')),
      column('hole', 'count', 14, ({ any }) => counted(any, 'partial')),
      column('none', 'count', 14, ({ any }) => counted(any, 'none')),
      ...(hasUnknown(input)
        ? [
            column('unknown', 'count', 14, ({ any }) => counted(any, 'unknown')),
            column('peopleUnknown', 'count', 17, ({ any }) => any.peopleUnknown, 'people'),
          ]
        : []),
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

export const communesTitle = ({ findings, texts }: Pick<ReportContext, 'findings' | 'texts'>): string =>
  texts.t(hasDistricts(findings) ? 'table.title.communes' : 'table.communesOnly');

export const communesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const districts = new Map(findings.districts.map(({ code, name }) => [code, name]));
  const column = columnsOf<AreaRow>(texts);
  const names = [
    column('commune', 'text', 26, (row) => row.name),
    column('code', 'text', 12, (row) => row.code),
    ...ifDistricts(
      findings,
      column('district', 'text', 38, (row) => districts.get(row.parent ?? '') ?? row.parent ?? null),
    ),
  ];
  const table = areaTable('communes', input, names, findings.communes, true);
  const title = communesTitle(input);
  return { ...table, title, total: table.total?.map((cell, i) => (i > 0 && i < names.length ? null : cell)) };
};

export const pilotsTable = (input: ReportContext): ReportTable =>
  areaTable('pilots', input, [nameColumn(input.texts, 34)], input.findings.pilots, false);

export const interestsTable = (input: ReportContext): ReportTable =>
  areaTable('interests', input, [nameColumn(input.texts, 46)], input.findings.interests, false);

/** Service by operator over the province, and by the best of them. */
export const operatorsTable = (input: ReportContext): ReportTable => {
  const { findings, places, texts } = input;
  const { t, asked } = texts;
  const names = new Map(places.operators.map(({ id, name }) => [id, name]));
  const rows: { name: string; count: StatusCount }[] = Object.entries(findings.province.byOperator).map(
    ([id, count]) => {
      const operator = names.get(id) ?? id;
      return { name: isAbsent(count) ? t('table.operatorWithout', { ...asked, operator }) : operator, count };
    },
  );
  rows.push({ name: t('table.anyOperator'), count: findings.province.any });
  const column = columnsOf<(typeof rows)[number]>(texts);
  return tableOf(
    'operators',
    texts,
    [
      column('operator', 'text', 24, ({ name }) => name),
      column('served', 'count', 12, ({ count }) => counted(count, 'served')),
      column('hole', 'count', 12, ({ count }) => counted(count, 'partial')),
      column('none', 'count', 12, ({ count }) => counted(count, 'none')),
      ...(hasUnknown(input) ? [column('unknown', 'count', 12, ({ count }) => counted(count, 'unknown'))] : []),
      column('peopleUnserved', 'count', 16, ({ count }) => count.peopleUnserved, 'people'),
      column('unservedShare', 'share', 14, ({ count }) => count.unservedShare, 'percent'),
    ],
    rows,
  );
};
