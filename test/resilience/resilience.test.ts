// @module-tag slow
import { beforeAll, describe, expect, it } from 'vitest';
import { hamletPoints } from '../../src/coverage/service/hamlet-points.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { isServed } from '../../src/coverage/service/status.ts';
import type { Pack } from '../../src/model/pack.ts';
import { InputError } from '../../src/model/problem.ts';
import { countedSites, type Failure, type ResilienceFinding } from '../../src/resilience/resilience-types.ts';
import { runResilience } from '../../src/runs/resilience.ts';
import { budget, hasTime } from '../support/budget.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { seededRandom } from '../support/random.ts';

const settings = defaultServiceSettings;
const random = seededRandom(20240907);
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

let pack: Pack;
let backhaul: { siteId: string; parentId: string }[];
let finding: ResilienceFinding;

beforeAll(async () => {
  // the sites of one district are fewer than the long run takes out
  const districts = ['Huyện Võ Nhai', 'Huyện Định Hóa', 'Huyện Đại Từ'].slice(0, budget(1, 3));
  const district = await builtInDistricts(...districts);
  pack = { ...district, hamlets: shuffled(district.hamlets).slice(0, budget(30, 300)) };
  const [a, b, c] = shuffled(pack.sites).map(({ id }) => id);
  // b hangs on a, and c on b
  backhaul = [
    { siteId: c, parentId: b },
    { siteId: b, parentId: a },
  ];
  finding = await runResilience(pack, { question: { backhaul } });
}, 120_000);

/** Which points any operator serves with some sites taken out, computed anew by the service of the whole network. */
const servedWithout = (removed: ReadonlySet<number>): boolean[] => {
  const { positions } = hamletPoints(pack.hamlets);
  const evaluator = createServiceEvaluator(
    {
      terrain: pack.terrain,
      landCover: pack.landCover,
      points: positions,
      sites: pack.sites.filter((_, s) => !removed.has(s)),
      bands: pack.facts.bands,
      antennas: pack.facts.antennas,
      operators: pack.facts.operators.map(({ id }) => id),
    },
    settings,
  );
  return positions.map((_, point) =>
    evaluator.operators.some((_, o) => isServed(evaluator.best(point, o).levelDbm, settings.thresholdDbm)),
  );
};

const lossByRecomputing = (before: readonly boolean[], removed: ReadonlySet<number>) => {
  const after = servedWithout(removed);
  const { people, hamletStart } = hamletPoints(pack.hamlets);
  const isLost = (point: number): boolean => before[point] && !after[point];
  const hamletIds = pack.hamlets.filter((_, h) => isLost(hamletStart[h])).map(({ id }) => id);
  return { people: people.reduce((sum, count, point) => sum + (isLost(point) ? count : 0), 0), hamletIds };
};

const nothing = { people: 0, hamletIds: [] as readonly string[] };
const told = (kind: Failure['kind'], id: string) => {
  const found = finding.failures.find((failure) => failure.kind === kind && failure.id === id);
  return found ? { people: found.people, hamletIds: found.hamletIds } : nothing;
};

