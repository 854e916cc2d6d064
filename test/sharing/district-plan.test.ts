// @module-tag slow
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sceneOf } from '../../src/coverage/service/scene.ts';
import { defaultServiceSettings, type ServiceResult } from '../../src/coverage/service/service-types.ts';
import type { Pack } from '../../src/model/pack.ts';
import { InputError } from '../../src/model/problem.ts';
import { sharingFrontier } from '../../src/sharing/plan/frontier.ts';
import { planSharing, type SharingInput } from '../../src/sharing/plan/plan.ts';
import { defaultSharingRules, noLocks, sharingObjectives } from '../../src/sharing/plan/plan-types.ts';
import { createServiceCheck, type ServiceCheck } from '../../src/sharing/service/service-check.ts';
import { createMergeSolver, type MergeSolver } from '../../src/sharing/solver/solve-exactly.ts';
import { aDistrict, lostBy } from './a-district.ts';

const settings = defaultServiceSettings;
let pack: Pack;
let service: ServiceResult;
let check: ServiceCheck;
let solver: MergeSolver;

beforeAll(async () => {
  ({ pack, service } = await aDistrict('Thị xã Phổ Yên'));
  check = createServiceCheck(sceneOf(pack), settings, service);
  solver = createMergeSolver(await loadHighs());
}, 120_000);

const plan = (change: Partial<SharingInput> = {}) =>
  planSharing({
    pack,
    service,
    settings,
    check,
    solver,
    rules: { ...defaultSharingRules, targetRate: 0.2 },
    ...change,
  }).finding;
const rulesOf = (change: Partial<typeof defaultSharingRules>) => ({ rules: { ...defaultSharingRules, ...change } });
const problemsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ place, rule }) => `${place} ${rule}`);
    throw error;
  }
  return [];
};

describe('a plan', () => {
  it.each(sharingObjectives)('for %s is proven and takes service from nobody, all computed anew', (objective) => {
    const { chosen, method, gap, service: effect } = plan({ objective });
    expect(chosen.length).toBeGreaterThan(5);
    expect([method, gap]).toEqual(['milp', 0]);
    expect(lostBy(pack, service, chosen)).toEqual([]);
    for (const { before, after } of Object.values(effect.byOperator)) expect(after).toBe(before);
  });

  it('that lets each operator gain leaves none worse off', () => {
    const { balances, reached } = plan({ objective: 'each-operator-gains' });
    expect(reached).toBe(true);
    const operators = new Set(pack.facts.operators.map(({ id }) => id));
    const sums = balances
      .filter(({ party }) => operators.has(party))
      .map(({ ownVnd, rentVnd }) => ownVnd.central + rentVnd.central);
    expect(sums.length).toBeGreaterThan(1);
    for (const sum of sums) expect(sum).toBeGreaterThanOrEqual(-1);
  });

  it('is never less than the greedy one', () => {
    const exact = plan();
    const greedy = plan({ solver: null });
    expect(greedy.method).toBe('greedy');
    expect(greedy.gap).toBeNull();
    expect(exact.chosen.length).toBeLessThanOrEqual(greedy.chosen.length);
    const all = { objective: 'all-that-pay' } as const;
    expect(plan(all).money.consolidationVnd.central).toBeGreaterThanOrEqual(
      plan({ ...all, solver: null }).money.consolidationVnd.central,
    );
  });

  it('without time for the solver is the greedy one and says so', () => {
    const { method, gap, reached } = plan({ timeLimitS: 0 });
    expect([method, gap, reached]).toEqual(['greedy', null, true]);
  });

  it('says how far one can go and which rule stops it, where the target is out of reach', () => {
    const { reached, furthestRate, binding, after, chosen } = plan(rulesOf({ targetRate: 0.95 }));
    expect(reached).toBe(false);
    expect(furthestRate).toBe(after.d1);
    expect(binding).toBe('too-far');
    expect(lostBy(pack, service, chosen)).toEqual([]);
  });

  it('counts a target passed today as reached, where that is asked for', () => {
    const { reached, chosen } = plan({ ...rulesOf({ targetRate: 0.01 }), passedTargetIsReached: true });
    expect([reached, chosen]).toEqual([true, []]);
  });

  it('keeps a reason for every pair that is not in it', () => {
    const { chosen, rejected, candidates } = plan();
    const reasons = new Set(rejected.map(({ reason }) => reason));
    expect(reasons).toContain('loses-service');
    expect(rejected.filter(({ reason }) => reason === 'loses-service').every(({ hamletId }) => hamletId)).toBe(true);
    const near = rejected.filter(({ reason }) => reason !== 'same-operator' && reason !== 'too-many-tenants');
    expect(chosen.length + near.length).toBeGreaterThanOrEqual(candidates);
  });
});

