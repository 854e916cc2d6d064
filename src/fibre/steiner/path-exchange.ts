import FlatQueue from 'flatqueue';
import type { SteinerInstance } from './graph.ts';
import { prunedTree } from './pruned-tree.ts';

/** A path of the tree between two nodes that are more than a passage: its edges, and the node at its lower end. */
interface KeyPath {
  edges: number[];
  lower: number;
  cost: number;
}

/**
 * A tree bettered by exchanging key paths (Duin and Voß 1997): one is taken out, and what it held is joined to
 * the rest by the cheapest way there is, until none is dearer than that.
 *
 * @returns edges
 */
export const exchangePaths = (instance: SteinerInstance, edges: Int32Array): Int32Array => {
  const { graph, root, isOpen } = instance;
  const { nodes, head, start, arc, cost } = graph;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes);
  const below = new Uint8Array(nodes);
  const inTree = new Uint8Array(nodes);
  const front = new FlatQueue<number>();

  /** The cheapest way from below a path to the rest of the tree, if it is cheaper; puts its nodes into the tree. */
  const isExchanged = (path: KeyPath, tree: RootedTree): boolean => {
    const touched: number[] = [];
    const enter = (v: number, d: number, by: number): void => {
      if (d >= distance[v]) return;
      if (distance[v] === Number.POSITIVE_INFINITY) touched.push(v);
      distance[v] = d;
      cameBy[v] = by;
      front.push(v, d);
    };
    front.clear();
    for (const v of tree.nodesBelow(path.lower)) {
      below[v] = 1;
      enter(v, 0, -1);
    }
    for (const v of tree.innerNodes(path)) inTree[v] = 0;
    let reached = -1;
    while (front.length > 0 && reached < 0) {
      const d = front.peekValue()!;
      const v = front.pop()!;
      if (d > distance[v]) continue;
      if (d >= path.cost) break;
      if (inTree[v] && !below[v]) reached = v;
      for (let i = start[v]; i < start[v + 1]; i++) {
        const a = arc[i];
        if (!below[head[a]] && isOpen?.[a >> 1] !== 0) enter(head[a], d + cost[a >> 1], a);
      }
    }
    if (reached < 0) for (const v of tree.innerNodes(path)) inTree[v] = 1;
    for (let v = reached; v >= 0 && cameBy[v] >= 0; v = head[cameBy[v] ^ 1]) inTree[v] = 1;
    for (const v of touched) {
      distance[v] = Number.POSITIVE_INFINITY;
      below[v] = 0;
    }
    return reached >= 0;
  };

  let current = edges;
  /** Lower ends of the paths that were looked at in this pass. */
  const seen = new Set<number>();
  let improved = false;
  for (;;) {
    const tree = rootedTree(instance, current);
    inTree.fill(0);
    inTree[root] = 1;
    for (const e of current) {
      inTree[head[2 * e]] = 1;
      inTree[head[2 * e + 1]] = 1;
    }
    let isNew = false;
    for (const path of tree.keyPaths) {
      if (seen.has(path.lower)) continue;
      seen.add(path.lower);
      isNew = isExchanged(path, tree);
      if (isNew) break;
    }
    if (isNew) {
      current = prunedTree(instance, inTree);
      improved = true;
    } else if (improved) {
      // another pass
      seen.clear();
      improved = false;
    } else return current;
  }
};

interface RootedTree {
  /** The dearest first. */
  keyPaths: KeyPath[];
  nodesBelow: (node: number) => number[];
  innerNodes: (path: KeyPath) => number[];
}

const rootedTree = ({ graph, root, terminals }: SteinerInstance, edges: Int32Array): RootedTree => {
  const { head, cost } = graph;
  const arcsOf = new Map<number, number[]>();
  const addArc = (a: number): void => {
    const from = head[a ^ 1];
    const there = arcsOf.get(from);
    if (there) there.push(a);
    else arcsOf.set(from, [a]);
  };
  for (const e of edges) {
    addArc(2 * e);
    addArc(2 * e + 1);
  }
  const ends = new Set([root, ...terminals]);
  const isKey = (v: number): boolean => ends.has(v) || arcsOf.get(v)!.length !== 2;
  const down = new Map<number, number[]>();
  const keyPaths: KeyPath[] = [];
  // downwards from the root; each entry is the arc that was come by and the path it is on
  const todo: { v: number; by: number; path: KeyPath | null }[] = [{ v: root, by: -1, path: null }];
  for (let at = todo.pop(); at; at = todo.pop()) {
    const { v, by } = at;
    const fresh = at.path === null || isKey(v);
    if (at.path && fresh) {
      at.path.lower = v;
      keyPaths.push(at.path);
    }
    const arcs = (arcsOf.get(v) ?? []).filter((a) => (a ^ 1) !== by);
    down.set(
      v,
      arcs.map((a) => head[a]),
    );
    for (const a of arcs) {
      const path = fresh ? { edges: [], lower: -1, cost: 0 } : at.path!;
      path.edges.push(a >> 1);
      path.cost += cost[a >> 1];
      todo.push({ v: head[a], by: a, path });
    }
  }
  return {
    keyPaths: keyPaths.sort((p, q) => q.cost - p.cost || p.lower - q.lower),
    nodesBelow: (node) => {
      const found = [node];
      for (let i = 0; i < found.length; i++) found.push(...(down.get(found[i]) ?? []));
      return found;
    },
    innerNodes: ({ edges: along, lower }) => {
      // all but the two ends: between one edge and the next
      const inner: number[] = [];
      for (let k = 1; k < along.length; k++) inner.push(sharedNode(head, along[k - 1], along[k]));
      return inner.filter((v) => v !== lower);
    },
  };
};

const sharedNode = (head: Int32Array, e: number, f: number): number => {
  const [a, b] = [head[2 * e], head[2 * e + 1]];
  return a === head[2 * f] || a === head[2 * f + 1] ? a : b;
};
