import { describe, expect, it } from 'vitest';
import type { FibreFinding } from '../../src/fibre/fibre-types.ts';
import { destination, distanceM } from '../../src/geo/distance.ts';
import type { LonLat } from '../../src/model/place.ts';
import { InputError } from '../../src/model/problem.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aDarkHamlet, aFibreScene, plan } from './a-fibre-scene.ts';

const problemsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Three hamlets on two branches. */
const threeHamlets = [
  aDarkHamlet('H1', [105.84, 21.62], { households: 60 }),
  aDarkHamlet('H2', [105.86, 21.63], { households: 20 }),
  aDarkHamlet('H3', [105.86, 21.61], { households: 40 }),
];

/** What must hold of every plan. */
const expectWhole = ({ segments, hamlets, bill, proof }: FibreFinding): void => {
  const seen = new Map<string, number>();
  segments.forEach(({ id, parent, litId, line, km, costVnd }, k) => {
    expect(parent === null).toBe(litId !== null);
    if (parent !== null) {
      expect(seen.has(parent), `${id} before what it hangs on`).toBe(true);
      expect(line[0]).toEqual(segments[seen.get(parent)!].line.at(-1));
    }
    seen.set(id, k);
    const drawnKm = sum(line.slice(1).map((to, i) => distanceM(line[i], to))) / 1000;
    expect(km).toBeCloseTo(drawnKm, 2);
    expect(costVnd.low).toBeLessThanOrEqual(costVnd.central);
    expect(costVnd.central).toBeLessThanOrEqual(costVnd.high);
  });
  const km = sum(segments.map((segment) => segment.km));
  expect(bill.aerialKm + bill.buriedKm).toBeCloseTo(km, 6);
  expect(bill.roadKm + bill.countryKm).toBeCloseTo(km, 6);
  expect(bill.cableVnd.central).toBe(proof.costVnd);
  expect(proof.boundVnd).toBeLessThanOrEqual(proof.costVnd);
  expect(proof.dualAscentVnd).toBeLessThanOrEqual(proof.boundVnd);
  for (const part of ['share', 'added'] as const) {
    expect(sum(hamlets.map((hamlet) => hamlet[part].km))).toBeCloseTo(km, 6);
    expect(sum(hamlets.map((hamlet) => hamlet[part].costVnd.central))).toBeCloseTo(proof.costVnd, -1);
  }
  expect(hamlets.map(({ order }) => order)).toEqual(hamlets.map((_, k) => k + 1));
};