describe('locks', () => {
  it('force a merge into the plan and keep one out of it', () => {
    const free = plan();
    const wanted = free.rejected.find(({ reason }) => reason === 'not-needed')!;
    const unwanted = free.chosen[0];
    const locked = plan({ locks: { forced: [wanted], forbidden: [unwanted] } });
    const names = locked.chosen.map(({ hostId, donorId }) => `${donorId}>${hostId}`);
    expect(names).toContain(`${wanted.donorId}>${wanted.hostId}`);
    expect(names).not.toContain(`${unwanted.donorId}>${unwanted.hostId}`);
    expect(lostBy(pack, service, locked.chosen)).toEqual([]);
  });

  it('that forbid a merge never raise what the plan is worth', () => {
    const all = { objective: 'all-that-pay' } as const;
    const free = plan(all);
    for (const unwanted of free.chosen.slice(0, 5)) {
      const less = plan({ ...all, locks: { forced: [], forbidden: [unwanted] } });
      expect(less.money.consolidationVnd.central).toBeLessThanOrEqual(free.money.consolidationVnd.central);
    }
  });

  it('that force what loses service are refused with the reason', () => {
    const losing = plan().rejected.find(({ reason }) => reason === 'loses-service')!;
    expect(problemsOf(() => plan({ locks: { forced: [losing], forbidden: [] } }))).toEqual([
      'locks.forced not-possible',
    ]);
  });

  it('that force one site both ways are refused', () => {
    const { hostId, donorId } = plan().chosen[0];
    const back = { hostId: donorId, donorId: hostId };
    const forced = [{ hostId, donorId }, back];
    expect(problemsOf(() => plan({ locks: { forced, forbidden: [] } }))).toEqual(['locks.forced not-possible']);
  });

  it('that forbid every pair are refused', () => {
    const { chosen, rejected } = plan();
    expect(problemsOf(() => plan({ locks: { forced: [], forbidden: [...chosen, ...rejected] } }))).toEqual([
      'locks.forbidden nothing-allowed',
    ]);
  });
});

describe('what is asked', () => {
  it.each([0.01, 1.2, -0.1])('is refused for a target of %d', (targetRate) => {
    expect(problemsOf(() => plan(rulesOf({ targetRate })))).toEqual(['target out-of-range']);
  });

  it('is refused with a negative price, or a low above its high', () => {
    const withCoLocation = (low: number, high: number) =>
      pack.facts.parameters.map((parameter) =>
        parameter.name === 'coloc_capex' ? { ...parameter, low, high } : parameter,
      );
    expect(problemsOf(() => plan({ parameters: withCoLocation(-1, 100e6) }))).toContain('coloc_capex.low out-of-range');
    expect(problemsOf(() => plan({ parameters: withCoLocation(90e6, 10e6) }))).toContain(
      'coloc_capex.central out-of-range',
    );
  });
});

describe('the frontier', () => {
  it('rises from today to the most there can be, and meets the plans', () => {
    const rules = { ...defaultSharingRules, targetRate: 0.2 };
    const { parameters } = pack.facts;
    const found = sharingFrontier({ pack, check, rules, locks: noLocks, parameters, solver, timeLimitS: 20 });
    const { points, todayRate } = found;
    expect(points[0]).toMatchObject({ rate: todayRate, count: 0 });
    expect(points.length).toBeGreaterThan(4);
    points.slice(1).forEach((point, k) => {
      expect(point.rate).toBeGreaterThan(points[k].rate);
      expect(point.count).toBeGreaterThan(points[k].count);
      expect(point.savingVnd.high).toBeGreaterThanOrEqual(point.savingVnd.central);
    });
    expect(points.map(({ gap }) => gap)).toEqual(points.map(() => 0));
    const asked = plan();
    const there = points.find(({ rate }) => rate >= 0.2)!;
    expect(there.count).toBe(asked.chosen.length);
    expect(there.savingVnd.central).toBeCloseTo(asked.money.consolidationVnd.central, 0);
    const most = plan(rulesOf({ targetRate: 1 }));
    expect(points[points.length - 1].rate).toBe(most.furthestRate);
  });

  it('has a draft that is there at once, proves nothing, and is never above the best', () => {
    const rules = { ...defaultSharingRules, targetRate: 0.2 };
    const asked = { pack, check, rules, locks: noLocks, parameters: pack.facts.parameters, timeLimitS: 20 };
    const best = sharingFrontier({ ...asked, solver });
    const draft = sharingFrontier({ ...asked, solver: null, isDraft: true });
    for (const { rate, count, gap } of draft.points.filter((point) => point.rate < best.points.at(-1)!.rate)) {
      expect(gap).toBeNull();
      const same = best.points.findLast((point) => point.rate <= rate + 1e-9)!;
      expect(count).toBeGreaterThanOrEqual(same.count);
    }
  });
});
