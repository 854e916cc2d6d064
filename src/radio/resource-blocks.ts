import type { Technology } from '../model/site.ts';

/** Resource blocks of an LTE carrier by width in MHz. 3GPP TS 36.101 table 5.6-1. */
const lte: Readonly<Record<number, number>> = { 1.4: 6, 3: 15, 5: 25, 10: 50, 15: 75, 20: 100 };

/** Resource blocks of an NR carrier in FR1 by width in MHz, a subcarrier spacing each. 3GPP TS 38.101-1 table 5.3.2-1. */
const nr: Readonly<Record<15 | 30, Readonly<Record<number, number>>>> = {
  15: { 5: 25, 10: 52, 15: 79, 20: 106, 25: 133, 30: 160, 40: 216, 50: 270 },
  30: {
    5: 11,
    10: 24,
    15: 38,
    20: 51,
    25: 65,
    30: 78,
    40: 106,
    50: 133,
    60: 162,
    70: 189,
    80: 217,
    90: 245,
    100: 273,
  },
};

const widthsOf = (table: Readonly<Record<number, number>>): number[] =>
  Object.keys(table)
    .map(Number)
    .sort((a, b) => a - b);

const lookUp = (table: Readonly<Record<number, number>>, bandwidthMHz: number, system: string): number => {
  const blocks = table[bandwidthMHz];
  if (blocks === undefined) {
    throw new RangeError(`bandwidth ${bandwidthMHz} MHz is not one of ${system}: ${widthsOf(table).join(', ')}`);
  }
  return blocks;
};

/** Resource blocks of an LTE carrier. A width LTE does not have throws RangeError with the width. */
export const lteResourceBlocks = (bandwidthMHz: number): number => lookUp(lte, bandwidthMHz, 'LTE');

/** Resource blocks of an NR carrier below 7 GHz. A width the spacing does not have throws RangeError with the width. */
export const nrResourceBlocks = (bandwidthMHz: number, subcarrierSpacingKHz: 15 | 30): number =>
  lookUp(nr[subcarrierSpacingKHz], bandwidthMHz, `NR at ${subcarrierSpacingKHz} kHz`);

/** Spacing of an NR carrier that says only its width: 15 kHz to 20 MHz, as FDD bands use it, and 30 kHz above, as TDD do. */
export const usualSpacingKHz = (bandwidthMHz: number): 15 | 30 => (bandwidthMHz > 20 ? 30 : 15);

/** Widths a carrier of a technology can be computed with, in MHz; null where any can, since its level has no use for it. */
export const carrierWidthsMHz: Readonly<Record<Technology, readonly number[] | null>> = {
  '2G': null,
  '3G': null,
  '4G': widthsOf(lte),
  '5G': [...new Set([...widthsOf(nr[15]), ...widthsOf(nr[30])])]
    .filter((width) => {
      const table = nr[usualSpacingKHz(width)];
      return table[width] !== undefined;
    })
    .sort((a, b) => a - b),
};
