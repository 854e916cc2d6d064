// @module-tag slow
import { area, booleanPointInPolygon, featureCollection, intersect } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildBuiltInGround } from '../../data/build/built-in-ground.ts';
import { sha256Hex } from '../../src/files/sha256.ts';
import { builtInGround } from '../support/built-in-ground.ts';

const ground = builtInGround();
const { communes, terrain, communeIndex, relief, shapes } = ground;

/** Heights of every commune's cells, ascending. */
const heightsByCommune = communes.features.map((_, k) => {
  const heights: number[] = [];
  for (let i = 0; i < communeIndex.length; i++) if (communeIndex[i] === k) heights.push(terrain.data[i]);
  return heights.sort((a, b) => a - b);
});

describe('schematic communes', () => {
  it('have the official areas within 0.2 %', () => {
    for (const feature of communes.features) {
      expect(Math.abs(area(feature) / 1e6 / feature.properties.areaKm2 - 1)).toBeLessThan(2e-3);
    }
  });

  it('tile the province: their areas sum to that of the union, which is one piece', () => {
    const sum = communes.features.reduce((total, feature) => total + area(feature), 0);
    expect(area(shapes.province) / sum).toBeCloseTo(1, 6);
    expect(shapes.province.features[0].geometry.type).toBe('Polygon');
    expect(shapes.districts.features).toHaveLength(9);
  });

  it('overlap nowhere', () => {
    for (const [k, a] of communes.features.entries()) {
      for (const b of communes.features.slice(k + 1)) {
        const shared = intersect(featureCollection([a, b]));
        expect(shared ? area(shared) : 0).toBeLessThan(1000);
      }
    }
  });

  it('hold their point', () => {
    for (const feature of communes.features) {
      expect(booleanPointInPolygon([...feature.properties.point], feature)).toBe(true);
    }
  });
});

describe('synthetic terrain', () => {
  it('has the mean and the 90th percentile of every measured commune within 15 % or 15 m', () => {
    let measured = 0;
    communes.features.forEach(({ properties }, k) => {
      const figures = relief.get(properties.code)!;
      if (figures.meanM === null || figures.p90M === null) return;
      measured++;
      const heights = heightsByCommune[k];
      const mean = heights.reduce((sum, h) => sum + h, 0) / heights.length;
      const p90 = heights[Math.round(0.9 * (heights.length - 1))];
      expect(Math.abs(mean - figures.meanM), properties.name).toBeLessThan(Math.max(15, 0.15 * figures.meanM));
      expect(Math.abs(p90 - figures.p90M), properties.name).toBeLessThan(Math.max(15, 0.15 * figures.p90M));
    });
    expect(measured).toBeGreaterThan(150);
  });

  it('has no cliffs along commune borders', () => {
    const { width } = terrain.grid;
    let border = 0;
    let borderSteps = 0;
    let inner = 0;
    let innerSteps = 0;
    for (let i = 0; i + 1 < communeIndex.length; i++) {
      if ((i + 1) % width === 0 || communeIndex[i] < 0 || communeIndex[i + 1] < 0) continue;
      const step = Math.abs(terrain.data[i + 1] - terrain.data[i]);
      if (communeIndex[i] === communeIndex[i + 1]) {
        inner += step;
        innerSteps++;
      } else {
        border += step;
        borderSteps++;
      }
    }
    expect(border / borderSteps).toBeLessThan((2 * inner) / innerSteps);
  });

  it('is known everywhere', () => {
    expect(terrain.data.every((h) => h > 0 && h < 2000)).toBe(true);
  });

  it('is the same bytes every time', () => {
    const again = buildBuiltInGround();
    const bytes = (data: Int16Array) => new Uint8Array(data.buffer);
    expect(sha256Hex(bytes(again.terrain.data))).toBe(sha256Hex(bytes(terrain.data)));
    expect(JSON.stringify(again.communes)).toBe(JSON.stringify(communes));
    expect(JSON.stringify(again.roads)).toBe(JSON.stringify(ground.roads));
  });
});

describe('synthetic roads', () => {
  it('join every commune', () => {
    const key = (p: readonly number[]) => `${p[0].toFixed(6)},${p[1].toFixed(6)}`;
    const joined = new Map<string, string>();
    const root = (k: string): string => (joined.get(k) === k ? k : root(joined.get(k)!));
    for (const { properties } of communes.features) joined.set(key(properties.point), key(properties.point));
    for (const { geometry } of ground.roads.features) {
      joined.set(root(key(geometry.coordinates[0])), root(key(geometry.coordinates.at(-1)!)));
    }
    expect(new Set([...joined.keys()].map(root)).size).toBe(1);
  });
});
