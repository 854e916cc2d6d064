import { describe, expect, it } from 'vitest';
import { compacted } from '../../src/fibre/steiner/compact.ts';
import { arcCosts } from '../../src/fibre/steiner/distances.ts';
import { dualAscent } from '../../src/fibre/steiner/dual-ascent.ts';
import { exactTree } from '../../src/fibre/steiner/exact-tree.ts';
import { costOf, type SteinerInstance } from '../../src/fibre/steiner/graph.ts';
import { withEdges } from '../../src/fibre/steiner/part.ts';
import { exchangePaths } from '../../src/fibre/steiner/path-exchange.ts';
import { pathTree } from '../../src/fibre/steiner/path-heuristic.ts';
import { usefulEdges } from '../../src/fibre/steiner/reduce.ts';
import { defaultEffort } from '../../src/fibre/steiner/solve-part.ts';
import { solveTree } from '../../src/fibre/steiner/solve-tree.ts';
import { insertVertices } from '../../src/fibre/steiner/vertex-insertion.ts';
import { anInstance, randomInstance } from './an-instance.ts';
import { cheapestTreeCost } from './dreyfus-wagner.ts';

const seeds = Array.from({ length: 100 }, (_, k) => k + 1);
const instanceOf = (seed: number): SteinerInstance => {
  const { nodes, edges, root, terminals } = randomInstance(seed);
  return anInstance(nodes, edges, root, terminals);
};
const solve = (instance: SteinerInstance) => solveTree(instance, defaultEffort);

/** Whether edges join every terminal to the root without closing a ring. */
const expectTree = ({ graph, root, terminals }: SteinerInstance, edges: Int32Array): void => {
  const parent = Array.from({ length: graph.nodes }, (_, v) => v);
  const find = (v: number): number => (parent[v] === v ? v : find(parent[v]));
  for (const e of edges) {
    const [a, b] = [find(graph.head[2 * e]), find(graph.head[2 * e + 1])];
    expect(a, 'a ring').not.toBe(b);
    parent[a] = b;
  }
  for (const t of terminals) expect(find(t), `terminal ${t}`).toBe(find(root));
};

