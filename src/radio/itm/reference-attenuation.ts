import { diffractionDb } from './diffraction.ts';
import type { ItmPath } from './itm-path.ts';
import { lineOfSightDb, on, type StraightLine } from './line-of-sight.ts';
import { troposcatter } from './troposcatter.ts';

/** How the signal comes. */
const itmModes = { lineOfSight: 1, diffraction: 2, troposcatter: 3 } as const;
export type ItmMode = (typeof itmModes)[keyof typeof itmModes];

/** A_ref: attenuation below free space before variability. */
export interface ReferenceAttenuation {
  db: number;
  mode: ItmMode;
}

/** Diffraction at two distances well beyond the horizons, and the line through them. The Algorithm, section 4. */
const diffractionLine = (path: ItmPath): StraightLine => {
  const scale = Math.cbrt(path.earthRadiusM ** 2 / path.frequencyMHz);
  const nearM = Math.max(path.smoothHorizonsM, path.horizonsM + 5 * scale);
  const farM = nearM + 10 * scale;
  const nearDb = diffractionDb(path, nearM);
  const dbPerM = (diffractionDb(path, farM) - nearDb) / (farM - nearM);
  return { dbPerM, atZeroDb: nearDb - dbPerM * nearM };
};

/**
 * Attenuation in sight of a smooth Earth, A_e + k1·d + k2·ln d, through three distances: two in sight and the smooth horizon,
 * where diffraction takes over. ERL 79-ITS 67 eq. (3.16a), (3.20); the Algorithm, section 4.
 */
const inSightDb = (path: ItmPath, diffraction: StraightLine): number => {
  const { smoothHorizonsM, horizonsM, effectiveHeightM } = path;
  const horizonDb = on(diffraction, smoothHorizonsM);
  const mostlyClearM = 0.04 * path.frequencyMHz * effectiveHeightM[0] * effectiveHeightM[1];
  const isPositive = diffraction.atZeroDb >= 0;
  const d0 = isPositive ? Math.min(mostlyClearM, 0.5 * horizonsM) : mostlyClearM;
  const d1 = isPositive
    ? d0 + 0.25 * (horizonsM - d0)
    : Math.max(-diffraction.atZeroDb / diffraction.dbPerM, 0.25 * horizonsM);
  const a1 = lineOfSightDb(path, diffraction, d1);

  let k1 = 0;
  let k2 = 0;
  let isFound = false;
  if (d0 < d1) {
    const a0 = lineOfSightDb(path, diffraction, d0);
    const q = Math.log(smoothHorizonsM / d0);
    k2 = Math.max(
      0,
      ((smoothHorizonsM - d0) * (a1 - a0) - (d1 - d0) * (horizonDb - a0)) /
        ((smoothHorizonsM - d0) * Math.log(d1 / d0) - (d1 - d0) * q),
    );
    isFound = diffraction.atZeroDb > 0 || k2 > 0;
    if (isFound) {
      k1 = (horizonDb - a0 - k2 * q) / (smoothHorizonsM - d0);
      if (k1 < 0) {
        k1 = 0;
        k2 = Math.max(horizonDb - a0, 0) / q;
        if (k2 === 0) k1 = diffraction.dbPerM;
      }
    }
  }
  if (!isFound) {
    k1 = Math.max(horizonDb - a1, 0) / (smoothHorizonsM - d1);
    k2 = 0;
    if (k1 === 0) k1 = diffraction.dbPerM;
  }
  const ae = horizonDb - k1 * smoothHorizonsM - k2 * Math.log(smoothHorizonsM);
  return ae + k1 * path.lengthM + k2 * Math.log(path.lengthM);
};

/** How far beyond the horizons scatter is worked out, m: a straight line between the two stands for it. */
const scatterM = [200e3, 400e3] as const;

/** Attenuation beyond the smooth horizon: diffraction up to where scatter takes less. The Algorithm, section 4. */
const beyondHorizon = (path: ItmPath, diffraction: StraightLine): ReferenceAttenuation => {
  const { horizonsM, smoothHorizonsM, frequencyMHz, lengthM } = path;
  const byDiffraction = { db: on(diffraction, lengthM), mode: itmModes.diffraction };
  const nearM = horizonsM + scatterM[0];
  const farM = horizonsM + scatterM[1];
  const far = troposcatter(path, farM);
  const near = far && troposcatter(path, nearM, far);
  if (!near) return byDiffraction;

  const dbPerM = (far.lossDb - near.lossDb) / (farM - nearM);
  const leastM = horizonsM + 1.088 * Math.cbrt(path.earthRadiusM ** 2 / frequencyMHz) * Math.log(frequencyMHz);
  const crossingM = (near.lossDb - diffraction.atZeroDb - dbPerM * nearM) / (diffraction.dbPerM - dbPerM);
  const takeoverM = Math.max(smoothHorizonsM, leastM, crossingM);
  if (lengthM <= takeoverM) return byDiffraction;
  const atZeroDb = (diffraction.dbPerM - dbPerM) * takeoverM + diffraction.atZeroDb;
  return { db: on({ atZeroDb, dbPerM }, lengthM), mode: itmModes.troposcatter };
};

/** A_ref of a path, never below free space. The Algorithm, section 4. */
export const referenceAttenuation = (path: ItmPath): ReferenceAttenuation => {
  const diffraction = diffractionLine(path);
  const found =
    path.lengthM < path.smoothHorizonsM
      ? { db: inSightDb(path, diffraction), mode: itmModes.lineOfSight }
      : beyondHorizon(path, diffraction);
  return { ...found, db: Math.max(0, found.db) };
};
