/**
 * Loss over a single knife edge in dB, ITU-R P.526-15 eq. (31), P.1812-7 eq. (12).
 * 0 at and below ν = −0.78, where the approximation ends. NaN stays NaN.
 */
export const knifeEdgeLossDb = (nu: number): number => {
  if (nu <= -0.78) return 0;
  const v = nu - 0.1;
  return 6.9 + 20 * Math.log10(Math.sqrt(v * v + 1) + v);
};
