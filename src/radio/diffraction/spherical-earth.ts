export type Polarisation = 'horizontal' | 'vertical';

/** Electrical constants of the surface, ITU-R P.1812-7 §4.3.3: relative permittivity and conductivity in S/m. */
export const landSurface = { permittivity: 22, conductivity: 0.003 };
const sea = { permittivity: 80, conductivity: 5 };

/** Height gain of an antenna of normalised height Y over ground of admittance K, ITU-R P.1812-7 eq. (34), (35), dB. */
const heightGainDb = (beta: number, y: number, k: number): number => {
  const b = beta * y;
  const gain = b > 2 ? 17.6 * Math.sqrt(b - 1.1) - 5 * Math.log10(b - 1.1) - 8 : 20 * Math.log10(b + 0.1 * b * b * b);
  return Math.max(gain, 2 + 20 * Math.log10(k));
};

/** First term of the residue series over one kind of ground, ITU-R P.526-15 §3.1.1, P.1812-7 eq. (29) to (36), dB. */
const firstTermOver = (
  ground: { permittivity: number; conductivity: number },
  d: number,
  hte: number,
  hre: number,
  radiusKm: number,
  fGHz: number,
  polarisation: Polarisation,
): number => {
  const { permittivity: er, conductivity } = ground;
  const loss = (18 * conductivity) / fGHz;
  const kHorizontal = 0.036 * (radiusKm * fGHz) ** (-1 / 3) * ((er - 1) ** 2 + loss * loss) ** -0.25;
  const k = polarisation === 'horizontal' ? kHorizontal : kHorizontal * Math.sqrt(er * er + loss * loss);
  const k2 = k * k;
  const beta = (1 + 1.6 * k2 + 0.67 * k2 * k2) / (1 + 4.5 * k2 + 1.53 * k2 * k2);

  const x = 21.88 * beta * (fGHz / (radiusKm * radiusKm)) ** (1 / 3) * d;
  const perMetre = 0.9575 * beta * ((fGHz * fGHz) / radiusKm) ** (1 / 3);
  const distanceTerm = x >= 1.6 ? 11 + 10 * Math.log10(x) - 17.6 * x : -20 * Math.log10(x) - 5.6488 * x ** 1.425;
  return -distanceTerm - heightGainDb(beta, perMetre * hte, k) - heightGainDb(beta, perMetre * hre, k);
};

/** The first term over a path of land and sea, ITU-R P.1812-7 eq. (28), dB. */
const firstTermDb = (
  d: number,
  hte: number,
  hre: number,
  radiusKm: number,
  fGHz: number,
  polarisation: Polarisation,
  seaShare: number,
): number => {
  const overLand = seaShare < 1 ? firstTermOver(landSurface, d, hte, hre, radiusKm, fGHz, polarisation) : 0;
  const overSea = seaShare > 0 ? firstTermOver(sea, d, hte, hre, radiusKm, fGHz, polarisation) : 0;
  return seaShare * overSea + (1 - seaShare) * overLand;
};

/**
 * Diffraction loss around a smooth Earth in dB, ITU-R P.526-15 §3.2, P.1812-7 §4.3.2 eq. (22) to (27).
 *
 * @param d path length, km
 * @param hte transmitting antenna above the smooth surface, m
 * @param hre receiving antenna above the smooth surface, m
 * @param ae effective Earth radius, km
 * @param seaShare share of the path over sea, 0..1
 */
export const sphericalEarthLossDb = (
  d: number,
  hte: number,
  hre: number,
  ae: number,
  frequencyMHz: number,
  lambda: number,
  polarisation: Polarisation,
  seaShare: number,
): number => {
  const fGHz = frequencyMHz / 1000;
  const lineOfSightKm = Math.sqrt(2 * ae) * (Math.sqrt(0.001 * hte) + Math.sqrt(0.001 * hre));
  if (d >= lineOfSightKm) return firstTermDb(d, hte, hre, ae, fGHz, polarisation, seaShare);

  // the smallest clearance between the ray and the curved surface
  const c = (hte - hre) / (hte + hre);
  const m = (250 * d * d) / (ae * (hte + hre));
  const b =
    2 *
    Math.sqrt((m + 1) / (3 * m)) *
    Math.cos(Math.PI / 3 + Math.acos(((3 * c) / 2) * Math.sqrt((3 * m) / (m + 1) ** 3)) / 3);
  const d1 = (d / 2) * (1 + b);
  const d2 = d - d1;
  const clearanceM = ((hte - (500 * d1 * d1) / ae) * d2 + (hre - (500 * d2 * d2) / ae) * d1) / d;
  const neededM = 17.456 * Math.sqrt((d1 * d2 * lambda) / d);
  if (clearanceM > neededM) return 0;

  // at the radius that makes the path graze, then in proportion to the clearance
  const grazingRadiusKm = 500 * (d / (Math.sqrt(hte) + Math.sqrt(hre))) ** 2;
  const grazingDb = firstTermDb(d, hte, hre, grazingRadiusKm, fGHz, polarisation, seaShare);
  return grazingDb < 0 ? 0 : (1 - clearanceM / neededM) * grazingDb;
};
