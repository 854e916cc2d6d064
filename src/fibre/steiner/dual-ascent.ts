import FlatQueue from 'flatqueue';
import type { SteinerInstance } from './graph.ts';

/** A dual solution of the cut formulation: what every tree costs at least, and what of each arc's cost is left. */
export interface DualBound {
  bound: number;
  /** Reduced cost by arc; never negative. */
  reduced: Float64Array;
}

/** A component is let grow until its cut has this many times the arcs of the smallest other one. */
const growth = 1.25;
/** Or this many arcs, since growing anew costs a walk over all of it. */
const leastCut = 64;

type Outcome = 'reached root' | 'holds another' | 'grown' | 'closed off';

/**
 * Dual ascent for the Steiner arborescence problem (Wong 1984): as long as a terminal is cut off from the root in the graph
 * of saturated arcs, the dual of the cut around its component is raised until an arc into it is saturated.
 *
 * The component with the smallest cut is taken first. It grows like a ball of Dijkstra's algorithm: when a node joins it at
 * offset `d`, what the cut's dual has been raised by is `d`, so that many steps are one walk and the arcs' reduced costs are
 * settled once at its end (as in Pajor, Uchoa and Werneck 2018).
 *
 * @throws RangeError when a terminal has no way to the root
 */
export const dualAscent = ({ graph, root, terminals }: SteinerInstance): DualBound => {
  const { nodes, head, start, arc, cost } = graph;
  const reduced = new Float64Array(head.length);
  for (let a = 0; a < head.length; a++) reduced[a] = cost[a >> 1];
  const isActive = new Uint8Array(nodes);
  const joinedAt = new Float64Array(nodes);
  const key = new Float64Array(nodes);
  const keyRound = new Int32Array(nodes);
  const joinedRound = new Int32Array(nodes);
  const members = new Int32Array(nodes);
  const front = new FlatQueue<number>();
  let round = 0;
  let memberCount = 0;
  let offset = 0;
  let cut = 0;
  let bound = 0;

  /** Grows the component of a terminal until its cut is larger than `limit`. */
  const grow = (terminal: number, limit: number): Outcome => {
    round++;
    memberCount = 0;
    offset = 0;
    cut = 0;
    front.clear();
    front.push(terminal, 0);
    key[terminal] = 0;
    keyRound[terminal] = round;
    while (front.length > 0) {
      const d = front.peekValue()!;
      if (d > offset && cut > limit) return 'grown';
      const v = front.pop()!;
      if (joinedRound[v] === round) continue;
      offset = d;
      if (v === root) return 'reached root';
      if (isActive[v] && v !== terminal) return 'holds another';
      joinedRound[v] = round;
      joinedAt[v] = d;
      members[memberCount++] = v;
      for (let i = start[v]; i < start[v + 1]; i++) {
        const u = head[arc[i]];
        if (joinedRound[u] === round) {
          cut--;
          continue;
        }
        cut++;
        const next = d + reduced[arc[i] ^ 1];
        if (keyRound[u] === round && next >= key[u]) continue;
        keyRound[u] = round;
        key[u] = next;
        front.push(u, next);
      }
    }
    return 'closed off';
  };

  /** Takes what the cuts of one growth were raised by from the arcs that were in them. */
  const settle = (): void => {
    bound += offset;
    for (let m = 0; m < memberCount; m++) {
      const v = members[m];
      const since = joinedAt[v];
      for (let i = start[v]; i < start[v + 1]; i++) {
        const u = head[arc[i]];
        const raised = (joinedRound[u] === round ? joinedAt[u] : offset) - since;
        if (raised > 0) reduced[arc[i] ^ 1] -= raised;
      }
    }
  };

  const waiting = new FlatQueue<number>();
  for (const t of terminals) {
    if (t === root || isActive[t]) continue;
    isActive[t] = 1;
    waiting.push(t, start[t + 1] - start[t]);
  }
  while (waiting.length > 0) {
    const terminal = waiting.pop()!;
    const limit = Math.max(leastCut, growth * (waiting.peekValue() ?? Number.POSITIVE_INFINITY));
    const outcome = grow(terminal, limit);
    if (outcome === 'closed off') throw new RangeError(`terminal ${terminal} has no way to the root`);
    settle();
    if (outcome === 'grown') waiting.push(terminal, cut);
    else isActive[terminal] = 0;
  }
  return { bound, reduced };
};