describe('a fibre plan', () => {
  it('joins a hamlet over open country, at the price of open country', () => {
    const finding = plan(aFibreScene());
    expectWhole(finding);
    const [hamlet] = finding.hamlets;
    const straightKm = distanceM([105.81, 21.62], [105.85, 21.62]) / 1000;
    expect(hamlet.distanceKm).toBeGreaterThan(straightKm);
    expect(hamlet.distanceKm).toBeLessThan(1.1 * straightKm);
    expect(finding.proof.costVnd / hamlet.distanceKm).toBeCloseTo(120e6 * 1.5, -4);
    expect(hamlet).toMatchObject({ id: 'H1', order: 1, litId: 'N1', poorHomes: null });
    expect(finding.notes).toEqual(['no-roads', 'wireless-unknown']);
  });

  it('takes a road where there is one, and leaves it where that is shorter', () => {
    const road = [
      [105.808, 21.621],
      [105.87, 21.621],
    ];
    const finding = plan(aFibreScene({ roads: [road] }));
    expectWhole(finding);
    expect(finding.notes).not.toContain('no-roads');
    expect(finding.bill.roadKm).toBeGreaterThan(0.9 * (finding.bill.roadKm + finding.bill.countryKm));
    expect(finding.proof.costVnd).toBeLessThan(plan(aFibreScene()).proof.costVnd);
  });

  it('shares a trunk among hamlets, by their homes', () => {
    const finding = plan(aFibreScene({ hamlets: threeHamlets }));
    expectWhole(finding);
    expect(finding.hamlets.map(({ id }) => id).sort()).toEqual(['H1', 'H2', 'H3']);
    const trunk = finding.segments[0];
    expect(trunk.homesBehind).toBe(120);
    const first = finding.hamlets.find(({ id }) => id === 'H1')!;
    expect(first.share.km).toBeCloseTo(first.distanceKm / 2, 1);
  });

  it('goes out from every lit place', () => {
    const lit = [
      { id: 'N1', position: [105.83, 21.62] as const },
      { id: 'TN-9', position: [105.87, 21.615] as const },
    ];
    const finding = plan(aFibreScene({ hamlets: threeHamlets, lit }));
    expectWhole(finding);
    expect(new Set(finding.hamlets.map(({ litId }) => litId))).toEqual(new Set(['N1', 'TN-9']));
  });

  it('goes round water, forest and slopes as far as that costs less', () => {
    const { terrain, landCover } = aFibreScene();
    const { width, height } = landCover.grid;
    const middle = (band: (row: number) => boolean) =>
      Array.from(
        { length: width * height },
        (_, i) => i % width > 90 && i % width < 110 && band(Math.floor(i / width)),
      );
    const open = plan(aFibreScene()).proof.costVnd;
    const lake = middle((row) => row > 20);
    const over = { ...landCover, data: landCover.data.map((is, i) => (lake[i] ? 1 : is)) };
    const round = plan(aFibreScene({ landCover: over }));
    expect(round.proof.costVnd).toBeGreaterThan(open);
    const wall = middle(() => true);
    const across = plan(
      aFibreScene({ landCover: { ...landCover, data: landCover.data.map((is, i) => (wall[i] ? 1 : is)) } }),
    );
    expect(across.segments.some(({ waterKm }) => waterKm > 0.5)).toBe(true);
    const hill = { ...terrain, data: terrain.data.map((h, i) => (wall[i] ? 300 : h)) };
    expect(plan(aFibreScene({ terrain: hill })).proof.costVnd).toBeGreaterThan(open);
    const woods = { ...landCover, data: landCover.data.map(() => 5) };
    const { bill, segments } = plan(aFibreScene({ landCover: woods }));
    expect(bill.cableVnd.central / open).toBeCloseTo(1.3, 2);
    expect(sum(segments.map(({ forestKm }) => forestKm))).toBeCloseTo(bill.aerialKm, 6);
  });

  it('buries cable where it is told to, or where that is cheaper', () => {
    expect(plan(aFibreScene(), { build: 'buried' }).bill).toMatchObject({ aerialKm: 0 });
    expect(plan(aFibreScene(), { build: 'cheapest' }).bill).toMatchObject({ buriedKm: 0 });
    const scene = aFibreScene();
    const parameters = scene.parameters.map((row) =>
      row.name === 'fibre_buried' ? { ...row, low: 1e6, central: 2e6, high: 3e6 } : row,
    );
    const cheap = plan({ ...scene, parameters }, { build: 'cheapest' });
    expect(cheap.bill).toMatchObject({ aerialKm: 0, poles: { low: 0, central: 0, high: 0 } });
    expectWhole(cheap);
  });

  it('never costs less with a hamlet more, nor more with a lit place more', () => {
    const { costVnd } = plan(aFibreScene({ hamlets: threeHamlets })).proof;
    const more = [...threeHamlets, aDarkHamlet('H4', [105.88, 21.64])];
    expect(plan(aFibreScene({ hamlets: more })).proof.costVnd).toBeGreaterThanOrEqual(costVnd);
    const lit = [...aFibreScene().lit, { id: 'N2', position: [105.88, 21.6] as const }];
    expect(plan(aFibreScene({ hamlets: threeHamlets, lit })).proof.costVnd).toBeLessThanOrEqual(costVnd);
  });

  it('looks only at hamlets of the communes asked for', () => {
    const hamlets = [...threeHamlets, aDarkHamlet('H4', [105.88, 21.64], { communeCode: '05434' })];
    const finding = plan(aFibreScene({ hamlets }), { communeCodes: ['05434'] });
    expect(finding.hamlets.map(({ id }) => id)).toEqual(['H4']);
  });

  it('tells poor homes only where they are known', () => {
    const finding = plan(aFibreScene({ hamlets: threeHamlets }), { poorHomes: { H2: 0 } });
    expect(new Map(finding.hamlets.map(({ id, poorHomes }) => [id, poorHomes]))).toEqual(
      new Map([
        ['H1', null],
        ['H2', 0],
        ['H3', null],
      ]),
    );
  });

  it('says which hamlets lie off the terrain, and joins the others', () => {
    const far = aDarkHamlet('H9', [107, 22]);
    const finding = plan(aFibreScene({ hamlets: [...threeHamlets, far] }));
    expectWhole(finding);
    expect(finding.unreached).toEqual([{ hamletId: 'H9', reason: 'outside-terrain' }]);
    const lit = [...aFibreScene().lit, { id: 'N9', position: [107, 22] as const }];
    expect(plan(aFibreScene({ lit })).notes).toContain('lit-outside-terrain');
  });

  it('prices ground of unknown height as level, and says so', () => {
    const { terrain } = aFibreScene();
    const data = terrain.data.map((h, i) => (i % terrain.grid.width > 100 ? -32768 : h));
    const finding = plan(aFibreScene({ terrain: { ...terrain, data } }));
    expect(finding.notes).toContain('unknown-terrain');
    expect(finding.proof.costVnd).toBe(plan(aFibreScene()).proof.costVnd);
  });

  it('joins a hamlet beside a lit place for next to nothing', () => {
    const position: LonLat = [105.81, 21.62];
    const beside = destination(position, 45, 20);
    const finding = plan(aFibreScene({ hamlets: [aDarkHamlet('H1', beside), aDarkHamlet('H2', position)] }));
    expectWhole(finding);
    expect(finding.bill.aerialKm).toBeCloseTo(0.02, 2);
  });

  it('is the same every time', () => {
    const scene = aFibreScene({ hamlets: threeHamlets });
    expect(plan(scene)).toEqual(plan(scene));
  });

  it('is refused in words where there is nothing to do, or nothing to do it with', () => {
    expect(problemsOf(() => plan(aFibreScene({ lit: [] })))).toMatchObject([{ rule: 'no-lit-node' }]);
    expect(problemsOf(() => plan(aFibreScene({ hamlets: [aHamlet()] })))).toMatchObject([{ rule: 'all-have-fibre' }]);
    expect(problemsOf(() => plan(aFibreScene({ hamlets: [] })))).toMatchObject([{ rule: 'no-hamlets' }]);
    expect(problemsOf(() => plan(aFibreScene(), { communeCodes: ['05434'] }))).toMatchObject([{ rule: 'no-hamlets' }]);
    const empty = aDarkHamlet('H1', [105.85, 21.62], { clusters: [] });
    expect(problemsOf(() => plan(aFibreScene({ hamlets: [empty] })))).toMatchObject([{ rule: 'no-hamlets' }]);
    const scene = aFibreScene();
    const without = scene.parameters.filter(({ name }) => name !== 'fibre_buried');
    expect(problemsOf(() => plan({ ...scene, parameters: without }))).toMatchObject([
      { place: 'fibre_buried', rule: 'missing-field' },
    ]);
    const negative = scene.parameters.map((row) => (row.name === 'fibre_aerial' ? { ...row, low: -1 } : row));
    expect(problemsOf(() => plan({ ...scene, parameters: negative }))).toMatchObject([
      { place: 'fibre_aerial.low', rule: 'out-of-range' },
    ]);
  });
});
