import type { PathProfile } from '../profile.ts';

/** Radio-climatic zones of ITU-R P.1812-7 table 3. */
export const zones = { sea: 1, coastalLand: 3, inland: 4 } as const;

/** What a path crosses, from the zone of each of its points. */
export interface ZoneLengths {
  /** ω, eq. (1): share of the path over sea. */
  seaShare: number;
  /** d_tm: longest unbroken stretch of land, km. */
  longestLandKm: number;
  /** d_lm: longest unbroken stretch inland, km. */
  longestInlandKm: number;
}

/** Total and longest run of the points a test holds for; a run reaches halfway to the neighbours that break it. */
const runsOf = (distanceKm: Float64Array, holds: (i: number) => boolean): { total: number; longest: number } => {
  const last = distanceKm.length - 1;
  let total = 0;
  let longest = 0;
  let start = -1;
  for (let i = 0; i <= last; i++) {
    if (!holds(i)) continue;
    if (i === 0 || !holds(i - 1)) start = i === 0 ? 0 : (distanceKm[i - 1] + distanceKm[i]) / 2;
    if (i < last && holds(i + 1)) continue;
    const length = (i === last ? distanceKm[last] : (distanceKm[i] + distanceKm[i + 1]) / 2) - start;
    total += length;
    if (length > longest) longest = length;
  }
  return { total, longest };
};

/** @param zone of each point; all inland when absent, as no place of a province without a coast is otherwise */
export const zoneLengths = ({ distanceKm }: PathProfile, zone: Uint8Array | undefined): ZoneLengths => {
  const d = distanceKm[distanceKm.length - 1];
  if (!zone) return { seaShare: 0, longestLandKm: d, longestInlandKm: d };
  return {
    seaShare: runsOf(distanceKm, (i) => zone[i] === zones.sea).total / d,
    longestLandKm: runsOf(distanceKm, (i) => zone[i] !== zones.sea).longest,
    longestInlandKm: runsOf(distanceKm, (i) => zone[i] === zones.inland).longest,
  };
};

/** τ of ITU-R P.1812-7 eq. (3), dimensionless. */
export const inlandFactor = (longestInlandKm: number): number => 1 - Math.exp(-4.12e-4 * longestInlandKm ** 2.41);

/**
 * β0: percentage of time that the refractivity falls by more than 100 N-units/km in the lowest 100 m.
 * ITU-R P.1812-7 §3.6 eq. (2) to (5).
 */
export const anomalousIncidencePercent = (
  pathCentreLatitudeDeg: number,
  { longestLandKm, longestInlandKm }: ZoneLengths,
): number => {
  const latitude = Math.abs(pathCentreLatitudeDeg);
  const tau = inlandFactor(longestInlandKm);
  const mu1 = Math.min(1, (10 ** (-longestLandKm / (16 - 6.6 * tau)) + 10 ** (-5 * (0.496 + 0.354 * tau))) ** 0.2);
  const mu4 = latitude <= 70 ? mu1 ** (-0.935 + 0.0176 * latitude) : mu1 ** 0.3;
  return (latitude <= 70 ? 10 ** (-0.015 * latitude + 1.67) : 4.17) * mu1 * mu4;
};
