import type { FeatureCollection, LineString } from 'geojson';
import type { CellObject, Row, Sheet } from 'write-excel-file/universal';
import { type CsvCell, writeCsv } from '../../files/office/csv.ts';
import { settleOffice } from '../../files/office/settle-office.ts';
import type { Site } from '../../model/site.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import type { Texts } from '../report-input.ts';
import { mergesTable, type SharingTable } from './sharing-tables.ts';

/** The merges in the order they are taken, one row each. */
export const writeSharingCsv = (finding: SharingFinding): Uint8Array => writeTableCsv(mergesTable(finding));

export const writeTableCsv = ({ columns, rows }: SharingTable): Uint8Array => writeCsv(columns, rows);

/** Each merge as a line from the mast that is taken down to its host, for a GIS. */
export const writeSharingGeoJson = (finding: SharingFinding, sites: readonly Site[]): Uint8Array => {
  const positions = new Map(sites.map(({ id, position }) => [id, position]));
  const { columns, rows } = mergesTable(finding);
  const collection: FeatureCollection<LineString> = {
    type: 'FeatureCollection',
    features: finding.chosen.map(({ hostId, donorId }, k) => ({
      type: 'Feature',
      id: `${donorId}>${hostId}`,
      geometry: {
        type: 'LineString',
        coordinates: [donorId, hostId].map((id) => [...(positions.get(id) ?? [])]),
      },
      properties: Object.fromEntries(columns.map((column, c) => [column, rows[k][c]])),
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};

const head = { fontWeight: 'bold', wrap: true, alignVertical: 'center', backgroundColor: '#DCE9EA' } as const;

/** Text stays text whatever it starts with. */
const cellOf = (value: CsvCell): CellObject | null => {
  if (value === null) return null;
  if (typeof value === 'number') {
    const format = Math.abs(value) >= 1000 ? '#,##0' : Number.isInteger(value) ? '0' : '0.0###';
    return { value, type: Number, format };
  }
  return { value: String(value), type: String };
};

const sheetOf = ({ id, columns, rows }: SharingTable, { t, asked }: Texts): Sheet<Blob> => {
  const labels = columns.map((column) => t(`workbook.column.${column}`, asked));
  const lengths = (c: number): number => Math.max(0, ...rows.map((row) => String(row[c] ?? '').length));
  return {
    sheet: t(`workbook.sheet.${id}`, asked),
    data: [labels.map((value) => ({ value, type: String, ...head })), ...rows.map((row): Row => row.map(cellOf))],
    columns: labels.map((label, c) => ({ width: Math.min(60, Math.max(10, lengths(c) + 2, label.length / 2 + 4)) })),
    stickyRowsCount: 1,
  };
};

/** A workbook with a sheet a table. Same input, same bytes. */
export const writeSharingXlsx = async (tables: readonly SharingTable[], texts: Texts): Promise<Uint8Array> => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const blob = await writeXlsxFile(
    tables.map((table) => sheetOf(table, texts)),
    { fontFamily: 'Times New Roman', fontSize: 11 },
  ).toBlob();
  return settleOffice(new Uint8Array(await blob.arrayBuffer()), (_, text) => text);
};
