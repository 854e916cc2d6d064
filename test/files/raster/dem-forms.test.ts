// @module-tag slow
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTiles } from '../../../src/files/raster/elevation-files.ts';
import { readDem } from '../../../src/files/raster/geotiff-read.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { fc } from '../../support/fast-check.ts';
import { aTiff, type TiffLook } from './a-tiff.ts';

const heights = async (look: TiffLook): Promise<number[]> => [...(await readDem(aTiff(look), 'dem.tif')).data];
const plain = (await heights({})) as readonly number[];
const problemOf = async (reading: Promise<unknown>): Promise<Problem> => {
  const error = await reading.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems[0];
};

test('the DEM of these tests holds what it says', () => {
  expect([plain[0], plain[1], plain[16], plain.length]).toEqual([150, 151, 153, 16 * 12]);
});

test('heights are the same in either order of bytes, every layout, compression, predictor and type', async () => {
  const looks = fc
    .record({
      bigEndian: fc.boolean(),
      bigTiff: fc.boolean(),
      kind: fc.constantFrom(
        ...([
          [2, 16],
          [2, 32],
          [1, 16],
          [3, 32],
          [3, 64],
        ] as const),
      ),
      compression: fc.constantFrom('none', 'lzw', 'deflate', 'packbits'),
      predictor: fc.constantFrom(1, 2, 3),
      layout: fc.constantFrom<Pick<TiffLook, 'tile' | 'rowsPerStrip'>>(
        {},
        { rowsPerStrip: 5 },
        { rowsPerStrip: 1 },
        { tile: 16 },
      ),
      alpha: fc.constantFrom('none', 'beside', 'behind'),
    })
    .filter(({ kind: [format, bits], predictor }) =>
      predictor === 3 ? format === 3 : predictor === 1 || (format !== 3 && bits <= 32),
    );
  await fc.assert(
    fc.asyncProperty(looks, async ({ kind: [format, bits], layout, alpha, ...look }) => {
      const withAlpha: TiffLook = {
        samples: 2,
        extraSamples: [2],
        planar: alpha === 'behind',
        sampleOf: (c, r, s) => (s === 1 ? 255 : 150 + c + r * 3),
      };
      const asked = { ...look, ...layout, format, bits, ...(alpha !== 'none' && withAlpha) } as TiffLook;
      expect(await heights(asked)).toEqual(plain);
    }),
    { numRuns: 250, seed: 15 },
  );
});

test('a long run of LZW codes grows to twelve bits and starts anew', async () => {
  const look: TiffLook = {
    width: 200,
    height: 120,
    sampleOf: (c, r) => 150 + ((c * 7919 + r * 104_729) % 2_000),
    compression: 'lzw',
  };
  expect(await heights(look)).toEqual(await heights({ ...look, compression: 'none' }));
});

