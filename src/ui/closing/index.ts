import { later } from '../kit/later.tsx';

export {
  chooseMark,
  closingHeat,
  closingMarks,
  followClosing,
  placeMastAt,
  placingMast,
  plansAtHand,
  stopPlacing,
} from './front.ts';

export const Closing = later(async () => (await import('./closing.tsx')).Closing);
export const MarksLegend = later(async () => (await import('./map/closing-legend.tsx')).MarksLegend);
export const HamletClosing = later(async () => (await import('./hamlet/hamlet-closing.tsx')).HamletClosing);
