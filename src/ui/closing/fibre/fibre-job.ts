import { computed, signal } from '@preact/signals';
import { defaultFibreQuestion, type FibreFinding, type FibreQuestion } from '../../../fibre/fibre-types.ts';
import type { Pack } from '../../../model/pack.ts';
import type { Phase } from '../../../runs/progress.ts';
import { canonicalJson } from '../../../study/canonical.ts';
import { createJob } from '../../app-state/job.ts';
import { run } from '../../app-state/run.ts';
import { opened } from '../../app-state/study.ts';
import { closingCommunes } from '../closing-view.ts';

export interface FoundFibre {
  finding: FibreFinding;
  network: Pack;
}

export const fibreBuild = signal<FibreQuestion['build']>(defaultFibreQuestion.build);
export const fibreOrder = signal<FibreQuestion['orderBy']>(defaultFibreQuestion.orderBy);

const question = computed<Partial<FibreQuestion>>(() => ({
  communeCodes: closingCommunes.value,
  build: fibreBuild.value,
  orderBy: fibreOrder.value,
}));

/** The cheapest tree of cable to hamlets without fibre. */
export const fibreJob = createJob<FoundFibre, Phase>({
  key: () => run.key.value && `${run.key.value} ${canonicalJson(question.value)}`,
  keeps: { most: 3 },
});

export const planFibre = (): void => {
  const pack = opened.peek()?.pack;
  if (!pack) return;
  const asked = question.peek();
  void fibreJob.ask({
    stage: 'fibre',
    work: async ({ signal, tell }) => {
      const { runFibre } = await import('../../../runs/fibre.ts');
      tell('fibre', 0, 1);
      const finding = await runFibre(pack, {
        question: asked,
        signal,
        onProgress: ({ phase, done, total }) => tell(phase, done, total),
      });
      return { finding, network: pack };
    },
  });
};
