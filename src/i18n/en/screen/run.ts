import type { Translation } from '../../texts.ts';
import type { run as vietnamese } from '../../vi/screen/run.ts';

export const run: Translation<typeof vietnamese> = {
  waiting: 'Not computed yet',
  done: 'Up to date',
  cancelled: 'Cancelled',
  stale: 'The figures shown are of the run before.',
  failed: 'The run failed',
  failedHint: 'The run stopped on an error: {{message}}',
  cancel: 'Cancel',
  again: 'Run again',
  progress: 'Progress of the run',
  percent: '{{percent}} %',
  left: 'about {{seconds}} s left',
  leftMinutes: 'about {{minutes}} min left',
  phase: {
    choosing: 'Seeking the best sharing plan',
    frontier: 'Working out the frontier',
    fibre: 'Seeking the cheapest fibre tree',
    capacity: 'Computing interference and rates at every hamlet',
    resilience: 'Taking out one site after another',
    'where-next': 'Seeking where a mast helps most',
    options: 'Trying what could be built',
    rollout: 'Choosing the plan',
    reading: 'Reading and checking the pack',
    service: 'Computing service at every hamlet',
    coverage: 'Computing coverage',
    sharing: 'Planning the sharing and summing up',
  },
  notYet: 'Figures appear when the run is done.',
};
