import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { communesOfArea } from '../../src/model/area-communes.ts';
import type { RolloutQuestion } from '../../src/rollout/rollout-types.ts';
import { runRolloutOptions, runRolloutPlan, runWhereNext } from '../../src/runs/rollout.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { type Print, wallMs } from './measure.ts';

interface Measured {
  seconds: number;
  /** Of all threads: what two cores would take twice as little of. */
  cpuSeconds: number;
}

const measured = async (work: () => Promise<unknown>): Promise<Measured> => {
  const before = process.cpuUsage();
  const seconds = (await wallMs(work)) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds: Number(seconds.toFixed(1)), cpuSeconds: Number(((user + system) / 1e6).toFixed(1)) };
};

/** Seconds of the map, the options and the plan by the number of places without service, and how they grow with it. */
export const run = async (print: Print): Promise<void> => {
  installNodeWorkers();
  const pack = await builtInPack();
  let before: { places: number; cpuSeconds: number } | null = null;
  const measure = async (what: string, technology: '4G' | '5G', question: Partial<RolloutQuestion>): Promise<void> => {
    const asked = { settings: { ...defaultServiceSettings, technology }, question };
    const whereNext = await measured(() => runWhereNext(pack, 42, asked));
    let known: Awaited<ReturnType<typeof runRolloutOptions>> | undefined;
    const options = await measured(async () => {
      known = await runRolloutOptions(pack, asked);
    });
    let finding: Awaited<ReturnType<typeof runRolloutPlan>> | undefined;
    const greedy = await measured(() => runRolloutPlan(known!, {}, { exact: false }));
    const plan = await measured(async () => {
      finding = await runRolloutPlan(known!);
    });
    const { proof, people, costVnd, leftOut } = finding!;
    const places = known!.demands.length;
    const cpuSeconds = options.cpuSeconds + plan.cpuSeconds;
    print({
      measure: what,
      technology,
      places,
      options: known!.options.length,
      whereNext,
      findingOptions: options,
      greedy,
      plan,
      people: people.unserved,
      peopleServed: people.served,
      leftOut: leftOut.length,
      billionVnd: Number((costVnd.central / 1e9).toFixed(2)),
      gap: proof.gap === null ? null : Number(proof.gap.toFixed(5)),
      repairs: proof.repairs,
      // seconds of all cores grow with the number of places to this power, since the line before
      ...(before && {
        power: Number((Math.log(cpuSeconds / before.cpuSeconds) / Math.log(places / before.places)).toFixed(2)),
      }),
    });
    before = { places, cpuSeconds };
  };
  await measure('a district, any operator', '4G', { communeCodes: communesOfArea(pack, '170') });
  await measure('the province, any operator', '4G', {});
  await measure('the province, one operator', '4G', { operator: 'viettel' });
  before = null;
  const zone = communesOfArea(pack, 'yen-binh');
  await measure('the Yên Bình zone, any operator', '5G', { communeCodes: zone, goal: { kind: 'share', share: 0.9 } });
};