describe('what one failure takes', () => {
  it('is what service computed anew without the sites says', () => {
    const before = servedWithout(new Set());
    const indexOf = new Map(pack.sites.map(({ id }, s) => [id, s]));
    // whichever chance takes, and some whose loss is known to take something, as most others' does not
    const byChance = shuffled(pack.sites.map(({ id }) => id)).slice(0, budget(20, 200));
    expect(byChance).toHaveLength(budget(20, 200));
    const worst = finding.failures.filter(({ kind }) => kind === 'site').map(({ id }) => id);
    expect(worst.length).toBeGreaterThan(0);
    const sites = new Set([...byChance, ...worst.slice(0, budget(5, 50))]);
    for (const id of sites)
      expect(told('site', id), id).toEqual(lossByRecomputing(before, new Set([indexOf.get(id)!])));

    const dark = finding.failures.filter(({ kind }) => kind === 'grid').map(({ id }) => id);
    const all = pack.sites.map(({ communeCode }) => communeCode);
    const communes = [...new Set([...dark.slice(0, budget(2, 10)), ...all])].slice(0, budget(4, 20));
    let lost = 0;
    for (const code of communes) {
      const removed = new Set(pack.sites.flatMap(({ communeCode }, s) => (communeCode === code ? [s] : [])));
      const loss = lossByRecomputing(before, removed);
      expect(told('grid', code), code).toEqual(loss);
      lost += loss.people;
    }
    expect(lost).toBeGreaterThan(0);

    const [{ siteId: c, parentId: b }, { parentId: a }] = backhaul;
    const chain = new Set([a, b, c].map((id) => indexOf.get(id)!));
    expect(told('backhaul', a)).toEqual(lossByRecomputing(before, chain));
  }, 600_000);

  it('tells of every hamlet by how many sites it is reached, and of one alone by which', () => {
    for (const hamlet of finding.hamlets) {
      expect(hamlet.hangsOn !== null).toBe(hamlet.sites === 1);
      expect(hamlet.isAtLeast).toBe(hamlet.sites === countedSites);
      if (hamlet.hangsOn !== null) expect(told('site', hamlet.hangsOn).hamletIds).toContain(hamlet.hamletId);
      expect(hamlet.second !== null).toBe(hamlet.hangsOn !== null || hamlet.peopleOnOneSite > 0);
    }
    expect(finding.hamletsBySites.reduce((a, b) => a + b)).toBe(pack.hamlets.length);
    expect(finding.peopleBySites.reduce((a, b) => a + b)).toBe(finding.people);
  });

  it('gives a second thread a site other than the one it hangs on, in reach, with a price', () => {
    const seconds = finding.hamlets.flatMap(({ second, hangsOn }) => (second ? [{ second, hangsOn }] : []));
    expect(seconds.length).toBeGreaterThan(0);
    for (const { second, hangsOn } of seconds) {
      expect(second.costVnd.low).toBeLessThanOrEqual(second.costVnd.high);
      if (second.means === 'new-mast') expect(second.siteId).toBeNull();
      else {
        expect(second.siteId).not.toBe(hangsOn);
        expect(second.levelDbm).toBeGreaterThanOrEqual(settings.thresholdDbm);
      }
    }
  });

  it('takes no less from one operator than from all together', async () => {
    const few = { ...pack, hamlets: pack.hamlets.slice(0, 8) };
    const [any, one] = await Promise.all(
      [null, 'viettel'].map((operator) => runResilience(few, { question: { operator } })),
    );
    any.hamlets.forEach(({ sites }, h) => {
      expect(one.hamlets[h].sites).toBeLessThanOrEqual(sites);
    });
  });

  it('says what is not known of backhaul and power', async () => {
    expect(finding.notes).toEqual(['backhaul-partly', 'own-power-unknown']);
    const few = { ...pack, hamlets: pack.hamlets.slice(0, 1) };
    expect((await runResilience(few)).notes).toEqual(['backhaul-unknown', 'own-power-unknown']);
  });

  it('ends within 100 ms when it is cancelled', async () => {
    const controller = new AbortController();
    let abortedAt = 0;
    const running = runResilience(pack, {
      signal: controller.signal,
      onProgress: () => {
        abortedAt ||= performance.now();
        controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    if (hasTime) expect(performance.now() - abortedAt).toBeLessThan(100);
  });

  it.each([
    ['an operator it does not know', { operator: 'nobody' }, 'not-one-of'],
    ['negative hours', { batteryHours: -1 }, 'out-of-range'],
    ['an area where nobody lives', { communeCodes: [] }, 'no-hamlets'],
    ['a link to what is not there', { backhaul: [{ siteId: 'nowhere', parentId: 'none' }] }, 'unknown-reference'],
  ])('refuses %s', async (_, question, rule) => {
    const error = await runResilience(pack, { question }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems[0].rule).toBe(rule);
  });
});
