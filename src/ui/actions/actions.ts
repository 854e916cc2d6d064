import type { Action } from './action.ts';
import { downloadActions, openActions } from './list/files.ts';
import { mapActions } from './list/map.ts';
import { placeActions } from './list/place.ts';
import { studyActions } from './list/study.ts';
import { taskActions } from './list/tasks.ts';
import { findAction, viewActions } from './list/view.ts';

/** Everything the user can do from anywhere, each once, in the order it is listed. */
export const actions: readonly Action[] = [
  ...taskActions,
  findAction,
  ...placeActions,
  ...mapActions,
  ...studyActions,
  ...openActions,
  ...downloadActions,
  ...viewActions,
];
