// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { convertTable } from '../../../src/files/import/convert/convert.ts';
import { proposeImport } from '../../../src/files/import/guess/propose.ts';
import type { RawTable } from '../../../src/files/import/table/raw-table.ts';
import { readCsvTable } from '../../../src/files/import/table/read-csv-table.ts';
import { fileKind, readTable } from '../../../src/files/import/table/read-table.ts';
import { streamCsvTable } from '../../../src/files/import/table/stream-csv-table.ts';
import { InputError } from '../../../src/model/problem.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { aStudy } from '../../study/a-study.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';
import { aShapefile } from './a-shapefile.ts';
import { aWorkbook } from './a-workbook.ts';
import { bytesOf, smallContext } from './an-import.ts';

/** Inputs a format; PHUSONG_FUZZ=10000 for the long run. */
const inputs = Number(process.env.PHUSONG_FUZZ ?? 500);
const limitMs = 5_000;

/** Reads a file to its end as the dialog would, and gives what came of it: entries, or at least one problem. */
const outcomeOf = async (bytes: Uint8Array, file: string): Promise<'refused' | 'read'> => {
  try {
    const kind = fileKind(bytes, file);
    if (kind === 'pack' || kind === 'study' || kind === 'terrain') return 'refused';
    const table = await readTable(bytes, file);
    const { choice } = await proposeImport(table, smallContext.box);
    const { entries, problems, rows, taken } = await convertTable(table, choice, smallContext, file);
    if (taken < rows && choice.target !== 'boundaries') expect(problems.length).toBeGreaterThan(0);
    // what enters, enters whole or not at all
    const outcome = operations.importFile(aStudy(), { file, layers: entries });
    expect('refused' in outcome || outcome.changes.length > 0).toBe(true);
    return 'read';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return 'refused';
  }
};

const csv = `id,lon,lat,operator,height,people,name
T-1,105.82,21.62,viettel,42,12,Xóm Đình
T-2,"105,83","21,63",vinaphone,36,30,"Xóm ""B"""
`;
const feature = (geometry: object) => ({
  type: 'Feature',
  properties: { name: 'A', people: 3, code: '05431' },
  geometry,
});
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature({ type: 'Point', coordinates: [105.82, 21.62] }),
    feature({
      type: 'Polygon',
      coordinates: [
        [
          [105.8, 21.6],
          [105.85, 21.6],
          [105.85, 21.65],
          [105.8, 21.6],
        ],
      ],
    }),
    feature({
      type: 'LineString',
      coordinates: [
        [105.8, 21.6],
        [105.85, 21.6],
      ],
    }),
  ],
});
const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>A</name><ExtendedData><Data name="people"><value>3</value></Data></ExtendedData><Point><coordinates>105.82,21.62</coordinates></Point></Placemark></Document></kml>`;

const shared = join(import.meta.dirname, '../../../../shared/data/imports/opencellid-651-lesotho.csv');
const openCellId = existsSync(shared)
  ? new Uint8Array(readFileSync(shared)).slice(0, budget(800, 3_000))
  : bytesOf(csv);

const seeds: readonly (readonly [file: string, bytes: Uint8Array])[] = [
  ['a.csv', bytesOf(csv)],
  ['opencellid.csv', openCellId],
  ['a.geojson', bytesOf(geojson)],
  ['a.kml', bytesOf(kml)],
  ['a.kmz', zipSync({ 'doc.kml': bytesOf(kml) })],
  ['a.zip', aShapefile([{ x: 105.82, y: 21.62, name: 'Xóm Đình', people: 312 }])],
  ['a.xlsx', aWorkbook],
];

interface Mutation {
  at: number;
  kind: number;
  byte: number;
  length: number;
}
const mutation = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 1_000_000 })),
  kind: fc.integer({ min: 0, max: 4 }),
  byte: fc.integer({ min: 0, max: 255 }),
  length: fc.integer({ min: 0, max: 60 }),
});

const mutated = (bytes: Uint8Array, { at, kind, byte, length }: Mutation): Uint8Array => {
  const i = bytes.length === 0 ? 0 : at % bytes.length;
  const splice = (removed: number, put: readonly number[]): Uint8Array =>
    Uint8Array.from([...bytes.subarray(0, i), ...put, ...bytes.subarray(i + removed)]);
  if (kind === 0) return splice(1, [byte]);
  if (kind === 1) return splice(length, []);
  if (kind === 2)
    return splice(
      0,
      Array.from({ length }, () => byte),
    );
  if (kind === 3) return bytes.slice(0, i);
  return splice(0, [...bytes.subarray(i, i + length)]);
};

test.each(seeds)(
  '%s, spoilt in any way, is read or refused with a message',
  async (file, bytes) => {
    expect(await outcomeOf(bytes, file)).toBe('read');
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        await outcomeOf(mutations.reduce(mutated, bytes), file);
      }),
      { numRuns: inputs, seed: 2020, timeout: limitMs },
    );
  },
  Math.max(60_000, inputs * 100),
);

test(
  'a list, spoilt in any way, is the same read in pieces and read whole',
  async () => {
    const outcome = async (reading: () => RawTable | Promise<RawTable>) => {
      try {
        const { columns, rows, encoding } = await reading();
        return { columns, rows, encoding };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return error.problems[0].rule;
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { maxLength: 4 }),
        fc.integer({ min: 1, max: 90 }),
        async (mutations, piece) => {
          const bytes = mutations.reduce(mutated, bytesOf(csv));
          const whole = await outcome(() => readCsvTable(bytes, 'a.csv'));
          const blob = new Blob([bytes.slice().buffer as ArrayBuffer]);
          expect(await outcome(() => streamCsvTable(blob, 'a.csv', () => {}, piece))).toEqual(whole);
        },
      ),
      { numRuns: inputs, seed: 2020, timeout: limitMs },
    );
  },
  Math.max(60_000, inputs * 100),
);

test.each(['a.csv', 'a.geojson', 'a.kml', 'a.kmz', 'a.xlsx'])('%s of any bytes is read or refused', async (file) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await outcomeOf(bytes, file);
    }),
    { numRuns: inputs, seed: 2020, timeout: limitMs },
  );
});
