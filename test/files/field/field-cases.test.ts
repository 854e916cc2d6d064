// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTiles } from '../../../src/files/raster/elevation-files.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { errorsOf, imported } from '../import/an-import.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/field');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)));
const read = (path: string) => imported(path.replace(/^.*\//, ''), bytesOf(path));

const sitesOf = async (path: string) => {
  const { entries } = await read(path);
  return (entries.sites ?? []).map(({ id, heightM, position }) => [id, heightM, ...position]);
};
const rulesOf = (problems: readonly Problem[]): string[] => problems.map(({ rule }) => rule);

/** What a terrain file holds: lowest and highest known height, and unknown cells. */
const heightsOf = async (path: string) => {
  const [{ data }] = await readTiles([{ name: path.replace(/^.*\//, ''), bytes: bytesOf(path) }]);
  const known = data.filter((heightM) => !Number.isNaN(heightM));
  const [lowest, highest] = known.reduce(([low, high], h) => [Math.min(low, h), Math.max(high, h)], [9_999, -9_999]);
  return { lowest: Math.round(lowest), highest: Math.round(highest), voids: data.length - known.length };
};
const refusalOf = async (path: string): Promise<string> => {
  const error = await heightsOf(path).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems[0].rule;
};

describe.skipIf(!existsSync(folder))(
  'inputs from the field (skipped where the folder of shared data is absent)',
  () => {
    test('01: breaks inside CDATA are text', async () => {
      expect(await sitesOf('01-kml-br-in-cdata/one-mast.kml')).toEqual([['onemast-0001', 42, 105.82, 21.62]]);
      expect(await sitesOf('01-kml-br-in-cdata/kml-br-120.kml')).toHaveLength(120);
    });

    test('02: thousands marks of people, in words of a list', async () => {
      const { entries } = await read('02-pack-people-thousands/hamlets.csv');
      expect(entries.hamlets?.map(({ name, clusters, hasFibre }) => [name, clusters[0].people, hasFibre])).toEqual([
        ['Xóm A', 1286, true],
        ['Xóm B', 312, true],
      ]);
    });

    test('03: words for fibre, and what says nothing is told', async () => {
      const { entries, problems } = await read('03-fibre-words/hamlets.csv');
      const lit = entries.hamlets?.filter(({ hasFibre }) => hasFibre).map(({ name }) => name);
      expect(lit).toEqual(['A', 'B', 'C', 'D', 'H', 'I']);
      const told = problems.filter(({ rule }) => rule === 'fibre-unstated');
      expect(told.map(({ place, value }) => [place, value])).toEqual([
        ['row 8', ''],
        ['row 11', '2'],
      ]);
      const without = await read('03-fibre-words/no-fibre-column.csv');
      expect(rulesOf(without.problems)).toContain('fibre-unstated');
    });

    test('04: only the row of 4G is an RSRP', async () => {
      const { entries, problems } = await read('04-drive-test-mixed-technology/log.txt');
      expect(entries.measurements?.map(({ rsrpDbm }) => rsrpDbm)).toEqual([-97]);
      expect(errorsOf(problems).map(({ place, rule }) => [place, rule])).toEqual([
        ['row 3', 'not-rsrp'],
        ['row 4', 'not-rsrp'],
        ['row 5', 'missing-field'],
      ]);
    });

    test.each([
      ['hgt-9999-N21E105.hgt.gz', { lowest: 250, highest: 250, voids: 4_800 }],
      ['t-32767neg-notag.tif', { lowest: 150, highest: 377, voids: 100 }],
      ['t-9999-notag.tif', { lowest: 150, highest: 377, voids: 100 }],
      ['t-fltmax-tag.tif', { lowest: 150, highest: 377, voids: 100 }],
    ])('05: the voids of %s', async (file, expected) => {
      expect(await heightsOf(`05-terrain-void-values/${file}`)).toEqual(expected);
    });

    test('06, 08: scale, feet and the other order of bytes', async () => {
      const expected = { lowest: 150, highest: 377, voids: 0 };
      expect(await heightsOf('06-terrain-scale-unit/t-feet.tif')).toEqual(expected);
      expect(await heightsOf('06-terrain-scale-unit/t-scale.tif')).toEqual(expected);
      expect(await heightsOf('08-geotiff-big-endian-predictor/t-be-pred2.tif')).toEqual(expected);
    });

    test('07: pictures and bands are no heights; transparent cells are voids', async () => {
      expect(await refusalOf('07-terrain-not-heights/t-gray8.tif')).toBe('not-heights');
      expect(await refusalOf('07-terrain-not-heights/t-rendered-rgba.tif')).toBe('not-heights');
      expect(await refusalOf('07-terrain-not-heights/t-two-band.tif')).toBe('several-bands');
      expect((await heightsOf('07-terrain-not-heights/t-alpha.tif')).voids).toBe(8_192);
    });

    test('09: every sheet and linked file of one list is read, and what is none is named', async () => {
      expect((await sitesOf('09-only-the-first-part/xlsx-three.xlsx')).map(([id]) => id)).toEqual([
        'VT-1',
        'VT-2',
        'VN-1',
        'MB-1',
      ]);
      const cover = await read('09-only-the-first-part/xlsx-cover.xlsx');
      expect(cover.entries.sites?.map(({ id }) => id)).toEqual(['VT-1']);
      expect(cover.problems).toContainEqual(
        expect.objectContaining({ rule: 'not-read', place: 'Bìa', ruleValues: { count: 3 } }),
      );
      expect(await sitesOf('09-only-the-first-part/z-link.kmz')).toEqual([['zlink-0001', 42, 105.82, 21.62]]);
    });

    test('10: deleted records, thousands in a table of whole numbers, the header of FoxPro', async () => {
      const deleted = await read('10-dbf/shp-deleted.zip');
      expect(deleted.entries.sites?.map(({ id }) => id)).toEqual(['T-1', 'T-3']);
      expect(rulesOf(deleted.problems)).toContain('deleted-rows');
      const { entries } = await read('10-dbf/shp-comma.zip');
      expect(entries.hamlets?.[0].clusters[0].people).toBe(1286);
      expect((await sitesOf('10-dbf/shp-foxpro.zip')).map(([id]) => id)).toEqual(['T-1', 'T-2', 'T-3']);
    });

    test('11, 12: semicolons beside decimal commas; a row with a cell too many is told', async () => {
      expect(await sitesOf('11-csv-delimiter/two-masts.csv')).toEqual([
        ['T-1', 42, 105.82, 21.62],
        ['T-2', 36, 105.83, 21.62],
      ]);
      const { entries, problems } = await read('12-csv-ragged/hamlets.csv');
      expect(entries.hamlets?.map(({ id }) => id)).toEqual(['H2']);
      expect(errorsOf(problems)).toMatchObject([
        { place: 'row 2', rule: 'too-many-cells', ruleValues: { found: 7, columns: 6 } },
      ]);
    });

    test('13: the height of the structure, not of the ground', async () => {
      for (const file of ['z-asl.csv', 'z-docao.csv']) {
        expect((await sitesOf(`13-height-of-ground/${file}`))[0][1]).toBe(42);
      }
    });

    test('14, 15: headings in two rows, both coordinates in one column, X to the north, no headings', async () => {
      const [[, , lon, lat]] = await sitesOf('14-headings/csv-toado-xy.csv');
      expect(lon).toBeCloseTo(105.8209, 3);
      expect(lat).toBeCloseTo(21.6202, 3);
      expect((await sitesOf('14-headings/csv-combined.csv')).map((site) => site.slice(2))).toEqual([
        [105.82, 21.62],
        [105.83, 21.63],
      ]);
      expect((await sitesOf('14-headings/csv-two-headings.csv')).map(([id, heightM]) => [id, heightM])).toEqual([
        ['T-1', 42],
        ['T-2', 36],
      ]);
      const { rows, taken, problems } = await read('15-opencellid-no-header/cells.csv');
      expect([rows, taken]).toEqual([3, 3]);
      expect(rulesOf(problems)).toContain('no-headings');
    });

    test('16: every sign for a degree', async () => {
      const places = (await sitesOf('16-degree-signs/csv-dms-signs.csv')).map((site) => site.slice(2));
      expect(places).toEqual(Array.from({ length: 12 }, () => [105.82, 21.62]));
    });

    test('17, 18, 19, 20: several points, undeclared prefixes, other forms of GeoJSON, ids of features', async () => {
      expect(await sitesOf('17-multipoint/gj-multipoint.geojson')).toHaveLength(2);
      expect(await sitesOf('17-multipoint/gj-geomcoll.geojson')).toHaveLength(1);
      expect(await sitesOf('18-kml-undeclared-prefix/kml-gx-undeclared.kml')).toHaveLength(1);
      expect(await sitesOf('18-kml-undeclared-prefix/kml-xsi.kml')).toHaveLength(1);
      expect(await sitesOf('19-told-as-csv/gj-array.json')).toHaveLength(2);
      expect(await sitesOf('19-told-as-csv/gj-ndjson.geojson')).toHaveLength(2);
      expect(await sitesOf('19-told-as-csv/gj-utf16.geojson')).toHaveLength(1);
      expect((await sitesOf('20-feature-id/gj-featureid.geojson')).map(([id]) => id)).toEqual(['TN-0101', 'TN-0102']);
    });

    test('21: text of before Unicode', async () => {
      for (const file of ['csv-tcvn3-utf8.csv', 'hamlets-1258.csv', 'hamlets-utf16.csv']) {
        const { entries } = await read(`21-legacy-vietnamese-text/${file}`);
        expect(entries.hamlets?.map(({ name }) => name)).toEqual(['Xóm Đình']);
      }
    });

    test('23: units and decimals that programs add', async () => {
      expect((await sitesOf('23-value-forms/csv-units.csv')).map(([id, heightM]) => [id, heightM])).toEqual([
        ['T-1', 42],
        ['T-2', 42],
        ['T-4', 42.06],
      ]);
      const levels = await read('23-value-forms/csv-rsrp-units.csv');
      expect(levels.entries.measurements?.map(({ rsrpDbm }) => rsrpDbm)).toEqual([-97]);
      expect(errorsOf(levels.problems).map(({ place, rule }) => [place, rule])).toEqual([
        ['row 3, RSRP', 'out-of-range'],
        ['row 4, RSRP', 'out-of-range'],
      ]);
      const codes = await read('23-value-forms/z-pandas.csv');
      // the small pack of the tests does not have the commune; its code has been understood
      expect(errorsOf(codes.problems)).toMatchObject([{ rule: 'unknown-commune', value: '05695' }]);
      const pandas = await read('23-value-forms/z-pandas-meas.csv');
      expect(pandas.entries.measurements).toMatchObject([{ operator: 'viettel', rsrpDbm: -97 }]);
      expect((await sitesOf('23-value-forms/z-dots.csv'))[0].slice(2)).toEqual([105.82, 21.62]);
    });

    test('24: SRTM in gzip', async () => {
      expect(await heightsOf('24-hgt-gz/N21E105.hgt.gz')).toEqual({ lowest: 250, highest: 250, voids: 0 });
    });
  },
);
