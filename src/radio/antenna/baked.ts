import type { Antenna } from '../../model/facts.ts';
import type { Pointing } from '../antenna.ts';
import { patternGainDbi } from './pattern.ts';
import { seenAzimuthDeg, seenElevationDeg, wrapDeg } from './tilt.ts';

/*
 * What costs time in a gain is the rotation by mechanical tilt, so that is what the table holds: for azimuth off the
 * boresight by elevation, the direction the tilted antenna sees. It is smooth everywhere, where a table of gains would
 * be half a decibel off along the knees of the 3GPP pattern; and one table serves every antenna, azimuth, electrical
 * tilt and power at that mechanical tilt.
 */

const azimuthStepDeg = 1;
const elevationStepDeg = 0.5;
/** Past this elevation the azimuth turns too fast for a table: there the rotation is worked out. */
const highestDeg = 60;

const columns = 180 / azimuthStepDeg + 1;
const rows = (2 * highestDeg) / elevationStepDeg + 1;

/** Directions a tilted antenna sees, elevation −60..60° by azimuth 0..180° off the boresight; the other side mirrors. */
interface TiltTable {
  seenAzimuthDeg: Float32Array;
  seenElevationDeg: Float32Array;
}

const bakeTilt = (tiltDeg: number): TiltTable => {
  const table = {
    seenAzimuthDeg: new Float32Array(rows * columns),
    seenElevationDeg: new Float32Array(rows * columns),
  };
  for (let r = 0, i = 0; r < rows; r++) {
    const elevation = r * elevationStepDeg - highestDeg;
    for (let c = 0; c < columns; c++, i++) {
      table.seenAzimuthDeg[i] = seenAzimuthDeg(tiltDeg, c * azimuthStepDeg, elevation);
      table.seenElevationDeg[i] = seenElevationDeg(tiltDeg, c * azimuthStepDeg, elevation);
    }
  }
  return table;
};

/** Tables of a few tilts, since a network has few; 350 kB each. */
const keptTables = 32;
const tables = new Map<number, TiltTable>();

const tableOf = (tiltDeg: number): TiltTable => {
  const known = tables.get(tiltDeg);
  if (known) return known;
  if (tables.size >= keptTables) tables.clear();
  const table = bakeTilt(tiltDeg);
  tables.set(tiltDeg, table);
  return table;
};

/** A pointed antenna ready for fast gains. Made by `bakeAntenna`, read by `bakedGainDbi`. */
export interface BakedAntenna {
  readonly antenna: Antenna;
  readonly pointing: Pointing;
  /** Null where there is no mechanical tilt to undo. */
  readonly table: TiltTable | null;
}

export const bakeAntenna = (antenna: Antenna, pointing: Pointing): BakedAntenna => ({
  antenna,
  pointing,
  table: antenna.kind === 'omni' || pointing.mechanicalTiltDeg === 0 ? null : tableOf(pointing.mechanicalTiltDeg),
});

/**
 * `antennaGainDbi` by table, within 0.01 dB of it up to 15° of mechanical tilt, and nothing allocated.
 *
 * @param azimuthDeg clockwise from north; elevation above the horizon
 */
export const bakedGainDbi = (baked: BakedAntenna, azimuthDeg: number, elevationDeg: number): number => {
  const { antenna, pointing, table } = baked;
  const { electricalTiltDeg, mechanicalTiltDeg } = pointing;
  if (antenna.kind === 'omni') return patternGainDbi(antenna, electricalTiltDeg, 0, elevationDeg);
  const off = wrapDeg(azimuthDeg - pointing.azimuthDeg);
  if (table === null) return patternGainDbi(antenna, electricalTiltDeg, off, elevationDeg);
  if (!(Math.abs(elevationDeg) < highestDeg)) {
    return patternGainDbi(
      antenna,
      electricalTiltDeg,
      seenAzimuthDeg(mechanicalTiltDeg, off, elevationDeg),
      seenElevationDeg(mechanicalTiltDeg, off, elevationDeg),
    );
  }
  // bilinear in the quarter of the table that the direction falls in; the last column belongs to the one before
  const u = Math.abs(off) / azimuthStepDeg;
  const v = (elevationDeg + highestDeg) / elevationStepDeg;
  const c = Math.min(Math.floor(u), columns - 2);
  const r = Math.floor(v);
  const fu = u - c;
  const fv = v - r;
  const i = r * columns + c;
  const j = i + columns;
  const w00 = (1 - fu) * (1 - fv);
  const w01 = fu * (1 - fv);
  const w10 = (1 - fu) * fv;
  const w11 = fu * fv;
  const az = table.seenAzimuthDeg;
  const el = table.seenElevationDeg;
  const a = w00 * az[i] + w01 * az[i + 1] + w10 * az[j] + w11 * az[j + 1];
  const e = w00 * el[i] + w01 * el[i + 1] + w10 * el[j] + w11 * el[j + 1];
  return patternGainDbi(antenna, electricalTiltDeg, off < 0 ? -a : a, e);
};
