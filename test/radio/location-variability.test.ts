import { describe, expect, test } from 'vitest';
import {
  inverseComplementaryNormal,
  locationCorrectionDb,
  locationSigmaDb,
  normalCdf,
} from '../../src/radio/location-variability.ts';

describe('the normal distribution', () => {
  // quantiles from any table of the standard normal distribution
  test.each([
    [0.5, 0],
    [0.25, 0.67449],
    [0.1, 1.28155],
    [0.05, 1.64485],
    [0.01, 2.32635],
    [0.95, -1.64485],
  ])('is exceeded with probability %d at %d', (probability, deviate) => {
    expect(Math.abs(inverseComplementaryNormal(probability) - deviate)).toBeLessThan(5.4e-4);
    expect(normalCdf(deviate)).toBeCloseTo(1 - probability, 5);
  });

  test('is clipped where the approximation ends', () => {
    expect(inverseComplementaryNormal(0)).toBe(inverseComplementaryNormal(1e-6));
    expect(inverseComplementaryNormal(1)).toBeCloseTo(-4.7534, 3);
  });
});

describe('location variability', () => {
  test('is that of the Recommendation for a 100 m square', () => {
    expect(locationSigmaDb(1000, 100)).toBeCloseTo(0.544 * 3.6308, 4);
    expect(locationSigmaDb(1000)).toBe(locationSigmaDb(1000, 100));
  });

  test('fades out as the receiver rises 10 m above the clutter', () => {
    expect(locationSigmaDb(1000, 100, -3)).toBe(locationSigmaDb(1000, 100));
    expect(locationSigmaDb(1000, 100, 5)).toBeCloseTo(locationSigmaDb(1000, 100) / 2, 12);
    expect(locationSigmaDb(1000, 100, 10)).toBe(0);
  });

  test('asks for more at more locations, and for nothing at half of them', () => {
    const sigma = locationSigmaDb(1800, 35.5);
    expect(locationCorrectionDb(50, 1800, 35.5)).toBe(0);
    expect(locationCorrectionDb(75, 1800, 35.5)).toBeCloseTo(0.6745 * sigma, 2);
    expect(locationCorrectionDb(95, 1800, 35.5)).toBeCloseTo(1.645 * sigma, 2);
    expect(locationCorrectionDb(5, 1800, 35.5)).toBeCloseTo(-1.645 * sigma, 2);
  });

  test.each([0, 100, Number.NaN])('is refused at %d % of locations', (percent) => {
    expect(() => locationCorrectionDb(percent, 1800, 35.5)).toThrow(`percent must lie in 1 to 99, not ${percent}`);
  });
});
