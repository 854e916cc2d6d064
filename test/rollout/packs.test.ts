// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRealPack } from '../../data/build/real/index.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { isServed } from '../../src/coverage/service/status.ts';
import type { Pack } from '../../src/model/pack.ts';
import { sitesAfter } from '../../src/rollout/plan/plan-rollout.ts';
import type { RolloutFinding } from '../../src/rollout/rollout-types.ts';
import { type RolloutRun, runRollout, runRolloutOptions, runRolloutPlan } from '../../src/runs/rollout.ts';
import { budget, hasTime } from '../support/budget.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { seededRandom } from '../support/random.ts';
import { placeKey, servedPlaces } from './service-anew.ts';

const settings = defaultServiceSettings;

/** A network with a plan built, recomputed whole: whoever it claims is served, nobody else has lost, the rest has a reason. */
const expectHolds = (pack: Pack, { demands, plan, served, leftOut, question, people }: RolloutFinding): void => {
  const before = servedPlaces(pack, pack.sites, question.operator);
  const after = servedPlaces(pack, sitesAfter(pack.sites, plan), question.operator);
  expect([...before].filter((key) => !after.has(key))).toEqual([]);
  expect(served.map((d) => placeKey(demands[d])).filter((key) => !after.has(key))).toEqual([]);
  expect([...served, ...leftOut.map(({ demand }) => demand)].sort((a, b) => a - b)).toEqual([...demands.keys()]);
  expect(leftOut.map(({ demand }) => placeKey(demands[demand])).filter((key) => after.has(key))).toEqual([]);
  expect(people.served).toBe(served.reduce((sum, d) => sum + demands[d].people, 0));
};

describe('the rollout of a district of the built-in pack', () => {
  let pack: Pack;
  let run: RolloutRun;
  let finding: RolloutFinding;
  beforeAll(async () => {
    pack = await builtInDistricts('Huyện Võ Nhai');
    run = await runRolloutOptions(pack);
    finding = await runRolloutPlan(run);
  }, 120_000);

  it('holds when service is recomputed whole, and is proven to within 1 %', () => {
    expect(finding.plan.length).toBeGreaterThan(10);
    expect(finding.proof.gap).toBeLessThanOrEqual(0.01);
    expectHolds(pack, finding);
  });

  it('has options of every kind, each of which serves by itself whom it says', () => {
    const { demands, options } = run;
    expect(new Set(options.map(({ kind }) => kind))).toEqual(
      new Set(['retune', 'sector', 'carrier', 'tenancy', 'mast', 'small-site']),
    );
    for (const { id, site, operator, serves } of options) {
      const alone = createServiceEvaluator(
        { ...run.scene, sites: [site], operators: [operator], points: serves.map((d) => demands[d].position) },
        settings,
      );
      const unserved = serves.filter((_, point) => !isServed(alone.best(point, 0).levelDbm, settings.thresholdDbm));
      expect(unserved, id).toEqual([]);
    }
  });

  it('retunes without taking service from anybody, in any technology', () => {
    const random = seededRandom(17);
    const retunes = run.options
      .filter(({ kind }) => kind === 'retune')
      .map((option) => ({ option, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, budget(4, 1000));
    expect(retunes.length).toBeGreaterThan(3);
    for (const technology of ['2G', '3G', '4G'] as const) {
      const before = new Map<string, Set<string>>();
      for (const { option } of retunes) {
        const { operator } = option;
        const today = before.get(operator) ?? servedPlaces(pack, pack.sites, operator, { ...settings, technology });
        before.set(operator, today);
        const after = servedPlaces(pack, sitesAfter(pack.sites, [option]), operator, { ...settings, technology });
        expect(
          [...today].filter((key) => !after.has(key)),
          `${option.id} ${technology}`,
        ).toEqual([]);
      }
    }
  });

  it('serves no fewer for more money, to the bounds of what is proven', async () => {
    const plans: RolloutFinding[] = [];
    for (const vnd of [5e8, 2e9, 6e9]) plans.push(await runRolloutPlan(run, { goal: { kind: 'budget', vnd } }));
    plans.forEach((plan, i) => {
      expect(plan.costVnd.central).toBeLessThanOrEqual(
        plan.question.goal.kind === 'budget' ? plan.question.goal.vnd : 0,
      );
      if (i > 0) expect(plan.people.served).toBeGreaterThanOrEqual(plans[i - 1].people.served);
      if (hasTime) expectHolds(pack, plan);
    });
  });

  it.skipIf(!hasTime)('costs no more for any operator than for one (in the long run)', async () => {
    const { finding: one } = await runRollout(pack, { question: { operator: 'viettel' } });
    expectHolds(pack, one);
    expect(finding.proof.bound!).toBeLessThanOrEqual(one.proof.reached);
    expect(finding.proof.reached).toBeLessThanOrEqual(one.proof.reached);
  });
});

describe.skipIf(!hasTime)('the rollout of a whole pack', () => {
  it('holds when service is recomputed whole, on the built-in one', async () => {
    const pack = await builtInPack();
    const { finding } = await runRollout(pack);
    expect(finding.proof.gap).toBeLessThanOrEqual(0.01);
    expectHolds(pack, finding);
  }, 900_000);

  const shared = fileURLToPath(new URL('../../../shared/data/thai-nguyen/', import.meta.url));
  const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(shared + name)) });
  it.skipIf(!existsSync(shared))(
    `holds when service is recomputed whole, on measured terrain (where ${shared} is)`,
    async () => {
      const { pack: draft } = await buildRealPack({
        name: 'real',
        boundaries: file('thai-nguyen-communes-2020.geojson'),
        terrain: [file('N21E105.hgt')],
      });
      const pack: Pack = { ...draft, manifest: { ...draft.manifest, files: [] } };
      const { finding } = await runRollout(pack);
      expect(finding.proof.gap).toBeLessThanOrEqual(0.01);
      expectHolds(pack, finding);
    },
    900_000,
  );
});
