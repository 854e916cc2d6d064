import { communeMap } from '../figures/commune-map.ts';
import { writtenDate, writtenNumber } from '../letterhead.ts';
import type { ReportInput } from '../report-input.ts';
import { communesTable } from '../tables/area-tables.ts';
import { gapsTable, hamletsTable, withoutFibreTable } from '../tables/hamlet-tables.ts';
import { lineageTable } from '../tables/lineage-table.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { mergesTable } from '../tables/sharing-tables.ts';
import { sitesTable } from '../tables/site-table.ts';
import { parametersTable } from '../tables/source-tables.ts';
import { fillIn, writeNumber } from '../write-value.ts';
import type { Block } from './blocks.ts';
import { roman } from './numbering.ts';
import { proposalBlocks, proposalTitle } from './proposals.ts';
import { communeHamletsTable, sideBySideFrom } from './sheet-table.ts';
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
} as const satisfies Record<string, (input: ReportInput) => ReportTable>;
export type AnnexName = keyof typeof tables;
const order = Object.keys(tables) as AnnexName[];

/** 'Phụ lục II', by which the text cites an annex. */
export const citeAnnex =
  ({ words }: ReportInput) =>
  (name: AnnexName): string =>
    fillIn(words.official.annex, { number: roman(order.indexOf(name) + 1) });

/** The annexes by number and name, for the contents: the lists, a carrier's proposal each, then the communes' sheets. */
export const annexTitles = (input: ReportInput): string[] => {
  const { findings, words } = input;
  const titles = [
    ...order.map((name) => words.table[name]),
    ...(findings.proposals?.files ?? []).map((one) => proposalTitle(input, one)),
  ];
  const sheets = fillIn(words.text.sheets, { count: findings.communes.length });
  return [
    ...titles.map((title, i) => `${fillIn(words.official.annex, { number: roman(i + 1) })}. ${title}`),
    ...(input.communeSheets ? [sheets] : []),
  ];
};

/** The columns of a list on paper; the workbook has them all. */
const onPaper: Partial<Record<AnnexName, readonly string[]>> = {
  parameters: ['name', 'unit', 'low', 'central', 'high', 'confidence', 'source', 'note'],
};
/** Rows of these are numbered by the table itself. */
const numbered: readonly AnnexName[] = ['merges'];

const noteOf = ({ words, letterhead, findings }: ReportInput): string =>
  fillIn(words.official.annexOf, {
    number: writtenNumber(letterhead),
    symbol: letterhead.symbol,
    dated: writtenDate(letterhead, words.official, findings.pack.date).replace(/^[^,]*, /, ''),
    office: letterhead.office,
  });

const listOf = (input: ReportInput, name: AnnexName): ReportTable => {
  const table = tables[name](input);
  const columns = onPaper[name];
  const shown = columns ? withColumns(table, columns) : table;
  return numbered.includes(name) ? shown : withOrder(shown, input.words);
};

/** The tables too long for the text, each an annex, then an annex for each carrier's proposal. */
export const annexes = (input: ReportInput): Block[] => [
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

/** A page for each commune: its figures, its map, its hamlets. */
export const communeSheets = (input: ReportInput): Block[] => {
  const { findings, places, words } = input;
  const districts = new Map(findings.districts.map(({ code, name }) => [code, name]));
  const types = new Map(places.communes.features.map(({ properties: { code, type } }) => [code, type]));
  const count = (value: number): string => writeNumber(value, 0, words.write);
  const nameOf = ({ code, name }: (typeof findings.communes)[number]): string => {
    const type = types.get(code) ?? '';
    return `${type.charAt(0).toLocaleUpperCase('vi')}${type.slice(1)} ${name}`.trim();
  };
  const first = order.length + (findings.proposals?.files.length ?? 0);
  return findings.communes.flatMap((row, i): Block[] => [
    {
      kind: 'sheet',
      ...(i === 0 ? { place: first } : {}),
      title: fillIn(words.text.sheet, { commune: nameOf(row), district: districts.get(row.parent ?? '') ?? '' }),
    },
    {
      kind: 'paragraph',
      text: fillIn(words.text.sheetFigures, {
        hamlets: count(row.hamlets),
        people: count(row.people),
        none: count(row.any.hamlets.none),
        hole: count(row.any.hamlets.hole),
        unserved: count(row.any.peopleUnserved),
        withoutFibre: count(row.withoutFibre.hamlets),
        sites: count(row.sites),
        shared: count(row.sharedSites),
      }),
    },
    { kind: 'figure', caption: '', figure: communeMap(input, row.code, mapHeight(row.hamlets)) },
    { kind: 'table', caption: '', table: communeHamletsTable(input, row.code), compact: true },
  ]);
};
