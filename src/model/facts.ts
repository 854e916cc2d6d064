import type { Technology } from './site.ts';

export type Confidence = 'sourced' | 'derived' | 'common estimate' | 'unverified';

/** A figure with its range. Where only one figure is known, all three are equal. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

/** A figure the calculations use, with where it comes from. */
export interface Parameter extends Range {
  name: string;
  unit: string;
  source: string;
  confidence: Confidence;
  note?: string;
}

/** What was stated of the province, at a date, by a source. */
export interface Indicator {
  id: string;
  value: number;
  unit: string;
  date: string;
  definition: string;
  definitionEn: string;
  source: string;
}

export interface Operator {
  id: string;
  name: string;
  /** Mobile country and network code: '452-04'. */
  mccMnc: string;
  source: string;
}

/** What an operator holds in a band. */
export interface BandHolding {
  operator: string;
  /** Width of one direction (FDD) or of the block (TDD). */
  widthMHz: number;
  technologies: readonly Technology[];
}

export interface Band {
  id: string;
  /** 3GPP name: 'B3', 'n78'. */
  name: string;
  /** A frequency in the middle of the downlink, used for propagation. */
  downlinkMHz: number;
  duplex: 'FDD' | 'TDD';
  holdings: readonly BandHolding[];
  source: string;
  confidence: Confidence;
}

/** 3GPP sector pattern (TR 36.942, TR 38.901 table 7.3-1) or an omni with a vertical pattern. */
export interface AntennaType {
  id: string;
  kind: 'sector' | 'omni';
  gainDbi: number;
  /** 3 dB beamwidths. */
  horizontalBeamwidthDeg: number;
  verticalBeamwidthDeg: number;
  frontToBackDb: number;
  sideLobeDb: number;
  source: string;
}

/** An antenna as its maker measured it: gain and attenuation along two cuts, one value a degree. */
export interface MeasuredAntenna {
  id: string;
  kind: 'measured';
  name: string;
  frequencyMHz: number;
  gainDbi: number;
  /** The electrical tilt the vertical cut was measured at, positive down. */
  electricalTiltDeg: number;
  /** Attenuation in dB below the gain at azimuth 0..359 off the boresight, clockwise: 360 values. */
  horizontalDb: readonly number[];
  /** Attenuation in dB at 0..359 from the horizon in front, downwards: 90 straight down, 180 the horizon behind. */
  verticalDb: readonly number[];
  /** The file it was read from. */
  source: string;
}

/** An antenna by its form, or one as its maker measured it. */
export type Antenna = AntennaType | MeasuredAntenna;

/** All tables of facts a pack carries. */
export interface Facts {
  indicators: readonly Indicator[];
  parameters: readonly Parameter[];
  operators: readonly Operator[];
  bands: readonly Band[];
  antennas: readonly Antenna[];
}
