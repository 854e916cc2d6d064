import { itmCodes, itmWarnings } from './itm-codes.ts';
import type { ItmPath } from './itm-path.ts';
import { smoothHorizonM } from './path-geometry.ts';
import { horizonShares, itmRanges, lengthPerHeight, steepestHorizonMrad, surfaceRefractivityRange } from './ranges.ts';

/** What no path has: curvatures of the effective Earth and refractivities that the formulas were not made for. */
const earthRadiusM = [4_000_000, 13_333_333] as const;
const leastRefractivity = 150;

/** Warnings about a path's shape, or the code of what no path has. */
export const checkPath = (path: ItmPath): { code: number; warnings: number } => {
  const { horizons, effectiveHeightM, lengthM, surfaceRefractivity } = path;
  let warnings = 0;
  const warnIf = (holds: boolean, warning: number): void => {
    if (holds) warnings |= warning;
  };
  const [tx, rx] = ([0, 1] as const).map((end) => ({
    mrad: 1000 * Math.abs(horizons.elevationRad[end]),
    share: horizons.distanceM[end] / smoothHorizonM(effectiveHeightM[end], path.earthRadiusM),
  }));
  warnIf(tx.mrad > steepestHorizonMrad, itmWarnings.txHorizonAngle);
  warnIf(rx.mrad > steepestHorizonMrad, itmWarnings.rxHorizonAngle);
  warnIf(tx.share < horizonShares[0], itmWarnings.txHorizonNear);
  warnIf(rx.share < horizonShares[0], itmWarnings.rxHorizonNear);
  warnIf(tx.share > horizonShares[1], itmWarnings.txHorizonFar);
  warnIf(rx.share > horizonShares[1], itmWarnings.rxHorizonFar);

  if (surfaceRefractivity < leastRefractivity) return { code: itmCodes.surfaceRefractivityLow, warnings };
  if (surfaceRefractivity > surfaceRefractivityRange[1]) return { code: itmCodes.surfaceRefractivityHigh, warnings };
  warnIf(surfaceRefractivity < surfaceRefractivityRange[0], itmWarnings.surfaceRefractivity);
  if (path.earthRadiusM < earthRadiusM[0] || path.earthRadiusM > earthRadiusM[1])
    return { code: itmCodes.effectiveEarth, warnings };
  const { re, im } = path.groundImpedance;
  if (re <= Math.abs(im)) return { code: itmCodes.groundImpedance, warnings };

  const [nearestKm, farthestKm] = itmRanges.distanceKm;
  const apartM = lengthPerHeight * Math.abs(effectiveHeightM[0] - effectiveHeightM[1]);
  warnIf(lengthM < apartM, itmWarnings.distanceShort);
  warnIf(lengthM < 1000 * nearestKm, itmWarnings.distanceVeryShort);
  warnIf(lengthM > 1000 * farthestKm, itmWarnings.distanceLong);
  warnIf(lengthM > 2000 * farthestKm, itmWarnings.distanceVeryLong);
  return { code: itmCodes.success, warnings };
};
