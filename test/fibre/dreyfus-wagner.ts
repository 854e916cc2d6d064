import type { SteinerInstance } from '../../src/fibre/steiner/graph.ts';

/**
 * Cost of the cheapest tree, straight from Dreyfus and Wagner (1971): all distances between nodes, then for every set of
 * terminals and every node the cheapest tree that joins them, by all ways to split the set.
 */
export const cheapestTreeCost = ({ graph, root, terminals }: SteinerInstance): number => {
  const { nodes, head, cost } = graph;
  const distance = Array.from({ length: nodes }, (_, i) =>
    Array.from({ length: nodes }, (__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < graph.edges; e++) {
    const [a, b] = [head[2 * e], head[2 * e + 1]];
    distance[a][b] = Math.min(distance[a][b], cost[e]);
    distance[b][a] = distance[a][b];
  }
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++) distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);

  const sets = 2 ** terminals.length;
  const least: number[][] = [];
  for (let set = 1; set < sets; set++) {
    const joined = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
    for (let half = (set - 1) & set; half > 0; half = (half - 1) & set)
      for (let v = 0; v < nodes; v++) joined[v] = Math.min(joined[v], least[half][v] + least[set ^ half][v]);
    terminals.forEach((t, i) => {
      if (set === 1 << i) joined[t] = 0;
    });
    least[set] = joined.map((_, v) => Math.min(...joined.map((c, u) => c + distance[u][v])));
  }
  return terminals.length === 0 ? 0 : least[sets - 1][root];
};