describe('heights are in metres, whatever the file states them in', () => {
  const item = (name: string, role: string, value: string, sample = 0) =>
    `<Item name="${name}" sample="${sample}" role="${role}">${value}</Item>`;
  const gdal = (...items: string[]) => `<GDALMetadata>${items.join('')}</GDALMetadata>`;
  const times = (factor: number, add = 0): TiffLook => ({
    format: 3,
    bits: 64,
    sampleOf: (c, r) => (150 + c + r * 3 - add) / factor,
  });
  test.each<[string, TiffLook]>([
    ['a scale', { ...times(0.1), metadata: gdal(item('SCALE', 'scale', '0.1')) }],
    [
      'a scale and an offset',
      { ...times(0.5, 100), metadata: gdal(item('OFFSET', 'offset', '100'), item('SCALE', 'scale', '0.5')) },
    ],
    ['a unit of feet', { ...times(0.3048), metadata: gdal(item('UNITTYPE', 'unittype', 'ft')) }],
    ['feet by its geo keys', { ...times(0.3048), keys: [[4099, 9002]] }],
    ['survey feet', { ...times(1200 / 3937), keys: [[4099, 9003]] }],
    ['decimetres', { ...times(0.1), metadata: gdal(item('UNITTYPE', 'unittype', 'dm')) }],
    ['metres, said so', { metadata: gdal(item('UNITTYPE', 'unittype', 'metre')), keys: [[4099, 9001]] }],
    ['the scale of another band', { metadata: gdal(item('SCALE', 'scale', '0.1', 1)) }],
  ])('%s', async (_, look) => {
    const read = await heights(look);
    read.forEach((heightM, i) => {
      expect(heightM).toBeCloseTo(plain[i], 3);
    });
  });

  test('what was converted is told', async () => {
    const { notes } = await readDem(aTiff({ ...times(0.3048), keys: [[4099, 9002]] }), 'dem.tif');
    expect(notes).toMatchObject([{ rule: 'heights-converted', severity: 'warning' }]);
  });

  test.each<[string, TiffLook]>([
    ['a unit nobody knows', { metadata: gdal(item('UNITTYPE', 'unittype', 'fathom')) }],
    ['two units that differ', { metadata: gdal(item('UNITTYPE', 'unittype', 'm')), keys: [[4099, 9002]] }],
    ['a scale of nothing', { metadata: gdal(item('SCALE', 'scale', '0')) }],
    ['a scale in words', { metadata: gdal(item('SCALE', 'scale', 'tenth')) }],
  ])('%s is refused', async (_, look) => {
    expect((await problemOf(readDem(aTiff(look), 'dem.tif'))).rule).toMatch(/^(not-one-of|wrong-type)$/);
  });
});

describe('voids', () => {
  const holes = (value: number): TiffLook => ({ sampleOf: (c, r) => (c < 3 && r < 2 ? value : 150 + c + r * 3) });
  const float: TiffLook = { format: 3, bits: 32 };
  test.each<[string, TiffLook]>([
    ['−9999 without a tag', holes(-9999)],
    ['−32767 without a tag', holes(-32_767)],
    ['−32768', holes(-32_768)],
    ['32767', holes(32_767)],
    ['1.7e38', { ...float, ...holes(1.7e38) }],
    ['the lowest float', { ...float, ...holes(-3.4028234663852886e38) }],
    ['the largest float, in six digits', { ...float, ...holes(3.4028234663852886e38), noData: '3.40282e+38' }],
    ['no number', { ...float, ...holes(Number.NaN), noData: 'nan' }],
    ['a height that the tag takes out', { ...holes(700), noData: '700' }],
    [
      'transparent cells',
      {
        samples: 2,
        extraSamples: [2],
        sampleOf: (c, r, s) => (s === 1 ? (c < 3 && r < 2 ? 0 : 255) : 150 + c + r * 3),
      },
    ],
    ['masked cells', { mask: (c, r) => !(c < 3 && r < 2) }],
  ])('%s are unknown, and the rest is as it was', async (_, look) => {
    const read = await heights(look);
    read.forEach((heightM, i) => {
      const isHole = i % 16 < 3 && Math.floor(i / 16) < 2;
      if (isHole) expect(heightM).toBeNaN();
      else expect(heightM).toBe(plain[i]);
    });
  });

  test('blocks that were never written are unknown, not sea', async () => {
    const file = aTiff({ rowsPerStrip: 4, tags: { 279: [128, 0, 128] } });
    const { data } = await readDem(file, 'dem.tif');
    expect([...data].map(Number.isNaN)).toEqual(plain.map((_, i) => Math.floor(i / 16) >= 4 && Math.floor(i / 16) < 8));
  });

  test('many values beyond any land are no voids: the file is refused with the first place', async () => {
    const look: TiffLook = { sampleOf: (c, r) => (150 + c + r * 3) * 100, bits: 32 };
    expect(await problemOf(readDem(aTiff(look), 'dem.tif'))).toMatchObject({
      rule: 'out-of-range',
      place: 'column 3, row 0',
    });
  });
});

