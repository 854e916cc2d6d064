import { describe, expect, it } from 'vitest';
import { cost231Hata } from '../../src/radio/empirical/cost-231-hata.ts';
import { type EmpiricalPath, frequencyLimitsMHz } from '../../src/radio/empirical/model.ts';
import { okumuraHata } from '../../src/radio/empirical/okumura-hata.ts';
import { propagationModels } from '../../src/radio/empirical/propagation-models.ts';
import { ruralMacro, urbanMacro } from '../../src/radio/empirical/tr-38901.ts';

const path: EmpiricalPath = {
  frequencyMHz: 900,
  distanceKm: 5,
  txHeightM: 40,
  rxHeightM: 1.5,
  environment: 'suburban',
  lineOfSight: true,
};

describe('a model outside its range', () => {
  it('still answers, and says which quantity is out and what the range is', () => {
    const far = okumuraHata({ ...path, distanceKm: 35, txHeightM: 20 });
    expect(far.lossDb).toBeGreaterThan(okumuraHata({ ...path, distanceKm: 20, txHeightM: 20 }).lossDb);
    expect(far.withinValidity).toBe(false);
    expect(far.violations).toEqual([
      { quantity: 'distanceKm', value: 35, min: 1, max: 20 },
      { quantity: 'txHeightM', value: 20, min: 30, max: 200 },
    ]);
  });

  it('is within it up to the very bounds', () => {
    expect(okumuraHata({ ...path, frequencyMHz: 1500, distanceKm: 20, txHeightM: 30 }).violations).toEqual([]);
    expect(okumuraHata({ ...path, frequencyMHz: 1500.1 }).withinValidity).toBe(false);
  });

  it('flags open land for COST 231, which has no figure for it, and takes Hata’s', () => {
    const open = cost231Hata({ ...path, frequencyMHz: 1800, environment: 'open' });
    const suburban = cost231Hata({ ...path, frequencyMHz: 1800 });
    expect(open.violations).toEqual([
      { quantity: 'environment', value: 'open', allowed: ['large-city', 'small-city', 'suburban'] },
    ]);
    expect(suburban.lossDb - open.lossDb).toBeCloseTo(
      4.78 * Math.log10(1800) ** 2 - 18.33 * Math.log10(1800) + 40.94,
      9,
    );
  });

  it('reaches half as far for RMa without line of sight', () => {
    const at7km = { ...path, distanceKm: 7 };
    expect(ruralMacro(at7km).withinValidity).toBe(true);
    expect(ruralMacro({ ...at7km, lineOfSight: false }).violations).toEqual([
      { quantity: 'distanceKm', value: 7, min: 0.01, max: 5 },
    ]);
  });

  it('flags surroundings RMa was not made for', () => {
    const tall = ruralMacro(path, { buildingHeightM: 60, streetWidthM: 20 });
    expect(tall.violations).toEqual([{ quantity: 'buildingHeightM', value: 60, min: 5, max: 50 }]);
  });

  it('flags any mast but one of 25 m for UMa', () => {
    expect(urbanMacro({ ...path, distanceKm: 1, txHeightM: 25 }).withinValidity).toBe(true);
    expect(urbanMacro({ ...path, distanceKm: 1, txHeightM: 40 }).withinValidity).toBe(false);
  });
});

describe.each(propagationModels)('$name', (model) => {
  it('loses more with distance, line of sight or not', () => {
    for (const lineOfSight of [true, false]) {
      let before = Number.NEGATIVE_INFINITY;
      for (const distanceKm of [0.1, 0.3, 0.9, 1.1, 3, 9, 11, 25]) {
        const { lossDb } = model.loss({ ...path, distanceKm, lineOfSight });
        expect(lossDb).toBeGreaterThan(before);
        before = lossDb;
      }
    }
  });

  it('never loses less for a blocked line', () => {
    for (const distanceKm of [0.05, 0.5, 5]) {
      const blocked = model.loss({ ...path, distanceKm, lineOfSight: false }).lossDb;
      expect(blocked).toBeGreaterThanOrEqual(model.loss({ ...path, distanceKm }).lossDb);
    }
  });

  it('agrees with its own stated range', () => {
    for (const [quantity, [min, max]] of Object.entries(model.validity)) {
      // beyond 100 GHz nothing answers; buildings and streets are no part of a path
      if (!(quantity in path) || max >= frequencyLimitsMHz.max) continue;
      const out = model.loss({ ...path, [quantity]: max * 1.001 });
      expect(out.violations).toContainEqual({ quantity, value: max * 1.001, min, max });
    }
  });

  it('refuses a frequency out of range, with the figure', () => {
    expect(() => model.loss({ ...path, frequencyMHz: 12 })).toThrow('frequency 12 MHz is outside 30 to 100000 MHz');
    expect(() => model.loss({ ...path, frequencyMHz: Number.NaN })).toThrow(RangeError);
  });

  it('refuses a distance or height that is not positive', () => {
    expect(() => model.loss({ ...path, distanceKm: 0 })).toThrow('distanceKm 0 is not positive');
    expect(() => model.loss({ ...path, rxHeightM: -1 })).toThrow('rxHeightM -1 is not positive');
  });
});

describe('the models to choose from', () => {
  it('have ids all unlike', () => {
    expect(new Set(propagationModels.map((model) => model.id)).size).toBe(propagationModels.length);
  });

  it('take free space along the straight line: 1 km at 2,400 MHz is 32.4 + 67.604 = 100.004 dB', () => {
    const freeSpace = propagationModels.find((model) => model.id === 'free-space')!;
    const level = { ...path, frequencyMHz: 2400, distanceKm: 1, txHeightM: 10, rxHeightM: 10 };
    expect(freeSpace.loss(level).lossDb).toBeCloseTo(100.004, 3);
    // straight down from a mast: 30 m up and 40 m out is 50 m along the line, 26.02 dB less
    const near = { ...level, distanceKm: 0.04, txHeightM: 40 };
    expect(freeSpace.loss(near).lossDb).toBeCloseTo(100.0042 - 26.0206, 3);
  });
});
