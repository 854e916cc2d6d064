import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../src/model/hamlet.ts';
import { layerOf, locksOf, settingsOf } from '../../src/study/apply-scenario.ts';
import { differenceOf } from '../../src/study/difference.ts';
import { operations } from '../../src/study/operations/index.ts';
import {
  chooseScenario,
  createScenario,
  deleteScenario,
  duplicateScenario,
  renameScenario,
  restoreScenario,
} from '../../src/study/scenarios.ts';
import { currentScenario, entryOf } from '../../src/study/study.ts';
import { aHamlet, aSite } from '../files/pack/small-pack.ts';
import { aStudy, does, refusalOf } from './a-study.ts';

describe('sites', () => {
  test('a new site gets the commune it lies in', () => {
    const { communeCode: _, ...site } = aSite({ id: 'N-1', position: [105.87, 21.62] });
    const study = does(aStudy(), operations.addSite(aStudy(), { site }));
    expect(entryOf(study, 'sites', 'N-1')?.communeCode).toBe('05434');
  });

  test('a site outside the province is refused', () => {
    const outcome = operations.moveSite(aStudy(), { id: 'TN-0001', position: [107, 21.6] });
    expect(refusalOf(outcome)).toBe('outside-province');
  });

  test('an operator is on a site only once', () => {
    const tenant = { operator: 'viettel', antennaHeightM: 30, cells: [] };
    expect(refusalOf(operations.addTenant(aStudy(), { siteId: 'TN-0001', tenant }))).toBe('operator-there');
  });

  test('the last tenant stays: a site without one is taken down instead', () => {
    expect(refusalOf(operations.deleteTenant(aStudy(), { siteId: 'TN-0001', operator: 'viettel' }))).toBe(
      'last-tenant',
    );
  });

  test('a cell that a saved study could not hold is refused', () => {
    const key = { siteId: 'TN-0001', operator: 'viettel', cellId: 'TN-0001-v-1' };
    expect(refusalOf(operations.editCell(aStudy(), { ...key, change: { azimuthDeg: 361 } }))).toBe('out-of-range');
  });

  test('antennas hang no higher than the mast', () => {
    const outcome = operations.editTenant(aStudy(), { siteId: 'TN-0001', operator: 'viettel', antennaHeightM: 43 });
    expect(refusalOf(outcome)).toBe('above-the-mast');
  });

  test('a site taken down takes the decisions on it along', () => {
    let study = aStudy();
    study = does(
      study,
      operations.setLock(study, { merge: { hostId: 'TN-0001', donorId: 'TN-0002' }, lock: 'forbid' }),
    );
    expect(locksOf(study).forbidden).toEqual([{ hostId: 'TN-0001', donorId: 'TN-0002' }]);
    study = does(study, operations.deleteSite(study, { id: 'TN-0002' }));
    expect(locksOf(study).forbidden).toEqual([]);
  });

  test('a merge moves the tenants and takes the mast down', () => {
    const moved = aSite({
      id: 'TN-0002',
      position: [105.831, 21.63],
      tenants: [{ operator: 'vinaphone', antennaHeightM: 30, cells: [] }],
    });
    const study = aStudy([aSite(), moved]);
    const merged = does(study, operations.applyMerges(study, { merges: [{ hostId: 'TN-0001', donorId: 'TN-0002' }] }));
    expect(layerOf(merged, 'sites').map(({ id, tenants }) => [id, tenants.map((t) => t.operator)])).toEqual([
      ['TN-0001', ['viettel', 'vinaphone']],
    ]);
  });
});

describe('hamlets', () => {
  test('people are shared over the clusters as they live now', () => {
    const study = aStudy(
      [],
      [
        aHamlet({
          clusters: [
            { position: [105.821, 21.621], people: 300 },
            { position: [105.822, 21.622], people: 100 },
          ],
        }),
      ],
    );
    const changed = does(study, operations.setPeople(study, { id: 'H-05431-01', people: 801 }));
    const hamlet = entryOf(changed, 'hamlets', 'H-05431-01');
    expect(hamlet?.clusters.map(({ people }) => people)).toEqual([601, 200]);
    expect(hamlet && peopleOf(hamlet)).toBe(801);
  });

  test('clusters move with their centre', () => {
    const study = aStudy();
    const moved = does(study, operations.moveHamlet(study, { id: 'H-2', centre: [105.83, 21.63] }));
    const [lon, lat] = entryOf(moved, 'hamlets', 'H-2')?.clusters[0].position ?? [0, 0];
    expect(lon).toBeCloseTo(105.831, 9);
    expect(lat).toBeCloseTo(21.631, 9);
  });
});

test('routes follow a fibre node that moves, and go with it', () => {
  let study = aStudy();
  study = does(study, operations.moveFibreNode(study, { id: 'N1', position: [105.81, 21.61] }));
  const route = entryOf(study, 'fibreRoutes', 'R1');
  expect(route?.geometry.coordinates).toEqual([
    [105.81, 21.61],
    [105.81, 21.61],
  ]);
  expect(route?.properties.lengthKm).toBe(0);
  study = does(study, operations.deleteFibreNode(study, { id: 'N1' }));
  expect(layerOf(study, 'fibreRoutes')).toEqual([]);
});