describe('what holds no heights is refused as what it is', () => {
  test.each<[string, TiffLook, string]>([
    ['a picture of 256 greys', { bits: 8, format: 1, sampleOf: () => 90 }, 'not-heights'],
    ['a picture in colours', { bits: 8, format: 1, samples: 3, photometric: 2, sampleOf: () => 90 }, 'not-heights'],
    [
      'a picture with alpha',
      { bits: 8, format: 1, samples: 4, photometric: 2, extraSamples: [2], sampleOf: () => 90 },
      'not-heights',
    ],
    ['a palette', { bits: 16, format: 1, photometric: 3, sampleOf: () => 90 }, 'not-heights'],
    ['two bands', { samples: 2, extraSamples: [0] }, 'several-bands'],
    ['three bands of heights', { samples: 3 }, 'several-bands'],
    ['nothing but voids', { sampleOf: () => -9999 }, 'not-heights'],
  ])('%s', async (_, look, rule) => {
    expect((await problemOf(readDem(aTiff(look), 'dem.tif'))).rule).toBe(rule);
  });
});

describe('what a file claims is held against it before it is expanded', () => {
  test.each<[string, TiffLook, string]>([
    ['a pixel of nothing', { tags: { 33550: [0, 0, 0] } }, 'out-of-range'],
    ['a tile of nothing', { tile: 16, tags: { 322: [0], 323: [0] } }, 'out-of-range'],
    ['no width', { tags: { 256: [0] } }, 'out-of-range'],
    ['a billion cells', { tags: { 256: [40_000], 257: [40_000] } }, 'too-large'],
    ['rows that are not there', { rowsPerStrip: 12, tags: { 257: [13], 278: [13] } }, 'truncated'],
    ['strips that are not there', { rowsPerStrip: 1, tags: { 257: [40] } }, 'wrong-count'],
    ['a strip after the end', { tags: { 273: [1_000_000] } }, 'truncated'],
    ['millions of strips', { tags: { 278: [1], 257: [3_000_000], 256: [1] } }, 'too-large'],
    ['beyond the antimeridian', { tags: { 33922: [0, 0, 0, 185, 21.65, 0] } }, 'antimeridian'],
  ])('%s', async (_, look, rule) => {
    expect((await problemOf(readDem(aTiff(look), 'dem.tif'))).rule).toBe(rule);
  });

  test('a strip that expands past its place in the picture is refused at once', async () => {
    const small = aTiff({ width: 10, height: 10, compression: 'deflate' });
    const large = aTiff({
      width: 3_000,
      height: 3_000,
      compression: 'deflate',
      sampleOf: () => 0,
      tags: { 256: [10], 257: [10] },
    });
    expect(await readDem(small, 'dem.tif')).toBeTruthy();
    const start = performance.now();
    expect((await problemOf(readDem(large, 'dem.tif'))).rule).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a strip whose check sum does not hold is refused', async () => {
    const bytes = aTiff({ compression: 'deflate' });
    bytes[8 + 20] ^= 1;
    expect((await problemOf(readDem(bytes, 'dem.tif'))).rule).toMatch(/^(damaged|too-large|truncated)$/);
  });
});

test('a DEM in gzip is read as it is', async () => {
  const [tile] = await readTiles([{ name: 'dem.tif.gz', bytes: gzipSync(aTiff()) }]);
  expect([...tile.data]).toEqual(plain);
});

test('any bytes are read or refused, never thrown out of', async () => {
  const seeds = [
    aTiff(),
    aTiff({ compression: 'lzw', rowsPerStrip: 3 }),
    aTiff({ bigEndian: true, tile: 16, compression: 'deflate', predictor: 2 }),
    aTiff({ bigTiff: true, mask: () => true }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.nat(seeds.length - 1),
      fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(4_000),
      async (which, changes, cut) => {
        const bytes = seeds[which].slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const given = cut % 5 === 0 ? bytes.slice(0, cut % bytes.length) : bytes;
        try {
          const { data, width, height } = await readDem(given, 'dem.tif');
          expect(data.length).toBe(width * height);
          expect(data.every((heightM) => Number.isNaN(heightM) || (heightM >= -500 && heightM <= 9_000))).toBe(true);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      },
    ),
    { numRuns: Number(process.env.PHUSONG_FUZZ ?? 500), seed: 15 },
  );
}, 600_000);
