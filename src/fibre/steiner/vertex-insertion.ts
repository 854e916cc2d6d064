import { arcCosts, type Distances, distancesFrom } from './distances.ts';
import type { SteinerInstance } from './graph.ts';
import { prunedTree } from './pruned-tree.ts';

/** Distances held at once: seeds times nodes. */
const mostEntries = 2e7;

interface Link {
  a: number;
  b: number;
  cost: number;
}

/**
 * A tree bettered by vertex exchange (Duin and Voß 1997; Kahng and Robins 1992): the tree is a spanning tree over the root,
 * the terminals and some vertices more, joined by cheapest ways; the vertex that makes it cheapest is inserted, those that no
 * longer join three ways are eliminated, and so on until none helps.
 *
 * @returns edges; null where the distances would be too many to hold
 */
export const insertVertices = (instance: SteinerInstance): Int32Array | null => {
  const { graph, root, terminals } = instance;
  if ((2 * terminals.length + 1) * graph.nodes > mostEntries) return null;
  const arcCost = arcCosts(graph);
  const seeds = [...new Set([root, ...terminals])];
  const fixed = seeds.length;
  const ways = seeds.map((seed) => distancesFrom(graph, [seed], arcCost));
  let links = spanningLinks(seeds, ways);
  for (;;) {
    const best = bestVertex(graph.nodes, seeds.length, ways, links);
    if (best < 0) break;
    seeds.push(best);
    ways.push(distancesFrom(graph, [best], arcCost));
    links = spanningLinks(seeds, ways);
    for (let idle = idleSeed(links, fixed, seeds.length); idle >= 0; idle = idleSeed(links, fixed, seeds.length)) {
      seeds.splice(idle, 1);
      ways.splice(idle, 1);
      links = spanningLinks(seeds, ways);
    }
  }
  const among = new Uint8Array(graph.nodes);
  for (const { a, b } of links) {
    const { cameBy } = ways[a];
    let v = seeds[b];
    for (among[v] = 1; cameBy[v] >= 0; among[v] = 1) v = graph.head[cameBy[v] ^ 1];
  }
  return prunedTree(instance, among);
};

/** The cheapest spanning tree over seeds (Prim), its links from the cheapest to the dearest. */
const spanningLinks = (seeds: readonly number[], ways: readonly Distances[]): Link[] => {
  const count = seeds.length;
  const nearest = new Int32Array(count);
  const cost = Float64Array.from(seeds, (seed) => ways[0].cost[seed]);
  const isDone = new Uint8Array(count);
  isDone[0] = 1;
  const links: Link[] = [];
  for (let step = 1; step < count; step++) {
    let next = -1;
    for (let s = 0; s < count; s++) if (!isDone[s] && (next < 0 || cost[s] < cost[next])) next = s;
    isDone[next] = 1;
    links.push({ a: nearest[next], b: next, cost: cost[next] });
    for (let s = 0; s < count; s++) {
      const d = ways[next].cost[seeds[s]];
      if (isDone[s] || d >= cost[s]) continue;
      cost[s] = d;
      nearest[s] = next;
    }
  }
  return links.sort((p, q) => p.cost - q.cost || p.b - q.b);
};

/** A seed besides root and terminals that joins fewer than three links; −1 where there is none. */
const idleSeed = (links: readonly Link[], fixed: number, count: number): number => {
  const degree = new Int32Array(count);
  for (const { a, b } of links) {
    degree[a]++;
    degree[b]++;
  }
  for (let s = fixed; s < count; s++) if (degree[s] < 3) return s;
  return -1;
};

/** The vertex whose insertion saves most; −1 where none saves. */
const bestVertex = (nodes: number, count: number, ways: readonly Distances[], links: readonly Link[]): number => {
  const longest = links[links.length - 1]?.cost ?? 0;
  const parent = new Int32Array(count);
  const near = new Int32Array(count);
  const find = (s: number): number => {
    let top = s;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  };
  let best = -1;
  let bestSaving = 0;
  for (let v = 0; v < nodes; v++) {
    // links of the vertex, the shortest first: no other can be part of the tree
    let nearCount = 0;
    for (let s = 0; s < count; s++) {
      const d = ways[s].cost[v];
      if (d >= longest) continue;
      let k = nearCount++;
      for (; k > 0 && ways[near[k - 1]].cost[v] > d; k--) near[k] = near[k - 1];
      near[k] = s;
    }
    if (nearCount < 3) continue;
    // Kruskal over them and the links there are; the vertex is joined to seed `hub` by its first
    for (let s = 0; s < count; s++) parent[s] = s;
    const hub = near[0];
    let added = ways[hub].cost[v];
    let dropped = 0;
    let k = 1;
    for (const { a, b, cost } of links) {
      for (; k < nearCount && ways[near[k]].cost[v] <= cost; k++) {
        const [x, y] = [find(near[k]), find(hub)];
        if (x === y) continue;
        parent[x] = y;
        added += ways[near[k]].cost[v];
      }
      const [x, y] = [find(a), find(b)];
      if (x === y) dropped += cost;
      else parent[x] = y;
    }
    if (dropped - added > bestSaving) {
      bestSaving = dropped - added;
      best = v;
    }
  }
  return best;
};
