import * as Comlink from 'comlink';
import loadHighs from 'highs';
import type { Grid } from '../../src/model/raster.ts';
import { createDemandFinder } from '../../src/rollout/demand.ts';
import { equipmentOfAsked, heardFarthest } from '../../src/rollout/equipment.ts';
import {
  createOptionSearch,
  type FoundOptions,
  type OptionSource,
  pricedOptions,
} from '../../src/rollout/options/all-options.ts';
import { planRollout, type RolloutBasis } from '../../src/rollout/plan/plan-rollout.ts';
import { type CoverSolver, createCoverSolver } from '../../src/rollout/plan/solve-cover.ts';
import type {
  Demand,
  DraftOption,
  RolloutFinding,
  RolloutOption,
  RolloutQuestion,
  RolloutScene,
} from '../../src/rollout/rollout-types.ts';
import { createReachSweep, type Reach } from '../../src/rollout/where-next/reach.ts';
import { type Prospects, prospectsOf } from '../../src/rollout/where-next/where-next.ts';

/** What a worker is given before it is asked: the network, and what is known so far. */
export interface RolloutStart {
  scene: RolloutScene;
  question: RolloutQuestion;
  demands: readonly Demand[];
  places: Prospects['places'];
}

export interface SweptReaches {
  grid: Grid;
  reaches: (Reach | null)[];
}

/** Opened once: plans follow one another. */
let solver: Promise<CoverSolver> | null = null;
const openSolver = (solverUrl: string | null): Promise<CoverSolver> => {
  solver ??= loadHighs(solverUrl === null ? {} : { locateFile: () => solverUrl }).then(createCoverSolver);
  return solver;
};

export const createRolloutApi = () => {
  let given: RolloutStart | null = null;
  let finder: ReturnType<typeof createDemandFinder> | null = null;
  let sweep: { heightM: number; run: ReturnType<typeof createReachSweep> } | null = null;
  let search: ReturnType<typeof createOptionSearch> | null = null;
  const start = (): RolloutStart => {
    if (!given) throw new Error('A rollout was asked for before the network was given');
    return given;
  };

  return {
    setUp: (scene: RolloutScene, known: Omit<RolloutStart, 'scene'>): void => {
      given = { ...known, scene };
    },
    /** Which of the places [from, to) have no service. */
    unserved: (from: number, to: number): number[] => {
      const { scene, question } = start();
      finder ??= createDemandFinder(scene, question.operator);
      return finder.unserved(from, to);
    },
    /** From where masts of a height would serve the demands [from, to). */
    reach: (from: number, to: number, heightM: number): SweptReaches => {
      const { scene, question, demands } = start();
      // of all that are asked, the one that is heard farthest: places that only others reach there are none
      const kit = heardFarthest(equipmentOfAsked(scene, scene.settings, question.operator), scene);
      if (sweep?.heightM !== heightM) sweep = { heightM, run: createReachSweep(scene, kit, heightM) };
      const { run } = sweep;
      const reaches = demands.slice(from, to).map((demand) => run.from(demand));
      const buffers = reaches.flatMap((reach) => (reach ? [reach.bits.buffer as ArrayBuffer] : []));
      return Comlink.transfer({ grid: run.grid, reaches }, buffers);
    },
    prospects: (swept: SweptReaches & { heightM: number }): Prospects => {
      const { scene, question, demands } = start();
      return prospectsOf(scene, demands, swept, question.locks.places);
    },
    options: (source: OptionSource, from: number, to: number): DraftOption[][] => {
      const { scene, question, demands, places } = start();
      search ??= createOptionSearch(scene, question.operator, demands, places, question.heightsM);
      return search(source, from, to);
    },
    price: (prospects: Prospects, found: FoundOptions): RolloutOption[] => {
      const { scene, question, demands } = start();
      return pricedOptions(scene, demands, prospects, found, question.locks.places.length);
    },
    /** @param solverUrl address of the solver's WebAssembly; null where it lies beside its script, as in Node */
    plan: async (
      basis: Omit<RolloutBasis, 'scene'>,
      question: RolloutQuestion,
      exact: boolean,
      solverUrl: string | null,
    ): Promise<RolloutFinding> => {
      const { scene } = start();
      return planRollout({ ...basis, scene }, question, exact ? await openSolver(solverUrl) : null);
    },
  };
};
export type RolloutApi = ReturnType<typeof createRolloutApi>;
