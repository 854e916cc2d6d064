/** c1 + c2 / (1 + ((d − x2)/x3)²), times (d/x1)² / (1 + (d/x1)²). Levels in dB, distances in m. */
export interface Curve {
  c1: number;
  c2: number;
  x1: number;
  x2: number;
  x3: number;
}

/** b1 + b2 / ((b3·q)² + 1), of q from the frequency. */
interface FrequencyFactor {
  b1: number;
  b2: number;
  b3: number;
}

/** How the level varies over time in a climate. */
export interface Climate {
  /** V(50 %). */
  median: Curve;
  /** σ_T− and σ_T+: deviations below and above the median level, and what the frequency makes of them. */
  below: Curve;
  above: Curve;
  belowFactor: FrequencyFactor;
  aboveFactor: FrequencyFactor;
  /** C_D and z_D: how and from where the rare strong levels grow less. */
  rareShare: number;
  rareFrom: number;
}

const curve = (c1: number, c2: number, x1Km: number, x2Km: number, x3Km: number): Curve => ({
  c1,
  c2,
  x1: 1000 * x1Km,
  x2: 1000 * x2Km,
  x3: 1000 * x3Km,
});
const factor = (b1: number, b2 = 0, b3 = 0): FrequencyFactor => ({ b1, b2, b3 });

/** The climates of the model by their numbers less one, fitted to TN 101, section 10 and annex III. The Algorithm, section 5. */
export const climates: readonly Climate[] = [
  // equatorial
  {
    median: curve(-9.67, 12.7, 144.9, 190.3, 133.8),
    below: curve(2.13, 159.5, 762.2, 123.6, 94.5),
    above: curve(2.11, 102.3, 636.9, 134.8, 95.6),
    belowFactor: factor(1),
    aboveFactor: factor(1),
    rareShare: 1.224,
    rareFrom: 1.282,
  },
  // continental subtropical
  {
    median: curve(-0.62, 9.19, 228.9, 205.2, 143.6),
    below: curve(2.66, 7.67, 100.4, 172.5, 136.4),
    above: curve(6.87, 15.53, 138.7, 143.7, 98.6),
    belowFactor: factor(1),
    aboveFactor: factor(0.93, 0.31, 2),
    rareShare: 0.801,
    rareFrom: 2.161,
  },
  // maritime subtropical
  {
    median: curve(1.26, 15.5, 262.6, 185.2, 99.8),
    below: curve(6.11, 6.65, 138.2, 242.2, 178.6),
    above: curve(10.08, 9.6, 165.3, 225.7, 129.7),
    belowFactor: factor(1),
    aboveFactor: factor(1),
    rareShare: 1.38,
    rareFrom: 1.282,
  },
  // desert
  {
    median: curve(-9.21, 9.05, 84.1, 101.1, 98.6),
    below: curve(1.98, 13.11, 139.1, 132.7, 193.5),
    above: curve(3.68, 159.3, 464.4, 93.1, 94.2),
    belowFactor: factor(1),
    aboveFactor: factor(0.93, 0.19, 1.79),
    rareShare: 1,
    rareFrom: 20,
  },
  // continental temperate
  {
    median: curve(-0.62, 9.19, 228.9, 205.2, 143.6),
    below: curve(2.68, 7.16, 93.7, 186.8, 133.5),
    above: curve(4.75, 8.12, 93.2, 135.9, 113.4),
    belowFactor: factor(0.92, 0.25, 1.77),
    aboveFactor: factor(0.93, 0.31, 2),
    rareShare: 1.224,
    rareFrom: 1.282,
  },
  // maritime temperate, over land
  {
    median: curve(-0.39, 2.86, 141.7, 315.9, 167.4),
    below: curve(6.86, 10.38, 187.8, 169.6, 108.9),
    above: curve(8.58, 13.97, 216, 152, 122.7),
    belowFactor: factor(1),
    aboveFactor: factor(1),
    rareShare: 1.518,
    rareFrom: 1.282,
  },
  // maritime temperate, over sea
  {
    median: curve(3.15, 857.9, 2222, 164.8, 116.3),
    below: curve(8.51, 169.8, 609.8, 119.9, 106.6),
    above: curve(8.43, 8.19, 136.2, 188.5, 122.9),
    belowFactor: factor(1),
    aboveFactor: factor(1),
    rareShare: 1.518,
    rareFrom: 1.282,
  },
];

export const curveAt = ({ c1, c2, x1, x2, x3 }: Curve, distanceM: number): number => {
  const share = (distanceM / x1) ** 2;
  return ((c1 + c2 / (1 + ((distanceM - x2) / x3) ** 2)) * share) / (1 + share);
};

export const factorAt = ({ b1, b2, b3 }: FrequencyFactor, q: number): number => b1 + b2 / ((b3 * q) ** 2 + 1);
