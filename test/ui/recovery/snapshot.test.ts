import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/study/canonical.ts';
import { isRefusal } from '../../../src/study/moment.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { duplicateScenario } from '../../../src/study/scenarios.ts';
import { commit, type Study, undo } from '../../../src/study/study.ts';
import { attachStudy, checkStoredStudy, storedStudy } from '../../../src/study/study-file.ts';
import { createMomentKeys, partsOf, scenariosOf, snapshotOf } from '../../../src/ui/recovery/snapshot.ts';
import { aStudy, does } from '../../study/a-study.ts';
import { draws, outcomeOf } from '../../study/random-operations.ts';
import { fc } from '../../support/fast-check.ts';

const when = { tab: 't', at: 1, isClosed: false };

/** The study as the ring gives it back to another page: through plain data, as a browser's store keeps it. */
const throughRing = (study: Study): Study => {
  const keys = createMomentKeys('t');
  const { snapshot, moments } = snapshotOf(storedStudy(study), keys, when);
  const parts = [...moments].flatMap(([key, moment]) => partsOf(key, moment));
  const scenarios = scenariosOf(structuredClone(snapshot), structuredClone(parts).reverse(), createMomentKeys('u'));
  const stored = checkStoredStudy(
    { format: 'phusong-study', formatVersion: 1, base: snapshot.base, current: snapshot.current, scenarios },
    'ring',
  );
  return attachStudy(stored, study.base, 'ring');
};

test('any study comes back from the ring as it was, what can be redone too', () => {
  fc.assert(
    fc.property(draws(40), fc.integer({ min: 0, max: 8 }), (sequence, undone) => {
      let study = aStudy();
      for (const draw of sequence) {
        const outcome = outcomeOf(study, draw);
        if (!isRefusal(outcome)) study = commit(study, outcome);
      }
      for (let i = 0; i < undone; i++) study = undo(study);
      study = duplicateScenario(study, '1', 'Hai');
      const back = throughRing(study);
      expect(canonicalJson(back.scenarios)).toBe(canonicalJson(study.scenarios));
      expect(back.current).toBe(study.current);
    }),
    { numRuns: 20, seed: 7 },
  );
});

test('a long import is kept in pieces and comes back whole', () => {
  const start = aStudy();
  const measurements = Array.from({ length: 2_500 }, (_, i) => ({
    id: `m-${i}`,
    position: [105.83, 21.63] as const,
    operator: 'viettel',
    rsrpDbm: -90,
  }));
  const study = does(start, operations.importFile(start, { file: 'do.csv', layers: { measurements } }));
  const [moment] = study.scenarios[0].done;
  expect(partsOf('k', moment).map(({ changes }) => changes.length)).toEqual([1000, 1000, 500]);
  expect(canonicalJson(throughRing(study).scenarios)).toBe(canonicalJson(study.scenarios));
});

test('a moment that two snapshots have is kept once', () => {
  const keys = createMomentKeys('t');
  let study = aStudy();
  study = does(study, operations.setFibre(study, { id: 'H-2', hasFibre: false }));
  const first = snapshotOf(storedStudy(study), keys, when);
  study = does(study, operations.deleteSite(study, { id: 'TN-0001' }));
  const second = snapshotOf(storedStudy(study), keys, when);
  expect(second.snapshot.scenarios[0].done[0]).toBe(first.snapshot.scenarios[0].done[0]);
  expect(second.moments.size).toBe(2);
});

test('half a state is none', () => {
  let study = aStudy();
  study = does(study, operations.setFibre(study, { id: 'H-2', hasFibre: false }));
  const { snapshot } = snapshotOf(storedStudy(study), createMomentKeys('t'), when);
  expect(scenariosOf(snapshot, [], createMomentKeys('u'))).toBeNull();
});
