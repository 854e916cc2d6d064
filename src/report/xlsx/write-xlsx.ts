import type { CellObject, Feature, Row, Sheet } from 'write-excel-file/universal';
import { settleOffice } from '../../files/office/settle-office.ts';
import { isSynthetic } from '../notice.ts';
import type { ReportContext } from '../report-input.ts';
import { allTables } from '../tables/all-tables.ts';
import type { Cell, CellKind, ReportTable } from '../tables/report-table.ts';
import { unitsText } from '../units-text.ts';
import { columnName, forPrint } from './print-setup.ts';

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
  date: 'dd/mm/yyyy',
  unit: undefined,
};

const head = { fontWeight: 'bold', wrap: true, alignVertical: 'center', backgroundColor: '#DCE9EA' } as const;

/** Text stays text whatever it starts with; a number keeps its exact value and shows its kind. */
const cellOf = (value: Cell, kind: CellKind, { texts }: ReportContext, bold = false): CellObject | null => {
  const { t, date } = texts;
  if (value === null) return null;
  const weight = bold ? ({ fontWeight: 'bold' } as const) : {};
  if (typeof value === 'boolean') return { value: value ? t('value.yes') : t('value.no'), type: String, ...weight };
  // a date that is less exact than a day is no date to a spreadsheet
  if (kind === 'date' && typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: formats.date ?? '', ...weight }
      : { value: date(value), type: String, ...weight };
  if (typeof value === 'string') return { value, type: String, ...weight };
  const format = formats[kind];
  return { value, type: Number, ...(format ? { format } : {}), ...weight };
};

const sheetOf = (table: ReportTable, input: ReportContext): Sheet<Blob> => {
  const { texts } = input;
  const { t, asked } = texts;
  const label = ({ label: text, unit }: ReportTable['columns'][number]): string =>
    unit ? `${text} (${t(`table.unit.${unit}`)})` : text;
  const rows: Row[] = table.rows.map((row, r) =>
    row.map((value, c) => {
      const { kind } = table.columns[c];
      const unit = table.rowUnits?.[r];
      if (kind === 'unit') return cellOf(unit ? t(`table.unit.${unit}`) : null, 'text', input);
      return cellOf(value, kind === 'text' || kind === 'date' ? kind : (table.rowKinds?.[r] ?? kind), input);
    }),
  );
  const total = table.total?.map((value, c) => cellOf(value, table.columns[c].kind, input, true));
  return {
    sheet: t(`table.sheet.${table.id}`, asked),
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

/** What the workbook is of, and which sheet holds what. */
const aboutSheet = (input: ReportContext, tables: readonly ReportTable[]): Sheet<Blob> => {
  const { texts, findings, letterhead, scenario } = input;
  const { t, asked } = texts;
  const { pack, appVersion } = findings;
  const line = (value: string, bold = false): Row => [
    { value, type: String, wrap: true, columnSpan: 2, ...(bold ? ({ fontWeight: 'bold' } as const) : {}) },
  ];
  const pair = (name: string, value: string): Row => [
    { value: name, type: String, alignVertical: 'top' },
    { value, type: String, wrap: true, alignVertical: 'top' },
  ];
  return {
    sheet: t('table.sheet.about'),
    columns: [{ width: 34 }, { width: 90 }],
    data: [
      line(t('document.title', asked), true),
      line(letterhead.office),
      [
        {
          ...line(isSynthetic(findings) ? t('document.syntheticNotice') : t('document.realNotice'))[0],
          height: 64,
        } as CellObject,
      ],
      pair(t('setting.name.packId'), `${pack.id}, ${texts.language === 'vi' ? pack.title : pack.titleEn}`),
      pair(
        t('setting.name.scenario'),
        scenario ? t('document.text.scenario', { ...scenario }) : t('document.text.noScenario'),
      ),
      ...unitsText(input).map((text) => pair(t('setting.name.units'), text)),
      pair(t('setting.name.packChecksum'), pack.checksum),
      pair(t('setting.name.appVersion'), appVersion),
      [],
      ...tables.map(({ id, title }) => pair(t(`table.sheet.${id}`, asked), title)),
    ],
  };
};

/** The workbook: a sheet a table, typed cells, frozen heads, filters, units in the heads. Same input, same bytes. */
export const writeXlsx = async (input: ReportContext): Promise<Uint8Array> => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const tables = allTables(input);
  const sheets = [aboutSheet(input, tables), ...tables.map((table) => sheetOf(table, input))];
  const blob = await writeXlsxFile(sheets, {
    features: [filters(tables, 1)],
    fontFamily: 'Times New Roman',
    fontSize: 11,
  }).toBlob();
  return settleOffice(new Uint8Array(await blob.arrayBuffer()), forPrint(sheets.map(({ sheet }) => sheet ?? '')));
};
