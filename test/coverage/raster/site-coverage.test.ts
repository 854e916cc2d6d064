// @module-tag slow
import { describe, expect, test } from 'vitest';
import { baseStationOf } from '../../../src/coverage/network/base-stations.ts';
import { defaultCoverageSettings, NO_SIGNAL, weakestDbm } from '../../../src/coverage/raster/coverage-types.ts';
import { createSiteCoverage } from '../../../src/coverage/raster/site-coverage.ts';
import { createServiceEvaluator } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import { cellCentre } from '../../../src/geo/grid.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { Cell, Site } from '../../../src/model/site.ts';
import { aScene } from '../a-scene.ts';

const scene = aScene();
const [site] = scene.sites;
const settings = { ...defaultCoverageSettings, radiusKm: 5 };
const withCells = (change: Partial<Cell>): Site => ({
  ...site,
  tenants: site.tenants.map((tenant) => ({ ...tenant, cells: tenant.cells.map((cell) => ({ ...cell, ...change })) })),
});
const fresh = (changed: Site) => createSiteCoverage(scene).show({ site: changed, operator: null, settings });

describe('the coverage of one site', () => {
  test.each([
    ['power', { powerDbm: 43 }],
    ['azimuth', { azimuthDeg: 75 }],
    ['electrical tilt', { electricalTiltDeg: 8 }],
    ['mechanical tilt', { mechanicalTiltDeg: 6 }],
    ['band', { band: '2100' }],
  ])('after a change of %s is that of computing it from nothing', (_, change) => {
    const kept = createSiteCoverage(scene);
    kept.show({ site, operator: null, settings });
    const after = kept.show({ site: withCells(change), operator: null, settings });
    expect(after).toEqual(fresh(withCells(change)));
    expect(after.levelTenthsDbm).not.toEqual(fresh(site).levelTenthsDbm);
  });

  test('after a move is that of the new place', () => {
    const moved = { ...site, position: [site.position[0] + 0.004, site.position[1]] as const };
    const kept = createSiteCoverage(scene);
    kept.show({ site, operator: null, settings });
    expect(kept.show({ site: moved, operator: null, settings })).toEqual(fresh(moved));
  });

  test('of one tenant is its own, of all the strongest of them', () => {
    const [tenant] = site.tenants;
    const weak = { ...tenant, operator: 'b', cells: tenant.cells.map((cell) => ({ ...cell, powerDbm: 40 })) };
    const shared = { ...site, tenants: [tenant, weak] };
    const show = (operator: string | null) =>
      createSiteCoverage(scene).show({ site: shared, operator, settings }).levelTenthsDbm;
    expect(show(null)).toEqual(show('a'));
    const [a, b] = [show('a'), show('b')];
    const at = a.findIndex((level) => level > -900);
    expect(a[at] - b[at]).toBe(60);
  });

  test('in parts is that of the whole, no cell in two of them', () => {
    const whole = fresh(site).levelTenthsDbm;
    for (const of of [2, 4]) {
      const parts = Array.from({ length: of }, (_, index) =>
        createSiteCoverage(scene).show({ site, operator: null, settings, part: { index, of } }),
      );
      const heard = parts.map(({ levelTenthsDbm }) => levelTenthsDbm.filter((level) => level !== NO_SIGNAL).length);
      expect(heard.reduce((a, b) => a + b)).toBe(whole.filter((level) => level !== NO_SIGNAL).length);
      expect(whole.map((_, i) => Math.max(...parts.map(({ levelTenthsDbm }) => levelTenthsDbm[i])))).toEqual(whole);
    }
  });

  describe('by the Irregular Terrain Model, path by path', () => {
    const byItm = { ...settings, model: 'itm' as const, zoom: 11, radiusKm: 3 };
    const show = (part?: { index: number; of: number }) =>
      createSiteCoverage(scene).show({ site, operator: null, settings: byItm, ...(part && { part }) });

    test('says at every cell what service does', () => {
      const { grid, levelTenthsDbm } = show();
      const { model, receiverHeightM, locationPercent, clutter } = byItm;
      const asService = { ...defaultServiceSettings, model, receiverHeightM, locationPercent, clutter };
      const evaluator = createServiceEvaluator({ ...scene, points: [], sites: [] }, asService);
      const station = baseStationOf(site, 0, site.tenants[0], { ...scene, technology: byItm.technology })!;
      let heard = 0;
      for (const [i, tenths] of levelTenthsDbm.entries()) {
        const centre = cellCentre(grid, i % grid.width, Math.floor(i / grid.width));
        const level = evaluator.from(station, centre).levelDbm;
        const isTold = distanceM(site.position, centre) <= 3000 && Math.round(level * 10) >= 10 * weakestDbm;
        expect(tenths).toBe(isTold ? Math.round(level * 10) : NO_SIGNAL);
        if (isTold) heard++;
      }
      expect(heard).toBeGreaterThan(1000);
    });

    test('in parts is that of the whole', () => {
      const whole = show().levelTenthsDbm;
      const parts = [0, 1, 2].map((index) => show({ index, of: 3 }).levelTenthsDbm);
      expect(whole.map((_, i) => Math.max(...parts.map((levelTenthsDbm) => levelTenthsDbm[i])))).toEqual(whole);
    });

    test('off the terrain is refused as by any other', () => {
      const off = { ...site, position: [100, 10] as const };
      expect(() => createSiteCoverage(scene).show({ site: off, operator: null, settings: byItm })).toThrow(InputError);
    });
  });

  test('without the technology asked for is nothing', () => {
    const { levelTenthsDbm } = createSiteCoverage(scene).show({
      site,
      operator: null,
      settings: { ...settings, technology: '5G' },
    });
    expect([...levelTenthsDbm]).toEqual([NO_SIGNAL]);
  });

  test('off the terrain is refused, with where the terrain ends', () => {
    const off = { ...site, position: [100, 10] as const };
    expect(() => createSiteCoverage(scene).show({ site: off, operator: null, settings })).toThrow(InputError);
    try {
      createSiteCoverage(scene).show({ site: off, operator: null, settings });
    } catch (error) {
      expect((error as InputError).problems[0]).toMatchObject({ rule: 'off-terrain', value: '10.00000, 100.00000' });
    }
  });
});
