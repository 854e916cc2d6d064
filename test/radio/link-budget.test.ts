import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/model/site.ts';
import { defaultLinkLosses, receivedDbm, referenceSignalPowerDbm } from '../../src/radio/link-budget.ts';
import { lteResourceBlocks, nrResourceBlocks } from '../../src/radio/resource-blocks.ts';

const carrier = (technology: Cell['technology'], powerDbm: number, bandwidthMHz: number) => ({
  technology,
  powerDbm,
  bandwidthMHz,
});

describe('the power that coverage is measured on', () => {
  it('of LTE at 46 dBm over 20 MHz is 15.2 dBm a resource element', () => {
    expect(referenceSignalPowerDbm(carrier('4G', 46, 20))).toBeCloseTo(15.2, 1);
    expect(referenceSignalPowerDbm(carrier('4G', 46, 20))).toBeCloseTo(46 - 10 * Math.log10(1200), 12);
  });

  it('of LTE at the same total is 3 dB higher over half the width', () => {
    const wide = referenceSignalPowerDbm(carrier('4G', 43, 10));
    expect(referenceSignalPowerDbm(carrier('4G', 43, 5)) - wide).toBeCloseTo(3.01, 2);
  });

  it('of NR at 53 dBm over 100 MHz is shared by 12 × 273 elements', () => {
    expect(referenceSignalPowerDbm(carrier('5G', 53, 100))).toBeCloseTo(17.85, 2);
  });

  it('of 3G is the pilot, a tenth of the carrier; of 2G the whole carrier', () => {
    expect(referenceSignalPowerDbm(carrier('3G', 43, 5))).toBe(33);
    expect(referenceSignalPowerDbm(carrier('2G', 43, 0.2))).toBe(43);
  });
});

describe('resource blocks', () => {
  it('of LTE are those of TS 36.101 table 5.6-1', () => {
    expect([1.4, 3, 5, 10, 15, 20].map(lteResourceBlocks)).toEqual([6, 15, 25, 50, 75, 100]);
  });

  it('of NR are those of TS 38.101-1 table 5.3.2-1', () => {
    expect([5, 10, 20, 50].map((width) => nrResourceBlocks(width, 15))).toEqual([25, 52, 106, 270]);
    expect([20, 40, 80, 100].map((width) => nrResourceBlocks(width, 30))).toEqual([51, 106, 217, 273]);
  });

  it('refuse a width the system does not have, and say it', () => {
    expect(() => lteResourceBlocks(7)).toThrow('bandwidth 7 MHz is not one of LTE: 1.4, 3, 5, 10, 15, 20');
    expect(() => nrResourceBlocks(100, 15)).toThrow('bandwidth 100 MHz');
  });
});

describe('the level received', () => {
  it('is power plus gain minus losses minus path loss', () => {
    expect(receivedDbm(15.2, 17, 130, { feederDb: 2, receiverDb: 1 })).toBeCloseTo(-100.8, 12);
  });

  it('counts the default losses when none are given', () => {
    expect(receivedDbm(15, 17, 130)).toBe(15 + 17 - 130 - defaultLinkLosses.feederDb - defaultLinkLosses.receiverDb);
  });
});