test('a range must run from low to high', () => {
  const outcome = operations.setParameter(aStudy(), {
    name: 'discount_rate',
    range: { low: 0.2, central: 0.1, high: 0.3 },
    source: 'by hand',
  });
  expect(refusalOf(outcome)).toBe('out-of-order');
});

test('a price is never negative, and a rate of interest never above 100 %', () => {
  const set = (low: number, high: number) =>
    refusalOf(
      operations.setParameter(aStudy(), {
        name: 'discount_rate',
        range: { low, central: (low + high) / 2, high },
        source: 'by hand',
      }),
    );
  expect(set(-0.1, 0.3)).toBe('below-zero');
  expect(set(10, 101)).toBe('out-of-range');
  expect(set(5, 15)).toBeNull();
});

test('a parameter set by hand says so, and reset is what the pack says', () => {
  const start = aStudy();
  const before = entryOf(start, 'parameters', 'discount_rate');
  const range = { low: 5, central: 6, high: 7 };
  const changed = does(start, operations.setParameter(start, { name: 'discount_rate', range, source: 'by hand' }));
  expect(entryOf(changed, 'parameters', 'discount_rate')).toMatchObject({ ...range, source: 'by hand' });
  expect(entryOf(changed, 'parameters', 'discount_rate')?.confidence).toBe('unverified');
  const reset = does(changed, operations.resetParameter(changed, { name: 'discount_rate' }));
  expect(entryOf(reset, 'parameters', 'discount_rate')).toEqual(before);
  expect(refusalOf(operations.resetParameter(start, { name: 'discount_rate' }))).toBe('nothing-changes');
  expect(refusalOf(operations.resetParameter(start, { name: 'none' }))).toBe('no-such-entry');
});

test('a sharing target lies between today’s rate and 100 %', () => {
  const shared = aSite({
    id: 'TN-0002',
    position: [105.84, 21.635],
    tenants: [...aSite().tenants, { operator: 'vinaphone', antennaHeightM: 30, cells: [] }],
  });
  const study = aStudy([aSite(), shared]);
  const to = (targetRate: number) => operations.setSharing(study, { change: { targetRate } });
  expect(refusalOf(to(0.4))).toBe('below-today');
  expect(refusalOf(to(0.5))).toBeNull();
  expect(refusalOf(to(1.01))).toBe('out-of-range');
  expect(settingsOf(does(study, to(0.75))).sharing.targetRate).toBe(0.75);
});

test('what the plan is after is the scenario’s own', () => {
  const study = aStudy();
  const changed = does(study, operations.setObjective(study, { objective: 'fewest-moves' }));
  expect(settingsOf(changed).objective).toBe('fewest-moves');
  expect(settingsOf(study).objective).toBe('reach-target');
});

test('a lock on a merge that has been carried out counts no more', () => {
  const other = aSite({
    id: 'TN-0002',
    position: [105.831, 21.63],
    tenants: [{ operator: 'vinaphone', antennaHeightM: 30, cells: [] }],
  });
  const merge = { hostId: 'TN-0001', donorId: 'TN-0002' };
  let study = aStudy([aSite(), other]);
  study = does(study, operations.setLock(study, { merge, lock: 'force' }));
  expect(locksOf(study)).toEqual({ forced: [merge], forbidden: [] });
  study = does(study, operations.applyMerges(study, { merges: [merge] }));
  expect(locksOf(study)).toEqual({ forced: [], forbidden: [] });
});

test('a run takes the settings of the scenario', () => {
  const study = aStudy();
  const changed = does(study, operations.setService(study, { change: { thresholdDbm: -105 } }));
  expect(settingsOf(changed).service.thresholdDbm).toBe(-105);
  expect(settingsOf(study).service.thresholdDbm).toBe(-110);
});

describe('scenarios', () => {
  test('a copy goes its own way, and the difference tells where', () => {
    let study = aStudy();
    study = does(study, operations.setFibre(study, { id: 'H-2', hasFibre: false }));
    study = duplicateScenario(study, '1', 'Phương án 2');
    study = does(study, operations.deleteSite(study, { id: 'TN-0001' }));
    const [first, second] = study.scenarios;
    expect(second.name).toBe('Phương án 2');
    const differences = differenceOf(study.base.pack, first, second);
    expect(differences.map(({ layer, id, b }) => [layer, id, b])).toEqual([['sites', 'TN-0001', null]]);
    expect(differenceOf(study.base.pack, null, second)).toHaveLength(2);
  });

  test('a deleted scenario can be put back', () => {
    const study = createScenario(aStudy(), 'Hai');
    const gone = deleteScenario(study, '1');
    expect(gone.scenarios.map(({ name }) => name)).toEqual(['Hai']);
    expect(restoreScenario(gone, study.scenarios[0], 0).scenarios).toEqual(study.scenarios);
  });

  test('the one at work, deleted, leaves the base at work', () => {
    expect(currentScenario(deleteScenario(aStudy(), '1'))).toBeNull();
  });

  test('a name is kept in NFC and never empty', () => {
    const study = renameScenario(aStudy(), '1', ' Phuong a\u0301n ');
    expect(study.scenarios[0].name).toBe('Phuong án');
    expect(renameScenario(study, '1', '  ').scenarios[0].name).toBe('Phuong án');
  });

  test('an id nobody bears is not chosen', () => {
    expect(chooseScenario(aStudy(), '77').current).toBe('1');
  });
});
