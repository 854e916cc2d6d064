import { compacted } from './compact.ts';
import { dualAscent } from './dual-ascent.ts';
import { exactTree } from './exact-tree.ts';
import { costOf, type SteinerInstance } from './graph.ts';
import { type Part, withEdges } from './part.ts';
import { exchangePaths } from './path-exchange.ts';
import { pathTree } from './path-heuristic.ts';
import { usefulEdges } from './reduce.ts';
import { insertVertices } from './vertex-insertion.ts';

/** A tree, and what every tree costs at least. */
export interface ProvenTree {
  /** Edges of the instance. */
  edges: Int32Array;
  costVnd: number;
  bound: number;
}

/** How much work goes into one part: the same on every machine, so that the answer is. */
export interface Effort {
  /** Labels of the exact search. */
  labels: number;
}

export const defaultEffort: Effort = { labels: 1e6 };

/** Rounds of reduction in a row that may bring nothing: no better bound or tree, no fewer than this share of the edges. */
const mostIdle = 3;
const worthwhile = 0.97;
/** Shares of the gap that a cheaper tree is first sought in: little work, and where there is none the bound is up. */
const guesses = [0.1, 0.3, 1];

/** An instance as it shrinks, the best tree of the whole one that is known, and the bound. */
class Shrinking {
  current: SteinerInstance;
  best: Int32Array;
  bestCost: number;
  bound = 0;
  private readonly whole: SteinerInstance;
  private readonly parts: Part[] = [];

  constructor(instance: SteinerInstance, tree: Int32Array) {
    this.whole = instance;
    this.current = instance;
    this.best = tree;
    this.bestCost = costOf(instance.graph, tree);
  }

  /** Takes a tree of the instance as it is now where it is better. */
  consider(edges: Int32Array | null): void {
    if (!edges || costOf(this.current.graph, edges) >= this.bestCost) return;
    this.best = this.parts.reduceRight((inner, part) => part.expand(inner), edges);
    this.bestCost = costOf(this.whole.graph, this.best);
  }

  shrinkTo(part: Part): void {
    this.parts.push(part);
    this.current = part.instance;
  }

  raise(bound: number): void {
    this.bound = Math.max(this.bound, Math.min(bound, this.bestCost));
  }

  isProven(): boolean {
    return this.bound >= this.bestCost;
  }
}

/**
 * The cheapest tree of an instance, every terminal of which has a way to the root: a tree by shortest paths bettered by
 * exchanges and insertions, a bound by dual ascent from every terminal in turn, and the graph reduced by both; what is left
 * is searched exactly.
 *
 * @param onShare told now and then which share of the work is done, about
 */
export const solvePart = (
  instance: SteinerInstance,
  effort: Effort,
  onShare: (share: number) => void = () => {},
): ProvenTree => {
  const shrinking = new Shrinking(instance, exchangePaths(instance, pathTree(instance)!));
  onShare(0.1);
  reduce(shrinking, 1);
  if (!shrinking.isProven()) {
    onShare(0.2);
    shrinking.consider(insertVertices(shrinking.current));
    onShare(0.3);
    const rounds = 1 + instance.terminals.length;
    reduce(shrinking, rounds);
  }
  onShare(0.5);
  if (!shrinking.isProven()) search(shrinking, effort);
  return { edges: shrinking.best, costVnd: shrinking.bestCost, bound: shrinking.bound };
};

/** Rounds of bound and reduction, each seen from another terminal, as long as they help. */
const reduce = (shrinking: Shrinking, rounds: number): void => {
  let idle = 0;
  for (let round = 0; round < rounds && idle < mostIdle && !shrinking.isProven(); round++) {
    const { current, bound, bestCost } = shrinking;
    const seen = seenFrom(current, round);
    const dual = dualAscent(seen);
    shrinking.raise(dual.bound);
    shrinking.consider(pathTree(seen, (arc) => dual.reduced[arc] === 0));
    if (shrinking.isProven()) return;
    shrinking.shrinkTo(withEdges(current, usefulEdges(seen, dual, shrinking.bestCost)));
    // no cheaper tree is left where one terminal has lost its ways
    if (!pathTree(shrinking.current)) shrinking.raise(shrinking.bestCost);
    if (shrinking.isProven()) return;
    shrinking.shrinkTo(compacted(shrinking.current));
    const helped =
      shrinking.bound > bound ||
      shrinking.bestCost < bestCost ||
      shrinking.current.graph.edges < worthwhile * current.graph.edges;
    idle = helped ? 0 : idle + 1;
  }
};

/** The same instance with one of its terminals as the root: the same trees, and another dual ascent. */
const seenFrom = ({ graph, root, terminals }: SteinerInstance, round: number): SteinerInstance => {
  if (round === 0) return { graph, root, terminals };
  const ends = [root, ...terminals];
  const [other] = ends.splice(round % ends.length, 1);
  return { graph, root: other, terminals: Int32Array.from(ends) };
};

const search = (shrinking: Shrinking, { labels }: Effort): void => {
  const dual = dualAscent(shrinking.current);
  shrinking.raise(dual.bound);
  for (const guess of guesses) {
    if (shrinking.isProven()) return;
    const below = Math.ceil(shrinking.bound + guess * (shrinking.bestCost - shrinking.bound));
    const { complete, edges } = exactTree(shrinking.current, dual, below, labels);
    shrinking.consider(edges);
    if (!complete) return;
    shrinking.raise(edges ? shrinking.bestCost : below);
  }
};
