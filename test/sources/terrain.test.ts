// @module-tag slow
import { gzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { gridCovering } from '../../src/geo/grid.ts';
import { terrainHeightM } from '../../src/geo/sample.ts';
import { type Grid, NO_HEIGHT } from '../../src/model/raster.ts';
import { createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore } from '../../src/sources/cache/store.ts';
import { copernicus90, copernicusGround } from '../../src/sources/copernicus.ts';
import { skadiGround } from '../../src/sources/skadi.ts';
import { terrariumGround } from '../../src/sources/terrarium.ts';
import { aNet } from './a-net.ts';
import { degreeTiff, terrariumRoute } from './answers.ts';
import { hasSamples, sample, sampleFile } from './samples.ts';
import { type Route, type StandIn, startStandIn } from './stand-in.ts';

let open: StandIn | undefined;
afterEach(() => open?.close());
const serve = async (...routes: Route[]): Promise<StandIn> => {
  open = await startStandIn(routes);
  return open;
};

const slope = (lon: number, lat: number): number => 100 + (lon - 105.8) * 1000 + (lat - 21.6) * 3000;
const grid = gridCovering([105.8, 21.6, 105.83, 21.63], 12, 4);
/** The grid of one tile. */
const tileGrid = (zoom: number, x: number, y: number): Grid => ({
  zoom,
  col0: x * 256,
  row0: y * 256,
  width: 256,
  height: 256,
});

describe('Terrarium tiles', () => {
  it('are the grid’s own cells, whatever tiles they come in', async () => {
    const server = await serve(terrariumRoute(slope));
    const { terrain, voids } = await terrariumGround(aNet(server), grid);
    expect(voids).toEqual([]);
    expect(terrainHeightM(terrain, 105.815, 21.62)).toBeCloseTo(slope(105.815, 21.62), 0);
  });

  it('have their voids filled and counted; what the source does not have stays unknown', async () => {
    const small = (lon: number, lat: number) =>
      Math.hypot(lon - 105.815, lat - 21.615) < 0.001 ? Number.NaN : slope(lon, lat);
    const server = await serve(terrariumRoute((lon, lat) => (lon > 105.82 ? Number.NaN : small(lon, lat))));
    // a tile that ends at a meridian is black beyond it; one wholly beyond is missing
    const wide = gridCovering([105.75, 21.6, 106.1, 21.63], 12);
    const { terrain, voids } = await terrariumGround(aNet(server), wide);
    expect(voids[0].filled).toBeGreaterThan(20);
    expect(terrainHeightM(terrain, 105.815, 21.615)).toBeCloseTo(slope(105.815, 21.615), -1);
    expect(terrainHeightM(terrain, 106.05, 21.615)).toBeNaN();
    expect(server.asked.filter(({ status }) => status === 403).length).toBeGreaterThan(0);
    expect(terrain.data.at(-1)).toBe(NO_HEIGHT);
  });

  it('missing once are not asked for again', async () => {
    const server = await serve(terrariumRoute((lon) => (lon > 105.82 ? Number.NaN : 5)));
    const cache = createCache(memoryStore());
    const wide = gridCovering([105.75, 21.6, 106.1, 21.63], 12);
    await terrariumGround(aNet(server, { cache }), wide);
    const { length } = server.asked;
    await terrariumGround(aNet(server, { cache }), wide);
    expect(server.asked).toHaveLength(length);
  });

  it('of another encoding are refused, not taken for the bottom of the sea', async () => {
    // Mapbox: (R·65536 + G·256 + B)·0.1 − 10000
    const asMapbox = (heightM: number) => (heightM + 10_000) * 10;
    const server = await serve(terrariumRoute(() => asMapbox(1100) / 256 - 32_768));
    await expect(terrariumGround(aNet(server), grid)).rejects.toMatchObject({ problems: [{ rule: 'source-form' }] });
  });

  it.skipIf(!hasSamples('terrarium/terrarium-11-385-803.png'))(
    'of the Grand Canyon have the heights measured on it',
    async () => {
      const files = [sampleFile('terrarium/terrarium-11-385-803.png')];
      const { terrain } = await terrariumGround(aNet(await serve()), tileGrid(11, 385, 803), files);
      const at = (row: number, column: number) => terrain.data[row * 256 + column];
      expect([at(0, 0), at(0, 255), at(255, 0), at(255, 255), at(128, 128)]).toEqual(
        [1796.125, 2477.832, 2068.379, 1454.297, 1179.039].map(Math.round),
      );
      expect([Math.min(...terrain.data), Math.max(...terrain.data)]).toEqual([715, 2489]);
    },
  );

  it.skipIf(!hasSamples('terrarium/mapbox-terrain-rgb-st-helens.png'))('of Mapbox are told apart', async () => {
    const files = [{ ...sampleFile('terrarium/mapbox-terrain-rgb-st-helens.png'), name: '12-5-6.png' }];
    await expect(terrariumGround(aNet(await serve()), tileGrid(12, 5, 6), files)).rejects.toMatchObject({
      problems: [{ rule: 'not-this-format', ruleValues: { expected: 'Terrarium' } }],
    });
  });
});

/** A tile of 3 arc seconds in the form of skadi: samples on whole seconds, north row first. */
const hgt = (west: number, north: number, heightAt: (lon: number, lat: number) => number): Uint8Array => {
  const side = 1201;
  const bytes = new DataView(new ArrayBuffer(side * side * 2));
  for (let i = 0; i < side * side; i++) {
    const lon = west + (i % side) / (side - 1);
    const lat = north - Math.floor(i / side) / (side - 1);
    bytes.setInt16(i * 2, Math.round(heightAt(lon, lat)));
  }
  return new Uint8Array(bytes.buffer);
};

describe('skadi tiles', () => {
  const path = /^s3\.amazonaws\.com\/elevation-tiles-prod\/skadi\/N21\/N21E105\.hgt\.gz$/;
  // far from the grid the slope would lead below all land
  const packed = gzipSync(hgt(105, 22, (lon, lat) => Math.max(0, slope(lon, lat))));

  it.each([
    ['as a packed file', { body: packed, isFile: true }],
    ['unpacked on the way', { body: packed, headers: { 'content-encoding': 'gzip' } }],
  ])('come %s', async (_, reply) => {
    const server = await serve([path, () => reply]);
    const { terrain } = await skadiGround(aNet(server), grid);
    expect(terrainHeightM(terrain, 105.815, 21.62)).toBeCloseTo(slope(105.815, 21.62), -1);
  });

  it('with another checksum than they state are asked for again, then refused', async () => {
    const wrong = packed.slice();
    wrong[wrong.length - 6] ^= 1;
    const server = await serve([path, () => ({ body: wrong, isFile: true })]);
    await expect(skadiGround(aNet(server), grid)).rejects.toMatchObject({ problems: [{ rule: 'source-checksum' }] });
    expect(server.asked.length).toBeGreaterThan(1);
  });

  it('that are none over the sea leave the ground unknown', async () => {
    const { terrain } = await skadiGround(aNet(await serve()), grid);
    expect(new Set(terrain.data)).toEqual(new Set([NO_HEIGHT]));
  });

  it.skipIf(!hasSamples('hgt/STAND-IN_N21E105.hgt.gz', 'hgt/N10W110.hgt.zip'))(
    'in the exact form, and zipped, are read',
    async () => {
      const server = await serve([path, () => ({ body: sample('hgt/STAND-IN_N21E105.hgt.gz'), isFile: true })]);
      const { terrain } = await skadiGround(aNet(server), grid);
      expect(terrain.data.every((heightM) => heightM > 0 && heightM < 1600)).toBe(true);
      const atoll = gridCovering([-109.3, 10.2, -109.1, 10.4], 12);
      const { terrain: sea } = await skadiGround(aNet(server), atoll, [sampleFile('hgt/N10W110.hgt.zip')]);
      expect(sea.data.every((heightM) => heightM <= 9)).toBe(true);
      expect(sea.data.some((heightM) => heightM > 0)).toBe(true);
    },
  );
});

describe('Copernicus tiles', () => {
  const name = 'Copernicus_DSM_COG_30_N21_00_E105_00_DEM';
  const route = (body: Uint8Array): Route => [
    new RegExp(`^copernicus-dem-90m\\.s3\\.amazonaws\\.com/${name}/${name}\\.tif$`),
    () => ({ body, isFile: true }),
  ];

  it('are read in parts, and again from the cache', async () => {
    const file = degreeTiff([105, 21, 106, 22], 1 / 1200, slope, 'floats');
    const server = await serve(route(file));
    const cache = createCache(memoryStore());
    const { terrain } = await copernicusGround(aNet(server, { cache }), copernicus90, grid);
    expect(terrainHeightM(terrain, 105.815, 21.62)).toBeCloseTo(slope(105.815, 21.62), 0);
    const asked = server.asked.length;
    expect(server.asked.every(({ status }) => status === 206)).toBe(true);
    await copernicusGround(aNet(server, { cache }), copernicus90, grid);
    expect(server.asked).toHaveLength(asked);
  });

  it.skipIf(!hasSamples('cog/STAND-IN_small-blocks_N21E105.tif'))(
    'lie where their points do, half a cell off their corner',
    async () => {
      const body = sample('cog/STAND-IN_small-blocks_N21E105.tif');
      const server = await serve(route(body));
      const fromParts = await copernicusGround(aNet(server), copernicus90, grid);
      const read = server.asked.reduce((sum, { headers }) => {
        const [, from, to] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '')!;
        return sum + Number(to) - Number(from) + 1;
      }, 0);
      // a box of 3 km of a degree takes a part of the file
      expect(read).toBeLessThan(body.length / 2);
      const fromFile = await copernicusGround(aNet(server), copernicus90, grid, [{ name, bytes: body }]);
      expect(fromParts.terrain.data).toEqual(fromFile.terrain.data);
      // the same heights as SRTM has on whole seconds, through another reader
      const whole = sampleFile('hgt/STAND-IN_N21E105.hgt.gz');
      const { terrain } = await skadiGround(aNet(server), grid, [whole]);
      const off = terrain.data.map((heightM, i) => Math.abs(heightM - fromParts.terrain.data[i]));
      expect(off.reduce((sum, n) => sum + n, 0) / off.length).toBeLessThan(2);
    },
  );

  it.skipIf(!hasSamples('cog/glo30-window-los-angeles.tif', 'cog/glo30-window-nan-nodata.tif'))(
    'are read without a no-data value, and with NaN as one',
    async () => {
      const net = aNet(await serve());
      const read = async (file: string, box: Parameters<typeof gridCovering>[0]) => {
        const { terrain } = await copernicusGround(net, copernicus90, gridCovering(box, 12), [sampleFile(file)]);
        const known = terrain.data.filter((heightM) => heightM !== NO_HEIGHT);
        return [Math.min(...known), Math.max(...known)];
      };
      const [low, high] = await read('cog/glo30-window-los-angeles.tif', [-117.99, 33.96, -117.95, 33.99]);
      expect(low).toBeGreaterThanOrEqual(78);
      expect(high).toBeLessThanOrEqual(422);
      const [least, most] = await read('cog/glo30-window-nan-nodata.tif', [42.955, 40.46, 42.99, 40.54]);
      expect(least).toBeGreaterThanOrEqual(1756);
      expect(most).toBeLessThanOrEqual(1903);
    },
  );
});
