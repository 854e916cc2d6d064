import type { AreaRow } from '../../findings/findings.ts';
import { communeMap } from '../figures/commune-map.ts';
import { dayOf, writtenDate, writtenNumber } from '../letterhead.ts';
import type { ReportContext } from '../report-input.ts';
import { communesTable, communesTitle } from '../tables/area-tables.ts';
import { gapsTable, hamletsTable, withoutFibreTable } from '../tables/hamlet-tables.ts';
import { lineageTable } from '../tables/lineage-table.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { mergesTable } from '../tables/sharing-tables.ts';
import { sitesTable } from '../tables/site-table.ts';
import { parametersTable } from '../tables/source-tables.ts';
import type { Block } from './blocks.ts';
import { roman } from './numbering.ts';
import { proposalBlocks, proposalTitle } from './proposals.ts';
import { communeHamletsTable, sideBySideFrom } from './sheet-table.ts';
import { unknownSummary } from './signal-summary.ts';
import { withColumns, withOrder } from './written-table.ts';

const tables = {
  communes: communesTable,
  gaps: gapsTable,
  withoutFibre: withoutFibreTable,
  hamlets: hamletsTable,
  sites: sitesTable,
  merges: mergesTable,
  lineage: lineageTable,
  parameters: parametersTable,
} as const satisfies Record<string, (input: ReportContext) => ReportTable>;
export type AnnexName = keyof typeof tables;
const order = Object.keys(tables) as AnnexName[];

/** 'Phụ lục II', by which the text cites an annex. */
export const citeAnnex =
  ({ texts }: ReportContext) =>
  (name: AnnexName): string =>
    texts.t('document.official.annex', { number: roman(order.indexOf(name) + 1) });

/** The annexes by number and name, for the contents: the lists, a carrier's proposal each, then the communes' sheets. */
export const annexTitles = (input: ReportContext): string[] => {
  const { findings, texts } = input;
  const { t, asked } = texts;
  const titles = [
    ...order.map((name) => (name === 'communes' ? communesTitle(input) : t(`table.title.${name}`, asked))),
    ...(findings.proposals?.files ?? []).map((one) => proposalTitle(input, one)),
  ];
  const sheets = t('document.text.sheets', { count: findings.communes.length });
  return [
    ...titles.map((title, i) => `${t('document.official.annex', { number: roman(i + 1) })}. ${title}`),
    ...(input.communeSheets ? [sheets] : []),
  ];
};

/** The columns of a list on paper; the workbook has them all. */
const onPaper: Partial<Record<AnnexName, readonly string[]>> = {
  parameters: ['name', 'unit', 'low', 'central', 'high', 'confidence', 'source', 'note'],
};
/** Rows of these are numbered by the table itself. */
const numbered: readonly AnnexName[] = ['merges'];

const noteOf = ({ texts, letterhead, findings }: ReportContext): string =>
  texts.t('document.official.annexOf', {
    number: writtenNumber(letterhead),
    symbol: letterhead.symbol,
    dated: writtenDate(letterhead, texts, dayOf(findings.pack)).replace(/^[^,]*, /, ''),
    office: letterhead.office,
  });

const listOf = (input: ReportContext, name: AnnexName): ReportTable => {
  const table = tables[name](input);
  const columns = onPaper[name];
  const shown = columns ? withColumns(table, columns) : table;
  return numbered.includes(name) ? shown : withOrder(shown, input.texts);
};

/** The tables too long for the text, each an annex, then an annex for each carrier's proposal. */
export const annexes = (input: ReportContext): Block[] => [
  ...order.flatMap((name, i): Block[] => {
    const table = listOf(input, name);
    return [
      { kind: 'annex', number: roman(i + 1), title: table.title, note: noteOf(input), place: i },
      { kind: 'table', caption: '', table },
    ];
  }),
  ...(input.findings.proposals?.files ?? []).flatMap((proposal, i): Block[] => [
    {
      kind: 'annex',
      number: roman(order.length + i + 1),
      title: proposalTitle(input, proposal),
      note: noteOf(input),
      place: order.length + i,
    },
    ...proposalBlocks(input, proposal),
  ]),
];

/** Of a commune's map in 0.1 mm: what its list of hamlets leaves of the page. */
const mapHeight = (hamlets: number): number => (hamlets < sideBySideFrom ? 850 : hamlets < 50 ? 620 : 480);

const sheetSignal = ({ texts: { t, count, asked } }: ReportContext, { any }: AreaRow): string =>
  any.peopleUnserved === null
    ? t('document.text.sheetAbsent', asked)
    : t('document.text.sheetSignal', {
        ...asked,
        none: count(any.hamlets.none),
        hole: count(any.hamlets.partial),
        unserved: count(any.peopleUnserved),
      });

/** A page for each commune: its figures, its map, its hamlets. */
export const communeSheets = (input: ReportContext): Block[] => {
  const { findings, places, texts } = input;
  const { t, count } = texts;
  const districts = new Map(places.districts.features.map(({ properties: { code, name } }) => [code, name]));
  const types = new Map(places.communes.features.map(({ properties: { code, type } }) => [code, type]));
  const nameOf = ({ code, name }: (typeof findings.communes)[number]): string => {
    const type = types.get(code) ?? '';
    return `${type.charAt(0).toLocaleUpperCase('vi')}${type.slice(1)} ${name}`.trim();
  };
  const first = order.length + (findings.proposals?.files.length ?? 0);
  return findings.communes.flatMap((row, i): Block[] => [
    {
      kind: 'sheet',
      ...(i === 0 ? { place: first } : {}),
      title: t('document.text.sheet', { commune: nameOf(row), district: districts.get(row.parent ?? '') ?? '' }),
    },
    {
      kind: 'paragraph',
      text: t('document.text.sheetFigures', {
        hamlets: count(row.hamlets),
        people: count(row.people),
        signal: [sheetSignal(input, row), ...unknownSummary(input, row)].join(' '),
        withoutFibre: count(row.withoutFibre.hamlets),
        sites: count(row.sites),
        shared: count(row.sharedSites),
      }),
    },
    { kind: 'figure', caption: '', figure: communeMap(input, row.code, mapHeight(row.hamlets)) },
    { kind: 'table', caption: '', table: communeHamletsTable(input, row.code), compact: true },
  ]);
};
