import type { Polarisation } from '../diffraction/spherical-earth.ts';

/** A quantity at each end of a path. */
export type Ends = readonly [tx: number, rx: number];

/** Terrain above sea level at equal steps along a path, transmitter first and receiver last. */
export interface EvenProfile {
  stepM: number;
  heightM: Float64Array;
}

/** Climate, ground and shares that the Irregular Terrain Model takes besides a path. */
export interface ItmEnvironment {
  /**
   * 1 equatorial, 2 continental subtropical, 3 maritime subtropical, 4 desert, 5 continental temperate, 6 maritime
   * temperate over land, 7 maritime temperate over sea.
   */
  climate: number;
  /** N0: minimum monthly mean surface refractivity reduced to sea level, N-units. */
  refractivityN0: number;
  /** ε_r of the ground. */
  permittivity: number;
  /** σ of the ground. */
  conductivitySPerM: number;
  /**
   * Which of time, locations and situations are told apart: 0 single message, 1 accidental, 2 mobile, 3 broadcast. Ten more
   * leaves location variability out, as for a path between known points; twenty more leaves situations out.
   */
  variabilityMode: number;
  /** The loss is not exceeded for this share of time, at this share of locations, with this confidence. */
  timePercent: number;
  locationPercent: number;
  situationPercent: number;
}

/** What the point-to-point mode takes. */
export interface ItmInput {
  profile: EvenProfile;
  frequencyMHz: number;
  /** Antennas above the ground at their end. */
  txHeightM: number;
  rxHeightM: number;
  /** Null: none that the model knows. */
  polarisation: Polarisation | null;
  environment: ItmEnvironment;
}

/**
 * What is assumed of Thái Nguyên where nothing is said. Climate: maritime subtropical, of those that NTIA Report 82-100 tells apart
 * the nearest to a humid province under the monsoon, and the refractivity that report suggests for it; its average ground. A
 * path between known points, at the median of time and situations.
 */
export const defaultItmEnvironment: ItmEnvironment = {
  climate: 3,
  refractivityN0: 370,
  permittivity: 15,
  conductivitySPerM: 0.005,
  variabilityMode: 12,
  timePercent: 50,
  locationPercent: 50,
  situationPercent: 50,
};
