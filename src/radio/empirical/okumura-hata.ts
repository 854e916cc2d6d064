import { type EmpiricalLoss, type EmpiricalPath, type Environment, flagged, requireAnswerable } from './model.ts';

/** Ranges of Hata's formula (1980). */
export const okumuraHataValidity = {
  frequencyMHz: [150, 1500],
  distanceKm: [1, 20],
  txHeightM: [30, 200],
  rxHeightM: [1, 10],
} as const;

/** Correction a(h_m) in dB for the receiver's height in a small or medium city. Hata (1980) eq. (9). */
export const smallCityCorrectionDb = (frequencyMHz: number, rxHeightM: number): number =>
  (1.1 * Math.log10(frequencyMHz) - 0.7) * rxHeightM - (1.56 * Math.log10(frequencyMHz) - 0.8);

/** a(h_m) in dB in a large city: Hata (1980) eq. (10), its two halves meeting at 300 MHz as later texts put it. */
const largeCityCorrectionDb = (frequencyMHz: number, rxHeightM: number): number =>
  frequencyMHz < 300 ? 8.29 * Math.log10(1.54 * rxHeightM) ** 2 - 1.1 : 3.2 * Math.log10(11.75 * rxHeightM) ** 2 - 4.97;

/** What the loss falls by outside a city, dB. Hata (1980) eq. (12) suburban and (13) open. */
export const reliefDb = (environment: Environment, frequencyMHz: number): number => {
  const lf = Math.log10(frequencyMHz);
  if (environment === 'suburban') return 2 * Math.log10(frequencyMHz / 28) ** 2 + 5.4;
  if (environment === 'open') return 4.78 * lf * lf - 18.33 * lf + 40.94;
  return 0;
};

/** How the loss grows with distance from a mast of that height, dB a decade. Hata (1980) eq. (8). */
export const slopeDb = (txHeightM: number): number => 44.9 - 6.55 * Math.log10(txHeightM);

/**
 * Okumura-Hata. M. Hata, "Empirical formula for propagation loss in land mobile radio services", IEEE Transactions on
 * Vehicular Technology 29(3), 1980. 150-1500 MHz, 1-20 km, mast 30-200 m, receiver 1-10 m; outside it still answers,
 * flagged. Refuses what `requireAnswerable` refuses.
 */
export const okumuraHata = (path: Omit<EmpiricalPath, 'lineOfSight'>): EmpiricalLoss => {
  requireAnswerable(path);
  const { frequencyMHz, distanceKm, txHeightM, rxHeightM, environment } = path;
  const correction = environment === 'large-city' ? largeCityCorrectionDb : smallCityCorrectionDb;
  const urban =
    69.55 +
    26.16 * Math.log10(frequencyMHz) -
    13.82 * Math.log10(txHeightM) -
    correction(frequencyMHz, rxHeightM) +
    slopeDb(txHeightM) * Math.log10(distanceKm);
  return flagged(urban - reliefDb(environment, frequencyMHz), okumuraHataValidity, path);
};
