import { fromArrayBuffer } from 'geotiff';
import { describe, expect, test } from 'vitest';
import { readDem, readGeoTiff } from '../../../src/files/raster/geotiff-read.ts';
import { writeGeoTiff } from '../../../src/files/raster/geotiff-write.ts';
import { cellCentre, gridCovering } from '../../../src/geo/grid.ts';
import { InputError } from '../../../src/model/problem.ts';
import { NO_HEIGHT, type Raster } from '../../../src/model/raster.ts';
import { fc } from '../../support/fast-check.ts';

const ramp = (width = 300, height = 400): Raster<Int16Array> => ({
  grid: { zoom: 12, col0: 832_000, row0: 461_000, width, height },
  data: Int16Array.from({ length: width * height }, (_, i) => (i % 97 === 0 ? NO_HEIGHT : (i * 7919) % 3000)),
});

const openTiff = async (bytes: Uint8Array) => (await fromArrayBuffer(bytes.slice().buffer as ArrayBuffer)).getImage();

const problemsOf = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems;
};

/** A file of one strip with a byte more at its end, which the strip counts as its own. */
const withByteAfterStrip = (tiff: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(tiff.length + 1);
  bytes.set(tiff);
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(4, true);
  for (let entry = directory + 2; view.getUint16(entry, true) !== 0; entry += 12) {
    if (view.getUint16(entry, true) === 279) view.setUint32(entry + 8, view.getUint32(entry + 8, true) + 1, true);
  }
  return bytes;
};

describe('a raster written as GeoTIFF', () => {
  test('comes back cell by cell, whatever its size and type', async () => {
    const sized = fc.record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 40 }) });
    const kinds = fc.constantFrom(Int16Array, Uint8Array, Float32Array);
    await fc.assert(
      fc.asyncProperty(sized, kinds, fc.integer(), async ({ width, height }, Kind, seed) => {
        const data = new Kind(width * height);
        for (let i = 0; i < data.length; i++) data[i] = Math.imul(i + 1, seed | 1) >> 8;
        const raster = { grid: { zoom: 11, col0: 416_000, row0: 230_500, width, height }, data };
        expect(await readGeoTiff(writeGeoTiff(raster), 'f.tif')).toEqual(raster);
      }),
      { numRuns: 60, seed: 20201231 },
    );
  });

  test('lies exactly where its grid lies, in EPSG:3857', async () => {
    const raster = ramp();
    const image = await openTiff(writeGeoTiff(raster, NO_HEIGHT));
    const halfM = 20037508.342789244;
    const pixelM = (2 * halfM) / (256 * 4096);
    expect(image.getGeoKeys()).toMatchObject({ ProjectedCSTypeGeoKey: 3857, GTRasterTypeGeoKey: 1 });
    expect(image.getOrigin().slice(0, 2)).toEqual([832_000 * pixelM - halfM, halfM - 461_000 * pixelM]);
    expect(image.getResolution().slice(0, 2)).toEqual([pixelM, -pixelM]);
    expect(image.getGDALNoData()).toBe(NO_HEIGHT);
  });

  test('is read where a strip has bytes after its end, and refused where one is damaged', async () => {
    const raster = ramp(30, 40);
    const tiff = writeGeoTiff(raster);
    expect(await readGeoTiff(withByteAfterStrip(tiff), 'f.tif')).toEqual(raster);
    const damaged = tiff.slice();
    damaged[tiff.length - 20] ^= 8;
    expect((await problemsOf(readGeoTiff(damaged, 'f.tif'))).length).toBe(1);
  });

  test('is smaller than its cells', () => {
    const flat = { grid: ramp().grid, data: new Int16Array(300 * 400).fill(41) };
    expect(writeGeoTiff(flat).length).toBeLessThan(flat.data.byteLength / 50);
  });

  test('has the same bytes every time', () => {
    expect(writeGeoTiff(ramp(), NO_HEIGHT)).toEqual(writeGeoTiff(ramp(), NO_HEIGHT));
  });
});

