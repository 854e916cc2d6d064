import { computed, effect, signal } from '@preact/signals';
import { runStudy } from '../../../runs/study-run.ts';
import { applyScenario, locksOf, settingsOf } from '../../../study/apply-scenario.ts';
import { compareFindings, differenceOf } from '../../../study/difference.ts';
import { currentScenario } from '../../../study/study.ts';
import { runKeyOf } from '../../app-state/run-keys.ts';
import { solverUrl } from '../../app-state/solver.ts';
import { run, study } from '../../app-state/study.ts';
import { knownFindings } from '../../files/open-pack.ts';

/** Ids of the two scenarios compared; null stands for the base. */
export const comparedA = signal<string | null>(null);
export const comparedB = signal<string | null>(null);

/** How far the run of the scenario that is not at work has come, 0..1; null when none is under way. */
export const comparing = signal<number | null>(null);
export const comparingFault = signal<string | null>(null);

const viewOf = (id: string | null) =>
  study.value && { ...study.value, current: study.value.scenarios.some((other) => other.id === id) ? id : null };
/** The open study with each of the two at work. */
export const comparedViews = computed(() => [comparedA.value, comparedB.value].map(viewOf));
const keys = computed(() => comparedViews.value.map((view) => view && runKeyOf(view)).join('\n'));

/** Findings of both; null where one has not been run. */
export const comparedFindings = computed(() => {
  run.value;
  comparing.value;
  return comparedViews.value.map((view) => (view && knownFindings.find(runKeyOf(view))?.findings) ?? null);
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

/** Runs what a comparison still lacks, after the scenario at work is done; returns what ends it. */
export const followComparison = (): (() => void) => {
  let abort: AbortController | null = null;
  const stop = effect(() => {
    keys.value;
    abort?.abort();
    const controller = new AbortController();
    abort = controller;
    comparing.value = null;
    comparingFault.value = null;
    // both runs at once would only take each other's cores
    if (run.value.kind !== 'done') return;
    const runMissing = async (): Promise<void> => {
      for (const view of comparedViews.peek()) {
        if (!view || knownFindings.find(runKeyOf(view))) continue;
        comparing.value = 0;
        const pack = applyScenario(view.base.pack, currentScenario(view));
        const { service: settings, sharing: rules, objective } = settingsOf(view);
        const found = await runStudy(
          { pack, checksum: view.base.checksum },
          {
            signal: controller.signal,
            solverUrl,
            settings,
            rules,
            objective,
            locks: locksOf(view),
            onProgress: ({ done, total }) => {
              if (!controller.signal.aborted) comparing.value = total > 0 ? done / total : 0;
            },
          },
        );
        knownFindings.keep(runKeyOf(view), found);
      }
      if (!controller.signal.aborted) comparing.value = null;
    };
    void runMissing().catch((error: unknown) => {
      if (controller.signal.aborted) return;
      comparing.value = null;
      comparingFault.value = error instanceof Error ? error.message : String(error);
    });
  });
  return () => {
    stop();
    abort?.abort();
  };
};
