import type { Cell } from '../model/site.ts';
import { lteResourceBlocks, nrResourceBlocks } from './resource-blocks.ts';

/** Losses of a link besides the path's. */
export interface LinkLosses {
  /** From the radio's port to the antenna: feeder, jumpers, connectors. */
  feederDb: number;
  /** The receiver's own: body, antenna below 0 dBi. */
  receiverDb: number;
}

/**
 * Feeder 3 dB: Report ITU-R M.2292, macro base stations, every environment; a radio beside the antenna loses about
 * 0.5 dB. Receiver 0 dB: an outdoor measurement at 0 dBi, as drive tests report RSRP.
 */
export const defaultLinkLosses: LinkLosses = { feederDb: 3, receiverDb: 0 };

const subcarriersPerBlock = 12;

/** Share of a 3G cell's power in its pilot channel (CPICH): a tenth, the usual setting of planning guides. */
const pilotShareDb = 10;

/**
 * Spacing of an NR carrier that says only its width: 15 kHz to 20 MHz, as FDD bands use it, and 30 kHz above, as
 * TDD bands do.
 */
const usualSpacingKHz = (bandwidthMHz: number): 15 | 30 => (bandwidthMHz > 20 ? 30 : 15);

/**
 * Power in dBm of the signal a technology's coverage is measured on, at the radio's port, all resource blocks loaded:
 * - 4G, 5G: one resource element, P − 10·log10(12·N_RB). What arrives is RSRP (SS-RSRP, without beamforming gain).
 * - 3G: the pilot channel, P − 10 dB. What arrives is RSCP.
 * - 2G: the BCCH carrier at full power. What arrives is RxLev.
 *
 * LTE at 46 dBm over 20 MHz is 15.2 dBm. A width the technology does not have throws RangeError; 2G and 3G take any.
 */
export const referenceSignalPowerDbm = (cell: Pick<Cell, 'technology' | 'powerDbm' | 'bandwidthMHz'>): number => {
  const { technology, powerDbm, bandwidthMHz } = cell;
  if (technology === '2G') return powerDbm;
  if (technology === '3G') return powerDbm - pilotShareDb;
  const blocks =
    technology === '4G'
      ? lteResourceBlocks(bandwidthMHz)
      : nrResourceBlocks(bandwidthMHz, usualSpacingKHz(bandwidthMHz));
  return powerDbm - 10 * Math.log10(subcarriersPerBlock * blocks);
};

/**
 * Level in dBm at the receiver: P_RE + G − losses − L.
 *
 * @param powerDbm of the measured signal, `referenceSignalPowerDbm`
 * @param gainDbi of the antenna towards the receiver, `antennaGainDbi`
 * @param pathLossDb basic transmission loss between isotropic antennas
 */
export const receivedDbm = (
  powerDbm: number,
  gainDbi: number,
  pathLossDb: number,
  losses: LinkLosses = defaultLinkLosses,
): number => powerDbm + gainDbi - losses.feederDb - losses.receiverDb - pathLossDb;
