export type { Phase, Progress, TaskOptions } from '../../workers/progress.ts';
