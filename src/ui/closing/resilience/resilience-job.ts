import { computed } from '@preact/signals';
import type { Pack } from '../../../model/pack.ts';
import type { ResilienceFinding, ResilienceQuestion } from '../../../resilience/resilience-types.ts';
import type { Phase } from '../../../runs/progress.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { createJob } from '../../app-state/job.ts';
import { run } from '../../app-state/run.ts';
import { opened, study } from '../../app-state/study.ts';
import { closingCommunes, closingOperator } from '../closing-view.ts';

export interface FoundResilience {
  finding: ResilienceFinding;
  network: Pack;
}

const question = computed<Partial<ResilienceQuestion>>(() => ({
  operator: closingOperator.value,
  communeCodes: closingCommunes.value,
}));

/** What the loss of one site, or of a commune's grid, takes from whom. */
export const resilienceJob = createJob<FoundResilience, Phase>({
  key: () => run.key.value && `${run.key.value} ${canonicalJson(question.value)}`,
  keeps: { most: 3 },
});

export const findResilience = (): void => {
  const [of, pack] = [study.peek(), opened.peek()?.pack];
  if (!of || !pack) return;
  const asked = question.peek();
  const settings = settingsOf(of).service;
  void resilienceJob.ask({
    stage: 'resilience',
    work: async ({ signal, tell }) => {
      const { runResilience } = await import('../../../runs/resilience.ts');
      const finding = await runResilience(pack, {
        settings,
        question: asked,
        signal,
        onProgress: ({ phase, done, total }) => tell(phase, done, total),
      });
      return { finding, network: pack };
    },
  });
};
