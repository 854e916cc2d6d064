// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imported, openContext } from './an-import.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/imports');
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

describe.skipIf(!existsSync(folder))(
  'files as they are found (skipped where the folder of shared data is absent)',
  () => {
    it('OpenCellID with renamed columns and an index in front needs no hand', async () => {
      const { entries, problems, proposal, rows, taken } = await imported(
        'opencellid.csv',
        read('opencellid-651-lesotho.csv'),
        openContext,
      );
      expect(proposal.choice.target).toBe('cells');
      expect(proposal.missing).toEqual([]);
      expect(rows).toBe(1936);
      expect(taken).toBe(1936);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const sites = entries.sites ?? [];
      // three sectors to a mast is usual; gathered, there are far fewer masts than cells
      expect(sites.length).toBeGreaterThan(1936 / 6);
      expect(sites.length).toBeLessThan(1936 / 1.5);
      expect(new Set(sites.map(({ owner }) => owner))).toEqual(new Set(['65101', '65102']));
      expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
      // the file's own bounds: nothing swapped, nothing shifted
      for (const { position } of sites) {
        expect(position[0]).toBeGreaterThan(26.89);
        expect(position[0]).toBeLessThan(29.92);
        expect(position[1]).toBeGreaterThan(-30.41);
        expect(position[1]).toBeLessThan(-26.13);
      }
    });

    it('the boundaries of 2011 tell 15.6 km² of overlaps and enter all the same', async () => {
      const communes = join(folder, '../thai-nguyen/thai-nguyen-communes-2020.geojson');
      const { features } = JSON.parse(readFileSync(communes, 'utf8'));
      const register = features.map((feature: { properties: Record<string, unknown> }) => ({
        ...feature,
        properties: {
          code: String(feature.properties.gso_code ?? feature.properties.code),
          vintage: '2020',
          name: String(feature.properties.name),
          type: 'xã',
          districtCode: '164',
          districtName: '-',
          point: [105.8, 21.6],
          areaKm2: 1,
          population: 1,
          households: 1,
        },
      }));
      const { entries, problems } = await imported(
        'ranh-gioi-2011.geojson',
        read('thai-nguyen-communes-2011-raw-overlaps.geojson'),
        { communes: { type: 'FeatureCollection', features: register }, facts: null, box: [105.4, 21.2, 106.3, 22.1] },
      );
      const overlaps = problems.find(({ rule }) => rule === 'overlaps');
      expect(overlaps?.severity).toBe('warning');
      expect(Number(overlaps?.ruleValues?.areaKm2)).toBeCloseTo(15.6, 1);
      expect(entries.communes?.length).toBeGreaterThan(150);
      const unknown = problems.filter(({ rule }) => rule === 'unknown-commune').length;
      expect((entries.communes?.length ?? 0) + unknown).toBe(181);
    });
  },
);
