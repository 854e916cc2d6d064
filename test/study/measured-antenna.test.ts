import { describe, expect, test } from 'vitest';
import { defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { createSiteCoverage } from '../../src/coverage/raster/site-coverage.ts';
import type { MeasuredAntenna } from '../../src/model/facts.ts';
import { highestGainDbi } from '../../src/radio/antenna/pattern.ts';
import { antennaGainDbi } from '../../src/radio/antenna.ts';
import { applyScenario } from '../../src/study/apply-scenario.ts';
import { operations } from '../../src/study/operations/index.ts';
import { currentScenario, undo } from '../../src/study/study.ts';
import { aScene } from '../coverage/a-scene.ts';
import { aStudy, does } from './a-study.ts';

/** A beam of 60° with its peak off the boresight and a back lobe. */
const panel: MeasuredAntenna = {
  id: 'panel',
  kind: 'measured',
  name: 'A panel',
  frequencyMHz: 1800,
  gainDbi: 16,
  electricalTiltDeg: 3,
  horizontalDb: Array.from({ length: 360 }, (_, i) => Math.min(30, Math.abs(((i + 180 - 8) % 360) - 180) / 3)),
  verticalDb: Array.from({ length: 360 }, (_, i) => Math.min(35, Math.abs(((i + 180 - 3) % 360) - 180) * 2)),
  source: 'panel.msi',
};

describe('an antenna as its maker measured it', () => {
  test('comes into a study, is given to a cell, and both are undone', () => {
    const before = aStudy();
    const taken = does(before, operations.importFile(before, { file: 'panel.msi', layers: { antennas: [panel] } }));
    const [tenant] = applyScenario(taken.base.pack, currentScenario(taken)).sites[0].tenants;
    const key = { siteId: 'TN-0001', operator: tenant.operator, cellId: tenant.cells[0].id };
    const given = does(taken, operations.editCell(taken, { ...key, change: { antenna: 'panel' } }));
    const pack = applyScenario(given.base.pack, currentScenario(given));
    expect(pack.facts.antennas.at(-1)).toEqual(panel);
    expect(pack.sites[0].tenants[0].cells[0].antenna).toBe('panel');
    const back = undo(undo(given));
    expect(applyScenario(back.base.pack, currentScenario(back)).facts).toBe(back.base.pack.facts);
  });

  test('can’t be given to a cell before it is there', () => {
    const study = aStudy();
    const [tenant] = study.base.pack.sites[0].tenants;
    const key = { siteId: 'TN-0001', operator: tenant.operator, cellId: tenant.cells[0].id };
    expect(operations.editCell(study, { ...key, change: { antenna: 'panel' } })).toMatchObject({
      refused: 'unknown-reference',
    });
  });

  test('decides the coverage of a site', () => {
    const scene = { ...aScene({ sites: 1 }), antennas: [...aScene().antennas, panel] };
    const [site] = scene.sites;
    const with_ = (antenna: string) => ({
      ...site,
      tenants: site.tenants.map((tenant) => ({
        ...tenant,
        cells: tenant.cells.map((cell) => ({ ...cell, antenna })),
      })),
    });
    const show = (antenna: string) =>
      createSiteCoverage(scene).show({
        site: with_(antenna),
        operator: null,
        settings: { ...defaultCoverageSettings, radiusKm: 3 },
      }).levelTenthsDbm;
    const [form, measured] = [show('sector'), show('panel')];
    expect(measured.some((level, i) => Math.abs(level - form[i]) > 50)).toBe(true);
  });

  test('gives no direction more than its bound, which searching for servers rests on', () => {
    let most = Number.NEGATIVE_INFINITY;
    for (let az = -180; az < 180; az += 3) {
      for (let el = -90; el <= 90; el += 3) {
        const pointing = { azimuthDeg: 0, mechanicalTiltDeg: 4, electricalTiltDeg: 6 };
        most = Math.max(most, antennaGainDbi(panel, pointing, az, el));
      }
    }
    expect(most).toBeLessThanOrEqual(highestGainDbi(panel));
  });
});
