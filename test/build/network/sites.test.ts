// @module-tag slow
import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildHamlets, buildSites } from '../../../data/build/network/index.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import { isUrban } from '../../../src/model/place.ts';
import { isShared, type Site, type Structure } from '../../../src/model/site.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

const ground = builtInGround();
const hamlets = buildHamlets(ground);
const sites = buildSites(ground, hamlets);
const tenants = sites.flatMap((s) => s.tenants);
const communes = new Map(ground.communes.features.map((f) => [f.properties.code, f]));
const inTown = (site: Site): boolean => isUrban(communes.get(site.communeCode)!.properties);
const has4G = (site: Site): boolean => site.tenants.some((t) => t.cells.some((c) => c.technology === '4G'));
const shareOf = <T>(all: readonly T[], test: (one: T) => boolean): number => all.filter(test).length / all.length;

describe('synthetic sites', () => {
  it('are 1,600, of which 144 shared, some by three', () => {
    expect(sites).toHaveLength(1600);
    expect(sites.filter(isShared)).toHaveLength(144);
    expect(sites.some((s) => s.tenants.length === 3)).toBe(true);
    expect(sites.map((s) => s.id)).toEqual(sites.map((_, k) => `TN-${String(k + 1).padStart(4, '0')}`));
  });

  it('carry every operator, Viettel most and Vietnamobile least', () => {
    const count = (operator: string): number => tenants.filter((t) => t.operator === operator).length;
    expect(count('viettel')).toBeGreaterThan(570);
    expect(count('viettel')).toBeGreaterThan(count('vinaphone'));
    expect(count('vinaphone')).toBeGreaterThan(count('mobifone'));
    expect(count('mobifone')).toBeGreaterThan(count('vietnamobile'));
    expect(count('vietnamobile')).toBeGreaterThan(50);
    for (const site of sites) expect(new Set(site.tenants.map((t) => t.operator)).size).toBe(site.tenants.length);
  });

  it('stand each on a spot of its own, in the commune they name', () => {
    for (const site of sites) {
      const commune = communes.get(site.communeCode)!;
      expect(booleanPointInPolygon([...site.position], commune), site.id).toBe(true);
    }
    expect(new Set(sites.map((s) => s.position.join())).size).toBe(1600);
  });

  it('stand near people: nine in ten within 2 km of a cluster', () => {
    const clusters = hamlets.flatMap((h) => h.clusters.map((c) => c.position));
    const near = ({ position }: Site): boolean =>
      clusters.some((c) => Math.abs(c[1] - position[1]) < 0.02 && distanceM(c, position) < 2000);
    expect(shareOf(sites, near)).toBeGreaterThan(0.9);
  });

  it('stand side by side unshared in hundreds of places: 100 m in towns, 500 m in the country', () => {
    let pairs = 0;
    sites.forEach((a, i) => {
      for (const b of sites.slice(i + 1)) {
        if (Math.abs(a.position[1] - b.position[1]) > 0.005) continue;
        const nearM = inTown(a) && inTown(b) ? 100 : 500;
        const sameOperators = a.tenants.some((t) => b.tenants.some((u) => u.operator === t.operator));
        if (!sameOperators && distanceM(a.position, b.position) < nearM) pairs++;
      }
    });
    expect(pairs).toBeGreaterThan(300);
    expect(pairs).toBeLessThan(1600);
  });

  it('are mostly guyed in the country, and rooftops only now and then there', () => {
    const country = sites.filter((s) => !inTown(s));
    expect(shareOf(country, (s) => s.structure === 'guyed')).toBeGreaterThan(0.75);
    expect(shareOf(country, (s) => s.structure === 'guyed')).toBeLessThan(0.87);
    expect(shareOf(country, (s) => s.structure === 'rooftop')).toBeLessThan(0.02);
    expect(shareOf(sites.filter(inTown), (s) => s.structure === 'rooftop')).toBeGreaterThan(0.25);
    expect(shareOf(sites, (s) => s.structure === 'unknown')).toBeGreaterThan(0.005);
    expect(shareOf(sites, (s) => s.structure === 'unknown')).toBeLessThan(0.05);
  });

  it.each<[Structure, number, number]>([
    ['guyed', 36, 60],
    ['self-support', 30, 60],
    ['monopole', 20, 35],
    ['rooftop', 15, 32],
  ])('are of a usual height: %s %i to %i m', (structure, lowest, highest) => {
    const heights = sites.filter((s) => s.structure === structure).map((s) => s.heightM);
    expect(heights.length).toBeGreaterThan(50);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(lowest);
    expect(Math.max(...heights)).toBeLessThanOrEqual(highest);
  });

  it('carry antennas below the top, each tenant below the one before', () => {
    for (const { id, heightM, tenants } of sites) {
      const heights = [heightM, ...tenants.map((t) => t.antennaHeightM)];
      for (let k = 1; k < heights.length; k++) expect(heights[k], id).toBeLessThan(heights[k - 1]);
      expect(heights.at(-1), id).toBeGreaterThan(5);
    }
  });

  it('are owned by operators on them or by a tower company', () => {
    for (const { id, owner, tenants } of sites) {
      expect(owner === 'towerco' || tenants.some((t) => t.operator === owner), id).toBe(true);
    }
    expect(shareOf(sites, (s) => s.owner === 'towerco')).toBeGreaterThan(0.02);
  });

  it('transmit only what their operator holds, no wider', () => {
    for (const { operator, cells } of tenants) {
      for (const { id, band, technology, bandwidthMHz } of cells) {
        const holding = ground.facts.bands.find((b) => b.id === band)?.holdings.find((h) => h.operator === operator);
        expect(holding?.technologies, id).toContain(technology);
        expect(bandwidthMHz, id).toBeLessThanOrEqual(holding!.widthMHz);
      }
    }
  });

  it('have cells of usual power and tilt, with antennas of the facts and ids of their own', () => {
    const cells = tenants.flatMap((t) => t.cells);
    const antennas = new Set(ground.facts.antennas.map((a) => a.id));
    for (const cell of cells) {
      expect(antennas, cell.id).toContain(cell.antenna);
      expect(cell.powerDbm, cell.id).toBe(cell.technology === '4G' && cell.bandwidthMHz >= 15 ? 46 : 43);
      expect(cell.azimuthDeg >= 0 && cell.azimuthDeg < 360, cell.id).toBe(true);
      expect(cell.mechanicalTiltDeg >= 0 && cell.mechanicalTiltDeg <= 4, cell.id).toBe(true);
      expect(cell.electricalTiltDeg >= 2 && cell.electricalTiltDeg <= 6, cell.id).toBe(true);
    }
    expect(new Set(cells.map((c) => c.id)).size).toBe(cells.length);
    for (const { id, tenants } of sites) {
      for (const { cells } of tenants) expect(cells.every((c) => c.id.startsWith(`${id}-`))).toBe(true);
    }
  });

  it('have three sectors 120° apart nearly everywhere', () => {
    const threefold = shareOf(tenants, ({ cells }) => {
      const azimuths = [...new Set(cells.map((c) => c.azimuthDeg))].sort((a, b) => a - b);
      return azimuths.length === 3 && azimuths[1] - azimuths[0] === 120 && azimuths[2] - azimuths[1] === 120;
    });
    expect(threefold).toBeGreaterThan(0.95);
  });

  it('have 4G at five in six or more, fewer in the mountains', () => {
    expect(shareOf(sites, has4G)).toBeGreaterThan(0.82);
    expect(shareOf(sites, has4G)).toBeLessThan(0.94);
    const medianM = (s: Site): number => ground.relief.get(s.communeCode)?.medianM ?? 0;
    const mountains = sites.filter((s) => medianM(s) > 150);
    expect(mountains.length).toBeGreaterThan(50);
    expect(shareOf(mountains, has4G)).toBeLessThan(shareOf(sites.filter(inTown), has4G) - 0.05);
  });

  it('are the same every time', () => {
    expect(JSON.stringify(buildSites(ground, hamlets))).toBe(JSON.stringify(sites));
  });
});
