import { cellIndexAt } from '../geo/grid.ts';
import { type Hamlet, peopleOf } from '../model/hamlet.ts';
import { InputError, type RuleId } from '../model/problem.ts';
import type { FibreFinding, FibreNote, FibreProof, FibreQuestion, FibreScene } from './fibre-types.ts';
import { edgeMarks, type FibreGraph, fibreGraph, root } from './graph/fibre-graph.ts';
import { sweepTerrainAt } from './graph/ground.ts';
import { layingCost } from './graph/laying-cost.ts';
import { regionOf } from './graph/region.ts';
import { roadNetwork } from './graph/road-network.ts';
import { fibreFigures, fibreParameters } from './parameters.ts';
import { findingParts } from './plan/finding-parts.ts';
import { treeSegments } from './plan/tree-segments.ts';
import { reachedFrom } from './steiner/graph.ts';
import { defaultEffort } from './steiner/solve-part.ts';
import { type SolvedTree, solveTree } from './steiner/solve-tree.ts';
import { litSitesOf } from './wireless/wireless-option.ts';

/** How much farther is looked where the bound was drawn to the edge of the region, and how often. */
const widerEachTime = 1.5;
const mostTimes = 5;

/**
 * The cheapest tree of cable from what is lit to every hamlet without fibre, with a bound that no tree can be cheaper than,
 * and what follows from it: shares, building order, quantities, and where radio would be cheaper.
 *
 * @param onProgress told how many hamlets are settled
 * @throws InputError where there is nothing to join, nothing to join it to, or a parameter is missing
 */
export const planFibre = (
  scene: FibreScene,
  question: FibreQuestion,
  onProgress: (done: number, total: number) => void = () => {},
): FibreFinding => {
  const parameters = fibreParameters(scene.parameters);
  const ground = sweepTerrainAt(scene.terrain, scene.landCover, question.zoom);
  const hamlets = hamletsToJoin(scene.hamlets, question);
  const lit = scene.lit.filter(({ position }) => cellIndexAt(ground.grid, ...position) >= 0);
  if (lit.length === 0) throw refusal('fibre nodes', 'no-lit-node');
  const cost = layingCost(ground, parameters);
  const places = {
    lit: lit.map(({ position }) => position),
    hamlets: hamlets.map(({ centre }) => centre),
    roads: roadNetwork(scene.roads, ground.cellM, ground.grid.zoom),
  };

  let region = regionOf(ground, places.hamlets, places.lit, 1);
  let fibre = fibreGraph(ground, region, places, question.build, cost);
  let solved = solve(fibre, onProgress);
  for (let time = 1; time < mostTimes && solved.parts.some(({ isAtEdge }) => isAtEdge); time++) {
    region = regionOf(ground, places.hamlets, places.lit, widerEachTime ** time);
    fibre = fibreGraph(ground, region, places, question.build, cost);
    solved = solve(fibre, onProgress);
  }

  const litCells = lit.map(({ position }) => cellIndexAt(ground.grid, ...position));
  const source = { fibreGraph: fibre, ground, litPositions: places.lit, litCells, build: question.build, cost };
  const segments = treeSegments(source, solved.edges);
  const litSites = litSitesOf(scene.sites, scene.lit);
  const parts = findingParts({ scene, question, parameters, hamlets, lit, segments, litSites });
  const notes: [FibreNote, boolean][] = [
    ['no-roads', scene.roads.length === 0],
    ['unknown-terrain', segments.some(({ unknownKm }) => unknownKm > 0)],
    ['lit-outside-terrain', lit.length < scene.lit.length],
    ['wireless-unknown', litSites.length === 0],
    ['bound-at-edge', solved.parts.some(({ isAtEdge }) => isAtEdge)],
  ];
  const names = new Set<string>(Object.values(fibreFigures).map(([name]) => name));
  return {
    question,
    cellM: ground.cellM,
    proof: proofOf(solved),
    ...parts,
    unreached: solved.unreached.map(({ hamlet, reason }) => ({ hamletId: hamlets[hamlet].id, reason })),
    notes: notes.filter(([, is]) => is).map(([note]) => note),
    parameters: scene.parameters.filter(({ name }) => names.has(name)),
  };
};

const refusal = (place: string, rule: RuleId): InputError =>
  new InputError([{ file: 'fibre', place, value: '', rule, severity: 'error' }]);

const hamletsToJoin = (all: readonly Hamlet[], { communeCodes }: FibreQuestion): Hamlet[] => {
  const inArea = all.filter(({ communeCode }) => communeCodes === null || communeCodes.includes(communeCode));
  if (!inArea.some((hamlet) => peopleOf(hamlet) > 0)) throw refusal('hamlets', 'no-hamlets');
  const without = inArea.filter((hamlet) => !hamlet.hasFibre && peopleOf(hamlet) > 0);
  if (without.length === 0) throw refusal('hamlets', 'all-have-fibre');
  return without;
};

interface Solved extends SolvedTree {
  unreached: { hamlet: number; reason: 'outside-terrain' | 'no-way' }[];
}

/** The tree over a graph, to the hamlets that have a way to what is lit. */
const solve = ({ graph, mark, hamletNodes }: FibreGraph, onProgress: (done: number, total: number) => void): Solved => {
  const isOpen = new Uint8Array(graph.edges);
  for (let e = 0; e < graph.edges; e++) isOpen[e] = mark[e] === edgeMarks.border ? 0 : 1;
  const isReached = reachedFrom(graph, root, isOpen);
  const unreached: Solved['unreached'] = [];
  const terminals: number[] = [];
  hamletNodes.forEach((node, hamlet) => {
    if (node >= 0 && isReached[node]) terminals.push(node);
    else unreached.push({ hamlet, reason: node < 0 ? 'outside-terrain' : 'no-way' });
  });
  const instance = { graph, root, terminals: Int32Array.from(terminals), isOpen };
  return { ...solveTree(instance, defaultEffort, onProgress), unreached };
};

const proofOf = ({ costVnd, bound, dualAscent, parts }: SolvedTree): FibreProof => ({
  costVnd,
  boundVnd: bound,
  dualAscentVnd: dualAscent,
  gap: bound > 0 ? (costVnd - bound) / bound : 0,
  parts: parts.length,
  exactParts: parts.filter((part) => part.costVnd === part.bound).length,
  largestPart: parts.reduce((most, { terminals }) => Math.max(most, terminals.length), 0),
});
