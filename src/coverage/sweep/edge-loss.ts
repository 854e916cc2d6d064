import { knifeEdgeLossDb } from '../../radio/diffraction/knife-edge.ts';

/** ν where the loss begins; entries from there up, two numbers each: the edge's loss and the share of the blend. */
const lowestNu = -0.78;
const perNu = 32;
const highestNu = 120;
const entries = Math.ceil((highestNu - lowestNu) * perNu) + 2;

/** The share of (10 + 0.02·d) dB that Bullington adds to a knife edge, P.1812-7 eq. (21). */
const blendShare = (edgeDb: number): number => 1 - Math.exp(-edgeDb / 6);

const table = new Float32Array(2 * entries);
for (let i = 0; i < entries; i++) {
  // just above the lowest ν the loss jumps from nothing to a hundredth of a decibel
  const edgeDb = knifeEdgeLossDb(Math.max(lowestNu + i / perNu, lowestNu + 1e-9));
  table[2 * i] = edgeDb;
  table[2 * i + 1] = blendShare(edgeDb);
}

/**
 * Bullington loss in dB of an equivalent edge, ITU-R P.1812-7 eq. (12) and (21), from a table: within 0.001 dB.
 * Nothing at and below ν = −0.78.
 *
 * @param nu dimensionless; pathKm length of the path
 */
export const bullingtonLossDb = (nu: number, pathKm: number): number => {
  if (!(nu > lowestNu)) return 0;
  if (nu >= highestNu) {
    const edgeDb = knifeEdgeLossDb(nu);
    return edgeDb + blendShare(edgeDb) * (10 + 0.02 * pathKm);
  }
  const at = (nu - lowestNu) * perNu;
  const i = at | 0;
  const f = at - i;
  const edgeDb = table[2 * i] + (table[2 * i + 2] - table[2 * i]) * f;
  const share = table[2 * i + 1] + (table[2 * i + 3] - table[2 * i + 1]) * f;
  return edgeDb + share * (10 + 0.02 * pathKm);
};

/** ν² at which the loss, without what grows with distance, reaches whole and half decibels. */
const perDb = 2;
const nu2AtLoss = Float64Array.from({ length: 256 * perDb }, (_, i) => {
  const lossDb = (i + 1) / perDb;
  let low = lowestNu;
  let high = 1e13;
  // the loss rises with ν: halve until it is found
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (bullingtonLossDb(middle, 0) < lossDb) low = middle;
    else high = middle;
  }
  return high > 0 ? high * high : 0;
});

/** A ν² above which an obstacle that blocks a path loses more than so many decibels, at any distance. */
export const nu2Losing = (lossDb: number): number => {
  if (lossDb < 0) return 0;
  const i = (lossDb * perDb) | 0;
  return i < nu2AtLoss.length ? nu2AtLoss[i] : Number.POSITIVE_INFINITY;
};
