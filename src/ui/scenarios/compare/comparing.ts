import { computed, signal } from '@preact/signals';
import { type Asked, askedOf } from '../../../coverage/service/asked.ts';
import type { Phase, Progress } from '../../../runs/progress.ts';
import type { StudyRun } from '../../../runs/study-run.ts';
import { compareFindings, differenceOf } from '../../../study/difference.ts';
import { currentScenario, type Study } from '../../../study/study.ts';
import { createJob } from '../../app-state/job.ts';
import type { Question } from '../../app-state/job-types.ts';
import { run, runSeparately } from '../../app-state/run.ts';
import { runKeyOf } from '../../app-state/run-keys.ts';
import { study } from '../../app-state/study.ts';

/** Ids of the two scenarios compared; null stands for the base. */
export const comparedA = signal<string | null>(null);
export const comparedB = signal<string | null>(null);

const viewOf = (id: string | null) =>
  study.value && { ...study.value, current: study.value.scenarios.some((other) => other.id === id) ? id : null };
/** The open study with each of the two at work. */
export const comparedViews = computed(() => [comparedA.value, comparedB.value].map(viewOf));

const isStudy = (view: Study | null): view is Study => view !== null;
/** The same without what is not there while no pack is open. */
export const comparedStudies = computed(() => comparedViews.value.filter(isStudy));

/** Runs what a comparison still lacks. */
export const comparing = createJob<readonly StudyRun[], Phase>({
  key: () => comparedStudies.value.map(runKeyOf).join('\n') || null,
});

/** Findings of both; null where one has not been run. */
export const comparedFindings = computed(() =>
  comparedViews.value.map((view, i) => {
    const found = view && (run.known.find(runKeyOf(view)) ?? comparing.settled.value?.[i]);
    return found?.findings ?? null;
  }),
);

/** What both are of, for the texts that name it: two technologies where they differ. */
export const comparedAsked = computed(() => {
  const both = comparedFindings.value.flatMap((found) => (found ? [askedOf(found.service)] : []));
  const named = (of: (one: Asked) => string): string => [...new Set(both.map(of))].join(' / ');
  return { technology: named(({ technology }) => technology), level: named(({ level }) => level) };
});

/** Figures of both side by side; null until both have been run. */
export const comparedFigures = computed(() => {
  const [a, b] = comparedFindings.value;
  return a && b ? compareFindings(a, b) : null;
});

/** Everything that the two have differently. */
export const comparedEntries = computed(() => {
  const [a, b] = comparedViews.value;
  return a && b ? differenceOf(a.base.pack, currentScenario(a), currentScenario(b)) : [];
});

const question: Question<readonly StudyRun[], Phase> = {
  stage: 'service',
  work: async ({ signal, tell }) => {
    const runs: StudyRun[] = [];
    for (const of of comparedStudies.peek()) {
      const key = runKeyOf(of);
      const onProgress = ({ phase, done, total }: Progress): void => tell(phase, done, total);
      const found = run.known.find(key) ?? (await runSeparately(of, { signal, onProgress }));
      run.known.keep(key, found);
      runs.push(found);
    }
    return runs;
  },
};

/** Keeps the comparison complete, after the scenario at work is done; returns what ends it. */
export const followComparison = (): (() => void) =>
  comparing.follow(() => {
    // both runs at once would only take each other's cores
    const isHeld = run.state.value.kind !== 'done';
    return comparedFigures.value === null ? { ...question, isHeld } : null;
  });
