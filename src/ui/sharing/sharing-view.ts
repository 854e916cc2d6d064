import { computed, signal } from '@preact/signals';
import { settingsOf } from '../../study/apply-scenario.ts';
import { study } from '../app-state/study.ts';

export const sharingViews = ['plan', 'pairs', 'money', 'parameters'] as const;
export const sharingView = signal<(typeof sharingViews)[number]>('plan');

/** What the sharing plan of the scenario at work goes by. */
export const sharingSettings = computed(() => {
  const of = study.value;
  if (!of) return null;
  const { sharing, objective } = settingsOf(of);
  return { rules: sharing, objective };
});
