import type { Facts } from '../../../model/facts.ts';
import type { Cell, Technology } from '../../../model/site.ts';

/** Output of a sector: 4G and 5G carriers 40 W, 2G and 3G 20 W. */
const powerDbm: Record<Technology, number> = { '2G': 43, '3G': 43, '4G': 46, '5G': 46 };
/** Carrier widths: GSM 200 kHz, WCDMA 5 MHz, at most 20 MHz of LTE and 100 MHz of NR. */
const widestMHz: Record<Technology, number> = { '2G': 0.2, '3G': 5, '4G': 20, '5G': 100 };
const azimuths = [0, 120, 240];

/**
 * What a mast list without equipment is taken to have: three sectors a technology, on the band the operator holds most
 * of for it. Empty when it holds none.
 */
export const assumedCells = (facts: Facts, operator: string, technology: Technology, siteId: string): Cell[] => {
  const held = facts.bands
    .flatMap((band) =>
      band.holdings
        .filter((holding) => holding.operator === operator && holding.technologies.includes(technology))
        .map(({ widthMHz }) => ({ band, widthMHz })),
    )
    .sort((a, b) => b.widthMHz - a.widthMHz || a.band.downlinkMHz - b.band.downlinkMHz);
  const antenna = facts.antennas.find(({ kind }) => kind === 'sector');
  if (held.length === 0 || !antenna) return [];
  const [{ band, widthMHz }] = held;
  return azimuths.map((azimuthDeg, sector) => ({
    id: `${siteId}-${operator}-${technology}-${sector + 1}`,
    technology,
    band: band.id,
    powerDbm: powerDbm[technology],
    bandwidthMHz: Math.min(widthMHz, widestMHz[technology]),
    antenna: antenna.id,
    azimuthDeg,
    mechanicalTiltDeg: 0,
    electricalTiltDeg: 4,
  }));
};
