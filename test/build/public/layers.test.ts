import { area } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../data/build/facts.ts';
import { communes2020On, drawnUnits } from '../../../data/build/public/communes.ts';
import { landCoverOf } from '../../../data/build/public/cover.ts';
import { tracedSites } from '../../../data/build/public/heard-masts.ts';
import { withPeople } from '../../../data/build/public/people.ts';
import { readPublicFacts } from '../../../data/build/public/read-facts.ts';
import { clusterAt, clustersOf, settle } from '../../../data/build/public/settlement.ts';
import { knownSites } from '../../../data/build/public/sites.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import { gridCovering } from '../../../src/geo/grid.ts';
import type { HeardCell } from '../../../src/sources/opencellid.ts';
import type { UnitShape } from '../../../src/sources/osm/boundaries.ts';
import type { Mast } from '../../../src/sources/osm/features.ts';
import { rectangle } from '../../files/pack/small-pack.ts';
import { fc } from '../../support/fast-check.ts';

const { operators } = readFacts();
const facts = readPublicFacts();

const aCell = (change: Partial<HeardCell> = {}): HeardCell => ({
  technology: '4G',
  mccMnc: '452-04',
  area: 25_112,
  cell: 40_321 * 256,
  position: [105.82, 21.62],
  rangeM: 1200,
  samples: 10,
  ...change,
});

describe('masts of cells that phones have heard', () => {
  it('are one for the sectors of one eNodeB, between them, surer the more there are', () => {
    const sectors = [
      [105.83, 21.62],
      [105.815, 21.6287],
      [105.815, 21.6113],
    ] as const;
    const cells = sectors.map((position, i) => aCell({ cell: 40_321 * 256 + i, position }));
    const { masts } = tracedSites(cells, operators);
    expect(masts).toHaveLength(1);
    expect(masts[0]).toMatchObject({ operator: 'viettel', technologies: ['4G'] });
    expect(distanceM(masts[0].position, [105.82, 21.62])).toBeLessThan(20);
    const [alone] = tracedSites(cells.slice(0, 1), operators).masts;
    expect(masts[0].uncertaintyM).toBeLessThan(alone.uncertaintyM * 2);
    expect(alone.uncertaintyM).toBe(600);
  });

  it('lie no farther from where a mast was than its cells were heard, and are never surer than phones can be', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 6.28, noNaN: true }), fc.double({ min: 0.3, max: 0.7, noNaN: true })),
          { minLength: 3, maxLength: 6 },
        ),
        (sectors) => {
          const rangeM = 2000;
          const cells = sectors.map(([angle, share], i) => {
            const away = (share * rangeM) / 111_000;
            return aCell({
              cell: 7 * 256 + i,
              rangeM,
              position: [105.82 + away * Math.sin(angle), 21.62 + away * Math.cos(angle)],
            });
          });
          const [mast] = tracedSites(cells, operators).masts;
          // never farther than if every sector looked the same way
          expect(distanceM(mast.position, [105.82, 21.62])).toBeLessThan(0.71 * rangeM);
          expect(mast.uncertaintyM).toBeGreaterThanOrEqual(100);
        },
      ),
    );
  });

  it('are one where an operator’s networks are heard at one place, and two for two operators', () => {
    const cells = [
      aCell(),
      aCell({ technology: '3G', cell: 5 * 65_536 + 1231, area: 7, position: [105.8205, 21.6202] }),
      aCell({ technology: '2G', cell: 4411, area: 7, position: [105.82, 21.6205] }),
      aCell({ mccMnc: '452-01', cell: 9 * 256 }),
      aCell({ mccMnc: '452-99' }),
    ];
    const { masts, unknown } = tracedSites(cells, operators);
    expect(masts.map(({ operator, technologies }) => [operator, technologies])).toEqual(
      expect.arrayContaining([
        ['viettel', ['2G', '3G', '4G']],
        ['mobifone', ['4G']],
      ]),
    );
    expect([masts.length, unknown]).toEqual([2, 1]);
  });
});

describe('sites that sources know of', () => {
  const commune = { code: '05482' } as never;
  const mast = (change: Partial<Mast> = {}): Mast => ({
    id: 'node/5',
    position: [105.82, 21.62],
    operator: null,
    heightM: 42,
    structure: 'unknown',
    ...change,
  });
  const sites = (masts: readonly Mast[], cells: readonly HeardCell[]) =>
    knownSites(masts, cells, ([lon]) => (lon < 106 ? commune : undefined), facts.facts).sites;

  it('are a mapped mast with what is heard near it, at the mast', () => {
    const [site, ...others] = sites([mast()], [aCell({ position: [105.822, 21.62] })]);
    expect(others).toEqual([]);
    expect(site).toMatchObject({ id: 'OSM-N5', position: [105.82, 21.62], positionUncertaintyM: 25, heightM: 42 });
    expect(site.tenants.map(({ operator }) => operator)).toEqual(['viettel']);
    expect(site.origin?.assumed).toEqual(['owner', 'cells']);
  });

  it('are where they are only heard an estimate, with how far off it may be', () => {
    const [site] = sites([], [aCell()]);
    expect(site).toMatchObject({ positionUncertaintyM: 600, structure: 'unknown', heightM: 40 });
    expect(site.id).toMatch(/^OC-452-04-4G-/);
    expect(site.origin).toEqual({
      source: expect.stringContaining('OpenCelliD 452-04 4G'),
      assumed: ['heightM', 'owner', 'cells'],
    });
  });

  it('are not outside the area, and hear at most four operators on one mast', () => {
    expect(sites([mast({ position: [106.5, 21.6] })], [aCell({ position: [106.5, 21.6] })])).toEqual([]);
    const cells = operators.map(({ mccMnc }) => aCell({ mccMnc }));
    expect(sites([mast()], cells).every(({ tenants }) => tenants.length <= 4)).toBe(true);
  });
});

