import { laterShown } from '../kit/later.tsx';
import { paletteShown } from './shown.ts';

export { act, labelWithKey } from './action.ts';
export { ActionButton, ActionItem } from './action-parts.tsx';
export { KeyHelp } from './key-help.tsx';
export { listenToKeys } from './keys.ts';
export { downloadActions, openActions } from './list/files.ts';
export { homeAction, zoomInAction, zoomOutAction } from './list/map.ts';
export { addMastAction, flyToAction, pathAction } from './list/place.ts';
export { redoAction, saveAction, undoAction } from './list/study.ts';
export { findAction, helpAction, themeAction } from './list/view.ts';

/** Finds places and actions. */
export const Palette = laterShown(paletteShown, async () => (await import('./palette/palette.tsx')).Palette);
