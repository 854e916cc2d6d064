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
  const edgeDb = knifeEdgeLossDb(lowestNu + i / perNu);
  table[2 * i] = edgeDb;
  table[2 * i + 1] = blendShare(edgeDb);
}

/**
 * Bullington loss in dB of an equivalent edge, ITU-R P.1812-7 eq. (12) and (21), from a table: within 0.005 dB.
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
