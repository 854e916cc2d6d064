import { graphOf, type SteinerInstance } from '../../src/fibre/steiner/graph.ts';
import { seededRandom } from '../support/random.ts';

export type Edge = readonly [from: number, to: number, cost: number];

export const anInstance = (
  nodes: number,
  edges: readonly Edge[],
  root: number,
  terminals: readonly number[],
): SteinerInstance => ({
  graph: graphOf(
    nodes,
    Int32Array.from(edges.flatMap(([from, to]) => [to, from])),
    Float64Array.from(edges, ([, , cost]) => cost),
  ),
  root,
  terminals: Int32Array.from(terminals),
});

export interface RandomInstance {
  nodes: number;
  edges: Edge[];
  root: number;
  terminals: number[];
}

/** A connected graph of up to 40 nodes, in turn a grid and a random one, with small costs so that many trees cost alike. */
export const randomInstance = (seed: number): RandomInstance => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const dearest = 1 + below(30);
  const edges: Edge[] = [];
  const join = (from: number, to: number): void => void edges.push([from, to, below(dearest)]);
  let nodes: number;
  if (seed % 2 === 0) {
    const [width, height] = [3 + below(5), 3 + below(3)];
    nodes = width * height;
    for (let v = 0; v < nodes; v++) {
      if (v % width < width - 1) join(v, v + 1);
      if (v + width < nodes) join(v, v + width);
      if (v % width < width - 1 && v + width < nodes && below(2)) join(v, v + width + 1);
    }
  } else {
    nodes = 8 + below(33);
    for (let v = 1; v < nodes; v++) join(v, below(v));
    for (let extra = below(3 * nodes); extra > 0; extra--) {
      const [a, b] = [below(nodes), below(nodes)];
      if (a !== b) join(a, b);
    }
  }
  const order = Array.from({ length: nodes }, (_, v) => v).sort(() => random() - 0.5);
  const [root, ...others] = order;
  return { nodes, edges, root, terminals: others.slice(0, 1 + below(6)) };
};
