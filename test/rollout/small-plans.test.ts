// @module-tag slow
import { describe, expect, it } from 'vitest';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import type { PackDraft } from '../../src/files/pack/pack-write.ts';
import type { Pack } from '../../src/model/pack.ts';
import { InputError } from '../../src/model/problem.ts';
import { createHops } from '../../src/rollout/feed/hops.ts';
import { laterHoldings } from '../../src/rollout/later-holdings.ts';
import { sitesAfter } from '../../src/rollout/plan/plan-rollout.ts';
import type { RolloutFinding, RolloutQuestion } from '../../src/rollout/rollout-types.ts';
import { runEachRollout, runRollout, runRolloutOptions, runRolloutPlan, runWhereNext } from '../../src/runs/rollout.ts';
import { aRolloutPack, aTenant, easternSite, hamletAt, ridged, westernSite } from './a-rollout-pack.ts';
import { placeKey, servedPlaces } from './service-anew.ts';

const pack = aRolloutPack();
const any = await runRolloutOptions(pack);
const onlySmallSites = { sites: [westernSite()] };
const run = async (change: Partial<PackDraft>, question: Partial<RolloutQuestion> = {}): Promise<RolloutFinding> =>
  (await runRollout(aRolloutPack(change), { question })).finding;
const idsOf = (of: readonly { id: string }[]): string[] => of.map(({ id }) => id);
const millions = (vnd: number): number => Math.round(vnd / 1e6);

/** Whom a plan says it serves, beside whom a network with it built serves. */
const expectServed = (network: Pack, { plan, demands, served, question }: RolloutFinding): void => {
  const anew = servedPlaces(network, sitesAfter(network.sites, plan), question.operator);
  const claimed = served.map((d) => placeKey(demands[d]));
  expect(claimed.filter((key) => !anew.has(key))).toEqual([]);
  expect(plan.flatMap(({ serves }) => serves).every((d) => served.includes(d))).toBe(true);
};

