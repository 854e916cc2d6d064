import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/study/canonical.ts';
import { operations } from '../../../src/study/operations/index.ts';
import type { Study } from '../../../src/study/study.ts';
import { storedStudy } from '../../../src/study/study-file.ts';
import { createKeeper, type State } from '../../../src/ui/recovery/keeper.ts';
import { createMomentKeys, scenariosOf } from '../../../src/ui/recovery/snapshot.ts';
import type { SnapshotStore } from '../../../src/ui/recovery/snapshot-store.ts';
import { leftWorks, workOf } from '../../../src/ui/recovery/works.ts';
import { aStudy, does } from '../../study/a-study.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';
import { aStore } from './a-store.ts';

const edited = (study: Study, people: number): Study =>
  does(study, operations.setPeople(study, { id: 'H-05431-01', people }));

const stateOf = (work: string, study: Study, isClosed = false): State => ({
  study: storedStudy(study),
  keeping: { work, tab: work, at: 1, isClosed },
});

/** A page that keeps what is done on it; says of each state whether it was acknowledged. */
const aPage = (store: SnapshotStore, name: string) => {
  const acknowledged: State[] = [];
  const refused: unknown[] = [];
  const { keep } = createKeeper(
    store,
    createMomentKeys(name),
    (state) => acknowledged.push(state),
    (error) => refused.push(error),
  );
  return { keep, acknowledged, refused };
};

/** What another page finds of a work, its moments with it; null where it is not offered or not whole. */
const foundOf = async (store: SnapshotStore, work: string): Promise<string | null> => {
  const left = leftWorks(await store.snapshots(), '').find((snapshot) => workOf(snapshot) === work);
  const scenarios = left && scenariosOf(left, await store.partsOf(left), createMomentKeys('other'));
  return scenarios ? canonicalJson(scenarios) : null;
};

test('the work of one page stays whatever another does afterwards', async () => {
  const store = aStore();
  const [first, second] = [aPage(store, 'first'), aPage(store, 'second')];
  const left = edited(aStudy(), 7);
  await first.keep(stateOf('first', left));
  let study = aStudy();
  for (let people = 1; people <= 60; people++) {
    study = edited(study, people);
    await second.keep(stateOf('second', study));
  }
  expect(await foundOf(store, 'first')).toBe(canonicalJson(left.scenarios));
  expect(await foundOf(store, 'second')).toBe(canonicalJson(study.scenarios));
  expect((await store.snapshots()).length).toBeLessThan(30);
});

test('where there is no room, what newer states have replaced goes first, and nothing that waits for an answer', async () => {
  const store = aStore(3);
  const pages = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...aPage(store, name) }));
  const [a, b, c, d] = pages;
  await a.keep(stateOf('a', edited(aStudy(), 1)));
  await a.keep(stateOf('a', edited(aStudy(), 2)));
  await b.keep(stateOf('b', edited(aStudy(), 3)));
  await c.keep(stateOf('c', edited(aStudy(), 4)));
  expect([a, b, c].map(({ refused }) => refused.length)).toEqual([0, 0, 0]);
  await d.keep(stateOf('d', edited(aStudy(), 5)));
  expect(d.acknowledged).toEqual([]);
  expect(d.refused).toEqual([expect.objectContaining({ name: 'QuotaExceededError' })]);
  expect(await foundOf(store, 'a')).toBe(canonicalJson(edited(aStudy(), 2).scenarios));
  expect(await foundOf(store, 'b')).not.toBeNull();
  expect(await foundOf(store, 'c')).not.toBeNull();
});

test('what another tab made room of is written again', async () => {
  const store = aStore();
  const page = aPage(store, 'page');
  const study = edited(aStudy(), 7);
  await page.keep(stateOf('page', study, true));
  await store.makeRoom();
  const further = edited(study, 8);
  await page.keep(stateOf('page', further));
  expect(page.refused).toEqual([]);
  expect(await foundOf(store, 'page')).toBe(canonicalJson(further.scenarios));
});

test('no acknowledged state is lost, whatever pages do, whatever room there is', async () => {
  const step = fc.record({
    page: fc.integer({ min: 0, max: 3 }),
    does: fc.constantFrom('edits', 'edits', 'edits', 'saves', 'makes room', 'is answered'),
    people: fc.integer({ min: 1, max: 999 }),
  });
  const run = fc.asyncProperty(
    fc.array(step, { maxLength: 60 }),
    fc.integer({ min: 2, max: 30 }),
    async (steps, room) => {
      const store = aStore(room);
      const pages = [0, 1, 2, 3].map((n) => ({ work: `w${n}`, study: aStudy(), ...aPage(store, `w${n}`) }));
      /** What must be found of a work: its last acknowledged state; null where a file has it or its user let it go. */
      const promised = new Map<string, string | null>();
      for (const { page: n, does: what, people } of steps) {
        const page = pages[n];
        if (what === 'makes room') await store.makeRoom();
        else if (what === 'is answered') {
          await store.close(page.work);
          promised.set(page.work, null);
        } else {
          if (what === 'edits') page.study = edited(page.study, page.study.scenarios[0].done.length * 1000 + people);
          const before = page.acknowledged.length;
          await page.keep(stateOf(page.work, page.study, what === 'saves'));
          if (page.acknowledged.length > before) {
            promised.set(page.work, what === 'saves' ? null : canonicalJson(page.study.scenarios));
          }
        }
      }
      for (const [work, state] of promised) if (state !== null) expect(await foundOf(store, work)).toBe(state);
    },
  );
  await fc.assert(run, { numRuns: budget(40, 2_000), seed: 15 });
});
