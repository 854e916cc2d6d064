// @module-tag slow
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildHamlets } from '../../../data/build/network/index.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import { cellIndexAt } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import { type Hamlet, peopleOf } from '../../../src/model/hamlet.ts';
import { isUrban, type LonLat } from '../../../src/model/place.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

const ground = builtInGround();
const hamlets = buildHamlets(ground);
const communes = ground.communes.features;
const featureOf = new Map(communes.map((f) => [f.properties.code, f]));
const hamletsOf = new Map<string, Hamlet[]>();
for (const hamlet of hamlets) {
  const own = hamletsOf.get(hamlet.communeCode) ?? [];
  own.push(hamlet);
  hamletsOf.set(hamlet.communeCode, own);
}

const heightsOf = communes.map((): number[] => []);
ground.communeIndex.forEach((c, cell) => {
  if (c >= 0) heightsOf[c].push(ground.terrain.data[cell]);
});
const medianOf = new Map(
  heightsOf.map((heights, c) => {
    heights.sort((a, b) => a - b);
    return [communes[c].properties.code, heights[heights.length >> 1]];
  }),
);
const cellHeightM = (position: LonLat): number =>
  ground.terrain.data[cellIndexAt(ground.terrain.grid, position[0], position[1])];
const isInside = (position: LonLat, code: string): boolean =>
  booleanPointInPolygon([...position], featureOf.get(code)!);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

describe('synthetic hamlets', () => {
  it('are 2,250, at least 3 in each of the 178 communes', () => {
    expect(hamlets).toHaveLength(2250);
    expect(hamletsOf.size).toBe(178);
    expect(Math.min(...[...hamletsOf.values()].map((own) => own.length))).toBeGreaterThanOrEqual(3);
  });

  it('are shared out by households: within one of the quota where that is well above the minimum', () => {
    const households = sum(communes.map((f) => f.properties.households));
    for (const { properties } of communes) {
      const quota = (2250 * properties.households) / households;
      if (quota > 4) expect(Math.abs(hamletsOf.get(properties.code)!.length - quota), properties.code).toBeLessThan(1);
    }
  });

  it('hold the people and households of the census, commune by commune', () => {
    for (const { properties } of communes) {
      const own = hamletsOf.get(properties.code)!;
      expect(sum(own.map(peopleOf)), properties.code).toBe(properties.population);
      expect(sum(own.map((h) => h.households)), properties.code).toBe(properties.households);
    }
    expect(hamlets.every((h) => h.households > 0 && h.clusters.every((c) => c.people > 0))).toBe(true);
  });

  it('carry ids by commune and number, and names by the kind of commune', () => {
    for (const [code, own] of hamletsOf) {
      const town = isUrban(featureOf.get(code)!.properties);
      own.forEach(({ id, name }, k) => {
        expect(id).toBe(`${code}-H${String(k + 1).padStart(2, '0')}`);
        expect(name).toMatch(town ? /^Tổ dân phố \d+$/ : /^(Xóm|Bản) \d+$/);
        expect(name).toBe(name.normalize('NFC'));
      });
    }
  });

  it('have their centre in their commune, no higher than its median ground', () => {
    for (const { id, centre, communeCode } of hamlets) {
      expect(isInside(centre, communeCode), id).toBe(true);
      expect(cellHeightM(centre), id).toBeLessThanOrEqual(medianOf.get(communeCode)!);
    }
  });

  it('do not crowd: no two centres within 50 m, half of them farther apart than 400 m', () => {
    const nearest = [...hamletsOf.values()].flatMap((own) =>
      own.map((h) => Math.min(...own.filter((o) => o !== h).map((o) => distanceM(o.centre, h.centre)))),
    );
    nearest.sort((a, b) => a - b);
    expect(nearest[0]).toBeGreaterThan(50);
    expect(nearest[nearest.length >> 1]).toBeGreaterThan(400);
  });

  it('have 1 to 4 clusters, within their commune on known ground and 2 km of the centre', () => {
    expect(new Set(hamlets.map((h) => h.clusters.length))).toEqual(new Set([1, 2, 3, 4]));
    for (const { id, centre, clusters, communeCode } of hamlets) {
      for (const { position } of clusters) {
        expect(isInside(position, communeCode), id).toBe(true);
        expect(terrainHeightM(ground.terrain, position[0], position[1]), id).toBeGreaterThan(0);
        expect(distanceM(centre, position), id).toBeLessThan(2000);
      }
    }
  });

  it('spread wider over more clusters in mountain communes than in towns', () => {
    const spreadM = ({ centre, clusters }: Hamlet): number => mean(clusters.map((c) => distanceM(centre, c.position)));
    const mountains = hamlets.filter((h) => medianOf.get(h.communeCode)! > 250);
    const towns = hamlets.filter((h) => isUrban(featureOf.get(h.communeCode)!.properties));
    expect(mean(mountains.map(spreadM))).toBeGreaterThan(2 * mean(towns.map(spreadM)));
    expect(mean(mountains.map((h) => h.clusters.length))).toBeGreaterThan(mean(towns.map((h) => h.clusters.length)));
  });

  it('have fibre in 94 %, some in every commune; those without lie higher', () => {
    const dark = hamlets.filter((h) => !h.hasFibre);
    expect(dark).toHaveLength(2250 - 2115);
    for (const [code, own] of hamletsOf)
      expect(
        own.some((h) => h.hasFibre),
        code,
      ).toBe(true);
    const height = (h: Hamlet): number => cellHeightM(h.centre);
    expect(mean(dark.map(height))).toBeGreaterThan(1.3 * mean(hamlets.map(height)));
  });

  it('give positions to 6 decimals', () => {
    for (const { centre, clusters } of hamlets) {
      for (const position of [centre, ...clusters.map((c) => c.position)]) {
        expect(position.map((degrees) => Number(degrees.toFixed(6)))).toEqual([...position]);
      }
    }
  });

  it('are the same every time', () => {
    expect(JSON.stringify(buildHamlets(ground))).toBe(JSON.stringify(hamlets));
  });
});
