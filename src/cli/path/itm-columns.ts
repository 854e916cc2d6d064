import type { ItmOutcome } from '../../radio/itm/itm.ts';

/** What the Irregular Terrain Model computes, under the names of the tables of its users; null where it can't. */
export const itmColumns = ({ code, warnings, result }: ItmOutcome) => ({
  code,
  warnings,
  A_dB: result?.lossDb ?? null,
  Aref_dB: result?.referenceDb ?? null,
  Afs_dB: result?.freeSpaceDb ?? null,
  dh_m: result?.irregularityM ?? null,
  Ns: result?.surfaceRefractivity ?? null,
  theta_hzn_t_rad: result?.horizons.elevationRad[0] ?? null,
  theta_hzn_r_rad: result?.horizons.elevationRad[1] ?? null,
  d_hzn_t_m: result?.horizons.distanceM[0] ?? null,
  d_hzn_r_m: result?.horizons.distanceM[1] ?? null,
  he_t_m: result?.effectiveHeightM[0] ?? null,
  he_r_m: result?.effectiveHeightM[1] ?? null,
  mode: result?.mode ?? null,
});
