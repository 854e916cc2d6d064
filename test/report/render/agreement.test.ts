import { strFromU8, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readDrawingTools } from '../../../src/cli/drawing-tools.ts';
import { readCsv } from '../../../src/files/csv.ts';
import { sha256Hex } from '../../../src/files/sha256.ts';
import { renderReport, reportFormats } from '../../../src/report/render/render-report.ts';
import { aHamlet, aSite } from '../../files/small-pack.ts';
import { aReport } from './a-report.ts';

/** One hamlet in the beam of the only site, one behind its back and far. */
const near = aHamlet({ name: 'Xóm Đồng Ẵm' });
const far = aHamlet({
  id: 'H-05434-01',
  name: 'Xóm Phượng Hoàng Ữ',
  communeCode: '05434',
  centre: [105.899, 21.601],
  clusters: [{ position: [105.8991, 21.6012], people: 4321 }],
  hasFibre: false,
});
const weakSite = aSite({
  tenants: [{ ...aSite().tenants[0], cells: [{ ...aSite().tenants[0].cells[0], azimuthDeg: 225, powerDbm: 26 }] }],
});

const input = await aReport({ hamlets: [near, far], sites: [weakSite] });
const files = await renderReport(input, reportFormats, await readDrawingTools());
const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
const collection = (name: string): FeatureCollection => JSON.parse(strFromU8(bytes(name)));
const { province } = input.findings;

const sheet = async (name: string): Promise<unknown[][]> =>
  (await readSheets(Buffer.from(bytes('report.xlsx')))).find((one) => one.sheet === name)?.data ?? [];
const sum = (values: readonly unknown[]): number => values.reduce<number>((total, value) => total + Number(value), 0);
const documentRows = (): string[][] => {
  const body = strFromU8(unzipSync(bytes('report.docx'))['word/document.xml']);
  const text = (xml: string): string => xml.replace(/<[^>]+>/g, '');
  return [...body.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => text(cell)),
  );
};

test('the study has someone without signal and someone without fibre to count', () => {
  expect(province.any.peopleUnserved).toBe(4321);
  expect(province.withoutFibre.people).toBe(4321);
});

test('people without signal are the same in findings, CSV, GeoJSON, workbook and document', async () => {
  const csv = readCsv(bytes('tables/communes.csv'), 'communes.csv');
  expect(sum(csv.map((row) => row.get('people_unserved')))).toBe(4321);
  expect(sum(collection('communes.geojson').features.map(({ properties }) => properties?.people_unserved))).toBe(4321);
  expect(sum(collection('hamlets.geojson').features.map(({ properties }) => properties?.peopleUnserved))).toBe(4321);
  const [head, ...rows] = await sheet('Xã');
  const column = head.indexOf('Dân chưa có sóng (người)');
  expect(rows.map((row) => row[column])).toEqual([0, 4321, 4321]);
  expect(documentRows().find(([name]) => name === 'Người ở cụm dân cư chưa có sóng 4G')?.[2]).toBe('4.321');
});

test('hamlets, communes and sites are as many in every format', async () => {
  for (const [table, geojson, sheetName, count] of [
    ['tables/hamlets.csv', 'hamlets.geojson', 'Tất cả xóm', 2],
    ['tables/communes.csv', 'communes.geojson', 'Xã', 2],
    ['tables/sites.csv', 'sites.geojson', 'Vị trí cột', 1],
  ] as const) {
    expect(readCsv(bytes(table), table)).toHaveLength(count);
    expect(collection(geojson).features).toHaveLength(count);
    const withTotal = sheetName === 'Xã' ? 1 : 0;
    expect(await sheet(sheetName)).toHaveLength(1 + count + withTotal);
  }
});

test('a name has every diacritic in every format', async () => {
  const name = 'Xóm Phượng Hoàng Ữ'.normalize('NFC');
  expect(strFromU8(bytes('hamlets.csv'))).toContain(name);
  expect(strFromU8(bytes('tables/hamlets.csv'))).toContain(name);
  expect(strFromU8(bytes('report.html'))).toContain(name);
  expect(collection('hamlets.geojson').features.map(({ properties }) => properties?.name)).toContain(name);
  expect((await sheet('Tất cả xóm')).flat()).toContain(name);
  expect(documentRows().flat()).toContain(name);
});

test('the page holds the same tables as the document', () => {
  const page = strFromU8(bytes('report.html'));
  const cells = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell),
  );
  // the letterhead and the signature of the document are tables too
  const officialRows = 3;
  expect(cells).toHaveLength(documentRows().length - officialRows);
  expect(cells[1]).toEqual(documentRows()[3]);
});

test('the zip holds every file, and its manifest the checksum of each', () => {
  const zipped = unzipSync(bytes('report.zip'));
  const manifest = JSON.parse(strFromU8(zipped['manifest.json']));
  expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual(
    [...files.keys()].filter((name) => name !== 'report.zip').sort(),
  );
  for (const { path, sha256 } of manifest.files) expect(sha256Hex(zipped[path])).toBe(sha256);
});