describe('a GeoTIFF that cannot be used', () => {
  test('cut short: the bytes found and the bytes its directory asks for', async () => {
    const bytes = writeGeoTiff(ramp(), NO_HEIGHT);
    const [problem] = await problemsOf(readGeoTiff(bytes.slice(0, bytes.length - 10), 'terrain.tif'));
    expect(problem).toMatchObject({ file: 'terrain.tif', rule: 'truncated', value: `${bytes.length - 10} bytes` });
    expect(problem.ruleValues?.expected).toBe(bytes.length);
  });

  test('not a TIFF at all', async () => {
    const [problem] = await problemsOf(readGeoTiff(new TextEncoder().encode('{"type":"FeatureCollection"}'), 'x.tif'));
    expect(problem).toMatchObject({ file: 'x.tif', rule: 'not-this-format' });
  });

  test('off the pixel grid: half a pixel east', async () => {
    const bytes = writeGeoTiff(ramp());
    shiftEast(bytes, 19);
    const [problem] = await problemsOf(readGeoTiff(bytes, 'terrain.tif'));
    expect(problem).toMatchObject({ rule: 'not-this-format', place: 'ModelPixelScale' });
  });

  test('a reference system we do not know: named with its code', async () => {
    const bytes = writeGeoTiff(ramp());
    setSystem(bytes, 2154);
    const [problem] = await problemsOf(readDem(bytes, 'dem.tif'));
    expect(problem).toMatchObject({ file: 'dem.tif', value: 'EPSG:2154', rule: 'not-this-format' });
  });
});

describe('a DEM', () => {
  test('in Web Mercator: every cell centre is a sample', async () => {
    const grid = gridCovering([105.7, 21.5, 105.75, 21.55], 12);
    const data = Int16Array.from({ length: grid.width * grid.height }, (_, i) => i % 1000);
    const tile = await readDem(writeGeoTiff({ grid, data }), 'dem.tif');
    const [lon, lat] = cellCentre(grid, 7, 3);
    const [x, y] = tile.sampleAt(lon, lat);
    expect(x).toBeCloseTo(7, 6);
    expect(y).toBeCloseTo(3, 6);
    expect(tile.data[3 * tile.width + 7]).toBe((3 * grid.width + 7) % 1000);
  });

  test('in VN-2000 / UTM 48N: a place known in both systems falls where it should', async () => {
    const bytes = writeGeoTiff(ramp());
    setSystem(bytes, 3405);
    setPlace(bytes, { west: 580_000, north: 2_400_000, cellM: 30 });
    const tile = await readDem(bytes, 'dem.tif');
    // at 105° E the register's shift of (−191.90, −39.30, −111.45) m is 191.90·sin 105° − 39.30·cos 105° = 195.5 m to
    // the east; its rotations and scale add less than a metre
    const [x] = tile.sampleAt(105, 21.6);
    const eastingM = 580_000 + (x + 0.5) * 30;
    expect(Math.abs(eastingM - (500_000 - 195.5))).toBeLessThan(1);
  });

  test('its no-data cells are unknown', async () => {
    const raster = ramp();
    const tile = await readDem(writeGeoTiff(raster, NO_HEIGHT), 'dem.tif');
    expect(tile.data[0]).toBeNaN();
    expect(tile.data[1]).toBe(raster.data[1]);
  });
});

/** Where the value of a tag's directory entry stands. */
const valueAt = (view: DataView, tag: number): number => {
  for (let i = 0; i < view.getUint16(8, true); i++) {
    if (view.getUint16(10 + i * 12, true) === tag) return view.getUint32(10 + i * 12 + 8, true);
  }
  throw new Error(`no tag ${tag}`);
};
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const shiftEast = (bytes: Uint8Array, metres: number) => {
  const view = viewOf(bytes);
  const at = valueAt(view, 33922) + 24;
  view.setFloat64(at, view.getFloat64(at, true) + metres, true);
};
const setSystem = (bytes: Uint8Array, epsg: number) => {
  const view = viewOf(bytes);
  const at = valueAt(view, 34735);
  for (let i = 0; i < 16; i++) if (view.getUint16(at + i * 2, true) === 3857) view.setUint16(at + i * 2, epsg, true);
};
const setPlace = (bytes: Uint8Array, { west, north, cellM }: { west: number; north: number; cellM: number }) => {
  const view = viewOf(bytes);
  view.setFloat64(valueAt(view, 33550), cellM, true);
  view.setFloat64(valueAt(view, 33550) + 8, cellM, true);
  view.setFloat64(valueAt(view, 33922) + 24, west, true);
  view.setFloat64(valueAt(view, 33922) + 32, north, true);
};
