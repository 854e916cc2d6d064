import { type EmpiricalLoss, type EmpiricalPath, type Environment, flagged, requireAnswerable } from './model.ts';
import { reliefDb, slopeDb, smallCityCorrectionDb } from './okumura-hata.ts';

/** Ranges of COST 231-Hata. */
export const cost231HataValidity = {
  frequencyMHz: [1500, 2000],
  distanceKm: [1, 20],
  txHeightM: [30, 200],
  rxHeightM: [1, 10],
} as const;

export const cost231HataEnvironments: readonly Environment[] = ['large-city', 'small-city', 'suburban'];

/** C_m: metropolitan centres lose more than medium cities and suburbs. */
const metropolitanDb = 3;

/**
 * COST 231-Hata: Hata's formula carried to 1500-2000 MHz. COST Action 231, "Digital mobile radio towards future
 * generation systems", final report, 1999, section 4.4.1, eq. (4.4.3). 1-20 km, mast 30-200 m, receiver 1-10 m; outside
 * it still answers, flagged. The report knows no open land: that is answered with Hata's own correction, and flagged.
 */
export const cost231Hata = (path: Omit<EmpiricalPath, 'lineOfSight'>): EmpiricalLoss => {
  requireAnswerable(path);
  const { frequencyMHz, distanceKm, txHeightM, rxHeightM, environment } = path;
  const lossDb =
    46.3 +
    33.9 * Math.log10(frequencyMHz) -
    13.82 * Math.log10(txHeightM) -
    smallCityCorrectionDb(frequencyMHz, rxHeightM) +
    slopeDb(txHeightM) * Math.log10(distanceKm) +
    (environment === 'large-city' ? metropolitanDb : 0);
  if (environment !== 'open') return flagged(lossDb, cost231HataValidity, path);
  return flagged(lossDb - reliefDb('open', frequencyMHz), cost231HataValidity, path, [
    { quantity: 'environment', value: environment, allowed: cost231HataEnvironments },
  ]);
};
