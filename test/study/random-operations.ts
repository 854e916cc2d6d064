import { layerOf } from '../../src/study/apply-scenario.ts';
import type { Outcome } from '../../src/study/moment.ts';
import { operations } from '../../src/study/operations/index.ts';
import type { Study } from '../../src/study/study.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
import { fc } from '../support/fast-check.ts';

/** A kind of operation and three numbers in 0..1 that choose what it is done to. */
export interface Draw {
  kind: number;
  a: number;
  b: number;
  c: number;
}

const unit = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((n) => n / 10_000);
export const draws = (count: number): fc.Arbitrary<Draw[]> =>
  fc.array(fc.record({ kind: unit, a: unit, b: unit, c: unit }), { minLength: count, maxLength: count });

const pick = <T>(items: readonly T[], share: number): T | undefined => items[Math.floor(share * items.length)];
const place = (a: number, b: number) => [105.79 + a * 0.12, 21.6 + b * 0.05] as const;
const operators = ['viettel', 'vinaphone', 'mobifone', 'nobody'];

type Try = (study: Study, draw: Draw) => Outcome;
const site = (study: Study, share: number) => pick(layerOf(study, 'sites'), share)?.id ?? 'none';
const hamlet = (study: Study, share: number) => pick(layerOf(study, 'hamlets'), share)?.id ?? 'none';
const node = (study: Study, share: number) => pick(layerOf(study, 'fibreNodes'), share)?.properties.id ?? 'none';
const cell = aSite().tenants[0].cells[0];
const gestureOf = (c: number) => (c < 0.5 ? { gesture: `drag ${Math.floor(c * 6)}` } : {});

const tries: readonly Try[] = [
  (study, { a, b, c }) =>
    operations.addSite(study, { site: aSite({ id: `N-${Math.floor(c * 40)}`, position: place(a, b) }) }),
  (study, { a, b, c }) => operations.moveSite(study, { id: site(study, c), position: place(a, b), ...gestureOf(c) }),
  (study, { a, b, c }) =>
    operations.editSite(study, { id: site(study, a), change: { heightM: 20 + b * 60 }, ...gestureOf(c) }),
  (study, { a }) => operations.deleteSite(study, { id: site(study, a) }),
  (study, { a, b, c }) =>
    operations.addTenant(study, {
      siteId: site(study, a),
      tenant: { operator: pick(operators, b) ?? '', antennaHeightM: 5 + c * 60, cells: [] },
    }),
  (study, { a, b, c }) =>
    operations.editTenant(study, {
      siteId: site(study, a),
      operator: pick(operators, b) ?? '',
      antennaHeightM: c * 50,
      ...gestureOf(c),
    }),
  (study, { a, b }) => operations.deleteTenant(study, { siteId: site(study, a), operator: pick(operators, b) ?? '' }),
  (study, { a, b, c }) =>
    operations.addCell(study, {
      siteId: site(study, a),
      operator: 'viettel',
      cell: { ...cell, id: `c-${Math.floor(b * 9)}`, azimuthDeg: c * 360 },
    }),
  (study, { a, c }) =>
    operations.editCell(study, {
      siteId: site(study, a),
      operator: 'viettel',
      cellId: cell.id,
      change: { azimuthDeg: c * 360 },
      ...gestureOf(c),
    }),
  (study, { a }) => operations.deleteCell(study, { siteId: site(study, a), operator: 'viettel', cellId: cell.id }),
  (study, { a, b, c }) =>
    operations.addHamlet(study, { hamlet: aHamlet({ id: `H-N-${Math.floor(c * 20)}`, centre: place(a, b) }) }),
  (study, { a, b, c }) => operations.moveHamlet(study, { id: hamlet(study, c), centre: place(a, b), ...gestureOf(c) }),
  (study, { a, b }) => operations.editHamlet(study, { id: hamlet(study, a), change: { name: `Xóm ${b}` } }),
  (study, { a, b, c }) =>
    operations.setPeople(study, { id: hamlet(study, a), people: Math.floor(b * 900), ...gestureOf(c) }),
  (study, { a, b }) => operations.setFibre(study, { id: hamlet(study, a), hasFibre: b < 0.5 }),
  (study, { a }) => operations.deleteHamlet(study, { id: hamlet(study, a) }),
  (study, { a, b, c }) =>
    operations.addFibreNode(study, { id: `F-${Math.floor(c * 20)}`, kind: 'office', position: place(a, b) }),
  (study, { a, b, c }) => operations.moveFibreNode(study, { id: node(study, c), position: place(a, b) }),
  (study, { a }) => operations.deleteFibreNode(study, { id: node(study, a) }),
  (study, { a, b, c }) =>
    operations.addFibreRoute(study, { id: `R-${Math.floor(c * 20)}`, from: node(study, a), to: node(study, b) }),
  (study, { a }) =>
    operations.deleteFibreRoute(study, { id: pick(layerOf(study, 'fibreRoutes'), a)?.properties.id ?? 'none' }),
  (study, { a, b, c }) =>
    operations.setParameter(study, {
      name: 'discount_rate',
      range: { low: a, central: a + b, high: a + b + c },
      source: 'a test',
    }),
  (study, { a, b, c }) =>
    operations.setLock(study, {
      merge: { hostId: site(study, a), donorId: site(study, b) },
      lock: c < 0.5 ? 'force' : 'forbid',
    }),
  (study, { a }) => {
    const lock = pick(layerOf(study, 'locks'), a);
    return operations.clearLock(study, { hostId: lock?.hostId ?? 'none', donorId: lock?.movedId ?? 'none' });
  },
  (study, { a, c }) => operations.setService(study, { change: { thresholdDbm: -120 + a * 20 }, ...gestureOf(c) }),
  (study, { a }) => operations.setSharing(study, { change: { targetRate: a } }),
  (study, { a, b }) => operations.applyMerges(study, { merges: [{ hostId: site(study, a), donorId: site(study, b) }] }),
  (study, { a, b, c }) => {
    const fresh = aSite({ id: `M-${Math.floor(c * 20)}`, position: place(a, b) });
    const standing = pick(layerOf(study, 'sites'), a) ?? fresh;
    const options = [
      { operator: 'viettel', siteId: null, site: fresh },
      { operator: standing.owner, siteId: standing.id, site: { ...standing, tenants: fresh.tenants } },
    ];
    return operations.applyRollout(study, { options: b < 0.5 ? options : options.slice(0, 1) });
  },
  (study, { a, b, c }) =>
    operations.importFile(study, {
      file: 'tram.csv',
      layers: {
        sites: [0, 1, 2].map((i) => aSite({ id: `I-${Math.floor(c * 20) + i}`, position: place(a, b) })),
        measurements: [{ id: `m-${c}`, position: place(a, b), operator: 'viettel', rsrpDbm: -90 }],
      },
    }),
];

/** What one drawn operation comes to on a study. */
export const outcomeOf = (study: Study, draw: Draw): Outcome => (pick(tries, draw.kind) ?? tries[0])(study, draw);
