import { expect, test } from 'vitest';
import { createLatestWins } from '../../src/ui/state/latest-wins.ts';

/** A worker that answers when told. */
const aSlowWorker = () => {
  const worked: { question: string; isStale: () => boolean; finish: () => void }[] = [];
  const latest = createLatestWins<string>(
    (question, isStale) => new Promise((finish) => worked.push({ question, isStale, finish })),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { worked, latest, settle, questions: () => worked.map(({ question }) => question) };
};

test('of the questions that come while one is worked on, only the last is worked on', async () => {
  const { worked, latest, settle, questions } = aSlowWorker();
  for (const question of ['a', 'b', 'c', 'd']) latest.ask(question);
  expect(questions()).toEqual(['a']);
  worked[0].finish();
  await settle();
  expect(questions()).toEqual(['a', 'd']);
  worked[1].finish();
  await settle();
  expect(questions()).toEqual(['a', 'd']);
});

test('the one at work knows that another waits', () => {
  const { worked, latest } = aSlowWorker();
  latest.ask('a');
  expect(worked[0].isStale()).toBe(false);
  latest.ask('b');
  expect(worked[0].isStale()).toBe(true);
});

test('what is dropped is not worked on, and the one at work is stale', async () => {
  const { worked, latest, settle, questions } = aSlowWorker();
  latest.ask('a');
  latest.ask('b');
  latest.drop();
  expect(worked[0].isStale()).toBe(true);
  worked[0].finish();
  await settle();
  expect(questions()).toEqual(['a']);
});
