import { batch, effect } from '@preact/signals';
import { base } from '../app-state/study.ts';
import { closingArea, closingOperator } from './closing-view.ts';
import { fibreJob } from './fibre/fibre-job.ts';
import { resilienceJob } from './resilience/resilience-job.ts';
import { chosenOption } from './rollout/chosen-option.ts';
import { curveJob } from './rollout/curve-job.ts';
import { placingMast } from './rollout/placing.ts';
import { followRollout, planJob, prospectsJob } from './rollout/rollout-jobs.ts';
import { forgetRolloutQuestion } from './rollout/rollout-question.ts';
import { whereNextJob } from './rollout/where-next-job.ts';

const others = [curveJob, whereNextJob, fibreJob, resilienceJob];

/** Keeps results to what they were computed from, and forgets those of another pack; returns what ends it. */
export const followClosing = (): (() => void) => {
  const stops = [
    followRollout(),
    ...others.map((job) => job.follow(() => null)),
    effect(() => {
      base.value;
      batch(() => {
        for (const job of [prospectsJob, planJob, ...others]) job.reset();
        forgetRolloutQuestion();
        closingArea.value = null;
        closingOperator.value = null;
        chosenOption.value = null;
        placingMast.value = false;
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
