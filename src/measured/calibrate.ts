import { metresPerDegree } from '../geo/ellipsoid.ts';
import type { LonLat } from '../model/place.ts';
import type { LandCoverClass } from '../model/raster.ts';
import { errorDb, leastPoints, type MeasuredPair, statsOf } from './errors.ts';

/** What one class of land cover would have to lose more, in dB; a gain is negative. */
export interface ClutterCorrection {
  landCover: LandCoverClass;
  extraLossDb: number;
  /** Points and blocks it was fitted on. */
  points: number;
  blocks: number;
}

export interface Calibration {
  corrections: ClutterCorrection[];
  fitted: number;
  heldOut: number;
  /** Root mean square error over the points held out, before and with the corrections. */
  rmseBeforeDb: number;
  rmseAfterDb: number;
  /** Whether the corrections are worth having: they mend points they were not fitted on. */
  helps: boolean;
}

/** Points along a road are alike: whole blocks are held out, or the test would be on what was fitted. */
const blockM = 500;
/** Three of ten blocks are held out. */
const heldOutShare = 0.3;
/** Fewer blocks than this are one stretch of road, not a class of land cover. */
const leastBlocks = 5;

/** A block of ground by its column and row. */
const blockOf = ([lon, lat]: LonLat): string => {
  const { northM } = metresPerDegree(lat);
  const row = Math.floor((lat * northM) / blockM);
  // a block's columns are those of its row, so that it is one block wherever in it a point lies
  const { eastM } = metresPerDegree((row * blockM) / northM);
  return `${Math.floor((lon * eastM) / blockM)},${row}`;
};

/** The same blocks every time: a number in 0..1 from a block's name (FNV-1a). */
const drawOf = (block: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < block.length; i++) hash = Math.imul(hash ^ block.charCodeAt(i), 0x01000193);
  // the last bits of a short name are little mixed
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};

/**
 * Corrections of loss by land cover, fitted on seven of ten blocks of 500 m and tried on the others. A class with fewer
 * than 30 points or 5 blocks gets none. Null where too little is left to fit or to try: a word, not a number.
 */
export const calibrate = (withLevel: readonly MeasuredPair[]): Calibration | null => {
  const placed = withLevel.map((pair) => ({ pair, block: blockOf(pair.measurement.position) }));
  const isHeldOut = ({ block }: { block: string }): boolean => drawOf(block) < heldOutShare;
  const held = placed.filter(isHeldOut);
  const fitted = placed.filter((one) => !isHeldOut(one));
  if (held.length < leastPoints || fitted.length < leastPoints) return null;
  const classes = [...new Set(fitted.map(({ pair }) => pair.landCover))].sort();
  const corrections = classes.flatMap((landCover): ClutterCorrection[] => {
    const own = fitted.filter(({ pair }) => pair.landCover === landCover);
    const blocks = new Set(own.map(({ block }) => block)).size;
    if (own.length < leastPoints || blocks < leastBlocks) return [];
    const { biasDb } = statsOf(own.map(({ pair }) => errorDb(pair)));
    return [{ landCover, extraLossDb: -biasDb, points: own.length, blocks }];
  });
  if (corrections.length === 0) return null;
  const extra = new Map(corrections.map(({ landCover, extraLossDb }) => [landCover, extraLossDb]));
  const before = statsOf(held.map(({ pair }) => errorDb(pair))).rmseDb;
  const after = statsOf(held.map(({ pair }) => errorDb(pair) + (extra.get(pair.landCover) ?? 0))).rmseDb;
  return {
    corrections,
    fitted: fitted.length,
    heldOut: held.length,
    rmseBeforeDb: before,
    rmseAfterDb: after,
    helps: after < before,
  };
};
