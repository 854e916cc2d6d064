import { edgeMarks, fibreGraph, root } from '../../fibre/graph/fibre-graph.ts';
import { sweepTerrainAt } from '../../fibre/graph/ground.ts';
import { layingCost, onRoad } from '../../fibre/graph/laying-cost.ts';
import { roadNetwork } from '../../fibre/graph/road-network.ts';
import { fibreParameters } from '../../fibre/parameters.ts';
import { arcCosts, distancesFrom } from '../../fibre/steiner/distances.ts';
import { cellIndexAt } from '../../geo/grid.ts';
import type { Range } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import type { RolloutScene } from '../rollout-types.ts';

/** The cheapest cable from what is lit to a place. */
export interface FibreWay {
  litId: string;
  km: number;
  costVnd: Range;
}

/** Grid of the open country, as a fibre plan has it: 142 m a cell at 21.6° N. */
const zoom = 10;

/** Cable to new sites is hung, as most of the country's is. */
const kind = 'aerial';

/**
 * The cheapest cable to each place by itself, along roads or over open country, with one search from all that is lit. Null
 * where no way leads, or the place lies off the ground that is known.
 */
export const fibreWays = (scene: RolloutScene, places: readonly LonLat[]): (FibreWay | null)[] => {
  const ground = sweepTerrainAt(scene.terrain, scene.ground, zoom);
  const cost = layingCost(ground, fibreParameters(scene.parameters));
  const lit = scene.lit.filter(({ position }) => cellIndexAt(ground.grid, ...position) >= 0);
  const everywhere = new Uint8Array(ground.grid.width * ground.grid.height).fill(1);
  const { graph, cells, lengthM, mark, hamletNodes } = fibreGraph(
    ground,
    everywhere,
    {
      lit: lit.map(({ position }) => position),
      hamlets: places,
      roads: roadNetwork(scene.roads, ground.cellM, ground.grid.zoom),
    },
    kind,
    cost,
  );
  const arcCost = arcCosts(graph);
  for (let e = 0; e < graph.edges; e++) {
    if (mark[e] === edgeMarks.border) arcCost.fill(Number.POSITIVE_INFINITY, 2 * e, 2 * e + 2);
  }
  const { cameBy } = distancesFrom(graph, [root], arcCost);

  return Array.from(hamletNodes, (end): FibreWay | null => {
    if (end < 0 || cameBy[end] < 0) return null;
    const costVnd = { low: 0, central: 0, high: 0 };
    let metres = 0;
    let litId = '';
    for (let node = end; node !== root; ) {
      const arc = cameBy[node];
      const e = arc >> 1;
      const from = graph.head[arc ^ 1];
      if (from === root) litId = lit[mark[e]].id;
      const [a, b] =
        mark[e] === edgeMarks.road
          ? [onRoad, onRoad]
          : [from === root ? cellIndexAt(ground.grid, ...lit[mark[e]].position) : cells[from], cells[node]];
      for (const side of ['low', 'central', 'high'] as const) costVnd[side] += cost(lengthM[e], a, b, kind, side);
      metres += lengthM[e];
      node = from;
    }
    return { litId, km: metres / 1000, costVnd };
  });
};
