import { afterEach, describe, expect, it } from 'vitest';
import { cellIndexAt, gridCovering } from '../../src/geo/grid.ts';
import { layClasses } from '../../src/sources/raster/classes-on-grid.ts';
import { bytesAsRanged, openDegreeRaster, type RasterWindow } from '../../src/sources/raster/degree-raster.ts';
import { peopleOnGrid } from '../../src/sources/raster/people-on-grid.ts';
import { worldCoverCodes } from '../../src/sources/worldcover.ts';
import { worldPopPeople } from '../../src/sources/worldpop.ts';
import { fc } from '../support/fast-check.ts';
import { aNet } from './a-net.ts';
import { degreeTiff, worldCoverRoute, worldPopRoutes } from './answers.ts';
import { hasSamples, sample } from './samples.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let open: StandIn | undefined;
afterEach(() => open?.close());

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Number.isNaN(values[i]) ? 0 : values[i];
  return sum;
};

describe('people on a grid', () => {
  it('are as many as in the source, wherever its cells lie', () => {
    fc.assert(
      fc.property(
        fc.record({
          west: fc.double({ min: 105.8, max: 105.81, noNaN: true }),
          north: fc.double({ min: 21.64, max: 21.65, noNaN: true }),
          cellX: fc.double({ min: 0.0003, max: 0.002, noNaN: true }),
          cellY: fc.double({ min: 0.0003, max: 0.002, noNaN: true }),
          counts: fc.array(fc.float({ min: 0, max: 500, noNaN: true }), { minLength: 12, maxLength: 12 }),
        }),
        ({ counts, ...place }) => {
          const window: RasterWindow = { ...place, width: 4, height: 3, data: Float32Array.from(counts) };
          const people = peopleOnGrid(window, gridCovering([105.79, 21.62, 105.83, 21.66], 12));
          expect(sumOf(people)).toBeCloseTo(sumOf(window.data), 1);
        },
      ),
    );
  });

  it('outside the grid are left out', () => {
    const window: RasterWindow = {
      west: 106,
      north: 22,
      cellX: 0.001,
      cellY: 0.001,
      width: 2,
      height: 2,
      data: new Float32Array(4).fill(9),
    };
    expect(sumOf(peopleOnGrid(window, gridCovering([105.8, 21.6, 105.9, 21.7], 12)))).toBe(0);
  });

  it.skipIf(!hasSamples('population/abw_ppp_2020_UNadj_constrained.tif'))('of Aruba are 106,766', async () => {
    open = await startStandIn(worldPopRoutes('ABW', sample('population/abw_ppp_2020_UNadj_constrained.tif')));
    const grid = gridCovering([-70.07, 12.41, -69.86, 12.63], 12, 3);
    const wish = { country: 'ABW', kind: 'wpgpunadj', year: 2020 } as const;
    const { people, year, doi } = await worldPopPeople(aNet(open), grid, wish);
    expect([Math.round(sumOf(people)), year, doi]).toEqual([106_766, '2020', '10.5258/SOTON/WP00645']);
    // the address the listing gives is of a protocol nobody speaks: the path alone is used
    expect(open.asked.some(({ path }) => path.startsWith('data.worldpop.org/GIS/'))).toBe(true);
  });

  it.skipIf(!hasSamples('population/worldpop-rest-pop-wpgp-ZWE.json'))(
    'are looked up in a listing as it was recorded',
    async () => {
      const body = sample('population/worldpop-rest-pop-wpgp-ZWE.json');
      open = await startStandIn([
        [/^www\.worldpop\.org\/rest\/data\/pop\/wpgp\?iso3=ZWE$/, () => ({ body, type: 'application/json' })],
        [
          /zwe_ppp_2020\.tif$/,
          () => ({ body: degreeTiff([30, -20, 30.02, -19.98], 1 / 1200, () => 2, 'floats'), isFile: true }),
        ],
      ]);
      const grid = gridCovering([30, -20, 30.02, -19.98], 12, 3);
      const { people } = await worldPopPeople(aNet(open), grid, { country: 'ZWE', kind: 'wpgp', year: 2024 });
      expect(sumOf(people)).toBeCloseTo(24 * 24 * 2, 0);
    },
  );
});

