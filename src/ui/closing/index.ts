import { later } from '../kit/later.tsx';

export { followClosing } from './follow-closing.ts';
export { chooseMark, closingHeat } from './map/closing-map.ts';
export { closingMarks } from './map/closing-marks.ts';
export { plansAtHand } from './plans-at-hand.ts';
export { placeMastAt, placingMast } from './rollout/placing.ts';

export const Closing = later(async () => (await import('./closing.tsx')).Closing);
export const MarksLegend = later(async () => (await import('./map/closing-legend.tsx')).MarksLegend);
export const HamletClosing = later(async () => (await import('./hamlet/hamlet-closing.tsx')).HamletClosing);
