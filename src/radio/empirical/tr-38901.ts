import { type EmpiricalLoss, type EmpiricalPath, flagged, requireAnswerable, type Validity } from './model.ts';

/*
 * Path loss of 3GPP TR 38.901 table 7.4.1-1. Its symbols: f_c in GHz, d_2D over ground and d_3D between the antennas in
 * metres, h_BS and h_UT above ground. Line of sight, a matter of chance in the report, is decided here by terrain.
 */

export type Tr38901Path = Omit<EmpiricalPath, 'environment'>;

/** c as the table's note 1 and 5 give it, m/s. */
const speedOfLight = 3e8;

const log10 = Math.log10;

const geometry = (path: Tr38901Path) => {
  requireAnswerable(path);
  const d2 = path.distanceKm * 1000;
  const hB = path.txHeightM;
  const hU = path.rxHeightM;
  return { f: path.frequencyMHz / 1000, d2, d3: Math.hypot(d2, hB - hU), hB, hU };
};

/** Height of buildings and width of streets around the receiver; the table's default values. */
export interface RuralSurroundings {
  buildingHeightM: number;
  streetWidthM: number;
}
const defaultSurroundings: RuralSurroundings = { buildingHeightM: 5, streetWidthM: 20 };

export const ruralMacroValidity = (lineOfSight: boolean): Validity => ({
  frequencyMHz: [500, 30_000],
  distanceKm: [0.01, lineOfSight ? 10 : 5],
  txHeightM: [10, 150],
  rxHeightM: [1, 10],
  buildingHeightM: [5, 50],
  streetWidthM: [5, 50],
});

/** RMa: rural macro. Breakpoint at 2π·h_BS·h_UT·f/c (note 5). */
export const ruralMacro = (path: Tr38901Path, surroundings: RuralSurroundings = defaultSurroundings): EmpiricalLoss => {
  const { f, d2, d3, hB, hU } = geometry(path);
  const { buildingHeightM: h, streetWidthM: W } = surroundings;
  const breakpoint = (2 * Math.PI * hB * hU * f * 1e9) / speedOfLight;
  const near = (d: number): number =>
    20 * log10((40 * Math.PI * d * f) / 3) +
    Math.min(0.03 * h ** 1.72, 10) * log10(d) -
    Math.min(0.044 * h ** 1.72, 14.77) +
    0.002 * log10(h) * d;
  let lossDb = d2 <= breakpoint ? near(d3) : near(breakpoint) + 40 * log10(d3 / breakpoint);
  if (!path.lineOfSight) {
    const blocked =
      161.04 -
      7.1 * log10(W) +
      7.5 * log10(h) -
      (24.37 - 3.7 * (h / hB) ** 2) * log10(hB) +
      (43.42 - 3.1 * log10(hB)) * (log10(d3) - 3) +
      20 * log10(f) -
      (3.2 * log10(11.75 * hU) ** 2 - 4.97);
    lossDb = Math.max(lossDb, blocked);
  }
  return flagged(lossDb, ruralMacroValidity(path.lineOfSight), { ...path, ...surroundings });
};

/** What the two urban rows of the table differ in. */
interface UrbanRow {
  validity: Validity;
  /** Up to the breakpoint: constant + slope·log10(d_3D) + 20·log10(f). */
  constantDb: number;
  slopeDb: number;
  /** Past it 40 dB a decade, less this times log10(d_BP′² + (h_BS − h_UT)²). */
  breakpointDb: number;
  /** Without line of sight: constant, slope, frequency term, and dB a metre of receiver above 1.5 m. */
  blockedConstantDb: number;
  blockedSlopeDb: number;
  blockedFrequencyDb: number;
  blockedHeightDb: number;
}

/**
 * Effective environment height h_E, m (note 1). Certain for receivers below 13 m; above, the report draws it at
 * random, and the value that is certain below is kept.
 */
const environmentHeightM = 1;

const urban = (path: Tr38901Path, row: UrbanRow): EmpiricalLoss => {
  const { f, d2, d3, hB, hU } = geometry(path);
  // an antenna no higher than the environment would have none: it is kept at a metre, and such heights are flagged
  const above = Math.max(hB - environmentHeightM, 0) * Math.max(hU - environmentHeightM, 0);
  const breakpoint = Math.max((4 * above * f * 1e9) / speedOfLight, 1);
  let lossDb =
    d2 <= breakpoint
      ? row.constantDb + row.slopeDb * log10(d3) + 20 * log10(f)
      : row.constantDb + 40 * log10(d3) + 20 * log10(f) - row.breakpointDb * log10(breakpoint ** 2 + (hB - hU) ** 2);
  if (!path.lineOfSight) {
    const blocked =
      row.blockedConstantDb +
      row.blockedSlopeDb * log10(d3) +
      row.blockedFrequencyDb * log10(f) -
      row.blockedHeightDb * (hU - 1.5);
    lossDb = Math.max(lossDb, blocked);
  }
  return flagged(lossDb, row.validity, path);
};

export const urbanMacroValidity: Validity = {
  frequencyMHz: [500, 100_000],
  distanceKm: [0.01, 5],
  txHeightM: [25, 25],
  rxHeightM: [1.5, 22.5],
};

/** UMa: urban macro. Breakpoint at 4·(h_BS − h_E)·(h_UT − h_E)·f/c (note 1). */
export const urbanMacro = (path: Tr38901Path): EmpiricalLoss =>
  urban(path, {
    validity: urbanMacroValidity,
    constantDb: 28,
    slopeDb: 22,
    breakpointDb: 9,
    blockedConstantDb: 13.54,
    blockedSlopeDb: 39.08,
    blockedFrequencyDb: 20,
    blockedHeightDb: 0.6,
  });

export const urbanMicroValidity: Validity = { ...urbanMacroValidity, txHeightM: [10, 10] };

/** UMi: urban micro, street canyon. Breakpoint as for UMa. */
export const urbanMicro = (path: Tr38901Path): EmpiricalLoss =>
  urban(path, {
    validity: urbanMicroValidity,
    constantDb: 32.4,
    slopeDb: 21,
    breakpointDb: 9.5,
    blockedConstantDb: 22.4,
    blockedSlopeDb: 35.3,
    blockedFrequencyDb: 21.3,
    blockedHeightDb: 0.3,
  });
