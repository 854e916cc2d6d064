// @module-tag slow
import { describe, expect, it } from 'vitest';
import { edgeMarks, fibreGraph, root } from '../../src/fibre/graph/fibre-graph.ts';
import { sweepTerrainAt } from '../../src/fibre/graph/ground.ts';
import { layingCost } from '../../src/fibre/graph/laying-cost.ts';
import { regionOf } from '../../src/fibre/graph/region.ts';
import { roadNetwork } from '../../src/fibre/graph/road-network.ts';
import { fibreParameters } from '../../src/fibre/parameters.ts';
import { defaultEffort } from '../../src/fibre/steiner/solve-part.ts';
import { solveTree } from '../../src/fibre/steiner/solve-tree.ts';
import { distanceM } from '../../src/geo/distance.ts';
import { cellCentre, cellIndexAt } from '../../src/geo/grid.ts';
import type { LonLat } from '../../src/model/place.ts';
import { seededRandom } from '../support/random.ts';
import { aFibreScene } from './a-fibre-scene.ts';

/** Ground of blocks that are high or low, wooded or under water, with two lit nodes, three hamlets and a road, by chance. */
const randomGround = (seed: number) => {
  const random = seededRandom(seed);
  const { terrain, landCover, parameters } = aFibreScene();
  const { width } = terrain.grid;
  const blocks = Array.from({ length: 400 }, () => random());
  const blockAt = (i: number): number => blocks[20 * Math.floor(i / width / 20) + Math.floor((i % width) / 20)];
  const ground = sweepTerrainAt(
    { ...terrain, data: terrain.data.map((_, i) => 40 + 300 * blockAt(i)) },
    { ...landCover, data: landCover.data.map((_, i) => [1, 2, 5][Math.floor(97 * blockAt(i)) % 3]) },
    11,
  );
  const place = (): LonLat => [105.805 + 0.09 * random(), 21.602 + 0.046 * random()];
  const lit = [place(), place()];
  const hamlets = [place(), place(), place()];
  const roads = roadNetwork([[place(), place(), place()]], ground.cellM, 11);
  const cost = layingCost(ground, fibreParameters(parameters));
  const solve = (region: Uint8Array) => {
    const { graph, mark, hamletNodes } = fibreGraph(ground, region, { lit, hamlets, roads }, 'aerial', cost);
    const isOpen = Uint8Array.from(mark, (is) => (is === edgeMarks.border ? 0 : 1));
    return solveTree({ graph, root, terminals: hamletNodes, isOpen }, defaultEffort);
  };
  /** The cells near the straight lines from the first lit node to the hamlets. */
  const corridors = (wideM: number): Uint8Array =>
    Uint8Array.from(ground.heightM, (_, i) => {
      const centre = cellCentre(ground.grid, i % ground.grid.width, Math.floor(i / ground.grid.width));
      const isNear = hamlets.some((hamlet) => {
        for (let s = 0; s <= 40; s++) {
          const at = (k: 0 | 1): number => lit[0][k] + ((hamlet[k] - lit[0][k]) * s) / 40;
          if (distanceM(centre, [at(0), at(1)]) <= wideM) return true;
        }
        return false;
      });
      return isNear ? 1 : 0;
    });
  return { ground, solve, corridors };
};

describe('a graph over part of the ground', () => {
  it('bounds the trees of the whole ground, and has the cheapest where the bound is not drawn to its edge', () => {
    let proven = 0;
    let tooSmall = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const { ground, solve, corridors } = randomGround(seed);
      const whole = solve(new Uint8Array(ground.heightM.length).fill(1));
      expect(whole.bound).toBe(whole.costVnd);
      for (const wideM of [200, 3000]) {
        const part = solve(corridors(wideM));
        expect(part.bound, `ground ${seed}, ${wideM} m`).toBeLessThanOrEqual(whole.costVnd);
        expect(part.costVnd).toBeGreaterThanOrEqual(whole.costVnd);
        if (part.costVnd > whole.costVnd) tooSmall++;
        if (part.parts.every(({ isAtEdge }) => !isAtEdge)) {
          expect(part.costVnd).toBe(whole.costVnd);
          proven++;
        }
      }
    }
    expect(proven).toBeGreaterThan(0);
    expect(tooSmall).toBeGreaterThan(0);
  });
});

describe('the region that is looked at', () => {
  it('holds the hamlets and the lit node nearest to each, and grows when it is asked to', () => {
    const { ground } = randomGround(1);
    const hamlet: LonLat = [105.82, 21.61];
    const lit: LonLat[] = [
      [105.88, 21.64],
      [105.84, 21.62],
    ];
    const region = regionOf(ground, [hamlet], lit, 1);
    for (const place of [hamlet, lit[1]]) expect(region[cellIndexAt(ground.grid, ...place)]).toBe(1);
    const size = (of: Uint8Array): number => of.reduce((sum, is) => sum + is, 0);
    expect(size(regionOf(ground, [hamlet], lit, 1.5))).toBeGreaterThan(size(region));
    expect(size(regionOf(ground, [[107, 22]], lit, 1))).toBe(0);
  });
});
