import type { Polarisation } from '../diffraction/spherical-earth.ts';
import type { PathProfile } from '../profile.ts';

/** What ITU-R P.1812-7 §3.1 takes: the path and its ends, frequency, climate, shares of time and locations. */
export interface P1812Input {
  profile: PathProfile;
  /** Radio-climatic zone of each point (`zones`); all inland when absent. */
  zone?: Uint8Array;
  frequencyMHz: number;
  /** p: the loss is not exceeded for this share of an average year, 1 to 50. */
  timePercent: number;
  /** Antennas above the ground at their end. */
  txHeightM: number;
  rxHeightM: number;
  polarisation: Polarisation;
  pathCentreLatitudeDeg: number;
  /** ΔN: average refractivity lapse rate over the lowest kilometre, N-units/km, positive. */
  deltaN: number;
  /** N0: sea-level surface refractivity at the path's centre, N-units. */
  refractivityN0: number;
  /** p_L: the loss is not exceeded at this share of locations; 50 by default. */
  locationPercent?: number;
  /** σ_L of the locations; 0 by default, see `locationSigmaDb`. */
  locationSigmaDb?: number;
  /** d_ct, d_cr: over land to the coast; 500, which is none, by default and 0 at sea. */
  txCoastKm?: number;
  rxCoastKm?: number;
}