describe('people of units', () => {
  const unit = (code: string, hasOfficialCode: boolean, west: number): UnitShape => ({
    code,
    hasOfficialCode,
    name: 'X',
    type: null,
    geometry: rectangle([west, 21.6, west + 0.05, 21.65]),
    areaKm2: null,
    level: null,
    population: null,
  });
  const grid = gridCovering([105.8, 21.6, 105.9, 21.65], 12);
  const index = Int16Array.from({ length: grid.width * grid.height }, (_, i) =>
    i % grid.width < grid.width / 2 ? 0 : 1,
  );
  const drawn = drawnUnits([unit('05482', true, 105.8), unit('R7', false, 105.85)], facts, '2025', {
    code: '19',
    name: 'Thái Nguyên',
  });
  const none = () => [];

  it('are those of the census by vintage and code, of the raster elsewhere', () => {
    const raster = new Float32Array(index.length).fill(0.5);
    const { communes, basis } = withPeople(drawn.communes, '2025', facts, index, raster, none);
    expect(basis).toEqual(['census', 'raster']);
    const census = facts.communes2020.filter(({ commune }) => facts.crosswalk.successors.get(commune.code) === '05482');
    expect(communes.features[0].properties.population).toBe(
      census.reduce((sum, { commune }) => sum + commune.population, 0),
    );
    expect(communes.features[1].properties.population).toBe(Math.round(index.filter((c) => c === 1).length / 2));
    expect(communes.features[1].properties.origin?.assumed).toEqual(['households']);
  });

  it('are what mapped places state where there is no raster, and assumed, which is said, where nothing is', () => {
    const places = [{ id: 'node/1', name: 'A', position: [105.87, 21.62] as const, population: 1200 }];
    const stated = withPeople(drawn.communes, '2015', facts, index, null, (c) => (c === 1 ? places : []));
    expect(stated.basis).toEqual(['assumed', 'places']);
    expect(stated.communes.features[1].properties.population).toBe(1200);
    expect(stated.communes.features[0].properties.origin?.assumed).toEqual(['population', 'households']);
  });

  it('live where the raster has them: every one in a cluster of the nearest centre', () => {
    const raster = new Float32Array(index.length);
    const cells = Int32Array.from(index.keys());
    const random = [3, 40, 500, 900, 2000].map((at) => at + grid.width * 5);
    for (const at of random) raster[at] = 10;
    const settled = settle(cells, raster, grid, [grid.width * 5, grid.width * 6 - 1]);
    expect(settled.reduce((sum, { people }) => sum + people, 0)).toBe(50);
    for (const one of settled) {
      const clusters = clustersOf(one);
      expect(clusters.length).toBeLessThanOrEqual(4);
      expect(clusters.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(one.people, 6);
      for (const cluster of clusters) expect(clusterAt(grid, cluster, 5).people).toBe(5);
    }
  });
});

describe('communes of 2020 on shapes of a few years before', () => {
  const near = facts.communes2020.filter(({ commune }) => ['05431', '05434', '05437'].includes(commune.code));
  const [first, second] = near.map(({ commune }) => commune.point);

  it('take the shape their point lies in; two share one; one without a point goes to the nearest', () => {
    const middle = (first[0] + second[0]) / 2;
    const shape = (code: string, west: number, east: number): UnitShape => ({
      code,
      hasOfficialCode: false,
      name: code,
      type: null,
      geometry: rectangle([west, 21.5, east, 21.7]),
      areaKm2: null,
      level: null,
      population: null,
    });
    const units = [shape('a', middle - 0.05, middle + 0.05), shape('b', middle + 0.05, middle + 0.2)];
    const { communes } = communes2020On(units, { communes2020: near });
    const sum = communes.features.reduce((total, commune) => total + area(commune), 0);
    expect(sum / (area(units[0].geometry) + area(units[1].geometry))).toBeCloseTo(1, 6);
    expect(
      communes.features.every(({ properties }) => properties.vintage === '2020' && properties.population > 0),
    ).toBe(true);
  });
});

describe('land cover of WorldCover’s classes', () => {
  const grid = gridCovering([105.8, 21.6, 105.82, 21.62], 12);

  it('is forest, open, water or built up; nothing stays unknown as nothing', () => {
    const codes = new Uint8Array(grid.width * grid.height);
    codes.set([10, 20, 30, 40, 60, 70, 80, 90, 95, 100, 0, 7]);
    expect([...landCoverOf(codes, grid).data.subarray(0, 12)]).toEqual([5, 2, 2, 2, 2, 2, 1, 2, 5, 2, 0, 0]);
  });

  it('is urban in the midst of what is built up, suburban at its edge', () => {
    const codes = new Uint8Array(grid.width * grid.height).fill(40);
    for (let r = 0; r < 40; r++) codes.fill(50, r * grid.width, r * grid.width + 40);
    const { data } = landCoverOf(codes, grid);
    expect([data[20 * grid.width + 20], data[20 * grid.width + 39], data[20 * grid.width + 45]]).toEqual([4, 3, 2]);
  });
});
