// @module-tag slow
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { area } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataCommand } from '../../src/cli/data/data.ts';
import { readPackFolder } from '../../src/cli/pack-folder.ts';
import { peopleOf } from '../../src/model/hamlet.ts';
import type { Pack } from '../../src/model/pack.ts';
import { hasTime } from '../support/budget.ts';
import { fastWait } from './a-net.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { hasThaiNguyen, thaiNguyenRoutes } from './thai-nguyen.ts';

/** How often the pack is made again, from the cache alone. */

describe.skipIf(!hasThaiNguyen() || !hasTime)(
  'Thái Nguyên from an empty cache, while everything that can goes wrong',
  () => {
    let folder: string;
    let server: StandIn;
    let pack: Pack;
    const said = { stderr: '' };
    const io = {
      stdout: () => {},
      stderr: (text: string) => {
        said.stderr += text;
      },
      interactive: false,
      signal: new AbortController().signal,
    };
    const data = (...args: string[]) =>
      createDataCommand(fastWait).run(
        [
          ...['--province', 'thai nguyen', '--units', '2020', '--sources', 'thanglequoc,terrarium,overpass'],
          ...Object.entries(server.addresses).flatMap(([source, url]) => ['--address', `${source}=${url}`]),
          ...['--cache', join(folder, 'cache'), '--out', join(folder, 'thai-nguyen'), ...args],
        ],
        io,
      );

    beforeAll(async () => {
      server = await startStandIn(thaiNguyenRoutes());
      folder = mkdtempSync(join(tmpdir(), 'thai-nguyen-'));
      const html = { type: 'text/html', body: '<html><body>Sign in</body></html>' };
      server.fault({ when: /api\.github/, reply: { status: 500, body: '' } });
      server.fault({ when: /wards\/05719/, spoil: true });
      server.fault({ when: /wards\/05818/, reply: html });
      server.fault({ when: /wards\/05857/, cut: true });
      server.fault({ when: /terrarium.*[05]\.png/, cut: true, times: 3 });
      server.fault({ when: /terrarium.*[17]\.png/, spoil: true, times: 3 });
      server.fault({
        when: /terrarium.*[39]\.png/,
        reply: { status: 503, type: 'application/xml', body: '<Code>SlowDown</Code>' },
        times: 2,
      });
      server.fault({ when: /"place"/, reply: { status: 429, ...html } });
      server.fault({ when: /"highway"/, reply: { status: 504, ...html, body: 'Dispatcher_Client::timeout' } });
      const remark = 'runtime error: Query timed out in "query" at line 4 after 2 seconds.';
      server.fault({
        when: /"man_made"/,
        reply: { type: 'application/json', body: JSON.stringify({ elements: [], remark }) },
      });
      expect([await data(), server.offences]).toEqual([0, []]);
      ({ pack } = await readPackFolder(join(folder, 'thai-nguyen'), { ...io, stderr: () => {} }));
    });
    afterAll(async () => {
      await server?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    it('has 178 communes of 2020 inside the real outline, with the areas of the register', () => {
      expect(pack.communes.features).toHaveLength(178);
      expect(pack.districts.features).toHaveLength(9);
      // 55 units, as the source draws them
      expect(area(pack.province) / 1e6).toBeCloseTo(3530.9, 0);
      expect(pack.province.features[0].geometry.type).toBe('Polygon');
      const off = pack.communes.features.map((commune) =>
        Math.abs(area(commune) / 1e6 / commune.properties.areaKm2 - 1),
      );
      expect(off.sort((a, b) => a - b)[160]).toBeLessThan(0.1);
      expect(said.stderr).toContain('shapes are drawn inside the units of 2025');
      expect(pack.manifest.provenance.communes.note).toContain('drawn inside the unit of 2025');
    });

    it('has the measured terrain where it reaches, and says where it does not', () => {
      expect(pack.manifest.terrainCoveredShare).toBeCloseTo(0.788, 3);
      expect(pack.manifest).toMatchObject({ terrainModel: 'surface', provenance: { terrain: { kind: 'measured' } } });
      expect(pack.manifest.provenance.terrain.note).toContain('Sảng Mộc (05719) 54.9 %');
      expect(said.stderr).toContain('void cells have been filled');
    });

    it('has the people of the census, commune by commune', () => {
      const people = new Map<string, number>();
      for (const hamlet of pack.hamlets) {
        people.set(hamlet.communeCode, (people.get(hamlet.communeCode) ?? 0) + peopleOf(hamlet));
      }
      for (const { properties } of pack.communes.features)
        expect(people.get(properties.code)).toBe(properties.population);
      expect([...people.values()].reduce((sum, n) => sum + n, 0)).toBe(1_286_751);
      expect(pack.hamlets.filter(({ origin }) => !origin?.synthetic).length).toBeGreaterThan(20);
      expect(pack.areas.features.length).toBeGreaterThan(3);
      expect(pack.facts.indicators.length).toBeGreaterThan(10);
    });

    it('says what it is derived from', () => {
      const manifest = JSON.parse(readFileSync(join(folder, 'thai-nguyen', 'pack.json'), 'utf8'));
      expect(manifest.notice).toContain('derived database');
      expect(manifest.provenance.communes.attribution).toContain('sapnhap.bando.com.vn');
      expect(manifest.provenance.sites).toMatchObject({ kind: 'synthetic' });
      expect(manifest.mayBePassedOn).toBeUndefined();
    });

    it('is the same to the last byte from the cache alone', async () => {
      const first = readFileSync(join(folder, 'thai-nguyen', 'pack.json'), 'utf8');
      const { length } = server.asked;
      expect(await data('--offline')).toBe(0);
      expect(server.asked).toHaveLength(length);
      expect(readFileSync(join(folder, 'thai-nguyen', 'pack.json'), 'utf8')).toBe(first);
    });
  },
);
