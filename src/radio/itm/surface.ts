import type { Polarisation } from '../diffraction/spherical-earth.ts';
import { type Complex, divide, squareRoot } from './complex.ts';

/** Surface refractivity falls to 1/e over this height, m. */
const refractivityScaleM = 9460;
/** Curvature of the Earth itself, 1/m. */
const curvaturePerM = 157e-9;

/** N_s in N-units at an altitude from N0, which is reduced to sea level. TN 101, section 4. */
export const surfaceRefractivity = (refractivityN0: number, altitudeM: number): number =>
  refractivityN0 * Math.exp(-altitudeM / refractivityScaleM);

/** γ_e, the curvature of the effective Earth, 1/m, from N_s. TN 101, section 4. */
export const effectiveCurvaturePerM = (refractivityNs: number): number =>
  curvaturePerM * (1 - 0.04665 * Math.exp(refractivityNs / 179.3));

/** Z_g, the surface transfer impedance of the ground, dimensionless. The Algorithm, section 3. */
export const groundImpedance = (
  frequencyMHz: number,
  polarisation: Polarisation,
  permittivity: number,
  conductivitySPerM: number,
): Complex => {
  const complexPermittivity = { re: permittivity, im: (18_000 * conductivitySPerM) / frequencyMHz };
  const horizontal = squareRoot({ re: complexPermittivity.re - 1, im: complexPermittivity.im });
  return polarisation === 'horizontal' ? horizontal : divide(horizontal, complexPermittivity);
};

/**
 * Mean altitude in m of the middle 80 % of a profile, which stands for the path where refractivity is asked for.
 */
export const meanAltitudeM = (heightM: Float64Array): number => {
  const last = heightM.length - 1;
  const first = Math.floor(0.1 * last);
  let sum = 0;
  for (let i = first; i <= last - first; i++) sum += heightM[i];
  return sum / (last - 2 * first + 1);
};
