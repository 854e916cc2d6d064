import { beforeEach, expect, test, vi } from 'vitest';
import { isRefusal } from '../../../src/study/moment.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { runKeyOf, serviceKeyOf } from '../../../src/ui/app-state/run-keys.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith, aStudy, does } from '../../study/a-study.ts';

vi.stubGlobal('window', { location: { hash: '' }, setTimeout: () => 0, clearTimeout: () => {} });
const { commit, opened, redo, redoable, scenario, study, undo, undoable } = await import(
  '../../../src/ui/app-state/study.ts'
);

beforeEach(() => {
  const pack = aPackWith([aSite()], [aHamlet({ id: 'H-1', hasFibre: true })]);
  study.value = openStudy({ pack, checksum: 'c'.repeat(64) });
});

const cutFibre = () => commit((on) => operations.setFibre(on, { id: 'H-1', hasFibre: false }));

test('a change of the locked base begins a scenario for itself', () => {
  const before = opened.value?.pack;
  expect(cutFibre()).toBeNull();
  expect(scenario.value?.name).toBe('Phương án 1');
  expect(opened.value?.pack.hamlets[0].hasFibre).toBe(false);
  expect(study.value?.base.pack).toBe(before);
});

test('a refused change begins nothing', () => {
  const refusal = commit((on) => operations.setFibre(on, { id: 'nobody', hasFibre: false }));
  expect(refusal).toMatchObject({ refused: 'no-such-entry' });
  expect(study.value?.scenarios).toEqual([]);
});

test('undo and redo name the change they are about, and bring the pack back', () => {
  const base = opened.value?.pack;
  cutFibre();
  expect(undoable.value).toEqual({ operation: 'setFibre', subject: aHamlet().name });
  undo();
  expect(opened.value?.pack).toBe(base);
  expect(undoable.value).toBeNull();
  expect(redoable.value?.operation).toBe('setFibre');
  redo();
  expect(opened.value?.pack.hamlets[0].hasFibre).toBe(false);
});

test('a run is known by what it computes from: undoing leads back to it', () => {
  const start = aStudy();
  const key = runKeyOf(start);
  expect(runKeyOf({ ...start, current: null })).toBe(key);
  const outcome = operations.deleteSite(start, { id: 'TN-0001' });
  if (isRefusal(outcome)) throw new Error('refused');
  expect(runKeyOf(does(start, outcome))).not.toBe(key);
});

test('measurements change no figure', () => {
  const start = aStudy();
  const measurements = [{ id: 'm-1', position: [105.83, 21.63] as const, operator: 'viettel', rsrpDbm: -90 }];
  const after = does(start, operations.importFile(start, { file: 'do.csv', layers: { measurements } }));
  expect(runKeyOf(after)).toBe(runKeyOf(start));
});

test('service is known by the network and its settings alone: rules, locks and prices leave it as it is', () => {
  const start = aStudy();
  const range = { low: 0.05, central: 0.1, high: 0.2 };
  const merge = { hostId: 'TN-0001', donorId: 'TN-0002' };
  const sharing = [
    operations.setSharing(start, { change: { targetRate: 0.3 } }),
    operations.setObjective(start, { objective: 'all-that-pay' }),
    operations.setLock(start, { merge, lock: 'forbid' }),
    operations.setParameter(start, { name: 'discount_rate', range, source: 'a test' }),
  ];
  for (const outcome of sharing) {
    const after = does(start, outcome);
    expect(runKeyOf(after)).not.toBe(runKeyOf(start));
    expect(serviceKeyOf(after)).toBe(serviceKeyOf(start));
  }
  const others = [
    operations.deleteSite(start, { id: 'TN-0001' }),
    operations.setService(start, { change: { thresholdDbm: -100 } }),
  ];
  for (const outcome of others) expect(serviceKeyOf(does(start, outcome))).not.toBe(serviceKeyOf(start));
});
