// @module-tag slow
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildFibre, buildHamlets, buildPoints, buildSites } from '../../../data/build/network/index.ts';
import { cellIndexAt } from '../../../src/geo/grid.ts';
import { peopleOf } from '../../../src/model/hamlet.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';
import { isShared } from '../../../src/model/site.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

/** The north-west of the province without heights, as under a tile that does not reach. */
const ground = builtInGround();
const { width, height } = ground.terrain.grid;
ground.terrain.data.forEach((_, cell) => {
  if (cell % width < width / 3 && cell / width < height / 2) ground.terrain.data[cell] = NO_HEIGHT;
});
const hamlets = buildHamlets(ground);
const communes = new Map(ground.communes.features.map((f) => [f.properties.code, f]));

const isKnown = (cell: number): boolean => ground.terrain.data[cell] !== NO_HEIGHT;

describe('a network on ground with unknown heights', () => {
  it('still has every hamlet, in its commune, with the people of the census', () => {
    expect(hamlets).toHaveLength(2250);
    expect(hamlets.filter((h) => h.hasFibre)).toHaveLength(2115);
    const people = new Map<string, number>();
    for (const h of hamlets) {
      expect(booleanPointInPolygon([...h.centre], communes.get(h.communeCode)!), h.id).toBe(true);
      people.set(h.communeCode, (people.get(h.communeCode) ?? 0) + peopleOf(h));
    }
    for (const [code, { properties }] of communes) expect(people.get(code), code).toBe(properties.population);
  });

  it('settles known ground wherever a commune has most of it', () => {
    const all = new Int32Array(communes.size);
    const known = new Int32Array(communes.size);
    ground.communeIndex.forEach((c, cell) => {
      if (c < 0) return;
      all[c]++;
      if (isKnown(cell)) known[c]++;
    });
    const codes = [...communes.keys()];
    const mostlyKnown = new Set(codes.filter((_, c) => known[c] > 0.5 * all[c]));
    const cellAt = ([lon, lat]: readonly [number, number]) => cellIndexAt(ground.terrain.grid, lon, lat);
    for (const h of hamlets.filter((h) => mostlyKnown.has(h.communeCode))) {
      expect(isKnown(cellAt(h.centre)), h.id).toBe(true);
      for (const { position } of h.clusters) expect(isKnown(cellAt(position)), h.id).toBe(true);
    }
    expect(hamlets.some((h) => !isKnown(cellAt(h.centre)))).toBe(true);
  });

  it('still has its sites, shared sites, points and one tree of fibre', () => {
    const sites = buildSites(ground, hamlets);
    expect(sites).toHaveLength(1600);
    expect(sites.filter(isShared)).toHaveLength(144);
    expect(buildPoints(ground).features).toHaveLength(3 * 178 + 225);
    const { nodes, routes } = buildFibre(ground, hamlets);
    expect(nodes.features).toHaveLength(178 + 2115);
    expect(routes.features).toHaveLength(nodes.features.length - 1);
    expect(routes.features.every((f) => f.properties.lengthKm > 0)).toBe(true);
  });
});