describe('land cover on a grid', () => {
  it('is the mode of the codes in a cell, never between them', () => {
    const grid = gridCovering([105.8, 21.6, 105.801, 21.601], 12);
    // ten source cells a grid cell and more: 10 and 80 in turn, 80 a little more often
    const width = 60;
    const data = Uint8Array.from({ length: width * width }, (_, i) => (i % 5 < 2 ? 10 : 80));
    const codes = new Uint8Array(grid.width * grid.height);
    const step = 0.0024 / width;
    layClasses({ west: 105.7995, north: 21.602, cellX: step, cellY: step, width, height: width, data }, grid, codes);
    expect(new Set(codes)).toEqual(new Set([80]));
  });

  it('is the nearest code where source cells are larger; no data is not a class', () => {
    const grid = gridCovering([105.8, 21.6, 105.81, 21.61], 12);
    const codes = new Uint8Array(grid.width * grid.height);
    const data = Uint8Array.from([10, 0, 50, 80]);
    layClasses({ west: 105.8, north: 21.61, cellX: 0.005, cellY: 0.005, width: 2, height: 2, data }, grid, codes);
    const at = (lon: number, lat: number) => codes[cellIndexAt(grid, lon, lat)];
    expect([at(105.802, 21.608), at(105.808, 21.608), at(105.802, 21.602), at(105.808, 21.602)]).toEqual([
      10, 0, 50, 80,
    ]);
  });

  it.skipIf(!hasSamples('cog/ESA_WorldCover_10m_2021_v200_N00E006_Map.tif'))(
    'has the counts measured on a whole tile',
    async () => {
      const body = sample('cog/ESA_WorldCover_10m_2021_v200_N00E006_Map.tif');
      const raster = (await openDegreeRaster(bytesAsRanged(body), 'tile'))!;
      expect(raster.levels).toHaveLength(7);
      const count = (data: ArrayLike<number>) => {
        const counts: Record<number, number> = {};
        for (let i = 0; i < data.length; i++) counts[data[i]] = (counts[data[i]] ?? 0) + 1;
        return counts;
      };
      const cell = 3 / 36_000;
      // pixels 17000 to 17099 both ways, less the margin a window has
      const box = [6 + 17_001.5 * cell, 3 - 17_098.5 * cell, 6 + 17_098.5 * cell, 3 - 17_001.5 * cell] as const;
      const window = (await raster.window(box))!;
      expect([window.width, window.height]).toEqual([100, 100]);
      expect(count(window.data)).toEqual({ 10: 9879, 30: 119, 80: 2 });
      const coarse = (await raster.window([6, 0, 9, 3], 6))!;
      expect(count(coarse.data)).toMatchObject({ 0: 275_110, 10: 2711, 80: 37_932 });

      open = await startStandIn([worldCoverRoute('N00E006', body)]);
      const grid = gridCovering([6.5, 0.1, 6.7, 0.3], 12);
      const codes = await worldCoverCodes(aNet(open), grid, 'level');
      expect(codes.some((code) => code === 10)).toBe(true);
      expect(new Set(codes)).not.toContain(45);
      const read = open.asked.reduce((sum, { headers }) => {
        const [, from, to] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '')!;
        return sum + Number(to) - Number(from) + 1;
      }, 0);
      expect(read).toBeLessThan(body.length);
    },
  );

  it('is asked for in files of three degrees, and none where there is only sea', async () => {
    open = await startStandIn([
      worldCoverRoute(
        'N21E105',
        degreeTiff([105, 21, 108, 24], 1 / 200, () => 40, 'bytes'),
      ),
    ]);
    const grid = gridCovering([107.99, 21.6, 108.02, 21.62], 12);
    const codes = await worldCoverCodes(aNet(open), grid, 'level');
    expect([codes[0], codes[grid.width - 1]]).toEqual([40, 0]);
    expect(open.asked.some(({ path }) => path.includes('N21E108'))).toBe(true);
  });

  it('can be given as a file', async () => {
    open = await startStandIn([]);
    const bytes = degreeTiff([105.79, 21.59, 105.83, 21.63], 1 / 1200, () => 95, 'bytes');
    const grid = gridCovering([105.8, 21.6, 105.82, 21.62], 12);
    const codes = await worldCoverCodes(aNet(open), grid, 'full', [{ name: 'cover.tif', bytes }]);
    expect(new Set(codes)).toEqual(new Set([95]));
    expect(open.asked).toEqual([]);
  });
});
