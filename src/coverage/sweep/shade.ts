import { nu2Losing } from './edge-loss.ts';

/**
 * Whether a path loses more than so many decibels, told at little cost: from the antenna's horizon alone, then with the
 * obstacle right before the receiver. False where that does not tell. Lengths in steps of the line, heights in metres on an
 * Earth without bulge.
 *
 * @param aboveM how far the antenna's horizon line passes above the receiver; more than nothing
 * @param x the receiver, at so much above the antenna; `stim` the horizon line's slope; `xh` where it touches
 * @param beforeM the sample before the receiver, above the antenna
 * @param scale ν² of an edge is its height², times this, over the lengths it is seen across
 */
export const losesMoreThan = (
  lossDb: number,
  aboveM: number,
  x: number,
  riseM: number,
  stim: number,
  xh: number,
  beforeM: number,
  scale: number,
): boolean => {
  // ν² = scale·above²·db/(x·(x − db)), growing with db, and the equivalent edge is not nearer than the horizon
  const scaled = aboveM * aboveM * scale;
  const limit = nu2Losing(lossDb) * x;
  if (scaled * xh > limit * (x - xh)) return true;
  // a horizon of the receiver's that is too low puts the equivalent edge, at top/closing, too near to the mast
  const srim = beforeM - riseM;
  const closing = stim + srim;
  const top = riseM + srim * x;
  return closing > 0 && top < closing * x && scaled * top > limit * (closing * x - top);
};
