import type { Complex } from './complex.ts';
import type { Ends } from './itm-input.ts';
import type { ItmGeometry } from './path-geometry.ts';

/** A path as the parts of the reference attenuation look at it, at its own and at other distances. */
export interface ItmPath extends ItmGeometry {
  frequencyMHz: number;
  /** Antennas above the ground. */
  antennaHeightM: Ends;
  /** Z_g. */
  groundImpedance: Complex;
  /** N_s, N-units. */
  surfaceRefractivity: number;
  /** 1/γ_e. */
  earthRadiusM: number;
  /** Horizon distances of both antennas together, over the terrain (d_L) and over a smooth Earth (d_Ls). */
  horizonsM: number;
  smoothHorizonsM: number;
  /** −θ_e, the angle the ray falls below the line between the horizons where they meet, rad. */
  sightAngleRad: number;
}

/** Wave number k in 1/m, from the frequency. The Algorithm, eq. (1.1). */
export const waveNumber = (frequencyMHz: number): number => frequencyMHz / 47.7;
