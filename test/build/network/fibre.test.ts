// @module-tag slow
import { length } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildFibre, buildHamlets } from '../../../data/build/network/index.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

const ground = builtInGround();
const hamlets = buildHamlets(ground);
const fibre = buildFibre(ground, hamlets);
const nodes = fibre.nodes.features;
const routes = fibre.routes.features;

describe('synthetic fibre', () => {
  it('has a node at every commune office', () => {
    const offices = nodes.filter((f) => f.properties.kind === 'office').map((f) => f.properties.communeCode);
    expect(offices.sort()).toEqual(ground.communes.features.map((f) => f.properties.code).sort());
  });

  it('has a node at the centre of every hamlet with fibre and of no other', () => {
    const place = (p: readonly number[], code: string) => `${code} ${p.join()}`;
    const reached = nodes
      .filter((f) => f.properties.kind === 'hamlet')
      .map((f) => place(f.geometry.coordinates, f.properties.communeCode));
    const lit = hamlets.filter((h) => h.hasFibre).map((h) => place(h.centre, h.communeCode));
    expect(reached.sort()).toEqual(lit.sort());
  });

  it('joins all nodes by one tree', () => {
    const joined = new Map(nodes.map((f) => [f.properties.id, f.properties.id]));
    const root = (id: string): string => {
      const up = joined.get(id)!;
      return up === id ? id : root(up);
    };
    for (const { properties } of routes) {
      expect(root(properties.from), `${properties.id} closes a ring`).not.toBe(root(properties.to));
      joined.set(root(properties.from), root(properties.to));
    }
    expect(routes).toHaveLength(nodes.length - 1);
  });

  it('runs each route from node to node', () => {
    const placeOf = new Map(nodes.map((f) => [f.properties.id, f.geometry.coordinates]));
    for (const { properties, geometry } of routes) {
      expect(geometry.coordinates[0], properties.id).toEqual(placeOf.get(properties.from));
      expect(geometry.coordinates.at(-1), properties.id).toEqual(placeOf.get(properties.to));
    }
  });

  it('gives the length of each line, within 1 %', () => {
    for (const route of routes) {
      const km = length(route);
      expect(Math.abs(route.properties.lengthKm - km), route.properties.id).toBeLessThan(0.001 + 0.01 * km);
    }
  });

  it('keeps most routes within a commune, enough for each hamlet to hang on its own', () => {
    const communeOf = new Map(nodes.map((f) => [f.properties.id, f.properties.communeCode]));
    const trunk = routes.filter(({ properties: p }) => communeOf.get(p.from) !== communeOf.get(p.to));
    expect(trunk.length).toBeGreaterThanOrEqual(177);
    expect(trunk.length).toBeLessThan(0.15 * routes.length);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(buildFibre(ground, hamlets))).toBe(JSON.stringify(fibre));
  });
});
