import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunOptions, StudyRun } from '../../../src/runs/study-run.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { standInPage } from '../a-page.ts';

const asked = vi.hoisted(() => [] as { options: RunOptions; finds: (found: unknown) => Promise<void> }[]);
vi.mock('../../../src/runs/study-run.ts', () => ({
  createStudyRunner: () => ({
    run: (_: unknown, options: RunOptions) =>
      new Promise((resolve) => {
        const finds = async (found: unknown): Promise<void> => {
          resolve(found);
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({ options, finds });
      }),
  }),
}));
standInPage();
const { commit, study, undo } = await import('../../../src/ui/app-state/study.ts');
const { currentFindings, findings, run } = await import('../../../src/ui/app-state/run.ts');
const { siteDrag } = await import('../../../src/ui/coverage/index.ts');
const { cancelWork, followRuns, startRun, workState } = await import('../../../src/ui/run/follow-runs.ts');
const { opening } = await import('../../../src/ui/files/open-pack.ts');

const found = (name: string) => ({ findings: { name, hamlets: [] } }) as unknown as StudyRun;
const cutFibre = () => commit((on) => operations.setFibre(on, { id: 'H-1', hasFibre: false }));
const kind = () => run.state.value.kind;
const waits = (ms: number) => vi.advanceTimersByTimeAsync(ms);

let stopFollowing = (): void => {};
beforeEach(async () => {
  vi.useFakeTimers();
  standInPage();
  asked.length = 0;
  run.reset();
  run.known.clear();
  study.value = openStudy({
    pack: aPackWith([aSite()], [aHamlet({ id: 'H-1', hasFibre: true })]),
    checksum: 'c'.repeat(64),
  });
  stopFollowing = followRuns();
  await waits(0);
});
afterEach(() => {
  stopFollowing();
  vi.useRealTimers();
});

test('a study that is opened is run at once, and its figures come whole', () => {
  expect([asked.length, kind(), asked[0].options.onDraft]).toEqual([1, 'running', undefined]);
});

test('a change is run after a pause, the figures before it stay meanwhile, and undo gives back its own', async () => {
  await asked[0].finds(found('first'));
  const first = findings.value;
  cutFibre();
  expect([kind(), findings.value, currentFindings.value]).toEqual(['running', first, null]);
  await waits(349);
  expect(asked).toHaveLength(1);
  await waits(1);
  expect(asked).toHaveLength(2);
  asked[1].options.onDraft?.(found('draft'));
  expect([findings.value, currentFindings.value]).toEqual([found('draft').findings, null]);
  await asked[1].finds(found('second'));
  expect([kind(), currentFindings.value]).toEqual(['done', found('second').findings]);
  undo();
  expect([kind(), currentFindings.value, asked.length]).toEqual(['done', first, 2]);
});

test('a mast on its way holds the run, which begins anew where it is dropped', async () => {
  siteDrag.value = [105.8, 21.6];
  expect([asked[0].options.signal?.aborted, kind()]).toEqual([true, 'running']);
  await waits(10_000);
  expect(asked).toHaveLength(1);
  siteDrag.value = null;
  await waits(0);
  expect(asked).toHaveLength(2);
});

test('what is cancelled is run again when it is asked for, or when something changes', async () => {
  run.cancel();
  await waits(10_000);
  expect([kind(), asked.length]).toEqual(['cancelled', 1]);
  void startRun();
  expect([kind(), asked.length]).toEqual(['running', 2]);
  run.cancel();
  cutFibre();
  await waits(350);
  expect(asked).toHaveLength(3);
});

test('what failed keeps its error, and the figures that are there', async () => {
  await asked[0].finds(found('first'));
  cutFibre();
  await waits(350);
  const fault = new Error('no solver');
  await asked[1].finds(Promise.reject(fault));
  expect(run.state.value).toMatchObject({ kind: 'failed', error: fault });
  expect(findings.value).toEqual(found('first').findings);
});

test('the same pack opened anew is shown what is known of it', async () => {
  await asked[0].finds(found('first'));
  run.reset();
  study.value = openStudy(study.value!.base);
  expect([kind(), currentFindings.value, asked.length]).toEqual(['done', found('first').findings, 1]);
});

test('an opening that is ended before anything is open says so, and one beside an open study leaves its run be', async () => {
  void opening.ask({ stage: 'reading', work: () => new Promise(() => {}) });
  cancelWork();
  expect([kind(), workState.value.kind]).toEqual(['running', 'running']);
  study.value = null;
  expect(workState.value.kind).toBe('cancelled');
});
