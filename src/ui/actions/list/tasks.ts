import { t } from '../../../i18n/language.ts';
import { tasks } from '../../app-state/address.ts';
import { openTask } from '../../app-state/view.ts';
import type { Action } from '../action.ts';

/** The tasks in a planner's order, each by the key of its place. */
export const taskActions: readonly Action[] = tasks.map((task, index) => ({
  id: `task.${task}`,
  group: 'task',
  icon: task,
  label: () => t(`app.task.${task}`),
  keys: [{ key: String(index + 1) }],
  run: () => openTask(task),
}));
