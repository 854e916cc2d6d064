import type { CellObject, Feature, Row, Sheet } from 'write-excel-file/universal';
import { isSynthetic } from '../notice.ts';
import type { ReportInput } from '../report-input.ts';
import { settleOffice } from '../same-bytes.ts';
import { allTables } from '../tables/all-tables.ts';
import type { Cell, CellKind, ReportTable } from '../tables/report-table.ts';

const formats: Record<CellKind, string | undefined> = {
  text: undefined,
  count: '#,##0',
  decimal1: '#,##0.0',
  decimal2: '#,##0.00##',
  position: '0.000000',
  share: '0.00%',
  vnd: '#,##0',
  tonne: '#,##0.0',
  year: '0',
  yesNo: undefined,
  unit: undefined,
};

/** The unit a sheet's numbers of a kind are in; đồng are whole there. */
const rowUnit = (kind: CellKind, { unit }: ReportInput['words']): string | null =>
  kind === 'vnd' ? unit.vnd : kind === 'share' ? unit.percent : kind === 'tonne' ? unit.tonne : null;

const head = { fontWeight: 'bold', wrap: true, alignVertical: 'center', backgroundColor: '#DCE9EA' } as const;

/** Text stays text whatever it starts with; a number keeps its exact value and shows its kind. */
const cellOf = (value: Cell, kind: CellKind, { words }: ReportInput, bold = false): CellObject | null => {
  if (value === null) return null;
  const weight = bold ? ({ fontWeight: 'bold' } as const) : {};
  if (typeof value === 'boolean') return { value: value ? words.write.yes : words.write.no, type: String, ...weight };
  if (typeof value === 'string') return { value, type: String, ...weight };
  const format = formats[kind];
  return { value, type: Number, ...(format ? { format } : {}), ...weight };
};

const sheetOf = (table: ReportTable, input: ReportInput): Sheet<Blob> => {
  const { words } = input;
  const label = ({ label: text, unit }: ReportTable['columns'][number]): string =>
    unit ? `${text} (${words.unit[unit]})` : text;
  const rows: Row[] = table.rows.map((row, r) =>
    row.map((value, c) => {
      const { kind } = table.columns[c];
      if (kind === 'unit') return cellOf(rowUnit(table.rowKinds?.[r] ?? 'text', words), 'text', input);
      return cellOf(value, kind === 'text' ? kind : (table.rowKinds?.[r] ?? kind), input);
    }),
  );
  const total = table.total?.map((value, c) => cellOf(value, table.columns[c].kind, input, true));
  return {
    sheet: words.sheet[table.id],
    data: [
      table.columns.map((column) => ({ value: label(column), type: String, ...head })),
      ...rows,
      ...(total ? [total] : []),
    ],
    columns: table.columns.map((column, c) => ({ width: widthOf(table, c, label(column)) })),
    stickyRowsCount: 1,
  };
};

/** Wide enough for most of a column's values, in characters. */
const widthOf = (table: ReportTable, column: number, label: string): number => {
  const lengths = table.rows.map((row) => String(row[column] ?? '').length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const longestWord = Math.max(...label.split(' ').map((word) => word.length));
  return Math.min(60, Math.max(8, usual + 2, longestWord + 3, Math.ceil(label.length / 3) + 3));
};

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** A filter over each table's head and rows; the row of totals stays out of it. */
const filters = (tables: readonly ReportTable[], sheetsBefore: number): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const table = tables[sheetIndex - sheetsBefore];
          if (!table) return xml;
          const range = `A1:${columnName(table.columns.length - 1)}${table.rows.length + 1}`;
          return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
        },
      },
    },
  },
});

const aboutSheet = (input: ReportInput): Sheet<Blob> => {
  const { words, findings, letterhead } = input;
  const line = (value: string, bold = false): Row => [
    { value, type: String, wrap: true, ...(bold ? ({ fontWeight: 'bold' } as const) : {}) },
  ];
  return {
    sheet: words.sheet.about,
    columns: [{ width: 100 }],
    data: [
      line(words.title, true),
      line(letterhead.office),
      line(words.ownNames === 'vi' ? findings.pack.title : findings.pack.titleEn),
      line(isSynthetic(findings) ? words.syntheticNotice : words.realNotice),
    ],
  };
};

/** The workbook: a sheet a table, typed cells, frozen heads, filters, units in the heads. Same input, same bytes. */
export const writeXlsx = async (input: ReportInput): Promise<Uint8Array> => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const tables = allTables(input);
  const sheets = [aboutSheet(input), ...tables.map((table) => sheetOf(table, input))];
  const blob = await writeXlsxFile(sheets, {
    features: [filters(tables, 1)],
    fontFamily: 'Times New Roman',
    fontSize: 11,
  }).toBlob();
  return settleOffice(new Uint8Array(await blob.arrayBuffer()), (_, text) => text);
};
