import type { BuildingType } from '../radio/building-entry.ts';
import { buildingEntryLossDb } from '../radio/building-entry.ts';
import { downlinkCurve, layeredEfficiency, spectralEfficiency, uplinkCurve } from '../radio/spectral-efficiency.ts';
import type { NetworkCell, PlaceRate, Received } from './capacity-types.ts';
import { noisePerElementDbm } from './receive.ts';

const subcarriers = 12;
/** Of a resource block's elements in a symbol that holds the cell's reference signal, those that send it however idle the cell. */
const referenceElements = 2;

/** Power of a device, dBm: class 3 of 3GPP TS 36.101 and 38.101-1. */
const devicePowerDbm = 23;

const milliwatts = (dbm: number): number => 10 ** (dbm / 10);
const decibels = (ratio: number): number => 10 * Math.log10(ratio);

/** What the rate of a link depends on besides what arrives. */
export interface LinkTerms {
  cells: readonly NetworkCell[];
  /** By cell, the share of its resource blocks in use, 0 to 1. */
  loads: Float64Array;
  deviceNoiseDb: number;
  stationNoiseDb: number;
  layers: number;
}

/**
 * Signal by interference and noise of one resource element, dB: other cells of the band count by the share of the time that
 * they send on it.
 *
 * @param lossDb what everything that arrives loses on its last metres, as indoors
 */
export const sinrDb = (
  { server, rsrpDbm, others }: Received,
  { cells, loads, deviceNoiseDb }: LinkTerms,
  lossDb = 0,
) => {
  const noise = milliwatts(noisePerElementDbm(cells[server].spacingKHz, deviceNoiseDb));
  let interference = 0;
  for (const { cell, rsrpDbm: level } of others) interference += loads[cell] * milliwatts(level - lossDb);
  return decibels(milliwatts(rsrpDbm - lossDb) / (noise + interference));
};

/** N · RSRP / RSSI, dB, over symbols that hold reference signals: 3GPP TS 36.214 §5.1.3. */
export const rsrqDb = ({ server, rsrpDbm, others }: Received, { cells, loads, deviceNoiseDb }: LinkTerms): number => {
  const elements = (cell: number): number => referenceElements + (subcarriers - referenceElements) * loads[cell];
  let rssiPerBlock =
    elements(server) * milliwatts(rsrpDbm) +
    subcarriers * milliwatts(noisePerElementDbm(cells[server].spacingKHz, deviceNoiseDb));
  for (const { cell, rsrpDbm: level } of others) rssiPerBlock += elements(cell) * milliwatts(level);
  return decibels(milliwatts(rsrpDbm) / rssiPerBlock);
};

const megahertzOf = (blocks: number, { spacingKHz }: NetworkCell): number => (blocks * subcarriers * spacingKHz) / 1000;

/** Mbit/s of a cell's whole carrier at an SINR, with the share of the time that its downlink has. */
export const downMbps = (cell: NetworkCell, sinr: number, layers: number): number =>
  megahertzOf(cell.resourceBlocks, cell) * cell.downlinkShare * layeredEfficiency(sinr, layers, downlinkCurve);

/**
 * Mbit/s that a device sends to its cell: over as many resource blocks as carry most, since its power is spread over them. The
 * path takes the same both ways; the cell hears noise alone.
 *
 * @param referencePowerDbm what the cell sends on a resource element, at its radio's port
 */
export const upMbps = (
  cell: NetworkCell,
  rsrpDbm: number,
  referencePowerDbm: number,
  stationNoiseDb: number,
): number => {
  const arrivesDbm = devicePowerDbm + rsrpDbm - referencePowerDbm;
  const noiseDbm = noisePerElementDbm(cell.spacingKHz, stationNoiseDb) + decibels(subcarriers);
  const share = cell.downlinkShare === 1 ? 1 : 1 - cell.downlinkShare;
  let most = 0;
  for (let blocks = 1; blocks <= cell.resourceBlocks; blocks++) {
    const efficiency = spectralEfficiency(arrivesDbm - decibels(blocks) - noiseDbm, uplinkCurve);
    if (efficiency === 0) break;
    most = Math.max(most, megahertzOf(blocks, cell) * share * efficiency);
  }
  return most;
};

/** What a device gets where something arrives. */
export const rateAt = (
  received: Received,
  terms: LinkTerms,
  indoors: { building: BuildingType; percent: number },
  referencePowerDbm: (cell: number) => number,
): PlaceRate => {
  const cell = terms.cells[received.server];
  const entryDb = buildingEntryLossDb(cell.frequencyMHz, indoors.percent, indoors.building);
  const sinr = sinrDb(received, terms);
  return {
    cell: received.server,
    rsrpDbm: received.rsrpDbm,
    rsrqDb: rsrqDb(received, terms),
    sinrDb: sinr,
    downMbps: downMbps(cell, sinr, terms.layers),
    upMbps: upMbps(cell, received.rsrpDbm, referencePowerDbm(received.server), terms.stationNoiseDb),
    indoorDownMbps: downMbps(cell, sinrDb(received, terms, entryDb), terms.layers),
  };
};
