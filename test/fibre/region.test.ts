import { describe, expect, it } from 'vitest';
import { edgeMarks, fibreGraph, root } from '../../src/fibre/graph/fibre-graph.ts';
import { groundAt } from '../../src/fibre/graph/ground.ts';
import { layingCost } from '../../src/fibre/graph/laying-cost.ts';
import { regionOf } from '../../src/fibre/graph/region.ts';
import { roadNetwork } from '../../src/fibre/graph/road-network.ts';
import { fibreParameters } from '../../src/fibre/parameters.ts';
import { defaultEffort } from '../../src/fibre/steiner/solve-part.ts';
import { solveTree } from '../../src/fibre/steiner/solve-tree.ts';
import type { LonLat } from '../../src/model/place.ts';
import { seededRandom } from '../support/random.ts';
import { aFibreScene } from './a-fibre-scene.ts';

/** Broken ground with lakes and woods, three lit nodes, four hamlets and a road, all by chance. */
const randomScene = (seed: number) => {
  const random = seededRandom(seed);
  const { terrain, landCover, parameters } = aFibreScene();
  const place = (): LonLat => [105.805 + 0.09 * random(), 21.602 + 0.046 * random()];
  const ground = groundAt(
    { ...terrain, data: terrain.data.map((_, i) => 40 + 200 * Math.sin(i / 90) ** 2 * random()) },
    { ...landCover, data: landCover.data.map(() => [1, 2, 5][Math.floor(3 * random())]) },
    11,
  );
  const lit = [place(), place(), place()];
  const hamlets = [place(), place(), place(), place()];
  const roads = roadNetwork([[place(), place(), place()]], ground.cellM, 11);
  const cost = layingCost(ground, fibreParameters(parameters));
  const solve = (region: Uint8Array) => {
    const { graph, mark, hamletNodes } = fibreGraph(ground, region, { lit, hamlets, roads }, 'aerial', cost);
    const isOpen = Uint8Array.from(mark, (is) => (is === edgeMarks.border ? 0 : 1));
    return solveTree({ graph, root, terminals: hamletNodes, isOpen }, defaultEffort);
  };
  return {
    whole: solve(new Uint8Array(ground.heightM.length).fill(1)),
    /** Null where the region is too small for any tree. */
    within: (wider: number) => {
      const region = regionOf(ground, hamlets, lit, wider);
      return region.every((is) => is === 1) ? null : solve(region);
    },
  };
};

describe('a region of the ground', () => {
  it('gives a bound for the whole of it, and the whole’s own tree where the bound is not drawn to its edge', () => {
    let proven = 0;
    let open = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { whole, within } = randomScene(seed);
      for (const wider of [0.55, 0.7, 1]) {
        const part = within(wider);
        if (!part) continue;
        expect(part.bound, `ground ${seed}`).toBeLessThanOrEqual(whole.costVnd);
        expect(part.costVnd).toBeGreaterThanOrEqual(whole.bound);
        if (part.parts.some(({ isAtEdge }) => isAtEdge)) open++;
        else {
          expect(part.costVnd).toBe(whole.costVnd);
          proven++;
        }
      }
    }
    expect(proven).toBeGreaterThan(0);
    expect(open).toBeGreaterThan(0);
  });
});
