import { describe, expect, test } from 'vitest';
import { effectiveEarthRadiusKm } from '../../src/radio/constants.ts';
import { pathLoss } from '../../src/radio/path-loss.ts';
import type { PathProfile } from '../../src/radio/profile.ts';

const profileOf = (lengthKm: number, n: number, heightAt: (share: number) => number): PathProfile => ({
  distanceKm: Float64Array.from({ length: n }, (_, i) => (lengthKm * i) / (n - 1)),
  heightM: Float64Array.from({ length: n }, (_, i) => heightAt(i / (n - 1))),
  clutterM: new Float64Array(n),
  unknownShare: 0,
});

const radio = { frequencyMHz: 900, txHeightM: 40, rxHeightM: 1.5 };

describe('path loss', () => {
  test('across a deep valley is that of free space along the straight ray', () => {
    const valley = profileOf(3, 61, (t) => (t === 0 || t === 1 ? 500 : 0));
    const { totalDb, diffractionDb, freeSpaceDb, slantDistanceKm, diffraction } = pathLoss(valley, radio);
    expect(diffraction.lineOfSight).toBe(true);
    expect(diffractionDb).toBe(0);
    expect(slantDistanceKm).toBeCloseTo(Math.hypot(3, 0.0385), 12);
    expect(totalDb).toBe(freeSpaceDb);
    expect(freeSpaceDb).toBeCloseTo(32.4 + 20 * Math.log10(900) + 20 * Math.log10(slantDistanceKm), 9);
  });

  test('close under a mast takes the distance up to the antenna', () => {
    const level = profileOf(0.001, 3, () => 0);
    expect(pathLoss(level, radio).slantDistanceKm).toBeCloseTo(0.0385, 4);
  });

  test('behind a ridge names the ridge', () => {
    const ridge = profileOf(10, 101, (t) => (t === 0.3 ? 400 : 100));
    const { diffraction, diffractionDb } = pathLoss(ridge, radio);
    expect(diffraction.lineOfSight).toBe(false);
    expect(diffraction.txHorizon).toBe(30);
    expect(diffraction.rxHorizon).toBe(30);
    expect(diffraction.edgeDistanceKm).toBeCloseTo(3, 9);
    expect(diffractionDb).toBeGreaterThan(25);
  });

  test('grows with clutter on the way and not with clutter at the ends', () => {
    const bare = profileOf(5, 51, () => 100);
    const wooded = { ...bare, clutterM: new Float64Array(51).fill(15) };
    const fenced = { ...bare, clutterM: new Float64Array(51) };
    fenced.clutterM[0] = 15;
    fenced.clutterM[50] = 15;
    expect(pathLoss(wooded, radio).totalDb).toBeGreaterThan(pathLoss(bare, radio).totalDb + 5);
    expect(pathLoss(fenced, radio).totalDb).toBe(pathLoss(bare, radio).totalDb);
  });

  test('is the same both ways', () => {
    const there = profileOf(12, 121, (t) => 100 + 300 * Math.sin(9 * t) ** 2 * t);
    const back = { ...there, heightM: there.heightM.toReversed() };
    const swapped = { ...radio, txHeightM: radio.rxHeightM, rxHeightM: radio.txHeightM };
    expect(pathLoss(back, swapped).totalDb).toBeCloseTo(pathLoss(there, radio).totalDb, 9);
  });

  test('is a number where the ray exactly grazes two points', () => {
    const grazing = profileOf(4, 5, (t) => (t === 0.25 || t === 0.5 ? 100 : 60));
    const flatEarth = { frequencyMHz: 900, txHeightM: 40, rxHeightM: 40, effectiveEarthRadiusKm: 1e30 };
    const { diffraction } = pathLoss(grazing, flatEarth);
    expect(diffraction.nu).toBeCloseTo(0, 9);
    expect(diffraction.bullingtonActualDb).toBeCloseTo(6.033 + (1 - Math.exp(-6.033 / 6)) * 10.08, 2);
  });

  test('is unknown over unknown terrain', () => {
    const unknown = profileOf(5, 51, () => Number.NaN);
    const { totalDb } = pathLoss({ ...unknown, unknownShare: 1 }, radio);
    expect(totalDb).toBeNaN();
  });

  test.each([0, -1, Number.NaN])('refuses a frequency of %d MHz', (frequencyMHz) => {
    const level = profileOf(5, 51, () => 0);
    expect(() => pathLoss(level, { ...radio, frequencyMHz })).toThrow(`frequencyMHz must be positive`);
  });
});

test('a lapse rate of 39 N-units a kilometre makes the Earth a third larger', () => {
  expect(effectiveEarthRadiusKm(39) / 6371).toBeCloseTo(1.33, 2);
  expect(effectiveEarthRadiusKm(0)).toBe(6371);
});