describe('what could be built', () => {
  it('is asked for every place without service, and for no other', () => {
    const served = servedPlaces(pack, pack.sites, null);
    const without = any.demands.map(placeKey);
    expect(without).toEqual(['1 centre', '1 0', '2 centre', '2 0', '3 centre', '3 0']);
    expect(without.some((key) => served.has(key))).toBe(false);
  });

  it('serves by the plain path whom it says, each option by itself', () => {
    expect(any.options.length).toBeGreaterThan(4);
    for (const option of any.options) {
      const anew = servedPlaces(pack, sitesAfter(pack.sites, [option]), option.operator);
      expect(
        option.serves.map((d) => placeKey(any.demands[d])).filter((key) => !anew.has(key)),
        option.id,
      ).toEqual([]);
      expect(option.people).toBe(option.serves.reduce((sum, d) => sum + any.demands[d].people, 0));
    }
  });

  it('costs the sum of its parts, and adds the radio to the mast of another for less than a mast', () => {
    for (const { id, parts, costVnd } of any.options) {
      for (const side of ['low', 'central', 'high'] as const)
        expect(
          parts.reduce((sum, part) => sum + part.costVnd[side], 0),
          id,
        ).toBeCloseTo(costVnd[side], 3);
    }
    const carrier = any.options.find(({ kind }) => kind === 'carrier')!;
    expect(carrier).toMatchObject({ siteId: 'TN-0002', operator: 'vinaphone' });
    const tenancy = any.options.find(({ kind }) => kind === 'tenancy')!;
    expect(carrier.costVnd.central).toBeLessThan(tenancy.costVnd.central);
    // VinaPhone's antennas hang at 36 m: the next tenant hangs in the nearest free height
    const there = tenancy.site.tenants.map(({ antennaHeightM }) => antennaHeightM);
    expect(Math.abs(there[0] - there[1])).toBeGreaterThanOrEqual(any.scene.rules.tenantSpacingM);
  });

  it('knows that a site with fibre is fed, and leaves open what feeds others', async () => {
    const feedOf = async (fibre: 'yes' | 'no' | 'unknown') => {
      const { options } = await runRolloutOptions(
        aRolloutPack({ sites: [westernSite(), { ...easternSite(), fibre }] }),
      );
      return options.find(({ kind }) => kind === 'carrier')!;
    };
    const [fed, open] = [await feedOf('yes'), await feedOf('unknown')];
    expect(fed.backhaul).toMatchObject({ means: 'there', isKnown: true, costVnd: { high: 0 } });
    expect(open.backhaul).toMatchObject({ means: 'there', isKnown: false, costVnd: { low: 0, central: 0 } });
    expect(open.costVnd.high).toBeGreaterThan(fed.costVnd.high);
  });

  it('takes solar power where a hamlet has no grid, the grid where it has, and says where that is not known', async () => {
    const powerBy = async (gridPower: 'yes' | 'no' | 'unknown') => {
      const hamlets = pack.hamlets.map((hamlet) => ({ ...hamlet, gridPower }));
      const finding = await run({ hamlets, ...onlySmallSites });
      return { means: new Set(finding.options.map(({ power }) => power.means)), notes: finding.notes };
    };
    const [no, yes, unknown] = [await powerBy('no'), await powerBy('yes'), await powerBy('unknown')];
    expect(no.means.has('solar') && !no.means.has('grid') && !no.means.has('unknown')).toBe(true);
    expect(yes.means.has('grid') && !yes.means.has('unknown')).toBe(true);
    expect(unknown.means.has('unknown')).toBe(true);
    expect([no.notes, yes.notes, unknown.notes].map((notes) => notes.includes('power-unknown'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('stands at the places that are put by hand too, at the heights that are allowed', async () => {
    const place: [number, number] = [105.875, 21.62];
    const { options } = await runRolloutOptions(aRolloutPack(onlySmallSites), {
      question: { heightsM: [30], locks: { forced: [], forbidden: [], places: [place] } },
    });
    const there = options.find(({ kind, site }) => kind === 'mast' && site.position.join() === place.join());
    expect(there).toMatchObject({ site: { heightM: 30 } });
    expect(options.filter(({ kind }) => kind === 'mast').every(({ site }) => site.heightM === 30)).toBe(true);
  });

  it('is mapped: nobody is served from where no mast reaches, and the whole valley from within it', async () => {
    const { demands, map } = await runWhereNext(pack, 30);
    expect(demands).toEqual(any.demands);
    expect(Math.max(...map!.people.data)).toBe(380);
    expect(Math.min(...map!.people.data)).toBe(0);
    expect(map!.candidates[0].people).toBe(380);
  });
});

describe('a plan', () => {
  it('is the cheapest of them, proven, and serves whom it says', async () => {
    const plan = await runRolloutPlan(any);
    expect(idsOf(plan.plan)).toEqual(['carrier/TN-0002/vinaphone']);
    expect(plan).toMatchObject({ leftOut: [], proof: { gap: 0, method: 'milp', repairs: 0 }, people: { served: 380 } });
    expectServed(pack, plan);
  });

  it('follows what is forced and forbidden, and never costs less for it', async () => {
    const free = await runRolloutPlan(any);
    const forced = [any.options.find(({ kind }) => kind === 'tenancy')!.id];
    const locked = await runRolloutPlan(any, { locks: { forced, forbidden: [], places: [] } });
    expect(idsOf(locked.plan)).toContain(forced[0]);
    let last = free.proof.reached;
    const forbidden: string[] = [];
    // the best is forbidden again and again, until nothing is left
    for (;;) {
      const without = await runRolloutPlan(any, { locks: { forced: [], forbidden, places: [] } });
      if (without.plan.length === 0) break;
      if (without.leftOut.length === 0) {
        expect(without.proof.reached).toBeGreaterThanOrEqual(last);
        last = without.proof.reached;
      }
      expectServed(pack, without);
      forbidden.push(without.plan[0].id);
    }
    expect(forbidden).toHaveLength(any.options.length);
  });

  it('serves no fewer for more money, and says that the budget leaves the others out', async () => {
    const valley = await runRolloutOptions(aRolloutPack(onlySmallSites));
    const served: number[] = [];
    for (const vnd of [1e8, 3.5e8, 8e8, 2e9]) {
      const plan = await runRolloutPlan(valley, { goal: { kind: 'budget', vnd } });
      expect(plan.costVnd.central).toBeLessThanOrEqual(vnd);
      expect(plan.proof.gap).toBe(0);
      expect(new Set(plan.leftOut.map(({ reason }) => reason))).toEqual(
        new Set(plan.leftOut.length > 0 ? ['budget'] : []),
      );
      served.push(plan.people.served);
    }
    expect(served).toEqual([...served].sort((a, b) => a - b));
    expect([served[0], served[3]]).toEqual([0, 380]);
  });

  it('gives a share of every commune its service and leaves the rest, saying that nobody asked for it', async () => {
    const valley = await runRolloutOptions(aRolloutPack(onlySmallSites));
    const whole = await runRolloutPlan(valley);
    const part = await runRolloutPlan(valley, { goal: { kind: 'share', share: 0.2 } });
    expect(part.people.served).toBeGreaterThanOrEqual(0.2 * 380);
    expect(part.proof.reached).toBeLessThanOrEqual(whole.proof.reached);
    for (const { reason, cheapestOptionId } of part.leftOut) {
      expect(reason).toBe('not-asked');
      expect(idsOf(valley.options)).toContain(cheapestOptionId);
    }
  });

  it('is made at once too, by no better a choice', async () => {
    const proven = await runRolloutPlan(any);
    const greedy = await runRolloutPlan(any, {}, { exact: false });
    expect(greedy.proof).toMatchObject({ method: 'greedy', bound: null, gap: null });
    expect(greedy.notes).toContain('not-proven');
    expect(greedy.proof.reached).toBeGreaterThanOrEqual(proven.proof.reached);
    expectServed(pack, greedy);
  });

  it('costs no more for any operator than for one', async () => {
    const whole = await runRolloutPlan(any);
    for (const operator of ['viettel', 'vinaphone', 'mobifone']) {
      const one = await run({}, { operator });
      expect(one.leftOut).toEqual([]);
      expect(whole.proof.reached).toBeLessThanOrEqual(one.proof.reached);
      expectServed(pack, one);
    }
  });

  it('is made for each operator, who may rent what those before it build', async () => {
    const foot = pack.hamlets.filter(({ id }) => id === 'foot');
    const plans = await runEachRollout(aRolloutPack({ hamlets: foot, ...onlySmallSites }));
    expect(plans.map(({ finding }) => finding.question.operator)).toEqual([
      'viettel',
      'vinaphone',
      'mobifone',
      'vietnamobile',
    ]);
    for (const { finding, network } of plans) expectServed(network, finding);
    const first = plans[0].finding.plan.map(({ site }) => site.id);
    const rented = plans.slice(1).flatMap(({ finding }) => finding.plan.filter(({ kind }) => kind === 'tenancy'));
    expect(rented.some(({ siteId }) => first.includes(siteId!))).toBe(true);
    expect(plans[1].finding.sharing.after).toBeGreaterThan(plans[1].finding.sharing.before);
  });

  it('puts a mast of its own beside one that stands, and takes neither its name nor its service', async () => {
    const plans = await runEachRollout(aRolloutPack({ hamlets: pack.hamlets.slice(1), ...onlySmallSites }));
    const [first] = plans;
    const last = plans.at(-1)!;
    const built = sitesAfter(last.network.sites, last.finding.plan);
    expect(new Set(idsOf(built)).size).toBe(built.length);
    const anew = servedPlaces(first.network, built, first.finding.question.operator);
    for (const d of first.finding.served) expect(anew).toContain(placeKey(first.finding.demands[d]));
  });

  it('is built year by year within the money of each', async () => {
    const valley = await runRolloutOptions(aRolloutPack(onlySmallSites), { question: { operator: 'vinaphone' } });
    const yearlyVnd = 4e8;
    const { plan } = await runRolloutPlan(valley, { phases: { years: 2, yearlyVnd } });
    expect(plan.length).toBeGreaterThan(1);
    let [spent, year] = [0, 1];
    for (const option of plan) {
      spent += option.costVnd.central;
      expect(spent).toBeLessThanOrEqual((option.year ?? Number.POSITIVE_INFINITY) * yearlyVnd);
      expect(option.year ?? 3).toBeGreaterThanOrEqual(year);
      year = option.year ?? 3;
    }
    const short = await runRolloutPlan(valley, { phases: { years: 1, yearlyVnd: 1e6 } });
    expect(short.plan.every((option) => option.year === null)).toBe(true);
    expect(short.notes).toContain('years-too-short');
  });

  it('orders by people for the money, and adds up', async () => {
    const { plan, people, bill, costVnd } = await run(onlySmallSites, { operator: 'vinaphone' });
    expect(plan.map(({ order }) => order)).toEqual(plan.map((_, i) => i + 1));
    const rates = plan.map(({ adds, costVnd: { central } }) => adds / central);
    expect(rates[0]).toBe(Math.max(...rates));
    expect(plan.reduce((sum, { adds }) => sum + adds, 0)).toBe(people.served);
    expect(millions(bill.reduce((sum, part) => sum + part.costVnd.central, 0))).toBe(millions(costVnd.central));
  });
});

describe('whoever is left out', () => {
  it('is told what stands in the way, and how high a mast would look over it', async () => {
    // nothing may be built in the valley, and no mast of 6 m reaches over the ridge
    const { finding } = await runRollout(aRolloutPack(onlySmallSites), {
      question: { goal: { kind: 'budget', vnd: 1 } },
    });
    const centre = finding.leftOut.find(({ demand }) => finding.demands[demand].hamlet === 1)!;
    expect(centre.obstacle).toMatchObject({ fromSiteId: 'TN-0001', mastNeededM: null });
    expect(centre.obstacle!.altitudeM).toBeGreaterThan(250);
    expect(centre.obstacle!.position[0]).toBeCloseTo(105.858, 2);
    expect(centre.alternative.costVnd.central).toBeGreaterThan(0);
  });

  it('lies outside the terrain, where that is so', async () => {
    const finding = await run({ hamlets: [hamletAt('east', [105.885, 21.625]), hamletAt('away', [106.2, 21.9], 50)] });
    const away = finding.leftOut.filter(({ demand }) => finding.demands[demand].hamlet === 1);
    expect(away.map(({ reason, obstacle }) => [reason, obstacle])).toEqual([
      ['outside-terrain', null],
      ['outside-terrain', null],
    ]);
    expect(finding.notes).toContain('unserved-outside-terrain');
    expect(finding.people).toEqual({ unserved: 350, reachable: 300, served: 300 });
  });

  it('is everybody where no option reaches, with the other ways priced', async () => {
    const settings = { ...defaultServiceSettings, thresholdDbm: -40 };
    const { finding } = await runRollout(pack, { settings });
    expect(finding.options).toEqual([]);
    expect(finding.notes).toContain('nothing-reaches');
    expect(new Set(finding.leftOut.map(({ reason }) => reason))).toEqual(new Set(['no-option']));
    expect(finding.proof).toMatchObject({ reached: 0, gap: 0 });
  });

  it('is nobody where everybody has service', async () => {
    const finding = await run({ hamlets: [hamletAt('west', [105.832, 21.637])] });
    expect(finding).toMatchObject({ plan: [], leftOut: [], notes: ['nothing-unserved'], costVnd: { high: 0 } });
  });
});

describe('what can be no rollout', () => {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  it.each<[string, Partial<PackDraft>, Partial<RolloutQuestion>, string]>([
    ['a budget of nothing', {}, { goal: { kind: 'budget', vnd: 0 } }, 'not-above-zero'],
    ['a budget below nothing', {}, { goal: { kind: 'budget', vnd: -5 } }, 'not-above-zero'],
    ['a share beyond all', {}, { goal: { kind: 'share', share: 1.2 } }, 'out-of-range'],
    ['years without money', {}, { phases: { years: 3, yearlyVnd: 0 } }, 'not-above-zero'],
    ['an unknown operator', {}, { operator: 'nobody' }, 'not-one-of'],
    ['a mast higher than any', {}, { heightsM: [400] }, 'out-of-range'],
    ['no lit node', { fibreNodes: empty, fibreRoutes: empty }, {}, 'no-lit-node'],
    ['an area without people', {}, { communeCodes: ['99999'] }, 'no-hamlets'],
    ['hamlets without people', { hamlets: [hamletAt('west', [105.832, 21.637], 0)] }, {}, 'no-hamlets'],
  ])('refuses %s by its rule', async (_, change, question, rule) => {
    const error = await runRolloutOptions(aRolloutPack(change), { question }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  it('refuses a model whose way back is another than its way there', async () => {
    const settings = { ...defaultServiceSettings, model: 'okumura-hata' as const };
    await expect(runRolloutOptions(pack, { settings })).rejects.toThrow(InputError);
  });

  it('refuses what is forced and costs more than there is', async () => {
    const forced = [any.options[0].id];
    const change = { goal: { kind: 'budget', vnd: 1e6 }, locks: { forced, forbidden: [], places: [] } } as const;
    await expect(runRolloutPlan(any, change)).rejects.toThrow(InputError);
  });

  it('goes on without roads, over open country, and says so', async () => {
    const finding = await run({ roads: empty, ...onlySmallSites });
    expect(finding.notes).toContain('no-roads');
    expect(finding.plan.length).toBeGreaterThan(0);
  });
});

describe('5G', () => {
  const settings = { ...defaultServiceSettings, technology: '5G' as const };

  it('is put on standing masts first, in the bands that were auctioned later, and says since when', async () => {
    const { finding } = await runRollout(pack, { settings, question: { goal: { kind: 'share', share: 0.5 } } });
    expect(finding.people.served).toBeGreaterThanOrEqual(0.5 * 300);
    expect(finding.notes).toContain('later-holdings');
    expect(finding.laterHoldings).toEqual(laterHoldings);
    expect(finding.plan.every(({ siteId }) => siteId !== null)).toBe(true);
    for (const { site, operator, serves } of finding.plan) {
      const own = site.tenants.find((tenant) => tenant.operator === operator)!;
      const bands = own.cells.filter(({ technology }) => technology === '5G').map(({ band }) => band);
      expect(bands.every((band) => laterHoldings.some((one) => one.band === band && one.operator === operator))).toBe(
        true,
      );
      expect(serves.length).toBeGreaterThan(0);
    }
    const after = servedPlaces(pack, sitesAfter(pack.sites, finding.plan), null, settings);
    expect(finding.served.map((d) => placeKey(finding.demands[d])).filter((key) => !after.has(key))).toEqual([]);
  });

  it('rests on nothing later where the pack knows who holds what', async () => {
    const bands = pack.facts.bands.map((band) =>
      band.id === '2100'
        ? { ...band, holdings: [{ operator: 'viettel', widthMHz: 15, technologies: ['5G' as const] }] }
        : band,
    );
    const known: Pack = { ...pack, facts: { ...pack.facts, bands } };
    const { finding } = await runRollout(known, { settings, question: { goal: { kind: 'budget', vnd: 1 } } });
    expect(finding.notes).not.toContain('later-holdings');
    expect(finding).not.toHaveProperty('laterHoldings');
    expect(new Set(finding.options.map(({ operator }) => operator))).toEqual(new Set(['viettel']));
  });

  it('has holdings that the facts on bands tell of, with their day', () => {
    for (const { band, since } of laterHoldings) {
      const [year, month, day] = since.split('-');
      const { source, holdings } = pack.facts.bands.find(({ id }) => id === band)!;
      expect(source, band).toContain(`${day}/${month}/${year}`);
      expect(holdings).toEqual([]);
    }
  });
});

describe('hops', () => {
  /** Radius of the first Fresnel zone, m, written out. */
  const fresnelM = (gHz: number, d1: number, d2: number): number => 17.32 * Math.sqrt((d1 * d2) / (gHz * (d1 + d2)));

  it('leave 60 % of the first Fresnel zone clear, end at a lit site, and are two at most', async () => {
    const lit: [number, number] = [105.8301, 21.6301];
    const crest = { ...westernSite(), id: 'crest', position: [105.858, 21.63] as [number, number], heightM: 20 };
    const network = aRolloutPack({
      sites: [westernSite(), { ...crest, tenants: [aTenant('mobifone', 18)] }],
      fibreNodes: {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: lit },
            properties: { id: 'N1', kind: 'office', communeCode: '05431' },
          },
        ],
      },
    });
    const found = await runRolloutOptions(network, { question: { heightsM: [30] } });
    const siteOf = new Map([...network.sites, ...found.options.map(({ site }) => site)].map((site) => [site.id, site]));
    const hops = createHops(found.scene);
    const ways = found.options.map(({ site }) => ({ site, way: hops.from(site) }));
    expect(ways.some(({ way }) => way.length === 2)).toBe(true);
    for (const { site, way } of ways) {
      if (way.length === 0) continue;
      expect(way.length).toBeLessThanOrEqual(2);
      expect(way[0].fromId).toBe(site.id);
      expect(way.at(-1)!.toId).toBe('TN-0001');
      for (const { fromId, toId, km, bandGHz } of way) {
        const [a, b] = [siteOf.get(fromId)!, siteOf.get(toId)!];
        const [lowM, highM] = [
          35 + heightAt(a.position[0]) + a.heightM - 1,
          35 + heightAt(b.position[0]) + b.heightM - 1,
        ];
        for (let share = 0.02; share < 1; share += 0.02) {
          const groundM = 35 + heightAt(a.position[0] + share * (b.position[0] - a.position[0]));
          const bulgeM = (1000 * km * km * share * (1 - share)) / (2 * 6371 * (4 / 3));
          const rayM = lowM + share * (highM - lowM);
          // a cell of the ground is 35 m wide and rises by 20 m at most
          expect(rayM - groundM - bulgeM).toBeGreaterThan(0.6 * fresnelM(bandGHz, km * share, km * (1 - share)) - 21);
        }
      }
    }
  });
});

/** The ridge of `ridged`, smooth. */
const heightAt = (lon: number): number => 300 * Math.max(0, 1 - Math.abs(lon - 105.858) / 0.005);

it('the ridge of these tests is in their terrain', () => {
  expect(Math.max(...ridged())).toBeGreaterThan(300);
});
