import { describe, expect, test } from 'vitest';
import { medianDeltaN } from '../../src/radio/constants.ts';
import { p1812 } from '../../src/radio/p1812/p1812.ts';
import type { P1812Input } from '../../src/radio/p1812/p1812-input.ts';
import { zoneLengths, zones } from '../../src/radio/p1812/radio-climate.ts';
import { pathLoss } from '../../src/radio/path-loss.ts';
import type { PathProfile } from '../../src/radio/profile.ts';

const profileOf = (lengthKm: number, n: number, heightAt: (share: number) => number): PathProfile => ({
  distanceKm: Float64Array.from({ length: n }, (_, i) => (lengthKm * i) / (n - 1)),
  heightM: Float64Array.from({ length: n }, (_, i) => heightAt(i / (n - 1))),
  clutterM: new Float64Array(n),
  unknownShare: 0,
});

const hills = profileOf(12, 241, (t) => 60 + 90 * Math.sin(11 * t) ** 2);

const inputOf = (change: Partial<P1812Input> = {}): P1812Input => ({
  profile: hills,
  frequencyMHz: 1800,
  timePercent: 50,
  txHeightM: 40,
  rxHeightM: 1.5,
  polarisation: 'vertical',
  pathCentreLatitudeDeg: 21.6,
  deltaN: medianDeltaN,
  refractivityN0: 350,
  ...change,
});

describe('ITU-R P.1812 on a short path inland', () => {
  test('contains, at the median, the loss that coverage is computed with', () => {
    const { withDiffractionMedianDb } = p1812(inputOf());
    const plain = pathLoss(hills, { frequencyMHz: 1800, txHeightM: 40, rxHeightM: 1.5 });
    expect(withDiffractionMedianDb).toBeCloseTo(plain.totalDb, 9);
  });

  test('loses less in smaller shares of time', () => {
    const losses = [1, 5, 20, 50].map((timePercent) => p1812(inputOf({ timePercent })).lossDb);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    expect(losses[3] - losses[0]).toBeGreaterThan(1);
  });

  test('loses more to hold at more locations, by the deviate of the normal distribution', () => {
    const at = (locationPercent: number) => p1812(inputOf({ locationPercent, locationSigmaDb: 5.5 })).lossDb;
    expect(at(95) - at(50)).toBeCloseTo(1.645 * 5.5, 2);
    expect(at(90) - at(50)).toBeCloseTo(1.2816 * 5.5, 2);
  });

  test('never loses less than the clear ray, however few the locations', () => {
    const result = p1812(inputOf({ locationPercent: 1, locationSigmaDb: 40 }));
    expect(result.lossDb).toBe(result.lineOfSightDb);
  });

  test('is unknown over unknown terrain', () => {
    const unknown = { ...profileOf(12, 241, () => Number.NaN), unknownShare: 1 };
    expect(p1812(inputOf({ profile: unknown })).lossDb).toBeNaN();
  });
});

describe('outside its range', () => {
  test('the model answers and says what it does not vouch for', () => {
    expect(p1812(inputOf()).outsideValidity).toEqual([]);
    const { lossDb, outsideValidity } = p1812(inputOf({ frequencyMHz: 7000, rxHeightM: 0.5 }));
    expect(lossDb).toBeGreaterThan(100);
    expect(outsideValidity).toEqual([
      { input: 'frequencyMHz', value: 7000, min: 30, max: 6000 },
      { input: 'rxHeightM', value: 0.5, min: 1, max: 3000 },
    ]);
  });

  test.each([0.5, 51, Number.NaN])('%d %% of time is refused', (timePercent) => {
    expect(() => p1812(inputOf({ timePercent }))).toThrow(`timePercent must lie in 1 to 50, not ${timePercent}`);
  });

  test.each([0, 100])('%d %% of locations is refused', (locationPercent) => {
    expect(() => p1812(inputOf({ locationPercent }))).toThrow(`between 0 and 100, not ${locationPercent}`);
  });

  test('zones of another number or kind are refused', () => {
    expect(() => p1812(inputOf({ zone: new Uint8Array(3).fill(4) }))).toThrow('3 zones for 241 points');
    expect(() => p1812(inputOf({ zone: new Uint8Array(241).fill(2) }))).toThrow('not 2');
  });
});

test('stretches of a zone reach halfway to the points that end them', () => {
  const { sea, coastalLand, inland } = zones;
  const path = profileOf(10, 11, () => 0);
  const zone = Uint8Array.of(inland, inland, coastalLand, sea, sea, sea, inland, inland, inland, inland, inland);
  expect(zoneLengths(path, zone)).toEqual({ seaShare: 0.3, longestLandKm: 4.5, longestInlandKm: 4.5 });
  expect(zoneLengths(path, undefined)).toEqual({ seaShare: 0, longestLandKm: 10, longestInlandKm: 10 });
});

test('the sea is alike everywhere: locations at sea add nothing', () => {
  const zone = new Uint8Array(241).fill(zones.inland);
  zone[240] = zones.sea;
  expect(p1812(inputOf({ zone, locationPercent: 95, locationSigmaDb: 5.5 })).locationDb).toBe(0);
});
