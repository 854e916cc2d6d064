import loadHighs from 'highs';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { computeService, createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { Pack } from '../../src/model/pack.ts';
import { isUrban } from '../../src/model/place.ts';
import type { Site } from '../../src/model/site.ts';
import { moneyParameters } from '../../src/money/parameters.ts';
import { findCandidates } from '../../src/sharing/candidates/candidates.ts';
import { sharingFrontier } from '../../src/sharing/plan/frontier.ts';
import { planSharing } from '../../src/sharing/plan/plan.ts';
import { defaultSharingRules, noLocks } from '../../src/sharing/plan/plan-types.ts';
import { problemOf } from '../../src/sharing/plan/prepare.ts';
import { createServiceCheck, type ServiceCheck } from '../../src/sharing/service/service-check.ts';
import { chooseGreedily } from '../../src/sharing/solver/greedy.ts';
import { rateOfTally, selectionOf } from '../../src/sharing/solver/merge-problem.ts';
import { createMergeSolver, type MergeSolver } from '../../src/sharing/solver/solve-exactly.ts';
import { builtInPack } from '../support/built-in-pack.ts';

type Print = (line: object) => void;

const repeats = 5;
const provinces = 10;
const sitesInAll = 20_000;

/** Runs a task several times; gives its last result with the median and the spread of its time. */
const timed = <T>(task: () => T): { result: T; medianMs: number; spreadMs: number } => {
  const times: number[] = [];
  let result = task();
  for (let k = 0; k < repeats; k++) {
    const startMs = performance.now();
    result = task();
    times.push(performance.now() - startMs);
  }
  times.sort((a, b) => a - b);
  const round = (ms: number): number => Math.round(ms * 10) / 10;
  return { result, medianMs: round(times[repeats >> 1]), spreadMs: round(times[repeats - 1] - times[0]) };
};

/** The built-in province side by side with itself, each copy moved a little, until there are enough sites. */
const manyProvinces = ({ sites }: Pack): Site[] =>
  Array.from({ length: Math.ceil(sitesInAll / sites.length) }, (_, copy) =>
    sites.map(
      (site): Site => ({
        ...site,
        id: `${site.id}-${copy}`,
        position: [site.position[0] + 1.5 * (copy % provinces) + 1e-4 * Math.floor(copy / provinces), site.position[1]],
      }),
    ),
  )
    .flat()
    .slice(0, sitesInAll);

const tenProvinces = (pack: Pack, print: Print): void => {
  const sites = manyProvinces(pack);
  const urban = new Set(pack.communes.features.filter((f) => isUrban(f.properties)).map((f) => f.properties.code));
  const near = timed(() => findCandidates(sites, defaultSharingRules, (code) => urban.has(code)));
  const { candidates } = near.result;
  print({
    bench: 'sharing',
    measure: 'candidates',
    sites: sites.length,
    candidates: candidates.length,
    medianMs: near.medianMs,
    spreadMs: near.spreadMs,
    limitMs: 2000,
  });
  const wide = { ...pack, sites };
  const money = moneyParameters(pack.facts.parameters);
  for (const objective of ['reach-target', 'all-that-pay'] as const) {
    const greedy = timed(() => {
      const problem = problemOf(wide, { ...defaultSharingRules, targetRate: 0.15 }, money, candidates, noLocks);
      return { problem, chosen: chooseGreedily(problem, objective) };
    });
    const { problem, chosen } = greedy.result;
    print({
      bench: 'sharing',
      measure: `greedy ${objective}`,
      sites: sites.length,
      merges: chosen.length,
      rate: rateOfTally(selectionOf(problem, chosen).tally()),
      medianMs: greedy.medianMs,
      spreadMs: greedy.spreadMs,
      limitMs: 5000,
    });
  }
};

interface Known {
  pack: Pack;
  check: ServiceCheck;
  solver: MergeSolver;
}

const builtIn = async (pack: Pack, print: Print): Promise<Known> => {
  const settings = defaultServiceSettings;
  const scene = sceneOf(pack);
  const evaluator = createServiceEvaluator(scene, settings);
  const service = computeService(evaluator, 0, evaluator.points.length);
  const check = createServiceCheck(scene, settings, service);
  const solver = createMergeSolver(await loadHighs());
  for (const method of ['greedy', 'exact'] as const) {
    const plan = timed(() =>
      planSharing({
        pack,
        service,
        settings,
        check,
        rules: defaultSharingRules,
        solver: method === 'exact' ? solver : null,
      }),
    );
    const { after, gap, chosen, money } = plan.result.finding;
    print({
      bench: 'sharing',
      measure: `plan of the built-in pack, ${method}`,
      merges: chosen.length,
      d1: after.d1,
      gap,
      consolidationVnd: money.consolidationVnd.central,
      medianMs: plan.medianMs,
      spreadMs: plan.spreadMs,
      limitMs: 10_000,
    });
  }
  return { pack, check, solver };
};

/** Every point of the frontier, and the draft that is there before it. */
const frontiers = ({ pack, check, solver }: Known, print: Print): void => {
  for (const definition of ['D1', 'D2'] as const) {
    const rules = { ...defaultSharingRules, definition, targetRate: definition === 'D1' ? 0.15 : 0.25 };
    const asked = { pack, check, rules, locks: noLocks, parameters: pack.facts.parameters, timeLimitS: 5 };
    for (const isDraft of [true, false]) {
      const { result, medianMs, spreadMs } = timed(() =>
        sharingFrontier({ ...asked, solver: isDraft ? null : solver, isDraft }),
      );
      const gaps = result.points.flatMap(({ gap }) => (gap === null ? [] : [gap]));
      print({
        bench: 'sharing',
        measure: `frontier of the built-in pack, ${definition}${isDraft ? ', draft' : ''}`,
        points: result.points.length,
        highestRate: result.points.at(-1)?.rate,
        unproven: result.points.length - gaps.length,
        widestGap: Math.max(0, ...gaps),
        medianMs,
        spreadMs,
        limitMs: 20_000,
      });
    }
  }
};

/** Candidates and greedy choice over 20,000 sites; the plan and the frontier of the built-in pack once its merges are known. */
export const run = async (print: Print): Promise<void> => {
  const pack = await builtInPack();
  tenProvinces(pack, print);
  frontiers(await builtIn(pack, print), print);
};
