export { Scenarios } from './scenarios.tsx';
export { swipeMarks } from './swipe/swipe-marks.ts';
export { type SwipeSide, swipeHasCoverage, swipeSides } from './swipe/swipe-sides.ts';
export { stopSwiping, swipeShare, swiping } from './swipe/swiping.ts';
