import { describe, expect, it } from 'vitest';
import { onOneGrid } from '../../src/sources/one-grid.ts';
import type { UnitShape } from '../../src/sources/osm/boundaries.ts';
import { rectangle } from '../files/pack/small-pack.ts';

const unit = (name: string, lon: number, lat: number): UnitShape => ({
  code: name,
  hasOfficialCode: true,
  name,
  type: 'xã',
  geometry: rectangle([lon, lat, lon + 0.1, lat + 0.1]),
  areaKm2: null,
  level: null,
  population: null,
});

describe('units on one grid', () => {
  const mainland = [unit('a', 108.8, 12.1), unit('b', 109, 12.2), unit('c', 109.1, 12.6)];

  it('are all there where they lie together', () => {
    const { units, warnings, grid } = onOneGrid(mainland, 12, 140);
    expect([units, warnings]).toEqual([mainland, []]);
    expect(grid.width * grid.height).toBeLessThan(10_000_000);
  });

  it('leave out islands far out to sea, and name them', () => {
    const { units, warnings, grid } = onOneGrid([unit('far island', 114.3, 8.6), ...mainland], 12, 140);
    expect(units).toEqual(mainland);
    expect(warnings).toMatchObject([{ place: 'far island (far island)', rule: 'too-far', severity: 'warning' }]);
    expect(grid.width * grid.height).toBeLessThan(10_000_000);
  });
});
