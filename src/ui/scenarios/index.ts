import { later } from '../kit/later.tsx';

export { swipeMarks } from './swipe/swipe-marks.ts';
export { type SwipeSide, swipeHasCoverage, swipeSides } from './swipe/swipe-sides.ts';
export { stopSwiping, swipeShare, swiping } from './swipe/swiping.ts';

export const Scenarios = later(async () => (await import('./scenarios.tsx')).Scenarios);