describe('the cheapest tree', () => {
  it.each(seeds)('costs what Dreyfus and Wagner say, and is proven: instance %d', (seed) => {
    const instance = instanceOf(seed);
    const { edges, costVnd, bound } = solve(instance);
    expectTree(instance, edges);
    expect(costVnd).toBe(costOf(instance.graph, edges));
    expect(costVnd).toBe(cheapestTreeCost(instance));
    expect(bound).toBe(costVnd);
  });

  it('lies between the bound of dual ascent and every heuristic', () => {
    for (const seed of seeds) {
      const instance = instanceOf(seed);
      const best = cheapestTreeCost(instance);
      const quick = pathTree(instance)!;
      const { bound, reduced } = dualAscent(instance);
      expect(bound).toBeLessThanOrEqual(best);
      for (const left of reduced) expect(left).toBeGreaterThanOrEqual(0);
      for (const tree of [quick, exchangePaths(instance, quick), insertVertices(instance)!]) {
        expectTree(instance, tree);
        expect(costOf(instance.graph, tree)).toBeGreaterThanOrEqual(best);
      }
      expect(costOf(instance.graph, exchangePaths(instance, quick))).toBeLessThanOrEqual(costOf(instance.graph, quick));
    }
  });

  it('is found by the exact search alone, without any bound to go by', () => {
    for (const seed of seeds) {
      const instance = instanceOf(seed);
      const best = cheapestTreeCost(instance);
      const costs = arcCosts(instance.graph);
      // no dual at all, and one that is no help
      for (const reduced of [costs, costs.map(() => 0)]) {
        const search = (below: number) => exactTree(instance, { bound: 0, reduced }, below, 1e6);
        const { complete, edges } = search(best + 1);
        expect(complete).toBe(true);
        expectTree(instance, edges!);
        expect(costOf(instance.graph, edges!)).toBe(best);
        expect(search(best)).toEqual({ complete: true, edges: null });
      }
    }
  });

  it('is left open, and bounded all the same, where the search would be too much work', () => {
    for (const seed of seeds.slice(0, 30)) {
      const instance = instanceOf(seed);
      const { costVnd, bound } = solveTree(instance, { labels: 0 });
      expect(bound).toBeLessThanOrEqual(cheapestTreeCost(instance));
      expect(costVnd).toBeGreaterThanOrEqual(cheapestTreeCost(instance));
    }
  });

  it('is not lost from a graph that is reduced or made compact', () => {
    for (const seed of seeds) {
      const instance = instanceOf(seed);
      const best = cheapestTreeCost(instance);
      const none = { bound: 0, reduced: arcCosts(instance.graph) };
      for (const dual of [dualAscent(instance), none]) {
        for (const known of [best + 1, best + 10]) {
          const reduced = withEdges(instance, usefulEdges(instance, dual, known));
          expect(cheapestTreeCost(reduced.instance)).toBe(best);
        }
      }
      const small = compacted(instance);
      expect(cheapestTreeCost(small.instance)).toBe(best);
      const whole = small.expand(pathTree(small.instance)!);
      expectTree(instance, whole);
      expect(costOf(instance.graph, whole)).toBe(costOf(small.instance.graph, pathTree(small.instance)!));
    }
  });

  it('is never cheaper when an edge is forbidden', () => {
    for (const seed of seeds) {
      const instance = instanceOf(seed);
      const { edges, costVnd } = solve(instance);
      for (const forbidden of [...edges].slice(0, 3)) {
        const random = randomInstance(seed);
        const left = random.edges.filter((_, e) => e !== forbidden);
        const without = anInstance(random.nodes, left, random.root, random.terminals);
        if (pathTree(without)) expect(solve(without).costVnd).toBeGreaterThanOrEqual(costVnd);
      }
    }
  });

  it('is never cheaper with a terminal more', () => {
    for (const seed of seeds) {
      const { nodes, edges, root, terminals } = randomInstance(seed);
      const { costVnd } = solve(anInstance(nodes, edges, root, terminals));
      for (let v = 0; v < nodes; v += 5) {
        if (terminals.includes(v) || v === root) continue;
        expect(solve(anInstance(nodes, edges, root, [...terminals, v])).costVnd).toBeGreaterThanOrEqual(costVnd);
      }
    }
  });

  it('is bounded, and never laid, where edges are closed', () => {
    for (const seed of seeds) {
      const { nodes, edges, root, terminals } = randomInstance(seed);
      // what is closed leads out of the root for nothing, as the edge of a region does
      const closed = Array.from({ length: nodes }, (_, v) => v).filter((v) => v !== root && v % 4 === seed % 4);
      const instance = anInstance(nodes, [...edges, ...closed.map((v) => [root, v, 0] as const)], root, terminals);
      const isOpen = Uint8Array.from({ length: instance.graph.edges }, (_, e) => (e < edges.length ? 1 : 0));
      const solved = solveTree({ ...instance, isOpen }, defaultEffort);
      expect(solved.edges.every((e) => isOpen[e] === 1)).toBe(true);
      const best = cheapestTreeCost(anInstance(nodes, edges, root, terminals));
      expect(solved.bound).toBeLessThanOrEqual(best);
      expect(solved.costVnd).toBeGreaterThanOrEqual(best);
      if (solved.parts.every((part) => !part.isAtEdge)) expect(solved.costVnd).toBe(best);
    }
  });

  it('is the same every time', () => {
    for (const seed of seeds.slice(0, 20)) expect(solve(instanceOf(seed))).toEqual(solve(instanceOf(seed)));
  });

  it('says how many terminals are settled, up to all', () => {
    const instance = instanceOf(8);
    const told: number[] = [];
    solveTree(instance, defaultEffort, (done, total) => told.push(done / total));
    expect(told.at(-1)).toBe(1);
  });
});

describe('dual ascent', () => {
  it('names a terminal without a way to the root', () => {
    const instance = anInstance(
      4,
      [
        [0, 1, 5],
        [2, 3, 5],
      ],
      0,
      [1, 3],
    );
    expect(() => dualAscent(instance)).toThrow('terminal 3');
  });
});
