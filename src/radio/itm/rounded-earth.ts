import type { ItmPath } from './itm-path.ts';

/** Radius of the Earth that the curves are drawn for, m. */
const actualEarthRadiusM = 6370e3;

/**
 * F(x, K) in dB: what the height of an antenna over a smooth Earth gains. The Algorithm, eq. (6.4) to (6.7), with the factors of
 * its logarithms rounded as there.
 */
const heightGainDb = (x: number, k: number): number => {
  if (x < 200) {
    const w = -Math.log(k);
    if (k < 1e-5 || x * w ** 3 > 5495) return x > 1 ? 17.372 * Math.log(x) - 117 : -117;
    return (2.5e-5 * x * x) / k - 8.686 * w - 15;
  }
  const far = 0.05751 * x - 4.343 * Math.log(x);
  if (x >= 2000) return far;
  const w = 0.0134 * x * Math.exp(-0.005 * x);
  return (1 - w) * far + w * (17.372 * Math.log(x) - 117);
};

/**
 * Diffraction over a smooth Earth of three radii, dB: one for the foreground of each antenna and one between the horizons.
 * The Algorithm, eq. (4.20); L. E. Vogler, "Smooth earth diffraction calculations for horizontal polarization", 1964.
 */
export const roundedEarthDb = (path: ItmPath, distanceM: number): number => {
  const { frequencyMHz, effectiveHeightM, groundImpedance } = path;
  const [txHorizonM, rxHorizonM] = path.horizons.distanceM;
  const bentRad = distanceM / path.earthRadiusM - path.sightAngleRad;
  const rootOfF = Math.cbrt(frequencyMHz);
  const impedance = Math.hypot(groundImpedance.re, groundImpedance.im);

  /** x and K of an arc of its own radius. */
  const arc = (radiusM: number, lengthM: number) => {
    const c = Math.cbrt(((4 / 3) * actualEarthRadiusM) / radiusM);
    const k = (0.017778 * c) / (rootOfF * impedance);
    return { x: ((1.607 - k) * c * c * rootOfF * lengthM) / 1000, k };
  };
  const betweenM = distanceM - path.horizonsM;
  const between = arc(betweenM / bentRad, betweenM);
  const tx = arc((0.5 * txHorizonM ** 2) / effectiveHeightM[0], txHorizonM);
  const rx = arc((0.5 * rxHorizonM ** 2) / effectiveHeightM[1], rxHorizonM);
  const x = between.x + tx.x + rx.x;
  return 0.05751 * x - 10 * Math.log10(x) - heightGainDb(tx.x, tx.k) - heightGainDb(rx.x, rx.k) - 20;
};
