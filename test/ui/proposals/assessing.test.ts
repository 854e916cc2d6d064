import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InputError } from '../../../src/model/problem.ts';
import type { AssessedProposals, ProposalFile } from '../../../src/runs/proposals.ts';
import type { StudyRun } from '../../../src/runs/study-run.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { standInPage } from '../a-page.ts';

const works = vi.hoisted(() => [] as { names: string[]; gives: (result: unknown) => Promise<void> }[]);
vi.mock('../../../src/runs/proposals.ts', () => ({
  createProposalRunner: () => ({
    assess: (_pack: unknown, _run: unknown, files: readonly ProposalFile[]) =>
      new Promise((resolve) => {
        const gives = async (result: unknown): Promise<void> => {
          resolve(result);
          await new Promise((settled) => setTimeout(settled));
        };
        works.push({ names: files.map(({ name }) => name), gives });
      }),
  }),
}));
standInPage();
const { run } = await import('../../../src/ui/app-state/run.ts');
const { commit, study, undo } = await import('../../../src/ui/app-state/study.ts');
const {
  assessed,
  assessFiles,
  assessing,
  cancelAssessment,
  currentAssessment,
  followProposals,
  isAwaitingRun,
  proposalFiles,
  proposalsStale,
} = await import('../../../src/ui/proposals/assessing.ts');
const { refusal } = await import('../../../src/ui/problems/problems.ts');

const runs = () =>
  run.ask({ stage: 'service', work: async () => ({ findings: { hamlets: [] } }) as unknown as StudyRun });
const comesTo = (name: string) => ({ assessment: { files: [{ checksum: name }] } }) as unknown as AssessedProposals;
const gives = async (...names: string[]): Promise<void> => {
  void assessFiles(names.map((name) => new File(['x'], name)));
  await new Promise((settled) => setTimeout(settled));
};
const names = () => proposalFiles.value.map(({ name }) => name);

let stopFollowing = (): void => {};
beforeEach(() => {
  works.length = 0;
  study.value = openStudy({ pack: aPackWith([aSite()], [aHamlet({ id: 'H-1' })]), checksum: 'c'.repeat(64) });
  stopFollowing = followProposals();
});
afterEach(() => {
  stopFollowing();
  run.reset();
  assessing.reset();
  proposalFiles.value = [];
  refusal.value = null;
});

test('files that come before there are figures are assessed once there are', async () => {
  await gives('a.csv');
  expect([isAwaitingRun.value, works.length]).toEqual([true, 0]);
  await runs();
  expect([isAwaitingRun.value, works.map((work) => work.names)]).toEqual([false, [['a.csv']]]);
});

test('what was assessed on other figures is stale, still shown, and current again when they come back', async () => {
  await runs();
  await gives('a.csv');
  await works[0].gives(comesTo('a'));
  expect([proposalsStale.value, currentAssessment.value]).toEqual([false, comesTo('a').assessment]);
  commit((on) => operations.setPeople(on, { id: 'H-1', people: 3 }));
  await runs();
  expect([proposalsStale.value, assessed.value, currentAssessment.value]).toEqual([true, comesTo('a'), null]);
  undo();
  await runs();
  expect([proposalsStale.value, currentAssessment.value]).toEqual([false, comesTo('a').assessment]);
});

test('a file that cannot be read is told, and those before it stay as they were', async () => {
  await runs();
  await gives('a.csv');
  await works[0].gives(comesTo('a'));
  await gives('broken.csv');
  expect(assessed.value).toBeNull();
  const problem = { file: 'broken.csv', place: '', value: '', rule: 'not-this-format', severity: 'error' } as const;
  await works[1].gives(Promise.reject(new InputError([problem])));
  expect([names(), assessed.value, refusal.value?.problems]).toEqual([['a.csv'], comesTo('a'), [problem]]);
});

test('an assessment that is stopped is gone, its files are not', async () => {
  await runs();
  await gives('a.csv');
  cancelAssessment();
  await works[0].gives(comesTo('a'));
  expect([names(), assessed.value, assessing.state.value.kind]).toEqual([['a.csv'], null, 'idle']);
});

test('a file of the same name takes the place of the one before', async () => {
  await runs();
  await gives('a.csv', 'b.csv');
  await gives('a.csv');
  expect(works.at(-1)?.names).toEqual(['b.csv', 'a.csv']);
});
