import type { Grid } from '../../src/model/raster.ts';
import { placesOf } from '../../src/rollout/demand.ts';
import { type FoundOptions, type OptionSource, optionSources } from '../../src/rollout/options/all-options.ts';
import type { RolloutBasis } from '../../src/rollout/plan/plan-rollout.ts';
import type {
  Demand,
  DraftOption,
  RolloutFinding,
  RolloutOption,
  RolloutQuestion,
  RolloutScene,
  WhereNextMap,
} from '../../src/rollout/rollout-types.ts';
import type { Reach } from '../../src/rollout/where-next/reach.ts';
import type { Prospects } from '../../src/rollout/where-next/where-next.ts';
import { poolSize, runPool } from '../pool.ts';
import { type TaskOptions, throwIfAborted } from '../progress.ts';
import { runTask } from '../task.ts';
import { canSpawn, openThread, type Thread } from '../thread.ts';
import { transferRasters } from '../transfer-rasters.ts';
import type { createRolloutApi, RolloutApi, RolloutStart, SweptReaches } from './api.ts';

/** Entries a task: small enough for even progress, large enough to hide the round trip. */
const perTask = { places: 64, demands: 8, options: 16 } as const;

interface Slice {
  from: number;
  to: number;
}

const slicesOf = (total: number, size: number): Slice[] =>
  Array.from({ length: Math.ceil(total / size) }, (_, k) => ({ from: k * size, to: Math.min(total, (k + 1) * size) }));

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

type Ask<Task, Result> = (api: Thread<RolloutApi>['api'], task: Task) => Promise<Result>;

const setUp = (api: Thread<RolloutApi>['api'], { scene, ...known }: RolloutStart): Promise<void> =>
  api.setUp(canSpawn() ? transferRasters(scene) : scene, known);

/** Asks all tasks of a pool of workers, or inline where there are none. */
const askAll = async <Task, Result>(
  start: RolloutStart,
  tasks: readonly Task[],
  ask: Ask<Task, Result>,
  take: (task: Task, result: Result) => void,
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (canSpawn()) {
    await runPool<RolloutApi, Task, Result>({
      spawn: () => openThread(spawn(), 'rollout'),
      size: poolSize(tasks.length),
      tasks,
      setUp: (api) => setUp(api, start),
      run: ask,
      onResult: take,
      signal,
    });
    return;
  }
  // what a worker answers as a promise the api itself answers at once; both can be awaited
  const api = (await import('./api.ts')).createRolloutApi() as unknown as Thread<RolloutApi>['api'];
  await setUp(api, start);
  for (const task of tasks) {
    throwIfAborted(signal);
    take(task, await ask(api, task));
    await new Promise((resolve) => setTimeout(resolve));
  }
};

