import { expect, test } from 'vitest';
import { applyScenario } from '../../src/study/apply-scenario.ts';
import { canonicalJson } from '../../src/study/canonical.ts';
import { isRefusal } from '../../src/study/moment.ts';
import { operations } from '../../src/study/operations/index.ts';
import { commit, currentScenario, overlayOf, redo, type Study, undo } from '../../src/study/study.ts';
import { fc } from '../support/fast-check.ts';
import { aStudy, does } from './a-study.ts';
import { draws, outcomeOf } from './random-operations.ts';

/** Everything a study says: its pack without the rasters, which no scenario touches, and what lies over it. */
const bytesOf = (study: Study): string => {
  const { terrain: _, landCover: __, ...pack } = applyScenario(study.base.pack, currentScenario(study));
  const scenario = currentScenario(study);
  const overlay = scenario ? overlayOf(study.base.pack, scenario) : {};
  return canonicalJson([pack, Object.entries(overlay).map(([layer, entries]) => [layer, [...entries].sort()])]);
};

const stepsOf = (study: Study): number => currentScenario(study)?.done.length ?? 0;

test('any 200 operations, undone, give the base byte for byte; redone, the same end', () => {
  fc.assert(
    fc.property(draws(700), (sequence) => {
      const start = aStudy();
      const base = bytesOf(start);
      let study = start;
      let ran = 0;
      for (const draw of sequence) {
        const outcome = outcomeOf(study, draw);
        if (isRefusal(outcome)) continue;
        study = commit(study, outcome);
        if (++ran === 200) break;
      }
      // most of what is drawn must really happen, or the property says nothing
      expect(ran).toBe(200);
      const end = bytesOf(study);
      const steps = stepsOf(study);
      for (let i = 0; i < steps; i++) study = undo(study);
      expect(stepsOf(study)).toBe(0);
      expect(bytesOf(study)).toBe(base);
      for (let i = 0; i < steps; i++) study = redo(study);
      expect(bytesOf(study)).toBe(end);
    }),
    { numRuns: 15, seed: 9213 },
  );
});

test('a drag counts as one step', () => {
  let study = aStudy();
  for (const lon of [105.831, 105.832, 105.833]) {
    study = does(study, operations.moveSite(study, { id: 'TN-0001', position: [lon, 21.63], gesture: 'drag 1' }));
  }
  expect(stepsOf(study)).toBe(1);
  study = undo(study);
  expect(applyScenario(study.base.pack, currentScenario(study)).sites[0].position).toEqual([105.83, 21.63]);
});

test('two drags of the same site are two steps', () => {
  let study = aStudy();
  study = does(study, operations.moveSite(study, { id: 'TN-0001', position: [105.831, 21.63], gesture: 'drag 1' }));
  study = does(study, operations.moveSite(study, { id: 'TN-0001', position: [105.832, 21.63], gesture: 'drag 2' }));
  expect(stepsOf(study)).toBe(2);
});

test('a new step drops what could be redone', () => {
  let study = aStudy();
  study = does(study, operations.deleteSite(study, { id: 'TN-0001' }));
  study = undo(study);
  study = does(study, operations.setFibre(study, { id: 'H-2', hasFibre: false }));
  expect(redo(study)).toBe(study);
});

test('what a scenario leaves alone is shared with the base', () => {
  const study = aStudy();
  const { pack } = study.base;
  const changed = does(study, operations.setFibre(study, { id: 'H-2', hasFibre: false }));
  const applied = applyScenario(pack, currentScenario(changed));
  expect(applied.hamlets[1].hasFibre).toBe(false);
  expect(applied.terrain).toBe(pack.terrain);
  expect(applied.sites).toBe(pack.sites);
  expect(applied.hamlets[0]).toBe(pack.hamlets[0]);
  expect(applyScenario(pack, currentScenario(changed))).toBe(applied);
});

test('the base is locked', () => {
  const study = { ...aStudy(), current: null };
  const outcome = operations.deleteSite(study, { id: 'TN-0001' });
  if (isRefusal(outcome)) throw new Error('refused');
  expect(() => commit(study, outcome)).toThrow('locked');
});
