// @module-tag slow
import { Resvg } from '@resvg/resvg-wasm';
import { kml as toGeoJson } from '@tmcw/togeojson';
import { area, booleanPointInPolygon } from '@turf/turf';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { fromArrayBuffer } from 'geotiff';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readDrawingTools } from '../../src/cli/report/drawing-tools.ts';
import { defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { readCsv } from '../../src/files/office/csv.ts';
import { sha256Hex } from '../../src/files/sha256.ts';
import type { ReportRaster } from '../../src/report/files/report-raster.ts';
import { renderReport, reportFormats } from '../../src/report/render-report.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
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

const ground = {
  grid: { zoom: 12, col0: 832_000, row0: 461_000, width: 3, height: 2 },
  data: Int16Array.of(10, 20, 30, -32768, 50, 60),
};
const levels = Int16Array.of(-700, -1001, -32768, -1099, -1101, -900);
const rasters: ReportRaster[] = [
  { kind: 'ground', id: 'terrain', raster: ground, noData: -32768 },
  {
    kind: 'coverage',
    id: 'coverage-4g-best',
    operator: null,
    grid: ground.grid,
    layers: [
      { operator: 'viettel', technology: '4G', levelTenthsDbm: levels, server: new Uint16Array(6), servers: [] },
    ],
    settings: { ...defaultCoverageSettings, zoom: 12 },
  },
];
const input = await aReport({ hamlets: [near, far], sites: [weakSite], report: { rasters } });
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
  const column = head.indexOf('Dân chưa có sóng 4G (người)');
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

test('turf finds the communes and the hamlets of the map files in their places', () => {
  const communes = collection('communes.geojson').features as Feature<Polygon>[];
  const hamlets = collection('hamlets.geojson').features as Feature<Point>[];
  expect(communes.every((commune) => area(commune) > 1e6)).toBe(true);
  for (const { properties } of communes) {
    const own = communes.find((commune) => commune.properties?.code === properties?.code)!;
    const inside = hamlets.filter((hamlet) => booleanPointInPolygon(hamlet, own));
    expect(inside).toHaveLength(properties?.hamlets);
    expect(sum(inside.map((hamlet) => hamlet.properties?.people))).toBe(properties?.people);
  }
});

test('a globe viewer gets as many hamlets, communes and sites, by their names', () => {
  const kml = strFromU8(unzipSync(bytes('report.kmz'))['doc.kml']);
  const features = toGeoJson(new DOMParser().parseFromString(kml, 'text/xml') as never).features;
  const withId = (prefix: string) => features.filter(({ id }) => String(id).startsWith(prefix));
  expect([withId('none-'), withId('hole-'), withId('served-')].flat()).toHaveLength(2);
  expect(withId('commune-')).toHaveLength(2);
  expect(withId('site-')).toHaveLength(1);
  expect(features.map(({ properties }) => properties?.name)).toContain('Xóm Phượng Hoàng Ữ');
});

test('the rasters come back as they were, by the geotiff library', async () => {
  const image = await (await fromArrayBuffer(bytes('rasters/terrain.tif').slice().buffer as ArrayBuffer)).getImage();
  expect([image.getWidth(), image.getHeight()]).toEqual([3, 2]);
  expect(image.getGeoKeys()?.ProjectedCSTypeGeoKey).toBe(3857);
  expect([...((await image.readRasters())[0] as Int16Array)]).toEqual([10, 20, 30, -32768, 50, 60]);
});

/** A PNG as another reader sees it. */
const pixelsOf = (png: Uint8Array, width: number, height: number): Uint8Array => {
  const data = Buffer.from(png).toString('base64');
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${data}" image-rendering="optimizeSpeed"/>`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
  ).render().pixels;
};

test('coverage comes back in dBm, and as a picture that leaves out what is below the threshold', async () => {
  const file = bytes('rasters/coverage-4g-best.tif').slice().buffer as ArrayBuffer;
  const image = await (await fromArrayBuffer(file)).getImage();
  const [band] = await image.readRasters();
  expect([...(band as Float32Array)].map((level) => Math.round(level * 10) / 10)).toEqual([
    -70, -100.1, -9999, -109.9, -110.1, -90,
  ]);
  const [about] = JSON.parse(strFromU8(bytes('rasters/rasters.json'))).slice(1);
  expect(about).toMatchObject({ file: 'coverage-4g-best.tif', unit: 'dBm', settings: { radiusKm: 15, zoom: 12 } });
  const kmz = unzipSync(bytes('report.kmz'));
  const kml = strFromU8(kmz['doc.kml']);
  expect(kml.match(/<GroundOverlay/g)).toHaveLength(1);
  expect(kml).toContain('mức dưới −110 dBm không vẽ');
  const alpha = pixelsOf(kmz['files/overlay-1.png'], 3, 2).filter((_, i) => i % 4 === 3);
  expect([...alpha]).toEqual([255, 255, 0, 255, 0, 255]);
});

test('the same study gives the same bytes in every file', async () => {
  const again = await renderReport(input, reportFormats, await readDrawingTools());
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [name, content] of again) expect(sha256Hex(content), name).toBe(sha256Hex(bytes(name)));
});