/** Asks one question of a worker of its own. */
const askOne = <Result>(
  start: RolloutStart,
  ask: (api: Thread<RolloutApi>['api']) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> =>
  runTask<ReturnType<typeof createRolloutApi>, Result>({
    name: 'rollout',
    spawn,
    inline: async () => (await import('./api.ts')).createRolloutApi(),
    run: async (offered) => {
      const api = offered as unknown as Thread<RolloutApi>['api'];
      await setUp(api, start);
      return ask(api);
    },
    signal,
  });

const startOf = (scene: RolloutScene, question: RolloutQuestion): RolloutStart => ({
  scene,
  question,
  demands: [],
  places: [],
});

const findDemands = async (
  scene: RolloutScene,
  question: RolloutQuestion,
  { signal, onProgress }: TaskOptions,
): Promise<Demand[]> => {
  const places = placesOf(scene);
  const found: number[] = [];
  let done = 0;
  await askAll<Slice, number[]>(
    startOf(scene, question),
    slicesOf(places.length, perTask.places),
    (api, { from, to }) => api.unserved(from, to),
    ({ from, to }, unserved) => {
      found.push(...unserved);
      done += to - from;
      onProgress?.({ phase: 'service', done, total: places.length });
    },
    signal,
  );
  return found.sort((a, b) => a - b).map((place) => places[place]);
};

const sweepDemands = async (
  start: RolloutStart,
  heightM: number,
  { signal, onProgress }: TaskOptions,
): Promise<{ grid: Grid; reaches: (Reach | null)[] } | null> => {
  const total = start.demands.length;
  const reaches: (Reach | null)[] = new Array(total).fill(null);
  let grid: Grid | null = null;
  let done = 0;
  await askAll<Slice, SweptReaches>(
    start,
    slicesOf(total, perTask.demands),
    (api, { from, to }) => api.reach(from, to, heightM),
    ({ from, to }, swept) => {
      grid = swept.grid;
      swept.reaches.forEach((reach, i) => {
        reaches[from + i] = reach;
      });
      done += to - from;
      onProgress?.({ phase: 'where-next', done, total });
    },
    signal,
  );
  return grid && { grid, reaches };
};

const findOptions = async (start: RolloutStart, { signal, onProgress }: TaskOptions): Promise<FoundOptions> => {
  const counts = { sites: start.scene.sites.length, places: start.places.length, demands: start.demands.length };
  const found = Object.fromEntries(
    optionSources.map((source): [OptionSource, DraftOption[][]] => [source, new Array(counts[source])]),
  ) as Record<OptionSource, DraftOption[][]>;
  const tasks = optionSources.flatMap((source) =>
    slicesOf(counts[source], perTask.options).map((slice) => ({ source, ...slice })),
  );
  const total = counts.sites + counts.places + counts.demands;
  let done = 0;
  await askAll<Slice & { source: OptionSource }, DraftOption[][]>(
    start,
    tasks,
    (api, { source, from, to }) => api.options(source, from, to),
    ({ source, from, to }, drafts) => {
      drafts.forEach((of, i) => {
        found[source][from + i] = of;
      });
      done += to - from;
      onProgress?.({ phase: 'options', done, total });
    },
    signal,
  );
  return found;
};

/** What a plan is chosen from; it takes the longest to find out, and serves one plan after another. */
export interface RolloutProspects extends RolloutBasis {
  map: WhereNextMap | null;
}

/** Who has no service, and where a mast would serve whom. The map is null where nobody is without. */
export const findWhereNext = async (
  scene: RolloutScene,
  question: RolloutQuestion,
  heightM: number,
  following: TaskOptions = {},
): Promise<{ demands: Demand[]; prospects: Prospects | null }> => {
  throwIfAborted(following.signal);
  const demands = await findDemands(scene, question, following);
  const start = { ...startOf(scene, question), demands };
  const swept = demands.length === 0 ? null : await sweepDemands(start, heightM, following);
  if (!swept) return { demands, prospects: null };
  const prospects = await askOne(start, (api) => api.prospects({ ...swept, heightM }), following.signal);
  return { demands, prospects };
};

/** Everything that could be built, with whom it serves and what it costs. */
export const findRolloutOptions = async (
  scene: RolloutScene,
  question: RolloutQuestion,
  following: TaskOptions = {},
): Promise<RolloutProspects> => {
  // what a mast reaches from a place its highest reaches: lower ones are tried there
  const heightM = Math.max(...question.heightsM);
  const { demands, prospects } = await findWhereNext(scene, question, heightM, following);
  if (!prospects) return { scene, demands, options: [], ways: demands.map(() => null), map: null };
  const start = { scene, question, demands, places: prospects.places };
  const found = await findOptions(start, following);
  const options = await askOne<RolloutOption[]>(start, (api) => api.price(prospects, found), following.signal);
  return { scene, demands, options, ways: prospects.demandWays, map: prospects.map };
};

/**
 * Chooses what to build, off the page's thread.
 *
 * @param exact whether the best is sought and proven; else a choice is made at once
 * @throws InputError where what is forced costs more than the budget
 */
export const planRolloutInWorker = (
  { scene, demands, options, ways }: RolloutBasis,
  question: RolloutQuestion,
  { exact, solverUrl, signal, onProgress }: TaskOptions & { exact: boolean; solverUrl: string | null },
): Promise<RolloutFinding> => {
  onProgress?.({ phase: 'rollout', done: 0, total: 1 });
  return askOne(
    startOf(scene, question),
    (api) => api.plan({ demands, options, ways }, question, exact, solverUrl),
    signal,
  );
};
