import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildPoints } from '../../../data/build/network/index.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

const ground = builtInGround();
const points = buildPoints(ground);
const communes = new Map(ground.communes.features.map((f) => [f.properties.code, f]));

describe('synthetic points of interest', () => {
  it.each(['commune-office', 'school', 'health-station'] as const)('have one %s a commune', (kind) => {
    const codes = points.features.filter((f) => f.properties.kind === kind).map((f) => f.properties.communeCode);
    expect(codes).toHaveLength(178);
    expect(new Set(codes).size).toBe(178);
  });

  it('have 225 post points, at least one a commune', () => {
    const posts = points.features.filter((f) => f.properties.kind === 'post-point');
    expect(posts).toHaveLength(225);
    expect(new Set(posts.map((f) => f.properties.communeCode)).size).toBe(178);
  });

  it('lie in their commune, under ids and names of their own', () => {
    for (const { properties, geometry } of points.features) {
      expect(booleanPointInPolygon(geometry, communes.get(properties.communeCode)!), properties.id).toBe(true);
      expect(properties.name).toContain(communes.get(properties.communeCode)!.properties.name);
    }
    expect(new Set(points.features.map((f) => f.properties.id)).size).toBe(points.features.length);
  });

  it('are the same every time', () => {
    expect(JSON.stringify(buildPoints(ground))).toBe(JSON.stringify(points));
  });
});
